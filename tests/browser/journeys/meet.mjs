// A SENCO plans a review meeting, invites parents, a teacher and a professional over a real mail server, takes minutes with a colleague,
// shares the record; a teacher does what was agreed. Then a case conference that is called off, and students of concern, many at once.
import { join } from 'node:path';
import { NARROW, WIDE } from '../rig/person.mjs';
import { arrived, mailServer, realSchool, setServer } from '../rig/post.mjs';
import { expect } from '../rig/rig.mjs';
import { OUT } from '../rig/server.mjs';

// Axe looks at every page in every-page; here at what a parent sees.
async function bothSizes(person, name) {
	await person.picture(`meet-${name}-1280`);
	await person.resize(NARROW);
	await person.lookOver(0, { withAxe: false });
	await person.picture(`meet-${name}-360`);
	await person.resize(WIDE);
}

const words = (person) => person.page.$eval('main', (m) => m.innerText);
const day = (ahead) => {
	const d = new Date(Date.now() + ahead * 86400000);
	return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`;
};

// A child for whom parents with an address and a professional can be asked.
async function someChild(senco) {
	const ids = await senco.page.evaluate(async () => [...new Set([...(await (await fetch('/register')).text())
		.matchAll(/\/pupils\/([0-9a-z]{20,})/g)].map((m) => m[1]))]);

	for (const id of ids) {
		const text = await senco.page.evaluate(async (path) => (await fetch(path)).text(), `/meetings/new?pupil=${id}`);

		if (/value="p\./.test(text) && (text.match(/value="c\./g) || []).length > 1 && !text.includes('ring or write'))
			return id;
	}
	throw new Error('no child with parents and a professional to ask');
}

async function plan(senco, child, kind, on) {
	await senco.goto(`/meetings/new?pupil=${child}`, { look: false });
	await senco.select('What kind of meeting', kind);
	await senco.fillDate('Day', on);
	await senco.fill('Time', '15:40');
	await senco.fill('Where', 'Room 14');
	await senco.fill('What is it about?', 'How far the targets are, and what comes next.');
}

export default async function meet(rig) {
	const smtp = await mailServer('meet');

	await realSchool(rig, 'meet');
	const it = await rig.signIn('it');

	await setServer(it, smtp.port);
	await it.leave();
	const senco = await rig.signIn('senco');
	const child = await someChild(senco);
	const name = await senco.page.evaluate(async (path) => /<h1[^>]*>\s*([^<]+)/.exec(await (await fetch(path)).text())[1].trim(), `/pupils/${child}`);
	let path, first;

	await rig.step('a review is planned: agenda and papers come from the record', async () => {
		await plan(senco, child, 'Review of support', day(1));
		await senco.page.evaluate(() => document.querySelectorAll('input[name=guest]').forEach((e) => { e.checked = true; }));
		await bothSizes(senco, 'plan');
		await senco.click('Plan the meeting', { look: false });
		path = senco.path;
		expect((await words(senco)).includes('From the record:'), 'the agenda says what the record has');
		await senco.goto(`${path}/people`, { look: false });
		await senco.select('A colleague', 'Quayle');
		await senco.click('Ask them', { look: false });
		await bothSizes(senco, 'planned');
		await senco.click('Papers', { look: false });
		await bothSizes(senco, 'papers');
		expect((await words(senco)).includes('Targets') || (await words(senco)).includes('Needs'), 'papers from the record');
	});
	await rig.step('invitations go out, each with its own calendar file; a move is told with the next number', async () => {
		await senco.goto(path, { look: false });
		await senco.click('Send the invitations', { look: false });
		await senco.page.waitForFunction(() => document.body.innerText.includes(' invited'));
		const said = /(\d+)(?: of \d+)? invited/.exec(await senco.text());

		expect(said, `the page says how many are invited: ${(await senco.text()).slice(0, 400)}`);
		const asked = Number(said[1]);

		await senco.goto(`${path}/edit`, { look: false });
		await senco.fillDate('Day', day(0));
		await senco.click('Save', { look: false });
		await senco.sees('the new invitation');
		const mails = await arrived(smtp, (all) => all.filter((m) => m.calendar).length >= 2 * asked, 'both rounds of invitations');
		const events = mails.filter((m) => m.calendar);

		expect(asked >= 4, `${asked} invited: parents, a professional and colleagues`);
		for (const m of events) {
			expect(m.method === 'REQUEST' && m.calendar.method === 'REQUEST', `${m.subject}: asks to come`);
			expect(m.calendar.attendees.length === 1 && m.calendar.attendees[0] === `mailto:${m.to}`, 'names its own reader alone');
			expect(m.calendar.zone.includes('Europe/London') && m.calendar.starts.endsWith('T154000'), 'the clock in London');
			for (const part of name.split(/[^\p{L}]+/u).filter((p) => p.length > 3))
				expect(!m.subject.includes(part) && !m.calendar.summary.includes(part), `no child's name in ${m.subject}`);
		}
		expect(new Set(events.map((m) => m.calendar.uid)).size === 1, 'one meeting, one number');
		first = events.filter((m) => m.calendar.sequence === 0).map((m) => m.to).sort().join();
		expect(first === events.filter((m) => m.calendar.sequence === 1).map((m) => m.to).sort().join(), 'the move is told to all of them');
		expect(new Set(mails.map((m) => m.id)).size === mails.length, 'nothing twice');
	});
	await rig.step('two persons take minutes at once, and both are kept', async () => {
		const other = await rig.signIn('asst_senco');

		await senco.goto(`${path}/live`, { look: false });
		await other.goto(`${path}/live`, { look: false });
		await senco.fill('Add to the minutes', 'Mother says that mornings are hard.');
		await other.fill('Add to the minutes', 'The tutor sees the same before tests.');
		await senco.click('Add', { look: false });
		await other.click('Add', { look: false });
		await other.sees('mornings are hard');
		await other.sees('the same before tests');
		await other.leave();
		await senco.fill('what is done', 'Tell all who teach the child of a quiet start');
		await senco.select('Who does it', 'Quayle');
		await senco.fill('By when', day(7).split('-').reverse().join(' '));
		await senco.click('Add the action', { look: false });
		await senco.press('Who is here');
		await senco.page.evaluate(() => document.querySelectorAll('input[name=came]').forEach((e) => { e.checked = true; }));
		await senco.click('Save who is here', { look: false });
		await bothSizes(senco, 'live');
	});
	await rig.step('it is closed; the record is printed, and read by a parent through a link', async () => {
		await senco.goto(path, { look: false });
		await senco.click('It was held: close it', { look: false });
		await senco.click('Record', { look: false });
		await bothSizes(senco, 'record');
		await senco.page.pdf({ path: join(OUT, 'meet-record.pdf'), format: 'A4' });
		await senco.click('Share it by a link', { look: false });
		await senco.page.$eval('input[name=to][value^="c."]', (e) => e.click());
		await senco.choose('On paper: it is shown once, to be handed over');
		await senco.click('Make the link', { look: false });
		const door = /https?:\/\/\S+(\/link\/[\w-]+)/.exec(await words(senco))[1];
		const parent = await rig.visitor({ size: NARROW });

		await senco.goto('/links', { look: false });
		await senco.goto(await senco.page.$eval('main a[href^="/links/"]', (a) => a.getAttribute('href')), { look: false });
		await senco.click('Make a code to read out', { look: false });
		await parent.goto(door, { look: false });
		await parent.fill('Code', /The code is (\d{3} \d{3})/.exec(await words(senco))[1]);
		await parent.click('Open my page');
		await parent.sees('mornings are hard');
		await parent.picture('meet-shared-360');
		await parent.click('I have read it');
		await senco.goto(`${path}`, { look: false });
		await senco.click('Record', { look: false });
		await senco.sees('has read it');
	});
	await rig.step('a teacher does what was agreed, from the first page', async () => {
		const teacher = await rig.signIn('teacher');

		await teacher.goto('/', { look: false });
		await teacher.sees('a quiet start');
		await teacher.page.evaluate(() => [...document.querySelectorAll('#own-agreed tr')].find((r) => r.innerText.includes('quiet start'))
			.querySelector('a.govuk-button').click());
		await teacher.page.waitForSelector('textarea[name=note]');
		await teacher.click('It is done', { look: false });
		await teacher.lacks('a quiet start');
		await teacher.leave();
	});
	await rig.step('a case conference is called off: the calendars are told so', async () => {
		await plan(senco, child, 'Case conference', day(9));
		await senco.click('Plan the meeting', { look: false });
		await senco.sees('what may be shared and what not');
		await senco.click('Send the invitations', { look: false });
		await senco.click('Cancel the meeting', { look: false });
		await senco.sees('The meeting is cancelled.');
		const mails = await arrived(smtp, (all) => all.some((m) => m.subject.includes('is cancelled')), 'the cancellation');
		const off = mails.filter((m) => m.subject.includes('is cancelled'));

		for (const m of off)
			expect(m.method === 'CANCEL' && m.calendar.method === 'CANCEL' && m.calendar.sequence === 1, `${m.to}: called off`);
	});
	await rig.step('students of concern: many children, each with what is agreed and who sees to it', async () => {
		await senco.goto('/students-of-concern', { look: false });
		await bothSizes(senco, 'concern-list');
		await senco.page.$$eval('main a[href^="/meetings/"]', (all) => all.find((a) => a.innerText.startsWith('on ')).click());
		await senco.page.waitForFunction(() => document.body.innerText.includes('Who is asked'));
		const concern = senco.path;

		await senco.goto(`${concern}/papers`, { look: false });
		await bothSizes(senco, 'concern-papers');
		await senco.goto(`${concern}/live`, { look: false });
		await senco.fill('Agreed for', 'Breakfast club from Monday');
		await senco.select('Who sees to it', 'Quayle');
		await senco.fill('Look again on', day(20).split('-').reverse().join(' '));
		await senco.click('Save what is agreed', { look: false });
		await bothSizes(senco, 'concern-live');
		await senco.goto('/students-of-concern', { look: false });
		await senco.sees('Breakfast club from Monday');
	});
	smtp.end();
}

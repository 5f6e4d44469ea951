// Other people's advice and meetings as they happen: a teacher asks on a phone without scripts; a report comes and every recommendation is
// decided; its owner does it; it is looked at again and closed. A team meets: both who write keep what they wrote, what is agreed finds its
// owner, and the meeting counts. A call home, a child of concern, a child who moves to another keyworker.
import { dayFrom, expect, longDay } from '../rig/rig.mjs';
import { NARROW } from '../rig/person.mjs';

async function teachersChild(teacher) {
	await teacher.goto('/', { look: false });
	const classes = await teacher.page.$$eval('main a[href^="/classes/"]', (as) => as.map((a) => a.getAttribute('href')));

	await teacher.goto(classes.find((h) => !h.endsWith('/cover')), { look: false });
	return teacher.page.$eval('main a[href^="/pupils/"]', (a) => a.getAttribute('href'));
}

async function asking(rig, child) {
	await rig.step('a teacher asks for advice on a phone, without scripts', async () => {
		const teacher = await rig.signIn('teacher', { scripts: false, size: NARROW });
		await teacher.goto(`${child}/referrals/new`);
		await teacher.click('Ask the SENCO', { status: 400 });
		await teacher.sees('Say what you want to know');
		await teacher.fill('What do you want to know?', 'Stammers when reading aloud. Foxglove.');
		await teacher.click('Ask the SENCO');
		await teacher.sees('It is not sent yet');
	});
	await rig.step('the SENCO sends it, once somebody has agreed', async () => {
		const senco = await rig.signIn('senco');
		await senco.goto(`${child}/advice`);
		await senco.click('No service chosen yet');
		await senco.sees('Foxglove');
		await senco.choose('Sent, no answer yet');
		await senco.click('Save', { status: 400 });
		await senco.sees('Say who agreed before it is sent');
		await senco.select('Whom it went to', 'Jo Featherstone');
		await senco.select('Who agreed to it?', 'Parent or carer');
		await senco.choose('Sent, no answer yet');
		await senco.click('Save');
		await senco.sees('Answer expected by');
	});
}

async function reporting(rig, senco, child) {
	await rig.step('a report comes, its recommendations typed on the same page', async () => {
		await senco.goto(`${child}/advice/new`);
		await senco.fill('What it is', 'Therapist’s letter');
		await senco.click('Save the report', { status: 400 });
		await senco.sees('Choose how far it may go');
		await senco.fill('Who wrote it', 'Jo Featherstone, therapist');
		await senco.fillDate('Date on the report', dayFrom(-9));
		await senco.choose('Those who teach the child may read what they are to do');
		await senco.fill('Recommendation 1', 'Wait ten seconds for an answer. Campion.');
		await senco.fill('Recommendation 2', 'Reading aloud only when asked for by the child.');
		await senco.click('Save, then add more recommendations');
		await senco.fill('Recommendation 3', 'A weekly session with an outside tutor.');
		await senco.click('Show 5 more boxes');
		expect(await senco.valueOf('Recommendation 3') === 'A weekly session with an outside tutor.', 'what was typed is lost');
		await senco.click('Save the recommendations');
		await senco.sees('0 of 3');
	});
	await rig.step('each is decided, with the first action; a refusal says why', async () => {
		await senco.click('Decide the next one');
		await senco.picture('advice-decide-1280');
		await senco.choose('We do it');
		await senco.click('Save, and on to the next', { status: 400 });
		await senco.sees('Choose who does it');
		await senco.choose('We do it');
		await senco.fill('What is done', 'Ten seconds before anybody helps. Campion.');
		await senco.select('Who does it', 'Quayle');
		await senco.fillDate('By when', dayFrom(14));
		await senco.click('Save, and on to the next');
		await senco.choose('We do it in another way');
		await senco.fill('Why, or how differently?', 'The class reads in pairs.');
		await senco.choose('It is in place already');
		await senco.fill('What shows it', 'Seen in two lessons');
		await senco.click('Save, and on to the next');
		await senco.choose('We do not do it');
		await senco.click('Save', { status: 400 });
		await senco.sees('Say why you do not do it');
		await senco.fill('Why, or how differently?', 'No tutor can be had; the therapist trains ours.');
		await senco.click('Save');
		await senco.sees('3 of 3');
		await senco.picture('advice-report-1280');
		const path = senco.path;
		await senco.goto(`${child}/dates`);
		await senco.sees('Look at advice again');
		await senco.goto(path);
	});
}

async function doing(rig, senco, child) {
	const report = senco.path;

	await rig.step('its owner reads what to do and never the report, and does it', async () => {
		const teacher = await rig.signIn('teacher');
		await teacher.goto('/');
		await teacher.sees('Campion');
		const href = await teacher.page.$$eval('main tr', (rows) => rows.find((r) => r.innerText.includes('Campion'))
			.querySelector('a[href^="/advice/actions/"]').getAttribute('href'));
		await teacher.goto(href);
		await teacher.lacks('Featherstone');
		await teacher.goto(report, { status: 404 });
		await teacher.goto(href);
		await teacher.click('It is done', { status: 400 });
		await teacher.sees('Say in a sentence what shows that it is done');
		await teacher.fill('What shows it', 'The class counts along.');
		await teacher.click('It is done');
		await teacher.lacks('Campion');
	});
	await rig.step('the report is looked at and closed, and asked after no more', async () => {
		await senco.goto(report);
		await senco.click('Look at it again');
		await senco.choose('Done, and it helps');
		await senco.fill('What you see', 'Reads to a partner now.');
		await senco.choose('Close the report: everything in it is decided and done');
		await senco.click('Save');
		await senco.sees('Closed');
		await senco.goto(`${child}/advice`);
		await senco.sees('Closed');
	});
}

async function planning(rig, senco, child) {
	await rig.step('a meeting is planned from the child’s page with whoever could come', async () => {
		await senco.goto(`${child}/meetings`);
		await senco.click('Plan a meeting');
		await senco.click('Plan the meeting', { status: 400 });
		await senco.sees('Choose the kind of meeting');
		await senco.select('What kind of meeting', 'Team around the child');
		await senco.fillDate('Day', dayFrom(0));
		await senco.fill('Time', '8.10');
		await senco.fill('What is it about?', 'Mornings. Speedwell.');
		await senco.click('Plan the meeting');
		await senco.sees('08:10');
		await senco.picture('meeting-1280');
	});
	await rig.step('its invitation is a calendar file without the child’s name; its papers come from the record', async () => {
		const path = senco.path;
		const file = await senco.get(`${path}/invitation.ics`);
		const name = (await senco.page.$eval('main a[href^="/pupils/"]', (a) => a.innerText)).trim();

		expect(file.headers.get('content-type').startsWith('text/calendar'), 'not a calendar file');
		expect(file.body.includes('BEGIN:VEVENT') && !file.body.includes(name), 'no event, or the child’s name in it');
		await senco.click('Papers');
		await senco.sees('Agenda');
		const { sides } = await senco.print();
		expect(sides <= 3, `papers print on ${sides} sides`);
		await senco.goto(path);
	});
}

async function meeting(rig, senco) {
	const path = senco.path;

	await rig.step('two write at once, laptop and phone, and both are kept', async () => {
		const other = await rig.signIn('asst_senco', { size: NARROW });
		await senco.goto(`${path}/live`);
		await other.goto(`${path}/live`);
		const box = (await senco.page.$eval('main textarea', (e) => e.labels[0].innerText)).trim();
		await senco.fill(box, 'The bus comes too early. Betony.');
		await other.fill(box, 'Sleeps late. Yarrow.');
		await other.click('Add');
		await senco.click('Add');
		await senco.sees('Betony');
		await senco.sees('Yarrow');
		await senco.picture('meeting-live-1280');
	});
	await rig.step('an action finds its owner; the meeting is closed', async () => {
		const label = await senco.page.$$eval('main label', (ls) => ls.map((l) => l.innerText).find((t) => t.startsWith('Action for')));
		await senco.fill(label, 'Ask the bus company. Tansy.');
		await senco.select('Who does it', 'Quayle');
		await senco.fill('By when', dayFrom(7));
		await senco.click('Add the action');
		await senco.sees('Tansy');
		await senco.press('Who is here');
		for (const tick of await senco.page.$$('main input[name=came]'))
			await tick.evaluate((e) => { e.checked = true; });
		await senco.click('Save who is here');
		await senco.goto(path);
		await senco.click('It was held: close it');
		await senco.click('Record');
		await senco.sees('Betony');
		const teacher = await rig.signIn('teacher');
		await teacher.goto('/');
		await teacher.sees('Tansy');
	});
}

async function telling(rig, child) {
	await rig.step('a call home is written down on a phone', async () => {
		const teacher = await rig.signIn('teacher', { size: NARROW });
		await teacher.goto(`${child}/contact/new`);
		await teacher.click('Save', { status: 400 });
		await teacher.sees('Say what was said');
		await teacher.fill('What was said', 'Glad of the earlier start. Sorrel.');
		await teacher.click('Save');
		await teacher.goto(`${child}/meetings`);
		await teacher.sees('Sorrel');
		await teacher.picture('contact-360');
	});
	await rig.step('a teacher puts the child on the next list of concern', async () => {
		const teacher = await rig.signIn('teacher');
		const senco = await rig.signIn('senco');
		await teacher.goto(`${child}/concern`);
		await teacher.fill('What it is about', 'Tired every day. Mallow.');
		await (await teacher.find('on the list', 'main button')).click();
		await teacher.page.waitForNavigation({ waitUntil: 'load' }).catch(() => null);
		await senco.goto('/students-of-concern');
		await senco.sees('Mallow');
	});
}

async function moving(rig, senco) {
	await rig.step('a child moves to another keyworker in one act, and back', async () => {
		await senco.goto('/caseloads');
		const href = await senco.page.$eval('main table a[href*="/caseloads?staff="]', (a) => a.getAttribute('href'));
		await senco.goto(href);
		await senco.picture('caseloads-1280');
		await senco.click('Move');
		expect(await senco.valueOf('Who is the keyworker from then on?'), 'nobody is proposed');
		await senco.select('Who is the keyworker from then on?', 'Okonkwo');
		await senco.click('Move');
		await senco.sees(`has a new keyworker from ${longDay(dayFrom(0))}`);
		await senco.click('Undo');
		await senco.sees('Undone');
	});
}

export default async function advice(rig) {
	const child = await teachersChild(await rig.signIn('teacher'));
	const senco = await rig.signIn('senco');

	await asking(rig, child);
	await reporting(rig, senco, child);
	await doing(rig, senco, child);
	await planning(rig, senco, child);
	await meeting(rig, senco);
	await telling(rig, child);
	await moving(rig, senco);
}

// What is known of a child: a teacher says how the child is, in numbers; a result with its range and its change; the SDQ by informant, never
// mixed; a referral from the doctor's letter to its outcome, undone once; a gap closed by a result; needs looked at before the next phase.
import { dayFrom, expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';

class Effort {
	constructor(name) { Object.assign(this, { name, taps: 0, fields: 0, words: 0 }); }

	field(text) {
		this.taps++;
		this.fields++;
		this.words += String(text).split(/\s+/).length;
	}
	tap() { this.taps++; }
	say() { console.log(`    ${this.name}: ${this.taps} taps, ${this.fields} fields, ${this.words} words to type`); }
}

async function classOf(teacher) {
	await teacher.goto('/', { look: false });
	const href = await teacher.page.$$eval('main a[href^="/classes/"]', (as) => as.map((a) => a.getAttribute('href'))
		.find((h) => !h.endsWith('/cover')));

	await teacher.goto(href, { look: false });
	return teacher.page.$eval('main a[href^="/pupils/"]', (a) => a.getAttribute('href'));
}

// The teacher's part: behaviour in numbers, on a phone.
async function counted(rig, teacher, child) {
	const effort = new Effort('entering a span of behaviour');

	await rig.step('a teacher enters a span of behaviour on a phone', async () => {
		await teacher.goto(`${child}/assessments`);
		await teacher.click('Add a span');
		effort.tap();
		await teacher.fillDate('First day counted', dayFrom(-14));
		await teacher.fillDate('Last day counted', dayFrom(-1));
		effort.field(1);
		effort.field(1);
		await teacher.fill('Incidents', '3');
		effort.field(3);
		await teacher.click('Save');
		effort.tap();
		expect((await teacher.page.content()).includes('Incidents: 3 in the span'), 'the graph does not say it');
		await teacher.picture('know-behaviour-360');
	});
	effort.say();
	expect(effort.taps <= 6 && effort.words <= 4, 'a span of behaviour takes more than half a minute');
}

async function result(senco, child, score, on) {
	await senco.goto(`${child}/assessments/new`, { look: false });
	await senco.fill('Test', 'Elder Word Check');
	await senco.select('Kind of score', 'Standard score');
	await senco.fill('Score', String(score));
	await senco.fillDate('Taken on', on);
	await senco.click('Save', { look: false });
}

async function scores(rig, senco, child) {
	await rig.step('a result says its range and its change once the test’s reliability is known', async () => {
		await result(senco, child, 78, dayFrom(-200));
		await result(senco, child, 95, dayFrom(-5));
		await senco.sees('The test’s reliability is not recorded');
		await senco.goto('/records/test/new', { look: false });
		await senco.fill('Test', 'Elder Word Check');
		await senco.select('Kind of score', 'Standard score');
		await senco.fill('Reliability, per mille', '900');
		await senco.click('Save', { look: false });
		await senco.goto(`${child}/assessments`);
		await senco.sees('95 (95%: 86 to 104)');
		await senco.sees('17 points more');
		await senco.sees('more than chance: with this test it takes 14 points');
	});
	await rig.step('an age is years and months, on the page, in the graph and when it is wrong', async () => {
		await senco.goto(`${child}/assessments/new`);
		await senco.fill('Test', 'Elder Reader');
		await senco.select('Kind of score', 'Reading or spelling age');
		await senco.fillDate('Taken on', dayFrom(-3));
		await senco.fill('Years', '7');
		await senco.fill('Months', '14');
		await senco.click('Save', { status: 400 });
		await senco.sees('Enter the months of the age, 0 to 11');
		await senco.fill('Months', '4');
		await senco.click('Save', { look: false });
		await senco.sees('7 years 4 months');
	});
}

async function questionnaire(senco, child, form, on, values) {
	await senco.goto(`${child}/scales/new?kind=sdq`, { look: false });
	await senco.choose(form);
	await senco.fillDate('When?', on);
	for (const [scale, value] of Object.entries(values))
		await senco.fill(scale, String(value));
	await senco.click('Save', { look: false });
}

async function sdq(rig, senco, child) {
	await rig.step('the SDQ stands by informant and day, with its sum and bands of a stated source', async () => {
		const hard = { Emotional: 6, Conduct: 3, Hyperactivity: 8, Peer: 4, Prosocial: 5 };

		await senco.goto(`${child}/scales/new?kind=sdq`);
		await senco.click('Save', { status: 400 });
		await senco.sees('Choose who filled it in');
		await questionnaire(senco, child, 'Teacher or other staff', dayFrom(-120), hard);
		await questionnaire(senco, child, 'Teacher or other staff', dayFrom(-4), { ...hard, Hyperactivity: 5, Peer: 2 });
		await questionnaire(senco, child, 'Parent or carer', dayFrom(-4), hard);
		const rows = await senco.rows('SDQ, Teacher: every scale');
		const total = rows.find((r) => r[0] === 'Total difficulties');
		expect(total.at(-2).startsWith('21 of 40') && total.at(-1).startsWith('16 of 40'), `the sums are ${total}`);
		expect(total.at(-2).includes('very high') && total.at(-1).includes('high'), 'no bands');
		const parent = (await senco.rows('SDQ, Parent: every scale')).find((r) => r[0] === 'Total difficulties');
		expect(parent.length === 2, 'the parents’ form shares a table with the teacher’s');
		await senco.sees('Bands in force from');
		await senco.picture('know-assessments-1280');
		await senco.resize(NARROW);
		await senco.lookOver();
		await senco.picture('know-assessments-360');
		await senco.resize(WIDE);
	});
}

async function pathway(rig, senco, child) {
	await rig.step('a referral goes from sent to its outcome; a step is undone', async () => {
		await senco.goto(`${child}/needs`);
		await senco.click('Record a referral');
		await senco.click('Save the referral', { status: 400 });
		await senco.sees('Enter what is being looked into');
		await senco.fill('What is being looked into', 'Hearing. Bramble.');
		await senco.fill('Service', 'Audiology');
		await senco.fillDate('Referred on', dayFrom(-300));
		await senco.click('Save the referral');
		await senco.sees('Long wait');
		const href = await senco.page.$$eval('main tr', (rows) => rows.find((r) => r.innerText.includes('Bramble'))
			.querySelector('a[href^="/pathways/"]').getAttribute('href'));
		await senco.goto(href);
		await senco.click('Save the step', { status: 400 });
		await senco.sees('Choose where it stands now');
		await senco.choose('Seen');
		await senco.fillDate('On which day', dayFrom(-2));
		await senco.click('Save the step', { look: false });
		await senco.click('Undo', { look: false });
		await senco.sees('Undone');
		await senco.goto(href, { look: false });
		await senco.choose('Outcome known');
		await senco.select('what it is', 'No diagnosis');
		await senco.fill('What was found and what it asks of us', 'Hears well. Seat near the front.');
		await senco.picture('know-pathway-1280');
		await senco.click('Save the step');
		await senco.sees('No diagnosis');
	});
}

async function gap(rig, child) {
	await rig.step('what is to be found out is asked for and closed by its result, without scripts', async () => {
		const plain = await rig.signIn('senco', { scripts: false });

		await plain.goto(`${child}/assess/new`);
		await plain.fill('What to find out', '');
		await plain.click('Put it on the list', { status: 400 });
		await plain.sees('Enter what to find out');
		await plain.fill('What to find out', 'Single words, speed. Bramble.');
		await plain.click('Put it on the list');
		await plain.sees('Bramble');
		const href = await plain.page.$$eval('main tr', (rows) => rows.find((r) => r.innerText.includes('Bramble'))
			.querySelector('a[href^="/assess/"]').getAttribute('href'));
		await plain.goto(href);
		await plain.select('The result that answers it', 'Elder Word Check');
		await plain.click('Save');
		await plain.sees('Found out');
		await plain.lacks('Bramble');
	});
}

async function phases(rig, senco) {
	await rig.step('who moves to another phase is looked at again, and that can be undone', async () => {
		await senco.goto('/', { look: false });
		await senco.click('look at the needs again');
		await senco.picture('know-phases-1280');
		const before = (await senco.rows()).length;
		await senco.click('Looked at');
		expect((await senco.rows()).length === before - 1, 'the child still stands there');
		await senco.click('Undo', { look: false });
		expect((await senco.rows()).length === before, 'undoing brought nobody back');
	});
	await rig.step('needs stand year by year', async () => {
		const href = await senco.page.$eval('main table a[href^="/pupils/"]', (a) => a.getAttribute('href'));

		await senco.goto(href);
		await senco.sees('Needs, year by year');
		await senco.picture('know-needs-1280');
	});
}

export default async function know(rig) {
	const teacher = await rig.signIn('teacher', { size: NARROW }), senco = await rig.signIn('senco');
	const child = await classOf(teacher);

	await counted(rig, teacher, child);
	await scores(rig, senco, child);
	await sdq(rig, senco, child);
	await pathway(rig, senco, child);
	await gap(rig, child);
	await phases(rig, senco);
}

// The door: people without an account do one thing by a one-time link, on a phone without scripts, and the SENCO finds it in the
// record as theirs. Each task is walked from the button on the record's own page to the answer beside it; taps, fields and words
// are counted.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../rig/server.mjs';
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';

class Effort {
	constructor(person, name) { Object.assign(this, { person, name, taps: 0, fields: 0, words: 0 }); }

	async tap(words, options) { this.taps++; await this.person.click(words, options); }
	// What is folded; after an error it stands open.
	async open(words) {
		this.taps++;
		if (await this.person.has(words, 'summary'))
			await this.person.press(words);
	}
	async choose(label) { this.taps++; this.fields++; await this.person.choose(label); }
	async value(name, value) {
		this.taps++;
		this.fields++;
		await this.person.page.$eval(`input[name="${name}"][value="${value}"]`, (e) => e.click());
	}
	async write(label, text) {
		this.taps++;
		this.fields++;
		this.words += text.split(/\s+/).length;
		await this.person.fill(label, text);
	}
	say() { console.log(`    ${this.name}: ${this.taps} taps, ${this.fields} fields, ${this.words} words to type`); }
}

const words = (person) => person.page.$eval('main', (m) => m.innerText);
const day = (ahead) => new Date(Date.now() + ahead * 864e5).toISOString().slice(0, 10);

// Pictures are for people who look: PICTURES=1 node tests/browser/run.mjs door
const picture = (person, name) => (process.env.PICTURES ? person.picture(`door-${name}`) : null);

async function atWide(person, name) {
	if (!process.env.PICTURES)
		return;
	await picture(person, `${name}-360`);
	await person.resize(WIDE);
	await picture(person, `${name}-1280`);
	await person.resize(NARROW);
}

// Through the form that the record's own button led to: shown once on paper, and a code read out.
async function makeLink(senco, pick) {
	await senco.page.$$eval('input[name=to]', (all, value) => {
		const chosen = all.find((i) => i.checked && i.value !== 'other') || all.find((i) => i.value.startsWith(value));

		chosen.click();
	}, pick);
	await senco.choose('On paper: it is shown once, to be handed over');
	await senco.choose('We read it out, by telephone or in the room');
	await senco.click('Make the link', { look: false });
	const address = /https?:\/\/\S+\/link\/[\w-]+/.exec(await words(senco))[0];

	await senco.click('Done', { look: false });
	const link = await senco.page.$eval('main a[href^="/links/"]', (a) => a.getAttribute('href'));

	return { path: address.slice(address.indexOf('/link/')), link };
}

async function codeOf(senco, link) {
	await senco.goto(link, { look: false });
	await senco.click('Make a code to read out', { look: false });
	return /The code is (\d{3} \d{3})/.exec(await words(senco))[1];
}

async function comeIn(rig, senco, made, effort) {
	await effort.person.goto(made.path, { look: false });
	await effort.write('Code', await codeOf(senco, made.link));
	await effort.tap('Open my page');
}

// What is asked of whom: from which link of the demonstration school the record is found, what its button says, how it is answered,
// where the answer stands and in which words.
const TASKS = [
	{ name: 'plan', label: 'Read the plan and say what you think', offer: 'Share with the family', to: 'c.',
		most: { taps: 6, fields: 3 },
		unfold: 'What came back by link',
		answer: async (e) => {
			await e.choose('I agree with this plan');
			await e.write('What is going well?', 'Reads to the dog.');
		}, said: 'Reads to the dog.' },
	{ name: 'profile', label: 'Read the one-page profile and say whether it is right', to: 'c.',
		offer: 'Ask by a link whether it is right',
		most: { taps: 6, fields: 3 },
		answer: async (e) => {
			await e.choose('Nearly: I would change something');
			await e.open('What I would change, part by part');
			await e.write('How best to support me', 'Ask me before you help.');
		}, said: 'How best to support me: Ask me before you help.' },
	{ name: 'times', label: 'Answer an invitation and say when you can come', offer: 'Ask by a link', to: 'c.',
		most: { taps: 9, fields: 6 },
		answer: async (e) => {
			await e.choose('I cannot come then');
			await e.open('Propose another time');
			await e.write('Day', day(20));
			await e.write('Time', '3.30 pm');
			await e.write('Do you need an interpreter?', 'Urdu');
		}, said: 'Needs an interpreter: Urdu' },
	{ name: 'questions', label: 'Answer a few questions', offer: 'Make a link for it', to: 'c.', most: { taps: 8, fields: 6 },
		answer: async (e) => {
			await e.value('q1', '2');
			await e.value('q2', '5');
			await e.value('q3', '3');
			await e.write(await e.person.page.$eval('label[for=q4]', (l) => l.innerText), 'That lunch is loud.');
		}, said: 'That lunch is loud.' },
	{ name: 'report', label: 'Send your report', offer: 'Let them send it by a link', to: 'p.', most: { taps: 9, fields: 7 },
		answer: async (e) => {
			const file = join(OUT, 'report.pdf');

			writeFileSync(file, '%PDF-1.4\n% a report\n');
			e.taps++;
			e.fields++;
			await e.person.attach('The report as a file', file);
			await e.write('What it is', 'Language assessment');
			await e.write('What you found', 'Understands single steps.');
			await e.write('What you recommend', '1. One step at a time\n2. Picture cards');
			await e.choose('The SENCO’s team alone');
		}, said: 'Picture cards', deeper: 'Language assessment' },
];

async function findRecord(senco, label) {
	await senco.goto('/links', { look: false });
	const href = await senco.page.$$eval('main tbody tr', (rows, what) => {
		const open = rows.filter((r) => r.innerText.includes(what) && /Not opened yet|Opened/.test(r.innerText));

		return open.length ? open[0].querySelector('a').getAttribute('href') : '';
	}, label);

	expect(href, `the demonstration school has an open link: ${label}`);
	await senco.goto(href, { look: false });
	await senco.click('What it is about', { look: false });
	return senco.path;
}

async function walk(rig, senco, task) {
	const person = await rig.visitor({ size: NARROW, scripts: false, role: `link: ${task.name}` });
	const effort = new Effort(person, task.name);
	let record, made;

	await rig.step(`${task.name}: a button on the record leads to the link`, async () => {
		record = await findRecord(senco, task.label);
		await senco.click(task.offer, { look: false });
		made = await makeLink(senco, task.to);
	});
	await rig.step(`${task.name}: done on a phone without scripts`, async () => {
		await comeIn(rig, senco, made, effort);
		await atWide(person, task.name);
		await person.click('Send to school', { status: 400 });
		await picture(person, `${task.name}-errors-360`);
		await task.answer(effort);
		await effort.tap('Send to school');
		expect((await words(person)).includes('Thank you'), 'what was sent is shown');
		await atWide(person, `${task.name}-sent`);
	});
	effort.say();
	expect(effort.taps <= task.most.taps + 2 && effort.fields <= task.most.fields + 1, `${task.name} asks too much of them`);
	await rig.step(`${task.name}: the SENCO reads it in the record, as theirs`, async () => {
		await senco.goto(record, { look: false });
		if (task.deeper)
			await senco.click(task.deeper, { look: false });
		if (task.unfold)
			await senco.press(task.unfold);
		expect((await words(senco)).includes(task.said), `${task.said} at ${senco.path}`);
		await picture(senco, `${task.name}-staff-1280`);
	});
	await person.leave();
}

async function faults(rig, senco, child) {
	const parent = await rig.visitor({ size: NARROW, role: 'link: views' });
	let made, code;

	await rig.step('opening a link shows a door and nothing of the child; a wrong code is refused kindly', async () => {
		await senco.goto(`${child}/links/new?task=views`, { look: false });
		await senco.click('Make the link', { status: 400 });
		await picture(senco, 'make-errors-1280');
		made = await makeLink(senco, 'c.');
		await parent.goto(made.path);
		await picture(parent, 'door-360');
		await parent.fill('Code', '000000');
		await parent.click('Open my page', { status: 400 });
		expect((await words(parent)).includes('That is not the code'), 'a wrong code');
		await picture(parent, 'wrong-360');
	});
	await rig.step('what is kept for later is there at the next visit, and the child’s page is not', async () => {
		await parent.fill('Code', await codeOf(senco, made.link));
		await picture(senco, 'code-1280');
		await parent.click('Open my page');
		await parent.goto('/register', { status: 404, look: false });
		await parent.goto('/', { look: false });
		await picture(parent, 'views-360');
		await parent.fill('What goes well?', 'She reads to her brother every evening.');
		await parent.click('Keep it and go on later');
		await picture(parent, 'later-360');
		code = await codeOf(senco, made.link);
		await parent.goto(made.path, { look: false });
		await parent.fill('Code', code);
		await parent.click('Open my page', { look: false });
		expect(await parent.valueOf('What goes well?') === 'She reads to her brother every evening.', 'what was typed');
		await parent.choose('Good');
		await parent.click('Send to school', { look: false });
	});
	await rig.step('used, it opens nothing, and says whom to ring', async () => {
		const other = await rig.visitor({ size: NARROW });

		await other.goto(made.path, { status: 404 });
		await picture(other, 'gone-360');
		await senco.goto(`${child}/said`, { look: false });
		expect((await words(senco)).includes('every evening'), 'the words');
		await picture(senco, 'said-1280');
	});
	await rig.step('the SENCO’s home says what came by link', async () => {
		await senco.goto('/', { look: false });
		await senco.sees('Came by link');
		await picture(senco, 'home-1280');
	});
	await rig.step('the list of a child’s links says what became of each', async () => {
		await senco.goto(`${child}/links`);
		expect((await words(senco)).includes('Sent on'), 'what became of it');
		await picture(senco, 'links-1280');
		await senco.resize(NARROW);
		await senco.lookOver(0);
		await picture(senco, 'links-360');
		await senco.resize(WIDE);
	});
}

// The child's own page: faces and a keyboard, no mouse and no script.
async function child(rig, senco, pupil) {
	const kai = await rig.visitor({ size: NARROW, scripts: false, role: 'link: the child' });

	await rig.step('a child answers with faces, by keyboard alone', async () => {
		await senco.goto(`${pupil}/home-answers/new?who=child`);
		await picture(senco, 'ask-home-1280');
		await senco.click('Go on to the link', { look: false });
		const made = await makeLink(senco, 'pupil');

		await kai.goto(made.path, { look: false });
		await kai.fill('Code', await codeOf(senco, made.link));
		await kai.click('Open my page');
		await picture(kai, 'child-360');
		await kai.page.focus('input[name=q1]');
		await kai.page.keyboard.press('Space');
		await kai.page.keyboard.press('ArrowDown');
		await kai.page.keyboard.press('ArrowDown');
		await Promise.all([kai.page.waitForNavigation(), kai.page.keyboard.press('Enter')]);
		expect((await words(kai)).includes('OK (3 of 5)'), 'three downs are the third face');
		await picture(kai, 'child-sent-360');
	});
}

export default async function door(rig) {
	const senco = await rig.signIn('senco');
	const pupil = await senco.page.evaluate(() => fetch('/register').then((r) => r.text())
		.then((t) => /\/pupils\/[0-9a-z]+/.exec(t)[0]));

	for (const task of TASKS)
		await walk(rig, senco, task);
	await child(rig, senco, pupil);
	await faults(rig, senco, pupil);
}

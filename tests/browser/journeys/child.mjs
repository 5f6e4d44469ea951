// A child's page as the SENCO uses it: every tab, a note with its error first, a double click, two people at one record, history, and
// who can see this child and why; two records of one child joined and taken apart.
import { NARROW, WIDE } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

const TABS = ['/needs', '/support', '/assessments', '/people', '/documents', '/dates', '/timeline', '/history', '/who'];

async function firstChild(person) {
	await person.goto('/register', { look: false });
	const href = await person.page.$eval('main table tbody th a', (a) => a.getAttribute('href'));

	return href.replace(/[?#].*/, '');
}

async function everyTab(rig, senco, child) {
	await rig.step('the child\'s page says who, what, what helps, what is due', async () => {
		await senco.goto(child);
		await senco.picture('child-1280');
		await senco.resize(NARROW);
		await senco.lookOver();
		await senco.picture('child-360');
		await senco.resize(WIDE);
	});
	for (const tab of TABS) {
		await rig.step(`its tab ${tab}`, async () => {
			await senco.goto(child + tab);
			await senco.picture(`child${tab.replace('/', '-')}-1280`);
			await senco.resize(NARROW);
			await senco.lookOver(200, { withAxe: false });
			await senco.resize(WIDE);
		});
	}
	await rig.step('the page prints on one or two sides', async () => {
		await senco.goto(child);
		const { sides } = await senco.print();
		expect(sides === 1 || sides === 2, `it prints on ${sides} sides`);
	});
}

async function notesOf(person, child) {
	await person.goto(`${child}/timeline`, { look: false });
	return person.text();
}

const times = (text, words) => text.split(words).length - 1;

async function aNote(rig, senco, child) {
	await rig.step('a note without its words is asked for, and nothing chosen is lost', async () => {
		await senco.goto(`${child}/notes/new`);
		await senco.select('Kind', 'Contact with parents');
		await senco.click('Save', { status: 0 });
		await senco.sees('Enter the note');
		expect(await senco.valueOf('Kind') === 'parent', 'the kind is lost');
		await senco.resize(NARROW);
		await senco.lookOver(0);
		await senco.picture('note-error-360');
		await senco.resize(WIDE);
	});
	await rig.step('with its words it is saved, and a double click saves it once', async () => {
		await senco.fill('Note', 'Rang home about the Thursday sessions. Snowdrop.');
		const button = await senco.find('Save', 'main button');
		await Promise.all([senco.page.waitForNavigation({ waitUntil: 'load' }), button.click({ count: 2 })]);
		await senco.lookOver();
		await senco.sees('is saved');
		expect(times(await notesOf(senco, child), 'Snowdrop') === 1, 'the note is there more or less than once');
	});
}

async function twiceOver(rig, child) {
	await rig.step('without scripts too, one form sent twice is one note', async () => {
		const person = await rig.signIn('senco', { scripts: false, size: NARROW });
		await person.goto(`${child}/notes/new`);
		await person.select('Kind', 'Observation');
		await person.fill('Note', 'Read aloud to the class. Celandine.');
		const body = await person.page.$eval('main form[method=post]', (f) => new URLSearchParams(new FormData(f)).toString());
		for (let i = 0; i < 2; i++) {
			const answer = await person.get(`${child}/notes/new`, { method: 'POST', body,
				headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } });
			expect(answer.status === 303, `sent again, it answered ${answer.status}`);
		}
		expect(times(await notesOf(person, child), 'Celandine') === 1, 'the note is there more or less than once');
	});
}

async function openStrength(person, child) {
	await person.goto(`${child}/needs`, { look: false });
	const href = await person.page.$$eval('main tr', (rows) => rows.find((r) => r.innerText.includes('Draws maps'))
		?.querySelector('a[href]').getAttribute('href'));

	await person.goto(href, { look: false });
}

async function twoPeople(rig, senco, child) {
	const other = await rig.signIn('asst_senco');

	await rig.step('a strength is added', async () => {
		await senco.goto(`${child}/strengths/new`);
		await senco.fill('Strength', 'Draws maps of places seen once');
		await senco.click('Save');
		await senco.sees('is saved');
	});
	await rig.step('two people change it at once: the second is shown both texts', async () => {
		await openStrength(senco, child);
		await openStrength(other, child);
		await other.fill('Strength', 'Draws maps of places seen once, to scale');
		await other.click('Save');
		await senco.fill('Strength', 'Draws careful maps of places seen once');
		await senco.click('Save', { status: 409 });
		await senco.sees('Someone saved this before you');
		await senco.sees('to scale');
		await senco.sees('careful');
		await senco.picture('stale-1280');
		await senco.resize(NARROW);
		await senco.lookOver(0);
		await senco.picture('stale-360');
		await senco.resize(WIDE);
	});
	await rig.step('and the record keeps both', async () => {
		const button = await senco.page.$('main form[method=post] button[type=submit]');
		await Promise.all([senco.page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
		await senco.lookOver();
		await senco.goto(`${child}/needs`, { look: false });
		await senco.sees('to scale');
		await senco.sees('careful');
	});
	await rig.step('the history tells of both, and by whom', async () => {
		await senco.goto(`${child}/history`, { look: false });
		await senco.sees('to scale');
		await senco.sees('careful');
	});
}

async function whoSees(rig, senco, child) {
	await rig.step('who can see this child, and why, is one page', async () => {
		await senco.goto(`${child}/who`);
		await senco.sees('SENCO');
	});
	await rig.step('search finds the child by part of the name', async () => {
		await senco.goto(child, { look: false });
		const surname = (await senco.page.$eval('h1', (h) => h.innerText)).trim().split(/\s/).at(-1);
		await senco.goto(`/search?q=${encodeURIComponent(surname.slice(0, 5))}`);
		await senco.sees(surname);
	});
}

const idOf = (path) => path.split('/')[2];

// The demonstration has a child who was entered by hand, and again by the list.
async function thePair(senco) {
	await senco.goto('/people/twice');
	const compare = await senco.page.$eval('main table tbody a[href*="/same/"]', (a) => a.getAttribute('href'));

	return { compare, stays: `/pupils/${compare.split('/')[2]}`, other: `/pupils/${compare.split('/')[4]}` };
}

async function beginPlan(senco, child) {
	await senco.goto(`${child}/plans/new`, { look: false });
	if (await senco.has('Begin', 'main button'))
		await senco.click('Begin', { look: false });
}

async function enteredTwice(rig, senco) {
	const { compare, stays, other } = await thePair(senco);
	const plain = await rig.signIn('senco', { scripts: false, size: NARROW });

	await rig.step('two records of one child are compared, and nothing is joined without a reason', async () => {
		await beginPlan(senco, stays);
		await beginPlan(senco, other);
		await senco.goto(`${stays}/same`);
		await senco.goto(compare);
		await senco.picture('same-1280');
		await senco.click('Join the two records', { status: 400 });
		await senco.sees('Say how you know that they are one child');
		await plain.goto(compare);
		await plain.picture('same-360');
	});
	await rig.step('without scripts they are joined, and what runs twice is said', async () => {
		await plain.fill('How do you know that they are one child?', 'Same birthday and mother');
		await plain.click('Join the two records');
		await plain.sees('Two plans of one kind are running');
		await plain.picture('joined-360');
	});
	await rig.step('both histories are on one page, and the other record leads there', async () => {
		await senco.goto(`${stays}/timeline`);
		await senco.sees('picture list');
		await senco.goto(other);
		expect(idOf(senco.path) === idOf(stays), 'the joined record still has a page of its own');
		await senco.sees('second record of this child');
		await senco.sees('To settle');
		await senco.picture('joined-child-1280');
	});
	await rig.step('and they are taken apart again, each with its own', async () => {
		await senco.goto(`${stays}/joined`);
		await senco.click('Take these apart');
		await senco.click('Take them apart', { status: 400 });
		await senco.fill('Why are they two children after all?', 'Cousins of one name');
		await senco.click('Take them apart');
		expect(idOf(senco.path) === idOf(other), `after taking apart it stands at ${senco.path}`);
		await senco.goto(`${other}/timeline`);
		await senco.sees('picture list');
		await senco.goto(`${stays}/timeline`);
		await senco.lacks('picture list');
	});
}

export default async function aChild(rig) {
	const senco = await rig.signIn('senco');
	const child = await firstChild(senco);

	await everyTab(rig, senco, child);
	await aNote(rig, senco, child);
	await twiceOver(rig, child);
	await twoPeople(rig, senco, child);
	await whoSees(rig, senco, child);
	await enteredTwice(rig, senco);
}

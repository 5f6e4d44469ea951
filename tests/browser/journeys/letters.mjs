// The SENCO writes to a family, looks at the letter, puts it in the outbox; the office and IT see what is theirs to see.
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';

async function bothSizes(rig, person, name) {
	await rig.check(`${person.role} ${name}`, async () => {
		const file = name.replace(/[^a-z0-9]+/gi, '-');

		await person.lookOver(0, { withAxe: false }); /* every-page asks axe of every page that links lead to */
		await person.picture(`letters-${person.role}-${file}-1280`);
		await person.resize(NARROW);
		await person.lookOver(0, { withAxe: /error|update/.test(name) });
		await person.picture(`letters-${person.role}-${file}-360`);
		await person.resize(WIDE);
	});
}

const words = (person) => person.page.$eval('main', (m) => m.innerText);
const href = (person, selector) => person.page.$eval(selector, (a) => a.getAttribute('href'));

export default async function letters(rig) {
	const senco = await rig.signIn('senco');

	for (const path of ['/letters', '/letters/templates', '/letters/templates/new', '/outbox', '/outbox?state=sent', '/letters/new']) {
		await senco.goto(path, { look: false });
		await bothSizes(rig, senco, path);
	}
	await rig.step('a template may hold no name in its subject', async () => {
		await senco.goto('/letters/templates/new', { look: false });
		await senco.fill('Name', 'A short note');
		await senco.fill('Subject', 'About {pupil.first}');
		await senco.fill('Text', 'Dear {contact.salutation}\n\n{pupil.first} had a good week.\n\n{sender.name}');
		await senco.choose('Either');
		await senco.click('Save the template', { status: 400, look: false });
		await bothSizes(rig, senco, 'template with errors');
		await senco.fill('Subject', 'A note from school');
		await senco.click('Save the template');
		expect((await words(senco)).includes('A short note'), 'the template is in the list');
	});
	await rig.step('a letter is written, looked at and queued', async () => {
		await senco.goto('/letters?state=draft', { look: false });
		await senco.page.goto(senco.address + await href(senco, 'main table a[href^="/letters/"]'));
		await bothSizes(rig, senco, 'a draft');
		const child = await href(senco, 'nav a[href^="/pupils/"]');

		await senco.goto(`${child}/letters`, { look: false });
		await bothSizes(rig, senco, 'of one child');
		await senco.click('Write a letter', { look: false });
		await bothSizes(rig, senco, 'whom it goes to');
		await senco.click('Write it and look at it', { status: 400, look: false });
		await bothSizes(rig, senco, 'whom with errors');
		await senco.select('Which letter', 'A short note');
		await senco.choose('Handed over');
		await senco.click('Write it and look at it', { look: false });
		expect((await words(senco)).includes('before it goes'), 'the letter is shown before it goes');
		await bothSizes(rig, senco, 'before it goes');
		await senco.fill('Who took it', 'Mother, at the gate');
		await senco.click('It is handed over', { look: false });
		expect((await words(senco)).includes('Mother, at the gate'), 'the proof is kept');
		await bothSizes(rig, senco, 'handed over');
	});
	await rig.step('one letter to many, with the reason for each who is left out', async () => {
		await senco.goto('/letters/new', { look: false });
		await senco.select('Which letter', 'A short note');
		await senco.select('Register', 'A plan (EHCP)');
		await senco.click('Show', { look: false });
		await bothSizes(rig, senco, 'to many');
		await senco.click('Write the', { look: false });
		await bothSizes(rig, senco, 'written together');
	});
	await rig.step('what may have been sent is decided by a person', async () => {
		await senco.goto('/outbox?state=unknown', { look: false });
		await senco.click('Look', { look: false });
		await bothSizes(rig, senco, 'may have been sent');
		await senco.click('It arrived: mark it as sent', { look: false });
		expect((await words(senco)).includes('Marked as sent by'), 'who decided is kept');
	});
	await rig.step('the register’s filter leads to a letter to those families', async () => {
		await senco.goto('/register?status=E');
		await senco.click('Write to families');
		expect((await senco.page.$eval('select[name=status]', (s) => s.value)) === 'E', 'the same children');
	});
	await rig.step('an update is written with one press, looked at, sent, and printed for the child', async () => {
		await senco.goto('/register?status=K', { look: false });
		const child = await href(senco, 'main table a[href^="/pupils/"]');

		await senco.goto(child, { look: false });
		await senco.press('More to do');
		await senco.click('Send an update', { look: false });
		await bothSizes(rig, senco, 'update');
		await senco.fill('What is done next', 'Two minutes of reading aloud every day.');
		await senco.click('Send the update', { look: false });
		await bothSizes(rig, senco, 'update sent');
		expect((await words(senco)).includes('Who has it'), 'who has it');
		await senco.click('Print for the child');
		await senco.page.pdf({ path: 'build/journeys/letters-update-child.pdf', format: 'A4' });
		await senco.goto(`${child}/updates`);
	});
	const office = await rig.signIn('office');

	await office.goto('/letters', { look: false });
	await bothSizes(rig, office, 'letters');
	await office.goto('/outbox', { look: false });
	await bothSizes(rig, office, 'outbox');
	await office.goto('/', { look: false });
	await bothSizes(rig, office, 'home');
	const it = await rig.signIn('it');

	await it.goto('/', { look: false });
	await bothSizes(rig, it, 'home');
	await it.goto('/outbox', { look: false });
	await bothSizes(rig, it, 'outbox');
	await it.goto('/outbox/server', { look: false });
	await bothSizes(rig, it, 'mail server');
	await senco.leave();
}

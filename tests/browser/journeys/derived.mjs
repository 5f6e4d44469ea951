// The pages that come from record tables: search, a list, one record, its form with errors, change and undo, the dictionary, help.
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';

const PAGES = ['/search', '/records/strength/new', '/records/strength', '/disposal', '/search?q=dylan', '/search?q=reading', '/records',
	'/records/need', '/records/pupil', '/help', '/help/keyboard', '/help/accessibility', '/help/privacy', '/help/dictionary',
	'/help/dictionary?type=need'];

async function bothSizes(rig, person, name) {
	await rig.check(`${person.role} ${name}`, async () => {
		await person.lookOver(0);
		await person.picture(`derived-${name.replace(/[^a-z0-9]+/gi, '-')}-1280`);
		await person.resize(NARROW);
		await person.lookOver(0);
		await person.picture(`derived-${name.replace(/[^a-z0-9]+/gi, '-')}-360`);
		await person.resize(WIDE);
	});
}

async function first(person, selector) {
	return person.page.$eval(selector, (a) => a.getAttribute('href'));
}

export default async function derived(rig) {
	const senco = await rig.signIn('senco');

	for (const path of PAGES) {
		await senco.goto(path, { look: false });
		await bothSizes(rig, senco, path);
	}
	await rig.check('senco changes a record, undoes it, and sees its history', async () => {
		await senco.goto('/records/need', { look: false });
		const one = await first(senco, 'main table a[href^="/records/need/"]');

		await senco.goto(one, { look: false });
		await bothSizes(rig, senco, 'one record');
		await senco.goto(`${one}/edit`, { look: false });
		await senco.fill('Rank', 'x');
		await senco.click('Save', { status: 400, look: false });
		await bothSizes(rig, senco, 'a form with errors');
		await senco.fill('Rank', '4');
		await senco.click('Save');
		expect((await senco.page.$eval('main', (m) => m.innerText)).includes('4'), 'the new rank is shown');
		await senco.click('Undo');
		await senco.goto(`${one}/history`, { look: false });
		await bothSizes(rig, senco, 'history');
		await senco.goto(`${one}/withdraw`, { look: false });
		await bothSizes(rig, senco, 'withdraw');
	});
	await senco.leave();
}

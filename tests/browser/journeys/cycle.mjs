// A graduated cycle on an installation where nobody has done anything yet: begun, assessed, planned with the helper, agreed,
// checked on a phone, reviewed with others, signed, and the next one begun. Counts what the group review costs. Then the same
// pages without scripts.
import { resolve } from 'node:path';
import { NARROW, WIDE } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

export const blank = true;

const href = (person, selector) => person.page.$eval(selector, (a) => a.getAttribute('href'));
const words = (person) => person.page.$eval('main', (m) => m.innerText);

async function bothSizes(rig, person, name, status = 0) {
	await rig.check(name, async () => {
		const file = name.replace(/[^a-z0-9]+/gi, '-');

		await person.lookOver(status);
		await person.picture(`cycle-${file}-1280`);
		await person.resize(NARROW);
		await person.lookOver(status);
		await person.picture(`cycle-${file}-360`);
		await person.resize(WIDE);
	});
}

async function child(ruth) {
	await ruth.goto('/imports', { look: false });
	await ruth.attach('Choose a file', resolve('tests/data/samples', 'mis/sims_student_report.csv'));
	await ruth.click('Look at the file', { look: false });
	await ruth.click('Save 84 children', { look: false });
	await ruth.click('Open the register', { look: false });
	return href(ruth, 'main table a[href^="/pupils/"]');
}

// By name, as it is typed: the cards of a plan repeat their labels.
async function type(person, name, value) {
	await person.page.$eval(`[name="${name}"], [name$="${name}"]`, (e, v) => { e.value = v; }, value);
}

// Typed as a person types: the page hears it, rests, and asks.
async function live(person, name, value, place, says) {
	await person.page.$eval(`[name="${name}"]`, (e, v) => {
		e.value = v;
		e.dispatchEvent(new Event('input', { bubbles: true }));
	}, value);
	await person.page.waitForFunction((sel, words) => document.querySelector(sel)?.innerText.includes(words), { timeout: 8000 },
		place, says);
}

async function press(person, selector) {
	await Promise.all([person.page.waitForNavigation({ waitUntil: 'load' }), person.page.$eval(selector,
		(b) => b.form.requestSubmit(b))]);
}

async function plan(rig, ruth, pupil) {
	await rig.step('a plan begins, and says what it needs', async () => {
		await ruth.goto(`${pupil}/plans`, { look: false });
		await bothSizes(rig, ruth, 'no plan yet', 200);
		await ruth.click('Begin a plan', { look: false });
		await bothSizes(rig, ruth, 'begin', 200);
		await ruth.click('Begin', { look: false });
		await bothSizes(rig, ruth, 'assess', 200);
		await ruth.click('Save and go on to the plan', { status: 400, look: false });
		await bothSizes(rig, ruth, 'assess with errors');
		await ruth.fill('What is the concern?', 'Reading is slow and tires quickly');
		await ruth.click('Save and go on to the plan', { look: false });
		await bothSizes(rig, ruth, 'plan empty', 200);
	});
	await rig.step('the helper speaks while one types, of the line one types in, and saves nothing', async () => {
		await live(ruth, 'n-1-outcome', 'Have 20 minutes of reading a day', '#says-n-1', 'belongs under support');
		await live(ruth, 'n-1-outcome', 'Is more confident', '#says-n-1', 'Not yet measurable');
		expect(await ruth.page.$eval('#says-n-1', (e) => e.getAttribute('aria-live')) === 'polite',
			'it is read out politely');
		expect(await ruth.page.$eval('#says-n-2', (e) => e.innerText.trim()) === '', 'the other card is silent');
		await ruth.lookOver(200);
		expect(!(await ruth.get(`${pupil}/plans`)).body.includes('Is more confident'), 'nothing is saved');
	});
	await rig.step('the helper speaks, moves a line to support and never blocks', async () => {
		await type(ruth, 'n-1-outcome', 'Have 20 minutes of reading a day');
		await type(ruth, 'n-2-outcome', 'Is more confident');
		await ruth.click('Save and check', { look: false });
		expect((await words(ruth)).includes('belongs under support'), 'provision is heard');
		expect((await words(ruth)).includes('more confident'), 'what cannot be measured is heard');
		await bothSizes(rig, ruth, 'plan with the helper', 200);
		await press(ruth, 'button[value^="support-"]');
		expect((await words(ruth)).includes('Have 20 minutes of reading a day'), 'it stands under support');
		await type(ruth, '-outcome', 'Reads 90 words a minute');
		await type(ruth, '-baseline', '60 words');
		await type(ruth, '-start_value', '60');
		await type(ruth, '-goal_value', '90');
		await type(ruth, '-unit', 'words');
		await ruth.click('Agree the plan', { status: 400, look: false });
		await bothSizes(rig, ruth, 'plan with errors');
		await type(ruth, 'parents_told_on', '20 November 2026');
		await type(ruth, 'parents_told_how', 'At a meeting');
		await type(ruth, 'review_on', '12 March 2027');
		await type(ruth, '-own_words', 'I read without stopping');
		await type(ruth, 'm-1-text', 'Paired reading');
		await ruth.click('Add a part', { look: false });
		await ruth.sees('“Paired reading”: nobody is named.');
		await ruth.click('Agree the plan', { look: false });
		await bothSizes(rig, ruth, 'do', 200);
	});
	await rig.step('the child fills the review card, and it stands at the target', async () => {
		await ruth.click('own review card', { look: false });
		await ruth.lookOver(200);
		await ruth.page.$eval('input[name$="-feels"][value="4"]', (e) => e.click());
		await type(ruth, '-words', 'I do not lose my place now');
		await ruth.click('Keep the card', { look: false });
		await ruth.sees('4 of 5. I do not lose my place now');
	});
}

async function checkOnPhone(rig, ruth) {
	await rig.step('a check is added on a phone in three taps', async () => {
		await ruth.resize(NARROW);
		await type(ruth, 'value', '66');
		await press(ruth, 'form.os-point button');
		expect((await words(ruth)).includes('66'), 'the number stands on the line');
		await ruth.lookOver(200);
		await ruth.resize(WIDE);
		console.log('    a check: 3 taps (the box, the number, Add)');
	});
}

async function together(rig, ruth) {
	await rig.step('the group review is filled by keyboard', async () => {
		let keys = 0;
		const key = async (k) => { await ruth.page.keyboard.press(k); keys++; };

		await ruth.goto('/plans/review', { look: false });
		await bothSizes(rig, ruth, 'group review', 200);
		await ruth.page.focus('input[name$="-value"]');
		await ruth.page.keyboard.down('Control');
		await ruth.page.keyboard.press('a');
		await ruth.page.keyboard.up('Control');
		await ruth.page.keyboard.type('78');
		keys += 2;
		await key('Tab');
		await ruth.page.keyboard.type('31');
		keys += 2;
		for (const k of ['Tab', 'Space', 'ArrowRight', 'ArrowRight', 'Tab', 'Space'])
			await key(k);
		const fields = await ruth.page.$$eval('.os-grp tbody tr', (rows) => rows.length);

		await Promise.all([ruth.page.waitForNavigation({ waitUntil: 'load' }), (async () => {
			await ruth.page.keyboard.down('Control');
			await key('Enter');
			await ruth.page.keyboard.up('Control');
		})()]);
		expect((await words(ruth)).includes('1 of 1 reviewed'), 'the child is reviewed');
		const six = (keys - 1) * 6 + 1; // one save for all
		console.log(`    group review: ${keys} keys for ${fields} line, sessions had among them; six children of a target each: ${six} keys, ` +
			`${Math.round(six * 0.28 + 12 * 1.35)} s by the keystroke-level model (0.28 s a key, 1.35 s for each of two decisions)`);
		expect(six * 0.28 + 12 * 1.35 < 60, 'six children take less than a minute');
		await bothSizes(rig, ruth, 'group review done', 200);
	});
}

async function sign(rig, ruth, pupil) {
	await rig.step('the review is signed and the next cycle begins where it ended', async () => {
		await ruth.goto(`${pupil}/plans`, { look: false });
		await ruth.click('Open it', { look: false });
		await ruth.page.goto(`${ruth.page.url().split('?')[0]}?step=review`);
		await bothSizes(rig, ruth, 'review', 200);
		await type(ruth, 'present', 'Mother, teacher');
		await type(ruth, 'effect', 'Reads faster and gladly');
		await ruth.select('What happens next', 'Continue with this support');
		await ruth.click('Save the review', { look: false });
		await type(ruth, 'without', 'Both were at the meeting; the paper follows');
		await ruth.click('Sign the review', { look: false });
		expect((await words(ruth)).includes('Begin the next cycle'), 'the next one is offered');
		await bothSizes(rig, ruth, 'signed', 200);
		await ruth.click('Begin the next cycle', { look: false });
		await ruth.click('Begin', { look: false });
		await ruth.page.goto(`${ruth.page.url().split('?')[0]}?step=plan`);
		expect(await ruth.page.$eval('[name$="-baseline"]', (e) => e.value) === '78 words at the end of cycle 1',
			'the start is where it ended');
		await ruth.goto(`${pupil}/plans`, { look: false });
		await bothSizes(rig, ruth, 'story', 200);
	});
}

async function withoutScripts(rig, pupil) {
	await rig.step('without scripts the plan saves, a card is added and it ends early', async () => {
		const plain = await rig.signIn('senco', { scripts: false });

		await plain.goto(`${pupil}/plans`, { look: false });
		await plain.click('Open it', { look: false });
		await plain.fill('What is the concern?', 'Reading, still');
		await plain.click('Save and go on to the plan', { look: false });
		await plain.click('Add a target', { look: false });
		await plain.sees('Target 2');
		await plain.click('End early', { look: false });
		await plain.click('End the plan', { status: 400, look: false });
		await plain.sees('Choose why the plan ends');
		await plain.choose('It was begun by mistake');
		await plain.click('End the plan', { look: false });
		await plain.sees('Ended without a review');
	});
}

export default async function cycle(rig) {
	const ruth = await rig.signIn('senco');
	let pupil = '';

	await rig.step('there are children', async () => { pupil = await child(ruth); });
	await plan(rig, ruth, pupil);
	await checkOnPhone(rig, ruth);
	await together(rig, ruth);
	await sign(rig, ruth, pupil);
	await withoutScripts(rig, pupil);
	await ruth.leave();
}

// The register as the SENCO works with it: looking, finding, sorting, going back in time, taking it away as a file; a child put on,
// changed, taken off, undone; watching; the review round by keyboard; what the census would refuse.
import { NARROW } from '../rig/person.mjs';
import { dayFrom, expect, longDay } from '../rig/rig.mjs';

async function send(person) {
	const button = await person.page.$('main form:not([role=search]) button[type=submit]');

	await Promise.all([person.page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
}

const children = (person) => person.rows('Children on the register');
const names = async (person) => (await children(person)).map((row) => row[0]);

async function filters(rig, senco) {
	let all = 0;

	await rig.step('the register opens with its answer', async () => {
		await senco.goto('/register');
		all = (await children(senco)).length;
		expect(all >= 10, `only ${all} children`);
		await senco.picture('register-1280');
	});
	await rig.step('a filter narrows it and says so', async () => {
		await senco.select('Status', 'E only');
		await senco.click('Show');
		const rows = await children(senco);
		expect(rows.length > 0 && rows.length < all, `${rows.length} of ${all} with a plan`);
		expect(rows.every((row) => row[2].startsWith('E')), 'somebody without a plan is shown');
	});
	await rig.step('its chip takes it away again', async () => {
		await senco.click('Status:');
		expect((await children(senco)).length === all, 'the chip did not widen the list');
	});
	await rig.step('a filter that finds nobody says so and offers a way back', async () => {
		await senco.fill('Name or UPN', 'zzzz');
		await senco.click('Show');
		expect((await children(senco)).length === 0, 'somebody is shown');
		await senco.click('Clear all');
		expect((await children(senco)).length === all, 'not all are back');
	});
	await rig.step('a heading sorts up and down', async () => {
		await senco.click('Name');
		const down = await names(senco);
		await senco.click('Name');
		const up = await names(senco);
		expect(down[0] !== up[0] && down[0] === up.at(-1), `first is ${down[0]}, then ${up[0]}`);
	});
	await rig.step('a saved view comes back by its name', async () => {
		await senco.goto('/register?status=K', { look: false });
		await senco.press('Save this view');
		await senco.fill('Name of the view', 'K only');
		await Promise.all([senco.page.waitForNavigation({ waitUntil: 'load' }),
			senco.page.$eval('form[action="/register/views"]', (form) => form.requestSubmit())]);
		await senco.goto('/register', { look: false });
		await senco.click('K only');
		expect((await children(senco)).every((row) => row[2].startsWith('K')), 'the view shows others too');
	});
}

async function backInTime(rig, senco) {
	const past = longDay(dayFrom(-400));

	await rig.step('the register of a past day says that nothing can be changed', async () => {
		await senco.goto('/register', { look: false });
		await senco.fill('As at', past);
		await senco.click('Show');
		await senco.sees(`You are looking at ${past}`);
		expect(!await senco.has('Put a child on the register'), 'it can be changed');
		await senco.click('Go back to today');
		await senco.lacks('You are looking at');
	});
	await rig.step('a date nobody can read is asked for again, as typed', async () => {
		await senco.fill('As at', 'some day');
		await senco.click('Show', { status: 0 });
		await senco.sees('There is a problem');
		expect(await senco.valueOf('As at') === 'some day', 'what was typed is gone');
	});
}

async function takenAway(rig, senco) {
	await rig.step('CSV and XLSX hold what the page shows', async () => {
		await senco.goto('/register', { look: false });
		const hrefs = await senco.page.$$eval('a', (all) => all.filter((a) => ['CSV', 'Excel'].includes(a.textContent.trim()))
			.map((a) => [a.textContent.trim(), a.getAttribute('href')]));
		const { CSV, Excel } = Object.fromEntries(hrefs);
		const csv = await senco.get(CSV), xlsx = await senco.get(Excel);
		const some = (await names(senco))[0].split(',')[0];
		expect(csv.status === 200 && csv.body.toString().includes(some), `no ${some} in the CSV (${csv.status})`);
		expect(/attachment/.test(csv.headers.get('content-disposition')), 'the CSV is not a download');
		expect(xlsx.status === 200 && xlsx.body.subarray(0, 4).toString('hex') === '504b0304', 'no workbook');
	});
}

async function findChild(senco, status) {
	await senco.goto('/register/add');
	for (const part of ['a', 'e', 'o', 'i']) {
		await senco.fill('Which child?', part);
		await Promise.all([senco.page.waitForNavigation({ waitUntil: 'load' }),
			senco.page.$eval('main form[action="/register/add"]', (form) => form.requestSubmit())]);
		if (await senco.has(status))
			return;
	}
	throw new Error(`nobody to "${status}"`);
}

async function putOn(rig, senco) {
	let first = '';

	await rig.step('putting a child on the register: what is missing is said, what was typed is kept', async () => {
		await findChild(senco, 'Put on the register');
		await senco.click('Put on the register');
		await senco.fill('Why?', 'Falls behind in reading in spite of help in class');
		await senco.picture('register-enter-1280');
		first = /Put (\S+) on the register/.exec(await senco.text())[1];
		await senco.click(`Put ${first} on the register`, { status: 0 });
		await senco.sees('There is a problem');
		expect((await senco.valueOf('Why?')).startsWith('Falls behind'), 'the reason is gone');
		expect(/^Error:/.test(await senco.page.title()), 'the title does not say Error');
		await senco.picture('register-enter-errors-1280');
		await senco.resize(NARROW);
		await senco.lookOver(0);
		await senco.picture('register-enter-errors-360');
		await senco.resize({ width: 1280, height: 800 });
	});
	await rig.step('mended and sent again, the child is on the register', async () => {
		await senco.choose('SEN Support');
		await senco.fillDate('When did it start?', dayFrom(-60));
		await senco.select('Main need', 'Specific learning difficulty');
		const how = await senco.field('How was it identified?');
		await how.evaluate((e) => { e.selectedIndex = 1; });
		await senco.fill('What shows this?', 'Reading age 14 months behind; phonics check in June');
		await senco.fill('Who agreed?', 'His mother, and the class teacher');
		await senco.fillDate('When were', dayFrom(-60));
		await senco.page.evaluate(() => document.querySelector('input[name=parents_told_how]').click());
		await senco.click(`Put ${first} on the register`);
		await senco.sees('is on the register from');
		await senco.picture('register-entered-1280');
	});
	return first;
}

async function changeAndLeave(rig, senco) {
	const child = senco.path.replace(/[?#].*/, '');

	await rig.step('a change of status with its reason', async () => {
		await senco.goto(`${child}/register/change`);
		await senco.choose('EHC plan');
		await senco.fillDate('From which day?', dayFrom(-30));
		await senco.fill('Why?', 'The authority issued a plan');
		await senco.fill('What shows this?', 'The final plan');
		await senco.fill('Who agreed?', 'His mother and the authority');
		await senco.fillDate('When were', dayFrom(-30));
		await senco.page.evaluate(() => document.querySelector('input[name=parents_told_how]').click());
		await send(senco);
		await senco.lookOver();
		await senco.sees(`from ${longDay(dayFrom(-30))}`);
	});
	await rig.step('which can be undone', async () => {
		await senco.click('Undo');
		await senco.sees('Undone');
	});
	await rig.step('a child leaves the register', async () => {
		await senco.goto(`${child}/register/leave`);
		await senco.fillDate('From which day is', dayFrom(-5));
		await (await senco.field('Why?')).evaluate((e) => { e.selectedIndex = 1; });
		await senco.fill('In a sentence', 'Reads as well as the others now');
		await senco.fill('What shows this?', 'Reading test of March');
		await senco.fill('Who agreed?', 'His mother');
		await senco.fillDate('When were', dayFrom(-5));
		await senco.page.evaluate(() => document.querySelector('input[name=parents_told_how]').click());
		await senco.fillDate('When will you look', dayFrom(60));
		await send(senco);
		await senco.lookOver();
		await senco.sees('is off the register');
	});
}

async function watched(rig, senco) {
	await rig.step('a child is watched until a day', async () => {
		await findChild(senco, 'Watch');
		await senco.click('Watch');
		await senco.fill('What are you watching for?', 'Tires quickly when writing');
		await senco.fillDate('From which day?', dayFrom(-3));
		await senco.fillDate('Decide by', dayFrom(25));
		await send(senco);
		await senco.lookOver();
		await senco.sees('is on the watch list');
	});
	await rig.step('and the decision is made from the list', async () => {
		await senco.goto('/watch');
		await senco.picture('watch-1280');
		await senco.click('Decide');
		await send(senco);
		await senco.lookOver(0);
		await senco.sees('There is a problem');
	});
}

async function reviewRound(rig, senco) {
	await rig.step('the review round goes by keyboard: arrows choose, Enter saves', async () => {
		await senco.goto('/register/round');
		await senco.picture('round-1280');
		const before = await senco.text();
		await (await senco.page.$('.os-round input[type=radio]')).focus();
		await senco.page.keyboard.press('Space');
		await senco.page.keyboard.press('Tab');
		await senco.page.keyboard.press('Tab');
		await senco.page.keyboard.type('Goes well');
		await Promise.all([senco.page.waitForNavigation({ waitUntil: 'load' }), senco.page.keyboard.press('Enter')]);
		await senco.lookOver();
		await senco.sees('is reviewed');
		expect(before !== await senco.text(), 'nothing has changed');
	});
	await rig.step('the check before the census names each child and each fix', async () => {
		await senco.goto('/register/census');
		await senco.picture('census-1280');
		const fixes = await senco.rows();
		if (fixes.length)
			await senco.click(fixes[0].at(-1));
	});
}

async function onPhone(rig) {
	await rig.step('on a phone without scripts: register, filter, past day, round, watch list', async () => {
		const phone = await rig.signIn('senco', { scripts: false, size: NARROW });
		await phone.goto('/register');
		await phone.picture('register-360');
		await phone.goto('/register?status=E&sort=-name');
		expect((await names(phone)).length > 0, 'nobody on the phone');
		await phone.goto(`/register?as_at=${dayFrom(-400)}`);
		await phone.goto('/register/round');
		await phone.picture('round-360');
		await phone.goto('/watch');
		await phone.goto('/register/census');
	});
}

export default async function register(rig) {
	const senco = await rig.signIn('senco');

	await filters(rig, senco);
	await backInTime(rig, senco);
	await takenAway(rig, senco);
	await putOn(rig, senco);
	await changeAndLeave(rig, senco);
	await watched(rig, senco);
	await reviewRound(rig, senco);
	await onPhone(rig);
}

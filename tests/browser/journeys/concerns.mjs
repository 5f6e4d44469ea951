// A parent is worried: a teacher takes the call on a phone, the SENCO gives it to somebody, the family is answered and it is closed.
// And whose children are whose: caseloads by weight, families that wait, a child that moves.
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';

async function bothSizes(person, name) {
	await person.lookOver(0);
	await person.picture(`concerns-${name}-1280`);
	await person.resize(NARROW);
	await person.lookOver(0);
	await person.picture(`concerns-${name}-360`);
	await person.resize(WIDE);
}

const href = (person, selector) => person.page.$eval(selector, (a) => a.getAttribute('href'));

export default async function concerns(rig) {
	const teacher = await rig.signIn('teacher');
	let child, words;

	await rig.step('a teacher writes down what a parent said, on a phone', async () => {
		await teacher.resize(NARROW);
		await teacher.goto('/', { look: false });
		child = /\/pupils\/[^/?#]+/.exec(await href(teacher, 'main a[href^="/pupils/"]'))[0];
		await teacher.goto(child, { look: false });
		await teacher.press('More to do');
		await teacher.click('A concern from home');
		await teacher.click('Hand it in', { status: 400 });
		await teacher.sees('Write down what they said');
		await teacher.picture('concerns-intake-360');
		await teacher.fill('Somebody else', 'Grandmother');
		await teacher.fill('What they said', 'Nobody told us that the group ended.');
		await teacher.click('Hand it in');
		await teacher.sees('The family is to be answered by');
		await teacher.leave();
	});
	const senco = await rig.signIn('senco');

	await rig.step('the SENCO sees it at home and says who sees to it', async () => {
		await senco.goto('/', { look: false });
		await senco.sees('Concerns from home');
		await senco.goto('/home-concerns', { look: false });
		await bothSizes(senco, 'list');
		await senco.goto(child, { look: false });
		await senco.goto('/home-concerns', { look: false });
		const rows = await senco.rows('Open concerns');

		words = rows.find((r) => r[4] === 'New' && r[1].startsWith('Concern since'));
		expect(words, 'the new one is in the list');
		await senco.page.evaluate((name) => [...document.querySelectorAll('main tbody tr')]
			.find((tr) => tr.innerText.includes(name) && tr.innerText.includes('New')).querySelector('a').click(), words[0].split(' ')[0]);
		await senco.page.waitForSelector('select[name=owner]');
		await bothSizes(senco, 'new');
		await senco.click('Start looking into it', { status: 400 });
		await senco.select('Who sees to it?', 'Okonkwo');
		await senco.select('What it is about', 'Not told, or not heard');
		await senco.click('Start looking into it');
		await senco.sees('until the family is answered');
		await bothSizes(senco, 'looking');
	});
	await rig.step('they are answered, and it is closed with what came of it', async () => {
		await senco.fill('What they were told', 'Rang: the group ended because the target was met. We write before a change now.');
		await senco.click('They are answered');
		await senco.click('Close it', { status: 400 });
		await senco.sees('Choose what came of it');
		await senco.select('What came of it', 'Explained');
		await senco.click('Close it');
		await bothSizes(senco, 'closed');
		await senco.click('Undo', { look: false });
	});
	await rig.step('what they were about, over the year', async () => {
		await senco.goto('/home-concerns?show=closed');
		await senco.goto('/home-concerns?show=themes', { look: false });
		await bothSizes(senco, 'themes');
		await senco.sees('half of them within');
	});
	await rig.step('who carries how much, which family waits, and a child moves to somebody with room', async () => {
		await senco.goto('/caseloads', { look: false });
		await bothSizes(senco, 'caseloads');
		const rows = await senco.rows('Keyworkers');
		const [most] = [...rows].sort((a, b) => Number(b[2]) - Number(a[2]));

		await senco.click(most[0]);
		await bothSizes(senco, 'caseload');
		await senco.click('Move');
		const to = await senco.page.$eval('select[name=staff]', (s) => s.value);

		expect(to, 'somebody with room is proposed');
		await senco.click('Move', { look: false });
		await senco.sees('has a new keyworker from');
		await senco.click('Undo', { look: false });
		await senco.goto('/caseloads', { look: false });
		expect((await senco.rows('Keyworkers')).find((r) => r[0] === most[0])[2] === most[2], 'the weight is back');
		await senco.goto(`${child}/contact-plan`, { look: false });
		await bothSizes(senco, 'contact-plan');
		await senco.leave();
	});
}

// A parent without an account: the SENCO makes a link, reads a code out, and the parent says how things are on a phone.
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';

async function bothSizes(rig, person, name) {
	await rig.check(`${person.role} ${name}`, async () => {
		const file = name.replace(/[^a-z0-9]+/gi, '-');

		await person.lookOver(0);
		await person.picture(`door-${file}-1280`);
		await person.resize(NARROW);
		await person.lookOver(0);
		await person.picture(`door-${file}-360`);
		await person.resize(WIDE);
	});
}

const words = (person) => person.page.$eval('main', (m) => m.innerText);

export default async function door(rig) {
	const senco = await rig.signIn('senco');
	let link, address, code, child;

	await rig.step('a link is made and shown once', async () => {
		await senco.goto('/letters', { look: false });
		child = await senco.page.evaluate(() => fetch('/register').then((r) => r.text()).then((t) => /\/pupils\/[0-9a-z]+/.exec(t)[0]));
		await senco.goto(`${child}/links`, { look: false });
		await bothSizes(rig, senco, 'links of a child');
		await senco.click('Make a link', { look: false });
		await bothSizes(rig, senco, 'make a link');
		await senco.click('Make the link', { status: 400, look: false });
		await bothSizes(rig, senco, 'make a link with errors');
		await senco.choose('Tell us how things are');
		await senco.page.$eval('input[name=to]', (e) => e.click());
		await senco.choose('On paper: it is shown once, to be handed over');
		await senco.click('Make the link', { look: false });
		await bothSizes(rig, senco, 'the link');
		address = /https?:\/\/\S+\/link\/[\w-]+/.exec(await words(senco))[0];
		await senco.goto('/links', { look: false });
		await bothSizes(rig, senco, 'all links');
		link = await senco.page.$eval('main a[href^="/links/"]', (a) => a.getAttribute('href'));
	});
	const parent = await rig.visitor({ size: NARROW });
	const path = address.slice(address.indexOf('/link/'));

	await rig.step('opening it shows a door and nothing of the child', async () => {
		await parent.goto(path);
		await parent.picture('door-door-360');
		expect((await words(parent)).includes('There is a page for you'), 'the door');
	});
	await rig.step('a wrong code is refused kindly', async () => {
		await parent.fill('Code', '000000');
		await parent.click('Open my page', { status: 400 });
		expect((await words(parent)).includes('That is not the code'), 'a wrong code');
		await parent.picture('door-wrong-360');
	});
	await rig.step('the school reads a code out', async () => {
		await senco.goto(link, { look: false });
		await senco.click('Make a code to read out', { look: false });
		await bothSizes(rig, senco, 'a code to read out');
		code = /The code is (\d{3} \d{3})/.exec(await words(senco))[1];
	});
	await rig.step('the code opens the page; what is half typed is there after leaving', async () => {
		await parent.fill('Code', code);
		await parent.click('Open my page');
		await parent.picture('door-views-360');
		await parent.click('Send to school', { status: 400 });
		await parent.picture('door-views-errors-360');
		await parent.fill('What goes well?', 'She reads to her brother every evening.');
		await parent.goto('/register', { status: 404 });
		await parent.goto('/');
	});
	await rig.step('it is sent, and the copy can be kept', async () => {
		await parent.fill('What goes well?', 'She reads to her brother every evening.');
		await parent.choose('Good');
		await parent.click('Send to school');
		expect((await words(parent)).includes('every evening'), 'what was sent is shown');
		await parent.picture('door-sent-360');
	});
	await rig.step('used, it opens nothing', async () => {
		const other = await rig.visitor({ size: NARROW });

		await other.goto(path, { status: 404 });
		await other.picture('door-gone-360');
		await senco.goto(link, { look: false });
		expect((await words(senco)).includes('Done'), 'the school sees that it is done');
	});
	await rig.step('staff read it in their words', async () => {
		await senco.goto(`${child}/said`, { look: false });
		expect((await words(senco)).includes('every evening'), 'the words');
		await bothSizes(rig, senco, 'what they said');
		await senco.goto(child, { look: false });
		expect((await words(senco)).includes('What they said'), 'on the child’s page');
	});
	await parent.goto('/link/away');
	await parent.picture('door-away-360');
}

// Every page that a link leads each role to, wide and narrow: it answers, is accessible, has one h1 and a title, fits a phone, and
// the browser has nothing to complain of. Then every form on the way is sent empty, and its errors are looked at the same way.
import { crawl } from '../rig/crawl.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

// Axe, and a phone's width, are tried on a kind of page once, whoever comes first, but on each role's own home and child's page
// too; with AXE=all, always.
const EVERYWHERE = process.env.AXE === 'all';
const OWN = /^\/$|^\/pupils\/:pupil$/;
const tried = new Set();

async function lookTwice(rig, person, kind, path) {
	const withAxe = EVERYWHERE || !tried.has(kind) || OWN.test(kind);

	tried.add(kind);
	await rig.check(`${person.role} ${kind}`, async () => {
		await person.lookOver(200, { withAxe });
		if (!withAxe)
			return;
		await person.resize(NARROW);
		await person.lookOver(200, { withAxe });
		await person.resize(WIDE);
	});
	expect(path, 'a page has an address');
	await namesNobody(person, path);
}

// Whoever this role was shown a link to, by name: "Whitlock, Kai" and "Kai Whitlock".
const children = new Set();

// A tab's title stays in the browser's history: it never names a child.
async function namesNobody(person, path) {
	const links = await person.page.$$eval('a[href^="/pupils/"]', (all) => all.map((a) => [a.getAttribute('href'), a.textContent.trim()]));
	const title = await person.page.title();

	for (const [href, text] of links) {
		const [last, first] = text.split(', ');

		if (/^\/pupils\/[a-z0-9]+$/.test(href) && /^\S+,? \S+$/.test(text))
			children.add(first ? `${first} ${last}` : text);
	}
	for (const name of children) {
		const [first] = name.split(' ');

		expect(!title.includes(name) && !new RegExp(`(for|about|with|of) ${first}\\b`).test(title), `${path} has the title “${title}”`);
	}
}

// Empties the page's main form and sends it. A form that ticks, chooses or writes nothing (a lone button) is left alone.
function sendEmpty() {
	const form = [...document.querySelectorAll('main form[method=post]')].find((f) => f.querySelector(
		'input[type=text], input:not([type]), textarea, select, input[type=date], input[type=email], input[type=password]'));

	if (!form)
		return false;
	form.querySelectorAll('input, textarea, select').forEach((e) => {
		if (e.type === 'checkbox' || e.type === 'radio')
			e.checked = false;
		else if (e.type !== 'hidden' && e.type !== 'submit')
			e.value = '';
	});
	form.noValidate = true;
	form.requestSubmit();
	return true;
}

async function formErrors(rig, person, kind, path) {
	if (!await person.page.$('main form[method=post]'))
		return;
	const left = person.page.waitForNavigation({ waitUntil: 'load' }).catch(() => null);

	if (!await person.page.evaluate(sendEmpty))
		return;
	await left;
	await rig.check(`${person.role} ${kind}, sent empty`, async () => {
		expect([200, 400, 409].includes(person.status), `${path} sent empty answered ${person.status}`);
		await person.lookOver(0);
	});
	await person.goto(path, { look: false });
}

export default async function everyPage(rig) {
	const errorsSeen = new Set();

	await rig.step('the sign-in page', async () => {
		const visitor = await rig.visitor();
		await visitor.goto('/sign-in');
		await visitor.resize(NARROW);
		await visitor.lookOver(200);
	});
	for (const role of rig.roles) {
		let person = null;

		if (await rig.check(`${role} signs in`, async () => { person = await rig.signIn(role); }) === 'undone')
			continue;
		await crawl(person, async (who, kind, path) => {
			await lookTwice(rig, who, kind, path);
			if (errorsSeen.has(kind))
				return;
			errorsSeen.add(kind);
			await formErrors(rig, who, kind, path);
		});
		await person.leave();
	}
}

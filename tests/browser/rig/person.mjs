// person.mjs - somebody with a browser: goes to pages, reads and clicks words, fills fields by their labels. Every page they come
// to is looked over (status, one h1, a title, no console error, no policy report, nothing sideways on a phone, axe).
import axe from 'axe-core';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from './server.mjs';
import * as inPage from './page.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 360, height: 740 };

export class Person {
	static async arrive(browser, address, { size = WIDE, scripts = true, role = 'nobody' } = {}) {
		const person = new Person();

		person.agent = await browser.userAgent();
		person.context = await browser.createBrowserContext();
		person.page = await person.context.newPage();
		Object.assign(person, { address, role, size, scripts, faults: [], complaints: [], document: null });
		await person.page.setViewport(size);
		await person.page.setJavaScriptEnabled(scripts);
		person.page.setDefaultTimeout(15000);
		await person.listen();
		return person;
	}

	async listen() {
		const { page } = this;

		if (this.scripts) {
			await page.evaluateOnNewDocument(() => {
				window.__policyReports = [];
				document.addEventListener('securitypolicyviolation', (e) => {
					window.__policyReports.push(`${e.violatedDirective} ${e.blockedURI}`);
				});
			});
		}
		page.on('response', (r) => {
			if (r.request().isNavigationRequest() && r.frame() === page.mainFrame())
				this.document = r;
			else if (r.status() >= 400)
				this.complaints.push(`${r.url()} answered ${r.status()}`);
		});
		page.on('pageerror', (e) => this.complaints.push(`script: ${e.message}`));
		page.on('console', (m) => {
			if (m.type() === 'error' && !m.text().startsWith('Failed to load resource'))
				this.complaints.push(`console: ${m.text()}`);
		});
	}

	get status() { return this.document ? this.document.status() : 0; }
	get path() { return this.page.url().slice(this.address.length); }

	async goto(path, { status = 200, look = true } = {}) {
		await this.page.goto(this.address + path, { waitUntil: 'load' });
		if (look)
			await this.lookOver(status);
	}

	// Everything wrong with the page as it stands goes to `faults`; a journey's step fails if there are any.
	async lookOver(status = 200, { withAxe = true } = {}) {
		const say = (what) => this.faults.push(`${this.role} at ${this.path} (${this.size.width}): ${what}`);
		const facts = await this.page.evaluate(inPage.facts);

		if (status && this.status !== status)
			say(`answered ${this.status}, not ${status}`);
		if (facts.headings !== 1)
			say(`${facts.headings} h1 headings, not one`);
		if (!facts.title)
			say('no title');
		if (facts.lang !== 'en-GB' && facts.lang !== 'en')
			say(`lang is "${facts.lang}"`);
		if (facts.raw)
			say(`shows "${facts.raw}"`);
		if (facts.sideways && this.size.width <= 400)
			say(`scrolls sideways: ${facts.sideways}`);
		for (const text of [...facts.csp.map((c) => `content policy: ${c}`), ...this.complaints.splice(0)])
			say(text);
		if (withAxe)
			(await this.axe()).forEach((text) => say(text));
	}

	// Axe waits on promises, which never come while scripts are off: they are let in for axe alone; the page's own stay unread.
	async axe() {
		if (!this.scripts)
			await this.page.setJavaScriptEnabled(true);
		await this.page.evaluate(axe.source);
		const found = await this.page.evaluate((tags) => window.axe.run(document, {
			runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'],
		}).then((r) => r.violations.map((v) => [v.id, v.help, v.nodes[0].html, v.nodes.length])), RULES);

		if (!this.scripts)
			await this.page.setJavaScriptEnabled(false);
		return found.map(([id, help, html, n]) => `axe ${id}: ${help} (${n}): ${html.slice(0, 200)}`);
	}

	async find(words, kinds) {
		const handle = await this.page.evaluateHandle(inPage.findByWords, words, kinds);

		if (!handle.asElement())
			throw new Error(`${this.role} sees no "${words}" at ${this.path}`);
		return handle.asElement();
	}

	async field(label) {
		const handle = await this.page.evaluateHandle(inPage.findByLabel, label);

		if (!handle.asElement())
			throw new Error(`${this.role} sees no field "${label}" at ${this.path}`);
		return handle.asElement();
	}

	// Click a link or a button that leads to another page (or the same one again), and look it over.
	async click(words, { status = 200, look = true } = {}) {
		const thing = await this.find(words, 'a[href], button, input[type=submit]');

		await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), thing.click()]);
		if (look)
			await this.lookOver(status);
	}

	// Click something that stays on the page: a summary, a button that a script answers.
	async press(words) {
		await (await this.find(words, 'summary, button, a[href], [role=button], [role=tab]')).click();
	}

	async fill(label, value) {
		await (await this.field(label)).evaluate((e, v) => {
			e.focus();
			e.value = v;
			e.dispatchEvent(new Event('input', { bubbles: true }));
			e.dispatchEvent(new Event('change', { bubbles: true }));
		}, value);
	}

	// A GOV.UK date question: "2026-11-22" into the Day, Month and Year boxes under a legend.
	async fillDate(legend, iso) {
		const group = await this.find(legend, 'fieldset');
		const [year, month, date] = iso.split('-').map((part) => String(Number(part)));

		for (const [name, value] of [['Day', date], ['Month', month], ['Year', year]]) {
			await group.evaluate((e, n, v) => {
				[...e.querySelectorAll('label')].find((l) => l.textContent.trim() === n).control.value = v;
			}, name, value);
		}
	}

	// A radio or a tick box, by its own label.
	async choose(label) {
		await (await this.field(label)).evaluate((e) => e.click());
	}

	async select(label, option) {
		const found = await (await this.field(label)).evaluate((e, words) => {
			const options = [...e.options];
			const pick = options.find((o) => o.textContent.trim() === words) || options.find((o) => o.textContent.includes(words));
			if (pick)
				e.value = pick.value;
			e.dispatchEvent(new Event('change', { bubbles: true }));
			return Boolean(pick);
		}, option);

		if (!found)
			throw new Error(`"${label}" offers no "${option}"`);
	}

	async attach(label, ...files) {
		await (await this.field(label)).uploadFile(...files);
	}

	async text() {
		return (await this.page.evaluate(() => document.body.innerText)).replace(/\s+/g, ' ');
	}

	async sees(words) {
		if (!(await this.text()).includes(words))
			throw new Error(`${this.role} does not read "${words}" at ${this.path}`);
	}

	async lacks(words) {
		if ((await this.text()).includes(words))
			throw new Error(`${this.role} reads "${words}" at ${this.path}`);
	}

	async has(words, kinds = 'a[href], button') {
		return Boolean((await this.page.evaluateHandle(inPage.findByWords, words, kinds)).asElement());
	}

	async valueOf(label) {
		return (await this.field(label)).evaluate((e) => e.value);
	}

	// The body rows of the table with this caption (else of every table in the page), as lists of words.
	async rows(caption = '') {
		return this.page.evaluate((words) => [...document.querySelectorAll('main table')]
			.filter((t) => !words || (t.caption?.textContent || '').includes(words))
			.flatMap((t) => [...t.tBodies].flatMap((b) => [...b.rows]))
			.map((tr) => [...tr.cells].map((c) => c.innerText.replace(/\s+/g, ' ').trim())), caption);
	}

	async links() { return this.page.evaluate(inPage.links); }

	// Without the browser, with its cookies: for files, and for answers a page does not show.
	async get(path, options = {}) {
		const cookies = (await this.context.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
		const headers = { cookie: cookies, 'user-agent': this.agent, ...options.headers };
		const answer = await fetch(this.address + path, { redirect: 'manual', ...options, headers });

		return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
	}

	async resize(size) {
		this.size = size;
		await this.page.setViewport(size);
	}

	async picture(name, { fullPage = true, dir = OUT } = {}) {
		mkdirSync(dir, { recursive: true });
		await this.page.screenshot({ path: join(dir, `${name}.png`), fullPage, captureBeyondViewport: fullPage });
	}

	// As the printer would have it: how many sides, and the bytes.
	async print() {
		const bytes = Buffer.from(await this.page.pdf({ format: 'A4', preferCSSPageSize: true }));

		return { bytes, sides: bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length || 0 };
	}

	async leave() { await this.context.close(); }
}

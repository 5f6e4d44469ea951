// rig.mjs - what a journey is given: a server with a demo school of its own, people who can sign in, steps that are counted.
import puppeteer from 'puppeteer-core';
import { existsSync } from 'node:fs';
import { Person } from './person.mjs';
import { Server, makeBlank } from './server.mjs';
import { stepNow, totp } from './totp.mjs';

// Debian's Chromium, without windows where that is installed: the same engine for a third of the work a page.
const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((p) => p && existsSync(p));
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
	'--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none', '--force-color-profile=srgb', '--lang=en-GB'];

export function openBrowser() {
	if (!CHROMIUM)
		throw new Error('No Chromium here. Install it: make deps');
	return puppeteer.launch({
		executablePath: CHROMIUM,
		headless: CHROMIUM.endsWith('-shell') ? 'shell' : true,
		protocolTimeout: 60000,
		args: process.getuid() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS,
	});
}

class Stopped extends Error {}

export class Rig {
	constructor(browser, school, name, only) {
		Object.assign(this, { browser, school, name, only, passed: 0, failed: 0, people: [] });
		Object.assign(this, { steps: new Map(), cookies: new Map() });
	}

	// A demo school of the journey's own; with `blank`, an installation where nobody has done anything yet.
	async serve(blank = false) {
		const made = blank ? makeBlank(this.name) : { dir: this.school };

		this.server = await Server.start(made.dir, this.name);
		if (blank)
			this.server.signIns = made.signIns;
	}

	get roles() { return this.server.signIns.map((s) => s.role); }

	// Somebody who is not signed in.
	async visitor(options = {}) {
		const person = await Person.arrive(this.browser, this.server.address, options);

		this.people.push(person);
		return person;
	}

	// Somebody with this role, signed in with password and code; a second browser of theirs shares the session unless `fresh`.
	async signIn(role, { fresh = false, ...options } = {}) {
		const person = await this.visitor({ ...options, role });
		const account = this.server.signIns.find((s) => s.role === role);

		if (!account)
			throw new Error(`the demo school has no sign-in for "${role}"`);
		if (this.cookies.has(role) && !fresh) {
			await person.context.setCookie(...this.cookies.get(role));
			return person;
		}
		await person.goto('/sign-in', { look: false });
		await this.enter(person, account);
		this.cookies.set(role, await person.context.cookies());
		return person;
	}

	async enter(person, account) {
		await person.fill('E-mail address', account.login);
		await person.fill('Password', account.password);
		await person.click('Continue', { look: false });
		await person.fill('Code', this.code(account));
		await person.click('Continue', { look: false });
	}

	// A code works once: the next sign-in within half a minute takes the next one, which the program still accepts.
	code(account) {
		const step = Math.max(stepNow(), (this.steps.get(account.login) || 0) + 1);

		this.steps.set(account.login, step);
		return totp(account.totp_secret, step);
	}

	// One thing that must go well. If it cannot be done, the journey ends: what follows stands on it. A page that is only faulty
	// to look at fails too, and the journey goes on.
	async step(name, what) {
		if (await this.check(name, what) === 'undone')
			throw new Stopped();
	}

	// One thing that must go well; the journey goes on either way.
	async check(name, what) {
		let error = null;

		try {
			await what();
		} catch (e) {
			error = e;
		}
		const faults = this.people.flatMap((p) => p.faults.splice(0));
		if (!error && !faults.length) {
			this.passed++;
			return 'done';
		}
		this.failed++;
		console.log(`FAILED ${this.name}: ${name}`);
		if (error)
			console.log(`  ${error.message}${error.message.startsWith('the server') ? '' : this.where(error)}`);
		faults.forEach((f) => console.log(`  ${f}`));
		await this.pictures(name);
		return error ? 'undone' : 'faulty';
	}

	where(error) {
		const line = /journeys\/[^)\n]*/.exec(error.stack || '');

		return line ? ` (${line[0]})` : '';
	}

	async pictures(name) {
		const file = `${this.name}-${name}`.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);

		for (const person of this.people.slice(-1))
			await person.picture(`failed-${file}`).catch(() => null);
	}

	async run(journey) {
		try {
			await this.serve(journey.blank);
			await journey.default(this);
		} catch (e) {
			if (!(e instanceof Stopped)) {
				this.failed++;
				console.log(`FAILED ${this.name}: ${e.stack}`);
			}
		}
		for (const person of this.people)
			await person.leave().catch(() => null);
		this.people.flatMap((p) => p.faults.splice(0)).forEach((fault) => {
			this.failed++;
			console.log(`FAILED ${this.name}: ${fault}`);
		});
		if (this.server)
			await this.server.stop();
	}
}

// The day this many days from now, as forms and addresses take it: journeys walk in time with the demo school.
export const dayFrom = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
export const longDay = (iso) => new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export function expect(fine, words) {
	if (!fine)
		throw new Error(words);
}

// A school with a real mail server: IT sets it up and tries it, a letter arrives once, and a server that is away loses nothing.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../rig/rig.mjs';
import { OUT, Server } from '../rig/server.mjs';

const MAIL = join(OUT, 'mail-taken');

// tests/smtp.py on a free port: gives the port, ends when its input does.
async function mailServer() {
	rmSync(MAIL, { recursive: true, force: true });
	mkdirSync(MAIL, { recursive: true });
	const child = spawn('/usr/bin/python3', ['tests/smtp.py', MAIL], { stdio: ['pipe', 'pipe', 'inherit'] });
	const port = await new Promise((done) => child.stdout.once('data', (d) => done(String(d).trim())));

	return { port, end: () => child.stdin.end() };
}

// The demonstration's data without the mark that makes it one: a demonstration never sends.
async function realSchool(rig) {
	const dir = join(OUT, 'mail-school');

	await rig.server.stop();
	rmSync(dir, { recursive: true, force: true });
	cpSync(rig.school, dir, { recursive: true, filter: (from) => !from.endsWith('DEMO') });
	cpSync(`${rig.school}.key`, `${dir}.key`);
	rig.server = await Server.start(dir, 'mail');
}

const words = (person) => person.page.$eval('main', (m) => m.innerText);

async function until(person, what) {
	const end = Date.now() + 30000;

	while (!(await words(person)).includes(what)) {
		expect(Date.now() < end, `"${what}" was not said in half a minute`);
		/* lint: wait because what another process does can only be asked again */
		await new Promise((go) => setTimeout(go, 500));
		await person.page.reload({ waitUntil: 'load' });
	}
}

export default async function mail(rig) {
	const smtp = await mailServer();

	await realSchool(rig);
	const it = await rig.signIn('it');

	await rig.step('IT sets the mail server up', async () => {
		await it.goto('/outbox/server');
		await it.fill('Mail server', '127.0.0.1');
		await it.fill('Port', smtp.port);
		await it.choose('Not encrypted: only for a mail server on this machine');
		await it.fill('Sender\'s address', 'no address');
		await it.choose('Yes');
		await it.click('Save the mail server', { status: 400 });
		await it.fill('Sender\'s address', 'send@school.example');
		await it.click('Save the mail server');
		await it.sees('The mail server is saved.');
	});
	await rig.step('a test message arrives', async () => {
		await it.click('Send me a test message', { look: false });
		await until(it, 'Sent');
		await it.picture('mail-test-1280');
		expect(readdirSync(MAIL).some((f) => readFileSync(join(MAIL, f), 'utf8').includes('A test from OpenSENCO')), 'the test message');
	});
	await rig.step('what waited in the outbox has gone, each once', async () => {
		const senco = await rig.signIn('senco');

		await senco.goto('/outbox', { look: false });
		await until(senco, 'Nothing waits to be sent.');
		const ids = readdirSync(MAIL).filter((f) => f.endsWith('.eml')).map((f) => /^Message-ID: (.*)$/m.exec(readFileSync(join(MAIL, f), 'utf8'))[1]);

		expect(ids.length > 1 && new Set(ids).size === ids.length, 'each message once');
		await senco.leave();
	});
	smtp.end();
	await rig.step('a server that is away: the message waits and says why', async () => {
		await it.goto('/outbox/server', { look: false });
		await it.click('Send me a test message', { look: false });
		await until(it, 'did not take it yet');
		await it.picture('mail-waits-1280');
	});
}

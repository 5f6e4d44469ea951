// post.mjs - a real mail server for a journey, a school that sends, and what arrived: mails and the calendar files in them, read by a
// reader of its own (RFC 5545: lines unfolded, properties with their parameters).
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './rig.mjs';
import { OUT, Server } from './server.mjs';

// tests/smtp.py on a free port: gives the port and what it took; ends when its input does.
export async function mailServer(name) {
	const dir = join(OUT, `${name}-taken`);

	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true });
	const child = spawn('/usr/bin/python3', ['tests/smtp.py', dir], { stdio: ['pipe', 'pipe', 'inherit'] });
	const port = await new Promise((done) => child.stdout.once('data', (d) => done(String(d).trim())));

	return { port, dir, end: () => child.stdin.end(), mails: () => mailsIn(dir) };
}

// Each mail: its headers as they came, the addressee of its envelope, its whole text as a reader shows it, its calendar.
function mailsIn(dir) {
	return readdirSync(dir).filter((f) => f.endsWith('.txt') && existsSync(join(dir, f.replace('.txt', '.eml')))).map((f) => {
		const raw = readFileSync(join(dir, f.replace('.txt', '.eml')), 'utf8'), text = readFileSync(join(dir, f), 'utf8');
		const header = (what) => (new RegExp(`^${what}: (.*)$`, 'm').exec(text) || [])[1] || '';
		const at = text.indexOf('BEGIN:VCALENDAR');

		return { to: /^envelope: .* -> (.*)$/m.exec(text)[1], subject: header('Subject'), id: header('Message-ID'), raw, text,
			method: (/part: text\/calendar\s+(\w+)/.exec(text) || [])[1] || '', calendar: at < 0 ? null : calendarOf(text.slice(at)) };
	});
}

function calendarOf(text) {
	const lines = text.slice(0, text.indexOf('END:VCALENDAR')).replace(/\r/g, '').replace(/\n[ \t]/g, '').split('\n').filter(Boolean);
	const all = lines.map((line) => /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^:;]*))*):(.*)$/.exec(line)).map((m) => {
		expect(m, `a line of a calendar that is none: ${lines.find((l) => !l.includes(':'))}`);
		return { name: m[1], with: m[2], value: m[3].replace(/\\n/g, '\n').replace(/\\([,;\\])/g, '$1') };
	});
	const event = all.slice(all.findIndex((p) => p.name === 'BEGIN' && p.value === 'VEVENT'));
	const value = (name, from = event) => (from.find((p) => p.name === name) || { value: '' }).value;

	return { method: value('METHOD', all), uid: value('UID'), sequence: Number(value('SEQUENCE') || 0), summary: value('SUMMARY'),
		starts: value('DTSTART'), zone: (event.find((p) => p.name === 'DTSTART') || { with: '' }).with, status: value('STATUS'),
		attendees: event.filter((p) => p.name === 'ATTENDEE').map((p) => p.value), text };
}

// The demonstration's data without the mark that makes it one: a demonstration never sends.
export async function realSchool(rig, name) {
	const dir = join(OUT, `${name}-school`);

	await rig.server.stop();
	rmSync(dir, { recursive: true, force: true });
	cpSync(rig.school, dir, { recursive: true, filter: (from) => !from.endsWith('DEMO') });
	cpSync(`${rig.school}.key`, `${dir}.key`);
	rig.server = await Server.start(dir, name);
}

// IT's settings for that server.
export async function setServer(it, port) {
	await it.goto('/outbox/server', { look: false });
	await it.fill('Mail server', '127.0.0.1');
	await it.fill('Port', port);
	await it.choose('Not encrypted: only for a mail server on this machine');
	await it.fill('Sender\'s address', 'send@school.example');
	await it.choose('Yes');
	await it.click('Save the mail server', { look: false });
}

// Until what the server took is so; the outbox looks every five seconds.
export async function arrived(smtp, is, what) {
	const end = Date.now() + 40000;

	while (!is(smtp.mails())) {
		expect(Date.now() < end, `not in forty seconds: ${what}`);
		/* lint: wait because what another process does can only be asked again */
		await new Promise((go) => setTimeout(go, 300));
	}
	return smtp.mails();
}

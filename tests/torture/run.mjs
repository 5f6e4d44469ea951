// run.mjs - kills the server (kill -9) while eight people write notes, half of the times at a random instant and half as soon as a commit
// has begun (strike.c), starts it again, and at the end asks for every note by its own words. What was answered "saved" must be there,
// once. Of what got no answer, every second writer sends the same form again: it must be there once, too (once-only keys); the others
// leave it, and it may be there or not, but not twice. Then the disk is full for a while. Answers are noted here, outside the server.
// `KILLS=200 WRITERS=8 node tests/torture/run.mjs`, and with OPENSENCO_TEST_PG (tools/pg-test) on PostgreSQL.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '../browser/rig/client.mjs';
import { PROGRAM, Server, makeSchool } from '../browser/rig/server.mjs';

const KILLS = Number(process.env.KILLS || 200);
const WRITERS = Number(process.env.WRITERS || 8);
const PG = process.env.OPENSENCO_TEST_PG;
const STRIKE = resolve(process.env.B || 'build', 'strike');
const WORDS = 'and more of it, so that a commit has many pages to write '.repeat(120);
const pause = (ms) => new Promise((go) => setTimeout(go, ms)); // lint: wait because the instant of a kill is the thing tried

class Writer {
	constructor(client, number, pupil) {
		Object.assign(this, { client, number, pupil, count: 0, saved: [], left: [], again: 0, open: null, refused: [] });
	}

	async write() {
		const words = `torture ${this.number}x${++this.count}x`;
		const path = `/pupils/${this.pupil}/notes/new`;
		const form = this.client.form(await this.client.get(path), path, 'text');

		form.fields.set('text', `${words}. ${WORDS.slice(0, Math.random() * WORDS.length)}`);
		form.fields.set('kind', 'observation');
		this.open = { words, form };
		await this.post();
	}

	async post() {
		const answer = await this.client.send(this.open.form, {});

		if (answer.status === 303)
			this.saved.push(this.open.words);
		else
			this.refused.push(answer.status);
		this.open = null;
	}

	// A broken connection means that the server was killed: what was open has no answer.
	async run(state) {
		while (!state.over || this.open) {
			try {
				await (this.open ? this.post() : this.write());
			} catch {
				this.note(state);
				await state.back;
			}
		}
	}

	note(state) {
		if (!this.open)
			return;
		if (this.number % 2) {
			this.again++;
			return;
		}
		this.left.push({ words: this.open.words, kill: state.kill });
		this.open = null;
	}
}

async function pupils(client) {
	const page = await client.get('/register');
	const found = [...new Set([...page.text.matchAll(/href="\/pupils\/([0-9a-z]+)"/g)].map((m) => m[1]))];

	if (!found.length)
		throw new Error(`no child on the register (${page.status})`);
	return found;
}

// How often each writer's words stand in the child's timeline, all pages of it.
async function countWords(client, pupil, tally) {
	for (let page = 1; ; page++) {
		const answer = await client.get(`/pupils/${pupil}/timeline?page=${page}`);
		const found = answer.text.match(/torture \d+x\d+x/g) || [];

		if (answer.status !== 200)
			throw new Error(`the timeline answered ${answer.status}`);
		found.forEach((words) => tally.set(words, (tally.get(words) || 0) + 1));
		if (!answer.text.includes(`page=${page + 1}`))
			return;
	}
}

// ---- killing ----

function processes(group) {
	return readdirSync('/proc').filter((n) => /^\d+$/.test(n)).filter((pid) => {
		try {
			const [state, , of] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');

			return of === String(group) && state !== 'Z';
		} catch {
			return false;
		}
	}).map(Number);
}

// Frames of the write-ahead log after its last commit: a commit was being written when the kill came.
function torn(dir) {
	const wal = join(dir, 'opensenco.db-wal');

	if (!existsSync(wal) || statSync(wal).size < 32)
		return false;
	const bytes = readFileSync(wal), frame = 24 + bytes.readUInt32BE(8), salt = bytes.subarray(16, 24);
	let open = 0;

	for (let at = 32; at + 24 <= bytes.length && bytes.subarray(at + 8, at + 16).equals(salt); at += frame)
		open = bytes.readUInt32BE(at + 4) || at + frame > bytes.length ? 0 : open + 1;
	return open > 0;
}

// Every process of it that is left; the lock is held until the last is gone.
async function clearAway(server) {
	await server.kill();
	for (let left = processes(server.child.pid); left.length; left = processes(server.child.pid)) {
		left.forEach((pid) => spawnSync('kill', ['-9', String(pid)], { stdio: 'ignore' }));
		await pause(5);
	}
}

// The serving process alone first, or the key process, or the parent; or all at once.
async function killAtRandom(server, n, seen) {
	const all = processes(server.child.pid);
	const keyd = all.filter((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').includes('keyd'));
	const serving = all.filter((pid) => pid !== server.child.pid && !keyd.includes(pid));
	const one = [null, serving[0], keyd[0], server.child.pid][(n / 2) % 4];

	if (one) {
		process.kill(one, 'SIGKILL');
		await pause(Math.random() * 60);
	}
	await clearAway(server);
	seen[one ? 'one' : 'all']++;
}

async function killInCommit(server, seen) {
	const of = PG ? ['pg', storeOf(server)] : ['wal', join(server.data, 'opensenco.db-wal')];
	const struck = await promisify(execFile)(STRIKE, [of[0], String(server.child.pid), '2000', of[1]]);

	await clearAway(server);
	seen[struck.stdout.trim()]++;
}

async function killOnce(server, n, seen) {
	const lines = openTransactions();

	await (n % 2 ? killInCommit(server, seen) : killAtRandom(server, n, seen));
	if (PG)
		await pause(30); // PostgreSQL finds out that its client is gone, and writes it down
	seen.torn += PG ? Math.min(1, openTransactions() - lines) : torn(server.data) ? 1 : 0;
}

async function killAndStart(server, state, writers, seen) {
	let back = null;

	await pause(20 + Math.random() * 300);
	state.back = new Promise((done) => { back = done; });
	seen.inFlight += writers.some((w) => w.open) ? 1 : 0;
	await killOnce(server, state.kill, seen);
	const began = Date.now();
	await server.run();
	seen.back.push(Date.now() - began);
	state.kill++;
	back();
}

// PostgreSQL's own log says each transaction that had written when its client went away: `%x` of log_line_prefix is its number, 0 for none.
function openTransactions() {
	return PG ? (readFileSync(process.env.OPENSENCO_PG_LOG, 'utf8').match(/^x[1-9]\d* .*with an open transaction/gm) || []).length : 0;
}

const storeOf = (server) => readFileSync(join(server.data, 'store.url'), 'utf8').trim();

// ---- a full disk: no file may grow ----

async function fullDisk(server, client, pupil) {
	const path = `/pupils/${pupil}/notes/new`;
	const form = client.form(await client.get(path), path, 'text');
	const limit = (size) => processes(server.child.pid).forEach((pid) => spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}`]));
	let full = null, saved = 0;

	form.fields.set('kind', 'observation');
	limit('4096:unlimited');
	const answer = await client.send(form, { text: 'torture full disk' });
	full = answer;
	limit('unlimited:unlimited');
	for (let tries = 0; tries < 3 && !saved; tries++)
		saved = (await client.send(form, { text: 'torture full disk' })).status === 303 ? 1 : 0;
	const told = full.status === 503 || full.status === 507 || /not saved/i.test(full.text);
	const kept = full.text.includes('torture full disk');

	console.log(`full disk: answered ${full.status}, ${told ? '"not saved"' : 'NOT TOLD'}, the text ${kept ? 'kept' : 'LOST'}; room again: ${
		saved ? 'saved' : 'NOT SAVED'}`);
	return told && kept && saved;
}

// ---- the school, on either store ----

async function startSchool() {
	const server = await Server.start(makeSchool(84), 'torture');

	if (!PG)
		return server;
	const where = PG.replace(/\/[^/]*$/, '/torture');
	await server.stop();
	spawnSync('psql', ['-q', PG, '-c', 'CREATE DATABASE torture'], { stdio: 'inherit' });
	const copied = spawnSync(PROGRAM, ['copy', '--data', server.data, where], { encoding: 'utf8' });
	if (copied.status !== 0)
		throw new Error(`copy: ${copied.stderr}`);
	writeFileSync(join(server.data, 'store.url'), `${where}\n`);
	await server.run();
	return server;
}

const server = await startSchool();
const first = new Client(server.address);
const state = { over: false, back: Promise.resolve(), kill: 0 };
const seen = { inFlight: 0, torn: 0, one: 0, all: 0, in: 0, late: 0, back: [] };

await first.signIn(server.signIns.find((s) => s.role === 'senco'));
const children = await pupils(first);
const disk = PG ? true : await fullDisk(server, first, children[0]);
const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(first.twin(), i, children[i % children.length]));
const running = writers.map((w) => w.run(state));

for (let n = 1; n <= KILLS; n++) {
	await killAndStart(server, state, writers, seen);
	if (n % 20 === 0)
		console.log(`${n} kills, ${writers.reduce((sum, w) => sum + w.saved.length, 0)} notes saved`);
}
state.over = true;
await Promise.all(running);

const tally = new Map();
for (const pupil of new Set(writers.map((w) => w.pupil)))
	await countWords(first, pupil, tally);
const saved = writers.flatMap((w) => w.saved), left = writers.flatMap((w) => w.left), refused = writers.flatMap((w) => w.refused);
const lost = saved.filter((words) => !tally.get(words));
const twice = [...tally].filter(([, n]) => n > 1);
const there = left.filter((l) => tally.get(l.words));
const within = new Set(there.map((l) => l.kill)).size;

await server.stop();
const audit = spawnSync(PROGRAM, ['audit', 'verify', '--data', server.data], { encoding: 'utf8' });
const middle = seen.back.sort((a, b) => a - b)[seen.back.length >> 1];
console.log(`${PG ? 'PostgreSQL' : 'SQLite'}: ${KILLS} kills: ${seen.all} of all processes and ${seen.one} of one of them first, at random; `
	+ `${seen.in} as soon as a commit had begun${seen.late ? `, ${seen.late} waited for one in vain` : ''}. ${seen.inFlight} while a note was on its way`);
console.log(`within a commit: ${seen.torn} left one unfinished ${PG ? 'in PostgreSQL (a transaction that had written was undone)' : 'in the log'}; ${
	within} came after it was durable and before its answer left (of ${new Set(left.map((l) => l.kill)).size} whose unanswered notes were `
	+ 'left alone: they were there afterwards)');
console.log(`answering again after ${middle} ms in the middle, ${seen.back.at(-1)} ms at most`);
console.log(`${saved.length} notes answered "saved", ${lost.length} lost, ${twice.length} there twice; ${writers.reduce((sum, w) => sum + w.again, 0)}`
	+ ` sent again with the same key; ${refused.length} refused${refused.length ? ` (${[...new Set(refused)]})` : ''}`);
console.log(`journal: ${(audit.stdout + audit.stderr).trim()}`);
lost.slice(0, 10).forEach((words) => console.log(`LOST ${words}`));
twice.slice(0, 10).forEach(([words, n]) => console.log(`${n} TIMES ${words}`));
const bad = lost.length + twice.length + (audit.status ? 1 : 0) + (disk ? 0 : 1) + (saved.length < KILLS ? 1 : 0);
console.log(`${KILLS - (bad ? 1 : 0)} passed, ${bad} failed`);
process.exit(bad ? 1 : 0);

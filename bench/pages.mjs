// pages.mjs - the pages of a school beside their floors, on one store: as they are served, and with every question asked anew
// (`serve --forget`), since the floor asks anew each time.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, unescape } from '../tests/browser/rig/client.mjs';
import { OUT, PROGRAM, Server } from '../tests/browser/rig/server.mjs';
import { COUNT, load, measure, measureFloor, ms, peakMb, table } from './measure.mjs';

const TRACE = join(OUT, 'bench-trace');
const GATE = 3; // session, account, roles: beside every page's own questions
const only = process.argv[2] || '';

const NOTES = Number(process.env.NOTES || 10000);

// The pages that others than the SENCO come to most, each by who comes.
async function pagesOfOthers(clients) {
	const home = await clients.teacher.get('/');
	const group = await clients.senco.get('/plans/review');
	const name = /href="(\/classes\/[0-9a-z]+)"/.exec(home.text)?.[1];
	const which = /href="(\/plans\/review\?[^"]+)"/.exec(group.text)?.[1];

	return [
		{ name: 'my classes', path: '/', role: 'teacher' },
		...name ? [{ name: 'one class, five lines a child', path: name, role: 'teacher' }] : [],
		{ name: 'group review', path: which ? unescape(which) : '/plans/review' },
	].filter((p) => p.name.includes(only));
}

async function pagesOf(client) {
	const register = await client.get('/register');
	const pupil = /href="(\/pupils\/[0-9a-z]+)"/.exec(register.text)?.[1];

	if (!pupil)
		throw new Error('no child on the register');
	const note = `${pupil}/notes/new`;
	return [
		{ name: 'home', path: '/' },
		{ name: 'register', path: '/register' },
		{ name: 'register as at', path: '/register?as_at=2026-09-15' },
		{ name: 'as known on', path: '/register?known_on=2026-09-15' },
		{ name: 'register XLSX', path: '/register.xlsx' },
		{ name: "child's page", path: pupil },
		{ name: 'timeline', path: `${pupil}/timeline` },
		{ name: 'history', path: `${pupil}/history` },
		{ name: 'search', path: '/search?q=sullivan', word: 'sullivan' },
		{ name: 'staff and people', path: '/people' },
		{ name: 'add a note', path: note, form: async (c) => {
			const form = c.form(await c.get(note), note, 'text');

			return c.send(form, { kind: 'observation', text: 'One note of an ordinary length, as it is typed between two lessons on a Tuesday.' });
		} },
	].filter((p) => p.name.includes(only));
}

// What one request of the page did, told by a server that traces.
async function traceOf(client, page) {
	if (!page.form)
		await client.get(page.path); // keys are opened once and kept
	const from = statSync(TRACE).size;
	const answer = page.form ? await page.form(client) : await client.get(page.path);
	let lines = readFileSync(TRACE).subarray(from).toString();

	if (answer.status !== (page.form ? 303 : 200))
		throw new Error(`${page.name} answered ${answer.status}`);
	if (page.form) // the form was fetched first: what counts is the act
		lines = lines.slice(lines.lastIndexOf('r\tBEGIN'));
	const file = join(OUT, `bench-${page.name.replace(/\W+/g, '-')}.trace`);
	const count = (letter) => lines.split('\n').filter((l) => l.startsWith(`${letter}\t`) && !/^.\t(BEGIN|COMMIT)/.test(l)).length;
	writeFileSync(file, lines);
	return { file, reads: count('r'), writes: count('w'), bytes: answer.bytes.length };
}

// Forms for posting, a line each, every one with a stamp of its own.
async function makeBodies(client, path, count, file) {
	const lines = [];

	for (let i = 0; i < count; i++) {
		const form = client.form(await client.get(path), path, 'text');

		form.fields.set('text', `A note of the usual length about what was seen in the lesson today, number ${i}`);
		form.fields.set('kind', 'observation');
		lines.push(form.fields.toString());
	}
	writeFileSync(file, lines.join('\n'));
	return file;
}

// A server of its own for each page and each way: its memory is this page's, and it has counted nobody's pages yet.
async function measurePage(server, client, page, where, forget) {
	const bodies = [];

	server.more = forget ? ['--forget'] : [];
	await server.run();
	client.moveTo(server.address);
	for (let i = 0; page.form && i < 4; i++)
		bodies.push(await makeBodies(client, page.path, i < 2 ? 1 : COUNT, join(OUT, `bench-bodies-${i}`)));
	if (page.form) {
		await server.stop();
		await server.run();
	}
	const figures = measure(server.child.pid, server.port, page, client.cookie, where, page.form && (() => bodies.shift()));
	figures.peak = peakMb(server.child.pid);
	await server.stop();
	return figures;
}

const ratio = (x, y) => (y ? `${(x / y).toFixed(1)}x` : '');

function row(page, seen, given, anew, floor) {
	return [page.name, Math.max(0, seen.reads - (page.form ? 0 : GATE)), seen.writes, floor.rows, floor.opened, seen.bytes, ms(given[1].p50),
		ms(given[1].p99), ms(given[16].p50), ms(given[16].p99), given[1].cpu.toFixed(2), anew[1].cpu.toFixed(2), floor[1].cpu.toFixed(2),
		ratio(given[1].cpu, floor[1].cpu), ratio(anew[1].cpu, floor[1].cpu), given.peak.toFixed(0)];
}

const HEADS = ['page', 'asks', 'writes', 'rows', 'opened', 'bytes', 'p50', 'p99', 'p50/16', 'p99/16', 'CPU', 'anew', 'floor', 'ratio', 'anew', 'MB'];

// The same school on the other store.
export function toPostgres(server, pg) {
	const where = pg.replace(/\/[^/]*$/, '/bench');
	const made = spawnSync('psql', ['-q', pg, '-c', 'CREATE DATABASE bench'], { encoding: 'utf8' });
	const copied = spawnSync(PROGRAM, ['copy', '--data', server.data, where], { encoding: 'utf8' });

	if (made.status || copied.status)
		throw new Error(`${made.stderr}${copied.stderr}`);
	writeFileSync(join(server.data, 'store.url'), `${where}\n`);
	spawnSync('psql', ['-q', where, '-c', 'ANALYZE'], { stdio: 'ignore' });
	return where;
}

// What the floor writes is nobody's: it gets a store of its own.
function copyOf(where, pg) {
	const copy = pg ? where.replace(/bench$/, 'floor') : join(OUT, 'bench-floor.db');

	if (pg) {
		spawnSync('psql', ['-q', pg, '-c', 'DROP DATABASE IF EXISTS floor', '-c', 'CREATE DATABASE floor TEMPLATE bench'], { stdio: 'inherit' });
		return copy;
	}
	['', '-wal', '-shm'].forEach((end) => rmSync(`${copy}${end}`, { force: true }));
	spawnSync('sqlite3', [where, `.backup ${copy}`]);
	return copy;
}

// Notes of an ordinary length until there are NOTES of them, then one search: the floor unseals and looks through the same bytes.
export async function measureNotes(school) {
	const server = await Server.start(school, 'bench-notes', ['--trace', TRACE]);
	const where = join(server.data, 'opensenco.db');
	const client = new Client(server.address);

	await client.signIn(server.signIns.find((s) => s.role === 'senco'));
	const path = `${/href="(\/pupils\/[0-9a-z]+)"/.exec((await client.get('/register')).text)[1]}/notes/new`;
	const have = Number(spawnSync('sqlite3', [where, 'SELECT count(*) FROM note WHERE withdrawn IS NULL'], { encoding: 'utf8' }).stdout);
	server.more = [];
	await server.stop();
	for (let left = NOTES - have; left > 0; left -= 1000) { // a session may see so many pages in ten minutes
		await server.run();
		client.moveTo(server.address);
		const count = Math.min(left, 1000);
		load(server.port, 16, count, path, client.cookie, await makeBodies(client, path, count, join(OUT, 'bench-notes-bodies')));
		await server.stop();
	}
	server.more = ['--trace', TRACE];
	await server.run();
	client.moveTo(server.address);
	const page = { name: `search of ${Math.max(NOTES, have)} notes`, path: '/search?q=zebra', word: 'zebra' };
	page.seen = await traceOf(client, page);
	await server.stop();
	const given = await measurePage(server, client, page, where, false), anew = await measurePage(server, client, page, where, true);
	table('notes searched, SQLite: all that is sealed is unsealed and looked through', HEADS,
		[row(page, page.seen, given, anew, await measureFloor(copyOf(where, null), page.seen, page))]);
}

export async function measurePages(school, pupils, pg) {
	const server = await Server.start(school, 'bench', ['--trace', TRACE]);
	let where = join(server.data, 'opensenco.db');
	const rows = [];

	if (pg) {
		await server.stop();
		where = toPostgres(server, pg);
		await server.run();
	}
	const clients = {};
	for (const role of ['senco', 'teacher']) {
		clients[role] = new Client(server.address);
		await clients[role].signIn(server.signIns.find((s) => s.role === role));
	}
	const pages = [...await pagesOf(clients.senco), ...await pagesOfOthers(clients)];
	for (const page of pages)
		page.seen = await traceOf(clients[page.role || 'senco'], page);
	await server.stop();
	for (const page of pages) {
		const client = clients[page.role || 'senco'];
		const given = await measurePage(server, client, page, where, false);
		const anew = await measurePage(server, client, page, where, true);
		const copy = copyOf(where, pg);
		const floor = await measureFloor(copy, page.seen, page);
		rows.push(row(page, page.seen, given, anew, floor));
	}
	table(`${pupils} pupils, ${pg ? 'PostgreSQL (CPU with the store\'s own processes)' : 'SQLite'}. ms for one connection and for 16; CPU ms a request as`
		+ ' served, with every question asked anew, and of the floor', HEADS, rows);
}

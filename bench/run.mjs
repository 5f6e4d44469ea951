// run.mjs - figures beside their floors, measured in one run on one machine, as tables: `make bench`. Times are printed, never
// asserted. A page's floor (floor.c) is given what one request of it did: its statements, its sealed values, its commit, its bytes.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '../tests/browser/rig/client.mjs';
import { OUT, PROGRAM, Server, makeSchool } from '../tests/browser/rig/server.mjs';

const PUPILS = Number(process.env.PUPILS || 1500);
const COUNT = Number(process.env.COUNT || 1000);
const BENCH = resolve('build', 'bench');
const TRACE = join(OUT, 'bench-trace');
const only = process.argv[2] || '';

// ---- what a process group has used ----

function processes(group) {
	return readdirSync('/proc').filter((n) => /^\d+$/.test(n)).filter((pid) => {
		try {
			return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ')[2] === String(group);
		} catch {
			return false;
		}
	});
}

function cpuMs(group) {
	return processes(group).reduce((sum, pid) => {
		const part = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');

		return sum + (Number(part[11]) + Number(part[12])) * 10;
	}, 0);
}

function peakMb(group) {
	const each = processes(group).map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] || 0));

	return Math.max(0, ...each) / 1024;
}

// ---- one page, one program ----

function load(port, connections, count, path, cookie, bodies) {
	const words = [port, connections, count, path, cookie, ...bodies ? [bodies] : []].map(String);
	const run = spawnSync(join(BENCH, 'load'), words, { encoding: 'utf8' });

	if (!run.stdout)
		throw new Error(`load ${path}: ${run.stderr}`);
	const figures = JSON.parse(run.stdout);
	if (figures.wrong)
		console.log(`  ${path}: ${figures.wrong} of ${figures.count} answers were not what was asked for`);
	return figures;
}

function measure(group, port, page, cookie, bodies) {
	const found = {};

	load(port, 1, bodies ? 1 : 50, page.path, cookie, bodies?.());
	for (const connections of [1, 16]) {
		const file = bodies?.();
		const before = cpuMs(group);
		const figures = load(port, connections, COUNT, page.path, cookie, file);

		found[connections] = { ...figures, cpu: (cpuMs(group) - before) / figures.count };
	}
	return found;
}

function startFloor(database, trace, bytes) {
	const child = spawn(join(BENCH, 'floor'), [database, trace, String(bytes)], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });

	return new Promise((done) => child.stdout.once('data', (port) => done({ child, port: Number(port) })));
}

// What one request of the page did, told by a server that traces.
async function traceOf(client, page) {
	if (!page.form)
		await client.get(page.path).catch(() => null); // keys are opened once and kept; and a connection that idled is made anew
	const from = statSync(TRACE).size;
	const answer = page.form ? await page.form(client) : await client.get(page.path);
	const lines = readFileSync(TRACE).subarray(from).toString();
	const file = join(OUT, `bench-${page.name.replace(/\W+/g, '-')}.trace`);

	if (answer.status !== (page.form ? 303 : 200))
		throw new Error(`${page.name} answered ${answer.status}`);
	writeFileSync(file, lines);
	const reads = lines.split('\n').filter((l) => /^r\t(?!BEGIN|COMMIT)/.test(l)).length;
	const writes = lines.split('\n').filter((l) => /^w\t(?!BEGIN|COMMIT)/.test(l)).length;
	return { file, reads, writes, bytes: answer.bytes.length };
}

// Forms for posting, a line each, every one with a stamp of its own.
async function makeBodies(client, path, text, count, file) {
	const lines = [];

	for (let i = 0; i < count; i++) {
		const form = client.form(await client.get(path), path, 'text');

		form.fields.set('text', `${text} ${i}`);
		form.fields.set('kind', 'observation');
		lines.push(form.fields.toString());
	}
	writeFileSync(file, lines.join('\n'));
	return file;
}

// ---- tables ----

function table(title, heads, rows) {
	const wide = heads.map((h, i) => Math.max(h.length, ...rows.map((r) => String(r[i]).length)));
	const line = (r) => r.map((c, i) => (i ? String(c).padStart(wide[i]) : String(c).padEnd(wide[i]))).join('  ');

	console.log(`\n${title}\n${line(heads)}`);
	rows.forEach((r) => console.log(line(r)));
}

const ms = (us) => (us / 1000).toFixed(2);

function row(name, ours, floor, seen) {
	const cpu = ours[1].cpu, least = floor ? floor[1].cpu : 0;

	return [name, seen.reads, seen.writes, ours[1].bytes, ms(ours[1].p50), ms(ours[1].p99), ms(ours[16].p50), ms(ours[16].p99),
		cpu.toFixed(2), floor ? least.toFixed(2) : '', floor && least ? `${(cpu / least).toFixed(1)}x` : ''];
}

// ---- what is measured ----

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
		{ name: "child's page", path: pupil },
		{ name: 'search', path: '/search?q=sullivan' },
		{ name: 'register XLSX', path: '/register.xlsx' },
		{ name: 'add a note', path: note, form: async (c) => {
			const form = c.form(await c.get(note), note, 'text');

			return c.send(form, { kind: 'observation', text: 'One note of an ordinary length, as it is typed between two lessons on a Tuesday.' });
		} },
	].filter((p) => p.name.includes(only));
}

async function measurePages(school) {
	const tracing = await Server.start(school, 'bench-traced', ['--trace', TRACE]);
	const guide = new Client(tracing.address);
	const senco = tracing.signIns.find((s) => s.role === 'senco');
	const rows = [];

	await guide.signIn(senco);
	const server = await Server.start(school, 'bench');
	const client = new Client(server.address);
	await client.signIn(senco);
	for (const page of await pagesOf(guide)) {
		const seen = await traceOf(guide, page).catch((e) => console.log(`  left out: ${e.message}`));

		if (!seen)
			continue;
		const bodies = [];
		for (let i = 0; page.form && i < 3; i++)
			bodies.push(await makeBodies(client, page.path, 'A note', i ? COUNT : 1, join(OUT, `bench-bodies-${i}`)));
		const ours = measure(server.child.pid, server.port, page, client.cookie, page.form && (() => bodies.shift()));
		const copy = join(OUT, 'bench-floor.db');
		rmSync(copy, { force: true });
		rmSync(`${copy}-wal`, { force: true });
		rmSync(`${copy}-shm`, { force: true });
		spawnSync('sqlite3', [join(tracing.data, 'opensenco.db'), `.backup ${copy}`]); // a served store: its log belongs to it
		const floor = await startFloor(copy, seen.file, seen.bytes);
		const least = measure(floor.child.pid, floor.port, page.form ? { path: '/' } : page, '');
		floor.child.stdin.end();
		rows.push(row(page.name, ours, least, seen));
	}
	const peak = peakMb(server.child.pid);
	await server.stop();
	await tracing.stop();
	table(`${PUPILS} pupils, SQLite; ms for one connection and for 16; CPU ms a request beside the floor's`,
		['page', 'reads', 'writes', 'bytes', 'p50', 'p99', 'p50/16', 'p99/16', 'CPU', 'floor', 'ratio'], rows);
	console.log(`peak memory of a process of the server: ${peak.toFixed(0)} MB`);
}

// A pupil list as schools' systems give it: everyone on roll, made here.
function pupilList(count) {
	const lines = ['UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Gender,Year,Reg Group,SEN Status,Home Address,Postcode'];

	for (let i = 0; i < count; i++) {
		const two = (n) => String(n).padStart(2, '0');

		lines.push([`${'ABCDEFGHJKLMNPQRTUVWXYZ'[i % 23]}9992345${String(i).padStart(5, '0')}`, `Family${i % 400}`, `Child${i}`, '',
			`${two(1 + i % 28)}/${two(1 + i % 12)}/${2010 + i % 5}`, i % 2 ? 'F' : 'M', 7 + i % 5, `${7 + i % 5}${'ABCDEF'[i % 6]}`,
			i % 6 ? 'N' : 'K', `${i} High Street`, 'ZZ99 9ZZ'].join(','));
	}
	return `${lines.join('\n')}\n`;
}

// The whole command, into a copy of the school: read, compared, written in one act. SQLite's own reader of the same file is the floor.
function measureImport(school) {
	const dir = join(OUT, 'bench-import'), file = join(OUT, 'bench-pupils.csv'), floor = join(OUT, 'bench-import-floor.db');
	const rows = [];
	const time = (name, program, words) => {
		const start = process.hrtime.bigint();
		const run = spawnSync(program, words, { encoding: 'utf8' });

		rows.push([name, run.status, (Number(process.hrtime.bigint() - start) / 1e6).toFixed(0)]);
		if (run.status)
			console.log(`  ${name}: ${(run.stderr || run.stdout || String(run.error)).trim().split('\n').slice(0, 3).join(' ')}`);
	};

	rmSync(dir, { recursive: true, force: true });
	rmSync(floor, { force: true });
	cpSync(school, dir, { recursive: true });
	copyFileSync(`${school}.key`, `${dir}.key`);
	writeFileSync(file, pupilList(PUPILS));
	time('read and compared (--dry-run)', PROGRAM, ['import', file, '--data', dir, '--dry-run']);
	time('read, compared, saved', PROGRAM, ['import', file, '--data', dir]);
	time('again: nothing changes', PROGRAM, ['import', file, '--data', dir]);
	time('sqlite3 .import', 'sqlite3', [floor, `.import --csv ${file} pupils`]);
	table(`import of ${PUPILS} pupils (CSV), whole command`, ['what', 'exit', 'ms'], rows);
}

const school = makeSchool(PUPILS);

await measurePages(school);
measureImport(school);
const commit = spawnSync(join(BENCH, 'commit'), [join(OUT, 'bench-commit.db'), '300'], { encoding: 'utf8' }).stdout.trim();
rmSync(join(OUT, 'bench-commit.db'), { force: true });
console.log(`\none durable commit here: ${ms(Number(commit))} ms`);

// measure.mjs - one program under load: how long its answers took, what CPU it and its store used, how much memory it had at most.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BENCH = resolve('build', 'bench');
const ENOUGH_US = Number(process.env.SECONDS_EACH || 1) * 1e6;
export const COUNT = Number(process.env.COUNT || 300);

// ---- what a process group has used ----

function stat(pid) {
	try {
		const [, parent, group] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');

		return { pid, parent, group };
	} catch {
		return { pid };
	}
}

const everyProcess = () => readdirSync('/proc').filter((n) => /^\d+$/.test(n)).map(stat);
const groupOf = (group) => everyProcess().filter((p) => p.group === String(group)).map((p) => p.pid);

// The processes of a PostgreSQL server whose socket this address names: its first process, and one each connection.
function serverOf(where) {
	const dir = decodeURIComponent(/@([^/]*)\//.exec(where)[1]);
	const first = readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0];

	return everyProcess().filter((p) => p.pid === first || p.parent === first).map((p) => p.pid);
}

function nanoseconds(pid) {
	let sum = 0;

	try {
		for (const task of readdirSync(`/proc/${pid}/task`))
			sum += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
	} catch {
		// it has ended
	}
	return sum;
}

function cpuMs(group, where) {
	const pids = [...groupOf(group), ...where?.startsWith('postgres') ? serverOf(where) : []];

	return pids.reduce((sum, pid) => sum + nanoseconds(pid), 0) / 1e6;
}

// Of the largest process of a group: VmHWM at most so far, VmRSS now.
export function memoryMb(group, which) {
	const each = groupOf(group).map((pid) => Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] || 0));

	return Math.max(0, ...each) / 1024;
}

export const peakMb = (group) => memoryMb(group, 'VmHWM');

// ---- load ----

export function load(port, connections, count, path, cookie, bodies) {
	const words = [port, connections, count, path, cookie, ...bodies ? [bodies] : []].map(String);
	const run = spawnSync(join(BENCH, 'load'), words, { encoding: 'utf8' });

	if (!run.stdout)
		throw new Error(`load ${path}: ${run.stderr}`);
	const figures = JSON.parse(run.stdout);
	if (figures.wrong)
		console.log(`  ${path}: ${figures.wrong} of ${figures.count} answers were not what was asked for`);
	return figures;
}

// For one connection and for 16; each about a second, and at most COUNT. `bodies` gives a file of forms for each of three runs.
export function measure(group, port, page, cookie, where, bodies) {
	const first = load(port, 1, bodies ? 1 : 10, page.path, cookie, bodies?.());
	const count = bodies ? COUNT : Math.max(20, Math.min(COUNT, Math.floor(ENOUGH_US / first.p50)));
	const found = { first };

	load(port, 16, bodies ? 1 : 64, page.path, cookie, bodies?.()); // every thread has its connection and its statements
	for (const connections of [1, 16]) {
		const file = bodies?.();
		const before = cpuMs(group, where);
		const figures = load(port, connections, count, page.path, cookie, file);

		found[connections] = { ...figures, cpu: (cpuMs(group, where) - before) / figures.count };
	}
	return found;
}

// The least program, given what one request of the page did: its statements, its sealed values, its commit, its bytes.
export async function measureFloor(where, seen, page) {
	const words = [where, seen.file, String(seen.bytes), ...page.word ? [page.word] : []];
	const child = spawn(join(BENCH, 'floor'), words, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
	let said = '';
	const port = await new Promise((done, fail) => {
		child.stdout.on('data', (text) => {
			said += text;
			done(Number(said.split('\n')[0]));
		});
		child.on('exit', () => fail(new Error(`the floor of ${page.name} ended`)));
	});
	const figures = measure(child.pid, port, { path: '/' }, '', where);
	const over = new Promise((done) => child.on('close', done));

	child.stdin.end();
	await over;
	return { ...figures, ...JSON.parse(said.split('\n')[1]) };
}

// ---- tables ----

export function table(title, heads, rows) {
	const wide = heads.map((h, i) => Math.max(h.length, ...rows.map((r) => String(r[i]).length)));
	const line = (r) => r.map((c, i) => (i ? String(c).padStart(wide[i]) : String(c).padEnd(wide[i]))).join('  ');

	console.log(`\n${title}\n${line(heads)}`);
	rows.forEach((r) => console.log(line(r)));
}

export const ms = (us) => (us / 1000).toFixed(2);

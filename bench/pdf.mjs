// pdf.mjs - profiles to paper beside headless Chromium printing the same pages: `make bench T=pdf`. PAGES=250. Ours runs with a worker on
// each core; Chromium as one browser, warm, which uses what cores it likes. Peak memory is of the process, and of the browser's all. Where
// other work shares the cores, the processor time is the figure to hold beside each other.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from '../tests/browser/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js';

const PAGES = Number(process.env.PAGES || 250);
const PROGRAM = join(resolve('build', 'bench'), 'pdf');
const DIR = join(resolve('build', 'bench'), 'paper');
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';

function ours(how, where) {
	const told = spawnSync(PROGRAM, [how, String(PAGES), where], { encoding: 'utf8' });

	if (told.status !== 0)
		throw new Error(`pdf ${how}: ${told.status} ${told.stderr}`);
	const [took, memory, cpu] = told.stdout.trim().split(' ').map(Number);

	return { took, memory, cpu };
}

// The process and all below it.
function family(pid) {
	const parents = new Map();

	for (const p of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		try {
			parents.set(p, readFileSync(`/proc/${p}/stat`, 'latin1').replace(/^.*\) /s, '').split(' '));
		} catch { /* it has ended */ }
	}
	const below = (p) => { for (let at = p; at; at = parents.get(at)?.[1]) if (at === String(pid)) return true; return false; };

	return [...parents].filter(([p]) => below(p));
}

// Memory, each page of it counted once (PSS), in KB.
function memoryOf(pid) {
	let all = 0;

	for (const [p] of family(pid)) {
		try {
			all += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${p}/smaps_rollup`, 'latin1'))[1]);
		} catch { /* it has ended */ }
	}
	return all;
}

// Processor time of the living and of those that ended, in milliseconds (a tick is 10).
function cpuOf(pid) {
	return family(pid).reduce((all, [, stat]) => all + stat.slice(11, 15).reduce((sum, n) => sum + Number(n), 0) * 10, 0);
}

async function chromium(each) {
	const html = spawnSync(PROGRAM, ['html', String(PAGES)], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
	const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'], headless: true });
	const page = await browser.newPage();
	const articles = html.split('<article>');
	const sheets = each ? articles.slice(1).map((part) => `${articles[0]}<article>${part}`) : [html];
	let memory = 0;
	const watch = setInterval(() => { memory = Math.max(memory, memoryOf(browser.process().pid)); }, 500);

	await page.setContent(`${articles[0]}<article>${articles[1]}`);
	await page.pdf({ tagged: true });
	const start = performance.now(), before = cpuOf(browser.process().pid);

	for (const [i, sheet] of sheets.entries()) {
		const path = join(DIR, `page${i}.html`);

		writeFileSync(path, sheet);
		await page.goto(pathToFileURL(path).href);
		await page.pdf({ path: join(DIR, `chromium${i}.pdf`), preferCSSPageSize: true, tagged: true, outline: true, timeout: 0 });
	}
	const took = performance.now() - start;

	clearInterval(watch);
	memory = Math.max(memory, memoryOf(browser.process().pid));
	const cpu = cpuOf(browser.process().pid) - before;
	await browser.close();
	return { took, memory, cpu };
}

export async function measurePaper() {
	mkdirSync(DIR, { recursive: true });
	const rows = [['one file, one thread', ours('one', join(DIR, 'one.pdf'))], ['sets of 25, a worker on each core', ours('sets', DIR)],
		['a file each, a worker on each core', ours('each', DIR)], ['Chromium, one file', await chromium(false)],
		['Chromium, a file each', await chromium(true)]];
	const slow = (i) => rows[i < 2 ? 3 : 4][1];

	console.log(`\n${PAGES} profiles to PDF, ${cpus().length} cores; one file is ${Math.round(statSync(join(DIR, 'one.pdf')).size / 1024)} KB,`
		+ ` Chromium's ${Math.round(statSync(join(DIR, 'chromium0.pdf')).size / 1024)} KB a page`);
	console.log('| How | ms | pages a second | processor ms a page | peak MB | times Chromium | by processor time |\n'
		+ '| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
	for (const [i, [name, r]] of rows.entries())
		console.log(`| ${name} | ${r.took.toFixed(0)} | ${(PAGES / r.took * 1000).toFixed(1)} | ${(r.cpu / PAGES).toFixed(1)} | `
			+ `${(r.memory / 1024).toFixed(0)} | `
			+ `${i < 3 ? (slow(i).took / r.took).toFixed(1) : ''} | ${i < 3 ? (slow(i).cpu / r.cpu).toFixed(1) : ''} |`);
	rmSync(DIR, { recursive: true });
}

if (process.argv[1].endsWith('pdf.mjs'))
	await measurePaper();

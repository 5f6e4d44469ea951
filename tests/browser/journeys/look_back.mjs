// Looking back: the head opens the rows behind every figure; governors read no child and lead to none; page, PDF and workbook say
// the same, read here by other programs (poppler's structure, unzip) and laid beside each other; what is hidden cannot be had by
// subtracting.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';
import { OUT } from '../rig/server.mjs';

const run = (...words) => spawnSync(words[0], words.slice(1), { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
const plain = (s) => s.replace(/\s+/g, ' ').replace(/- /g, '-').trim();

// "12 of 40 (30%)" as [12, 40]; what is not said as null.
function figure(words) {
	const found = /^(\d+)(?: of (\d+)(?: \((\d+)%\))?)?$/.exec(words);

	if (words === 'not said')
		return [null, null];
	expect(found, `"${words}" is no figure`);
	const [, n, of, rate] = found;
	expect(rate === undefined || Math.round(n * 100 / of) === Number(rate), `${words} is not rightly rounded`);
	return [Number(n), of === undefined ? null : Number(of)];
}

async function ofPage(person) {
	const tables = await person.page.$$eval('main table', (all) => all
		.filter((t) => t.tHead?.innerText.includes('How many')).map((t) => [t.caption.textContent.trim(),
		[...t.tBodies[0].rows].map((r) => [...r.cells].map((c) => c.innerText.trim()))]));

	return new Map(tables.flatMap(([title, rows]) => rows.map(([what, n]) => [`${plain(title)}: ${plain(what)}`, figure(n)])));
}

// The tagged text: headings, and cells under their rows, as a screen reader goes through them.
function ofPdf(file) {
	const found = new Map();
	let section = '', cells = [];
	const row = () => {
		if (cells.length === 2 && plain(cells[0]) !== 'What')
			found.set(`${section}: ${plain(cells[0])}`, figure(plain(cells[1])));
		cells = [];
	};
	let at = '';

	for (const line of run('pdfinfo', '-struct-text', file).split('\n')) {
		const [, tag] = /^ *(H\d|TR|TH|TD|P|Table)\b/.exec(line) || [];
		const [, text] = /^ *"(.*)"$/.exec(line) || [];
		if (tag === 'TR' || tag === 'H2')
			row();
		if (tag === 'TH' || tag === 'TD')
			cells.push('');
		at = tag || at;
		if (text !== undefined && at === 'H2')
			section = plain(text);
		else if (text !== undefined && (at === 'TH' || at === 'TD'))
			cells[cells.length - 1] += `${text} `;
	}
	row();
	return found;
}

function ofWorkbook(file) {
	const xml = run('unzip', '-p', file, 'xl/worksheets/sheet1.xml');
	const words = (s) => s.replace(/&(lt|gt|quot|amp|apos|#39);/g, (all, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' }[name] || "'"));
	const found = new Map();

	for (const [, row] of [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].slice(1)) {
		const cell = Object.fromEntries([...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)]
			.map(([, column, inside]) => [column, words(inside.replace(/<[^>]*>/g, ''))]));
		expect(cell.C !== undefined || cell.E === 'not said', `${row} says neither a number nor why not`);
		found.set(`${plain(cell.A)}: ${plain(cell.B)}`, [cell.C, cell.D].map((n) => (n === undefined ? null : Number(n))));
	}
	return found;
}

function same(one, other, which) {
	const words = (m) => [...m].map(([k, [n, of]]) => `${k} = ${n} of ${of}`);
	const [a, b] = [words(one), words(other)];

	expect(a.length > 15, `${which}: only ${a.length} figures`);
	for (let i = 0; i < Math.max(a.length, b.length); i++)
		expect(a[i] === b[i], `${which}: "${a[i]}" on the page, "${b[i]}" there`);
}

async function threeSayTheSame(rig, person, address, when) {
	await person.goto(`${address}?when=${when}`);
	const page = await ofPage(person);

	for (const [kind, read] of [['pdf', ofPdf], ['xlsx', ofWorkbook]]) {
		const got = await person.get(`${address}.${kind}?when=${when}`), file = join(OUT, `look-back-${when}.${kind}`);
		expect(got.status === 200, `${address}.${kind} answered ${got.status}`);
		writeFileSync(file, got.body);
		same(page, read(file), `${address} ${when} ${kind}`);
	}
	return page;
}

// Every figure above nought leads somewhere, to as many rows.
async function behind(rig, head, when) {
	await head.goto(`/reports/look-back?when=${when}`, { look: false });
	const cells = await head.page.$$eval('main td', (all) => all
		.filter((td) => /^[1-9]/.test(td.innerText) && td.closest('table').tHead?.innerText.includes('How many'))
		.map((td) => [td.innerText, td.querySelector('a')?.getAttribute('href')]));

	expect(cells.length > 10, 'there is little to look back on');
	for (const [words, href] of cells)
		expect(href, `"${words}" opens nothing`);
	for (const [words, href] of cells) {
		const rows = (await head.get(href)).body.toString().match(/<tr\b/g)?.length - 1;
		expect(rows === figure(words)[0], `"${words}" opens ${rows} rows at ${href}`);
	}
	return cells[0][1];
}

// Start and what came less what went is the end: with what governors are told, nobody small is left over.
function subtract(page) {
	const n = (what) => page.get(`On and off the register: ${what}`)[0];
	const moves = ['Came on to SEN Support', 'Came with or got an EHC plan', 'Came off the register'].map(n);

	for (const [name, [value]] of page)
		expect(value === null || value === 0 || value >= 5, `${name} says ${value}`);
	expect(moves.filter((m) => m === null).length !== 1 || [n('SEN Support at the start'), n('EHC plan at the start'),
		n('SEN Support at the end'), n('EHC plan at the end')].includes(null), 'the one hidden movement can be worked out');
	for (const part of ['How targets went', 'What reviews decided']) {
		const lines = [...page].filter(([k]) => k.startsWith(`${part}: `)).map(([, v]) => v);
		const unsaid = lines.filter(([value]) => value === null).length, whole = lines.find(([, of]) => of)?.[1];
		const rest = whole - lines.reduce((sum, [value]) => sum + (value || 0), 0);
		expect(!whole || unsaid !== 1, `${part}: the one hidden is ${rest}`);
		expect(!whole || unsaid < 2 || rest > unsaid, `${part}: ${unsaid} hidden make ${rest}, so each is 1`);
	}
}

async function governors(rig) {
	const governor = await rig.signIn('governor');

	await rig.step('governors read no child, no small number, and lead to none', async () => {
		for (const when of ['term', 'year', 'last'])
			subtract(await threeSayTheSame(rig, governor, '/reports/governors', when));
		await governor.goto('/reports/governors?when=year', { look: false });
		const links = await governor.links();
		expect(!links.some((h) => /\/pupils|look-back|\/register/.test(h)), `a governor is led to ${links.join(' ')}`);
		const names = run(...['pdftotext', join(OUT, 'look-back-year.pdf'), '-']);
		expect(!names.includes('/pupils'), 'the paper has a link');
		expect((await governor.get('/reports/look-back')).status === 404, 'the head’s page opens to a governor');
		expect((await governor.get('/reports/look-back/rows?what=now_k')).status === 404, 'so do the rows');
		await governor.picture('look-back-governors-1280');
		await governor.resize(NARROW);
		await governor.goto('/reports/governors?when=year');
		await governor.picture('look-back-governors-360');
	});
	await rig.step('the home of a governor says nothing that the report does not', async () => {
		await governor.resize(WIDE);
		await governor.goto('/');
		const page = await governor.text();
		for (const word of ['Pupil', 'fewer than'])
			expect(!page.includes(word), `it says ${word}`);
	});
}

export default async function lookBack(rig) {
	const head = await rig.signIn('head');

	await rig.step('the head reads the same on page, paper and in the workbook', async () => {
		await threeSayTheSame(rig, head, '/reports/look-back', 'term');
		await threeSayTheSame(rig, head, '/reports/look-back', 'year');
		await head.picture('look-back-head-1280');
	});
	await rig.step('every figure opens as many rows as it says', async () => {
		const first = await behind(rig, head, 'year');
		await head.goto(first);
		expect((await head.links()).includes('/reports/look-back?when=year'), 'there is no way back to the figures');
	});
	await rig.step('a phone, without scripts, too', async () => {
		const plainly = await rig.signIn('head', { scripts: false, size: NARROW });
		await plainly.goto('/reports/look-back');
		await plainly.select('When', 'This school year');
		await plainly.click('Show');
		await plainly.sees('This school year');
		await plainly.picture('look-back-head-360');
		await plainly.leave();
	});
	await governors(rig);
}

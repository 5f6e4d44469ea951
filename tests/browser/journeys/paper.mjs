// Every kind of paper the program writes, as a screen reader and a printer meet it, read by poppler and qpdf: tags, title,
// language, fonts that are in the file, headings in order, tables whose cells have heads, lists, words for pictures, nothing
// read that only decorates, and a reading order that is the order in which the page is seen. Then the pages that are printed by
// the browser.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../rig/rig.mjs';
import { OUT } from '../rig/server.mjs';

const run = (...words) => spawnSync(words[0], words.slice(1), { encoding: 'latin1', maxBuffer: 1 << 28 }).stdout;
const utf8 = (...words) => spawnSync(words[0], words.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;

// poppler's indented tree as nodes: { tag, text, attributes, inside }.
function tree(file) {
	const root = { tag: 'Root', text: '', attributes: [], inside: [] }, open = [root];

	for (const line of utf8('pdfinfo', '-struct-text', file).split('\n').filter((l) => l.trim())) {
		const depth = /^ */.exec(line)[0].length / 2, [,
			tag] = /^ *([A-Z][A-Za-z0-9]*)\b(?: "[^"]*")?(?: \((?:block|inline)\))?:?$/.exec(line) || [];
		const text = /^ *"([^]*)"$/.exec(line)?.[1];

		if (tag) {
			const node = { tag, text: '', attributes: [], inside: [] };
			open[depth].inside.push(node);
			open.length = depth + 1;
			open.push(node);
		} else if (text !== undefined) {
			open[open.length - 1].text += text;
		} else {
			open[open.length - 1].attributes.push(line.trim());
		}
	}
	return root;
}

const each = (node, what) => node.inside.forEach((n) => { what(n, node); each(n, what); });
const allText = (node) => node.text + node.inside.map(allText).join(' ');

function headings(root) {
	let last = 0, first = true;

	each(root, (n) => {
		const level = Number(/^H(\d)$/.exec(n.tag)?.[1] || 0);

		if (!level)
			return;
		expect(!first || level === 1, `begins with ${n.tag} "${n.text}"`);
		expect(level <= last + 1, `"${n.text}" is ${n.tag} after H${last}`);
		expect(n.text.trim(), `an empty ${n.tag}`);
		first = false;
		last = level;
	});
	expect(!first, 'has no heading');
}

function inOrder(root) {
	each(root, (n, above) => {
		const inside = n.inside.map((i) => i.tag);

		if (n.tag === 'Table') {
			const rows = n.inside.filter((i) => i.tag === 'TR'),
				heads = rows.flatMap((r) => r.inside).filter((c) => c.tag === 'TH');
			expect(rows.length && inside.every((t) => ['TR', 'Caption'].includes(t)), `a table of ${inside}`);
			expect(heads.length && heads.every((h) => h.attributes.some((a) => /Scope/.test(a))),
				`a table without heads: ${allText(n)}`);
			expect(rows.every((r) => r.inside.length === rows[0].inside.length), 'a table whose rows differ');
		}
		if (n.tag === 'L')
			expect(inside.length && inside.every((t) => t === 'LI'), `a list of ${inside}`);
		if (n.tag === 'LI')
			expect(inside.join() === 'Lbl,LBody', `a point of ${inside}`);
		if (n.tag === 'TR' || n.tag === 'TH' || n.tag === 'TD')
			expect(above.tag === (n.tag === 'TR' ? 'Table' : 'TR'), `${n.tag} in ${above.tag}`);
		expect(n.tag !== 'P' || n.text.trim() || n.inside.length, 'an empty paragraph');
		expect(!/\S(?:Version \d|Review by)/.test(n.text), `two lines read as one word: ${n.text}`);
	});
	expect(!/Page \d+ of \d+/.test(allText(root)), 'reads out the page numbers');
}

// Word after word as they are read: along the line, down, or over to a column further right; never back up where one came from.
function seenAsRead(file, name) {
	const pages = utf8('pdftotext', '-raw', '-bbox', file, '-').split('<page ').slice(1);
	const at = (word, what) => Number(new RegExp(`${what}="([\\d.]+)"`).exec(word)[1]);

	for (const [i, page] of pages.entries()) {
		const height = at(page, 'height');
		const words = [...page.matchAll(/<word [^>]*>([^<]*)/g)].map(([w, text]) => ({ text, x: at(w, 'xMin'), y: at(w,
			'yMax'), right: at(w, 'xMax') }))
			.filter((w) => w.y > 50 && w.y < height - 40);
		for (let k = 1; k < words.length; k++) {
			const [was, is] = [words[k - 1], words[k]];
			expect(is.y >= was.y - 6 || is.x >= was.right - 1,
				`${name} page ${i + 1}: "${is.text}" is read after "${was.text}" but stands above it`);
		}
	}
}

function catalogue(file) {
	const plain = run('qpdf', '--qdf', '--object-streams=disable', file, '-');
	const figures = plain.split('endobj').filter((o) => /\/S \/Figure\b/.test(o));

	expect(/\/Lang \(en-GB\)/.test(plain), 'has no language');
	expect(/\/DisplayDocTitle true/.test(plain), 'does not show its title');
	expect(/\/Marked true/.test(plain), 'is not marked as tagged');
	expect(figures.every((f) => /\/Alt [(<]/.test(f)), 'a picture without words');
	return figures.length;
}

async function look(senco, kind, path, { named = false, pages = 0 } = {}) {
	const got = await senco.get(path), file = join(OUT, `paper-${kind.replace(/\W+/g, '-')}.pdf`);

	expect(got.status === 200 && got.headers.get('content-type') === 'application/pdf',
		`${kind}: ${path} answered ${got.status}`);
	writeFileSync(file, got.body);
	const info = utf8('pdfinfo', file), title = /^Title: +(.*)$/m.exec(info)?.[1] || '', [,
		sides] = /^Pages: +(\d+)/m.exec(info);
	const fonts = utf8('pdffonts', file).trim().split('\n').slice(2);

	try {
		expect(/^Tagged: +yes/m.test(info) && /\(A4\)/.test(info), 'is no tagged A4');
		expect(title && (named || !/Whitlock|Ashdown/.test(title)), `is titled "${title}"`);
		expect(!pages || Number(sides) === pages, `has ${sides} pages, not ${pages}`);
		expect(fonts.length && fonts.every((f) => / yes yes yes +\d+ +\d+$/.test(f)), `fonts: ${fonts}`);
		const root = tree(file);
		headings(root);
		inOrder(root);
		seenAsRead(file, kind);
		return catalogue(file);
	} catch (e) {
		throw new Error(`${kind} (${path}): ${e.message}`);
	}
}

async function links(person, path, pattern) {
	return [...new Set([...(await person.get(path)).body.toString().matchAll(/href="([^"]+)"/g)].map(([, h]) => h.replace(/&amp;/g, '&')))]
		.filter((h) => pattern.test(h));
}

// A child with the most to print.
async function fullest(senco) {
	const children = await links(senco, '/register?status=K', /^\/pupils\/\w{26}$/);
	const found = [];

	for (const child of children)
		found.push([child, await links(senco, `${child}/plans`, /^\/plans\/\w{26}\b/)]);
	return found.sort((a, b) => b[1].length - a[1].length)[0];
}

async function pdfs(rig, senco) {
	const [child, plans] = await fullest(senco), plan = plans[0].split('?')[0], [letter] = await links(senco, '/letters',
		/^\/letters\/\w{26}$/);
	const step = (kind, path, more) => rig.check(`${kind}, as it is read and seen`, () => look(senco, kind, path, more));

	await step('profile', `${child}/profile.pdf`, { pages: 1, named: true });
	await step('profile in large print', `${child}/profile.pdf?print=large`);
	await step('profile in easy read', `${child}/profile.pdf?print=easy`);
	await step('profiles of the register', '/profiles.pdf?class=');
	await step('plan', `${plan}/plan.pdf`, { named: true });
	await step('card of a child', `${plan}/card.pdf`, { named: true });
	await step('story of the plans', `${child}/plans.pdf`, { named: true });
	await step('letter', `${letter}/pdf`);
	await step('look back', '/reports/look-back.pdf?when=year');
	await step('report to governors', '/reports/governors.pdf?when=year');
	return [child, plan];
}

// What the browser prints: the paper without the program around it, dark on white.
async function printed(senco, path, most) {
	await senco.goto(path, { look: false });
	const { bytes, sides } = await senco.print(), file = join(OUT, 'paper-printed.pdf');

	writeFileSync(file, bytes);
	const text = utf8('pdftotext', file, '-');
	expect(sides >= 1 && sides <= most, `${path} prints on ${sides} sides`);
	for (const word of ['Sign out', 'Find a child', 'Keyboard shortcuts', 'Skip to'])
		expect(!text.includes(word), `${path} prints "${word}"`);
	expect(/Tagged: +yes/.test(utf8('pdfinfo', file)), `${path} prints without tags`);
}

export default async function paper(rig) {
	const senco = await rig.signIn('senco');
	let child, plan;

	await rig.step('every PDF', async () => { [child, plan] = await pdfs(rig, senco); });
	await rig.step('pages that are printed leave the program away', async () => {
		const [meeting] = await links(senco, '/meetings', /^\/meetings\/\w{26}$/);
		const [group] = await links(await rig.signIn('teacher'), '/', /^\/classes\/\w{26}\/cover$/);
		await printed(senco, '/register', 8);
		await printed(senco, `${plan}/print`, 8);
		await printed(senco, meeting, 6);
		await printed(senco, `${child}/timeline`, 30);
		await printed(senco, group, 2);
	});
}

// crawl.mjs - a person follows every link they can see, one page of each kind (a kind is a route's pattern, or the address with its
// ids blanked, with what one question it asks). What is done at each page is the caller's business.
import { existsSync, readFileSync } from 'node:fs';

// Patterns of golden/routes.txt, longest first: "/pupils/:pupil/notes".
function patterns() {
	const text = existsSync('golden/routes.txt') ? readFileSync('golden/routes.txt', 'utf8') : '';
	const found = [...new Set(text.match(/(?<=^|\s)\/[^\s|,]*/gm) || [])];

	return found.map((p) => [p, new RegExp(`^${p.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&').replace(/:[a-z_]+/g, '[^/]+')}$`)])
		.sort((a, b) => b[0].length - a[0].length);
}

const known = patterns();

export function kindOf(address) {
	const [path, query = ''] = address.split('?');
	const route = known.find(([, regex]) => regex.test(path));
	const asked = [...new URLSearchParams(query).keys()];

	if (asked.length > 1)
		return null;

	return (route ? route[0] : path.replace(/\b[0-9a-f]{16,}\b|\b\d+\b/g, ':id')) + (asked.length ? `?${asked[0]}` : '');
}

// Breadth first from "/". `visit(person, kind, path)` has the page open.
export async function crawl(person, visit, { most = 150, skip = /sign-out|\/assets\/|\/lock\b/ } = {}) {
	const seen = new Set();
	const waiting = ['/'];

	while (waiting.length && seen.size < most) {
		const path = waiting.shift();
		const kind = kindOf(path);

		if (!kind || seen.has(kind) || skip.test(path))
			continue;
		seen.add(kind);
		if (!await open(person, path))
			continue;
		await visit(person, kind, path);
		waiting.push(...await person.links());
	}
	return seen;
}

// Opens a page; what by its address is a file is fetched instead. False if there is nothing to look at.
async function open(person, path) {
	if (!/\.[a-z]+(\?|$)|format=/.test(path)) {
		// The browser breaks a navigation off when the answer turns out to be a download: that is a file, to be fetched below.
		const left = await person.goto(path, { look: false }).catch((e) => e);

		if (!(left instanceof Error))
			return true;
		if (!left.message.includes('ERR_ABORTED'))
			throw left;
	}
	const head = await person.get(path).catch((e) => e);

	if (head instanceof Error) {
		person.faults.push(`${person.role} asked for ${path} and got no answer: ${head.message}`);
		return false;
	}
	if (head.status >= 400)
		person.faults.push(`${person.role} asked for ${path} and was answered ${head.status}`);
	return false;
}

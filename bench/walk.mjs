// walk.mjs - every kind of page that a link leads each role to, once: how many questions it asks of the store beside those of the
// session and the gate, and how much memory one server has after all of them. Aims: 12 questions a page, 64 MB.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client, unescape } from '../tests/browser/rig/client.mjs';
import { kindOf } from '../tests/browser/rig/crawl.mjs';
import { OUT, Server } from '../tests/browser/rig/server.mjs';
import { stepNow } from '../tests/browser/rig/totp.mjs';
import { memoryMb, table } from './measure.mjs';

const TRACE = join(OUT, 'walk-trace');
const GATE = 3, AIM = 12;
const SKIP = /sign-out|\/assets\/|\/lock\b|\/undo\b/;

const linksOf = (text) => [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => unescape(href));

// Breadth first from "/"; `visit` gets each answer with its kind.
async function walk(client, visit, most = 150) {
	const seen = new Set();
	const waiting = ['/'];

	while (waiting.length && seen.size < most) {
		const path = waiting.shift();
		const kind = kindOf(path);

		if (!kind || seen.has(kind) || SKIP.test(path))
			continue;
		seen.add(kind);
		const answer = await client.get(path);
		await visit(kind, path, answer);
		if (/html/.test(answer.headers['content-type']))
			waiting.push(...linksOf(answer.text));
	}
	return seen.size;
}

async function everyRole(server, visit, later = 0) {
	let pages = 0;

	for (const account of server.signIns) {
		const client = new Client(server.address);

		await client.signIn(account, stepNow() + later);
		pages += await walk(client, (kind, path, answer) => visit(client, account.role, kind, path, answer));
	}
	return pages;
}

// The second visit counts: keys and calendars are in memory by then, as they are for the next who comes.
async function questions(server) {
	const rows = [];

	await everyRole(server, async (client, role, kind, path) => {
		const from = statSync(TRACE).size;

		await client.get(path);
		const lines = readFileSync(TRACE).subarray(from).toString().split('\n');
		const count = (letter) => lines.filter((l) => l.startsWith(`${letter}\t`) && !/^.\t(BEGIN|COMMIT)/.test(l)).length;
		rows.push([kind, role, Math.max(0, count('r') - GATE), count('w')]);
	});
	return rows.sort((a, b) => b[2] - a[2]);
}

export async function measureWalk(school, pupils) {
	const server = await Server.start(school, 'walk', ['--trace', TRACE]);
	const rows = await questions(server);
	const over = rows.filter((r) => r[2] > AIM).length;

	await server.stop();
	table(`${rows.length} kinds of page, each by the roles that come to it: ${over} ask more than ${AIM} questions`,
		['page', 'role', 'asks', 'writes'], rows.slice(0, Math.max(10, over)));
	server.more = [];
	await server.run();
	const before = memoryMb(server.child.pid, 'VmRSS');
	let slowest = '?';
	const pages = await everyRole(server, async (client, role, kind, path, answer) => {
		slowest = /the slowest took ([0-9.]+) ms/.exec(answer.text)?.[1] || slowest; // the health page tells
	}, 1);
	/* lint: wait because what was freed goes back to the system every five seconds */
	await new Promise((go) => setTimeout(go, 6000));
	console.log(`\nmemory of one server for ${pupils} pupils: ${before.toFixed(0)} MB at the start, ${
		memoryMb(server.child.pid, 'VmRSS').toFixed(0)} MB after ${pages} pages of ${server.signIns.length} roles, ${
		memoryMb(server.child.pid, 'VmHWM').toFixed(0)} MB at most, password hashes of 64 MB among it`);
	console.log(`the longest act on the writer by then: ${slowest} ms (aim: 50, but for an import)`);
	await server.stop();
}

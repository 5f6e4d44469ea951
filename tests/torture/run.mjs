// run.mjs - kills the server (kill -9, all its processes) at random instants while eight people write notes, starts it again, and at
// the end asks for every note by its own words. A note that was answered "saved" must be there, once; one whose answer never came may
// be there or not, but not twice. Answers are noted here, outside the server. `KILLS=200 WRITERS=8 node tests/torture/run.mjs`
import { Client } from '../browser/rig/client.mjs';
import { Server, makeSchool } from '../browser/rig/server.mjs';

const KILLS = Number(process.env.KILLS || 200);
const WRITERS = Number(process.env.WRITERS || 8);
const pause = (ms) => new Promise((go) => setTimeout(go, ms)); // lint: wait because the instant of a kill is the thing tried

class Writer {
	constructor(client, number, pupil) {
		Object.assign(this, { client, number, pupil, count: 0, saved: [], unknown: [], open: null, refused: 0 });
	}

	async write() {
		const words = `torture ${this.number}x${++this.count}x`;
		const path = `/pupils/${this.pupil}/notes/new`;
		const page = await this.client.get(path);
		const form = this.client.form(page, path, 'text');

		this.open = words;
		const answer = await this.client.send(form, { text: words });
		this.open = null;
		if (answer.status === 303)
			this.saved.push(words);
		else
			this.refused++;
	}

	// Until told to end; a broken connection means the server was killed: what was open is unknown from then on.
	async run(state) {
		while (!state.over) {
			try {
				await this.write();
			} catch {
				if (this.open)
					this.unknown.push(this.open);
				this.open = null;
				await state.back;
			}
		}
	}
}

async function pupils(client) {
	const page = await client.get('/register');
	const found = [...new Set([...page.text.matchAll(/href="\/pupils\/([0-9a-z]+)"/g)].map((m) => m[1]))];

	if (!found.length)
		throw new Error(`no child on the register (${page.status})`);
	return found;
}

// How often each writer's words stand in the child's notes, all pages of them.
async function countWords(client, pupil, tally) {
	for (let page = 1; ; page++) {
		const answer = await client.get(`/pupils/${pupil}/notes?page=${page}`);
		const found = answer.text.match(/torture \d+x\d+x/g) || [];

		found.forEach((words) => tally.set(words, (tally.get(words) || 0) + 1));
		if (answer.status !== 200 || !answer.text.includes(`page=${page + 1}`))
			return;
	}
}

async function killAndStart(server, state, writers, seen) {
	let back = null;

	await pause(20 + Math.random() * 400);
	state.back = new Promise((done) => { back = done; });
	seen.inFlight += writers.some((w) => w.open) ? 1 : 0;
	await server.kill();
	await server.run();
	back();
}

const server = await Server.start(makeSchool(84), 'torture');
const first = new Client(server.address);
const state = { over: false, back: Promise.resolve() };
const seen = { inFlight: 0 };

await first.signIn(server.signIns.find((s) => s.role === 'senco'));
const children = await pupils(first);
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
const saved = writers.flatMap((w) => w.saved), unknown = writers.flatMap((w) => w.unknown);
const lost = saved.filter((words) => !tally.get(words));
const twice = [...tally].filter(([, n]) => n > 1);
const within = unknown.filter((words) => tally.get(words)).length;

await server.stop();
console.log(`${KILLS} kills, ${seen.inFlight} of them while a note was on its way; ${unknown.length} notes got no answer, `
	+ `${within} of those were committed before the kill`);
console.log(`${saved.length} notes answered "saved", ${lost.length} lost, ${twice.length} there twice, `
	+ `${writers.reduce((sum, w) => sum + w.refused, 0)} refused`);
lost.slice(0, 10).forEach((words) => console.log(`LOST ${words}`));
console.log(`${KILLS - (lost.length + twice.length ? 1 : 0)} passed, ${lost.length + twice.length} failed`);
process.exit(lost.length + twice.length ? 1 : 0);

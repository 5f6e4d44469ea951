// server.mjs - a demo school of a journey's own, served by the real program on a free port.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';

export const PROGRAM = resolve(process.env.B || 'build', 'opensenco');
export const OUT = resolve('build', 'journeys');
const running = new Set();

process.on('exit', () => running.forEach(kill));
['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => process.exit(1)));

// The server and every process it started, at once.
function kill(child) {
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// it has ended already
	}
}

// The school that every journey gets a copy of, made once a run.
export function makeSchool(pupils) {
	const dir = join(OUT, 'school');

	rmSync(dir, { recursive: true, force: true });
	rmSync(`${dir}.key`, { force: true });
	mkdirSync(OUT, { recursive: true });
	const made = spawnSync(PROGRAM, ['demo', dir, '--pupils', String(pupils), '--seed', '1'], { encoding: 'utf8' });
	if (made.status !== 0)
		throw new Error(`opensenco demo ended with ${made.status}:\n${made.stderr}`);
	return dir;
}

// An installation with nothing in it, and the one sign-in that `opensenco init` prints.
export function makeBlank(name) {
	const dir = join(OUT, `${name}-blank`);

	rmSync(dir, { recursive: true, force: true });
	rmSync(`${dir}.key`, { force: true });
	mkdirSync(OUT, { recursive: true });
	const words = ['init', '--data', dir, '--school', 'Thistlewick Primary School', '--login', 'ruth', '--name', 'Ruth Okonkwo'];
	const made = spawnSync(PROGRAM, words, { encoding: 'utf8' });
	if (made.status !== 0)
		throw new Error(`opensenco init ended with ${made.status}:\n${made.stderr}`);
	const [, password] = /password +(\S+)/.exec(made.stdout);
	const [, secret] = /secret=([A-Z2-7]+)/.exec(made.stdout);
	return { dir, signIns: [{ role: 'senco', login: 'ruth', password, totp_secret: secret }] };
}

function freePort() {
	return new Promise((done, fail) => {
		const probe = createServer();

		probe.on('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address();
			probe.close(() => done(port));
		});
	});
}

function answers(port) {
	return new Promise((done) => {
		const socket = connect(port, '127.0.0.1');

		socket.on('connect', () => { socket.destroy(); done(true); });
		socket.on('error', () => done(false));
	});
}

export class Server {
	static async start(school, name, more = []) {
		const server = new Server();

		server.more = more;
		server.data = join(OUT, `${name}-data`);
		rmSync(server.data, { recursive: true, force: true });
		cpSync(school, server.data, { recursive: true });
		cpSync(`${school}.key`, `${server.data}.key`);
		server.logFile = join(OUT, `${name}.log`);
		await server.run();
		const signIns = join(server.data, 'demo-signins.json');
		server.signIns = existsSync(signIns) ? JSON.parse(readFileSync(signIns, 'utf8')) : [];
		return server;
	}

	async run() {
		const log = openSync(this.logFile, 'a');

		this.port ||= await freePort();
		this.address = `http://127.0.0.1:${this.port}`;
		const words = ['serve', '--data', this.data, '--port', String(this.port), ...this.more];
		this.child = spawn(PROGRAM, words, { stdio: ['ignore', log, log], detached: true });
		running.add(this.child);
		this.ended = new Promise((done) => this.child.on('exit', done)).then(() => running.delete(this.child));
		await this.ready();
	}

	async ready() {
		const until = Date.now() + 20000;

		while (!await answers(this.port)) {
			if (Date.now() > until || this.child.exitCode !== null)
				throw new Error(`the server did not start:\n${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
			/* lint: wait because a process that is starting can only be asked again */
			await new Promise((go) => setTimeout(go, 50));
		}
	}

	// kill -9, the whole of it; what it held is gone when this returns.
	async kill() {
		kill(this.child);
		await this.ended;
	}

	async stop() {
		const patience = setTimeout(() => kill(this.child), 10000); // lint: wait because a server that will not end is ended

		this.child.kill('SIGTERM');
		await this.ended;
		clearTimeout(patience);
	}
}

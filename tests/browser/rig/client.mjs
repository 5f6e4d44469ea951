// client.mjs - a person without a browser: a cookie jar, pages, forms. For figures and for killing, where a browser would be the
// slowest part. It sends what a browser sends: form fields with the page's own hidden ones, and where it comes from.
import http from 'node:http';
import { stepNow, totp } from './totp.mjs';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
export const unescape = (s) => s.replace(/&(\w+|#\w+);/g, (all, name) => entities[name] ?? all);

function attributes(tag) {
	const found = {};

	for (const [, name, value] of tag.matchAll(/([a-z-]+)(?:="([^"]*)")?/g))
		found[name] = unescape(value ?? '');
	return found;
}

export class Client {
	constructor(address) {
		this.address = new URL(address);
		this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
		this.jar = new Map();
	}

	get cookie() { return [...this.jar].map(([n, v]) => `${n}=${v}`).join('; '); }

	// Another client with the same session and a connection of its own.
	twin() {
		const other = new Client(this.address);

		other.jar = new Map(this.jar);
		return other;
	}

	moveTo(address) { this.address = new URL(address); }

	ask(method, path, body) {
		const headers = { cookie: this.cookie, connection: 'keep-alive' };

		if (body !== undefined) {
			headers['content-type'] = 'application/x-www-form-urlencoded';
			headers['content-length'] = Buffer.byteLength(body);
			headers.origin = this.address.origin;
			headers['sec-fetch-site'] = 'same-origin';
		}
		return new Promise((done, fail) => {
			const { hostname, port } = this.address;
			const request = http.request({ hostname, port, path, method, headers, agent: this.agent }, (answer) => {
				const parts = [];

				answer.on('data', (part) => parts.push(part));
				answer.on('error', fail);
				answer.on('aborted', () => fail(new Error('cut off')));
				answer.on('end', () => {
					for (const line of answer.headers['set-cookie'] || []) {
						const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
						this.jar.set(name, value);
					}
					const { statusCode: status, headers: { location } } = answer;
					const bytes = Buffer.concat(parts);
					done({ status, headers: answer.headers, location, bytes, text: bytes.toString() });
				});
			});

			request.on('error', fail);
			request.end(body);
		});
	}

	async get(path) { return this.ask('GET', path); }

	async follow(answer) {
		let now = answer;

		for (let hops = 0; now.status === 303 && hops < 5; hops++)
			now = await this.get(now.location);
		return now;
	}

	// The form of a page that has a control of this name (or the first that posts): where it goes and all it would send.
	form(page, path, control) {
		for (const [, open, inside] of page.text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
			const about = attributes(open);

			if ((about.method || '').toLowerCase() !== 'post' || (control && !inside.includes(`name="${control}"`)))
				continue;
			const fields = new URLSearchParams();
			for (const [tag] of inside.matchAll(/<input[^>]*>/g)) {
				const input = attributes(tag);
				const sent = !['checkbox', 'radio', 'file', 'submit'].includes(input.type) || 'checked' in input;
				if (input.name && sent)
					fields.append(input.name, input.value || '');
			}
			return { action: about.action || path, fields };
		}
		throw new Error(`no form${control ? ` with ${control}` : ''} at ${path} (${page.status})`);
	}

	async send(form, values) {
		for (const [name, value] of Object.entries(values))
			form.fields.set(name, value);
		return this.ask('POST', form.action, form.fields.toString());
	}

	async signIn(account, step = stepNow()) {
		const page = await this.get('/sign-in');
		const first = this.form(page, '/sign-in', 'password');
		const names = [...first.fields.keys()];
		const login = names.find((n) => /login|email|name|user/.test(n));
		let answer = await this.send(first, { [login]: account.login, password: account.password });
		const second = await this.follow(answer);

		const last = this.form(second, answer.location || '/sign-in', 'code');
		answer = await this.send(last, { code: totp(account.totp_secret, step) });
		if (answer.status !== 303)
			throw new Error(`signing in as ${account.login} answered ${answer.status}`);
		await this.follow(answer);
	}
}

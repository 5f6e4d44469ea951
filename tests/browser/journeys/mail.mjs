// A school with a real mail server: IT sets it up and tries it, a letter arrives once, and a server that is away loses nothing.
import { mailServer, realSchool } from '../rig/post.mjs';
import { expect } from '../rig/rig.mjs';

const words = (person) => person.page.$eval('main', (m) => m.innerText);

async function until(person, what) {
	const end = Date.now() + 30000;

	while (!(await words(person)).includes(what)) {
		expect(Date.now() < end, `"${what}" was not said in half a minute`);
		/* lint: wait because what another process does can only be asked again */
		await new Promise((go) => setTimeout(go, 500));
		await person.page.reload({ waitUntil: 'load' });
	}
}

export default async function mail(rig) {
	const smtp = await mailServer('mail');

	await realSchool(rig, 'mail');
	const it = await rig.signIn('it');

	await rig.step('IT sets the mail server up', async () => {
		await it.goto('/outbox/server');
		await it.fill('Mail server', '127.0.0.1');
		await it.fill('Port', smtp.port);
		await it.choose('Not encrypted: only for a mail server on this machine');
		await it.fill('Sender\'s address', 'no address');
		await it.choose('Yes');
		await it.click('Save the mail server', { status: 400 });
		await it.fill('Sender\'s address', 'send@school.example');
		await it.click('Save the mail server');
		await it.sees('The mail server is saved.');
	});
	await rig.step('a test message arrives', async () => {
		await it.click('Send me a test message', { look: false });
		await until(it, 'Sent');
		await it.picture('mail-test-1280');
		expect(smtp.mails().some((m) => m.subject === 'A test from OpenSENCO'), 'the test message');
	});
	await rig.step('what waited in the outbox has gone, each once', async () => {
		const senco = await rig.signIn('senco');

		await senco.goto('/outbox', { look: false });
		await until(senco, 'Nothing waits to be sent.');
		const ids = smtp.mails().map((m) => m.id);

		expect(ids.length > 1 && new Set(ids).size === ids.length, 'each message once');
		await senco.leave();
	});
	smtp.end();
	await rig.step('a server that is away: the message waits and says why', async () => {
		await it.goto('/outbox/server', { look: false });
		await it.click('Send me a test message', { look: false });
		await until(it, 'did not take it yet');
		await it.picture('mail-waits-1280');
	});
}

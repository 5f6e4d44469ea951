// A session that ends, or locks, while somebody writes: what was typed waits for them after they sign in, with scripts and without.
import { NARROW, WIDE } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

const WORDS = 'Rang home; his mother will come on Thursday. Periwinkle';

async function writes(person) {
	await person.goto('/register', { look: false });
	const href = await person.page.$eval('main table tbody th a', (a) => a.getAttribute('href').replace(/[?#].*/, ''));

	await person.goto(`${href}/notes/new`, { look: false });
	await person.select('Kind', 'Contact with parents');
	await person.fill('Note', WORDS);
	return `${href}/notes/new`;
}

async function findsDraft(person) {
	await person.goto('/drafts');
	await person.picture(`drafts-${person.size.width}`);
	const open = await person.page.$eval('main tbody a', (a) => a.getAttribute('href'));
	await person.goto(open);
	expect(await person.valueOf('Note') === WORDS, `the note holds "${await person.valueOf('Note')}"`);
	expect(await person.valueOf('Kind') === 'parent', 'the kind is lost');
	await person.click('Save');
	await person.sees('is saved');
}

async function signedOut(rig, role, options, how) {
	const account = rig.server.signIns.find((s) => s.role === role);

	await rig.step(`${how}: signed out elsewhere while writing, the text is kept`, async () => {
		const person = await rig.signIn(role, { ...options, fresh: true });
		await writes(person);
		const elsewhere = await rig.visitor();
		await elsewhere.context.setCookie(...await person.context.cookies());
		await elsewhere.goto('/', { look: false });
		await elsewhere.click('Sign out', { look: false });
		await person.click('Save');
		await person.sees('Sign in');
		await person.sees('kept');
		await person.picture(`kept-${person.size.width}`);
		await rig.enter(person, account);
		await person.lookOver();
		await findsDraft(person);
	});
}

async function locked(rig, role, options, how) {
	const account = rig.server.signIns.find((s) => s.role === role);

	await rig.step(`${how}: locked while writing, the text is kept and the password alone opens it again`, async () => {
		const person = await rig.signIn(role, { ...options, fresh: true });
		await writes(person);
		await person.page.setUserAgent(`${person.agent} (another browser)`);
		await person.click('Save');
		await person.sees('Locked');
		await person.picture(`locked-${person.size.width}`);
		await person.fill('Password', 'not this one');
		await person.click('Unlock', { status: 0 });
		await person.sees('is not right');
		await person.fill('Password', account.password);
		await person.click('Unlock');
		await findsDraft(person);
	});
}

// A code works once and for a minute and a half, so each of these is somebody else.
export default async function lostSession(rig) {
	const plain = { size: NARROW, scripts: false };

	await signedOut(rig, 'senco', { size: WIDE }, 'with scripts');
	await signedOut(rig, 'asst_senco', plain, 'without scripts, on a phone');
	await locked(rig, 'dt', { size: WIDE }, 'with scripts');
	await locked(rig, 'dsl', plain, 'without scripts, on a phone');
}

// Getting in, and being kept out: password and code, wrong ones, the lost place found again, signing out, with scripts and without.
import { NARROW } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

export default async function signIn(rig) {
	const senco = rig.server.signIns.find((s) => s.role === 'senco');

	await rig.step('a stranger is shown the sign-in page and nothing else', async () => {
		const stranger = await rig.visitor();
		await stranger.goto('/register');
		await stranger.sees('Sign in');
		await stranger.sees('Nobody here is real');
		await stranger.lacks('Register of');
	});
	await rig.step('a wrong password says nothing about who exists', async () => {
		const texts = [];
		for (const login of [senco.login, 'nobody.at.all@school.example']) {
			const stranger = await rig.visitor();
			await stranger.goto('/sign-in');
			await stranger.fill('E-mail address', login);
			await stranger.fill('Password', 'not the password at all');
			await stranger.click('Continue', { status: 0 });
			texts.push((await stranger.text()).split('Sign-ins of this demonstration')[0].replaceAll(login, ''));
		}
		expect(texts[0] === texts[1], 'the answer differs between a known and an unknown name');
	});
	await rig.step('the SENCO signs in on a phone without scripts', async () => {
		const person = await rig.signIn('senco', { scripts: false, size: NARROW, fresh: true });
		await person.lookOver(200);
		await person.sees('Sign out');
	});
	await rig.step('and again on a desktop', async () => {
		const person = await rig.signIn('senco', { fresh: true });
		await person.lookOver(200);
		await person.sees('Sign out');
	});
	await rig.step('signing out ends the session', async () => {
		const person = await rig.signIn('teacher', { fresh: true });
		await person.click('Sign out');
		await person.goto('/');
		await person.sees('Sign in');
	});
}

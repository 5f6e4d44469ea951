// From "add an account" to a new colleague at work: the letter, a password, a code app, recovery codes, a lent role, a lost phone. The
// newcomer has a phone without scripts.
import { NARROW } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';
import { stepNow, totp } from '../rig/totp.mjs';

const PASSWORD = 'purple tractor lamp seven';

export default async function accounts(rig) {
	let it, head, newcomer, link, secret, codes;

	await rig.step('IT adds an account and gets a letter, shown once', async () => {
		it = await rig.signIn('it');
		await it.goto('/accounts/new');
		await it.fill('Name', 'Nadia Brightwater');
		await it.fill('Sign-in name', 'n.brightwater');
		await it.select('Role', 'Teacher');
		await it.click('Add and make the letter');
		await it.sees('Invitation for Nadia Brightwater');
		link = new URL((await it.text()).match(/http:\S+\/invitation\/\S+/)[0]).pathname;
	});
	await rig.step('the newcomer is told what is wrong with a short password', async () => {
		newcomer = await rig.visitor({ scripts: false, size: NARROW });
		await newcomer.goto(link);
		await newcomer.sees('your sign-in name is n.brightwater');
		await newcomer.fill('New password', 'short');
		await newcomer.click('Continue', { status: 400 });
		await newcomer.sees('must be 12 characters or more');
	});
	await rig.step('sets a password and a code app, and gets ten recovery codes', async () => {
		await newcomer.fill('New password', PASSWORD);
		await newcomer.click('Continue');
		secret = (await newcomer.page.$eval('.os-secret', (e) => e.textContent)).replace(/\s/g, '');
		await newcomer.fill('Code', '000000');
		await newcomer.click('Continue', { status: 400 });
		await newcomer.fill('Code', totp(secret, stepNow()));
		await newcomer.click('Continue');
		codes = await newcomer.page.$$eval('.os-codes li', (list) => list.map((e) => e.textContent));
		expect(codes.length === 10, `${codes.length} recovery codes, not ten`);
	});
	await rig.step('is signed in by that, and the letter is void', async () => {
		await newcomer.goto('/account');
		await newcomer.sees('10 left');
		const other = await rig.visitor();
		await other.goto(link, { status: 404 });
		await other.sees('This invitation cannot be used');
	});
	await rig.step('IT cannot make her SENCO, a head can', async () => {
		await it.goto('/accounts?q=brightwater');
		await it.click('Nadia Brightwater');
		await it.click('Give a role');
		expect(!(await it.page.$$eval('option', (o) => o.map((e) => e.textContent))).includes('SENCO'), 'IT is offered the role SENCO');
		head = await rig.signIn('head');
		await head.goto('/accounts?q=brightwater');
		await head.click('Nadia Brightwater');
		await head.click('Give a role');
		await head.select('Role', 'SENCO');
		await head.click('Give the role');
		await head.sees('Nadia Brightwater is SENCO from');
	});
	await rig.step('it acts at her next page', async () => {
		await newcomer.goto('/register');
		await newcomer.sees('SEND register');
	});
	await rig.step('a recovery code takes the place of a lost phone, once', async () => {
		for (const fine of [true, false]) {
			const person = await rig.visitor();
			await person.goto('/sign-in');
			await person.fill('E-mail address', 'n.brightwater');
			await person.fill('Password', PASSWORD);
			await person.click('Continue');
			await person.fill('Code', codes[0]);
			await person.click('Continue', { status: fine ? 200 : 400 });
			if (fine)
				await person.sees('Sign out');
			else
				await person.sees('it was used before');
		}
	});
	await rig.step('a forgotten password: IT makes a code, she chooses another, her code app stays', async () => {
		await it.goto('/accounts?q=brightwater');
		await it.click('Nadia Brightwater');
		await it.click('Reset the password');
		await it.click('Make a reset code');
		await it.sees('Reset code for Nadia Brightwater');
		const code = await it.page.$eval('.os-secret', (e) => e.textContent);
		await newcomer.goto('/account');
		await newcomer.leave?.();
		newcomer = await rig.visitor({ scripts: false, size: NARROW });
		await newcomer.goto('/reset');
		await newcomer.fill('E-mail address', 'n.brightwater');
		await newcomer.fill('Reset code', '0000-0000-0000');
		await newcomer.fill('New password', 'orange kettle seven moons');
		await newcomer.click('Save the new password', { status: 400 });
		await newcomer.sees('do not fit together');
		await newcomer.fill('Reset code', code);
		await newcomer.fill('New password', 'orange kettle seven moons');
		await newcomer.click('Save the new password');
		await newcomer.sees('Your new password is saved');
		await newcomer.fill('E-mail address', 'n.brightwater');
		await newcomer.fill('Password', 'orange kettle seven moons');
		await newcomer.click('Continue');
		await newcomer.fill('Code', totp(secret, stepNow() + 1));
		await newcomer.click('Continue');
		await newcomer.sees('Sign out');
	});
	await rig.step('closing the account puts her out at once', async () => {
		await head.goto('/accounts?q=brightwater');
		await head.click('Nadia Brightwater');
		await head.click('Close the account');
		await head.click('Close the account');
		await newcomer.goto('/account');
		await newcomer.sees('Sign in');
	});
}

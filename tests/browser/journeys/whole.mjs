// The whole of SEN support, from nothing: an empty installation, the school's own lists, a colleague invited, and one child's way from a
// worry on a phone to a signed review that the parent has read and agreed. Nobody types the same fact twice.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NARROW } from '../rig/person.mjs';
import { dayFrom, expect, longDay } from '../rig/rig.mjs';
import { OUT } from '../rig/server.mjs';
import { stepNow, totp } from '../rig/totp.mjs';

export const blank = true;

const words = (person) => person.page.$eval('main', (m) => m.innerText.replace(/\s+/g, ' '));

// By name, as it is typed: the cards of a plan repeat their labels.
async function type(person, name, value) {
	await person.page.$eval(`[name="${name}"]`, (e, v) => { e.value = v; }, value);
}

async function press(person, within) {
	await Promise.all([person.page.waitForNavigation({ waitUntil: 'load' }),
		person.page.$eval(within, (e) => e.form.requestSubmit(e.form.querySelector('button')))]);
}

function written(name, text) {
	const file = join(OUT, name);

	writeFileSync(file, text);
	return file;
}

async function bring(person, file) {
	await person.goto('/imports', { look: false });
	await person.attach('Choose a file', file);
	await person.click('Look at the file', { look: false });
	await person.click('Save', { look: false });
}

// The lists of three systems, and a colleague who teaches Elm.
async function school(rig, ruth) {
	await rig.step('the roll, staff and who teaches what come from files', async () => {
		await bring(ruth, resolve('tests/data/samples', 'mis/sims_student_report.csv'));
		await bring(ruth, resolve('tests/data/samples', 'mis/contacts.csv'));
		await bring(ruth, written('staff.csv', 'Staff Code,Title,Forename,Surname,Job Title,Email\n'
			+ 'DQU,Mr,Daniel,Quayle,Teacher,d.quayle@example.org\n'));
		await bring(ruth, written('teaching.csv', 'Class,Teacher,Subject\nOak,Mr D Quayle,English\n'));
	});
}


async function invite(rig, ruth) {
	let link, daniel;

	await rig.step('a colleague is invited', async () => {
		await ruth.goto('/accounts/new');
		await ruth.fill('Name', 'Daniel Quayle');
		await ruth.fill('Sign-in name', 'd.quayle');
		await ruth.select('Member of staff', 'Quayle, Daniel');
		await ruth.select('Role', 'Teacher');
		await ruth.click('Add and make the letter');
		link = new URL((await ruth.text()).match(/http:\S+\/invitation\/\S+/)[0]).pathname;
	});
	await rig.step('and comes in on a phone', async () => {
		daniel = await rig.visitor({ size: NARROW });
		daniel.role = 'teacher';
		await daniel.goto(link);
		await daniel.fill('New password', 'purple tractor lamp seven');
		await daniel.click('Continue');
		await daniel.fill('Code', totp((await daniel.page.$eval('.os-secret', (e) => e.textContent)).replace(/\s/g, ''), stepNow()));
		await daniel.click('Continue');
		await daniel.goto('/');
		await daniel.sees('Oak form');
	});
	return daniel;
}

async function worry(rig, ruth, daniel) {
	let child;

	await rig.step('he is worried about a child and says so', async () => {
		await daniel.click('Raise a worry');
		child = await daniel.page.$$eval('datalist option', (all) => all.map((o) => o.value).at(-1));
		await daniel.fill('Who?', child);
		await daniel.choose('Reading');
		await daniel.fill('What did you see?', 'Reads two lines while others read a page, every day since September.');
		await daniel.click('Send to the SENCO');
		await daniel.sees('The SENCO has it');
	});
	await rig.step('the SENCO asks everyone who teaches the child', async () => {
		await ruth.goto('/');
		await ruth.sees('Worries to look at');
		await ruth.click('Decide');
		await ruth.choose('Ask everyone who teaches the child');
		await ruth.click('Save the decision');
		await ruth.click('Ask 1');
	});
	await rig.step('he answers on the phone', async () => {
		await daniel.goto('/asks');
		await daniel.click('What do you see of');
		for (const name of await daniel.page.$$eval('fieldset.os-seg input', (all) => [...new Set(all.map((e) => e.name))]))
			await daniel.page.$eval(`input[name="${name}"]`, (e) => e.click());
		await daniel.fill('What helps', 'A ruler under the line');
		await daniel.click('Send');
	});
	return child;
}

async function planned(rig, ruth) {
	let plan;

	await rig.step('everybody has answered: a plan begins', async () => {
		await ruth.goto('/worries');
		await ruth.click('Open');
		await ruth.choose('Start a support plan');
		await ruth.click('Save the decision');
		await ruth.click('Begin');
		await ruth.sees('A ruler under the line');
		expect((await ruth.valueOf('What is the concern?')).includes('two lines'), 'the worry is typed again');
		await ruth.click('Save and go on to the plan');
	});
	await rig.step('a target that anyone could check, and the day the parents were told', async () => {
		await type(ruth, 'n-1-outcome', 'Esme reads 90 words a minute from a Year 4 text');
		await type(ruth, 'n-1-baseline', '40 words');
		await type(ruth, 'n-1-start_value', '40');
		await type(ruth, 'n-1-goal_value', '90');
		await type(ruth, 'n-1-unit', 'words a minute');
		await type(ruth, 'parents_told_on', longDay(dayFrom(0)));
		await type(ruth, 'parents_told_how', 'By telephone');
		await type(ruth, 'review_on', longDay(dayFrom(90)));
		await ruth.click('Agree the plan');
		await ruth.sees('is not on the register yet');
		plan = ruth.path.split('?')[0];
	});
	await rig.step('the child goes on the register, and what the plan says is there already', async () => {
		await ruth.click('Put Esme on the register');
		await ruth.picture('whole-enter');
		expect((await ruth.valueOf('Why?')).includes('two lines'), 'the reason is typed again');
		await ruth.select('Main need', 'Specific learning difficulty');
		await ruth.fill('What shows this?', 'Work in three lessons, and what those who teach her answered');
		await ruth.fill('Who agreed?', 'Her mother, and Mr Quayle');
		await ruth.click('Put Esme on the register');
		await ruth.goto(plan);
		await ruth.lacks('is not on the register yet');
	});
	return plan;
}

async function family(rig, ruth, plan) {
	let address, code;

	await rig.step('the plan is shared with her mother', async () => {
		await ruth.click('Share with the family');
		await ruth.choose('Ms Amelia Wrigglesworth');
		await ruth.choose('On paper: it is shown once, to be handed over');
		await ruth.choose('We read it out, by telephone or in the room');
		await ruth.click('Make the link');
		address = new URL(/https?:\/\/\S+\/link\/[\w-]+/.exec(await words(ruth))[0]).pathname;
		await ruth.click('Done');
		await ruth.click('Amelia Wrigglesworth');
		await ruth.click('Make a code to read out');
		code = /The code is (\d{3} \d{3})/.exec(await words(ruth))[1];
	});
	await rig.step('who reads it on a phone and agrees', async () => {
		const mother = await rig.visitor({ size: NARROW, scripts: false });

		mother.role = 'mother';
		await mother.goto(address);
		await mother.fill('Code', code);
		await mother.click('Open my page');
		await mother.sees('90 words a minute');
		await mother.picture('whole-mother-360');
		await mother.choose('I agree with this plan');
		await mother.fill('What is going well?', 'She asks to be read to.');
		await mother.click('Send');
		await mother.sees('She asks to be read to.');
	});
	await rig.step('what she said stands on the plan, as hers', async () => {
		await ruth.goto(`${plan}?step=review`);
		await ruth.sees('She asks to be read to.');
		await ruth.sees('agreed with the plan');
	});
}

async function reviewed(rig, ruth, plan) {
	await rig.step('a check is added, and the review says how it went', async () => {
		await ruth.goto(`${plan}?step=do`, { look: false });
		await type(ruth, 'value', '66');
		await ruth.click('Add');
		await ruth.goto(`${plan}?step=review`, { look: false });
		await ruth.sees('last check 66');
		await ruth.choose('Partly');
		await ruth.choose('Keep');
		await type(ruth, 'present', 'Her mother, Mr Quayle, Esme');
		await type(ruth, 'effect', 'She reads faster and begins by herself');
		await ruth.select('What happens next', 'Continue with this support');
		await ruth.click('Save the review');
		await ruth.lacks('Before it can be signed');
	});
	await rig.step('who was there signs, the review is closed and nothing of it changes', async () => {
		for (const [who, name] of [['parent', 'Amelia Wrigglesworth'], ['pupil', 'Esme']]) {
			await ruth.press('Write down that somebody signed');
			await ruth.page.$eval(`[name=role][value=${who}]`, (e) => e.click());
			await type(ruth, 'signer', name);
			await press(ruth, '[name=signer]');
		}
		await ruth.click('Sign the review');
		await ruth.sees('Begin the next cycle');
		await ruth.sees('signed the review');
		await ruth.picture('whole-signed-1280');
		expect((await ruth.get(`${plan}/plan.pdf`)).status === 200, 'it has no paper');
	});
	await rig.step('it is counted where the school looks back', async () => {
		await ruth.goto('/reports/look-back');
		expect(/Continue with this support 1 of 1/.test(await words(ruth)), 'the signed review is not counted');
	});
}

export default async function whole(rig) {
	const ruth = await rig.signIn('senco');

	await school(rig, ruth);
	const daniel = await invite(rig, ruth);
	await worry(rig, ruth, daniel);
	const plan = await planned(rig, ruth);

	await family(rig, ruth, plan);
	await reviewed(rig, ruth, plan);
	await rig.step('the teacher reads what became of his worry', async () => {
		await daniel.goto('/worries/mine');
		await daniel.sees('Has a support plan');
	});
}

// The whole of SEN support, from nothing: an empty installation, the school's own lists, a colleague invited, and one child's way from a
// worry on a phone to a signed review that the parent has read and agreed. Nobody types the same fact twice.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NARROW, WIDE } from '../rig/person.mjs';
import { dayFrom, expect, longDay } from '../rig/rig.mjs';
import { OUT } from '../rig/server.mjs';
import { stepNow, totp } from '../rig/totp.mjs';

export const blank = true;

const words = (person) => person.page.$eval('main', (m) => m.innerText.replace(/\s+/g, ' '));

function written(name, text) {
	const file = join(OUT, name);

	writeFileSync(file, text);
	return file;
}

async function bring(person, file) {
	await person.goto('/imports', { look: false });
	await person.attach('Choose a file', file);
	await person.click('Look at the file', { look: false });
	if (!await person.has("Save")) console.log(file, await words(person));
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

export default async function whole(rig) {
	const ruth = await rig.signIn('senco');

	await school(rig, ruth);
	await ruth.goto('/');
	console.log(await words(ruth));
	await ruth.goto('/accounts');
	console.log(await words(ruth));
	await ruth.picture('whole-accounts');
}

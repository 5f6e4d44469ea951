// A SENCO's first day: an empty installation, the files her school's systems export, and a live register; what comes back the same,
// what is undone, what must be asked, what is refused, and what stays hers to decide.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NARROW } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';
import { OUT } from '../rig/server.mjs';

export const blank = true;

const sample = (name) => resolve('tests/data/samples', name);

async function look(person, file, options) {
	await person.goto('/imports', { look: false });
	await person.attach('Choose a file', file);
	await person.click('Look at the file', options);
}

function written(name, text) {
	const file = join(OUT, name);

	writeFileSync(file, text);
	return file;
}

const onRegister = async (person) => {
	await person.goto('/register', { look: false });
	return (await person.rows('Children on the register')).length;
};

async function pupilList(rig, ruth) {
	await rig.step('an empty home says what to do first', async () => {
		await ruth.goto('/');
		await ruth.sees('Thistlewick Primary School');
		await ruth.lacks('Nobody here is real');
		await ruth.goto('/register');
		await ruth.click('Bring in your pupil list');
		expect(ruth.path.startsWith('/imports'), `it leads to ${ruth.path}`);
	});
	await rig.step('sending no file says what is missing', async () => {
		await ruth.goto('/imports', { look: false });
		await ruth.click('Look at the file', { status: 0 });
		await ruth.sees('There is a problem');
	});
	await rig.step('the pupil list is shown as a difference before anything is saved', async () => {
		await look(ruth, sample('mis/sims_student_report.csv'));
		await ruth.sees('Nothing is saved yet');
		await ruth.sees('84 rows');
		await ruth.has('Save 84 children');
		expect(await onRegister(ruth) === 0, 'the register holds somebody before saving');
		await ruth.page.goBack();
	});
	await rig.step('saving it makes a register of 20 children', async () => {
		await ruth.click('Save 84 children');
		await ruth.sees('Saved');
		await ruth.click('Open the register');
		const children = await ruth.rows('Children on the register');
		expect(children.length === 20, `the register shows ${children.length}`);
	});
	await rig.step('the same file again would change nothing', async () => {
		await look(ruth, sample('mis/sims_student_report.csv'));
		await ruth.sees('Nothing would change');
		expect(!await ruth.has('Save'), 'there is something to save');
		await ruth.click('Discard this file');
	});
	await rig.step('another system\'s list of the same children is the same children', async () => {
		await look(ruth, sample('mis/arbor_students.csv'));
		await ruth.lacks('Children who would be added');
	});
}

async function otherFiles(rig, ruth) {
	for (const [what, file] of [['contacts', 'mis/contacts.csv'], ['attendance', 'mis/attendance_summary.csv'],
		['reading tests', 'mis/reading_assessments.csv'], ['a transfer file', 'ctf/9992345_CTF_999LLLL_001.xml'],
		['a provision map', 'mis/provision_map_export.csv']]) {
		await rig.step(`${what}: looked at, saved, and nothing new the second time`, async () => {
			await look(ruth, sample(file));
			await ruth.click('Save');
			await ruth.sees('Saved');
			await look(ruth, sample(file));
			await ruth.sees('Nothing would change');
		});
	}
}

async function theRest(rig, ruth) {
	await rig.step('an old register that says no more than the roll changes nothing', async () => {
		await look(ruth, sample('mis/sen_register.xlsx'));
		await ruth.sees('Nothing would change');
	});
	await rig.step('term dates are listed before they are saved', async () => {
		await look(ruth, sample('calendar/term_dates_fictional.csv'));
		await ruth.sees('Staff, classes and calendar');
		await ruth.click('Save');
		await ruth.sees('6 terms and holidays');
		await ruth.click('Look at the calendar');
	});
	await rig.step('a heading nobody knows is mapped by hand, and remembered', async () => {
		const list = written('odd-heading.csv', 'UPN,Surname,Forename,DOB,Odd one\nV999234525002,Dunmore,Florence,17/01/2022,Oak\n');
		await look(ruth, list);
		await ruth.press('Say what 1 heading is');
		await ruth.select('Odd one', 'Class or tutor group');
		await ruth.click('Read the file so');
		await ruth.sees('Oak');
		await ruth.click('Discard this file');
		await look(ruth, list);
		await ruth.sees('Oak');
		await ruth.click('Discard this file');
	});
	await rig.step('what is left to set up stands beside the work', async () => {
		await ruth.goto('/');
		await ruth.sees('Still to set up');
		await ruth.sees('Invite people');
	});
}

async function undone(rig, ruth) {
	const list = written('one-more.csv', 'UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Needs\n,Zephyr,Amaryllis,01/02/2017,4,Oak,K,SLCN\n');

	await rig.step('an import is undone until midnight', async () => {
		const before = await onRegister(ruth);
		await look(ruth, list);
		await ruth.click('Save 1 child');
		expect(await onRegister(ruth) === before + 1, 'the child is not on the register');
		await ruth.goto('/imports');
		await ruth.click('one-more.csv');
		await ruth.click('Undo this import');
		expect(await onRegister(ruth) === before, 'the child is on the register still');
	});
}

async function refused(rig, ruth) {
	const before = await onRegister(ruth);

	for (const file of ['billion_laughs.xml', 'xxe_file.xml', 'html_login_page_saved_as_ctf.xml', 'truncated.xml', 'empty.xml']) {
		await rig.check(`${file} is refused in plain words`, async () => {
			await look(ruth, sample(`ctf_hostile/${file}`), { status: 0 });
			await ruth.sees(file === 'empty.xml' ? 'There is a problem' : 'Error');
			expect(!await ruth.has('Save'), 'it can be saved');
		});
	}
	await rig.step('a messy file names the row and the remedy', async () => {
		await look(ruth, sample('messy/m06_bad_dates.csv'));
		await ruth.sees('row');
	});
	await rig.step('and nothing of all this is saved', async () => {
		expect(await onRegister(ruth) === before, 'the register has changed');
	});
}

async function asked(rig, ruth) {
	const list = (name) => written(name, 'UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Needs\n'
		+ ',Quill,Bryony,03/04/2016,5,Elm,K,Wobbliness\n');

	await rig.step('a need word nobody knows is asked about', async () => {
		await look(ruth, list('words-1.csv'));
		await ruth.sees('Questions to answer');
		await ruth.sees('Wobbliness');
		await ruth.picture('first-day-question');
	});
	await rig.step('the answer is used', async () => {
		await ruth.select('Row 2: Needs ‘Wobbliness’', 'Physical disability');
		await ruth.click('Use these answers');
		await ruth.lacks('Questions to answer');
		await ruth.click('Save 1 child');
	});
	await rig.step('and remembered', async () => {
		await look(ruth, list('words-2.csv'));
		await ruth.lacks('Wobbliness');
		await ruth.sees('is this the Bryony Quill we already have?');
	});
}

async function decided(rig, ruth) {
	const list = written('differs.csv', 'UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Needs\n'
		+ 'V999234525002,Dunmore,Florence,17/01/2022,Nursery,Acorns,N,\n');

	await rig.step('what the SENCO owns is never overwritten: a file that differs is for her to decide', async () => {
		await look(ruth, list);
		await ruth.sees('Yours to decide');
		await ruth.click('Save');
		await ruth.goto('/imports');
		await ruth.click('Decide them');
		await ruth.sees('Dunmore');
		await ruth.picture('first-day-decide');
	});
	await rig.step('keeping ours settles it', async () => {
		const before = (await ruth.rows()).length;
		await ruth.click('Keep ours');
		expect((await ruth.rows()).length < before, 'the difference is still there');
	});
}

async function onPhone(rig) {
	await rig.step('on a phone without scripts a file is looked at and dropped', async () => {
		const phone = await rig.signIn('senco', { scripts: false, size: NARROW });
		await look(phone, sample('mis/bromcom_students.csv'));
		await phone.sees('Nothing is saved yet');
		await phone.picture('first-day-preview-360');
		await phone.click('Discard this file');
		await phone.goto('/imports');
		await phone.goto('/imports/decide');
		await phone.goto('/register');
	});
}

export default async function firstDay(rig) {
	let ruth = null;

	await rig.step('the first sign-in', async () => { ruth = await rig.signIn('senco'); });
	await pupilList(rig, ruth);
	await otherFiles(rig, ruth);
	await theRest(rig, ruth);
	await undone(rig, ruth);
	await refused(rig, ruth);
	await asked(rig, ruth);
	await decided(rig, ruth);
	await onPhone(rig);
}

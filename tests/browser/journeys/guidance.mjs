// What staff are told and may ask: a question from a phone to its answer and to an answer for everybody; a note for now from the
// SENCO to the one who teaches; a policy to its tick and its next edition; a sheet one tap from the child. Without scripts, too.
import { NARROW, WIDE } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

const QUICK = { look: false }; // looked over by other journeys, or a moment ago
const WANTS = 'How do I start a spelling lesson with someone who is afraid of it?';

async function ask(rig, teacher) {
	let taps = 0;
	const tap = async (words) => { taps++; await teacher.click(words); };

	await rig.step('a teacher asks the SENCO on a phone', async () => {
		await teacher.goto('/', QUICK);
		await tap('Guidance');
		await teacher.picture('guidance-360');
		await tap('Ask the SENCO');
		await teacher.click('Send to the SENCO', { status: 0 });
		await teacher.sees('Enter the question');
		await teacher.fill('What do you want to know?', WANTS);
		await tap('Send to the SENCO');
		await teacher.sees('The SENCO has it');
		await teacher.sees('Waiting for an answer');
	});
	console.log(`    asking: ${taps} taps, 1 field, ${WANTS.split(' ').length} words to type`);
	expect(taps <= 4, 'asking takes more than a minute');
}

async function answer(rig, senco) {
	await rig.step('the SENCO finds it, answers in words, and writes it for everybody without a name', async () => {
		await senco.goto('/', QUICK);
		await senco.sees('Questions to you');
		await senco.click('How do I start a spelling lesson');
		await senco.click('Send the answer', { status: 0 });
		await senco.sees('Enter the answer');
		await senco.fill('What you tell', 'Begin with three words that are known already, said and not written.');
		await senco.click('Send, and write it for everybody');
		const text = 'Begin with three known words. Kai liked that.';
		await senco.fill('Answer', text);
		await senco.click('Publish the answer', { status: 0 });
		await senco.sees('names of children here: Kai');
		await senco.picture('guidance-name-1280');
		await senco.fill('Answer', 'Begin with three known words, said and not written.');
		await senco.click('Publish the answer');
		await senco.sees('The answer is there for everybody');
	});
}

async function found(rig, teacher, ta) {
	await rig.step('the teacher reads the answer on the first page', async () => {
		await teacher.goto('/', QUICK);
		await teacher.sees('The SENCO answered');
		await teacher.click('How do I start a spelling lesson');
		await teacher.sees('three words that are known already');
	});
	await rig.step('the next who asks is shown it first, without scripts', async () => {
		await ta.goto('/guidance/ask');
		await ta.page.type('textarea[name=text]', 'A child is afraid to start a spelling lesson. What now?');
		await ta.click('Send to the SENCO');
		await ta.sees('Does one of these answer it?');
		await ta.picture('guidance-ask-360');
		await ta.click('Yes, no need to send');
	});
}

async function note(rig, senco, teacher) {
	let child = '';

	await rig.step('the SENCO tells all who teach a child what to do, and not why', async () => {
		await teacher.goto('/', QUICK);
		child = await teacher.page.$$eval('.os-person a[href^="/pupils/"]', (a) => a[0].getAttribute('href')
			.match(/^\/pupils\/[^/]+/)[0]);
		await senco.goto(`${child}/act-notes/new`);
		await senco.fill('What to do', 'Out five minutes early because of the diagnosis');
		await senco.click('Tell them', { status: 0 });
		await senco.sees('Does it say why?');
		await senco.fill('What to do', 'Let out five minutes early, with a friend');
		await senco.click('Save it as it is');
		await senco.sees('Not yet');
	});
	const path = senco.path;
	await rig.step('the teacher has it first of all, in class and on the cover sheet, and taps that it was seen', async () => {
		await teacher.goto('/', QUICK);
		await teacher.sees('Let out five minutes early, with a friend');
		await teacher.picture('guidance-note-360');
		const cover = await teacher.page.$eval('a[href$="/cover"]', (a) => a.getAttribute('href'));
		await teacher.goto(cover, QUICK);
		await teacher.sees('Let out five minutes early');
		await teacher.goto(path);
		await teacher.lacks('Who has seen it');
		await teacher.click('I have seen it');
		await teacher.sees('Noted that you have seen it');
		await senco.goto(path, QUICK);
		await senco.sees('seen it');
		await senco.resize(NARROW);
		await senco.lookOver();
		await senco.picture('guidance-seen-360');
		await senco.resize(WIDE);
		await senco.click('End it today');
		await senco.sees('The note is over');
	});
	return child;
}

async function policy(rig, senco, teacher) {
	await rig.step('a change of policy is put before teachers, with one question', async () => {
		await senco.goto('/guidance/reading/new');
		await senco.click('Save the draft', { status: 0 });
		await senco.sees('Enter the title');
		await senco.sees('Choose who reads it');
		await senco.fill('Title', 'Reading aloud');
		await senco.choose('Change of a policy');
		await senco.fill('Text', 'From January nobody reads aloud without warning.');
		await senco.choose('Everybody in a role');
		await senco.choose('Teachers');
		await senco.fill('One question', 'How will you warn?');
		await senco.click('Save, and put it before them');
		await senco.sees('Not yet');
	});
	const path = senco.path;
	await rig.step('the teacher reads, answers and ticks', async () => {
		await teacher.goto('/', QUICK);
		await teacher.click('Reading aloud');
		await teacher.fill('How will you warn?', 'The lesson before');
		await teacher.click('I have read it');
		await teacher.sees('Noted that you have read it');
	});
	await rig.step('the SENCO reads who has, and the next edition asks again', async () => {
		await senco.goto(path);
		await senco.sees('The lesson before');
		await senco.click('Write the next edition');
		await senco.fill('Text', 'From January nobody reads aloud without a day’s warning.');
		await senco.click('Save the edition');
		await senco.sees('An earlier edition');
		await teacher.goto('/', QUICK);
		await teacher.sees('Reading aloud');
	});
}

export default async function guidance(rig) {
	const teacher = await rig.signIn('teacher', { size: NARROW }), senco = await rig.signIn('senco');
	const ta = await rig.signIn('ta', { size: NARROW, scripts: false });

	await ask(rig, teacher);
	await answer(rig, senco);
	await found(rig, teacher, ta);
	const child = await note(rig, senco, teacher);
	await policy(rig, senco, teacher);
	await rig.step('a sheet is one tap from the child, and one page on paper', async () => {
		await teacher.goto(child, QUICK);
		await teacher.sees('Guidance on these needs');
		const sheet = await teacher.page.$eval('main a[href^="/guidance/sheets/"]', (a) => a.getAttribute('href'));
		await teacher.goto(sheet);
		await teacher.sees('What helps in lessons');
		const pdf = await teacher.get(`${sheet}/sheet.pdf`);
		expect(pdf.status === 200 && pdf.body.subarray(0, 5).toString() === '%PDF-', 'no sheet on paper');
	});
}

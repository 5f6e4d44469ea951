// Kinds of plan are data: the SENCO makes a fourth on screen, begins a plan of it, walks it to a signed review and prints it;
// changes the kind, and the plan begun before stays as it was. Who is not to see it does not; a kind without steps; a proposal
// that is called one. And two members of staff who review the same children at once: both are kept.
import { NARROW, WIDE } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

const href = (person, selector) => person.page.$eval(selector, (a) => a.getAttribute('href'));

async function bothSizes(rig, person, name, status = 200) {
	await rig.check(name, async () => {
		const file = name.replace(/[^a-z0-9]+/gi, '-');

		await person.lookOver(status);
		await person.picture(`kinds-${file}-1280`);
		await person.resize(NARROW);
		await person.lookOver(status);
		await person.picture(`kinds-${file}-360`);
		await person.resize(WIDE);
	});
}

async function type(person, name, value) {
	await person.page.$eval(`[name="${name}"], [name$="${name}"]`, (e, v) => { e.value = v; }, value);
}

async function line(ruth, label, kind, step, more = {}) {
	await ruth.click('Add a line', { look: false });
	await ruth.fill('Question or heading', label);
	await ruth.select('Kind', kind);
	await ruth.choose(step);
	await ruth.fill('Section', more.section || 'Play');
	if (more.choices)
		await ruth.fill('What can be chosen', more.choices);
	if (more.required)
		await ruth.choose('Yes');
	await ruth.click('Save', { look: false });
}

async function make(rig, ruth) {
	await rig.step('the SENCO makes a kind of plan: sections, lines, interval, who signs, who sees, words for levels',
		async () => {
		await ruth.goto('/plan-types', { look: false });
		await ruth.click('Make a kind of plan');
		await ruth.fill('Name', 'Play plan');
		await ruth.fill('What it is for', 'Learning through play, for the youngest');
		await ruth.fill('Reviewed every so many weeks', '6');
		await ruth.choose('Wave 1, 2 and 3');
		await ruth.choose('A teacher or assistant');
		await ruth.choose('The child');
		await ruth.choose('SENCO');
		await ruth.choose('Headteacher');
		await ruth.click('Save', { look: false });
		await ruth.click('Put into use', { status: 400, look: false });
		await ruth.sees('Add at least one line');
		await line(ruth, 'What I play', 'Paragraphs', 'Assess', { required: true });
		await line(ruth, 'Where it goes well', 'One of a list', 'Assess', { choices: 'Sand\nWater\nGarden' });
		await line(ruth, 'Targets', 'Targets, with baseline', 'Plan');
		await line(ruth, 'Support', 'Support given', 'Plan');
		await line(ruth, 'How it went', 'How each target went', 'Review', { section: 'Looking back' });
		await line(ruth, 'What changed in play', 'Paragraphs', 'Review', { section: 'Looking back', required: true });
		await bothSizes(rig, ruth, 'draft');
		await ruth.click('Put into use');
		await ruth.sees('Every 6 weeks');
		await ruth.sees('SENCO; Headteacher');
	});
	return ruth.path;
}

async function walk(rig, ruth, pupil) {
	let plan = '';

	await rig.step('a plan of it begins, asks its own questions and offers its own day of review', async () => {
		await ruth.goto(`${pupil}/plans/new`, { look: false });
		await ruth.choose('Play plan');
		await ruth.click('Begin', { look: false });
		plan = ruth.path.split('?')[0];
		await bothSizes(rig, ruth, 'assess');
		await ruth.fill('What I play', 'Trains, alone');
		await ruth.choose('Garden');
		await ruth.click('Save and go on to the plan', { look: false });
		expect((await ruth.valueOf('Review date')).length > 8, 'six weeks from today stand there');
		await ruth.sees('every 6 weeks for this kind');
		await type(ruth, 'n-1-outcome', 'Plays beside another child for 5 minutes');
		await type(ruth, 'parents_told_on', '20 November 2026');
		await type(ruth, 'parents_told_how', 'At the door');
		await ruth.click('Agree the plan', { look: false });
	});
	await rig.step('it is reviewed, signed, frozen and printed', async () => {
		await ruth.goto(`${plan}?step=review`, { look: false });
		await ruth.page.$eval('input[name$="-rating"][value="met"]', (e) => e.click());
		await ruth.page.$eval('input[name$="-next_step"][value="stop"]', (e) => e.click());
		await ruth.fill('What changed in play', 'He hands a truck to others');
		await ruth.select('What happens next', 'Continue with this support');
		await ruth.click('Save the review', { look: false });
		await type(ruth, 'without', 'He said yes and ran off');
		await ruth.click('Sign the review', { look: false });
		await ruth.sees('reviewed and signed on');
		await ruth.goto(`${plan}/print`, { look: false });
		await ruth.sees('He hands a truck to others');
		const paper = await ruth.get(`${plan}/plan.pdf`);

		expect(paper.status === 200 && paper.body.subarray(0, 5).toString() === '%PDF-', 'it prints');
	});
	return plan;
}

async function hidden(rig, plan, pupil) {
	await rig.step('who is not among those who see it reads nothing of it, not even that it is there', async () => {
		const dan = await rig.signIn('teacher'), head = await rig.signIn('head');

		expect((await dan.get(plan)).status === 404, 'the teacher is told that there is no such page');
		expect((await dan.get(`${plan}/plan.pdf`)).status === 404, 'nor on paper');
		await dan.goto(`${pupil}/plans`, { look: false });
		await dan.lacks('Play plan');
		expect((await head.get(plan)).status === 200, 'the head reads it');
		await head.leave();
	});
}

async function change(rig, ruth, kind, plan, pupil) {
	await rig.step('the kind changes by its next edition, and the plan begun before is as it was', async () => {
		const before = (await ruth.get(`${plan}/print`)).body.toString().replace(/[\s\S]*<main/, '').replace(/Printed by.*/,
			'');

		await ruth.goto(kind, { look: false });
		await ruth.click('Write the next edition', { look: false });
		await line(ruth, 'Who plays along', 'One line', 'Assess');
		await ruth.click('Put into use', { look: false });
		await ruth.goto(kind, { look: false });
		await ruth.sees('No longer begun');
		const after = (await ruth.get(`${plan}/print`)).body.toString().replace(/[\s\S]*<main/, '').replace(/Printed by.*/,
			'');

		expect(after === before, 'not a letter of it changed');
		await ruth.goto(`${pupil}/plans/new`, { look: false });
		await ruth.choose('Play plan');
		await ruth.click('Begin', { look: false });
		await ruth.sees('Who plays along');
		await ruth.sees('Play plan, cycle 2');
		expect((await ruth.page.$$eval('textarea', (all) => all.map((t) => t.value).join(''))).includes('Trains') === false,
			'asked anew');
	});
}

async function stepless(rig, ruth, pupil) {
	await rig.step('a kind without steps is one page, put into use and signed', async () => {
		await ruth.goto('/plan-types/new', { look: false });
		await ruth.fill('Name', 'Way out in a fire');
		await ruth.choose('No');
		await ruth.click('Save', { look: false });
		await line(ruth, 'Who goes with the child', 'One line', 'Plan', { required: true });
		await line(ruth, 'Practised on', 'A date', 'Review');
		await ruth.click('Put into use', { look: false });
		await ruth.goto(`${pupil}/plans/new`, { look: false });
		await ruth.choose('Way out in a fire');
		await ruth.click('Begin', { look: false });
		await ruth.lacks('Assess');
		await ruth.fill('Who goes with the child', 'Mr Quayle, by the side door');
		await ruth.click('Put it into use', { look: false });
		await bothSizes(rig, ruth, 'without steps');
		await ruth.click('Sign and close', { look: false });
		await ruth.sees('Mr Quayle, by the side door');
		await ruth.sees('reviewed and signed on');
	});
}

async function proposal(rig, ruth, pupil) {
	await rig.step('a proposal is off, called one wherever it stands, and never said to be in force', async () => {
		await ruth.goto('/plan-types');
		await ruth.sees('Individual support plan (proposed, not in force)');
		await ruth.goto(`${pupil}/plans/new`, { look: false });
		await ruth.lacks('Individual support plan');
		await ruth.goto('/plan-types', { look: false });
		await ruth.click('Individual support plan', { look: false });
		await ruth.sees('No law asks for this plan');
		await ruth.click('Switch on', { look: false });
		await ruth.sees('It is a proposal, not the law');
		await ruth.goto(`${pupil}/plans/new`, { look: false });
		await ruth.choose('Individual support plan');
		await ruth.click('Begin', { look: false });
		await bothSizes(rig, ruth, 'proposed');
		for (const page of [ruth.path.split('?')[0], `${ruth.path.split('?')[0]}/print`, `${pupil}/plans`]) {
			await ruth.goto(page, { look: false });
			await ruth.sees('proposed, not in force');
		}
	});
}

// The teacher's boxes for one target, filled while the SENCO's page stands open.
async function rate(person, target, rating, note) {
	await person.page.$eval(`input[name="r-${target}-rating"][value="${rating}"]`, (e) => e.click());
	await person.page.$eval(`input[name="r-${target}-next_step"][value="keep"]`, (e) => e.click());
	await type(person, `r-${target}-note`, note);
}

async function save(person) {
	await Promise.all([person.page.waitForNavigation({ waitUntil: 'load' }),
		person.page.$eval('.os-sticky button[value="save"]', (b) => b.form.requestSubmit(b))]);
}

async function atOnce(rig, ruth, dan) {
	await rig.step('two review the same children at once: both are kept, and the second reads what the first wrote',
		async () => {
		await dan.goto('/plans/review', { look: false });
		const [one, two] = await dan.page.$$eval('input[name$="-version"]', (all) => all.map((e) => e.name.split('-')[1]));

		await ruth.goto('/plans/review', { look: false });
		await rate(dan, one, 'partly', 'Reads to his sister');
		await rate(ruth, one, 'met', 'Met on Thursday');
		await rate(ruth, two, 'partly', 'Half way');
		await save(dan);
		await dan.sees('1 child is saved');
		await save(ruth);
		await ruth.sees('somebody saved before you');
		await ruth.sees('Reads to his sister');
		await ruth.sees('What you typed stands in the boxes');
		expect(await ruth.page.$eval(`[name="r-${two}-note"]`, (e) => e.value) === 'Half way', 'the other line is kept');
		await save(ruth);
		await dan.goto('/plans/review', { look: false });
		const note = await dan.page.$eval(`[name="r-${one}-note"]`, (e) => e.value);

		expect(note.includes('Reads to his sister') && note.includes('Met on Thursday'), 'both texts stand');
	});
}

export default async function kinds(rig) {
	const ruth = await rig.signIn('senco'), dan = await rig.signIn('teacher');
	let pupil = '';

	await rig.step('a child whom the teacher teaches', async () => {
		await dan.goto('/plans/review', { look: false });
		await dan.goto(await href(dan, 'main table a[href^="/plans/"]'), { look: false });
		pupil = await href(dan, 'a[href^="/pupils/"]');
	});
	await atOnce(rig, ruth, dan);
	const kind = await make(rig, ruth);
	const plan = await walk(rig, ruth, pupil);

	await hidden(rig, plan, pupil);
	await change(rig, ruth, kind, plan, pupil);
	await stepless(rig, ruth, pupil);
	await proposal(rig, ruth, pupil);
	await ruth.leave();
}

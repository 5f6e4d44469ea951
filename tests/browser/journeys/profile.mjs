// The one-page profile, from writing it with a child to its being used in a lesson: live preview, what will not fit and says so,
// exactly one A4 page and its large and easy prints, a new version; a teacher of the child who is asked, answers, uses it and is
// asked again; one who does not teach the child and is not; a class as one file; the cover sheet. On a phone, and without
// scripts.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../rig/rig.mjs';
import { NARROW, WIDE } from '../rig/person.mjs';
import { OUT } from '../rig/server.mjs';

const run = (...words) => spawnSync(words[0], words.slice(1), { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
const SUPPORT = 'How best to support me', AVOID = 'What does not help';
const lines = (words, n) => Array.from({ length: n }, (_, i) => `${words} ${i + 1}`).join('\n');

// A PDF as poppler reads it: how many pages of which size, and its words.
async function paper(person, path, name) {
	const got = await person.get(path), file = join(OUT, `profile-${name}.pdf`);

	expect(got.status === 200, `${path} answered ${got.status}`);
	writeFileSync(file, got.body);
	const info = run('pdfinfo', file);
	expect(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/.test(info), `${name} is not A4`);
	expect(/Tagged: +yes/.test(info), `${name} has no tags`);
	return { pages: Number(/Pages: +(\d+)/.exec(info)[1]), text: run('pdftotext', file, '-').replace(/\s+/g, ' ') };
}

async function ownChildren(teacher) {
	await teacher.goto('/', { look: false });
	const classes = await teacher.page.$$eval('main a[href^="/classes/"]', (as) => as.map((a) => a.getAttribute('href')));
	const own = classes.find((h) => !h.endsWith('/cover'));

	await teacher.goto(own, { look: false });
	return [own, await teacher.page.$$eval('main a[href^="/pupils/"]', (as) => as.map((a) => a.getAttribute('href')))];
}

// One whom the teacher teaches and one whom not, neither with a profile.
async function choose(senco, teacher) {
	const [own, taught] = await ownChildren(teacher);
	await senco.goto('/register?status=K&page=all', { look: false });
	const all = await senco.page.$$eval('main table a[href^="/pupils/"]',
		(as) => [...new Set(as.map((a) => a.getAttribute('href')))]);
	const wanting = [];

	for (const child of [...new Set([...taught, ...all])])
		if ((await senco.get(`${child}/profile`)).body.toString().includes('No profile yet'))
			wanting.push(child);
	return { own, child: wanting.find((c) => taught.includes(c)), other: wanting.find((c) => !taught.includes(c)) };
}

async function writing(rig, senco, child) {
	await rig.step('it is written with the child, and the page beside it says at once how it prints', async () => {
		await senco.goto(`${child}/profile`);
		await senco.click('Write the profile');
		await senco.fill(AVOID, 'Being told to hurry up');
		await senco.fill('What calms me', 'Two minutes in the corridor');
		await senco.fill(SUPPORT, 'Show me, then tell me. Bryony.');
		await senco.page.waitForFunction(() => document.querySelector('#preview')?.innerText.includes('Bryony'));
		await senco.sees('Fits on one page.');
		await senco.picture('profile-preview-1280');
	});
	await rig.step('what will not fit says which parts are too long and by how much, and keeps every word', async () => {
		const long = lines('Something that helps me and goes on for rather longer than it needs to', 9);
		await senco.fill(SUPPORT, long);
		await senco.fill(AVOID, lines('One more thing that never helped anybody', 9));
		await senco.page.waitForFunction(() => document.querySelector('#preview')?.innerText.includes('Too long'));
		await senco.click('Put it into use', { status: 400 });
		await senco.sees('3 points more than 6');
		expect((await senco.valueOf(SUPPORT)).replace(/\r/g, '') === long, 'words were lost');
		expect((await senco.get(`${child}/profile.pdf`)).body.indexOf('Something that helps') < 0,
			'it prints what is not kept');
		await senco.picture('profile-too-long-1280');
		await senco.fill(SUPPORT,
			lines('A sentence about what helps that goes on until nobody would read it to the end, and then more',
			6));
		for (const part of ['What people like', 'What matters', AVOID, 'Signs that', 'What calms me', 'My usual way'])
			await senco.fill(part, lines('Something more that stands here', 8));
		await senco.click('Put it into use', { status: 400 });
		expect(/: \d+ lines? too long/.test(await senco.text()), 'it does not say by how many lines');
		for (const part of ['What people like', 'What matters', 'Signs that', 'What calms me', 'My usual way'])
			await senco.fill(part, 'Two minutes in the corridor');
	});
	await rig.step('put into use it is one A4 page, and large and easy prints of the same words', async () => {
		await senco.fill('What matters to me', 'My dog and my nan');
		await senco.fill(SUPPORT, 'Show me, then tell me. Bryony.\nGive me the green paper');
		await senco.fill(AVOID, 'Being told to hurry up');
		await senco.click('Put it into use');
		for (const [variant, most] of [['', 1], ['?print=large', 2], ['?print=easy', 2]]) {
			const { pages, text } = await paper(senco, `${child}/profile.pdf${variant}`, variant.slice(-5) || 'one');
			expect(pages <= most && pages >= 1, `${variant || 'the profile'} has ${pages} pages`);
			for (const words of ['Show me, then tell me. Bryony.', 'Give me the green paper', 'My dog and my nan'])
				expect(text.includes(words), `${variant || 'the paper'} lacks "${words}"`);
		}
	});
}

// The answer that stands in the profile, for each question on the page.
async function answer(teacher, right) {
	for (const words of right) {
		await teacher.page.$$eval('input[type=radio][name^=check]', (all, text) => {
			all.find((i) => !document.querySelector(`[name="${i.name}"]:checked`) &&
				i.labels[0].innerText.trim() === text)?.click();
		}, words);
	}
}

async function reading(rig, senco, teacher, child) {
	const asks = async () => (await teacher.links()).includes(`${child}/profile`);

	await rig.step('who teaches the child sees it waiting, reads it on a phone and answers by it', async () => {
		await teacher.resize(NARROW);
		await teacher.goto('/');
		expect(await asks(), 'the home does not ask');
		await teacher.goto(`${child}/profile`);
		await teacher.picture('profile-to-read-360');
		await teacher.click('I have read it', { status: 400 });
		await teacher.sees('choose what the profile says');
		await answer(teacher, ['Being told to hurry up', 'Show me, then tell me. Bryony.', 'Two minutes in the corridor']);
		await teacher.click('I have read it', { status: 400 });
		await teacher.sees('the profile says something else');
		await teacher.page.$$eval('input[type=radio]:checked', (all) => all.forEach((i) => { i.checked = false; }));
		const helps = await teacher.page.$$eval('input[name="check-1"]',
			(all) => all.map((i) => i.labels[0].innerText.trim()));
		await answer(teacher, [helps.find((h) => /Bryony|green paper/.test(h))]);
		await answer(teacher, ['Being told to hurry up', 'Two minutes in the corridor']);
		await teacher.click('I have read it');
		await teacher.sees('Kept: you have read this version');
		await teacher.goto('/', { look: false });
		expect(!await asks(), 'the home still asks');
	});
	await rig.step('a tick says that it is used in the lesson; the SENCO sees who has not', async () => {
		const list = async () => (await senco.get('/profiles/practice?show=unused')).body.toString();
		const unused = async () => (await list()).includes(`${child}/profile`);
		expect(await unused(), 'it is not in the list of what is not in use');
		await teacher.goto(`${child}/profile`, { look: false });
		await teacher.click('I use it in');
		await teacher.resize(WIDE);
		expect(!await unused(), 'it is still in the list');
		await senco.goto('/profiles/practice');
		await senco.picture('profile-practice-1280');
		await senco.goto(`${child}/profile`);
		await senco.sees('Read, ');
	});
	await rig.step('after a change it is a new version, and is asked for again', async () => {
		await senco.click('Change the profile');
		await senco.fill(SUPPORT, 'Show me, then tell me. Bryony.\nGive me the yellow paper');
		await senco.click('Save the new version');
		await senco.sees('Version 2');
		await senco.sees('Read an earlier version');
		await teacher.goto('/');
		expect(await asks(), 'the change is not asked for');
		await teacher.goto(`${child}/profile`);
		await teacher.sees('Give me the yellow paper');
	});
}

async function others(rig, senco, teacher, { own, other, child }) {
	await rig.step('without scripts there is a preview button; who does not teach the child is not asked', async () => {
		const plain = await rig.signIn('senco', { scripts: false, size: NARROW });
		await plain.goto(`${other}/profile/edit`);
		await plain.fill(SUPPORT, 'Sit me by the window. Sorrel.');
		await plain.click('Preview');
		expect((await plain.page.$eval('#preview', (p) => p.textContent)).includes('Sorrel'),
			'the preview is not of what was typed');
		await plain.click('Put it into use');
		await plain.sees('The profile is in use');
		await plain.leave();
		await teacher.goto('/', { look: false });
		expect(!(await teacher.links()).includes(`${other}/profile`), 'a child of others is asked for');
		expect((await teacher.get(`${other}/profile.pdf`)).status === 404, 'and opens');
		await senco.goto(`${other}/profile`, { look: false });
		await senco.lacks('Mr Quayle:');
	});
	await rig.step('a class prints as one file, a page a child', async () => {
		const set = own.split('/').pop();
		await senco.goto(`/profiles?class=${set}`);
		const children = (await senco.rows('Profiles')).length;
		const { pages, text } = await paper(senco, `/profiles.pdf?class=${set}`, 'class');
		expect(children > 1 && pages === children, `${children} children on ${pages} pages`);
		expect(text.includes('yellow paper'), 'the newest version is not in it');
	});
	await rig.step('the teacher’s classes stand on the home page, and the supply teacher gets a sheet', async () => {
		await teacher.goto('/');
		await teacher.click('Print for a cover teacher');
		await teacher.sees('Private: hand it back or shred it.');
		await teacher.sees('Bryony');
		expect((await teacher.print()).sides <= 2, 'the sheet is longer than one paper');
		await teacher.picture('profile-cover-1280');
		expect((await senco.get(`${child}/profile/chase`)).status === 405, 'asking is a page');
	});
}

export default async function profile(rig) {
	const senco = await rig.signIn('senco'), teacher = await rig.signIn('teacher');
	let chosen;

	await rig.step('there are children without a profile', async () => {
		chosen = await choose(senco, teacher);
		expect(chosen.child && chosen.other, 'every child has one');
	});
	await writing(rig, senco, chosen.child);
	await reading(rig, senco, teacher, chosen.child);
	await others(rig, senco, teacher, chosen);
}

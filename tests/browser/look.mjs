// look.mjs - pictures of every page in each role, wide and narrow, in build/look/, for people to look at (make look).
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { crawl } from './rig/crawl.mjs';
import { NARROW, WIDE } from './rig/person.mjs';

const LOOK = resolve('build', 'look');

async function bothSizes(rig, person, name) {
	const dir = resolve(LOOK, person.role);
	const file = name.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home';

	await rig.check(`${person.role} ${name}`, async () => {
		await person.picture(`${file}-1280`, { dir });
		await person.resize(NARROW);
		await person.picture(`${file}-360`, { dir });
		await person.resize(WIDE);
	});
}

export default async function look(rig) {
	rmSync(LOOK, { recursive: true, force: true });
	const visitor = await rig.visitor();

	await visitor.goto('/sign-in', { look: false });
	await bothSizes(rig, visitor, 'sign-in');
	await visitor.goto('/no-such-page', { look: false });
	await bothSizes(rig, visitor, 'no-such-page');
	for (const role of rig.roles.filter((r) => r.includes(rig.only))) {
		await rig.check(`${role} signs in`, async () => {
			const person = await rig.signIn(role);
			await crawl(person, (who, kind) => bothSizes(rig, who, kind));
			await person.leave();
		});
	}
	console.log(`pictures are in ${LOOK}`);
}

// run.mjs - runs the journeys in journeys/: `node tests/browser/run.mjs [--look] [PART-OF-A-NAME]`, from the project's folder.
// Each gets a fresh demo school and a server of its own. Ends with `N passed, N failed`. With --look, only pictures are made.
import { readdirSync } from 'node:fs';
import { Rig, openBrowser } from './rig/rig.mjs';
import { makeSchool } from './rig/server.mjs';

const here = new URL('.', import.meta.url);
const words = process.argv.slice(2);
const look = words.includes('--look');
const only = words.find((w) => !w.startsWith('--')) || '';
const all = readdirSync(new URL('journeys/', here)).filter((f) => f.endsWith('.mjs')).sort().map((f) => f.replace(/\.mjs$/, ''));
const names = look ? ['../look'] : all.filter((f) => f.includes(only));

// Two lanes, a browser each: every-page is as long as all the others together, so it goes first and alone.
const LANES = look ? 1 : 2;

let passed = 0, failed = 0;
const school = makeSchool(process.env.PUPILS || (look ? 1500 : 84));
const queue = names.sort((a, b) => (b === 'every-page') - (a === 'every-page'));

async function lane() {
	const browser = await openBrowser();

	for (let name; (name = queue.shift());) {
		const journey = await import(new URL(`journeys/${name}.mjs`, here));
		const rig = new Rig(browser, school, name.replace('../', ''), only);
		const start = Date.now();

		await rig.run(journey);
		const took = ((Date.now() - start) / 1000).toFixed(1);
		console.log(`  ${rig.name.padEnd(24)} ${rig.passed} of ${rig.passed + rig.failed} steps, ${took} s`);
		passed += rig.passed;
		failed += rig.failed;
	}
	await browser.close();
}
await Promise.all(Array.from({ length: LANES }, lane));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

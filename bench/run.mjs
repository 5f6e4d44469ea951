// run.mjs - figures beside their floors, measured in one run on one machine, as tables: `make bench`. Times are printed, never
// asserted. With OPENSENCO_TEST_PG (tools/pg-test) on PostgreSQL too.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OUT, makeSchool } from '../tests/browser/rig/server.mjs';
import { measureImport } from './imports.mjs';
import { ms } from './measure.mjs';
import { measureNotes, measurePages } from './pages.mjs';
import { measureWalk } from './walk.mjs';

const PUPILS = Number(process.env.PUPILS || 1500);
const PG = process.env.OPENSENCO_TEST_PG;
const school = process.env.SCHOOL || makeSchool(PUPILS);
const stores = (process.env.STORES || 'sqlite postgresql').split(' ').filter((s) => s === 'sqlite' || PG);

for (const store of stores) {
	const pg = store === 'sqlite' ? null : PG;

	await measurePages(school, PUPILS, pg);
	if (!process.argv[2] || 'import'.includes(process.argv[2]))
		measureImport(school, PUPILS, pg);
}
if (!process.argv[2] || 'notes'.includes(process.argv[2]))
	await measureNotes(school);
if (!process.argv[2] || 'walk'.includes(process.argv[2]))
	await measureWalk(school, PUPILS);
if (!process.argv[2] || 'pdf'.includes(process.argv[2]))
	await (await import('./pdf.mjs')).measurePaper(); // its browser's own driver need not be there for the rest
const commit = spawnSync(join(resolve('build', 'bench'), 'commit'), [join(OUT, 'bench-commit.db'), '300'], { encoding: 'utf8' }).stdout.trim();
rmSync(join(OUT, 'bench-commit.db'), { force: true });
console.log(`\none durable commit here: ${ms(Number(commit))} ms`);

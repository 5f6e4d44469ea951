// imports.mjs - the whole command that brings 1,500 pupils in: read, compared, written in one act, into a copy of the school. SQLite's
// own reader of the same rows is the floor.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, PROGRAM } from '../tests/browser/rig/server.mjs';
import { table } from './measure.mjs';
import { toPostgres } from './pages.mjs';

const two = (n) => String(n).padStart(2, '0');

// Invented, as the numbers of the alphabet are: letters that UPNs use, a school that is none.
function child(i) {
	return { upn: `${'ABCDEFGHJKLMNPQRTUVWXYZ'[i % 23]}9992345${String(i).padStart(5, '0')}`, surname: `Family${i % 400}`, forename: `Child${i}`,
		born: [2010 + i % 5, two(1 + i % 12), two(1 + i % 28)], sex: i % 2 ? 'F' : 'M', year: 7 + i % 5, form: `${7 + i % 5}${'ABCDEF'[i % 6]}`,
		street: `${i} High Street`, sen: i % 6 ? 'N' : 'K' };
}

function pupilList(count) {
	const lines = ['UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Gender,Year,Reg Group,SEN Status,Home Address,Postcode'];

	for (let i = 0; i < count; i++) {
		const c = child(i);

		lines.push([c.upn, c.surname, c.forename, '', [...c.born].reverse().join('/'), c.sex, c.year, c.form, c.sen, c.street, 'ZZ99 9ZZ'].join(','));
	}
	return `${lines.join('\n')}\n`;
}

function transferPupil(i) {
	const c = child(i);

	return `<Pupil><UPN>${c.upn}</UPN><Surname>${c.surname}</Surname><Forename>${c.forename}</Forename><DOB>${c.born.join('-')}</DOB>`
		+ `<Gender>${c.sex}</Gender><BasicDetails><NCyearActual>${c.year}</NCyearActual><EnrolStatus>C</EnrolStatus></BasicDetails>`
		+ `<SEN><SENhistory><SENprovision><StartDate>2024-09-01</StartDate><SENprovision>${c.sen}</SENprovision></SENprovision></SENhistory></SEN>`
		+ `<Address><AddressLines><AddressLine1>${c.street}</AddressLine1></AddressLines><PostCode>ZZ99 9ZZ</PostCode></Address></Pupil>`;
}

function transferFile(count) {
	return '<?xml version="1.0" encoding="UTF-8"?>\n<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>21.0</CTFversion>'
		+ '<DateTime>2026-09-01T09:00:00</DateTime><DocumentQualifier>full</DocumentQualifier><SupplierID>bench</SupplierID><SourceSchool>'
		+ '<LEA>999</LEA><Estab>2345</Estab><SchoolName>Thistlewick</SchoolName><AcademicYear>2026</AcademicYear></SourceSchool><DestSchool>'
		+ `<LEA>999</LEA><Estab>LLLL</Estab></DestSchool></Header><CTFpupilData>${Array.from({ length: count }, (_, i) => transferPupil(i)).join('\n')}`
		+ '</CTFpupilData></CTfile>\n';
}

function time(name, program, words) {
	const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>"$0"', join(OUT, 'bench-import.err'), program, ...words],
		{ encoding: 'utf8' });
	const [real, user, system] = run.stderr.trim().split('\n').pop().split(' ').map(Number);

	return [name, run.status, (real * 1000).toFixed(0), ((user + system) * 1000).toFixed(0)];
}

function freshCopy(school, pg) {
	const dir = join(OUT, 'bench-import');

	rmSync(dir, { recursive: true, force: true });
	cpSync(school, dir, { recursive: true });
	copyFileSync(`${school}.key`, `${dir}.key`);
	if (pg) {
		spawnSync('psql', ['-q', pg, '-c', 'DROP DATABASE IF EXISTS bench'], { encoding: 'utf8' });
		toPostgres({ data: dir }, pg);
	}
	return dir;
}

export function measureImport(school, pupils, pg) {
	const csv = join(OUT, 'bench-pupils.csv'), ctf = join(OUT, '9992345_CTF_999LLLL_001.xml'), floor = join(OUT, 'bench-import-floor.db');
	const rows = [];

	writeFileSync(csv, pupilList(pupils));
	writeFileSync(ctf, transferFile(pupils));
	for (const [kind, file] of [['CSV', csv], ['CTF', ctf]]) {
		const dir = freshCopy(school, pg);

		rows.push(time(`${kind}: read and compared (--dry-run)`, PROGRAM, ['import', file, '--data', dir, '--dry-run']));
		rows.push(time(`${kind}: read, compared, saved`, PROGRAM, ['import', file, '--data', dir]));
		rows.push(time(`${kind}: again, nothing changes`, PROGRAM, ['import', file, '--data', dir]));
	}
	rmSync(floor, { force: true });
	rows.push(time('floor: sqlite3 .import of the CSV', 'sqlite3', [floor, `.import --csv ${csv} pupils`]));
	table(`import of ${pupils} pupils, whole command, ${pg ? 'PostgreSQL' : 'SQLite'}`, ['what', 'exit', 'ms', 'CPU ms'], rows);
}

// Each role's own way in: a home that says something, a navigation in which nothing is refused, and one and the same answer to what is
// not theirs and to what there is not.
import { NARROW } from '../rig/person.mjs';
import { expect } from '../rig/rig.mjs';

const NOBODY = '0'.repeat(26);
const PLACES = ['/register', '/register/round', '/register/add', '/watch', '/imports', '/imports/decide', '/accounts', '/accounts/new', '/health',
	'/school', '/delegations', '/grants', '/conflicts', '/pupils/ID', '/pupils/ID/who', '/pupils/ID/history', '/pupils/ID/notes/new',
	'/pupils/ID/documents', '/pupils/ID/register/enter', '/records/note', '/records/account'];

async function registerIds(person) {
	await person.goto('/register?status=all', { look: false });

	return [...new Set((await person.links()).flatMap((l) => /^\/pupils\/([^/?#]+)/.exec(l)?.[1] || []))];
}

// A page as it was sent, but for what differs each time it is asked for.
const sent = (answer) => answer.body.toString().replace(/name="stamp" value="[^"]*"/g, '');

function differs(one, other) {
	const at = [...one].findIndex((letter, i) => letter !== other[i]);

	return `${one.slice(at - 30, at + 60)} | ${other.slice(at - 30, at + 60)}`;
}

async function home(rig, person) {
	await rig.check(`${person.role}: home, wide and narrow`, async () => {
		await person.goto('/');
		await person.picture(`home-${person.role}-1280`);
		await person.resize(NARROW);
		await person.lookOver(200, { withAxe: false });
		await person.picture(`home-${person.role}-360`);
	});
	await rig.check(`${person.role}: nothing in the navigation or on the home page is refused`, async () => {
		const links = [...new Set(await person.links())].filter((l) => !/^\/assets\//.test(l));
		for (const link of links) {
			const { status } = await person.get(link);
			expect([200, 303].includes(status), `${link} answered ${status}`);
		}
	});
}

async function refusals(rig, person, ids) {
	await rig.check(`${person.role}: what is not theirs is what there is not`, async () => {
		for (const place of PLACES) {
			const none = await person.get(place.replace('ID', NOBODY).replace('/records/', '/records/no_'));
			const id = ids.find((i) => i);
			const answer = await person.get(place.replace('ID', id));
			if (answer.status === 200 || answer.status === 303)
				continue;
			expect(answer.status === 404, `${place} answered ${answer.status}`);
			if (place.includes('ID'))
				expect(sent(answer) === sent(none), `${place} tells "not yours" from "no such"`);
			const nowhere = await person.get('/no-such-page');
			expect(sent(answer) === sent(nowhere), `${place} tells that there is such a page: ${differs(sent(answer), sent(nowhere))}`);
		}
	});
}

async function teacher(rig, ids) {
	const person = await rig.signIn('teacher', { size: NARROW });

	await rig.step('a teacher opens a class: five lines a child', async () => {
		await person.goto('/');
		const classes = (await person.links()).filter((l) => /^\/classes\/[^/]+$/.test(l));
		expect(classes.length > 0, 'no class');
		await person.goto(classes[0]);
		await person.picture('class-360');
		await person.sees('Everybody');
	});
	await rig.step('and prints it for cover on one or two sides', async () => {
		await person.click('Print for a cover teacher');
		const { sides } = await person.print();
		expect(sides >= 1 && sides <= 2, `${sides} sides`);
	});
	await rig.step('a child of hers opens; of another she reads the name and no more', async () => {
		const answers = [];
		for (const id of ids)
			answers.push([id, (await person.get(`/pupils/${id}/needs`)).status]);
		const hers = answers.find(([, status]) => status === 200), other = answers.find(([, status]) => status === 404);
		expect(hers && other, 'she sees the needs of all or of none');
		await person.goto(`/pupils/${hers[0]}`);
		await person.sees('What helps');
		await person.picture('child-teacher-360');
		await person.goto(`/pupils/${other[0]}/needs`, { status: 404 });
		await person.sees('We cannot show you this page');
		const name = await person.get(`/pupils/${other[0]}`);
		expect(!/SEN support|EHC plan|What helps|Born/.test(name.body.toString()), 'she reads more than the name');
	});
	await rig.step('with scripts off too', async () => {
		const plain = await rig.signIn('teacher', { size: NARROW, scripts: false });
		await plain.goto('/');
		await plain.click('Sign out');
	});
}

export default async function roles(rig) {
	const ids = await registerIds(await rig.signIn('senco'));

	for (const role of rig.roles) {
		const person = await rig.signIn(role);

		await home(rig, person);
		await refusals(rig, person, ids.slice(-1));
		await person.leave();
	}
	await teacher(rig, ids);
}

/* demo_roll.c - the children of the invented school and the families they come from: who is in which year and form, who is whose
 * brother or sister, who came late and who has left. The rows are written by demo_people.c. */
#include <string.h>

#include "jobs/demo_make.h"

enum { SIBLINGS = 220, LATE = 60, TWINS = 12 }; /* in a thousand */

/* The year group's share of the roll: sixth forms are smaller. */
static int year_size(const struct making *m, int year)
{
	static const int SHARE[] = { 180, 180, 180, 180, 180, 55, 45 };
	int years = m->last_year - m->first_year + 1, given = 0, size = 0;

	for (int y = m->first_year; y <= year; y++) {
		size = m->primary ? m->pupils / years + (y - m->first_year < m->pupils % years) : m->pupils * SHARE[y - 7] / 1000;
		if (!m->primary && y == m->last_year)
			size = m->pupils - given;
		given += size;
	}
	return size;
}

static day born(struct chance *c, int school_year, int year)
{
	day first = day_of(school_year - 5 - year, 9, 1);

	return first + chance_to(c, 365);
}

static void family_new(struct making *m, struct child *k, struct chance *c)
{
	static const char *const STREETS[] = { "Church Street", "Mill Lane", "Station Road", "Orchard Close", "Beech Avenue",
		"Queen's Road", "The Green",
		"Canal View", "Larch Way", "Victoria Terrace", "Foundry Row", "St Anne's Crescent", "Meadow Rise",
			"Bridge Street", NULL };
	struct family *f = &m->families[m->family_count];
	int weights[HERITAGES];

	for (int i = 0; i < HERITAGES; i++)
		weights[i] = HERITAGE[i].weight;
	f->heritage = chance_weighted(c, weights, HERITAGES);
	f->surname = chance_pick(c, HERITAGE[f->heritage].surnames);
	f->language = chance_pick(c, HERITAGE[f->heritage].languages);
	f->address = arena_printf(m->a, "%s%d %s\nThistlewick", chance_in(c, 120) ? "Flat 2, " : "", 1 + chance_to(c, 180),
		chance_pick(c, STREETS));
	f->postcode = arena_printf(m->a, "ZZ%d %d%c%c", 10 + m->campus, 1 + chance_to(c, 9), 'A' + chance_to(c, 26),
		'A' + chance_to(c, 26));
	f->phone = arena_printf(m->a, "07700 900%03d", chance_to(c, 1000));
	f->separated = chance_in(c, 270);
	f->alone = !f->separated && chance_in(c, 90);
	k->family = m->family_count++;
}

/* An earlier family with room for a child of this age, among those met lately; -1: none. */
static int family_for(struct making *m, const struct child *k, struct chance *c)
{
	for (int tries = 0; tries < 4 && m->family_count; tries++) {
		int back = m->family_count < 400 ? m->family_count : 400, n = m->family_count - 1 - chance_to(c, back);
		const struct family *f = &m->families[n];
		int apart = f->last_dob - k->dob;

		if (f->children < 4 && f->last_year != k->year && (apart > 300 || apart < -300))
			return n;
	}
	return -1;
}

static void find_family(struct making *m, struct child *k, struct chance *c)
{
	struct child *before = m->child_count ? &m->children[m->child_count - 1] : NULL;
	int found = -1;

	if (!k->cast && before && !before->cast && before->year == k->year && chance_in(c, TWINS)) {
		found = before->family;
		k->dob = before->dob;
	} else if (!k->cast && chance_in(c, SIBLINGS)) {
		found = family_for(m, k, c);
	}
	if (found >= 0)
		k->family = found;
	else
		family_new(m, k, c);
	m->families[k->family].children++;
	m->families[k->family].last_year = k->year;
	m->families[k->family].last_dob = k->dob;
}

static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = words; (p = strstr(p, word)); p += n)
		if ((p == words || p[-1] == ' ') && (!p[n] || p[n] == ' '))
			return true;
	return false;
}

static void name_child(struct making *m, struct child *k, struct chance *c)
{
	struct family *f = &m->families[k->family];

	if (k->cast) {
		f->surname = k->cast->surname;
		if (has_word(k->cast->flags, "EAL"))
			f->language = strcmp(f->language, "ENG") == 0 ? "POL" : f->language;
		else
			f->language = "ENG";
		k->known = k->cast->known;
		k->forename = k->cast->forename;
		k->surname = k->cast->surname;
	} else {
		k->forename = forename_of(m->a, c, f->heritage, k->girl);
		k->known = k->forename;
		k->surname = f->surname;
		if (strcmp(k->forename, "Alexander") == 0 || strcmp(k->forename, "Alexandra") == 0)
			k->known = "Alex";
		if (chance_in(c, 350))
			k->middle = forename_of(m->a, c, f->heritage, k->girl);
	}
	k->heritage = f->heritage;
	k->language = f->language;
	k->eal = strcmp(f->language, "ENG") != 0 && strcmp(f->language, "CYM") != 0;
	k->home = f->address;
	k->postcode = f->postcode;
	k->separated = f->separated;
}

/* Flags go with each other and with the register: poverty and care are in both. */
static void mark_child(struct making *m, struct child *k, struct chance *c)
{
	int poor = 230;

	k->looked_after = chance_in(c, 7);
	k->adopted = !k->looked_after && chance_in(c, 8);
	k->fsm = !k->looked_after && chance_in(c, m->families[k->family].alone ? poor + 150 : poor);
	k->pp = k->fsm || k->looked_after || k->adopted || chance_in(c, 60);
	k->service = chance_in(c, 12);
	k->young_carer = chance_in(c, 9);
	if (k->cast) {
		const char *w = k->cast->flags;

		k->looked_after = has_word(w, "LAC");
		k->adopted = false;
		k->fsm = has_word(w, "FSM");
		k->pp = k->fsm || has_word(w, "PP");
		k->service = has_word(w, "SVC");
		k->young_carer = has_word(w, "YC");
	}
	k->leaning = chance_to(c, 1000) + (k->girl ? 0 : 180) + (k->fsm ? 160 : 0) + (k->looked_after ? 300 : 0) + (k->eal ? -60 :
		0);
}

static void date_child(struct making *m, struct child *k, struct chance *c, int left_year)
{
	int now = left_year >= 0 ? left_year : m->year, came = k->year - m->first_year;

	if (!m->primary && k->year > 11 && chance_in(c, 250))
		came = k->year - 12;
	k->joined = year_of_school(now - came).terms[0].first;
	if (chance_in(c, LATE) && !k->cast) {
		day latest = left_year >= 0 ? day_of(now + 1, 6, 1) : m->on;

		if (latest > k->joined + 30)
			k->joined = school_day_until(k->joined + 20 + chance_to(c, latest - k->joined - 20));
	}
	if (k->cast && k->cast->case_of == CASE_PLAN_WANTED)
		k->joined = school_day_until(m->on - 2);
	k->left = DAY_NONE;
	if (left_year >= 0)
		k->left = chance_in(c, 150) && k->joined < day_of(now + 1, 2, 1) ? school_day_until(day_of(now + 1, 2,
			10) + chance_to(c, 140)) :
			year_of_school(now).terms[2].last;
}

static void child_add(struct making *m, int year, int form, const struct cast_child *cast, int left_year)
{
	struct child *k = &m->children[m->child_count];
	struct chance c = chance_for(m, "child", m->child_count);

	k->number = m->child_count;
	k->handle = fact_handle(&m->facts);
	k->year = year;
	k->form = form;
	k->cast = cast;
	k->girl = cast ? cast->sex == 'F' : chance_in(&c, 490);
	k->dob = born(&c, left_year >= 0 ? left_year : m->year, year);
	k->provision = 'N';
	k->from = k->plan_from = k->off = DAY_NONE;
	find_family(m, k, &c);
	name_child(m, k, &c);
	mark_child(m, k, &c);
	date_child(m, k, &c, left_year);
	m->child_count++;
}

static const struct cast_child *cast_of(const struct making *m, int year, int *next)
{
	const struct cast_child *cast = m->primary ? CAST_PRIMARY : CAST_HIGH;

	if (m->campus > 0 || m->pupils < 80)
		return NULL;
	for (; cast[*next].known; (*next)++) {
		const char *code = year_code(year);
		size_t n = strlen(code);

		if (strncmp(cast[*next].year, code, n) == 0 && (cast[*next].year[n] < '0' || cast[*next].year[n] > '9'))
			return &cast[(*next)++];
	}
	return NULL;
}

static int form_of(const struct making *m, const struct cast_child *cast, int n)
{
	for (int f = 0; cast && f < m->forms; f++)
		if (strcmp(form_name(m, strchr("R", cast->year[0]) ? 0 : (int)strtol(cast->year, NULL, 10), f), cast->year) == 0)
			return f;
	return n % m->forms;
}

void make_roll(struct making *m)
{
	int leavers = m->pupils * 8 / 100;

	m->children = arena_array(m->a, (size_t)(m->pupils + leavers), sizeof *m->children);
	m->families = arena_array(m->a, (size_t)(m->pupils + leavers), sizeof *m->families);
	for (int y = m->first_year; y <= m->last_year; y++) {
		int size = year_size(m, y), next = 0, forms = !m->primary && y > 11 ? (m->forms + 2) / 3 : m->forms;

		for (int i = 0; i < size; i++) {
			const struct cast_child *cast = cast_of(m, y, &next);

			child_add(m, y, cast ? form_of(m, cast, i) : i % forms, cast, -1);
		}
	}
	for (int i = 0; i < leavers; i++) {
		struct chance c = chance_for(m, "leaver", i);
		int year = chance_in(&c, 700) ? m->primary ? 6 : 11 : chance_between(&c, m->first_year, m->last_year);

		child_add(m, year, i % m->forms, NULL, m->year - 1 - i % 3);
	}
}

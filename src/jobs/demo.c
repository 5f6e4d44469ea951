/* demo.c - which schools are invented, and in which order one of them is made. What is in it is made by the other demo files. */
#include "jobs/demo.h"

#include <string.h>

#include "areas/people/area.h"
#include "base/buf.h"
#include "jobs/demo_make.h"

enum { PRIMARY_MOST = 420, ONE_SCHOOL_MOST = 2500, SCHOOLS_MOST = 40, TRUST_PRIMARY = 600, MEAN = 1500 };

static const char *const PLACES[SCHOOLS_MOST] = {
	"Thistlewick", "Oakfield", "Harrowgate", "Marlow Vale", "Saltmarsh", "Kingsbrook", "Long Barrow", "Netherby", "Ashmere",
		"Cold Ashby",
	"Fernhurst", "Great Pelham", "Westmoor", "Brackenthwaite", "Stonecross", "Hollin Bank", "Castle Street", "Riverside",
		"St Aldhelm's",
	"Moorgate", "Penhallow", "Swanmead", "Tarn Hill", "Upper Wick", "Victoria Road", "Wharfside", "Yarrow", "Abbot's Cross",
		"Beacon",
	"Chalk Down", "Drovers Way", "East Fen", "Foxcote", "Gorsey Lane", "Highfield", "Inglewood", "Juniper", "Kiln Lane",
		"Larkrise", "Millbank",
};

int demo_campuses(const struct demo_ask *ask)
{
	int n = (ask->pupils + MEAN - 1) / MEAN;

	if (ask->pupils <= ONE_SCHOOL_MOST)
		return 1;
	return n > SCHOOLS_MOST ? SCHOOLS_MOST : n;
}

static bool is_primary(const struct demo_ask *ask, int campus)
{
	return ask->pupils <= PRIMARY_MOST || (demo_campuses(ask) > 3 && campus % 4 == 3);
}

const char *demo_campus_name(const struct demo_ask *ask, int campus)
{
	static char name[80];

	snprintf(name, sizeof name, "%s %s", PLACES[campus],
		is_primary(ask, campus) ? "Primary School" : campus == 0 ? "High School" : campus % 3 ? "Academy" : "School");
	if (ask->pupils <= PRIMARY_MOST)
		return "Thistlewick Primary School";
	return name;
}

/* A trust's secondaries share what its primaries leave; the first takes the remainder. */
static int campus_pupils(const struct demo_ask *ask, int campus)
{
	int schools = demo_campuses(ask), primaries = 0, rest;

	if (schools == 1)
		return ask->pupils;
	for (int i = 0; i < schools; i++)
		primaries += is_primary(ask, i);
	rest = ask->pupils - primaries * TRUST_PRIMARY;
	if (is_primary(ask, campus))
		return TRUST_PRIMARY;
	return rest / (schools - primaries) + (campus == 0 ? rest % (schools - primaries) : 0);
}

struct chance chance_for(const struct making *m, const char *what, int n)
{
	return chance_of(m->ask->seed, what, m->campus, n);
}

day recorded(const struct making *m, day d)
{
	return d < m->began ? m->began : d > m->on ? m->on : d;
}

const char *year_code(int year)
{
	static const char *const CODES[] = { "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13" };

	return CODES[year];
}

const char *form_name(const struct making *m, int year, int form)
{
	static const char *const LETTERS[] = { "R", "B", "T", "L", "M", "C", "D", "S", "W", "H", "K", "P", "V", "Y" };

	if (m->primary)
		return arena_printf(m->a, "%s%c", year_code(year), 'A' + form);
	return arena_printf(m->a, "%s%s", year_code(year), LETTERS[form % 14]);
}

static const char *word_for(struct making *m, const struct child *c, const char *teacher, const char *token)
{
	static const struct { const char *token, *girl, *boy; } WORDS[] = {
		{ "he", "she", "he" }, { "his", "her", "his" }, { "him", "her", "him" }, { "He", "She", "He" }, { "His", "Her",
			"His" }, { "himself", "herself", "himself" },
	};

	if (strcmp(token, "n") == 0)
		return c->known;
	if (strcmp(token, "t") == 0)
		return teacher;
	if (strcmp(token, "m") == 0)
		return c->mother ? c->mother_said : c->father ? c->father_said : "the foster carer";
	if (strcmp(token, "f") == 0)
		return form_name(m, c->year, c->form);
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (strcmp(WORDS[i].token, token) == 0)
			return c->girl ? WORDS[i].girl : WORDS[i].boy;
	return "";
}

const char *words_about(struct making *m, const struct child *c, const char *teacher, const char *words)
{
	struct buf b = buf_new(m->a);

	while (*words) {
		size_t n = strcspn(words, "{");

		buf_add_n(&b, words, n);
		words += n;
		if (*words) {
			n = strcspn(words, "}");
			buf_add(&b, word_for(m, c, teacher, arena_text_n(m->a, words + 1, n - 1)));
			words += n + 1;
		}
	}
	return buf_text(&b);
}

static void make_campus(struct making *m)
{
	struct demo_fact *f = fact_add(&m->facts, &CAMPUS, 0, m->began);
	const char *name = demo_campus_name(m->ask, m->campus);

	fact_set(&m->facts, f, CAMPUS_NAME, arena_text(m->a, name));
	fact_set(&m->facts, f, CAMPUS_URN, arena_printf(m->a, "%d", 999001 + m->campus));
	fact_set(&m->facts, f, CAMPUS_LAESTAB, arena_printf(m->a, "999%d", (m->primary ? 2400 : 4567) + m->campus));
	fact_set(&m->facts, f, CAMPUS_LA, "Thistleshire");
	fact_set(&m->facts, f, CAMPUS_PHASE, m->primary ? "primary" : "secondary");
	fact_set(&m->facts, f, CAMPUS_YEAR_FIRST, year_code(m->first_year));
	fact_set(&m->facts, f, CAMPUS_YEAR_LAST, year_code(m->last_year));
	fact_set(&m->facts, f, CAMPUS_ADDRESS, arena_printf(m->a, "%d School Lane\n%s", 2 + 3 * m->campus, PLACES[m->campus]));
	fact_set(&m->facts, f, CAMPUS_POSTCODE, arena_printf(m->a, "ZZ%d 1AA", 10 + m->campus));
	fact_set(&m->facts, f, CAMPUS_PHONE, arena_printf(m->a, "01632 9602%02d", m->campus));
	fact_set(&m->facts, f, CAMPUS_EMAIL, arena_printf(m->a, "office%d@example.org", m->campus + 1));
	fact_set(&m->facts, f, CAMPUS_HEAD, arena_printf(m->a, "%s %s", m->adults[5].title, m->adults[5].surname));
}

static void holiday(struct making *m, const char *kind, const char *name, day first, day last)
{
	struct demo_fact *f = fact_add(&m->facts, &HOLIDAY, 0, m->began);

	fact_set(&m->facts, f, HOLIDAY_KIND, kind);
	fact_set(&m->facts, f, HOLIDAY_NAME, name);
	fact_day(&m->facts, f, HOLIDAY_FROM, first);
	fact_day(&m->facts, f, HOLIDAY_UNTIL, last);
}

static void odd_day(struct making *m, day d, const char *kind, const char *why)
{
	struct demo_fact *f = fact_add(&m->facts, &TERM_DAY, 0, recorded(m, d - 60));

	fact_day(&m->facts, f, TERM_DAY_ON, d);
	fact_set(&m->facts, f, TERM_DAY_KIND, kind);
	fact_set(&m->facts, f, TERM_DAY_WHY, why);
}

void make_school(struct making *m)
{
	make_campus(m);
	for (int y = m->year - 3; y <= m->year + 1; y++) {
		struct school_year s = year_of_school(y);

		for (int i = 0; i < 3; i++) {
			const struct term *t = &s.terms[i];

			holiday(m, "term", arena_printf(m->a, "%s %d", t->name, y + (i > 0)), t->first, t->last);
			holiday(m, "half", "Half-term", t->half_first, t->half_last);
		}
		odd_day(m, s.terms[0].first, "inset", "Staff day");
		odd_day(m, s.terms[1].first, "inset", "Staff day");
		if (y == m->year - 1)
			odd_day(m, school_day_from(day_of(y + 1, 1, 21)), "closed", "Snow");
	}
}

static struct making making_new(struct arena *a, const struct demo_ask *ask, int campus)
{
	struct making m = { .a = a, .ask = ask, .campus = campus, .on = ask->on };

	m.pupils = campus_pupils(ask, campus);
	m.primary = is_primary(ask, campus);
	m.year = day_school_year(ask->on);
	m.began = day_of(m.year - 3, 9, 1);
	m.first_year = m.primary ? 0 : 7;
	m.last_year = m.primary ? 6 : 13;
	m.forms = m.primary ? (m.pupils + 209) / 210 : (m.pupils * 18 / 100 + 29) / 30;
	m.forms = m.forms < 1 ? 1 : m.forms > 14 ? 14 : m.forms;
	m.facts = (struct demo_facts){ .handles = DEMO_SHARED, .a = a };
	return m;
}

struct demo_facts demo_campus(struct arena *a, const struct demo_ask *ask, int campus)
{
	struct making m = making_new(a, ask, campus);

	make_adults(&m);
	make_school(&m);
	make_roll(&m);
	choose_register(&m);
	make_people(&m);
	make_classes(&m);
	make_accounts(&m);
	make_register(&m);
	make_support(&m);
	make_worries(&m);
	make_advice(&m);
	make_meetings(&m);
	make_concerns(&m);
	make_updates(&m);
	make_letters(&m);
	make_profiles(&m);
	make_plans(&m);
	make_guidance(&m);
	make_door(&m);
	make_twice(&m);
	facts_sort(&m.facts);
	return m.facts;
}

/* search_test.c - the list of queries, each with what must come first and what must not come; limits; what a search leaves
 * behind. */
#include "record/search.h"

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/buf.h"
#include "base/text.h"
#include "record/journal.h"
#include "tests/files.h"
#include "tests/store.h"
#include "tests/world.h"

static const struct { const char *known, *forename, *surname, *former, *upn; } CHILDREN[] = {
	{ "Samantha", "Samantha", "Bell", "", "B999234525002" }, { "Seán", "Seán", "Ó Murchú", "", "" },
	{ "Łukasz", "Łukasz", "Wójcik", "", "" },
	{ "Siân", "Siân", "Prytherch", "", "" }, { "Thu", "Thu", "Nguyễn", "", "" }, { "Zoë", "Zoë", "Müller-Brandt", "", "" },
	{ "Björk", "Björk", "Ægirsdóttir", "", "" }, { "Mei-Ling", "Mei-Ling", "Chow", "", "" }, { "Oliver", "Oliver", "St. John",
		"", "" },
	{ "Isla", "Isla", "McDonald", "Bramble", "" }, { "Ruby", "Ruby", "O'Neil-Smith", "", "" },
	{ "Catherine", "Catherine", "Abbott", "", "" },
	{ "Katharine", "Katharine", "Zeller", "", "" }, { "Kathryn", "Kathryn", "Moss", "", "" }, { "Stephen", "Stephen", "Hale",
		"", "" },
	{ "Steven", "Steven", "Ives", "", "" }, { "Phillip", "Phillip", "Oakes", "", "" }, { "Geoffrey", "Geoffrey", "Lund", "",
		"" },
	{ "Muhammad", "Muhammad", "Begum", "", "" }, { "Tom", "Tom", "Null", "", "" }, { "Blessing", "Blessing", "True", "", "" },
	{ "Malcolm", "Malcolm", "X", "", "" }, { "李", "李", "明", "", "" }, { "أحمد", "أحمد", "حسن", "", "" },
	{ "Ali\u200bce", "Ali\u200bce", "Thorn", "", "" }, { "Thea", "Thea", "Lark", "", "" },
};

static const struct { const struct record *r; const char *child, *typed; } RECORDS[] = {
	{ &NOTE, "sam", "kind=observation&happened_on=2026-11-20&text=Used%20his%20help%20card%20twice" },
	{ &NOTE, "sam", "kind=observation&happened_on=2026-11-19&text=Carried%20two%20cards%20of%20help" },
	{ &NOTE, "ana", "kind=observation&happened_on=2026-11-18&text=She%20lost%20her%20card" },
	{ &NOTE, "ana", "kind=observation&happened_on=2026-11-17&text=Two%20meltdowns%20before%20lunch" },
	{ &NOTE, "ana", "kind=observation&happened_on=2026-11-16&text=Caf%C3%A9%20trip%2C%20and%20the%20bus" },
	{ &DOCUMENT, "ana", "kind=&title=Educational%20psychologist%27s%20report&written_on=2026-10-01" },
	{ &CONTACT, "sam", "forename=Grace&surname=Okonkwo&relationship=&from=2026-09-01" },
};

/* A choice left empty takes the list's first: the test need not know the lists. */
static void fill_choices(struct form *f)
{
	for (int i = 0; i < f->r->count; i++)
		if (f->r->fields[i].type == F_CHOICE && (f->r->fields[i].flags & REQUIRED) && !*form_value(f, i))
			form_set(f, i, f->r->fields[i].choices[0].code);
}

static const struct fault *fill(struct act *act, void *self)
{
	const struct world *w = self;
	struct row *about;
	const char *id;

	for (size_t i = 0; i < sizeof CHILDREN / sizeof *CHILDREN; i++) {
		struct form *f = form_new(act->a, &PUPIL);

		form_set(f, PUPIL_KNOWN_AS, CHILDREN[i].known);
		form_set(f, PUPIL_FORENAME, CHILDREN[i].forename);
		form_set(f, PUPIL_SURNAME, CHILDREN[i].surname);
		form_set(f, PUPIL_FORMER_SURNAME, CHILDREN[i].former);
		form_set(f, PUPIL_UPN, CHILDREN[i].upn);
		TRY(record_add(act, &PUPIL, NULL, f, &id));
	}
	for (size_t i = 0; i < sizeof RECORDS / sizeof *RECORDS; i++) {
		struct form *f = world_form(*w, act->a, RECORDS[i].r, RECORDS[i].typed);

		fill_choices(f);
		TRY(record_get(act, &PUPIL, world_id(*w, RECORDS[i].child), &about));
		TRY(record_add(act, RECORDS[i].r, about, f, &id));
	}
	return NULL;
}

static struct world searched(struct test *t)
{
	struct world w = world_new(t);

	expect_fine(world_do(as(w, "senco"), fill, &w));
	return w;
}

static const char *name_of(struct arena *a, const struct row *row)
{
	const struct record *r = row_record(row);
	const char *known = r == &PUPIL ? "known_as" : "forename", *surname = r == &PUPIL ? "known_surname" : "surname";

	return arena_printf(a, "%s %s", row_text(row, field_find(r, known)), row_text(row, field_find(r, surname)));
}

static const char *words_of(struct arena *a, const struct row *row)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < row_record(row)->count; i++) {
		if (!(row_record(row)->fields[i].flags & SEARCH))
			continue;
		buf_add(&b, row_text(row, i));
		buf_add(&b, "\n");
	}
	return buf_text(&b);
}

static void expect_not(struct test *t, const struct search *s, const char *line, const char *list)
{
	while (list && *list) {
		size_t n = strcspn(list, ",");
		const char *word = text_clean(t->a, arena_text_n(t->a, list, n));

		for (int i = 0; i < s->people_count && strcmp(word, "-") != 0; i++)
			if (strstr(name_of(t->a, s->people[i].row), word))
				test_fail(t, __FILE__, __LINE__, "%s: shows %s", line, name_of(t->a, s->people[i].row));
		for (int i = 0; i < s->record_count && strcmp(word, "-") != 0; i++)
			if (s->records[i].row && strstr(words_of(t->a, s->records[i].row), word))
				test_fail(t, __FILE__, __LINE__, "%s: shows %s", line, words_of(t->a, s->records[i].row));
		list += n + (list[n] == ',');
	}
}

static void expect_first(struct test *t, const struct search *s, const char *line, const char *first)
{
	const char *got;

	if (strncmp(first, "record: ", 8) == 0) {
		got = s->record_count && s->records[0].row ? words_of(t->a, s->records[0].row) : "(nothing)";
		if (!strstr(got, first + 8))
			test_fail(t, __FILE__, __LINE__, "%s: the first record is %s", line, got);
		return;
	}
	got = s->people_count ? name_of(t->a, s->people[0].row) : "-";
	if (strcmp(text_clean(t->a, first), got) != 0)
		test_fail(t, __FILE__, __LINE__, "%s: the first is %s", line, got);
}

/* One act a person: each has a connection of its own, and a database server has few. */
struct reading { struct world w; struct { const char *login; struct act *act; } one[8]; int count; };

static struct act *read_as(struct reading *rd, const char *login)
{
	login = *login ? login : "senco";
	for (int i = 0; i < rd->count; i++)
		if (strcmp(rd->one[i].login, login) == 0)
			return rd->one[i].act;
	rd->one[rd->count].login = login;
	rd->one[rd->count].act = world_read(as(rd->w, login));
	return rd->one[rd->count++].act;
}

static void try_line(struct test *t, struct reading *rd, const char *line)
{
	const char *part[4] = { "", "", "", "" }, *p = line;
	struct search s;

	for (int i = 0; i < 4 && *p; i++) {
		size_t n = strcspn(p, "|");

		part[i] = arena_text_n(t->a, p, n);
		p += n + (p[n] == '|');
	}
	expect_fine(search_all(read_as(rd, text_clean(t->a, part[3])), part[0], &s));
	expect_fine(search_show(read_as(rd, text_clean(t->a, part[3])), &s, 0, s.record_count));
	expect_first(t, &s, line, text_clean(t->a, part[1]));
	expect_not(t, &s, line, part[2]);
}

TEST_STORE(every_query_of_the_list_finds_what_it_must_first)
{
	struct reading rd = { .w = searched(t) };
	const char *p = test_file(t, "search.txt");
	int lines = 0;

	while (*p) {
		size_t n = strcspn(p, "\n");
		const char *line = arena_text_n(t->a, p, n);

		p += n + (p[n] == '\n');
		if (!*line || *line == '#')
			continue;
		try_line(t, &rd, line);
		lines++;
	}
	expect(lines >= 60);
}

TEST(a_search_is_limited_in_letters_and_words)
{
	char longer[300];
	struct search s;

	memset(longer, 'a', sizeof longer);
	longer[299] = 0;
	s = search_read(t->a, longer);
	expect(s.refused && !s.term_count);
	s = search_read(t->a, "a b c d e f g h i j k l m");
	expect(s.refused && !s.term_count);
	s = search_read(t->a, "a b c d e f g h i j k l");
	expect(!s.refused);
	expect_int(s.term_count, 12);
	s = search_read(t->a, "");
	expect(!s.refused && !s.plain && !s.term_count);
	s = search_read(t->a, "* % _");
	expect(s.plain != NULL);
}

TEST(the_words_found_stand_marked_in_their_context)
{
	struct search s = search_read(t->a, "card");
	struct piece *p = search_context(t->a, &s, "Used his help card twice", 200);

	expect_text(p[0].text, "Used his help ");
	expect(!p[0].found && p[1].found);
	expect_text(p[1].text, "card");
	expect_text(p[2].text, " twice");
	expect(p[3].text == NULL);
}

TEST_STORE(of_what_a_search_unsealed_only_what_is_shown_counts_as_read)
{
	struct world w = searched(t);
	struct act *act = world_read(as(w, "senco"));
	struct search s;

	expect_fine(search_all(act, "meltdown", &s));
	expect(journal_owes(act));
	expect_int(s.record_count, 1);
	expect(s.records[0].row == NULL);
	expect_fine(search_show(act, &s, 0, 20));
	expect(s.records[0].row != NULL);
}

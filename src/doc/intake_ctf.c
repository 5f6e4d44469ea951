/* intake_ctf.c - a transfer file, an admissions file or a census message: its sheets as tables. The rules for SEN history are those
 * of domain/formats.md section 3. Details point to their pupil by index. */
#include "doc/intake_parts.h"

#include "base/text.h"

struct transfer {
	struct work *w;
	const struct doc *d;
	struct intake_table *pupils;
	int count;
	bool full;
};

static int column(const struct sheet *s, const char *name)
{
	for (int c = 0; s && s->rows && c < s->row[0].cells; c++)
		if (strcmp(s->row[0].cell[c].text, name) == 0)
			return c;
	return -1;
}

static const char *at(const struct transfer *t, const struct sheet *s, int row, const char *name)
{
	int c = column(s, name);

	return c < 0 ? "" : clean_cell(t->w->a, sheet_cell(s, row, c));
}

static int pupil_of(const struct transfer *t, const struct sheet *s, int row)
{
	long n = strtol(sheet_cell(s, row, 0), NULL, 10);

	return n >= 1 && n <= t->count ? (int)n - 1 : -1;
}

static const struct { enum intake_field field; const char *column; } PUPIL_COLUMNS[] = {
	{ FIELD_UPN, "upn" }, { FIELD_FORMER_UPN, "former_upn" }, { FIELD_ULN, "uln" }, { FIELD_SURNAME, "surname" },
		{ FIELD_FORENAME, "forename" },
	{ FIELD_MIDDLE_NAMES, "middle_names" }, { FIELD_PREFERRED_SURNAME, "preferred_surname" },
	{ FIELD_PREFERRED_FORENAME, "preferred_forename" }, { FIELD_FORMER_SURNAME, "former_surname" }, { FIELD_DOB, "dob" },
		{ FIELD_SEX, "sex" },
	{ FIELD_YEAR, "year" }, { FIELD_ENTRY_DATE, "entry_date" }, { FIELD_LEAVE_DATE, "leave_date" }, { FIELD_ENROL_STATUS,
		"enrol_status" },
	{ FIELD_ON_ROLL, "on_roll" }, { FIELD_PART_TIME, "part_time" }, { FIELD_SEN_STATUS, "sen_status" }, { FIELD_SEN_UNIT,
		"sen_unit" },
	{ FIELD_RESOURCED_PROVISION, "resourced_provision" }, { FIELD_TOP_UP, "top_up" }, { FIELD_IN_CARE, "in_care" },
		{ FIELD_PLAC, "plac" },
	{ FIELD_FIRST_LANGUAGE, "first_language" }, { FIELD_ETHNICITY, "ethnicity" }, { FIELD_EMAIL, "email" },
		{ FIELD_POSSIBLE, "possible" },
};

static void about(struct transfer *t)
{
	const struct sheet *s = doc_sheet(t->d, "about");
	struct intake *in = t->w->in;

	in->version = at(t, s, 1, "version");
	in->qualifier = text_fold(t->w->a, at(t, s, 1, "qualifier"));
	in->source_la = at(t, s, 1, "source_la");
	in->source_estab = at(t, s, 1, "source_estab");
	in->source_urn = at(t, s, 1, "source_urn");
	in->source_name = at(t, s, 1, "source_name");
	in->reference_date = at(t, s, 1, "reference_date");
	in->term = at(t, s, 1, "term");
	t->full = t->d->format == DOC_CTF && strcmp(in->qualifier, "partial") != 0;
	if (t->d->format == DOC_CTF && !t->full)
		in->kind = "ctf-partial";
	in->expected = t->d->format == DOC_ATF;
	in->compare_only = t->d->format == DOC_CENSUS;
	if (in->expected && !intake_answered(t->w, "admissions"))
		intake_ask(t->w, 0, FIELD_NONE, true, "admissions", "expected", "expected",
		    "This is an admissions file (ATfile), not a common transfer file. Shall its pupils be taken in as expected, "
		"not on roll?");
	if (in->compare_only)
		intake_say(t->w, DOC_INFO, 0, FIELD_NONE, "This is a school census file. It is compared with the register and "
			"changes nothing.");
}

static void service_child(struct transfer *t, struct intake_row *r, const char *code)
{
	if (*code == 'Y')
		intake_put(t->pupils, r, FIELD_SERVICE_CHILD, "1");
	else if (*code == 'N')
		intake_put(t->pupils, r, FIELD_SERVICE_CHILD, "0");
}

/* A status given straight under the pupil; codes of old are not current ones. */
static void direct_status(struct transfer *t, struct intake_row *r, const char *code)
{
	if (strcmp(code, "K") == 0 || strcmp(code, "E") == 0 || strcmp(code, "N") == 0)
		intake_put(t->pupils, r, FIELD_SEN_STATUS, code);
	else if (*code)
		intake_put(t->pupils, r, FIELD_SEN_STATUS, status_read(t->w, FIELD_SEN_STATUS, code, r->row,
			&(const char *){ NULL }));
}

static void one_pupil(struct transfer *t, const struct sheet *s, int from, struct intake_row *r)
{
	bool bad = false;

	r->row = s->row[from].row;
	r->pupil = -1;
	r->value = arena_array(t->w->a, (size_t)t->pupils->slots, sizeof *r->value);
	for (size_t i = 0; i < sizeof PUPIL_COLUMNS / sizeof *PUPIL_COLUMNS; i++) {
		int c = column(s, PUPIL_COLUMNS[i].column);
		enum intake_field f = PUPIL_COLUMNS[i].field;

		if (c < 0 || c >= s->row[from].cells || !*s->row[from].cell[c].text)
			continue;
		if (f == FIELD_SEN_STATUS)
			direct_status(t, r, clean_cell(t->w->a, s->row[from].cell[c].text));
		else
			intake_put(t->pupils, r, f, intake_convert(t->w, f, &s->row[from].cell[c], r->row, &bad));
	}
	service_child(t, r, at(t, s, from, "service_child"));
	if (*at(t, s, from, "need_1"))
		needs_read(t->w, r, at(t, s, from, "need_1"), 1);
	r->rejected = bad;
	who_is_it(t->w, t->pupils, r);
	if (!r->rejected && r->by_name && !intake_get(t->pupils, r, FIELD_DOB)) {
		intake_say(t->w, DOC_ERROR, r->row, FIELD_DOB, "Row %d has neither a UPN nor a date of birth, so nobody can tell "
			"who it is. It was left out.", r->row);
		r->rejected = true;
	}
}

static void pupils(struct transfer *t)
{
	static const enum intake_field MORE[] = { FIELD_SERVICE_CHILD, FIELD_SEN_START, FIELD_SEN_STAGE, FIELD_EAL, FIELD_FSM,
		FIELD_ADDRESS, FIELD_POSTCODE, FIELD_PHONE, FIELD_MOBILE };
	const struct sheet *s = doc_sheet(t->d, "pupils");

	t->count = s ? s->rows - 1 : 0;
	t->pupils = intake_add_table(t->w, TABLE_PUPILS, t->count);
	for (size_t i = 0; i < sizeof PUPIL_COLUMNS / sizeof *PUPIL_COLUMNS; i++)
		intake_set_slots(t->pupils, &PUPIL_COLUMNS[i].field, 1);
	intake_set_slots(t->pupils, MORE, sizeof MORE / sizeof *MORE);
	t->pupils->rows = t->count;
	for (int i = 0; i < t->count; i++)
		one_pupil(t, s, i + 1, &t->pupils->row[i]);
	t->w->in->rows = t->count;
}

static const char *date_at(struct transfer *t, const struct sheet *s, int row, const char *name, enum intake_field f)
{
	const char *text = at(t, s, row, name);
	day d;

	if (!*text)
		return NULL;
	if (date_read(text, false, false, t->w->today, &d) == DATE_FINE)
		return day_iso(t->w->a, d);
	intake_say(t->w, DOC_WARNING, s->row[row].row, f, "Row %d: a date of the SEN history does not exist. It was left out.",
		s->row[row].row);
	return NULL;
}

struct column_of {
	enum intake_field field;
	const char *column;
};

/* A sheet of details as a table; text as it stands, dates checked. */
static struct intake_table *details(struct transfer *t, const char *name, enum intake_table_kind kind,
	const struct column_of *columns, int n)
{
	const struct sheet *s = doc_sheet(t->d, name);
	struct intake_table *out;

	if (!s || s->rows < 2)
		return NULL;
	out = intake_add_table(t->w, kind, s->rows - 1);
	t->pupils = &t->w->in->table[0];
	for (int i = 0; i < n; i++)
		intake_set_slots(out, &columns[i].field, 1);
	for (int i = 1; i < s->rows; i++) {
		struct intake_row *r = &out->row[out->rows];

		r->pupil = pupil_of(t, s, i);
		if (r->pupil < 0)
			continue;
		r->row = s->row[i].row;
		r->value = arena_array(t->w->a, (size_t)out->slots, sizeof *r->value);
		for (int c = 0; c < n; c++) {
			enum value_type type = INTAKE_FIELDS[columns[c].field].type;
			const char *text = at(t, s, i, columns[c].column);

			intake_put(out, r, columns[c].field, type == V_DATE ? date_at(t, s, i, columns[c].column,
				columns[c].field) : text);
		}
		out->rows++;
	}
	return out;
}

/* An end before its start is no end. */
static void mend_episode(struct transfer *t, struct intake_table *h, struct intake_row *r)
{
	const char *from = intake_get(h, r, FIELD_SEN_START), *until = intake_get(h, r, FIELD_SEN_END);

	if (from && until && strcmp(until, from) < 0) {
		intake_say(t->w, DOC_WARNING, r->row, FIELD_SEN_END, "Row %d: a time of SEN ends before it begins. The end was "
			"left out.", r->row);
		intake_put(h, r, FIELD_SEN_END, NULL);
	}
}

/* Earlier open-ended episodes end the day before the next begins. */
static int close_open(struct transfer *t, struct intake_table *h, int i)
{
	struct intake_row *r = &h->row[i];
	const char *from = intake_get(h, r, FIELD_SEN_START), *next = NULL;
	int k = i;

	if (!from || intake_get(h, r, FIELD_SEN_END))
		return 0;
	while (k > 0 && h->row[k - 1].pupil == r->pupil) /* a pupil's episodes stand together */
		k--;
	for (; k < h->rows && h->row[k].pupil == r->pupil; k++) {
		const char *other = intake_get(h, &h->row[k], FIELD_SEN_START);

		if (other && strcmp(other, from) > 0 && (!next || strcmp(other, next) < 0))
			next = other;
	}
	if (next)
		intake_put(h, r, FIELD_SEN_END, day_iso(t->w->a, day_parse(next) - 1));
	return next != NULL;
}

/* The latest beginning that is not over; a K or E that is over with nothing after it leaves N. */
static void current_status(struct transfer *t, const struct intake_table *h)
{
	const char *today = day_iso(t->w->a, t->w->today);

	for (int i = 0; i < h->rows; i++) {
		const struct intake_row *e = &h->row[i];
		struct intake_row *r = &t->pupils->row[e->pupil];
		const char *from = intake_get(h, e, FIELD_SEN_START), *until = intake_get(h, e, FIELD_SEN_END);
		const char *code = intake_get(h, e, FIELD_SEN_STATUS), *since = intake_get(t->pupils, r, FIELD_SEN_START);
		bool current = code && (*code == 'K' || *code == 'E' || *code == 'N'), over = until && strcmp(until, today) < 0;

		if (!current || (from && strcmp(from, today) > 0) || (since && from && strcmp(from, since) < 0))
			continue;
		intake_put(t->pupils, r, FIELD_SEN_STATUS, over ? "N" : code);
		intake_put(t->pupils, r, FIELD_SEN_START, over ? day_iso(t->w->a, day_parse(until) + 1) : from);
	}
}

static void history(struct transfer *t)
{
	static const struct column_of COLUMNS[] = {
		{ FIELD_SEN_START, "start" }, { FIELD_SEN_END, "end" }, { FIELD_SEN_STATUS, "provision" }, { FIELD_NEEDS,
			"type" } };
	struct intake_table *h = details(t, "sen", TABLE_SEN_HISTORY, COLUMNS, 4);
	int closed = 0;

	if (!h)
		return;
	for (int i = 0; i < h->rows; i++) {
		mend_episode(t, h, &h->row[i]);
		if (intake_get(h, &h->row[i], FIELD_NEEDS))
			needs_read(t->w, &t->pupils->row[h->row[i].pupil], intake_get(h, &h->row[i], FIELD_NEEDS), 0);
	}
	for (int i = 0; i < h->rows; i++)
		closed += close_open(t, h, i);
	if (closed)
		intake_say(t->w, DOC_INFO, 0, FIELD_SEN_END, "%d earlier time%s of SEN had no end and end%s the day before the "
			"next begins.", closed,
		    closed == 1 ? "" : "s", closed == 1 ? "s" : "");
	current_status(t, h);
}

static void needs(struct transfer *t)
{
	const struct sheet *s = doc_sheet(t->d, "needs");

	for (int i = 1; s && i < s->rows; i++) {
		int p = pupil_of(t, s, i), before;
		struct intake_row *r = p < 0 ? NULL : &t->pupils->row[p];

		if (!r)
			continue;
		before = r->needs;
		needs_read(t->w, r, at(t, s, i, "type"), (int)strtol(at(t, s, i, "rank"), NULL, 10));
		for (int n = before; n < r->needs; n++) {
			r->need[n].from = date_at(t, s, i, "start", FIELD_NEEDS);
			r->need[n].until = date_at(t, s, i, "end", FIELD_NEEDS);
		}
	}
}

static const char *address_of(struct transfer *t, const struct sheet *s, int row)
{
	static const char *const LINES[] = { "saon", "paon", "street", "line1", "line2", "line3", "line4", "line5", "locality",
		"town", "post_town", "area", "county" };
	struct buf b = buf_new(t->w->a);
	const char *last = "";

	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
		const char *line = at(t, s, row, LINES[i]);

		if (!*line || strcmp(line, last) == 0)
			continue;
		/* A house number stands before its street, on one line. */
		buf_printf(&b, "%s%s", b.len == 0 ? "" : strcmp(LINES[i], "street") == 0 && strlen(last) < 8 ? " " : "\n", line);
		last = line;
	}
	return buf_text(&b);
}

static void reach(struct transfer *t)
{
	const struct sheet *a = doc_sheet(t->d, "addresses"), *p = doc_sheet(t->d, "phones");

	for (int i = 1; a && i < a->rows; i++) {
		int n = pupil_of(t, a, i);

		if (n < 0 || intake_get(t->pupils, &t->pupils->row[n], FIELD_ADDRESS) || *at(t, a, i, "end"))
			continue;
		intake_put(t->pupils, &t->pupils->row[n], FIELD_ADDRESS, address_of(t, a, i));
		intake_put(t->pupils, &t->pupils->row[n], FIELD_POSTCODE, at(t, a, i, "postcode"));
	}
	for (int i = 1; p && i < p->rows; i++) {
		int n = pupil_of(t, p, i);
		enum intake_field f = *at(t, p, i, "type") == 'M' ? FIELD_MOBILE : FIELD_PHONE;

		if (n >= 0 && !intake_get(t->pupils, &t->pupils->row[n], f))
			intake_put(t->pupils, &t->pupils->row[n], f, at(t, p, i, "number"));
	}
}

static const char *relationship(const char *code)
{
	static const struct { const char *code, *words; } CODES[] = {
		{ "PAM", "Mother" }, { "PAF", "Father" }, { "CAR", "Carer" }, { "STM", "Stepmother" }, { "STF", "Stepfather" },
			{ "FOM", "Foster mother" },
		{ "FOF", "Foster father" }, { "FAM", "Other family member" }, { "REL", "Other relative" }, { "SWR", "Social "
			"worker" },
		{ "DOC", "Doctor" }, { "CHM", "Childminder" }, { "HTC", "Head teacher" }, { "RLG", "Religious contact" },
			{ "TCH", "Teacher" },
		{ "OTH", "Other" } };

	for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
		if (strcmp(CODES[i].code, code) == 0)
			return CODES[i].words;
	return code;
}

static bool yes(const char *text)
{
	return strcmp(text, "true") == 0 || strcmp(text, "1") == 0 || strcmp(text, "True") == 0 || strcmp(text, "Y") == 0;
}

static void contacts(struct transfer *t)
{
	static const struct column_of COLUMNS[] = {
		{ FIELD_PRIORITY, "priority" }, { FIELD_CONTACT_TITLE, "title" }, { FIELD_CONTACT_SURNAME, "surname" },
		{ FIELD_CONTACT_FORENAME, "forename" }, { FIELD_RELATIONSHIP, "relationship" }, { FIELD_PARENTAL_RESPONSIBILITY,
			"responsibility" },
		{ FIELD_CONTACT_EMAIL, "email" }, { FIELD_CONTACT_PHONE, "phone_home" }, { FIELD_CONTACT_MOBILE, "phone_mobile" },
		{ FIELD_CONTACT_WORK_PHONE, "phone_work" }, { FIELD_CONTACT_POSTCODE, "postcode" }, { FIELD_LIVES_WITH,
			"as_pupil" },
		{ FIELD_CONTACT_ADDRESS, "line1" } };
	const struct sheet *s = doc_sheet(t->d, "contacts");
	struct intake_table *c = details(t, "contacts", TABLE_CONTACTS, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
	int at_row = 0;

	for (int i = 1; c && i < s->rows; i++) {
		struct intake_row *r = &c->row[at_row];
		const char *parent = at(t, s, i, "responsibility"), *same = at(t, s, i, "as_pupil");

		if (pupil_of(t, s, i) < 0)
			continue;
		at_row++;
		intake_put(c, r, FIELD_RELATIONSHIP, relationship(at(t, s, i, "relationship")));
		intake_put(c, r, FIELD_PARENTAL_RESPONSIBILITY, !*parent ? NULL : yes(parent) ? "1" : "0");
		intake_put(c, r, FIELD_LIVES_WITH, !*same ? NULL : yes(same) ? "1" : "0");
		intake_put(c, r, FIELD_CONTACT_ADDRESS, address_of(t, s, i));
		if (!intake_get(c, r, FIELD_CONTACT_PHONE))
			intake_put(c, r, FIELD_CONTACT_PHONE, at(t, s, i, "phone_other"));
	}
}

static void meals(struct transfer *t)
{
	static const struct column_of COLUMNS[] = { { FIELD_START, "start" }, { FIELD_END, "end" } };
	struct intake_table *f = details(t, "fsm", TABLE_FSM_HISTORY, COLUMNS, 2);
	const char *today = day_iso(t->w->a, t->w->today);

	for (int i = 0; f && i < f->rows; i++) {
		const char *until = intake_get(f, &f->row[i], FIELD_END), *from = intake_get(f, &f->row[i], FIELD_START);
		struct intake_row *r = &t->pupils->row[f->row[i].pupil];
		bool now = from && strcmp(from, today) <= 0 && (!until || strcmp(until, today) >= 0);

		if (now || !intake_get(t->pupils, r, FIELD_FSM))
			intake_put(t->pupils, r, FIELD_FSM, now ? "1" : "0");
	}
}

static void languages(struct transfer *t)
{
	const struct sheet *s = doc_sheet(t->d, "languages");

	for (int i = 1; s && i < s->rows; i++) {
		int n = pupil_of(t, s, i);
		const char *type = at(t, s, i, "type");

		if (n >= 0 && (*type == 'F' || (*type != 'S' && !intake_get(t->pupils, &t->pupils->row[n], FIELD_FIRST_LANGUAGE))))
			intake_put(t->pupils, &t->pupils->row[n], FIELD_FIRST_LANGUAGE, at(t, s, i, "language"));
	}
	for (int i = 0; i < t->count; i++)
		intake_derive(t->w, t->pupils, &t->pupils->row[i]);
}

static void records(struct transfer *t)
{
	static const struct column_of ATTENDANCE[] = { { FIELD_ACADEMIC_YEAR, "year" }, { FIELD_LA_CODE, "la" }, { FIELD_ESTAB,
		"estab" },
		{ FIELD_SCHOOL_NAME, "school" }, { FIELD_POSSIBLE, "possible" }, { FIELD_PRESENT, "present" },
			{ FIELD_AUTHORISED, "authorised" },
		{ FIELD_UNAUTHORISED, "unauthorised" } };
	static const struct column_of ASSESSMENTS[] = { { FIELD_STAGE, "stage" }, { FIELD_ASSESS_YEAR, "year" },
		{ FIELD_ASSESS_SUBJECT, "subject" },
		{ FIELD_METHOD, "method" }, { FIELD_COMPONENT, "component" }, { FIELD_RESULT_STATUS, "status" },
			{ FIELD_QUALIFIER, "qualifier" },
		{ FIELD_RESULT, "result" }, { FIELD_RESULT_DATE, "date" } };
	static const struct column_of SCHOOLS[] = { { FIELD_LA_CODE, "la" }, { FIELD_ESTAB, "estab" }, { FIELD_URN, "urn" },
		{ FIELD_SCHOOL_NAME, "school" }, { FIELD_ENTRY_DATE, "entry" }, { FIELD_LEAVE_DATE, "leaving" },
			{ FIELD_LEAVE_REASON, "reason" } };

	details(t, "attendance", TABLE_ATTENDANCE, ATTENDANCE, 8);
	details(t, "assessments", TABLE_ASSESSMENTS, ASSESSMENTS, 9);
	details(t, "schools", TABLE_SCHOOL_HISTORY, SCHOOLS, 7);
}

/* A full file that tells nothing of SEN for a child: counted as N, and their status is left as it is. */
static void count_silent(struct transfer *t)
{
	int silent = 0;

	for (int i = 0; i < t->count; i++)
		if (!t->pupils->row[i].repeat && !intake_get(t->pupils, &t->pupils->row[i], FIELD_SEN_STATUS)) {
			silent++;
			intake_count_code(t->w->a, &t->w->in->status, &t->w->in->statuses, "N");
		}
	if (silent)
		intake_say(t->w, DOC_INFO, 0, FIELD_SEN_STATUS, "%d pupil%s no SEN history in this file. They are counted as N; "
			"what you hold about them stays.",
		    silent, silent == 1 ? " has" : "s have");
}

void intake_transfer(struct work *w, const struct doc *d)
{
	struct transfer t = { .w = w, .d = d };

	about(&t);
	pupils(&t);
	needs(&t);
	history(&t);
	reach(&t);
	contacts(&t);
	meals(&t);
	languages(&t);
	records(&t);
	finish_pupils(w, &w->in->table[0]);
	t.pupils = &w->in->table[0];
	if (t.full)
		count_silent(&t);
}

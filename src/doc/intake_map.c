/* intake_map.c - which row is the heading row, what kind of file it is, which column is which fact. Exact words first, then the
 * same words without what says nothing ("current", "code", a bracket). Never by position. The words themselves are in
 * intake_headings.c. */
#include "doc/intake_parts.h"

#include <strings.h>

#include "base/text.h"

/* Lower case, letters and digits only; % and & as words. */
const char *heading_norm(struct arena *a, const char *heading)
{
	const char *p = text_fold(a, heading);
	struct buf b = buf_new(a);

	for (; *p; p++) {
		if (*p == '%')
			buf_add(&b, "pct");
		else if (*p == '&')
			buf_add(&b, "and");
		else if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || (unsigned char)*p >= 0x80)
			buf_add_c(&b, *p);
	}
	return buf_text(&b);
}

/* All headings of all vocabularies, by hash: made once for a file. */
struct heading_index {
	struct entry {
		const char *text;
		size_t n;
		enum intake_field field;
		struct entry *next;
	} *slot[4096];
};

static unsigned hash_of(const char *text, size_t n)
{
	unsigned h = 2166136261u;

	while (n--)
		h = (h ^ (unsigned char)*text++) * 16777619u;
	return (h ^ h >> 15) & 4095;
}

/* Later fields first, so that adding at the front leaves the earliest field in front. */
static struct heading_index *index_of(struct arena *a)
{
	struct heading_index *x = arena_alloc(a, sizeof *x);

	for (int f = FIELD_COUNT - 1; f > 0; f--)
		for (const char *p = INTAKE_FIELDS[f].headings, *end; *p; p = *end ? end + 1 : end) {
			struct entry *e = arena_alloc(a, sizeof *e);

			end = strchrnul(p, '|');
			*e = (struct entry){ p, (size_t)(end - p), (enum intake_field)f, x->slot[hash_of(p, (size_t)(end - p))] };
			x->slot[hash_of(p, e->n)] = e;
		}
	return x;
}

static bool in_list(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; n > 0 && (p = strstr(p, word)); p++)
		if ((p == list || p[-1] == '|') && (p[n] == 0 || p[n] == '|'))
			return true;
	return false;
}

static enum intake_field exact(struct work *w, const char *norm, int words)
{
	size_t n = strlen(norm);

	if (!w->index)
		w->index = index_of(w->a);
	for (const struct entry *e = w->index->slot[hash_of(norm, n)]; e; e = e->next)
		if ((INTAKE_FIELDS[e->field].words & words) && e->n == n && memcmp(e->text, norm, n) == 0)
			return e->field;
	return FIELD_NONE;
}

static enum intake_field in_order(struct work *w, const char *norm, const struct kind_row *kind)
{
	enum intake_field f = exact(w, norm, kind->first);

	return f ? f : exact(w, norm, kind->then);
}

/* "send" said for "sen". */
static const char *as_sen(struct arena *a, const char *norm)
{
	const char *at = strstr(norm, "send");

	return at ? arena_printf(a, "%.*ssen%s", (int)(at - norm), norm, at + 4) : norm;
}

static const char *without_start(const char *norm)
{
	static const char *const STARTS[] = { "pupils", "pupil", "students", "student", "childs", "child", "learners", "learner" };

	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
		size_t n = strlen(STARTS[i]);

		if (strncmp(norm, STARTS[i], n) == 0 && norm[n])
			return norm + n;
	}
	return norm;
}

static enum intake_field forms_of(struct work *w, const char *norm, const struct kind_row *kind)
{
	const char *forms[4] = { norm, without_start(norm), as_sen(w->a, norm), NULL };
	enum intake_field f = FIELD_NONE;

	forms[3] = without_start(forms[2]);
	for (int i = 0; i < 4 && !f; i++)
		f = in_order(w, forms[i], kind);
	return f;
}

static bool is_noise(const char *word)
{
	return in_list("current|currently|latest|code|description|desc|of|the|as|at|today|now|official|name|value|field|data|"
		"indicator|flag|"
	               "is|has|student|pupil|child|learner|pupils|students|for|a|an|in|on|this|term|1st|summary|information|info|"
	               "details|type", word);
}

/* The heading's words one by one; a change from small to capital letter begins a word. Without brackets, and without noise if
 * `plain`. */
static const char *words_of(struct arena *a, const char *heading, bool plain)
{
	struct buf all = buf_new(a), word = buf_new(a);
	int depth = 0;

	for (const char *p = heading;; p++) {
		bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') ||
			(unsigned char)*p >= 0x80 ||
		              *p == '%' || *p == '&';
		bool turn = p > heading && *p >= 'A' && *p <= 'Z' && p[-1] >= 'a' && p[-1] <= 'z';

		if (*p == '(' || *p == '[')
			depth++;
		if ((!letter || turn) && word.len) {
			const char *norm = heading_norm(a, buf_text(&word));

			if (!plain || !is_noise(norm))
				buf_add(&all, norm);
			word.len = 0;
		}
		if (!*p)
			break;
		if (letter && depth == 0)
			buf_add_c(&word, *p);
		if ((*p == ')' || *p == ']') && depth > 0)
			depth--;
	}
	return buf_text(&all);
}

static enum intake_field one_heading(struct work *w, const char *heading, const struct kind_row *kind)
{
	const char *norm = heading_norm(w->a, clean_cell(w->a, heading));
	enum intake_field f;

	if (!*norm)
		return FIELD_NONE;
	f = forms_of(w, norm, kind);
	if (!f)
		f = forms_of(w, words_of(w->a, heading, false), kind);
	if (!f)
		f = forms_of(w, words_of(w->a, heading, true), kind);
	return f;
}

/* "Surname/Family Name", "CLA / LAC": two names for one thing. Two things in one column are not ours to take apart. */
static enum intake_field either_name(struct work *w, const char *heading, const struct kind_row *kind)
{
	const char *slash = strchr(heading, '/');
	enum intake_field one, two;

	if (!slash || strchr(slash + 1, '/'))
		return FIELD_NONE;
	one = one_heading(w, arena_text_n(w->a, heading, (size_t)(slash - heading)), kind);
	two = one_heading(w, slash + 1, kind);
	return one && two && one != two ? FIELD_NONE : one ? one : two;
}

enum intake_field heading_field(struct work *w, const char *heading, const struct kind_row *kind)
{
	enum intake_field f = one_heading(w, heading, kind);

	return f ? f : either_name(w, heading, kind);
}

enum intake_field field_named(const char *name)
{
	for (int f = 1; f < FIELD_COUNT; f++)
		if (strcmp(INTAKE_FIELDS[f].name, name) == 0)
			return (enum intake_field)f;
	return FIELD_NONE;
}

static const char *heading_at(const struct work *w, int column)
{
	return heading_words(w->a, w->sheet, w->header, w->over, column);
}

/* Two ways to write one thing: "K" and "SEN Support", "7" and "Year 7", "T" and "Yes", two forms of a date. */
static bool same_meaning(struct work *w, enum intake_field f, const char *x, const char *y)
{
	bool birth = INTAKE_FIELDS[f].type == V_DOB, sure_x, sure_y;
	const char *a, *b, *unused;
	day d, e;

	if (strcasecmp(x, y) == 0)
		return true;
	switch (INTAKE_FIELDS[f].type) {
	case V_STATUS:
		return status_same(w->a, x, y);
	case V_NEED:
		a = need_code(w->a, x, &unused, &sure_x);
		b = need_code(w->a, y, &unused, &sure_y);
		return a && b && strcmp(a, b) == 0;
	case V_YEAR:
		a = year_of(w->a, x);
		b = year_of(w->a, y);
		return a && b && strcmp(a, b) == 0;
	case V_DATE: case V_DOB:
		return date_read(x, false, birth, w->today, &d) == DATE_FINE && date_read(y, false, birth, w->today,
			&e) == DATE_FINE && d == e;
	case V_SEX: case V_YES_NO:
		return *x && *y && strchr("MmBbYyTt1", *x) && strchr("MmBbYyTt1", *y);
	default:
		return false;
	}
}

static bool columns_equal(struct work *w, int x, int y)
{
	for (int i = w->header + 1; i < w->sheet->rows; i++)
		if (!same_meaning(w, w->field[x], clean_cell(w->a, sheet_cell(w->sheet, i, x)),
			clean_cell(w->a, sheet_cell(w->sheet, i, y))))
			return false;
	return true;
}

/* Where a mistake would do harm a person must say; elsewhere the likelier column is taken, and that is told. */
static bool weighty(enum intake_field f)
{
	switch (INTAKE_FIELDS[f].type) {
	case V_TEXT: case V_ID: case V_PHONE: case V_EMAIL: case V_POSTCODE: case V_CODE: case V_WHOLE: case V_DECIMAL: case V_PERCENT:
		return false;
	default:
		return true;
	}
}

/* Of two columns of little weight: an admission number before other numbers, a code before its description, else the first. */
static bool prefer_second(struct work *w, int x, int y)
{
	const char *nx = heading_norm(w->a, heading_at(w, x)), *ny = heading_norm(w->a, heading_at(w, y));

	if (w->field[x] == FIELD_MIS_ID)
		return strncmp(ny, "ad", 2) == 0 && strncmp(nx, "ad", 2) != 0;
	return strstr(ny, "code") && !strstr(nx, "code");
}

static bool column_blank(const struct work *w, int x)
{
	for (int i = w->header + 1; i < w->sheet->rows; i++)
		if (!text_blank(sheet_cell(w->sheet, i, x)))
			return false;
	return true;
}

static bool joins(enum intake_field f)
{
	return INTAKE_FIELDS[f].type == V_LINES || f == FIELD_NEEDS;
}

static bool legal(struct work *w, int column)
{
	const char *norm = without_start(heading_norm(w->a, heading_at(w, column)));

	return strncmp(norm, "legal", 5) == 0 || strncmp(norm, "official", 8) == 0;
}

bool intake_takes(const struct intake *in, enum intake_field field)
{
	for (int i = 0; i < INTAKE_KIND_COUNT; i++)
		if (strcmp(INTAKE_KINDS[i].name, in->kind) == 0)
			return (INTAKE_FIELDS[field].words & (INTAKE_KINDS[i].first | INTAKE_KINDS[i].then)) != 0;
	return false;
}

/* A legal name beside a plain one: the plain one is the name in use. In a contacts file "Surname" beside "Pupil surname" is the
 * contact's. */
static bool settle_names(struct work *w, int x, int y)
{
	static const enum intake_field PREFERRED[][2] = {
		{ FIELD_SURNAME, FIELD_PREFERRED_SURNAME }, { FIELD_FORENAME, FIELD_PREFERRED_FORENAME } };
	static const enum intake_field CONTACT[][2] = {
		{ FIELD_SURNAME, FIELD_CONTACT_SURNAME }, { FIELD_FORENAME, FIELD_CONTACT_FORENAME }, { FIELD_FULL_NAME,
			FIELD_CONTACT_NAME } };
	const char *nx = heading_norm(w->a, heading_at(w, x)), *ny = heading_norm(w->a, heading_at(w, y));

	for (size_t i = 0; i < 2; i++)
		if (w->field[x] == PREFERRED[i][0] && legal(w, x) != legal(w, y)) {
			w->field[legal(w, x) ? y : x] = PREFERRED[i][1];
			return true;
		}
	for (size_t i = 0; i < 3 && (w->kind->first & W_CONTACT); i++)
		if (w->field[x] == CONTACT[i][0] && (without_start(nx) != nx) != (without_start(ny) != ny)) {
			w->field[without_start(nx) != nx ? y : x] = CONTACT[i][1];
			return true;
		}
	return false;
}

static void settle_two(struct work *w, int x, int y)
{
	enum intake_field f = w->field[x];

	if (column_blank(w, y) || columns_equal(w, x, y)) {
		w->field[y] = FIELD_NONE;
	} else if (column_blank(w, x)) {
		w->field[x] = FIELD_NONE;
	} else if (!weighty(f)) {
		int kept = prefer_second(w, x, y) ? y : x, left = kept == x ? y : x;

		intake_say(w, DOC_INFO, w->sheet->row[w->header].row, f, "Columns \xE2\x80\x98%s\xE2\x80\x99 and "
			"\xE2\x80\x98%s\xE2\x80\x99 would both be %s. The first of these two was taken; you can choose the other.",
			heading_at(w, kept), heading_at(w, left), INTAKE_FIELDS[f].label);
		w->field[left] = FIELD_NONE;
	} else if (!settle_names(w, x, y)) {
		intake_ask(w, w->sheet->row[w->header].row, f, true, arena_printf(w->a, "column:%d", y + 1), "ignore", NULL,
		    "Columns %d (\xE2\x80\x98%s\xE2\x80\x99) and %d (\xE2\x80\x98%s\xE2\x80\x99) would both be %s, and they "
		"differ. Say what column %d is, "
		    "or that it is to be left out.", x + 1, heading_at(w, x), y + 1, heading_at(w, y), INTAKE_FIELDS[f].label,
		y + 1);
		w->field[y] = FIELD_NONE;
	}
}

static bool answer_for(struct work *w, int column, enum intake_field *f)
{
	const char *norm = heading_norm(w->a, heading_at(w, column));
	const char *given = intake_answered(w, arena_printf(w->a, "column:%d", column + 1));

	if (!given)
		given = intake_answered(w, arena_printf(w->a, "heading:%s", norm));
	if (!given)
		return false;
	*f = strcmp(given, "ignore") == 0 ? FIELD_NONE : field_named(given);
	return true;
}

static void list_headings(struct work *w, const bool *told)
{
	struct buf key = buf_new(w->a), unknown = buf_new(w->a);
	uint64_t hash = 1469598103934665603u;
	int n = 0;

	w->in->heading = arena_array(w->a, (size_t)w->columns, sizeof *w->in->heading);
	for (int i = 0; i < w->columns; i++) {
		const char *heading = heading_at(w, i);
		enum intake_field f = w->field[i];

		buf_printf(&key, "%s|", heading_norm(w->a, heading));
		if (!*heading)
			continue;
		w->in->heading[w->in->headings++] = (struct intake_heading){ i + 1, heading,
			f ? INTAKE_FIELDS[f].name : told[i] ? "ignore" : "", arena_printf(w->a, "heading:%s",
			heading_norm(w->a, heading)) };
		if (!f && !told[i] && n++ < 12)
			buf_printf(&unknown, "%s\xE2\x80\x98%s\xE2\x80\x99", unknown.len ? ", " : "",
				text_shorten(w->a, heading, 40));
	}
	for (const char *p = buf_text(&key); *p; p++)
		hash = (hash ^ (unsigned char)*p) * 1099511628211u;
	w->in->source = arena_printf(w->a, "%016llx", (unsigned long long)hash);
	if (n)
		intake_say(w, DOC_INFO, w->sheet->row[w->header].row, FIELD_NONE, "%d column%s not known here and left out: "
			"%s%s. You can say what they are.", n,
		    n == 1 ? " is" : "s are", buf_text(&unknown), n > 12 ? " and others" : "");
}

/* One CSV file out of a OneRoster export: nothing in it is whole without the others. */
static bool loose_roster(const struct doc *d)
{
	return d->format == DOC_CSV && d->sheets == 1 && d->sheet[0].rows > 0 && strcasecmp(sheet_cell(&d->sheet[0], 0, 0),
		"sourcedId") == 0;
}

static void say_unknown(struct work *w, const struct doc *d)
{
	int rows = 0;

	for (int i = 0; i < d->sheets; i++)
		rows += d->sheet[i].rows;
	w->in->kind = "unknown";
	w->in->rows = rows;
	if (loose_roster(d))
		intake_say(w, DOC_ERROR, 0, FIELD_NONE,
			"This is one file of a OneRoster export, and it means nothing without the others. "
			"Bring in the whole export as one zip.");
	else if (rows == 0)
		intake_say(w, DOC_ERROR, 0, FIELD_NONE, "There are no rows in this file. Run the report again and check that it "
			"finds pupils.");
	else
		intake_say(w, DOC_ERROR, 0, FIELD_NONE, "No row with headings that are known here was found in the first 60 "
			"rows. There must be a row of "
		    "headings such as UPN, Surname, Forename, Date of birth; add one, or rename the headings, and give the file "
		"again.");
}

bool map_sheet(struct work *w, const struct doc *d)
{
	bool told[DOC_MAX_COLUMNS] = { false };

	if (!choose_sheet(w, d) || (loose_roster(d) && w->kind->table != TABLE_TERMS)) {
		say_unknown(w, d);
		return false;
	}
	w->in->kind = w->kind->name;
	if (w->kind->first & W_SAFEGUARDING) /* not read any further */
		return true;
	w->columns = w->sheet->columns < DOC_MAX_COLUMNS ? w->sheet->columns : DOC_MAX_COLUMNS;
	for (int i = 0; i < w->columns; i++) {
		told[i] = answer_for(w, i, &w->field[i]);
		if (!told[i])
			w->field[i] = column_field(w, w->sheet, w->header, w->over, i, w->kind);
		if (!told[i] && !w->field[i])
			w->field[i] = further_contact(w, heading_at(w, i), &w->contact[i]);
	}
	look_at_values(w, told);
	for (int y = 1; y < w->columns; y++)
		for (int x = 0; x < y; x++)
			if (w->field[y] && w->field[x] == w->field[y] && w->contact[x] == w->contact[y] && !joins(w->field[x]))
				settle_two(w, x, y);
	list_headings(w, told);
	return true;
}

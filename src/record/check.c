/* check.c - what was typed becomes what is stored, or a message that names the field and says what to do. Nothing is saved here. */
#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "record/engine.h"

struct form *form_new(struct arena *a, const struct record *r)
{
	struct form *f = arena_alloc(a, sizeof *f);

	f->r = r;
	f->a = a;
	f->values = arena_array(a, (size_t)r->count, sizeof *f->values);
	return f;
}

void form_set(struct form *f, int field, const char *value)
{
	assert(field >= 0 && field < f->r->count);
	f->values[field] = value ? value : "";
}

const char *form_value(const struct form *f, int field)
{
	return f->values[field] ? f->values[field] : "";
}

void form_error(struct form *f, int field, const char *format, ...)
{
	struct form_error *e;
	va_list ap;

	f->errors = arena_extend(f->a, f->errors, (size_t)f->error_count * sizeof *e, (size_t)(f->error_count + 1) * sizeof *e);
	e = &f->errors[f->error_count++];
	e->field = field;
	va_start(ap, format);
	e->text = arena_vprintf(f->a, format, ap);
	va_end(ap);
}

static const char *pounds(struct arena *a, int64_t pence)
{
	return arena_printf(a, "%s%lld.%02d", pence < 0 ? "-" : "", (long long)(pence < 0 ? -pence : pence) / 100,
		(int)((pence < 0 ? -pence : pence) % 100));
}

struct form *form_of_row(struct arena *a, const struct row *row)
{
	struct form *f = form_new(a, row->r);

	f->version = row->version;
	for (int i = 0; i < row->r->count; i++) {
		if (!row->has[i] || (row->r->fields[i].flags & SECRET))
			continue;
		f->values[i] = row->r->fields[i].type == F_PENCE && row->values[i] ? pounds(a, row_int(row, i)) : row_text(row, i);
	}
	return f;
}

static const char *date_parts(struct arena *a, const char *name, const char *(*get)(void *, const char *), void *from)
{
	const char *d = get(from, arena_printf(a, "%s-day", name)), *m = get(from, arena_printf(a, "%s-month", name));
	const char *y = get(from, arena_printf(a, "%s-year", name));

	if (!d && !m && !y)
		return NULL;
	if (text_blank(d) && text_blank(m) && text_blank(y))
		return "";
	return arena_printf(a, "%s/%s/%s", d ? text_clean(a, d) : "", m ? text_clean(a, m) : "", y ? text_clean(a, y) : "");
}

struct form *form_read(struct arena *a, const struct record *r, const char *(*get)(void *from, const char *name), void *from)
{
	struct form *f = form_new(a, r);

	for (int i = 0; i < r->count; i++) {
		const struct field *field = &r->fields[i];

		if (field->flags & (BY_SYSTEM | SECRET))
			continue;
		f->values[i] = get(from, field->name);
		if (!f->values[i] && field->type == F_DATE)
			f->values[i] = date_parts(a, field->name, get, from);
	}
	return f;
}

/* "Date of birth" -> "date of birth", but "UPN" and "EHC plan" stay. */
static const char *small(struct arena *a, const char *label)
{
	char *text = arena_text(a, label);

	if (text[0] && !isupper((unsigned char)text[1]))
		text[0] = (char)tolower((unsigned char)text[0]);
	return text;
}

static void missing(struct form *f, int i)
{
	const struct field *field = &f->r->fields[i];
	const char *verb = field->type == F_CHOICE || field->type == F_YESNO || field->type == F_REF ? "Choose" : "Enter";

	if (field->ask)
		form_error(f, i, "%s", field->ask);
	else
		form_error(f, i, "%s the %s", verb, small(f->a, field->label));
}

static void check_text(struct form *f, int i)
{
	const struct field *field = &f->r->fields[i];
	const char *typed = f->values[i];
	size_t n;

	if (!text_is_utf8(typed, strlen(typed))) {
		form_error(f, i, "%s has letters we cannot read: type it again", field->label);
		return;
	}
	f->values[i] = text_clean(f->a, typed);
	if (field->type == F_TEXT && strchr(f->values[i], '\n')) {
		form_error(f, i, "%s must be one line", field->label);
		return;
	}
	n = text_length(f->values[i]);
	if (n > (size_t)field->max)
		form_error(f, i, "%s must be %d letters or fewer; you typed %zu", field->label, field->max, n);
}

static void check_date(struct act *act, struct form *f, int i)
{
	const struct field *field = &f->r->fields[i];
	day d = day_typed(f->values[i]);

	if (d == DAY_NONE) {
		form_error(f, i, "%s must be a real date, like 22 11 2026", field->label);
		return;
	}
	if ((field->flags & NOT_FUTURE) && d > act->today) {
		form_error(f, i, "%s must be today or earlier", field->label);
		return;
	}
	f->values[i] = day_iso(f->a, d);
}

static void check_moment(struct act *act, struct form *f, int i)
{
	const struct field *field = &f->r->fields[i];
	const char *v = moment_seconds(f->values[i]) >= 0 ? f->values[i] : moment_from_london(f->a, f->values[i]);

	if (!v)
		form_error(f, i, "%s must be a day and a time, like 2026-11-22T08:40", field->label);
	else if ((field->flags & NOT_FUTURE) && moment_seconds(v) > moment_seconds(act->moment) + 60)
		form_error(f, i, "%s must be now or earlier", field->label);
	else
		f->values[i] = v;
}

static bool read_pence(const char *typed, int64_t *out)
{
	int64_t whole = 0, part = 0;
	int digits = 0, places = 0;
	bool minus = false;

	while (*typed == ' ' || *typed == '-' || strncmp(typed, "£", 2) == 0) {
		minus = minus || *typed == '-';
		typed += *typed == ' ' || *typed == '-' ? 1 : 2;
	}
	for (; (*typed >= '0' && *typed <= '9') || *typed == ','; typed++) {
		if (*typed == ',')
			continue;
		if (++digits > 12)
			return false;
		whole = whole * 10 + (*typed - '0');
	}
	if (*typed == '.')
		for (typed++; *typed >= '0' && *typed <= '9'; typed++) {
			if (++places > 2)
				return false;
			part = part * 10 + (*typed - '0');
		}
	while (*typed == ' ')
		typed++;
	if (*typed || (!digits && !places))
		return false;
	*out = whole * 100 + (places == 1 ? part * 10 : part);
	*out = minus ? -*out : *out;
	return true;
}

static void check_number(struct form *f, int i)
{
	const struct field *field = &f->r->fields[i];
	int64_t least = field->least, most = field->most ? field->most : 2000000000, n;
	bool money = field->type == F_PENCE;

	if (!(money ? read_pence(f->values[i], &n) : text_to_int(text_clean(f->a, f->values[i]), &n))) {
		form_error(f, i, money ? "%s must be an amount in pounds, like 68.40" : "%s must be a whole number, like 12",
			field->label);
		return;
	}
	if (n < least || n > most) {
		const char *lo = money ? pounds(f->a, least) : arena_printf(f->a, "%lld", (long long)least);
		const char *hi = money ? pounds(f->a, most) : arena_printf(f->a, "%lld", (long long)most);

		form_error(f, i, "%s must be between %s and %s", field->label, lo, hi);
		return;
	}
	f->values[i] = arena_printf(f->a, "%lld", (long long)n);
}

static void check_choice(struct form *f, int i)
{
	const struct choice *c = f->r->fields[i].choices;

	while (c->code && strcmp(c->code, f->values[i]) != 0)
		c++;
	if (!c->code)
		form_error(f, i, "Choose %s from the list", small(f->a, f->r->fields[i].label));
}

static void check_yesno(struct form *f, int i)
{
	static const struct { const char *typed, *kept; } WORDS[] = { { "1", "1" }, { "0", "0" }, { "yes", "1" }, { "no", "0" } };

	for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++) {
		if (strcmp(f->values[i], WORDS[w].typed) == 0) {
			f->values[i] = WORDS[w].kept;
			return;
		}
	}
	form_error(f, i, "Choose yes or no for %s", small(f->a, f->r->fields[i].label));
}

/* A reference must be to something this actor may read: otherwise it is as if it were not there. */
static const struct fault *check_ref(struct act *act, struct form *f, int i)
{
	const struct field *field = &f->r->fields[i];
	const struct record *to = record_find(act->house, field->ref);
	struct sql s = sql_new(act);
	struct stmt *st;
	bool there = false;

	if (!id_ok(f->values[i])) {
		form_error(f, i, "Choose the %s from the list", small(f->a, field->label));
		return NULL;
	}
	if (act->who->program)
		return NULL;
	sql_add(&s, "SELECT 1 FROM \"%s\" r WHERE r.id = $%d AND ", to->name, sql_bind(&s, f->values[i]));
	gate_clause(&s, to, RIGHT_READ, "r");
	TRY(sql_ask(&s, &st));
	TRY(stmt_step(st, &there));
	stmt_done(st);
	if (!there)
		form_error(f, i, "Choose the %s from the list", small(f->a, field->label));
	return NULL;
}

static const struct fault *check_field(struct act *act, struct form *f, int i)
{
	switch (f->r->fields[i].type) {
	case F_TEXT: case F_LONGTEXT: check_text(f, i); return NULL;
	case F_CHOICE: check_choice(f, i); return NULL;
	case F_DATE: check_date(act, f, i); return NULL;
	case F_TIME: check_moment(act, f, i); return NULL;
	case F_NUMBER: case F_PENCE: check_number(f, i); return NULL;
	case F_YESNO: check_yesno(f, i); return NULL;
	case F_REF: return check_ref(act, f, i);
	}
	return NULL;
}

static void check_span(struct form *f, struct row *was)
{
	int from = field_find(f->r, f->r->from), until = field_find(f->r, f->r->until);
	const char *a, *b;

	if (!f->r->from || !f->r->until || f->error_count)
		return;
	a = f->values[from] ? f->values[from] : was ? row_text(was, from) : "";
	b = f->values[until] ? f->values[until] : was ? row_text(was, until) : "";
	if (*a && *b && strcmp(b, a) < 0)
		form_error(f, until, "%s must be on or after %s", f->r->fields[until].label, small(f->a, f->r->fields[from].label));
}

const struct fault *form_check(struct act *act, struct form *f, struct row *was)
{
	for (int i = 0; i < f->r->count; i++) {
		const struct field *field = &f->r->fields[i];
		bool same = was && f->values[i] && text_same(f->values[i], row_text(was, i)) && field->type != F_PENCE;

		if (f->values[i] && text_blank(f->values[i]))
			f->values[i] = "";
		if ((field->flags & REQUIRED) && (f->values[i] ? !*f->values[i] : !was || !*row_text(was, i)))
			missing(f, i);
		else if (f->values[i] && *f->values[i] && !same)
			TRY(check_field(act, f, i));
	}
	check_span(f, was);
	return NULL;
}

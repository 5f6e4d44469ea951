/* list.c - what was asked of the register, from an address and back to one, and its words. The rows are asked for in list_rows.c,
 * drawn in list_pages.c. */
#include "areas/register/list.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

const struct choice FLAGS[] = {
	{ "PP", "Pupil premium" }, { "FSM", "Free school meals" }, { "E6", "Free school meals in the last six years" },
	{ "LAC", "Looked after" }, { "PLAC", "Previously looked after" }, { "EAL", "English as an additional language" },
	{ "SVC", "Service child" }, { "YC", "Young carer" }, { "CIN", "Has a social worker" }, { "TOPUP", "Top-up funding" },
	{ "UNIT", "In a SEN unit" }, { "RP", "In resourced provision" }, { "EXAM", "Exam arrangements" },
	{ NULL, NULL },
};

const struct choice FLAG_SHORT[] = {
	{ "PP", "Pupil premium" }, { "FSM", "Free school meals" }, { "E6", "Free school meals in the last six years" },
	{ "LAC", "Looked after" }, { "PLAC", "Previously looked after" }, { "EAL", "English as an additional language" },
	{ "SVC", "Service child" }, { "YC", "Young carer" }, { "CIN", "Has a social worker" }, { "TU", "Top-up funding" },
	{ "Unit", "In a SEN unit" }, { "RP", "In resourced provision" }, { "AA", "Exam access arrangements" },
	{ NULL, NULL },
};

/* Free meals are why there is a premium: where both stand, the premium says it. */
unsigned flags_shown(unsigned flags)
{
	return flags & 1u ? flags & ~(1u << 1 | 1u << 2) : flags;
}

const struct choice NEED_SHORT[] = {
	{ "SPLD", "Specific LD" }, { "MLD", "Moderate LD" }, { "SLD", "Severe LD" }, { "PMLD", "Profound LD" }, { "SEMH", "SEMH" },
	{ "SLCN", "Speech & lang." }, { "ASD", "Autism" }, { "HI", "Hearing" }, { "VI", "Vision" }, { "MSI", "Multi-sensory" },
	{ "PD", "Physical" }, { "DS", "Down syndrome" }, { "NSA", "Not yet assessed" }, { "OTH", "Other" },
	{ "BESD", "BESD (old)" },
	{ NULL, NULL },
};

const struct choice REGISTER_YEARS[] = {
	{ "E1", "Early first year" }, { "E2", "Early second year" }, { "N1", "Nursery 1" }, { "N2", "Nursery 2" },
	{ "R", "Reception" }, { "1", "Year 1" }, { "2", "Year 2" }, { "3", "Year 3" }, { "4", "Year 4" }, { "5", "Year 5" },
	{ "6", "Year 6" }, { "7", "Year 7" }, { "8", "Year 8" }, { "9", "Year 9" }, { "10", "Year 10" }, { "11", "Year 11" },
	{ "12", "Year 12" }, { "13", "Year 13" }, { "14", "Year 14" }, { "X", "No year group" },
	{ NULL, NULL },
};

const struct column_row COLUMN_ROWS[COLUMN_COUNT] = {
	[COL_FORM]   = { "form", "Form", "form", "enrolment" },      [COL_STATUS] = { "status", "Status", "status",
		"register_status" },
	[COL_NEED]   = { "need", "Main need", "need", "need" },      [COL_ALSO]   = { "also", "Also", NULL, "need" },
	[COL_DUE]    = { "due", "Next due", NULL, "due" },           [COL_DATE]   = { "date", "Date", "date", "due" },
	[COL_KEY]    = { "key", "Keyworker", "key", "caseload" },    [COL_MET]    = { "met", "Parents met", "met",
		"parent_meeting" },
	[COL_FLAGS]  = { "flags", "Flags", NULL, "pupil_flag" },     [COL_ATT]    = { "att", "Att.", "att", "attendance_summary" },
	[COL_YEAR]   = { "year", "Year", "form", "enrolment" },      [COL_UPN]    = { "upn", "UPN", "upn", "pupil" },
	[COL_SINCE]  = { "since", "Since", "since", "register_status" },
	[COL_TOLD]   = { "told", "Parents told", NULL, "register_status" },
	[COL_REVIEW] = { "review", "Next review", "review", "register_status" },
};

/* ---- words ---- */

int choice_at(const struct choice *list, const char *code)
{
	for (int i = 0; list[i].code; i++)
		if (strcmp(list[i].code, code) == 0)
			return i;
	return -1;
}

const char *name_sorted(struct arena *a, const char *known_as, const char *surname)
{
	return *known_as ? arena_printf(a, "%s, %s", surname, known_as) : surname;
}

const char *year_words(__attribute__((unused)) struct arena *a, const char *year)
{
	return choice_label(REGISTER_YEARS, year);
}

const char *need_short(const char *code)
{
	return choice_label(NEED_SHORT, code);
}

static const char *codes_of(struct arena *a, const struct choice *list, unsigned mask)
{
	struct buf b = buf_new(a);

	for (int i = 0; list[i].code; i++)
		if (mask & 1u << i)
			buf_printf(&b, "%s%s", b.len ? " " : "", list[i].code);
	return buf_text(&b);
}

const char *codes_named(struct arena *a, const struct choice *list, unsigned mask)
{
	struct buf b = buf_new(a);

	for (int i = 0; list[i].code; i++)
		if (mask & 1u << i)
			buf_printf(&b, "%s%s", b.len ? "; " : "", list[i].label);
	return buf_text(&b);
}

const char *need_list(struct arena *a, unsigned mask)
{
	return codes_of(a, NEED_TYPES, mask);
}

const char *upper_of(struct arena *a, const char *typed)
{
	char *out = arena_alloc(a, strlen(typed) + 1);

	for (size_t i = 0; typed[i]; i++)
		out[i] = (char)toupper((unsigned char)typed[i]);
	return out;
}

/* Folded text has no letters that LIKE would read otherwise on another store; its two signs are taken out. */
const char *pattern_of(struct arena *a, const char *typed, bool beginnings)
{
	const char *folded = text_fold(a, typed);
	struct buf b = buf_new(a);
	bool between = true;

	for (const char *p = folded; *p; p++) {
		bool gap = *p == ' ' || *p == '%' || *p == '_' || *p == ',';

		if (!gap && between)
			buf_add(&b, beginnings ? "% " : "%");
		if (!gap)
			buf_add_c(&b, *p);
		between = gap;
	}
	if (b.len)
		buf_add_c(&b, '%');
	return buf_text(&b);
}

/* ---- a view from an address, and back ---- */

static const char *word_of(struct act *act, const char *(*get)(void *, const char *), void *from, const char *name)
{
	const char *v = get(from, name);

	return v ? text_clean(act->a, v) : "";
}

static const char *one_of(const char *value, const char *allowed)
{
	size_t n = strlen(value);

	for (const char *p = allowed; n && *p;) {
		size_t m = strcspn(p, " ");

		if (m == n && strncmp(p, value, n) == 0)
			return value;
		p += m + (p[m] == ' ');
	}
	return "";
}

static const char *sort_of(const char *value)
{
	bool down = *value == '-';

	if (strcmp(value + down, "name") == 0)
		return value;
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (COLUMN_ROWS[i].sort && strcmp(COLUMN_ROWS[i].sort, value + down) == 0)
			return value;
	return "name";
}

static unsigned columns_of(const char *list, bool wide)
{
	unsigned bits = 0, may = wide ? (1u << COLUMN_COUNT) - 1 : COLUMNS_STAFF;

	if (strcmp(list, "staff") == 0)
		return COLUMNS_STAFF;
	while (*list) {
		size_t n = strcspn(list, ".");

		for (int i = 0; i < COLUMN_COUNT; i++)
			if (strlen(COLUMN_ROWS[i].key) == n && strncmp(COLUMN_ROWS[i].key, list, n) == 0)
				bits |= 1u << i;
		list += n + (list[n] == '.');
	}
	bits &= may;
	return bits ? bits : wide ? COLUMNS_ALL : COLUMNS_STAFF;
}

/* Read everywhere on the campus, by some role held here. */
static bool sees_campus(const struct act *act)
{
	const struct matrix *m = act->house->matrix;
	int record = matrix_record(m, REGISTER_STATUS.name);

	if (act->who->program)
		return true;
	for (int i = 0; i < act->who->held_count; i++)
		if (strcmp(act->who->held[i].campus, act->campus) == 0 &&
			(matrix_allows(m, record, act->who->held[i].role, SCOPE_CAMPUS, right_bit(RIGHT_READ)) ||
			matrix_allows(m, record, act->who->held[i].role, SCOPE_GROUP, right_bit(RIGHT_READ))))
			return true;
	return false;
}

static void read_days(struct act *act, struct register_view *v)
{
	day on = day_typed(v->as_at_typed), known = day_typed(v->known_typed);

	/* what was known on a day is of that day unless said otherwise */
	v->on = on != DAY_NONE ? on : known != DAY_NONE ? known : act->today;
	if (on == act->today && known == DAY_NONE)
		v->as_at_typed = ""; /* today is no past day: a view saved today is of tomorrow too */
	if (known != DAY_NONE)
		v->known_on = moment_from_london(act->a, arena_printf(act->a, "%sT23:59", day_iso(act->a, known)));
}

void view_read(struct act *act, struct register_view *v, const char *(*get)(void *from, const char *name), void *from)
{
	const char *which = word_of(act, get, from, "page"), *status = word_of(act, get, from, "status");
	int64_t n = 1;

	*v = (struct register_view){ .wide = sees_campus(act) };
	v->name = word_of(act, get, from, "q");
	v->year = word_of(act, get, from, "year");
	v->form = word_of(act, get, from, "form");
	v->need = word_of(act, get, from, "need");
	v->key = word_of(act, get, from, "key");
	v->flag = word_of(act, get, from, "flag");
	v->review = one_of(word_of(act, get, from, "review"), "overdue week untold unmet");
	v->status = one_of(status, v->wide ? "K E watch all" : "K E watch");
	v->status = *v->status ? v->status : "KE";
	v->sort = sort_of(word_of(act, get, from, "sort"));
	v->columns = columns_of(word_of(act, get, from, "cols"), v->wide);
	v->as_at_typed = word_of(act, get, from, "as_at");
	v->known_typed = word_of(act, get, from, "known_on");
	v->page = strcmp(which, "all") == 0 ? 0 : text_to_int(which, &n) && n > 0 && n < 10000 ? (int)n : 1;
	read_days(act, v);
}

static void add_part(struct buf *b, const char *name, const char *value)
{
	if (!*value)
		return;
	buf_printf(b, "%s%s=", b->len ? "&" : "", name);
	buf_add_url(b, value);
}

const char *view_columns(struct arena *a, const struct register_view *v)
{
	struct buf b = buf_new(a);

	if (v->columns == (v->wide ? COLUMNS_ALL : COLUMNS_STAFF))
		return "";
	if (v->columns == COLUMNS_STAFF)
		return "staff";
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (v->columns & 1u << i)
			buf_printf(&b, "%s%s", b.len ? "." : "", COLUMN_ROWS[i].key);
	return buf_text(&b);
}

const char *view_query(struct arena *a, const struct register_view *v)
{
	struct buf b = buf_new(a);

	add_part(&b, "q", v->name);
	add_part(&b, "status", strcmp(v->status, "KE") == 0 ? "" : v->status);
	add_part(&b, "year", v->year);
	add_part(&b, "form", v->form);
	add_part(&b, "need", v->need);
	add_part(&b, "key", v->key);
	add_part(&b, "flag", v->flag);
	add_part(&b, "review", v->review);
	add_part(&b, "as_at", v->as_at_typed);
	add_part(&b, "known_on", v->known_typed);
	add_part(&b, "cols", view_columns(a, v));
	add_part(&b, "sort", strcmp(v->sort, "name") == 0 ? "" : v->sort);
	return buf_text(&b);
}

const char *view_href(struct arena *a, const struct register_view *v, const char *path)
{
	const char *query = view_query(a, v);

	return *query ? arena_printf(a, "%s?%s", path, query) : path;
}

/* ---- one cell in words ---- */

const char *column_words(struct arena *a, const struct child_row *r, enum column column)
{
	switch (column) {
	case COL_FORM: return r->form;
	case COL_STATUS: return r->provision;
	case COL_NEED: return r->need;
	case COL_ALSO: return need_list(a, r->also);
	case COL_DUE: return r->due_title;
	case COL_DATE: return day_iso(a, r->due_on);
	case COL_KEY: return r->key;
	case COL_MET: return day_iso(a, r->met);
	case COL_FLAGS: return codes_of(a, FLAGS, r->flags);
	case COL_ATT: return r->attendance < 0 ? "" : arena_printf(a, "%d.%d", r->attendance / 10, r->attendance % 10);
	case COL_YEAR: return r->year;
	case COL_UPN: return r->upn;
	case COL_SINCE: return day_iso(a, r->since);
	case COL_TOLD: return day_iso(a, r->told);
	case COL_REVIEW: return day_iso(a, r->review);
	default: return "";
	}
}

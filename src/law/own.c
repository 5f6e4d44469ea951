/* own.c - a campus's calendar and clock settings, from its records. The records' shape is areas/people; here only names are
 * known. */
#include "law/own.h"

#include <string.h>

#include "base/text.h"
#include "law/holidays.h"
#include "record/soon.h"

enum { MOST_ROWS = 5000 }; /* of terms, odd days and settings of one campus */

/* All rows of a type of the act's campus, and the numbers of the fields named. */
static const struct fault *rows_of(struct act *act, const char *record, const char *const *names, int *fields, struct rows *rows)
{
	const struct record *r = record_find(act->house, record);
	/* An actor may reach more campuses than the one in view (a group lead, the program itself). */
	struct ask ask = { .campus = act->campus, .limit = MOST_ROWS };

	*rows = (struct rows){ NULL, 0 };
	if (!r)
		return NULL;
	for (int i = 0; names[i]; i++) {
		fields[i] = field_find(r, names[i]);
		if (fields[i] < 0)
			return FAULT(act->a, FAULT_BROKEN, "%s has no field %s", record, names[i]);
	}
	return record_list(act, r, &ask, rows);
}

/* A list that grows: days or spans, each with room for all rows. */
struct gathered {
	struct span *terms, *closed;
	day *holidays, *staff, *open;
	int n_terms, n_closed, n_holidays, n_staff, n_open;
};

static void gather_spans(struct gathered *g, const struct rows *rows, const int *fields)
{
	for (int i = 0; i < rows->count; i++) {
		const char *kind = row_text(rows->row[i], fields[0]);
		struct span span = { row_day(rows->row[i], fields[1]), row_day(rows->row[i], fields[2]) };

		if (span.first == DAY_NONE || span.last == DAY_NONE || span.last < span.first)
			continue;
		if (strcmp(kind, "term") == 0)
			g->terms[g->n_terms++] = span;
		else
			g->closed[g->n_closed++] = span;
		if (strcmp(kind, "bank") == 0)
			g->holidays[g->n_holidays++] = span.first;
	}
}

static void gather_days(struct gathered *g, const struct rows *rows, const int *fields)
{
	for (int i = 0; i < rows->count; i++) {
		const char *kind = row_text(rows->row[i], fields[0]);
		day d = row_day(rows->row[i], fields[1]);

		if (d == DAY_NONE)
			continue;
		if (strcmp(kind, "inset") == 0)
			g->staff[g->n_staff++] = d;
		else if (strcmp(kind, "open") == 0)
			g->open[g->n_open++] = d;
		else
			g->closed[g->n_closed++] = (struct span){ d, d };
	}
}

struct own_days { struct act *act; int span_fields[3], day_fields[2]; struct rows spans, days; };

static const struct fault *read_days(void *self, int part)
{
	static const char *const SPANS[] = { "kind", "from", "until", NULL }, *const DAYS_OF[] = { "kind", "on_day", NULL };
	struct own_days *own = self;

	return part == 0 ? rows_of(own->act, "holiday", SPANS, own->span_fields, &own->spans) : rows_of(own->act, "term_day",
		DAYS_OF, own->day_fields, &own->days);
}

static const struct calendar *calendar_from(struct act *act, const struct own_days *own)
{
	size_t room = (size_t)(own->spans.count + own->days.count) + 1;
	struct gathered g = { 0 };
	const day *holidays;
	int n_holidays;

	g.terms = arena_array(act->a, room, sizeof(*g.terms));
	g.closed = arena_array(act->a, room, sizeof(*g.closed));
	g.holidays = arena_array(act->a, room, sizeof(day));
	g.staff = arena_array(act->a, room, sizeof(day));
	g.open = arena_array(act->a, room, sizeof(day));
	gather_spans(&g, &own->spans, own->span_fields);
	gather_days(&g, &own->days, own->day_fields);
	holidays = law_holidays(act->a, g.holidays, g.n_holidays, NULL, 0, &n_holidays);
	return calendar_new(act->a, &(struct calendar_parts){ .name = "this school", .holidays = holidays, .n_holidays = n_holidays,
		.terms = g.terms, .n_terms = g.n_terms, .closed = g.closed, .n_closed = g.n_closed, .staff = g.staff,
		.n_staff = g.n_staff, .open = g.open, .n_open = g.n_open });
}

const struct fault *law_own_calendar(struct act *act, const struct calendar **out)
{
	struct own_days own = { .act = act };

	if (act->calendar && !act->writing && strcmp(act->calendar_of, act->campus) == 0) {
		*out = act->calendar;
		return NULL;
	}
	TRY(soon_each(act, 2, read_days, &own));
	*out = act->calendar = calendar_from(act, &own);
	act->calendar_of = act->campus;
	return NULL;
}

/* "6 weeks", "10 school days": a number and a unit, in the singular too. */
static bool read_length(struct arena *a, const char *part, struct clock_setting *out)
{
	static const char *const UNITS[] = { "day", "week", "month", "year", "working day", "school day", "tribunal working day" };
	size_t digits = strspn(part, "0123456789");
	const char *unit = text_fold(a, part + digits);
	size_t n;
	int64_t value;

	unit += strspn(unit, " ");
	n = strlen(unit);
	n -= n > 0 && unit[n - 1] == 's';
	if (!digits || !text_to_int(arena_text_n(a, part, digits), &value) || value > 3650)
		return false;
	for (int i = 0; i <= TRIBUNAL_DAYS; i++) {
		if (strlen(UNITS[i]) != n || strncmp(UNITS[i], unit, n) != 0)
			continue;
		out->sets_n = true;
		out->n = (int)value;
		out->unit = (enum clock_unit)i;
		return true;
	}
	return false;
}

static const struct fault *read_part(struct arena *a, const char *part, const struct clock_row *row, struct clock_setting *out)
{
	const char *date = part + 3;
	int64_t margin;

	if (strncmp(part, "margin ", 7) == 0) {
		if (!text_to_int(text_clean(a, part + 7), &margin) || margin < 0 || margin > 365)
			return FAULT(a, FAULT_INVALID, "Write the margin as a number of days from 0 to 365, like margin 2");
		out->margin = (int)margin;
		return NULL;
	}
	if (strncmp(part, "by ", 3) == 0 || strncmp(part, "on ", 3) == 0) {
		if (day_parse(date) == DAY_NONE)
			return FAULT(a, FAULT_INVALID, "Write the date like 2026-11-22, not '%s'", date);
		if (part[0] == 'b') {
			out->local = date;
			return NULL;
		}
		if (!(row->flags & SETTING))
			return FAULT(a, FAULT_INVALID, "The law fixes this date: only an earlier one can be set, like by %s", date);
		out->fixed = date;
		return NULL;
	}
	if (!read_length(a, part, out))
		return FAULT(a, FAULT_INVALID, "'%s' is not understood: write a length like 6 weeks, margin 2, or by 2026-11-22",
			part);
	if (!(row->flags & SETTING))
		return FAULT(a, FAULT_INVALID, "The law fixes this length: it can only be made earlier, like margin 2 or by "
			"2026-11-22");
	return NULL;
}

const struct fault *law_setting_parse(struct arena *a, const char *name, const char *value, const char *from, const char *until,
	struct clock_setting *out)
{
	const char *id = strncmp(name, "clock.", 6) == 0 ? name + 6 : "";
	const struct clock_row *row = law_at(a, id, from && *from ? day_parse(from) : DAY_NONE, NULL, 0);
	struct clock_setting setting = { .id = id, .from = from, .until = until };

	if (!row)
		return FAULT(a, FAULT_INVALID, "There is no date rule called '%s'", id);
	for (const char *at = value ? value : ""; *at;) {
		size_t n = strcspn(at, ";");
		const char *part = text_clean(a, arena_text_n(a, at, n));

		if (*part)
			TRY(read_part(a, part, row, &setting));
		at += n + (at[n] == ';');
	}
	*out = setting;
	return NULL;
}

const struct fault *law_own_settings(struct act *act, const struct clock_setting **out, int *count)
{
	static const char *const NAMES[] = { "name", "value", "from", "until", NULL };
	struct clock_setting *list;
	struct rows rows;
	int fields[4], n = 0;

	TRY(rows_of(act, "setting", NAMES, fields, &rows));
	list = arena_array(act->a, (size_t)rows.count + 1, sizeof(*list));
	for (int i = 0; i < rows.count; i++) {
		const struct row *row = rows.row[i];
		const char *name = row_text(row, fields[0]);

		if (strncmp(name, "clock.", 6) == 0 && !law_setting_parse(act->a, name, row_text(row, fields[1]),
			row_text(row, fields[2]), row_text(row, fields[3]), &list[n]))
			n++;
	}
	*out = list;
	*count = n;
	return NULL;
}

const struct fault *law_own(struct act *act, struct own_law *out)
{
	TRY(law_own_calendar(act, &out->calendar));
	return law_own_settings(act, &out->settings, &out->n_settings);
}

const struct fault *law_due(struct arena *a, const struct own_law *own, const char *id, day start,
	const struct clock_inputs *inputs, struct clock_answer *out)
{
	const struct clock_row *row = law_at(a, id, start, own->settings, own->n_settings);

	if (!row)
		return FAULT(a, FAULT_NONE, "there is no clock %s", id);
	return clock_due(row, start, inputs, own->calendar, a, out);
}

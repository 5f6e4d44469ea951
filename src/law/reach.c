/* reach.c - whom the school may write to about a child. It reads contacts and limits with the program's rights, for the rule holds
 * whoever asks; what it says of a limit goes no further than what the asker may read of it. */
#include "law/reach.h"

#include <string.h>

#include "base/buf.h"

static const char *text(const struct row *row, const char *field)
{
	int i = field_find(row_record(row), field);

	return i < 0 ? "" : row_text(row, i);
}

day school_leaving_day(day born)
{
	day sixteenth = born == DAY_NONE ? DAY_NONE : day_add_months(born, 16 * 12), last;

	if (sixteenth == DAY_NONE)
		return DAY_NONE;
	last = day_of(day_school_year(sixteenth) + 1, 6, 30);
	while (day_week(last) != 4)
		last--;
	return last;
}

bool young_person(day born, day on)
{
	day leaves = school_leaving_day(born);

	return leaves != DAY_NONE && on > leaves && age_years(born, on) < 25;
}

static bool view_shows(const struct record *r, const char *view, const char *field)
{
	for (const struct view *v = r->views; v && v->name; v++) {
		if (strcmp(v->name, view) != 0)
			continue;
		for (const char *const *f = v->fields; *f; f++)
			if (strcmp(*f, field) == 0)
				return true;
	}
	return false;
}

bool field_ever(const struct act *act, const struct record *r, int field)
{
	const struct actor *who = act->who;
	int n = record_number(act->house, r);

	if (who->program)
		return true;
	if (n < 0 || (r->fields[field].flags & SECRET))
		return false;
	for (int h = 0; h < who->held_count; h++) {
		const struct matrix_cell *cell;

		if (strcmp(who->held[h].campus, act->campus) != 0)
			continue;
		cell = matrix_cell(act->house->matrix, act->house->matrix_rows[n], who->held[h].role);
		for (int g = 0; g < cell->count; g++)
			if ((cell->grants[g].rights & right_bit(RIGHT_READ)) &&
			    (!cell->grants[g].view || view_shows(r, cell->grants[g].view, r->fields[field].name)))
				return true;
	}
	return false;
}

/* ---- names and places ---- */

static const char *joined(struct arena *a, const char *first, const char *second)
{
	return *first && *second ? arena_printf(a, "%s %s", first, second) : *first ? first : second;
}

static const char *lines(struct arena *a, const char *address, const char *postcode)
{
	return *address && *postcode && !strstr(address, postcode) ? arena_printf(a, "%s\n%s", address, postcode) : address;
}

static void name_contact(struct act *act, const struct row *c, struct reach *out)
{
	const char *title = text(c, "title"), *forename = text(c, "forename"), *surname = text(c, "surname");
	int relation = field_find(row_record(c), "relationship");

	out->contact = row_id(c);
	out->name = joined(act->a, title, joined(act->a, forename, surname));
	out->salutation = *title ? joined(act->a, title, surname) : *forename ? joined(act->a, forename, surname) : "";
	out->relation = relation < 0 ? "" : row_show(act->a, c, relation);
	out->email = text(c, "email");
	out->language = text(c, "language");
	out->home = strcmp(text(c, "lives_with"), "1") == 0;
}

/* Where a contact is written to: their own address, else the child's if they live together and may know it. */
static const char *place_of(struct act *act, const struct row *pupil, const struct row *c, bool home)
{
	const char *own = lines(act->a, text(c, "address"), text(c, "postcode"));

	return !*own && home ? lines(act->a, text(pupil, "address"), text(pupil, "postcode")) : own;
}

static void name_child(struct act *act, const struct row *pupil, struct reach *out)
{
	const char *known = text(pupil, "known_as"), *surname = text(pupil, "known_surname");

	out->contact = "";
	out->name = joined(act->a, *known ? known : text(pupil, "forename"), *surname ? surname : text(pupil, "surname"));
	out->salutation = *known ? known : text(pupil, "forename");
	out->relation = "The young person";
	out->email = "";
	out->language = text(pupil, "language");
	out->home = true;
	out->address = lines(act->a, text(pupil, "address"), text(pupil, "postcode"));
}

/* ---- the rule ---- */

static void judge(struct reach *out, enum reach_may may, const char *why)
{
	if (may <= out->may)
		return;
	out->may = may;
	out->why = why;
}

static void judge_limit(struct act *act, const struct record *r, const struct row *limit, struct reach *out)
{
	static const struct { const char *kind; enum reach_may may; const char *why; } RULES[] = {
		{ "no_information", REACH_NO, "No information may be sent to them" },
		{ "no_contact", REACH_ASK, "They may have no contact with the child: read what the order says before you write" },
		{ "order", REACH_ASK, "A court order stands: read it before you write" },
	};
	const char *kind = text(limit, "kind");
	bool told = record_ever(act, r, RIGHT_READ) && field_ever(act, r, field_find(r, "kind"));

	for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
		if (strcmp(kind, RULES[i].kind) == 0)
			judge(out, RULES[i].may, told ? RULES[i].why :
				"There is a limit on contact: ask the SENCO before you write");
}

static const struct fault *judge_limits(struct act *act, const struct row *pupil, struct reach *out)
{
	const struct record *r = record_find(act->house, "contact_limit");
	struct act *all = act_lift(act);
	struct rows rows;
	int whom = r ? field_find(r, "contact") : -1;

	if (whom < 0)
		return NULL;
	TRY(record_list(all, r, &(struct ask){ .pupil = row_id(pupil), .as_at = day_iso(act->a, act->today), .clear_only = true },
		&rows));
	for (int i = 0; i < rows.count; i++) {
		const char *id = row_text(rows.row[i], whom);

		if (!*id || strcmp(id, out->contact) == 0)
			judge_limit(act, r, rows.row[i], out);
		if (strcmp(id, out->contact) == 0 && strcmp(text(rows.row[i], "kind"), "address") == 0)
			out->home = false; /* whatever else the record says: the child's address is not told to them */
	}
	return NULL;
}

static void judge_contact(const struct act *act, const struct row *pupil, const struct row *c, struct reach *out)
{
	day born = day_parse(text(pupil, "dob")), until = day_parse(text(c, "until")), from = day_parse(text(c, "from"));
	const char *letters = text(c, "letters");

	if (row_withdrawn(c) || (until != DAY_NONE && until < act->today) || (from != DAY_NONE && from > act->today))
		judge(out, REACH_NO, "They are not a contact of the child today");
	if (strcmp(letters, "0") == 0)
		judge(out, REACH_NO, "They do not get letters: their record says so");
	else if (!*letters && strcmp(text(c, "responsibility"), "1") != 0 && !out->home)
		judge(out, REACH_NO, "Nothing says that they have parental responsibility, that the child lives with them or that "
			"they get letters");
	if (young_person(born, act->today))
		judge(out, REACH_ASK, "The young person is over compulsory school age: parents are told if the young person "
			"agrees");
}

static void judge_way(struct reach *out, enum reach_how how)
{
	if (how == REACH_EMAIL && !*out->email)
		judge(out, REACH_NO, *out->contact ? "No e-mail address in their record" :
			"The program keeps no e-mail address of a child");
	if (how == REACH_POST && !*out->address)
		judge(out, REACH_NO, "No postal address in their record");
}

static const struct fault *judge_one(struct act *act, const struct row *pupil, const struct row *contact, enum reach_how how,
	struct reach *out)
{
	*out = (struct reach){ .may = REACH_YES, .why = "" };
	if (contact) {
		name_contact(act, contact, out);
		judge_contact(act, pupil, contact, out);
		TRY(judge_limits(act, pupil, out));
		out->address = place_of(act, pupil, contact, out->home);
	} else {
		name_child(act, pupil, out);
	}
	judge_way(out, how);
	return NULL;
}

static const struct fault *whole_pupil(struct act *all, const struct row *pupil, struct row **out)
{
	return record_get(all, record_find(all->house, "pupil"), row_id(pupil), out);
}

const struct fault *reach_one(struct act *act, const struct row *pupil, const char *contact, enum reach_how how, struct reach *out)
{
	struct act *all = act_lift(act);
	struct row *child, *c = NULL;

	TRY(act_guard(all));
	TRY(whole_pupil(all, pupil, &child));
	if (*contact)
		TRY(record_get(all, record_find(act->house, "contact"), contact, &c));
	if (c && strcmp(row_about(c), row_id(child)) != 0)
		return FAULT(act->a, FAULT_NONE, "a contact of another child");
	TRY(judge_one(act, child, c, how, out));
	return act_guard(act);
}

const struct fault *reach_all(struct act *act, const struct row *pupil, enum reach_how how, struct reach **out, int *count)
{
	struct act *all = act_lift(act);
	struct row *child;
	struct rows rows;

	*count = 0;
	TRY(act_guard(all));
	TRY(whole_pupil(all, pupil, &child));
	TRY(record_list(all, record_find(act->house, "contact"), &(struct ask){ .pupil = row_id(child),
		.as_at = day_iso(act->a, act->today) }, &rows));
	*out = arena_array(act->a, (size_t)rows.count + 1, sizeof **out);
	if (young_person(day_parse(text(child, "dob")), act->today))
		TRY(judge_one(act, child, NULL, how, &(*out)[(*count)++]));
	for (int i = 0; i < rows.count; i++)
		TRY(judge_one(act, child, rows.row[i], how, &(*out)[(*count)++]));
	return act_guard(act);
}

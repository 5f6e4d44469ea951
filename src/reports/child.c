/* child.c - the head of every page about a child: who this is, what they need, what to be careful of, who is involved. Facts come
 * in one query; what is not this reader's to know leaves no gap. Not here: the panels (child_panels.c) and the tabs. */
#include "reports/child.h"

#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "reports/queries.sql.h"

const char *child_first(const struct row *pupil)
{
	const char *known = row_text(pupil, PUPIL_KNOWN_AS), *legal = row_text(pupil, PUPIL_FORENAME);

	return *known ? known : *legal ? legal : row_text(pupil, PUPIL_SURNAME);
}

const char *child_whole(struct arena *a, const struct row *pupil)
{
	const char *known = row_text(pupil, PUPIL_KNOWN_SURNAME), *first = child_first(pupil);
	const char *last = *known ? known : row_text(pupil, PUPIL_SURNAME);

	return strcmp(first, last) == 0 ? first : arena_printf(a, "%s %s", first, last);
}

const char *child_whose(struct arena *a, const char *name)
{
	return arena_printf(a, "%s’s", name);
}

int child_fact(const struct child *c, const char *kind, int from)
{
	for (int i = from; i < c->facts.rows; i++)
		if (strcmp(found_text(&c->facts, i, Q_CHILD_FACTS_KIND), kind) == 0)
			return i;
	return -1;
}

const char *child_text(const struct child *c, int fact, int column)
{
	return fact < 0 ? "" : found_text(&c->facts, fact, column);
}

const struct fault *child_read(struct req *rq, struct child *out)
{
	const char *pronouns = row_text(rq->pupil, PUPIL_PRONOUNS);

	*out = (struct child){ .id = row_id(rq->pupil), .first = child_first(rq->pupil), .whole = child_whole(rq->a, rq->pupil) };
	out->base = arena_printf(rq->a, "/pupils/%s", out->id);
	out->their = strcmp(pronouns, "he") == 0 ? "his" : strcmp(pronouns, "she") == 0 ? "her" : "their";
	out->by_name = !row_has(rq->pupil, PUPIL_DOB);
	return query_run(rq->act, &Q_CHILD_FACTS, (const char *const[]){ out->id, day_iso(rq->a, rq->act->today) }, &out->facts);
}

/* ---- the strip ---- */

static const char *line_of(struct req *rq, const struct child *c)
{
	struct buf b = buf_new(rq->a);
	int roll = child_fact(c, "enrolment", 0);
	const char *year = child_text(c, roll, Q_CHILD_FACTS_CODE), *form = child_text(c, roll, Q_CHILD_FACTS_DETAIL);
	const char *pronouns = row_text(rq->pupil, PUPIL_PRONOUNS);
	day born = row_day(rq->pupil, PUPIL_DOB);

	if (*year)
		buf_add(&b, choice_label(YEARS, year));
	if (*form)
		buf_printf(&b, "%sform %s", b.len ? " · " : "", form);
	if (roll < 0 && !c->by_name)
		buf_add(&b, "Not on roll here now");
	if (born != DAY_NONE)
		buf_printf(&b, "%s%s", b.len ? " · " : "", age_words(rq->a, born, rq->act->today));
	if (*pronouns)
		buf_printf(&b, "%s%s", b.len ? " · " : "", strcmp(pronouns, "he") == 0 ? "he/him" : strcmp(pronouns, "she") == 0 ?
			"she/her" :
			"they/them");
	return buf_text(&b);
}

static const char *small_of(struct req *rq)
{
	day born = row_day(rq->pupil, PUPIL_DOB);
	const char *upn = row_text(rq->pupil, PUPIL_UPN);
	const char *birth = born == DAY_NONE ? "" : arena_printf(rq->a, "Born %s", day_long(rq->a, born));

	return *upn ? arena_printf(rq->a, "%s%sUPN %s", birth, *birth ? " · " : "", upn) : birth;
}

/* Needs after the first, flags: several facts of a kind as one text. */
static const char *several(struct req *rq, const struct child *c, const char *kind, int from, const struct choice *labels)
{
	struct buf b = buf_new(rq->a);

	for (int i = child_fact(c, kind, from); i >= 0; i = child_fact(c, kind, i + 1)) {
		buf_add(&b, b.len ? "; " : "");
		buf_add(&b, choice_label(labels, child_text(c, i, Q_CHILD_FACTS_CODE)));
	}
	return buf_text(&b);
}

static const char *attendance(struct req *rq, const struct child *c)
{
	int latest = -1;
	int64_t rate;

	for (int i = child_fact(c, "attendance", 0); i >= 0; i = child_fact(c, "attendance", i + 1))
		if (latest < 0 || strcmp(child_text(c, i, Q_CHILD_FACTS_UNTIL), child_text(c, latest, Q_CHILD_FACTS_UNTIL)) > 0)
			latest = i;
	if (latest < 0)
		return "";
	rate = found_int(&c->facts, latest, Q_CHILD_FACTS_RANK);
	return arena_printf(rq->a, "%lld.%lld%% to %s", (long long)rate / 10, (long long)rate % 10,
		day_short(rq->a, day_parse(child_text(c, latest, Q_CHILD_FACTS_UNTIL)), rq->act->today));
}

static const struct ui_pair *left_of(struct req *rq, const struct child *c)
{
	struct ui_pair *p = arena_array(rq->a, 6, sizeof *p);
	int main = child_fact(c, "need", 0), watch = child_fact(c, "watch", 0), n = 0;

	p[n++] = (struct ui_pair){ "Main need", main < 0 ? "" : choice_label(NEED_TYPES, child_text(c, main, Q_CHILD_FACTS_CODE)) };
	p[n++] = (struct ui_pair){ "Also", main < 0 ? "" : several(rq, c, "need", main + 1, NEED_TYPES) };
	p[n++] = (struct ui_pair){ "Flags", several(rq, c, "flag", 0, FLAG_CODES) };
	p[n++] = (struct ui_pair){ "Attendance", attendance(rq, c) };
	if (watch >= 0)
		p[n++] = (struct ui_pair){ "Watched", arena_printf(rq->a, "decide by %s",
			day_long(rq->a, day_parse(child_text(c, watch, Q_CHILD_FACTS_UNTIL)))) };
	p[n] = (struct ui_pair){ NULL, NULL };
	return p;
}

static const char *people_of(struct req *rq, const struct child *c, const char *kind, const char *code)
{
	struct buf b = buf_new(rq->a);

	for (int i = child_fact(c, kind, 0); i >= 0; i = child_fact(c, kind, i + 1)) {
		const char *post = child_text(c, i, Q_CHILD_FACTS_EXTRA);

		if (code && strcmp(child_text(c, i, Q_CHILD_FACTS_CODE), code) != 0)
			continue;
		buf_printf(&b, "%s%s%s%s", b.len ? "; " : "", child_text(c, i, Q_CHILD_FACTS_DETAIL), *post && code ? ", " : "",
			code ? post : "");
	}
	return buf_text(&b);
}

/* Is this contact, or everybody, limited in a way that forbids telephoning without reading on? */
static bool limited(const struct rows *limits, const char *contact)
{
	for (int i = 0; i < limits->count; i++) {
		const struct row *l = limits->row[i];
		const char *whom = row_text(l, CONTACT_LIMIT_CONTACT), *kind = row_text(l, CONTACT_LIMIT_KIND);

		if (!row_has(l, CONTACT_LIMIT_KIND))
			return true;
		if (strcmp(kind, "address") != 0 && (!*whom || strcmp(whom, contact) == 0))
			return true;
	}
	return false;
}

static struct ui_pair contact_pair(struct req *rq, const struct row *contact, const struct rows *limits)
{
	const char *name = arena_printf(rq->a, "%s %s", row_text(contact, CONTACT_FORENAME), row_text(contact, CONTACT_SURNAME));
	const char *phone = row_text(contact, CONTACT_PHONE);

	if (limited(limits, row_id(contact)))
		return (struct ui_pair){ row_show(rq->a, contact, CONTACT_RELATIONSHIP),
			arena_printf(rq->a, "%s · limit: see People", text_clean(rq->a, name)) };
	return (struct ui_pair){ row_show(rq->a, contact, CONTACT_RELATIONSHIP), arena_printf(rq->a, "%s%s%s",
		text_clean(rq->a, name), *phone ? " · " : "", phone) };
}

static const struct fault *right_of(struct req *rq, const struct child *c, const struct rows *limits, const struct ui_pair **out)
{
	struct ui_pair *p = arena_array(rq->a, 8, sizeof *p);
	struct rows contacts;
	int n = 0;

	TRY(record_list(rq->act, &CONTACT, &(struct ask){ .pupil = c->id, .as_at = day_iso(rq->a, rq->act->today), .limit = 2,
		.clear_only = true }, &contacts));
	p[n++] = (struct ui_pair){ "Keyworker", people_of(rq, c, "works", "keyworker") };
	p[n++] = (struct ui_pair){ "Works with", people_of(rq, c, "works", "ta") };
	p[n++] = (struct ui_pair){ "Form tutor", people_of(rq, c, "tutor", NULL) };
	p[n++] = (struct ui_pair){ "SENCO", people_of(rq, c, "senco", NULL) };
	for (int i = 0; i < contacts.count; i++)
		p[n++] = contact_pair(rq, contacts.row[i], limits);
	p[n] = (struct ui_pair){ NULL, NULL };
	*out = p;
	return NULL;
}

/* At most three, the medical ones first: life safety before all else. */
static const struct ui_pair *alerts_of(struct req *rq, const struct child *c, const struct rows *limits)
{
	struct ui_pair *p = arena_array(rq->a, 4, sizeof *p);
	int n = 0;

	for (int i = child_fact(c, "alert", 0); i >= 0 && n < (limits->count ? 2 : 3); i = child_fact(c, "alert", i + 1)) {
		const char *act = child_text(c, i, Q_CHILD_FACTS_DETAIL), *where = child_text(c, i, Q_CHILD_FACTS_EXTRA);

		p[n++] = (struct ui_pair){ child_text(c, i, Q_CHILD_FACTS_CODE), arena_printf(rq->a, "%s%s%s", act, *act &&
			*where ? ". " : "", where) };
	}
	for (int i = 0; i < limits->count && n < 3; i++) {
		if (row_has(limits->row[i], CONTACT_LIMIT_KIND))
			p[n++] = (struct ui_pair){ row_show(rq->a, limits->row[i], CONTACT_LIMIT_KIND),
				"See People before you write or ring" };
		else if (i == 0)
			p[n++] = (struct ui_pair){ "Limit on contact", "Ask the SENCO or the office before you write or ring" };
	}
	p[n] = (struct ui_pair){ NULL, NULL };
	return p;
}

static const struct fault *draw_strip(struct req *rq, struct ui *ui, const struct child *c)
{
	int status = child_fact(c, "status", 0);
	const char *code = child_text(c, status, Q_CHILD_FACTS_CODE);
	struct ui_child strip = { .name = c->whole, .line = line_of(rq, c), .small = small_of(rq), .href = c->base };
	struct rows limits;

	TRY(record_list(rq->act, &CONTACT_LIMIT, &(struct ask){ .pupil = c->id, .as_at = day_iso(rq->a, rq->act->today),
		.limit = 20, .clear_only = true }, &limits));
	if (*code && strcmp(code, "N") != 0) {
		strip.status = code;
		strip.since = arena_printf(rq->a, "since %s",
			day_long(rq->a, day_parse(child_text(c, status, Q_CHILD_FACTS_SINCE))));
	}
	strip.alerts = alerts_of(rq, c, &limits);
	if (!c->by_name) {
		strip.left = left_of(rq, c);
		TRY(right_of(rq, c, &limits, &strip.right));
	}
	ui_child(ui, &strip);
	return NULL;
}

/* ---- the head of a tab ---- */

static void crumbs(struct req *rq, struct ui *ui, const struct child *c)
{
	struct ui_link *l = arena_array(rq->a, 4, sizeof *l);
	const char *year = child_text(c, child_fact(c, "enrolment", 0), Q_CHILD_FACTS_CODE);
	int n = 0;

	if (rq_leads(rq, "/register") && !rq_has_role(rq, "teacher") && !rq_has_role(rq, "ta")) {
		l[n++] = (struct ui_link){ .label = "Register", .href = "/register" };
		if (*year)
			l[n++] = (struct ui_link){ .label = choice_label(YEARS, year),
				.href = arena_printf(rq->a, "/register?year=%s", year) };
	} else {
		l[n++] = (struct ui_link){ .label = rq_has_role(rq, "ta") ? "My children" : "Home", .href = "/" };
	}
	ui->shell.crumbs = l;
}

static bool ends(const char *text, const char *with)
{
	size_t n = strlen(text), m = strlen(with);

	return n >= m && strcmp(text + n - m, with) == 0;
}

/* Everybody reads their own roles, but the tab of who can see needs everybody's. */
static const struct ui_link *tabs_of(struct req *rq, const struct child *c, const char *tab)
{
	const struct ui_link *all = panels_links(rq, "child-tabs", c->base, tab);
	struct ui_link *out;
	int n = 0, kept = 0;

	while (all[n].label)
		n++;
	out = arena_array(rq->a, (size_t)n + 1, sizeof *out);
	for (int i = 0; i < n; i++)
		if (!ends(all[i].href, "/who") || child_sees_roles(rq))
			out[kept++] = all[i];
	return out;
}

const struct fault *child_head(struct req *rq, struct ui *ui, const char *tab, const char *title, struct child *out)
{
	TRY(child_read(rq, out));
	if (out->by_name && *tab)
		return FAULT(rq->a, FAULT_NONE, "known by name alone");
	ui->shell.title = *tab ? arena_printf(rq->a, "%s: a child’s record", title) : "A child’s record";
	crumbs(rq, ui, out);
	TRY(draw_strip(rq, ui, out));
	if (!out->by_name)
		ui_tabs(ui, arena_printf(rq->a, "%s record", child_whose(rq->a, out->first)), tabs_of(rq, out, tab));
	if (*tab)
		ui_heading(ui, title);
	return NULL;
}

/* An act that makes no sense for this child now: nobody enters the register twice. */
static bool senseless(const struct child *c, const char *href)
{
	const char *code = child_text(c, child_fact(c, "status", 0), Q_CHILD_FACTS_CODE);
	bool on = *code && strcmp(code, "N") != 0;

	if (ends(href, "/register/enter"))
		return on;
	if (ends(href, "/register/change") || ends(href, "/register/leave"))
		return !on;
	return ends(href, "/watch/new") && (on || child_fact(c, "watch", 0) >= 0);
}

enum { ACTS_SHOWN = 4 };

/* What is done seldom, behind one word: links, in the order of the buttons. */
static void draw_more(struct ui *ui, const struct child *c, const struct ui_link *acts)
{
	int drawn = 0;

	ui_details(ui, "More to do");
	ui_items(ui);
	for (int i = 0; acts[i].label; i++) {
		if (senseless(c, acts[i].href) || drawn++ < ACTS_SHOWN)
			continue;
		ui_item(ui);
		ui_link_to(ui, acts[i].label, acts[i].href);
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_details_end(ui);
}

const struct fault *child_overview(struct req *rq, struct ui *ui)
{
	struct child *c = arena_alloc(rq->a, sizeof *c);
	const struct ui_link *acts;
	int drawn = 0;

	TRY(child_head(rq, ui, "", "", c));
	acts = panels_links(rq, "child-acts", c->base, NULL);
	if (acts->label) {
		ui_acts(ui);
		for (int i = 0; acts[i].label; i++)
			if (!senseless(c, acts[i].href) && drawn++ < ACTS_SHOWN)
				ui_button_link(ui, drawn > 1 ? UI_SECONDARY : UI_PRIMARY, acts[i].label, acts[i].href);
		ui_acts_end(ui);
		if (drawn > ACTS_SHOWN)
			draw_more(ui, c, acts);
	}
	rq->prepared = c;
	return c->by_name ? NULL : panels_draw(rq, ui, "child");
}

/* census_pages.c - what the census would refuse, child by child, each with the form that mends it. Rules: domain notes, formats.md
 * section 5. Not here: the census file itself, which the school's own system makes. */
#include <string.h>

#include "areas/register/queries.sql.h"
#include "areas/register/round.tmpl.h"
#include "areas/register/round_pages.h"
#include "base/text.h"
#include "law/term.h"

static void add_fix(struct arena *a, struct census_view *v, const struct child_row *c, const char *wrong, const char *act,
	const char *href)
{
	v->fix[v->count++] = (struct census_fix){ c->pupil, name_sorted(a, c->known_as, c->surname), c->form, c->provision, wrong,
		act, href };
}

static void fixes_of(struct arena *a, struct census_view *v, const struct child_row *c)
{
	if (c->fixes & FIX_NO_NEED)
		add_fix(a, v, c, "No need is recorded. A main need of rank 1 must be there.", "Add the main need",
			arena_printf(a, "/pupils/%s/needs/new", c->pupil));
	if (c->fixes & FIX_RANKS)
		add_fix(a, v, c, "The ranks of the needs have a gap or a double.", "Put them in order",
			arena_printf(a, "/pupils/%s/needs/order", c->pupil));
	if (c->fixes & FIX_NSA)
		add_fix(a, v, c, "“Type not yet assessed” is for SEN Support only; a plan names the need.", "Change the need",
			arena_printf(a, "/pupils/%s/needs/mend?type=NSA", c->pupil));
	if (c->fixes & FIX_HISTORIC)
		add_fix(a, v, c, "“Behavioural, emotional and social” ended in 2014.", "Change the need",
			arena_printf(a, "/pupils/%s/needs/mend?type=BESD", c->pupil));
}

/* Needs of a child with neither support nor plan. */
static void leftover(struct arena *a, struct census_view *v, const struct found *f, int i)
{
	struct child_row c = { .pupil = found_text(f, i, Q_NEEDS_WITHOUT_STATUS_PUPIL),
		.form = found_text(f, i, Q_NEEDS_WITHOUT_STATUS_FORM), .provision = "N",
		.known_as = found_text(f, i, Q_NEEDS_WITHOUT_STATUS_KNOWN_AS),
		.surname = found_text(f, i, Q_NEEDS_WITHOUT_STATUS_KNOWN_SURNAME) };

	add_fix(a, v, &c, "Has a need but neither SEN Support nor a plan: put the child on the register, or end the need.",
		"Put on the register", arena_printf(a, "/pupils/%s/register/enter", c.pupil));
}

static const char *nothing(__attribute__((unused)) void *from, __attribute__((unused)) const char *name)
{
	return NULL;
}

const struct fault *census_page(struct req *rq, struct ui *ui)
{
	static const struct ui_link CRUMBS[] = { { "Register", "/register", false, 0 }, { NULL, NULL, false, 0 } };
	struct census next = next_census(rq->a, rq->act->today);
	struct child_rows all;
	struct register_view view;
	struct census_view v = { 0 };
	struct found left;

	view_read(rq->act, &view, nothing, NULL);
	TRY(register_children(rq->act, &view, &all));
	TRY(query_run(rq->act, &Q_NEEDS_WITHOUT_STATUS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &left));
	v.fix = arena_array(rq->a, 3 * (size_t)all.count + (size_t)left.rows + 1, sizeof *v.fix);
	for (int i = 0; i < all.count; i++)
		fixes_of(rq->a, &v, &all.row[i]);
	for (int i = 0; i < left.rows; i++)
		leftover(rq->a, &v, &left, i);
	v.lede = arena_printf(rq->a, "%s, by the pattern of past years on %s: check the published date. %s", next.name,
		day_long(rq->a, next.on), next.types ? "It takes needs and ranks." :
		"It takes the status; needs and ranks go in spring.");
	v.caption = arena_printf(rq->a, "%d %s to mend", v.count, v.count == 1 ? "thing" : "things");
	v.fine = arena_printf(rq->a, "All %d children on the register pass.", all.count);
	ui->shell.title = "Before the census";
	ui->shell.crumbs = CRUMBS;
	return tmpl_census(ui, &v);
}

/* ---- the forms that mend ---- */

const struct fault *mend_page(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct rows needs;

	TRY(needs_now(rq->act, row_id(rq->pupil), &needs));
	for (int i = 0; i < needs.count; i++)
		if (strcmp(row_text(needs.row[i], NEED_TYPE), rq_text(rq, "type")) == 0)
			return go(rq, "/pupils/%s/needs/%s/change", row_id(rq->pupil), row_id(needs.row[i]));
	return go(rq, "/register/census");
}

static const char *const *typed_ranks(struct req *rq, const struct rows *needs)
{
	const char **typed = arena_array(rq->a, (size_t)needs->count + 1, sizeof *typed);

	for (int i = 0; i < needs->count; i++)
		typed[i] = rq->typed.count ? rq_text(rq, arena_printf(rq->a, "rank-%s", row_id(needs->row[i]))) :
			row_text(needs->row[i], NEED_RANK);
	return typed;
}

const struct fault *order_page(struct req *rq, struct ui *ui)
{
	struct about_child who;
	struct rows needs;

	TRY(about_child(rq, rq->pupil, &who));
	TRY(needs_now(rq->act, who.id, &needs));
	return tmpl_order(ui, &who, &needs, typed_ranks(rq, &needs));
}

/* Each number from 1 to how many there are, once. */
static bool in_order(struct req *rq, const struct rows *needs, const char *const *typed)
{
	unsigned seen = 0;
	bool good = true;

	for (int i = 0; i < needs->count; i++) {
		int64_t rank = 0;

		if (text_to_int(typed[i], &rank) && rank >= 1 && rank <= needs->count && rank < 32 && !(seen & 1u << rank)) {
			seen |= 1u << rank;
			continue;
		}
		good = false;
		ui_error(rq->ui, arena_printf(rq->a, "rank-%s", row_id(needs->row[i])),
			arena_printf(rq->a, "Enter a rank from 1 to %d for %s, each once", needs->count,
			row_show(rq->a, needs->row[i], NEED_TYPE)));
	}
	return good;
}

const struct fault *order_post(struct req *rq, struct ui *ui)
{
	const char *const *typed;
	struct about_child who;
	struct rows needs;

	TRY(about_child(rq, rq->pupil, &who));
	TRY(needs_now(rq->act, who.id, &needs));
	typed = typed_ranks(rq, &needs);
	if (!in_order(rq, &needs, typed))
		return tmpl_order(ui, &who, &needs, typed);
	for (int i = 0; i < needs.count; i++) {
		struct form *form = form_new(rq->a, &NEED);

		form_set(form, NEED_RANK, typed[i]);
		TRY(record_change(rq->act, needs.row[i], form));
	}
	rq_notice(rq, undo_path(rq), "%s’s needs are in order.", who.first);
	return go(rq, "/register/census");
}

/* match.c - who a row is about: UPN, former UPN, ULN, the school's own number with the name, then name and birthday with a person's
 * word. Never by name alone (formats.md section 1 rule 7). */
#include <string.h>

#include "areas/intake/parts.h"
#include "base/text.h"

static struct row *by_key(struct making *m, const char *kind, const char *value, bool *many)
{
	struct row *hit;
	bool two = false;

	if (!value || !*value)
		return NULL;
	hit = have_pupil(&m->h, kind, value, &two);
	*many = *many || (hit && two);
	return two ? NULL : hit;
}

static bool name_fits(struct making *m, const struct row *ours, const char *surname, const char *forename)
{
	struct arena *a = m->p->a;
	const char *s = surname ? text_fold(a, surname) : "", *f = forename ? text_fold(a, forename) : "";

	return (*s && (strcmp(s, text_fold(a, has(ours, "surname"))) == 0 ||
		strcmp(s, text_fold(a, has(ours, "known_surname"))) == 0)) ||
	       (*f && (strcmp(f, text_fold(a, has(ours, "forename"))) == 0 || strcmp(f, text_fold(a, has(ours, "known_as"))) == 0));
}

static struct row *sure_match(struct making *m, const struct intake_table *t, const struct intake_row *r, bool *many)
{
	const char *surname = intake_get(t, r, FIELD_SURNAME), *forename = intake_get(t, r, FIELD_FORENAME);
	struct row *hit = by_key(m, "upn", intake_get(t, r, FIELD_UPN), many);

	hit = hit ? hit : by_key(m, "upn", intake_get(t, r, FIELD_FORMER_UPN), many);
	hit = hit ? hit : by_key(m, "uln", intake_get(t, r, FIELD_ULN), many);
	if (!hit) {
		hit = by_key(m, "mis", intake_get(t, r, FIELD_MIS_ID), many);
		if (hit && (surname || forename) && !name_fits(m, hit, surname, forename))
			hit = NULL;
	}
	return hit;
}

static struct row *name_match(struct making *m, const struct intake_table *t, const struct intake_row *r, bool *many)
{
	const char *surname = intake_get(t, r, FIELD_SURNAME), *forename = intake_get(t, r, FIELD_FORENAME),
		*dob = intake_get(t, r, FIELD_DOB);

	if (!surname || !forename || !dob)
		return NULL;
	return by_key(m, "name", name_key(m->p->a, surname, forename, dob), many);
}

static void ask_match(struct making *m, const struct intake_row *r, const struct row *ours)
{
	struct plan *p = m->p;
	struct question *q;

	p->question = arena_extend(p->a, p->question, (size_t)p->questions * sizeof *q, (size_t)(p->questions + 1) * sizeof *q);
	q = &p->question[p->questions++];
	*q = (struct question){ .key = arena_printf(p->a, "match:%d", r->row), .choices = "yes|no", .row = r->row };
	q->text = arena_printf(p->a, "Row %d: is this the %s %s we already have? Same name and birthday, but no number in common.",
		r->row, *has(ours, "known_as") ? has(ours, "known_as") : has(ours, "forename"), has(ours, "surname"));
}

/* Which of ours a row is; *waits when a person must say so first. */
static struct row *match(struct making *m, const struct intake_table *t, const struct intake_row *r, bool *waits)
{
	bool many = false;
	struct row *hit = sure_match(m, t, r, &many);
	const char *said;

	*waits = false;
	if (hit)
		return hit;
	if (many) {
		plan_say(m, DOC_WARNING, r->row, "",
			"Row %d: two children we hold share this number. If they are one child, join them (People, Entered "
			"twice?); else put it right for one of them. Then bring the file in again", r->row);
		*waits = true;
		return NULL;
	}
	hit = name_match(m, t, r, &many);
	if (!hit)
		return NULL;
	said = answer_to(m, arena_printf(m->p->a, "match:%d", r->row));
	if (said)
		return strcmp(said, "yes") == 0 ? hit : NULL;
	ask_match(m, r, hit);
	*waits = true;
	return NULL;
}

static void name_child(struct making *m, struct child *c, const struct intake_table *t, const struct intake_row *r)
{
	const char *surname = intake_get(t, r, FIELD_PREFERRED_SURNAME), *forename = intake_get(t, r, FIELD_PREFERRED_FORENAME);
	const char *form = intake_get(t, r, FIELD_GROUP);

	surname = surname ? surname : intake_get(t, r, FIELD_SURNAME);
	forename = forename ? forename : intake_get(t, r, FIELD_FORENAME);
	if (c->ours && !surname) {
		surname = *has(c->ours, "known_surname") ? has(c->ours, "known_surname") : has(c->ours, "surname");
		forename = has(c->ours, "known_as");
	}
	c->name = arena_printf(m->p->a, "%s%s%s", surname ? surname : "", surname && forename ? ", " : "", forename ? forename :
		"");
	c->form = form ? form : "";
}

/* Enough to make a new child of: somebody to call, and that the file is of the roll. */
static bool may_be_new(const struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	static const char *const ROLLS[] = { "pupils", "sen-register", "ctf", "oneroster", "atf", "giap-census",
		"giap-pupil-premium", NULL };
	bool roll = false;

	for (int i = 0; ROLLS[i]; i++)
		roll = roll || strcmp(m->p->in->kind, ROLLS[i]) == 0;
	if (strncmp(m->p->in->kind, "giap", 4) == 0)
		return false;
	return roll && intake_get(t, r, FIELD_SURNAME) && intake_get(t, r, FIELD_FORENAME);
}

/* Two rows of the file are one child here, whose records were joined: the row with the child's own number is used. */
static void once_only(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	struct child *last = &m->p->child[m->p->children - 1], *first = m->p->child;
	const char *upn = intake_get(t, r, FIELD_UPN);

	while (first < last && (first->waits || first->ours != last->ours))
		first++;
	if (first == last || !last->ours)
		return;
	if (upn && strcmp(upn, has(last->ours, "upn")) == 0) {
		struct child *other = first;

		first = last;
		last = other;
	}
	last->waits = true;
	plan_say(m, DOC_WARNING, last->row, "", "Row %d: the same child as row %d, whose two records were joined here. We left it "
		"out; put it right in your management system", last->row, first->row);
}

const struct fault *plan_children(struct making *m)
{
	const struct intake_table *t = intake_table(m->p->in, TABLE_PUPILS);
	struct plan *p = m->p;

	if (!t)
		return NULL;
	m->child_room = t->rows + 1;
	p->child = arena_array(p->a, (size_t)m->child_room, sizeof *p->child);
	for (int i = 0; i < t->rows; i++) {
		struct child *c = &p->child[p->children++];
		const struct intake_row *r = &t->row[i];

		c->row = r->row;
		if (r->rejected || r->repeat) {
			c->waits = true;
			continue;
		}
		c->ours = match(m, t, r, &c->waits);
		name_child(m, c, t, r);
		once_only(m, t, r);
		if (!c->ours && !c->waits && !may_be_new(m, t, r)) {
			plan_stranger(m, r->row);
			c->waits = true;
		}
	}
	return NULL;
}

int child_of(struct making *m, const struct intake_table *t, const struct intake_row *r)
{
	struct plan *p = m->p;
	bool many = false;
	struct row *hit;

	if (r->pupil >= 0)
		return r->pupil < p->children && !p->child[r->pupil].waits ? r->pupil : -1;
	hit = sure_match(m, t, r, &many);
	hit = hit ? hit : name_match(m, t, r, &many);
	if (!hit) {
		plan_stranger(m, r->row);
		return -1;
	}
	for (int i = 0; i < p->children; i++)
		if (p->child[i].ours == hit)
			return i;
	if (p->children == m->child_room) {
		size_t was = (size_t)m->child_room, now = was ? was * 2 : 64;

		p->child = arena_extend(p->a, p->child, was * sizeof *p->child, now * sizeof *p->child);
		m->child_room = (int)now;
	}
	p->child[p->children] = (struct child){ .ours = hit, .row = r->row };
	name_child(m, &p->child[p->children], t, r);
	return p->children++;
}

/* plan.c - a plan being built: changes, questions, messages, and which facts differ. What is compared with what stands in roll.c,
 * send.c and other.c. */
#include "areas/intake/plan.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "areas/intake/parts.h"
#include "base/buf.h"
#include "base/text.h"

const char *has(const struct row *row, const char *field)
{
	int i = field_find(row_record(row), field);

	return i < 0 ? "" : row_text(row, i);
}

bool in_force(const struct row *row, const char *today)
{
	const struct record *r = row_record(row);
	const char *from = r->from ? has(row, r->from) : "", *until = r->until ? has(row, r->until) : "";

	return (!*from || strcmp(from, today) <= 0) && (!*until || strcmp(until, today) >= 0);
}

const char *answer_to(const struct making *m, const char *key)
{
	for (int i = 0; i < m->answer_count; i++)
		if (strcmp(m->answers[i].key, key) == 0)
			return m->answers[i].value;
	return NULL;
}

const char *source_code(const struct making *m)
{
	const char *kind = m->p->in->kind;

	if (strncmp(kind, "ctf", 3) == 0)
		return "ctf";
	if (strcmp(kind, "sen-register") == 0)
		return "old";
	return strcmp(kind, "provisions") == 0 ? "map" : "mis";
}

static struct change *change_new(struct making *m, enum change_kind kind, const struct record *r, int child, int row)
{
	struct plan *p = m->p;
	struct change *c = arena_alloc(p->a, sizeof *c);

	if ((p->changes & (p->changes - 1)) == 0) {
		size_t was = (size_t)p->changes, now = was ? was * 2 : 1;

		p->change = arena_extend(p->a, p->change, was * sizeof *p->change, now * sizeof *p->change);
	}
	p->change[p->changes++] = c;
	*c = (struct change){ .kind = kind, .r = r, .child = child, .row = row, .fact = "", .now = "", .theirs = "", .other = -1 };
	c->value = arena_array(p->a, (size_t)r->count, sizeof *c->value);
	if (kind == CHANGE_ASK)
		p->asks++;
	return c;
}

struct change *plan_add(struct making *m, const char *record, int child, int row)
{
	return change_new(m, CHANGE_ADD, record_find(m->h.act->house, record), child, row);
}

struct change *plan_set(struct making *m, struct row *was, int child, int row)
{
	struct change *c = change_new(m, CHANGE_SET, row_record(was), child, row);

	c->was = was;
	return c;
}

void plan_end(struct making *m, struct row *was, int child, int row, day last)
{
	struct change *c = change_new(m, CHANGE_END, row_record(was), child, row);
	const char *from = has(was, row_record(was)->from), *until = day_iso(m->p->a, last);

	c->was = was;
	c->value[field_find(c->r, c->r->until)] = strcmp(until, from) < 0 ? from : until;
}

void plan_ask(struct making *m, int child, int row, const char *fact, const char *now, const char *theirs)
{
	struct change *c = change_new(m, CHANGE_ASK, record_find(m->h.act->house, "import_item"), child, row);

	c->fact = fact;
	c->now = now;
	c->theirs = theirs;
}

void put_value(struct change *c, const char *field, const char *value)
{
	int i = field_find(c->r, field);

	if (i >= 0 && value && *value)
		c->value[i] = value;
}

/* "ZOË" for "Zoë" is how some systems shout, not another name. */
static bool only_shouted(struct arena *a, const char *ours, const char *theirs)
{
	for (const char *p = theirs; *p; p++)
		if (islower((unsigned char)*p))
			return false;
	return strcmp(text_fold(a, ours), text_fold(a, theirs)) == 0;
}

void carry_into(struct change *c, const struct intake_table *t, const struct intake_row *r, const struct carry *carry)
{
	for (; carry->to; carry++)
		put_value(c, carry->to, intake_get(t, r, carry->from));
}

bool carry_over(struct making *m, int child, struct row *was, const struct intake_table *t, const struct intake_row *r,
	const struct carry *carry)
{
	struct change *c = NULL;

	for (; carry->to; carry++) {
		const char *theirs = intake_get(t, r, carry->from), *ours = has(was, carry->to);

		if (!theirs || !*theirs || strcmp(theirs, ours) == 0 || (carry->name && only_shouted(m->p->a, ours, theirs)))
			continue;
		if (!c)
			c = plan_set(m, was, child, r->row);
		put_value(c, carry->to, theirs);
	}
	return c != NULL;
}

void plan_say(struct making *m, enum doc_level level, int row, const char *field, const char *format, ...)
{
	struct plan *p = m->p;
	struct intake_message *msg;
	va_list ap;

	if (p->messages >= 2000)
		return;
	p->message = arena_extend(p->a, p->message, (size_t)p->messages * sizeof *msg, (size_t)(p->messages + 1) * sizeof *msg);
	msg = &p->message[p->messages++];
	va_start(ap, format);
	*msg = (struct intake_message){ .level = level, .row = row, .field = field, .text = arena_vprintf(p->a, format, ap),
		.key = "", .suggested = "", .choices = "" };
	va_end(ap);
}

void plan_stranger(struct making *m, int row)
{
	for (int i = 0; i < m->strangers && i < STRANGERS_NAMED; i++)
		if (m->stranger[i] == row)
			return;
	if (m->strangers < STRANGERS_NAMED)
		m->stranger[m->strangers] = row;
	m->strangers++;
}

/* One row is told by itself; eighty-four are told as eighty-four, with the first few to look up. */
static void say_strangers(struct making *m)
{
	struct buf b = buf_new(m->p->a);

	if (m->strangers == 1)
		plan_say(m, DOC_WARNING, m->stranger[0], "",
			"Row %d: no child here has this number or this name and birthday. The row was left out: "
			"bring in the school's pupil list first", m->stranger[0]);
	if (m->strangers < 2)
		return;
	for (int i = 0; i < m->strangers && i < STRANGERS_NAMED; i++)
		buf_printf(&b, "%s%d", i == 0 ? "" : i == m->strangers - 1 ? " and " : ", ", m->stranger[i]);
	if (m->strangers > STRANGERS_NAMED)
		buf_printf(&b, " and %d more", m->strangers - STRANGERS_NAMED);
	plan_say(m, DOC_WARNING, m->stranger[0], "",
		"Rows %s: no child here has these numbers or these names and birthdays. The rows were left "
		"out: bring in the school's pupil list first", buf_text(&b));
}

/* A child left out of a file is told, never taken off roll. Only a list of the whole school can say so. */
static const struct fault *find_missing(struct making *m)
{
	struct plan *p = m->p;
	const char *today = day_iso(p->a, m->h.act->today);

	if (strcmp(p->in->kind, "pupils") != 0 && strcmp(p->in->kind, "oneroster") != 0)
		return NULL;
	p->missing = arena_array(p->a, (size_t)m->h.pupil_count + 1, sizeof *p->missing);
	for (int i = 0; i < m->h.pupil_count; i++) {
		struct row **enrolments, *pupil = m->h.pupils[i];
		bool here = false, seen = false;
		int n;

		TRY(have_of(&m->h, "enrolment", row_id(pupil), &enrolments, &n));
		for (int e = 0; e < n; e++)
			here = here || in_force(enrolments[e], today);
		for (int c = 0; here && !seen && c < p->children; c++)
			seen = p->child[c].ours == pupil;
		if (here && !seen)
			p->missing[p->missing_count++] = pupil;
	}
	return NULL;
}

/* Words of a file for a code of ours: the label itself, or what people write for it. */
static const char *code_of(struct arena *a, const struct field *f, const char *value)
{
	static const struct { const char *field, *words, *code; } SAID[] = {
		{ "relationship", "mum", "PAM" }, { "relationship", "mam", "PAM" }, { "relationship", "birth mother", "PAM" },
		{ "relationship", "dad", "PAF" }, { "relationship", "birth father", "PAF" }, { "relationship", "parent", "CAR" },
		{ "relationship", "guardian", "CAR" }, { "relationship", "legal guardian", "CAR" },
		{ "relationship", "foster carer", "CAR" },
		{ "relationship", "grandmother", "FAM" }, { "relationship", "grandfather", "FAM" }, { "relationship", "grandparent",
			"FAM" },
		{ "relationship", "aunt", "REL" }, { "relationship", "uncle", "REL" }, { "relationship", "step mother", "STM" },
		{ "relationship", "step father", "STF" }, { "relationship", "stepparent", "STF" }, { "relationship", "sibling",
			"FAM" },
	};
	const char *folded = text_fold(a, value);

	for (const struct choice *c = f->choices; c->code; c++)
		if (strcmp(c->code, value) == 0 || strcmp(text_fold(a, c->label), folded) == 0 || strcasecmp(c->code, value) == 0)
			return c->code;
	for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
		if (strcmp(SAID[i].field, f->name) == 0 && strcmp(SAID[i].words, folded) == 0)
			return SAID[i].code;
	return NULL;
}

static bool offers(const struct field *f, const char *code)
{
	for (const struct choice *c = f->choices; c->code; c++)
		if (strcmp(c->code, code) == 0)
			return true;
	return false;
}

/* A word that is none of our codes would refuse the whole row: it becomes "other" where it must be something, else it is left out;
 * told. */
static void fit_codes(struct making *m, struct change *c)
{
	for (int i = 0; c->kind != CHANGE_ASK && i < c->r->count; i++) {
		const struct field *f = &c->r->fields[i];
		const char *code;

		if (f->type != F_CHOICE || !c->value[i])
			continue;
		code = code_of(m->p->a, f, c->value[i]);
		if (!code) {
			code = (f->flags & REQUIRED) && offers(f, "OTH") ? "OTH" : NULL;
			plan_say(m, DOC_WARNING, c->row, f->name,
				"Row %d: the %s is no word we know. It was %s; the rest of the row is used", c->row, f->label,
				code ? "taken as other" : "left out");
		}
		c->value[i] = code;
	}
}

/* What is left to do once words are codes: a change that sets what stands already is none. */
static bool idle(const struct change *c)
{
	if (c->kind != CHANGE_SET)
		return false;
	for (int i = 0; i < c->r->count; i++)
		if (c->value[i] && strcmp(c->value[i], row_text(c->was, i)) != 0)
			return false;
	return true;
}

static void fit(struct making *m)
{
	struct plan *p = m->p;

	for (int i = 0; i < p->children; i++)
		p->child[i].changed = false;
	p->others = 0;
	for (int i = 0; i < p->changes; i++) {
		struct change *c = p->change[i];

		fit_codes(m, c);
		if (idle(c))
			c->kind = CHANGE_NONE;
		else if (c->kind != CHANGE_ASK && c->child >= 0)
			p->child[c->child].changed = true;
		else if (c->kind != CHANGE_ASK)
			p->others++;
	}
}

static bool same_question(const struct change *a, const struct change *b)
{
	return a->kind == CHANGE_ASK && a->child == b->child && strcmp(a->fact, b->fact) == 0 && strcmp(a->theirs, b->theirs) == 0;
}

static bool is_listed(const struct change *c, struct row *const *items, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(row_text(items[i], IMPORT_ITEM_FACT), c->fact) == 0 && strcmp(row_text(items[i], IMPORT_ITEM_THEIRS),
			c->theirs) == 0 &&
		    strcmp(row_text(items[i], IMPORT_ITEM_OURS), c->now) == 0)
			return true;
	return false;
}

/* A difference that is on the SENCO's list, or that she has decided, is not asked twice. */
static const struct fault *drop_listed(struct making *m)
{
	struct plan *p = m->p;

	for (int i = 0; i < p->changes; i++) {
		struct change *c = p->change[i];
		struct row **items;
		bool again = false;
		int count;

		if (c->kind != CHANGE_ASK)
			continue;
		TRY(have_of(&m->h, IMPORT_ITEM.name, c->child >= 0 && p->child[c->child].ours ? row_id(p->child[c->child].ours) :
			NULL, &items, &count));
		for (int j = 0; j < i && !again; j++)
			again = same_question(p->change[j], c);
		if (!again && !is_listed(c, items, count))
			continue;
		c->kind = CHANGE_NONE;
		p->asks--;
		p->listed += !again;
	}
	return NULL;
}

static void count(struct plan *p)
{
	for (int i = 0; i < p->children; i++) {
		struct child *c = &p->child[i];

		if (c->waits)
			continue;
		if (!c->ours)
			p->new_children++;
		else if (c->changed)
			p->changed_children++;
		else
			p->unchanged++;
	}
	p->stopped = p->in->stopped || p->questions > 0;
}

const struct fault *plan_make(struct act *act, const struct intake *in, const struct intake_answer *answers, int answer_count,
	struct plan **out)
{
	const struct record *need = record_find(act->house, "need");
	struct plan *p = arena_alloc(act->a, sizeof *p);
	struct making m = { .p = p, .answers = answers, .answer_count = answer_count };

	p->a = act->a;
	p->in = in;
	p->need_types = need ? need->fields[field_find(need, "type")].choices : NULL;
	*out = p;
	if (in->compare_only || in->stopped) {
		p->stopped = in->stopped;
		return NULL;
	}
	TRY(have_load(act_lift(act), &m.h));
	TRY(plan_children(&m));
	TRY(plan_roll(&m));
	TRY(plan_send(&m));
	TRY(plan_others(&m));
	TRY(plan_details(&m));
	TRY(find_missing(&m));
	say_strangers(&m);
	fit(&m);
	TRY(drop_listed(&m));
	count(p);
	return NULL;
}

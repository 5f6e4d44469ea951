/* demo_profiles.c - one-page profiles of the invented school: for most children with support, in their own voice, some not read by
 * all and a few still being written. The points about helping are those that the record holds already. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "jobs/demo_make.h"

static const char *const MATTERS[] = { "My dog and my nan", "Being asked, not told", "Football on Thursdays",
	"Knowing what comes next",
	"Drawing when I have finished", "Sitting with a friend", "Not being looked at when I read", "Finishing what I started",
	"Trains, and the maps of them", "Being first to help", NULL };

struct lines { struct buf like, support, not_help, signs, calms; };

static void add(struct buf *b, const char *text)
{
	buf_printf(b, "%s%s", b->len ? "\n\t" : "", text);
}

static const char *value_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field)
			return f->values[i].text;
	return "";
}

static int ref_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field)
			return f->values[i].ref;
	return 0;
}

/* What holds now, by the handle of the child. */
static void gather(struct making *m, struct lines *of)
{
	for (int i = 0; i < m->facts.count; i++) {
		const struct demo_fact *f = m->facts.list[i];
		const char *kind;
		struct lines *l;

		if (f->r == &STRENGTH && !*value_of(f, STRENGTH_UNTIL)) {
			add(&of[ref_of(f, STRENGTH_PUPIL)].like, value_of(f, STRENGTH_TEXT));
		} else if (f->r == &STRATEGY && !*value_of(f, STRATEGY_UNTIL)) {
			l = &of[ref_of(f, STRATEGY_PUPIL)];
			kind = value_of(f, STRATEGY_KIND);
			add(strcmp(kind, "helps") == 0 ? &l->support : strcmp(kind, "avoid") == 0 ? &l->not_help :
				strcmp(kind, "calms") == 0 ?
				&l->calms : &l->signs, value_of(f, STRATEGY_TEXT));
		}
	}
}

static void part(struct buf *b, const char *name, const struct buf *text)
{
	if (text->len)
		buf_printf(b, "%s%s: %s", b->len ? "\n" : "", name, buf_text(text));
}

static int points(const struct buf *b)
{
	int n = b->len > 0;

	for (size_t i = 0; i < b->len; i++)
		n += b->data[i] == '\n';
	return n;
}

static const char *words_of(struct making *m, struct lines *l, struct chance *c)
{
	struct buf b = buf_new(m->a), matters = buf_new(m->a);
	int first = chance_to(c, 10);

	add(&matters, MATTERS[first]);
	add(&matters, MATTERS[(first + 3) % 10]);
	part(&b, "like", &l->like);
	part(&b, "matters", &matters);
	part(&b, "support", &l->support);
	part(&b, "not_help", &l->not_help);
	part(&b, "signs", &l->signs);
	part(&b, "calms", &l->calms);
	return buf_text(&b);
}

/* ---- who read it, who uses it ---- */

enum { READERS = 24 };

struct readers { int staff[READERS], count; };

static void read_by(struct making *m, const struct child *k, int plan, int staff, day on, struct readers *had)
{
	struct demo_fact *f;

	for (int i = 0; i < had->count; i++)
		if (had->staff[i] == staff)
			return;
	if (had->count == READERS)
		return;
	had->staff[had->count++] = staff;
	f = fact_add(&m->facts, &PROFILE_READ, 0, on);
	fact_ref(&m->facts, f, PROFILE_READ_PUPIL, k->handle);
	fact_ref(&m->facts, f, PROFILE_READ_PLAN, plan);
	fact_int(&m->facts, f, PROFILE_READ_VERSION, 1);
	fact_ref(&m->facts, f, PROFILE_READ_STAFF, staff);
	fact_set(&m->facts, f, PROFILE_READ_AT, arena_printf(m->a, "%sT08:20:00Z", day_iso(m->a, on)));
	fact_int(&m->facts, f, PROFILE_READ_RIGHT, 2);
}

static void used_by(struct making *m, const struct child *k, int plan, int staff, int class, day on)
{
	struct demo_fact *f = fact_add(&m->facts, &PROFILE_USE, 0, on);

	fact_ref(&m->facts, f, PROFILE_USE_PUPIL, k->handle);
	fact_ref(&m->facts, f, PROFILE_USE_PLAN, plan);
	fact_int(&m->facts, f, PROFILE_USE_VERSION, 1);
	fact_ref(&m->facts, f, PROFILE_USE_CLASS, class);
	fact_ref(&m->facts, f, PROFILE_USE_STAFF, staff);
	fact_set(&m->facts, f, PROFILE_USE_AT, arena_printf(m->a, "%sT08:25:00Z", day_iso(m->a, on)));
}

static int teacher_of(const struct making *m, int class)
{
	for (int i = 0; i < m->facts.count; i++)
		if (m->facts.list[i]->r == &TEACHING && ref_of(m->facts.list[i], TEACHING_CLASS) == class)
			return ref_of(m->facts.list[i], TEACHING_STAFF);
	return 0;
}

/* Most of those who teach the child have read it, and most of them use it. The one who stands in the demo as the teacher has some
 * still to read. */
static void practice(struct making *m, const struct child *k, int plan, day on)
{
	struct readers had = { .count = 0 };
	int facts = m->facts.count, teacher = 0;
	day later = school_day_from(on + 3);

	for (int i = 0; i < m->adult_count && !teacher; i++)
		teacher = strcmp(m->adults[i].surname, "Quayle") == 0 ? m->adults[i].handle : 0;
	for (int i = 0; i < facts && later <= m->on; i++) {
		const struct demo_fact *member = m->facts.list[i];
		int class, staff;
		struct chance c;

		if (member->r != &CLASS_MEMBER || ref_of(member, CLASS_MEMBER_PUPIL) != k->handle)
			continue;
		class = ref_of(member, CLASS_MEMBER_CLASS);
		staff = teacher_of(m, class);
		c = chance_of(m->ask->seed, "reads a profile", k->number, staff);
		if (!staff || !chance_in(&c, staff == teacher ? 500 : 800))
			continue;
		read_by(m, k, plan, staff, on, &had);
		if (chance_in(&c, 750))
			used_by(m, k, plan, staff, class, later);
	}
	if (k->keyworker != k->tutor && k->number % 2)
		read_by(m, k, plan, m->adults[k->keyworker].handle, on, &had);
}

static void profile(struct making *m, const struct child *k, struct lines *l)
{
	struct chance c = chance_of(m->ask->seed, "profile", m->campus, k->number);
	bool draft = chance_in(&c, 80);
	day began = day_of(m->year, 9, 8) + (day)chance_to(&c, 40);
	day known = k->from > k->joined ? k->from : k->joined;
	day on = school_day_from(began < known + 7 ? known + 7 : began);
	struct demo_fact *f;
	int handle;

	if (on > m->on)
		return;
	handle = fact_handle(&m->facts);
	f = fact_add(&m->facts, &PLAN, handle, on);
	fact_ref(&m->facts, f, PLAN_PUPIL, k->handle);
	fact_seeded(&m->facts, f, PLAN_TYPE_REF, "plan_type/code/profile");
	fact_int(&m->facts, f, PLAN_NUMBER, 1);
	fact_set(&m->facts, f, PLAN_STATE, draft ? "plan" : "do");
	fact_day(&m->facts, f, PLAN_SHARED_ON, on);
	if (!draft) {
		fact_day(&m->facts, f, PLAN_FROM, on);
		fact_day(&m->facts, f, PLAN_REVIEW_ON, school_day_until(on + 39 * 7));
	}
	fact_set(&m->facts, f, PLAN_MORE, words_of(m, l, &c));
	if (!draft)
		practice(m, k, handle, on);
}

void make_profiles(struct making *m)
{
	struct lines *of = arena_array(m->a, (size_t)m->facts.handles, sizeof *of);

	for (int i = 0; i < m->facts.handles; i++)
		of[i] = (struct lines){ buf_new(m->a), buf_new(m->a), buf_new(m->a), buf_new(m->a), buf_new(m->a) };
	gather(m, of);
	for (int i = 0; i < m->child_count; i++) {
		const struct child *k = &m->children[i];
		struct chance c = chance_of(m->ask->seed, "has profile", m->campus, k->number);

		if (k->left == DAY_NONE && k->provision != 'N' && of[k->handle].support.len &&
			points(&of[k->handle].support) <= 6 && chance_in(&c, 820))
			profile(m, k, &of[k->handle]);
	}
}

/* send.c - an update on its way: a message of their own to each parent who was ticked, a message without a name to those who teach.
 * Who may be written to is law/reach.h's, asked here and again when it goes. */
#include <string.h>

#include "areas/updates/pages.h"
#include "areas/updates/queries.sql.h"
#include "law/reach.h"
#include "web/tell.h"

static bool ticked(const struct req *rq, const char *contact)
{
	for (size_t i = 0; i < rq->typed.count; i++)
		if (strcmp(rq->typed.item[i].name, "to") == 0 && strcmp(rq->typed.item[i].value, contact) == 0)
			return true;
	return false;
}

/* Whoever ticks a person with a "read this first" beside the name has decided. */
static const struct fault *to_family(struct req *rq, const struct row *update, const struct row *pupil, int *told)
{
	const char *text = update_signed(rq, row_text(update, UPDATE_FAMILY), row_text(update, UPDATE_NEXT));
	struct reach *people;
	int count;

	TRY(reach_all(rq->act, pupil, REACH_EMAIL, &people, &count));
	for (int i = 0; i < count; i++) {
		const struct reach *p = &people[i];
		struct told out;

		if (!*p->contact || p->may == REACH_NO || !ticked(rq, p->contact))
			continue;
		TRY(tell(rq->act, &(struct tell){ .to = TELL_CONTACT, .id = p->contact, .kind = "update", .pupil = pupil,
			.subject = "How it is going at school", .text = arena_printf(rq->a, "Dear %s\n\n%s", *p->salutation ?
			p->salutation : p->name, text), .why_record = PROGRESS_UPDATE.name, .why = row_id(update),
			.agreed = p->may == REACH_ASK }, &out));
		*told += strcmp(out.state, "refused") != 0;
	}
	return NULL;
}

static const struct fault *to_teachers(struct req *rq, const struct row *update, int *told)
{
	struct found f;

	TRY(query_run(rq->act, &Q_UPDATE_TEACHERS, (const char *const[]){ row_about(update), day_iso(rq->a, rq->act->today) }, &f));
	for (int i = 0; i < f.rows; i++) {
		const char *staff = found_text(&f, i, Q_UPDATE_TEACHERS_STAFF);
		struct told out;

		if (strcmp(staff, rq->act->who->staff) == 0)
			continue;
		TRY(tell(rq->act, &(struct tell){ .to = TELL_STAFF, .id = staff, .kind = "update",
			.subject = "An update on a child you teach",
			.text = "There is a short update on how a child's targets go. Read "
			"it on this page, and say that you have.", .path = arena_printf(rq->a, "/updates/%s", row_id(update)),
			.why_record = PROGRESS_UPDATE.name, .why = row_id(update) }, &out));
		*told += strcmp(out.state, "refused") != 0;
	}
	return NULL;
}

const struct fault *update_send(struct req *rq, const struct row *update, bool teachers, int *told)
{
	struct row *pupil;

	*told = 0;
	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(update), &pupil));
	TRY(to_family(rq, update, pupil, told));
	return teachers && *row_text(update, UPDATE_TEACHERS) ? to_teachers(rq, update, told) : NULL;
}

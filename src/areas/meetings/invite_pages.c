/* invite_pages.c - the invitation as a file for a calendar: one for each guest, so that nobody's address goes to anybody else, and
 * one without addresses for whoever leads. No child's name is in it: it travels in clear and shows on locked telephones. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/random.h"
#include "doc/ical.h"
#include "web/tell.h"

enum { USUAL_MINUTES = 45, REMIND = 30 };

static const char *email_of(struct req *rq, const char *record, const char *id, const char **out)
{
	const struct record *r = record_find(rq->act->house, record);
	struct rows rows;

	*out = "";
	if (record_list(rq->act, r, &(struct ask){ .limit = 2000, .clear_only = true }, &rows))
		return *out;
	for (int i = 0; i < rows.count; i++)
		if (strcmp(row_id(rows.row[i]), id) == 0)
			*out = row_named(rows.row[i], "email");
	return *out;
}

/* Whom the file is for: a guest's row of this meeting, with an address. */
static const struct fault *guest_of(struct req *rq, const struct gathering *g, const char *id, struct ical_person *out,
	bool *outside)
{
	const char *email;

	*out = (struct ical_person){ NULL, NULL, false };
	*outside = false;
	if (!id_ok(id))
		return NULL;
	for (int i = 0; i < g->guests.rows; i++) {
		if (strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_ROW), id) != 0)
			continue;
		*outside = strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_KIND), "guest") == 0;
		email = *outside ? found_text(&g->guests, i, Q_MEETING_GUESTS_EMAIL) : email_of(rq, "staff",
			found_text(&g->guests, i, Q_MEETING_GUESTS_WHO), &email);
		*out = (struct ical_person){ found_text(&g->guests, i, Q_MEETING_GUESTS_NAME), *email ? email : NULL, false };
		return NULL;
	}
	return FAULT(rq->a, FAULT_NONE, "not a guest of this meeting");
}

/* Whoever leads it, else the school, else the address its messages come from: a calendar takes a change only from who invited. */
static const char *organiser(struct req *rq, const struct gathering *g)
{
	struct act *all = act_lift(rq->act);
	const char *email;
	struct rows rows;

	email_of(rq, "staff", row_text(g->row, MEETING_LEAD), &email);
	if (!*email)
		email_of(rq, "campus", rq->act->campus, &email);
	if (!*email && !act_guard(all) && !record_list(all, record_find(all->house, "mail_server"), &(struct ask){
		.campus = rq->act->campus, .limit = 1, .clear_only = true }, &rows) && rows.count)
		email = row_named(rows.row[0], "from_address");
	return act_guard(rq->act) ? "" : email;
}

static bool is_cancelled(const struct gathering *g)
{
	return strcmp(row_text(g->row, MEETING_STATE), "cancelled") == 0;
}

/* The calendar's file for one guest, or with no guest for whoever leads. */
static const struct fault *write_invitation(struct req *rq, const struct gathering *g, struct ical_person *guest, bool outside,
	struct buf *bytes, enum ical_method *method)
{
	bool cancelled = is_cancelled(g);
	const char *from = organiser(rq, g), *starts;
	struct ical_event e = { 0 };
	int64_t minutes;

	starts = moment_from_london(rq->a, arena_printf(rq->a, "%sT%s", row_text(g->row, MEETING_ON),
		row_text(g->row, MEETING_AT)));
	if (!starts)
		return FAULT(rq->a, FAULT_INVALID, "A calendar needs a time: change the meeting, and enter one.");
	minutes = row_int(g->row, MEETING_MINUTES) ? row_int(g->row, MEETING_MINUTES) : USUAL_MINUTES;
	e.uid = arena_printf(rq->a, "%s@%s", row_id(g->row), rq->act->campus);
	e.sequence = (int)row_int(g->row, MEETING_SEQUENCE);
	e.starts = starts;
	e.ends = moment_text(rq->a, moment_seconds(starts) + 60 * minutes);
	e.summary = outside ? "Meeting with school" : g->title;
	e.about = arena_printf(rq->a, "Led by %s.", g->lead);
	e.place = *row_text(g->row, MEETING_PLACE) ? row_text(g->row, MEETING_PLACE) : NULL;
	e.organiser = (struct ical_person){ g->lead, *from ? from : NULL, false };
	e.attendee = guest;
	e.attendees = guest->address && *from ? 1 : 0;
	e.remind = cancelled ? 0 : REMIND;
	*method = cancelled && *from ? ICAL_CANCEL : e.attendees ? ICAL_REQUEST : ICAL_PUBLISH;
	return ical_write(rq->a, *method, rq->act->moment, &e, 1, bytes);
}

const struct fault *invitation_file(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct buf bytes = buf_new(rq->a);
	struct ical_person guest;
	enum ical_method method;
	struct gathering g;
	bool outside;

	TRY(gathering_read(rq, &g));
	TRY(guest_of(rq, &g, rq_text(rq, "guest"), &guest, &outside));
	TRY(write_invitation(rq, &g, &guest, outside, &bytes, &method));
	return rq_download(rq, "text/calendar; charset=utf-8", arena_printf(rq->a, "meeting-%s.ics", row_text(g.row, MEETING_ON)),
		bytes.data, bytes.len);
}

/* ---- by the outbox ---- */

enum tidings { INVITED, MOVED, CALLED_OFF };

static const char *tidings_subject(struct req *rq, const struct gathering *g, enum tidings what)
{
	const char *on = day_long(rq->a, row_day(g->row, MEETING_ON));

	return what == CALLED_OFF ? arena_printf(rq->a, "The meeting on %s is cancelled", on) :
		arena_printf(rq->a, what == MOVED ? "A meeting has changed: now on %s" : "A meeting on %s", on);
}

static const char *tidings_text(struct req *rq, const struct gathering *g, enum tidings what)
{
	static const char *const FIRST[] = { "You are invited to a meeting on",
		"A meeting you are asked to has changed. It is now on",
		"This meeting is cancelled:" };
	const char *place = row_text(g->row, MEETING_PLACE);

	return arena_printf(rq->a, "%s %s%s%s. %s leads it.\n\n%s", FIRST[what], g->when, *place ? ", " : "", place, g->lead,
		what == CALLED_OFF ? "Take it out of your calendar; the file with this message does so." :
		what == MOVED ? "The file with this message puts the change into your calendar." :
		"The file with this message puts it into your calendar.");
}

/* Through which record a guest is told. False: there is no address at all. */
static const struct fault *addressed(struct req *rq, const struct gathering *g, int i, bool outside, struct row *asked,
	struct tell *t)
{
	struct row *pupil;

	t->to = TELL_STAFF;
	t->id = found_text(&g->guests, i, Q_MEETING_GUESTS_WHO);
	t->path = outside ? NULL : g->href;
	if (!outside)
		return NULL;
	TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(asked), &pupil));
	t->pupil = pupil;
	t->to = *row_text(asked, MEETING_PERSON_CONTACT) ? TELL_CONTACT : *row_text(asked, MEETING_PERSON_PROFESSIONAL) ?
		TELL_PROFESSIONAL : TELL_ADDRESS;
	if (t->to == TELL_ADDRESS) {
		t->id = row_text(asked, MEETING_PERSON_EMAIL);
		t->name = row_text(asked, MEETING_PERSON_NAME);
	}
	return NULL;
}

/* One guest is told; the row remembers that they were asked. */
static const struct fault *tell_guest(struct req *rq, const struct gathering *g, int i, enum tidings what, int *sent)
{
	struct tell t = { .kind = "meeting", .subject = tidings_subject(rq, g, what), .text = tidings_text(rq, g, what),
		.why_record = MEETING.name, .why = row_id(g->row) };
	const char *row = found_text(&g->guests, i, Q_MEETING_GUESTS_ROW);
	struct buf bytes = buf_new(rq->a);
	struct tell_file file = { "invitation.ics", NULL, NULL, 0 };
	enum ical_method method;
	struct ical_person person;
	struct row *asked;
	struct told told;
	struct form *f;
	bool outside;

	TRY(guest_of(rq, g, row, &person, &outside));
	TRY(write_invitation(rq, g, &person, outside, &bytes, &method));
	TRY(record_get(rq->act, outside ? &MEETING_PERSON : &MEETING_STAFF, row, &asked));
	TRY(addressed(rq, g, i, outside, asked, &t));
	if (!*t.id)
		return NULL;
	file.type = arena_printf(rq->a, "text/calendar; method=%s", ical_method_name(method));
	file.bytes = bytes.data;
	file.n = bytes.len;
	if (what != CALLED_OFF || method == ICAL_CANCEL) /* a file that asks to come would be the wrong one */
		t.file = &file;
	TRY(tell(rq->act, &t, &told));
	if (strcmp(told.state, "refused") == 0)
		return NULL;
	(*sent)++;
	if (what != INVITED)
		return NULL;
	f = form_new(rq->a, row_record(asked));
	form_set(f, outside ? MEETING_PERSON_ASKED_ON : MEETING_STAFF_ASKED_ON, day_iso(rq->a, rq->act->today));
	return record_change(rq->act, asked, f);
}

/* Who has an invitation already, by the outbox: they alone are told of a change. */
static const struct fault *invited_before(struct req *rq, const struct gathering *g, struct rows *out)
{
	const struct record *r = record_find(rq->act->house, "message");
	struct act *all = act_lift(rq->act);

	TRY(act_guard(all));
	TRY(record_list(all, r, &(struct ask){ .where = { { field_find(r, "why_id"), IS, row_id(g->row) } }, .limit = 500,
		.clear_only = true }, out));
	return act_guard(rq->act);
}

static bool has_one(const struct rows *messages, const struct gathering *g, int i)
{
	const char *who = found_text(&g->guests, i, Q_MEETING_GUESTS_WHO), *name = found_text(&g->guests, i, Q_MEETING_GUESTS_NAME);

	for (int k = 0; k < messages->count; k++) {
		const char *id = row_named(messages->row[k], "to_id");

		if (strcmp(row_named(messages->row[k], "state"), "refused") != 0 && (*id ? strcmp(id, who) == 0 :
			strcmp(row_named(messages->row[k], "name"), name) == 0))
			return true;
	}
	return false;
}

const struct fault *invitations_again(struct req *rq, int *sent)
{
	struct gathering g;
	struct rows before;

	*sent = 0;
	TRY(gathering_read(rq, &g));
	if (!*row_text(g.row, MEETING_AT))
		return NULL;
	TRY(invited_before(rq, &g, &before));
	for (int i = 0; i < g.guests.rows; i++)
		if (has_one(&before, &g, i))
			TRY(tell_guest(rq, &g, i, is_cancelled(&g) ? CALLED_OFF : MOVED, sent));
	return NULL;
}

const struct fault *invitations_send(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct gathering g;
	int sent = 0;

	TRY(gathering_read(rq, &g));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "invitations are sent by whoever leads the meeting");
	for (int i = 0; i < g.guests.rows; i++)
		TRY(tell_guest(rq, &g, i, is_cancelled(&g) ? CALLED_OFF : INVITED, &sent));
	if (sent == g.guests.rows)
		rq_notice(rq, NULL, "%d invited: the invitations are in the outbox.", sent);
	else
		rq_notice(rq, NULL, "%d of %d invited: the invitations are in the outbox. Ring or write to the others: they "
		"have no "
			"address we may use.", sent, g.guests.rows);
	return go(rq, "%s", g.href);
}

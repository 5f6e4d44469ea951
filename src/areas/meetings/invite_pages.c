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

static const char *organiser(struct req *rq, const struct gathering *g)
{
	const char *email;

	email_of(rq, "staff", row_text(g->row, MEETING_LEAD), &email);
	return *email ? email : email_of(rq, "campus", rq->act->campus, &email);
}

/* The calendar's file for one guest, or with no guest for whoever leads. */
static const struct fault *write_invitation(struct req *rq, const struct gathering *g, struct ical_person *guest, bool outside,
	struct buf *bytes)
{
	bool cancelled = strcmp(row_text(g->row, MEETING_STATE), "cancelled") == 0;
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
	return ical_write(rq->a, cancelled && *from ? ICAL_CANCEL : e.attendees ? ICAL_REQUEST : ICAL_PUBLISH, rq->act->moment, &e,
		1, bytes);
}

const struct fault *invitation_file(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct buf bytes = buf_new(rq->a);
	struct ical_person guest;
	struct gathering g;
	bool outside;

	TRY(gathering_read(rq, &g));
	TRY(guest_of(rq, &g, rq_text(rq, "guest"), &guest, &outside));
	TRY(write_invitation(rq, &g, &guest, outside, &bytes));
	return rq_download(rq, "text/calendar; charset=utf-8", arena_printf(rq->a, "meeting-%s.ics", row_text(g.row, MEETING_ON)),
		bytes.data, bytes.len);
}

/* ---- all of them, by the outbox ---- */

static const char *invitation_words(struct req *rq, const struct gathering *g)
{
	bool cancelled = strcmp(row_text(g->row, MEETING_STATE), "cancelled") == 0;
	const char *place = row_text(g->row, MEETING_PLACE);

	return arena_printf(rq->a, "%s %s%s%s. %s leads it.\n\nThe file with this message puts it into your calendar.", cancelled ?
		"This meeting is cancelled:" : "You are invited to a meeting on", meeting_when(rq->a,
			row_text(g->row, MEETING_ON), row_text(g->row, MEETING_AT)),
		*place ? ", " : "", place, g->lead);
}

/* Through which record a guest is told; the row remembers that they were asked. */
static const struct fault *ask_guest(struct req *rq, const struct gathering *g, int i, int *sent)
{
	const char *row = found_text(&g->guests, i, Q_MEETING_GUESTS_ROW), *when = row_text(g->row, MEETING_ON);
	struct tell t = { .kind = "meeting", .subject = arena_printf(rq->a, "A meeting on %s", day_long(rq->a, day_parse(when))),
		.text = invitation_words(rq, g), .why_record = MEETING.name, .why = row_id(g->row) };
	struct buf bytes = buf_new(rq->a);
	struct ical_person person;
	struct row *asked, *pupil;
	struct told told;
	struct form *f;
	bool outside;

	TRY(guest_of(rq, g, row, &person, &outside));
	TRY(write_invitation(rq, g, &person, outside, &bytes));
	t.file = &(struct tell_file){ "invitation.ics", "text/calendar; method=REQUEST", bytes.data, bytes.len };
	TRY(record_get(rq->act, outside ? &MEETING_PERSON : &MEETING_STAFF, row, &asked));
	t.to = TELL_STAFF;
	t.id = found_text(&g->guests, i, Q_MEETING_GUESTS_WHO);
	if (!outside)
		t.path = g->href;
	if (outside) {
		TRY(record_get(rq->act, record_find(rq->act->house, "pupil"), row_about(asked), &pupil));
		t.pupil = pupil;
		t.to = *row_text(asked, MEETING_PERSON_CONTACT) ? TELL_CONTACT : *row_text(asked, MEETING_PERSON_PROFESSIONAL) ?
			TELL_PROFESSIONAL :
			TELL_ADDRESS;
		if (t.to == TELL_ADDRESS) {
			t.id = row_text(asked, MEETING_PERSON_EMAIL);
			t.name = row_text(asked, MEETING_PERSON_NAME);
		}
	}
	if (t.to == TELL_ADDRESS && !*t.id)
		return NULL;
	TRY(tell(rq->act, &t, &told));
	if (strcmp(told.state, "refused") == 0)
		return NULL;
	(*sent)++;
	f = form_new(rq->a, row_record(asked));
	form_set(f, outside ? MEETING_PERSON_ASKED_ON : MEETING_STAFF_ASKED_ON, day_iso(rq->a, rq->act->today));
	return record_change(rq->act, asked, f);
}

const struct fault *invitations_send(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct gathering g;
	int sent = 0;

	TRY(gathering_read(rq, &g));
	if (!g.changes)
		return FAULT(rq->a, FAULT_NONE, "invitations are sent by whoever leads the meeting");
	for (int i = 0; i < g.guests.rows; i++)
		TRY(ask_guest(rq, &g, i, &sent));
	if (sent == g.guests.rows)
		rq_notice(rq, NULL, "%d invited: the invitations are in the outbox.", sent);
	else
		rq_notice(rq, NULL, "%d of %d invited: the invitations are in the outbox. Ring or write to the others: they have no "
			"address we may use.", sent, g.guests.rows);
	return go(rq, "%s", g.href);
}

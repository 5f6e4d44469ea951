/* invite_pages.c - the invitation as a file for a calendar: one for each guest, so that nobody's address goes to anybody else, and one without
 * addresses for whoever leads. No child's name is in it: it travels in clear and shows on locked telephones. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"
#include "base/random.h"
#include "doc/ical.h"

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
static const struct fault *guest_of(struct req *rq, const struct gathering *g, struct ical_person *out, bool *outside)
{
	const char *id = rq_text(rq, "guest"), *email;

	*out = (struct ical_person){ NULL, NULL, false };
	*outside = false;
	if (!id_ok(id))
		return NULL;
	for (int i = 0; i < g->guests.rows; i++) {
		if (strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_ROW), id) != 0)
			continue;
		*outside = strcmp(found_text(&g->guests, i, Q_MEETING_GUESTS_KIND), "guest") == 0;
		email = *outside ? found_text(&g->guests, i, Q_MEETING_GUESTS_EMAIL) : email_of(rq, "staff", found_text(&g->guests, i,
			Q_MEETING_GUESTS_WHO), &email);
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

const struct fault *invitation_file(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const char *starts, *from;
	bool cancelled, outside;
	struct ical_event e = { 0 };
	struct ical_person guest;
	struct gathering g;
	struct buf bytes = buf_new(rq->a);
	int64_t minutes;

	TRY(gathering_read(rq, &g));
	TRY(guest_of(rq, &g, &guest, &outside));
	starts = moment_from_london(rq->a, arena_printf(rq->a, "%sT%s", row_text(g.row, MEETING_ON), row_text(g.row, MEETING_AT)));
	if (!starts)
		return FAULT(rq->a, FAULT_INVALID, "A calendar needs a time: change the meeting, and enter one.");
	minutes = row_int(g.row, MEETING_MINUTES) ? row_int(g.row, MEETING_MINUTES) : USUAL_MINUTES;
	cancelled = strcmp(row_text(g.row, MEETING_STATE), "cancelled") == 0;
	from = organiser(rq, &g);
	e.uid = arena_printf(rq->a, "%s@%s", row_id(g.row), rq->act->campus);
	e.sequence = (int)row_int(g.row, MEETING_SEQUENCE);
	e.starts = starts;
	e.ends = moment_text(rq->a, moment_seconds(starts) + 60 * minutes);
	e.summary = outside ? "Meeting with school" : g.title;
	e.about = arena_printf(rq->a, "Led by %s.", g.lead);
	e.place = *row_text(g.row, MEETING_PLACE) ? row_text(g.row, MEETING_PLACE) : NULL;
	e.organiser = (struct ical_person){ g.lead, *from ? from : NULL, false };
	e.attendee = &guest;
	e.attendees = guest.address && *from ? 1 : 0;
	e.remind = cancelled ? 0 : REMIND;
	TRY(ical_write(rq->a, cancelled && *from ? ICAL_CANCEL : e.attendees ? ICAL_REQUEST : ICAL_PUBLISH, rq->act->moment, &e, 1,
		&bytes));
	return rq_download(rq, "text/calendar; charset=utf-8", arena_printf(rq->a, "meeting-%s.ics", row_text(g.row, MEETING_ON)),
		bytes.data, bytes.len);
}

/* ical_test.c - invitations, read back by the library that others read them with. */
#include "doc/ical.h"

#include <libical/ical.h>

#include "tests/test.h"

static const struct ical_person WHO[] = { { "Mrs J Whitlock, mother", "j.whitlock@example.org", false },
	{ NULL, "ep@example.org", true } };
static const struct ical_event MEETING = { .uid = "01abc@thistlewick.example", .sequence = 2, .starts = "2026-12-01T15:30:00Z",
	.ends = "2026-12-01T16:15:00Z", .summary = "Meeting with school",
	.about = "Please bring the report; or not.\nRoom 14, by the hall.", .place = "Thistlewick High School, 1 High Street",
	.url = "https://school.example/l/abc", .organiser = { "Ruth Okonkwo", "senco@thistlewick.example", false }, .attendee = WHO,
	.attendees = 2, .remind = 1440 };

static icalcomponent *read_back(struct test *t, enum ical_method method, const struct ical_event *e)
{
	struct buf b = buf_new(t->a);
	icalcomponent *c;

	expect_fine(ical_write(t->a, method, "2026-11-22T08:40:00Z", e, 1, &b));
	for (const char *line = buf_text(&b); *line; line += strcspn(line, "\n") + 1)
		expect(strcspn(line, "\r\n") <= 75);
	c = icalparser_parse_string(buf_text(&b));
	expect_stop(c != NULL);
	arena_defer(t->a, (void (*)(void *))icalcomponent_free, c);
	expect_int(icalcomponent_count_errors(c), 0);
	expect(icalrestriction_check(c));
	return c;
}

static const char *property(icalcomponent *c, icalproperty_kind kind)
{
	icalproperty *p = icalcomponent_get_first_property(c, kind);

	return p ? icalproperty_get_value_as_string(p) : "(none)";
}

TEST(an_invitation_asks_the_right_people_at_the_right_hour)
{
	icalcomponent *c = read_back(t, ICAL_REQUEST, &MEETING), *e = icalcomponent_get_first_component(c, ICAL_VEVENT_COMPONENT);
	icalproperty *p;
	struct icaltimetype starts;

	expect_stop(e != NULL);
	expect_int(icalcomponent_get_method(c), ICAL_METHOD_REQUEST);
	expect_text(icalcomponent_get_uid(e), "01abc@thistlewick.example");
	expect_int(icalcomponent_get_sequence(e), 2);
	expect_text(icalcomponent_get_summary(e), "Meeting with school");
	expect_text(icalcomponent_get_description(e), "Please bring the report; or not.\nRoom 14, by the hall.");
	expect_text(property(e, ICAL_ORGANIZER_PROPERTY), "mailto:senco@thistlewick.example");
	expect_int(icalcomponent_count_properties(e, ICAL_ATTENDEE_PROPERTY), 2);
	p = icalcomponent_get_first_property(e, ICAL_ATTENDEE_PROPERTY);
	expect_text(icalproperty_get_parameter_as_string(p, "CN"), "Mrs J Whitlock, mother");
	expect_text(icalproperty_get_parameter_as_string(p, "RSVP"), "TRUE");
	starts = icalcomponent_get_dtstart(e);
	expect_int(starts.hour, 15);
	expect_int(starts.minute, 30);
	expect_text(icaltime_get_tzid(starts), "Europe/London");
	expect(icalcomponent_get_first_component(e, ICAL_VALARM_COMPONENT) != NULL);
}

TEST(a_meeting_in_summer_is_said_in_summer_time_and_is_the_same_moment)
{
	struct ical_event summer = MEETING;
	icalcomponent *c, *e;
	struct icaltimetype starts;
	icaltimezone *zone;

	summer.starts = "2026-06-30T08:00:00Z";
	summer.ends = "2026-06-30T09:00:00Z";
	c = read_back(t, ICAL_REQUEST, &summer);
	e = icalcomponent_get_first_component(c, ICAL_VEVENT_COMPONENT);
	starts = icalcomponent_get_dtstart(e);
	expect_int(starts.hour, 9);
	zone = icalcomponent_get_timezone(c, "Europe/London");
	expect_stop(zone != NULL);
	expect_int(icaltime_as_timet_with_zone(starts, zone), 1782806400);
}

TEST(calling_off_is_the_same_meeting_with_a_higher_number)
{
	struct ical_event off = MEETING;
	icalcomponent *c, *e;

	off.sequence = 3;
	c = read_back(t, ICAL_CANCEL, &off);
	e = icalcomponent_get_first_component(c, ICAL_VEVENT_COMPONENT);
	expect_int(icalcomponent_get_method(c), ICAL_METHOD_CANCEL);
	expect_int(icalcomponent_get_status(e), ICAL_STATUS_CANCELLED);
	expect_text(icalcomponent_get_uid(e), MEETING.uid);
	expect_int(icalcomponent_get_sequence(e), 3);
	expect(icalcomponent_get_first_component(e, ICAL_VALARM_COMPONENT) == NULL);
}

TEST(no_value_can_add_a_line_of_its_own)
{
	const struct ical_person evil[] = { { "X\r\nATTENDEE:mailto:evil@example.org", "ok@example.org", false } };
	struct ical_event e = MEETING;
	struct buf b = buf_new(t->a);
	icalcomponent *c;

	e.attendee = evil;
	e.attendees = 1;
	e.summary = "Hello\r\nATTENDEE:mailto:evil@example.org";
	e.uid = "a\r\nMETHOD:CANCEL";
	e.place = "There\r\nURL:http://e.example";
	c = icalcomponent_get_first_component(read_back(t, ICAL_REQUEST, &e), ICAL_VEVENT_COMPONENT);
	expect_int(icalcomponent_count_properties(c, ICAL_ATTENDEE_PROPERTY), 1);
	expect_int(icalcomponent_count_properties(c, ICAL_URL_PROPERTY), 1);
	expect_text(icalcomponent_get_location(c), "There\nURL:http://e.example");
	expect_fine(ical_write(t->a, ICAL_PUBLISH, "2026-11-22T08:40:00Z", &e, 0, &b));
	e.attendee = (const struct ical_person[]){ { NULL, "a@b\r\nX:y", false } };
	expect_fault(ical_write(t->a, ICAL_REQUEST, "2026-11-22T08:40:00Z", &e, 1, &b), FAULT_INVALID);
}

TEST(a_meeting_that_ends_before_it_begins_is_none)
{
	struct ical_event e = MEETING;
	struct buf b = buf_new(t->a);

	e.ends = "2026-12-01T15:00:00Z";
	expect_fault(ical_write(t->a, ICAL_REQUEST, "2026-11-22T08:40:00Z", &e, 1, &b), FAULT_INVALID);
	e = MEETING;
	e.uid = "";
	expect_fault(ical_write(t->a, ICAL_REQUEST, "2026-11-22T08:40:00Z", &e, 1, &b), FAULT_INVALID);
	e = MEETING;
	e.organiser.address = NULL;
	expect_fault(ical_write(t->a, ICAL_REQUEST, "2026-11-22T08:40:00Z", &e, 1, &b), FAULT_INVALID);
}

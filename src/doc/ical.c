/* ical.c - invitations by libical: it folds, escapes and orders; here is only what a school's meeting needs. */
#include "doc/ical.h"

#include <libical/ical.h>

#include "base/date.h"
#include "base/text.h"

/* The rules of the whole island since 1996; older meetings are not invited to. */
static const char LONDON[] = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n"
	"BEGIN:DAYLIGHT\r\nTZNAME:BST\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nDTSTART:19960331T010000\r\n"
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
	"BEGIN:STANDARD\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nDTSTART:19961027T020000\r\n"
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

const char *ical_method_name(enum ical_method method)
{
	static const char *const NAME[] = { "REQUEST", "CANCEL", "PUBLISH" };

	return NAME[method];
}

/* In one line: what goes into a name, an address or an id. */
static const char *one_line(struct arena *a, const char *text)
{
	char *copy = arena_text(a, text), *to = copy;

	for (const char *at = copy; *at; at++)
		if ((unsigned char)*at >= 0x20 && *at != 0x7f && *at != '"')
			*to++ = *at;
	*to = 0;
	return copy;
}

/* Enough of an address to be one, and nothing that could end its line. */
static bool address_ok(const char *address)
{
	const char *at = address ? strchr(address, '@') : NULL;

	if (!at || at == address || !at[1] || strchr(at + 1, '@'))
		return false;
	for (const char *c = address; *c; c++)
		if ((unsigned char)*c <= 0x20 || *c == 0x7f || strchr("<>\",;:\\", *c))
			return false;
	return true;
}

static struct icaltimetype utc(int64_t seconds)
{
	return icaltime_from_timet_with_zone((time_t)seconds, 0, icaltimezone_get_utc_timezone());
}

/* As a clock in London shows it: the hour that, read as London's, is this moment. */
static struct icaltimetype london(struct arena *a, const char *moment)
{
	int64_t seconds = moment_seconds(moment), local = seconds + 3600;
	const char *text = moment_text(a, local), *back = moment_from_london(a, arena_text_n(a, text, 16));
	struct icaltimetype t;

	if (!back || moment_seconds(back) != seconds - seconds % 60)
		local = seconds;
	t = utc(local);
	t.zone = NULL; /* the name is said by TZID */
	return t;
}

static void add_time(icalcomponent *event, icalproperty *when)
{
	icalproperty_add_parameter(when, icalparameter_new_tzid("Europe/London"));
	icalcomponent_add_property(event, when);
}

static void add_person(struct arena *a, icalcomponent *event, const struct ical_person *p, bool organiser, bool cancel)
{
	const char *address = arena_printf(a, "mailto:%s", p->address);
	icalproperty *who = organiser ? icalproperty_new_organizer(address) : icalproperty_new_attendee(address);

	if (p->name && p->name[0])
		icalproperty_add_parameter(who, icalparameter_new_cn(one_line(a, p->name)));
	if (!organiser) {
		icalproperty_add_parameter(who, icalparameter_new_role(p->optional ? ICAL_ROLE_OPTPARTICIPANT :
			ICAL_ROLE_REQPARTICIPANT));
		icalproperty_add_parameter(who, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
		icalproperty_add_parameter(who, icalparameter_new_rsvp(cancel ? ICAL_RSVP_FALSE : ICAL_RSVP_TRUE));
	}
	icalcomponent_add_property(event, who);
}

static const struct fault *check(struct arena *a, enum ical_method method, const struct ical_event *e)
{
	if (!e->uid || !e->uid[0])
		return FAULT(a, FAULT_INVALID, "a meeting without an id");
	if (moment_seconds(e->starts ? e->starts : "") < 0 || moment_seconds(e->ends ? e->ends : "") < moment_seconds(e->starts))
		return FAULT(a, FAULT_INVALID, "a meeting that ends before it begins");
	if (e->organiser.address ? !address_ok(e->organiser.address) : method != ICAL_PUBLISH)
		return FAULT(a, FAULT_INVALID, "the organiser's e-mail address is none");
	for (int i = 0; i < e->attendees; i++)
		if (!address_ok(e->attendee[i].address))
			return FAULT(a, FAULT_INVALID, "e-mail address %d of those invited is none", i + 1);
	return NULL;
}

static void add_alarm(struct arena *a, icalcomponent *event, const struct ical_event *e)
{
	icalcomponent *alarm = icalcomponent_new_valarm();
	struct icaltriggertype before = { .duration = icaldurationtype_from_int(-60 * e->remind) };

	icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	icalcomponent_add_property(alarm, icalproperty_new_description(one_line(a, e->summary)));
	icalcomponent_add_property(alarm, icalproperty_new_trigger(before));
	icalcomponent_add_component(event, alarm);
}

static const char *clean(struct arena *a, const char *text)
{
	return text_clean(a, text ? text : "");
}

static icalcomponent *event_of(struct arena *a, enum ical_method method, const char *made, const struct ical_event *e)
{
	icalcomponent *c = icalcomponent_new_vevent();

	icalcomponent_add_property(c, icalproperty_new_uid(one_line(a, e->uid)));
	icalcomponent_add_property(c, icalproperty_new_dtstamp(utc(moment_seconds(made))));
	icalcomponent_add_property(c, icalproperty_new_sequence(e->sequence));
	add_time(c, icalproperty_new_dtstart(london(a, e->starts)));
	add_time(c, icalproperty_new_dtend(london(a, e->ends)));
	icalcomponent_add_property(c, icalproperty_new_summary(one_line(a, clean(a, e->summary))));
	if (e->about && e->about[0])
		icalcomponent_add_property(c, icalproperty_new_description(clean(a, e->about)));
	if (e->place && e->place[0])
		icalcomponent_add_property(c, icalproperty_new_location(clean(a, e->place)));
	if (e->url && e->url[0])
		icalcomponent_add_property(c, icalproperty_new_url(one_line(a, e->url)));
	icalcomponent_add_property(c, icalproperty_new_status(method == ICAL_CANCEL ? ICAL_STATUS_CANCELLED :
		ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(c, icalproperty_new_class(ICAL_CLASS_PRIVATE));
	if (e->organiser.address)
		add_person(a, c, &e->organiser, true, false);
	for (int i = 0; i < e->attendees; i++)
		add_person(a, c, &e->attendee[i], false, method == ICAL_CANCEL);
	if (e->remind > 0 && method != ICAL_CANCEL)
		add_alarm(a, c, e);
	return c;
}

const struct fault *ical_write(struct arena *a, enum ical_method method, const char *made, const struct ical_event *events, int n,
	struct buf *bytes)
{
	static const icalproperty_method METHOD[] = { ICAL_METHOD_REQUEST, ICAL_METHOD_CANCEL, ICAL_METHOD_PUBLISH };
	icalcomponent *all;
	char *text;

	if (moment_seconds(made) < 0)
		return FAULT(a, FAULT_INVALID, "an invitation is written at no moment");
	for (int i = 0; i < n; i++)
		TRY(check(a, method, &events[i]));
	all = icalcomponent_new_vcalendar();
	icalcomponent_add_property(all, icalproperty_new_version("2.0"));
	icalcomponent_add_property(all, icalproperty_new_prodid("-//OpenSENCO//EN"));
	icalcomponent_add_property(all, icalproperty_new_calscale("GREGORIAN"));
	icalcomponent_add_property(all, icalproperty_new_method(METHOD[method]));
	icalcomponent_add_component(all, icalcomponent_new_from_string(LONDON));
	for (int i = 0; i < n; i++)
		icalcomponent_add_component(all, event_of(a, method, made, &events[i]));
	text = icalcomponent_as_ical_string_r(all);
	icalcomponent_free(all);
	if (!text)
		return FAULT(a, FAULT_BROKEN, "an invitation could not be written");
	buf_add(bytes, text);
	icalmemory_free_buffer(text);
	return NULL;
}

/* settings.c - which clocks a school may set, and whether what it typed is one the law takes. Not here: the page
 * (settings_pages.c). */
#include "areas/people/settings.h"

#include <string.h>

#include "law/own.h"
#include "law/scores.h"

/* Parts of the work, and the records whose clocks belong to each; the last takes what is named nowhere. */
static const struct { const char *part, *records; } PARTS[] = {
	{ "SEN support, EHC plans and exams", " provision_line reassessment discrimination_act access_approval " },
	{ "Medical needs and medicines", " healthcare_plan allergy_policy medicine " },
	{ "Attendance, exclusions and physical intervention",
		" exclusion offsite_direction part_time_timetable restrictive_intervention " },
	{ "Safeguarding", " social_care_referral strategy_discussion conference allegation fgm_disclosure enrolment term cp_file "
		"training policy filter_review safeguarding_case " },
	{ "Pupil premium and children in care", " pp_plus dt_report fsm_check young_carer plac_plan hardship " },
	{ "Published information, census and requests", "" },
};
enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

static int part_of(struct arena *a, const struct clock_row *row)
{
	const char *record = arena_printf(a, " %s ", row->record);

	for (int i = 0; i < PART_COUNT - 1; i++)
		if (strstr(PARTS[i].records, record))
			return i;
	return PART_COUNT - 1;
}

const struct settable *settable_clocks(struct arena *a)
{
	int count, n = 0;
	const struct clock_row *rows = law_clock_rows(&count);
	struct settable *out = arena_array(a, (size_t)count + 1, sizeof *out);

	for (int part = 0; part < PART_COUNT; part++)
		for (int i = 0; i < count; i++)
			if ((rows[i].flags & SETTING) && !rows[i].until && part_of(a, &rows[i]) == part)
				out[n++] = (struct settable){ PARTS[part].part, arena_printf(a, "clock.%s", rows[i].id),
					rows[i].text, clock_length(a, &rows[i]), rows[i].cite };
	return out;
}

static const char *value_of(const struct form *form, const struct row *was, const char *field)
{
	int i = field_find(form->r, field);

	return form->values[i] ? form->values[i] : was ? row_text(was, i) : "";
}

static const struct fault *check_bands(struct form *form, const char *value)
{
	struct sdq_bands bands;

	if (!sdq_bands_read(value, &bands))
		form_error(form, field_find(form->r, "value"),
			"Write for each scale the last score of its first three bands, like: total 11 15 18; emotional 3 4 5");
	return NULL;
}

const struct fault *setting_check(struct act *act, struct form *form, struct row *was)
{
	const char *name = value_of(form, was, "name");
	struct clock_setting parsed;
	const struct fault *f;

	if (strncmp(name, "sdq.", 4) == 0)
		return check_bands(form, value_of(form, was, "value"));
	if (strncmp(name, "clock.", 6) != 0)
		return NULL;
	f = law_setting_parse(act->a, name, value_of(form, was, "value"), value_of(form, was, "from"), value_of(form, was, "until"),
		&parsed);
	if (f && f->code != FAULT_INVALID)
		return f;
	if (f)
		form_error(form, field_find(form->r, "value"), "%s", f->text);
	return NULL;
}

/* routes.c - the pages of people and of the school's own lists. */
#include "areas/people/pages.h"

const struct route PEOPLE_ROUTES[] = {
	{ "/people", &ENROLMENT, RIGHT_EDIT, people_page, NULL, "People", .section = "People" },
	{ "/people/left", &ENROLMENT, RIGHT_EDIT, people_left, NULL, "Left lately", .section = "People" },
	{ "/people/new", &PUPIL, RIGHT_ADD, pupil_new, pupil_new, "Add a child by hand", .section = "People" },
	{ "/pupils/:pupil/edit", &PUPIL, RIGHT_EDIT, pupil_edit, pupil_edit, "Facts about the child", .section = "Register" },
	{ "/pupils/:pupil/roll", &ENROLMENT, RIGHT_EDIT, pupil_roll, pupil_roll_post, "On roll", .section = "Register" },
	{ "/people/staff", &STAFF, RIGHT_READ, staff_page, NULL, "Staff", .section = "People" },
	{ "/people/staff/new", &STAFF, RIGHT_ADD, staff_new, staff_new, "Add a member of staff", .section = "People" },
	{ "/people/staff/:staff", &STAFF, RIGHT_EDIT, staff_edit, staff_edit, "Change a member of staff", .section = "People" },
	{ "/people/classes", &CLASS, RIGHT_READ, classes_page, NULL, "Classes", .section = "People" },
	{ "/people/classes/new", &CLASS, RIGHT_ADD, class_new, class_new, "Add a class", .section = "People" },
	{ "/people/classes/:class", &CLASS, RIGHT_READ, class_members, class_members_post, "A class and its people",
		.section = "People" },
	{ "/people/classes/:class/edit", &CLASS, RIGHT_EDIT, class_edit, class_edit, "Change a class", .section = "People" },
	{ "/settings", &SETTING, RIGHT_READ, settings_page, NULL, "Settings", .section = "School" },
	{ "/settings/new", &SETTING, RIGHT_ADD, setting_new, setting_new, "Set something for this school", .section = "School" },
	{ "/settings/:setting", &SETTING, RIGHT_EDIT, setting_edit, setting_edit, "Change a setting", .section = "School" },
	{ "/school/calendar", &HOLIDAY, RIGHT_READ, calendar_page, NULL, "Calendar", .section = "School" },
	{ "/school/calendar/terms/new", &HOLIDAY, RIGHT_ADD, term_new, term_new, "Add a term or holiday", .section = "School" },
	{ "/school/calendar/terms/:holiday", &HOLIDAY, RIGHT_EDIT, term_edit, term_edit, "Change a term or holiday",
		.section = "School" },
	{ "/school/calendar/days/new", &TERM_DAY, RIGHT_ADD, day_new, day_new, "Add a single day", .section = "School" },
	{ "/school/calendar/days/:day", &TERM_DAY, RIGHT_EDIT, day_edit, day_edit, "Change a single day", .section = "School" },
	{ NULL },
};

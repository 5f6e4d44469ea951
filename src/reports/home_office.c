/* home_office.c - the office's home, the first day of an empty school, and the page that lists what a school has to set up: each
 * entry only when it leads somewhere for this person. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "reports/home.h"
#include "reports/home.tmpl.h"
#include "reports/queries.sql.h"

static void count_line(struct req *rq, struct ui *ui, int64_t n, const char *words, const char *href)
{
	const char *text = arena_printf(rq->a, "%lld %s", (long long)n, words);

	ui_item(ui);
	if (rq_leads(rq, href))
		ui_link_to(ui, text, href);
	else
		buf_add_html(&ui->out, text);
	ui_item_end(ui);
}

const struct fault *home_office(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	TRY(query_run(rq->act, &Q_OFFICE_COUNTS, (const char *const[]){ home_since(rq, 0), home_since(rq, 30) }, &f));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = rq_leads(rq, "/people/new") ?
		"Add a child by hand" : NULL, .href = "/people/new" });
	ui_items(ui);
	count_line(rq, ui, found_int(&f, 0, Q_OFFICE_COUNTS_PUPILS), "children on roll", "/people");
	count_line(rq, ui, found_int(&f, 0, Q_OFFICE_COUNTS_JOINED), "joined or changed form in the last 30 days", "/people?new=1");
	count_line(rq, ui, found_int(&f, 0, Q_OFFICE_COUNTS_LEAVING), "left in the last 30 days", "/people?left=1");
	count_line(rq, ui, found_int(&f, 0, Q_OFFICE_COUNTS_STAFF), "members of staff", "/people/staff");
	count_line(rq, ui, found_int(&f, 0, Q_OFFICE_COUNTS_CLASSES), "classes", "/people/classes");
	if (found_int(&f, 0, Q_OFFICE_COUNTS_DIFFERENCES))
		count_line(rq, ui, found_int(&f, 0, Q_OFFICE_COUNTS_DIFFERENCES), "facts in files that the SENCO must decide",
			"/imports/decide");
	ui_items_end(ui);
	ui_panel_end(ui);
	if (rq_leads(rq, "/imports")) {
		ui_acts(ui);
		ui_button_link(ui, UI_PRIMARY, "Bring a file in", "/imports");
		ui_acts_end(ui);
	}
	return NULL;
}

/* ---- the first day ---- */

static void step(struct req *rq, struct ui *ui, const char *label, const char *href, const char *hint, bool done, bool *next)
{
	if (!rq_leads(rq, href))
		return;
	ui_task(ui, label, href, hint, done ? UI_OK : *next ? UI_SOON : UI_PLAIN, done ? "Done" : *next ? "Start here" :
		"Not started");
	if (!done)
		*next = false;
}

const struct fault *home_first_day(struct req *rq, struct ui *ui, struct home *h, bool *shown)
{
	const char *name = rq->act->who->name;
	bool next = true;
	struct found f;
	int64_t pupils, on_register;

	TRY(query_run(rq->act, &Q_FIRST_STEPS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	pupils = found_int(&f, 0, Q_FIRST_STEPS_PUPILS);
	on_register = found_int(&f, 0, Q_FIRST_STEPS_REGISTER);
	h->no_teaching = !found_int(&f, 0, Q_FIRST_STEPS_TEACHING);
	h->no_terms = !found_int(&f, 0, Q_FIRST_STEPS_TERMS);
	h->no_people = found_int(&f, 0, Q_FIRST_STEPS_ACCOUNTS) < 2;
	*shown = !pupils || (!on_register && record_ever(rq->act, &REGISTER_STATUS, RIGHT_ADD));
	if (!*shown)
		return NULL;
	ui->shell.title = "Bring your school in";
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, arena_printf(rq->a, "Welcome, %.*s. Let us bring your school in.", (int)strcspn(name, " "), name),
		"About ten minutes. Stop whenever you like; what is done stays done.");
	ui_tasks(ui);
	step(rq, ui, "Your children", "/imports",
		"The pupil list from SIMS, Arbor, Bromcom or ScholarPack, or a CTF. CSV, Excel or XML.", pupils > 0, &next);
	step(rq, ui, "Your SEND register", "/imports", "An old spreadsheet or a Provision Map export is fine.", on_register > 0,
		&next);
	step(rq, ui, "Who teaches whom", "/imports", "So that teachers see their own classes and nobody else’s.",
		found_int(&f, 0, Q_FIRST_STEPS_TEACHING) > 0, &next);
	step(rq, ui, "Term dates", "/school/calendar", "From your local authority. Check the INSET days.",
		found_int(&f, 0, Q_FIRST_STEPS_TERMS) > 0, &next);
	step(rq, ui, "Invite people", "/accounts", "Your deputy, teachers and TAs. They see nothing until you say so.",
		found_int(&f, 0, Q_FIRST_STEPS_ACCOUNTS) > 1, &next);
	ui_tasks_end(ui);
	if (rq_leads(rq, "/people/new")) {
		ui_note_begin(ui, UI_PLAIN);
		ui_link_to(ui, "No file to hand? Add one child by hand", "/people/new");
		ui_note_end(ui);
	}
	ui_heading(ui, "What needs you");
	ui_para(ui, "Nothing yet. When children are on the register, what is due comes here with its date, the reason and one thing "
		"to press.");
	return NULL;
}

/* What of the first day is left once there is a register: beside the work, not in its way. */
const struct fault *home_to_set_up(struct req *rq, struct ui *ui, const struct panel *p)
{
	const struct home *h = rq->prepared;
	const struct { bool missing; const char *label, *href, *says; } STEPS[] = {
		{ h->no_terms, "Term dates", "/school/calendar", "dates are counted in school days" },
		{ h->no_teaching, "Who teaches whom", "/imports", "so that teachers see their classes" },
		{ h->no_people, "Invite people", "/accounts", "nobody else can sign in yet" } };
	bool any = false;

	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
		if (!STEPS[i].missing || !rq_leads(rq, STEPS[i].href))
			continue;
		if (!any) {
			ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .plain = true });
			ui_items(ui);
		}
		any = true;
		ui_item(ui);
		ui_link_to(ui, STEPS[i].label, STEPS[i].href);
		ui_small_words(ui, arena_printf(rq->a, " · %s", STEPS[i].says));
		ui_item_end(ui);
	}
	if (any) {
		ui_items_end(ui);
		ui_panel_end(ui);
	}
	return NULL;
}

/* ---- School ---- */

struct entry { const char *label, *href, *says; }; /* href NULL: a heading over those that follow */

const struct fault *school_page(struct req *rq, struct ui *ui)
{
	static const struct entry ENTRIES[] = {
		{ "What comes in", NULL, NULL },
		{ "Files in", "/imports", "Pupil lists, transfer files, registers, results, classes: looked at before anything is "
			"saved" },
		{ "Differences to decide", "/imports/decide", "What a file says otherwise about facts that the SENCO owns" },
		{ "People", NULL, NULL },
		{ "People", "/people", "Children on roll, their contacts and classes" },
		{ "Staff", "/people/staff", "Who works here" },
		{ "Classes", "/people/classes", "Forms and teaching groups, and who teaches them" },
		{ "Watch list", "/watch", "Children somebody is worried about" },
		{ "Letters and links", NULL, NULL },
		{ "Letters", "/letters", "What was written to families, and letters to many at once" },
		{ "Letter templates", "/letters/templates", "Your school’s own words, with fields that are filled in" },
		{ "Outbox", "/outbox", "Messages that wait, and what the mail server said" },
		{ "One-time links", "/links", "Pages for parents and professionals without an account" },
		{ "Who may see what", NULL, NULL },
		{ "Accounts", "/accounts", "Who may sign in, and as what" },
		{ "Standing in", "/delegations", "Who does whose work until when" },
		{ "Case grants", "/grants", "Who may see one child’s record, and until when" },
		{ "Conflicts of interest", "/conflicts", "Staff whose own child or relative is at the school" },
		{ "Dates and rules", NULL, NULL },
		{ "Calendar", "/school/calendar", "Terms, holidays, staff days: school days are counted from these" },
		{ "Before the census", "/register/census", "What to put right, child by child" },
		{ "Settings", "/settings", "What this school has decided for itself" },
		{ "Your saved views", "/register/views", "Ways of looking at the register" },
		{ "Keeping it", NULL, NULL },
		{ "Kept long enough", "/disposal", "Records whose time of keeping is over, and what became of them" },
		{ "Health", "/health", "Whether the program, its store and its backups are well" },
		{ NULL, NULL, NULL } };
	const char *group = NULL;
	bool open = false;

	ui_title(ui, NULL, "School", "What there is to set up and to look after.");
	for (const struct entry *e = ENTRIES; e->label; e++) {
		if (!e->href) {
			if (open)
				ui_items_end(ui);
			open = false;
			group = e->label;
			continue;
		}
		if (!rq_leads(rq, e->href))
			continue;
		if (!open) {
			ui_heading(ui, group);
			ui_items(ui);
		}
		open = true;
		ui_item(ui);
		ui_link_to(ui, e->label, e->href);
		ui_small(ui, e->says);
		ui_item_end(ui);
	}
	if (open)
		ui_items_end(ui);
	ui->shell.scale = UI_READ;
	return NULL;
}

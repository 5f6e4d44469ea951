/* shared.c - an update by a one-time link: a parent reads the family's words, the child their own; "I have read it" is all that is
 * asked. And the table of routes and panels. */
#include <string.h>

#include "areas/updates/pages.h"

static const struct fault *stands(struct act *all, __attribute__((unused)) const struct row *link, const struct row *update,
	bool *yes)
{
	(void)all;
	*yes = !row_withdrawn(update);
	return NULL;
}

const struct link_task UPDATES_TASKS[] = {
	{ "update", "Read how it is going at school", "/shared/updates/:target", "progress_update", "", "contact pupil", 21,
		"/updates/:target", stands },
	{ NULL },
};

static const struct fault *fetch(struct req *rq, struct row **update, struct row **staff)
{
	struct act *all = act_lift(rq->act);
	struct row *pupil;

	if (!rq->link)
		TRY(record_get(rq->act, &PROGRESS_UPDATE, rq_arg(rq, "update"), update));
	TRY(act_guard(all));
	TRY(record_get(all, &PROGRESS_UPDATE, rq->link ? rq->link->target : rq_arg(rq, "update"), update));
	TRY(record_get(all, record_find(all->house, "pupil"), row_about(*update), &pupil));
	*staff = NULL;
	if (*row_text(*update, UPDATE_BY))
		TRY(record_get(all, record_find(all->house, "staff"), row_text(*update, UPDATE_BY), staff));
	rq->pupil = pupil;
	return act_guard(rq->act);
}

const struct fault *update_shared(struct req *rq, struct ui *ui)
{
	bool child = rq->link && strcmp(rq->link->kind, "pupil") == 0;
	struct row *update, *staff;

	TRY(fetch(rq, &update, &staff));
	ui->shell.title = "How it is going";
	ui->shell.scale = UI_PHONE;
	rq_link_head(rq, ui);
	ui_title(ui, NULL, ui->shell.title, row_show(rq->a, update, UPDATE_ON));
	ui_prose(ui, row_text(update, child && *row_text(update, UPDATE_CHILD) ? UPDATE_CHILD : UPDATE_FAMILY));
	if (*row_text(update, UPDATE_NEXT))
		ui_prose(ui, arena_printf(rq->a, "What we do next: %s", row_text(update, UPDATE_NEXT)));
	if (staff)
		ui_para(ui, about_name(rq->a, *row_named(staff, "title") ? row_named(staff, "title") : row_named(staff, "forename"),
			row_named(staff, "surname")));
	if (rq->link && rq->link->done) {
		ui_note(ui, UI_OK, "Thank you.", "The school knows that you have read it.");
		return NULL;
	}
	ui_form_begin(ui, &(struct ui_form){ 0 });
	ui_button(ui, UI_PRIMARY | UI_FULL, "I have read it", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

const struct fault *update_shared_post(struct req *rq, struct ui *ui)
{
	if (!rq->link)
		return update_shared(rq, ui);
	if (!rq->link->done)
		TRY(rq_link_done(rq));
	return go(rq, "%s", rq->http->path);
}

const struct route UPDATES_ROUTES[] = {
	{ "/pupils/:pupil/updates", &PROGRESS_UPDATE, RIGHT_READ, updates_of, NULL, "Updates on a child", .section = "Register" },
	{ "/pupils/:pupil/update", &PROGRESS_UPDATE, RIGHT_ADD, update_new, update_new_post, "Write an update",
		.section = "Register" },
	{ "/updates/undo/:record/:row", &PROGRESS_UPDATE, RIGHT_ADD, NULL, updates_undo, "Undo", ANYONE },
	{ "/updates/:update", &PROGRESS_UPDATE, RIGHT_READ, update_page, NULL, "An update", .section = "Register" },
	{ "/updates/:update/read", &UPDATE_READ, RIGHT_ADD, NULL, update_read_post, "An update is read", .section = "Register" },
	{ "/updates/:update/print", &PROGRESS_UPDATE, RIGHT_READ, update_print, NULL, "An update on paper", .section = "Register" },
	{ "/shared/updates/:update", &PROGRESS_UPDATE, RIGHT_READ, update_shared, update_shared_post, "How it is going", LINK_TOO,
		"Register" },
	{ NULL },
};

const struct panel UPDATES_PANELS[] = {
	{ "child-acts", 590, &PROGRESS_UPDATE, RIGHT_ADD, "Send an update", .href = "/update" },
	{ NULL },
};

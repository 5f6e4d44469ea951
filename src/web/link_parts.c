/* link_parts.c - what the pages of one-time links have in common: their head, the end of their forms, the word to whoever made the
 * link; and the button by which staff come to make one. The scale of faces is drawn in faces.tmpl. */
#include <string.h>

#include "ui/part.h"
#include "web/inner.h"
#include "web/panel.h"
#include "web/tell.h"

void rq_link_head(struct req *rq, struct ui *ui)
{
	if (!rq->link)
		return;
	ui->shell.scale = UI_PHONE;
	ui_small(ui, rq->link->done ? arena_printf(rq->a, "For %s", rq->link->name) :
		arena_printf(rq->a, "For %s · this page is yours until %s", rq->link->name,
		day_long(rq->a, moment_day(rq->link->until))));
	ui_details(ui, "Bigger print, another language, or rather talk");
	ui_para(ui, "Make the print bigger with two fingers, or with Ctrl and + on a keyboard: the page keeps its shape.");
	ui_para(ui,
		"Write in any language. To read this page in another one your browser can translate it, and then its maker sees "
		"the text. If you would rather not, ask the school for an interpreter: it costs you nothing.");
	if (*rq->link->phone)
		ui_para(ui, arena_printf(rq->a, "Would you rather talk? Ring %s.", rq->link->phone));
	ui_details_end(ui);
}

void rq_link_send(struct req *rq, struct ui *ui, const char *label)
{
	ui_button(ui, UI_PRIMARY | UI_FULL, label, NULL, NULL);
	if (!rq->link)
		return;
	ui_button(ui, UI_SECONDARY | UI_FULL, "Keep it and go on later", "later", "1");
	ui_small(ui, "What you have typed is kept until you come back.");
}

const char *const FACE_WORDS[FACES] = { "Very hard", "Hard", "All right", "Good", "Great" };

const char *face_word(int n)
{
	return n >= 1 && n <= FACES ? FACE_WORDS[n - 1] : "";
}

const char *answer_label(const struct ui_option *options, const char *value)
{
	for (; options->label; options++)
		if (strcmp(options->value, value) == 0)
			return options->label;
	return value;
}

void link_offer(struct req *rq, struct ui *ui, const struct row *pupil, const char *task, const char *target, const char *to,
	const char *label)
{
	const struct record *link = record_find(rq->act->house, "link");

	if (!link || !link_task_find(rq->web, task) || !record_may(rq->act, link, RIGHT_ADD, pupil))
		return;
	ui_button_link(ui, UI_SECONDARY | UI_SMALL, label, arena_printf(rq->a, "/pupils/%s/links/new?task=%s%s%s%s%s",
		row_id(pupil), task, *target ? "&target=" : "", target, *to ? "&to=" : "", to));
}

const struct fault *rq_link_tell(struct req *rq, const char *subject, const char *path)
{
	const struct link_held *l = rq->link;

	if (!l || !*l->made_by)
		return NULL;
	return tell(rq->act, &(struct tell){ .to = TELL_ACCOUNT, .id = l->made_by, .kind = "link", .subject = subject,
		.text = "It came in by a link that you made. It is with the child’s record.", .path = path, .pupil = rq->pupil,
		.why_record = "link", .why = l->id }, NULL);
}

const char *link_voice(const struct req *rq)
{
	const char *kind = rq->link ? rq->link->kind : "";

	return strcmp(kind, "pupil") == 0 ? "pupil" : strcmp(kind, "contact") == 0 ? "parent" : "professional";
}

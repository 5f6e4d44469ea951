/* voice_pages.c - a parent, the child or a professional says how things are: the plainest task of a link, and a page that staff may
 * fill in for somebody who told them. */
#include <string.h>

#include "areas/door/pages.h"
#include "areas/door/door.tmpl.h"
#include "web/tell.h"

const struct link_task DOOR_TASKS[] = {
	{ "views", "Tell us how things are", "/shared/:pupil/views", NULL, "+views", "contact pupil professional", 21,
		"/pupils/:pupil/said", NULL },
	{ NULL },
};

static const char *first_name(const struct row *pupil)
{
	const char *known = row_text(pupil, field_find(row_record(pupil), "known_as"));

	return *known ? known : row_text(pupil, field_find(row_record(pupil), "forename"));
}

static bool is_child(const struct req *rq)
{
	return rq->link && strcmp(rq->link->kind, "pupil") == 0;
}

/* What this link said: its holder may read that back, and nothing that others said. */
static const struct fault *said_before(struct req *rq, struct row **out)
{
	struct ask ask = { .where = { { VIEWS_LINK, IS, rq->link->id } }, .limit = 1 };
	struct act *all = act_lift(rq->act);
	struct rows rows;

	TRY(act_guard(all));
	TRY(record_list(all, &VIEWS, &ask, &rows));
	TRY(act_guard(rq->act));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

static const struct fault *draw(struct req *rq, struct ui *ui, struct form *form)
{
	ui->shell.title = "How things are";
	ui->shell.scale = UI_PHONE;
	return tmpl_voice(ui, rq, first_name(rq->pupil), is_child(rq), form);
}

const struct fault *voice_page(struct req *rq, struct ui *ui)
{
	struct row *said = NULL;

	if (rq->link && rq->link->done)
		TRY(said_before(rq, &said));
	if (said) {
		ui->shell.title = "Sent";
		return tmpl_voice_sent(ui, rq, said);
	}
	return draw(rq, ui, rq_form(rq, &VIEWS));
}

static bool says_something(const struct form *form)
{
	static const int ANSWERS[] = { VIEWS_SCALE, VIEWS_WELL, VIEWS_HARD, VIEWS_HELPS, VIEWS_OTHER };

	for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++)
		if (*form_value(form, ANSWERS[i]))
			return true;
	return false;
}

const struct fault *voice_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &VIEWS);
	const struct fault *f;
	const char *id;

	form->version = 0;
	form_set(form, VIEWS_KIND, rq->link ? rq->link->kind : "staff");
	form_set(form, VIEWS_NAME, rq->link ? rq->link->name : rq->act->who->name);
	form_set(form, VIEWS_ON, day_iso(rq->a, rq->act->today));
	form_set(form, VIEWS_LINK, rq->link ? rq->link->id : "");
	form_set(form, VIEWS_TARGET, rq->link ? rq->link->target : "");
	if (rq->link && rq->link->done)
		return go(rq, "%s", rq->http->path);
	if (!says_something(form)) {
		form_error(form, VIEWS_WELL, "Write something in one of the boxes, or choose a face");
		return draw(rq, ui, form);
	}
	f = record_add(rq->act, &VIEWS, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw(rq, ui, form);
	TRY(f);
	TRY(rq_link_done(rq));
	TRY(rq_link_tell(rq, "Somebody has told us how things are", arena_printf(rq->a, "/pupils/%s/said", row_id(rq->pupil))));
	if (rq->link)
		return go(rq, "%s", rq->http->path);
	rq_notice(rq, NULL, "The views are kept with the record.");
	return go(rq, "/pupils/%s/said", row_id(rq->pupil));
}

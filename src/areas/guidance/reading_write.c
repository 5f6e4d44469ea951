/* reading_write.c - writing what others are to read: text or document, whom it is for, and its next edition, which asks everybody
 * again. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"
#include "web/keep_file.h"

enum { USUAL_DAYS = 14 };

static const struct fault *taught(struct req *rq, const char *kind, const struct ui_option **out)
{
	struct ui_option *o;
	struct found f;
	int n = 1;

	TRY(query_run(rq->act, &Q_GUIDANCE_SUBJECTS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	o = arena_array(rq->a, (size_t)f.rows + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Choose one" };
	for (int i = 0; i < f.rows; i++) {
		const char *name = found_text(&f, i, Q_GUIDANCE_SUBJECTS_NAME);

		if (strcmp(found_text(&f, i, Q_GUIDANCE_SUBJECTS_KIND), kind) != 0)
			continue;
		o[n++] = (struct ui_option){ .value = name, .label = strcmp(kind, "subject") == 0 ? name : strcmp(name, "R") == 0 ?
			"Reception" : arena_printf(rq->a, "Year %s", name) };
	}
	*out = o;
	return NULL;
}

static const struct fault *draw_whom(struct req *rq, struct ui *ui, const struct form *form)
{
	const char *whom = form_value(form, READING_WHOM), *of = form_value(form, READING_WHOM_OF);
	const struct ui_option *subjects, *years;

	TRY(taught(rq, "subject", &subjects));
	TRY(taught(rq, "year", &years));
	ui_field(ui, &READING, form, READING_WHOM);
	ui_input_checks(ui, &(struct ui_input){ .name = "roles", .label = "If a role: which", .strong = true, .small = true,
		.value = strcmp(whom, "role") == 0 ? of : "" }, choice_options(rq->a, READER_ROLES, NULL));
	ui_input_select(ui, &(struct ui_input){ .name = "subject", .label = "If a subject: which", .strong = true, .value =
		strcmp(whom, "subject") == 0 ? of :
		"" }, subjects);
	ui_input_select(ui, &(struct ui_input){ .name = "year", .label = "If a year group: which", .strong = true, .value =
		strcmp(whom, "year") == 0 ? of :
		"" }, years);
	return NULL;
}

static const struct fault *draw_form(struct req *rq, struct ui *ui, struct form *form, const struct row *r)
{
	bool out = r && strcmp(row_text(r, READING_STATE), "out") == 0;

	ui->shell.title = out ? "Write the next edition" : r ? "Change it" : "Put something before staff";
	ui->shell.scale = UI_READ;
	guidance_crumbs(rq, "To read", "/guidance/reading");
	ui_title(ui, r ? row_text(r, READING_TITLE) : NULL, ui->shell.title, out ? "Saved as a new edition, it asks everybody "
		"again." :
		"It is a draft until you put it before them.");
	ui_form_begin(ui, &(struct ui_form){ .version = r ? row_version(r) : 0, .draft = true, .upload = true });
	ui_field(ui, &READING, form, READING_TITLE);
	ui_field(ui, &READING, form, READING_KIND);
	ui_field(ui, &READING, form, READING_TEXT);
	ui_input_file(ui, &(struct ui_input){ .name = "file", .label = r && *row_text(r, READING_BLOB) ?
		"Another document in place of the one kept"
		: "Document", .strong = true, .hint = "PDF, Word or text, up to 20 MB. You can leave this empty", .accept =
			KEEP_FILE_ACCEPT });
	TRY(draw_whom(rq, ui, form));
	ui_field(ui, &READING, form, READING_DUE_ON);
	ui_field(ui, &READING, form, READING_QUESTION);
	if (out)
		ui_input_check(ui, "same", "Only a slip of the pen: do not ask again", NULL, *rq_text(rq, "same") != 0);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, out ? "Save the edition" : "Save the draft", NULL, NULL);
	if (!out)
		ui_button(ui, UI_SECONDARY, "Save, and put it before them", "then", "out");
	ui_link_to(ui, "Cancel", r ? arena_printf(rq->a, "/guidance/reading/%s", row_id(r)) : "/guidance/reading");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *take_file(struct req *rq, struct form *form)
{
	const struct http_file *file = http_file(rq->http, "file");
	struct kept_file kept;

	if (!file || !file->size)
		return NULL;
	TRY(keep_file(rq, file, "file", &kept));
	if (!kept.blob)
		return NULL;
	form_set(form, READING_BLOB, kept.blob);
	form_set(form, READING_MIME, kept.mime);
	form_set(form, READING_BYTES, arena_printf(rq->a, "%zu", kept.size));
	form_set(form, READING_FILE_NAME, kept.name);
	return NULL;
}

/* Whom it is for, from the boxes that belong to the answer. */
static void take_whom(struct req *rq, struct form *form)
{
	const char *whom = form_value(form, READING_WHOM);
	const char *of = strcmp(whom, "role") == 0 ? guidance_ticked(rq, "roles", READER_ROLES) : strcmp(whom, "subject") == 0 ?
		rq_text(rq, "subject") : strcmp(whom, "year") == 0 ? rq_text(rq, "year") : "";

	form_set(form, READING_WHOM_OF, of);
	if (*whom && strcmp(whom, "all") != 0 && !*of)
		ui_error(rq->ui, strcmp(whom, "role") == 0 ? "roles" : whom, strcmp(whom, "role") == 0 ?
			"Choose at least one role" :
			strcmp(whom, "subject") == 0 ? "Choose the subject" : "Choose the year group");
}

static void put_out(struct req *rq, struct form *form)
{
	form_set(form, READING_STATE, "out");
	form_set(form, READING_ASKED_ON, day_iso(rq->a, rq->act->today));
}

static const struct fault *save(struct req *rq, struct ui *ui, struct row *r)
{
	bool out = r && strcmp(row_text(r, READING_STATE), "out") == 0, again = out && !*rq_text(rq, "same");
	struct form *form = rq_form(rq, &READING);
	const struct fault *f;
	struct row *now = r;

	take_whom(rq, form);
	TRY(take_file(rq, form));
	form_set(form, READING_STATE, r ? row_text(r, READING_STATE) : "draft");
	form_set(form, READING_EDITION, arena_printf(rq->a, "%lld", (long long)(r ? row_int(r, READING_EDITION) + again : 1)));
	form_set(form, READING_ASKED_ON, again ? day_iso(rq->a, rq->act->today) : r ? row_text(r, READING_ASKED_ON) : "");
	if (strcmp(rq_text(rq, "then"), "out") == 0)
		put_out(rq, form);
	/* with anything wrong a page follows, and then nothing is saved */
	f = r ? record_change(rq->act, r, form) : record_put(rq->act, &READING, NULL, form, &now);
	if (f && !guidance_invalid(f, form))
		return f;
	if (f || ui->error_count)
		return draw_form(rq, ui, form, r);
	rq_notice(rq, undo_of(rq, "/guidance", &READING, row_id(now)), again ? "The new edition is before them: all are asked "
		"again." :
		strcmp(form_value(form, READING_STATE), "out") == 0 ? "It is before them. Here stands who has read it." :
			"The draft is kept.");
	return go(rq, "/guidance/reading/%s", row_id(now));
}

const struct fault *reading_new(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &READING);

	if (rq->post)
		return save(rq, ui, NULL);
	if (!*form_value(form, READING_DUE_ON))
		form_set(form, READING_DUE_ON, day_iso(rq->a, rq->act->today + USUAL_DAYS));
	return draw_form(rq, ui, form, NULL);
}

const struct fault *reading_edit(struct req *rq, struct ui *ui)
{
	struct row *r;

	TRY(record_get(rq->act, &READING, rq_arg(rq, "reading"), &r));
	if (rq->post)
		return save(rq, ui, r);
	return draw_form(rq, ui, rq->typed.count ? rq_form(rq, &READING) : form_of_row(rq->a, r), r);
}

static const struct fault *to_state(struct req *rq, const char *state, const char *said)
{
	struct form *form = form_new(rq->a, &READING);
	struct row *r;

	TRY(record_get(rq->act, &READING, rq_arg(rq, "reading"), &r));
	form_set(form, READING_STATE, state);
	if (strcmp(state, "out") == 0)
		put_out(rq, form);
	TRY(record_change(rq->act, r, form));
	rq_notice(rq, undo_of(rq, "/guidance", &READING, row_id(r)), "%s", said);
	return go(rq, "/guidance/reading/%s", row_id(r));
}

const struct fault *reading_out(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	return to_state(rq, "out", "It is before them. Here stands who has read it.");
}

const struct fault *reading_over(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	return to_state(rq, "over", "Nobody is asked any more. What was read stays noted.");
}

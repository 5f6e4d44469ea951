/* kind_pages.c - making a kind of plan on screen: its settings, its lines in their order, what its form will look like, and putting
 * it into use. A proposal is called one on every page and is off until somebody switches it on. */
#include <string.h>

#include "areas/plans/kinds.h"
#include "areas/plans/kinds.tmpl.h"
#include "base/text.h"

/* ---- the list ---- */

static const struct fault *kinds_list(struct req *rq, struct ui *ui)
{
	struct kinds_page p = { .edits = record_ever(rq->act, &PLAN_TYPE, RIGHT_ADD) };

	TRY(record_list(rq->act, &PLAN_TYPE, &(struct ask){ .order = "name -edition" }, &p.types));
	ui->shell.title = "Kinds of plan";
	return tmpl_kinds(ui, &p);
}

/* ---- settings ---- */

static const char *code_for(struct arena *a, const char *name)
{
	struct buf b = buf_new(a);

	for (const char *c = text_fold(a, name); *c && b.len < 36; c++)
		buf_add_c(&b, (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') ? *c : '-');
	return buf_text(&b);
}

static const struct fault *check_code(struct act *act, struct form *f)
{
	struct ask same = { .where = { { PLAN_TYPE_CODE, IS, form_value(f, PLAN_TYPE_CODE) } }, .with_withdrawn = true,
		.campus = act->campus };
	int64_t n;

	TRY(record_count(act, &PLAN_TYPE, &same, &n));
	if (n)
		form_error(f, PLAN_TYPE_NAME, "There is a kind of plan of that name: write its next edition, or choose another "
			"name");
	return NULL;
}

/* Words of one list sent as boxes: "teacher parent". */
static const char *ticked(struct req *rq, const char *name, const struct choice *list)
{
	struct buf b = buf_new(rq->a);

	for (size_t i = 0; i < rq->typed.count; i++)
		for (const struct choice *c = list; strcmp(rq->typed.item[i].name, name) == 0 && c->code; c++)
			if (strcmp(rq->typed.item[i].value, c->code) == 0)
				buf_printf(&b, "%s%s", b.len ? " " : "", c->code);
	return buf_text(&b);
}

static const struct fault *show_settings(struct req *rq, struct ui *ui, struct form *form, const struct row *type)
{
	ui->shell.title = type ? "Settings of a kind of plan" : "Make a kind of plan";
	ui->shell.scale = UI_READ;
	rq_errors(rq, form);
	return tmpl_kind_settings(ui, form, ui->shell.title, type ? row_version(type) : 0);
}

static void settings_typed(struct req *rq, struct form *f)
{
	form_set(f, PLAN_TYPE_SIGNERS, ticked(rq, "signers", VOICES));
	form_set(f, PLAN_TYPE_VIEWERS, ticked(rq, "viewers", KIND_VIEWERS));
}

static const struct fault *kind_new(struct req *rq, struct ui *ui)
{
	struct form *f = rq_form(rq, &PLAN_TYPE);

	if (!rq->typed.count) {
		form_set(f, PLAN_TYPE_BASIS, "local");
		form_set(f, PLAN_TYPE_STEPS, "1");
		form_set(f, PLAN_TYPE_WORDS, "tiers");
	}
	return show_settings(rq, ui, f, NULL);
}

static const struct fault *kind_new_post(struct req *rq, struct ui *ui)
{
	struct form *f = rq_form(rq, &PLAN_TYPE);
	const struct fault *fault;
	const char *id;

	f->version = 0;
	settings_typed(rq, f);
	form_set(f, PLAN_TYPE_CODE, code_for(rq->a, form_value(f, PLAN_TYPE_NAME)));
	form_set(f, PLAN_TYPE_EDITION, "1");
	form_set(f, PLAN_TYPE_STATE, "draft");
	if (!*form_value(f, PLAN_TYPE_BASIS))
		form_set(f, PLAN_TYPE_BASIS, "local");
	if (*form_value(f, PLAN_TYPE_NAME))
		TRY(check_code(rq->act, f));
	if (f->error_count)
		return show_settings(rq, ui, f, NULL);
	fault = record_add(rq->act, &PLAN_TYPE, NULL, f, &id);
	if (fault && fault->code == FAULT_INVALID && f->error_count)
		return show_settings(rq, ui, f, NULL);
	TRY(fault);
	rq_notice(rq, NULL, "Begun as a draft. Add its lines, then put it into use.");
	return go(rq, "/plan-types/%s", id);
}

static const struct fault *kind_settings(struct req *rq, struct ui *ui)
{
	struct row *type;

	TRY(record_get(rq->act, &PLAN_TYPE, rq_arg(rq, "type"), &type));
	return show_settings(rq, ui, rq->typed.count ? rq_form(rq, &PLAN_TYPE) : form_of_row(rq->a, type), type);
}

static const struct fault *kind_settings_post(struct req *rq, struct ui *ui)
{
	struct form *f = rq_form(rq, &PLAN_TYPE);
	const struct fault *fault;
	struct row *type;

	TRY(record_get(rq->act, &PLAN_TYPE, rq_arg(rq, "type"), &type));
	settings_typed(rq, f);
	fault = record_change(rq->act, type, f);
	if (fault && fault->code == FAULT_INVALID && f->error_count)
		return show_settings(rq, ui, f, type);
	TRY(fault);
	rq_notice(rq, NULL, "Saved.");
	return go(rq, "/plan-types/%s", row_id(type));
}

/* ---- one kind ---- */

static const struct fault *read_kind(struct req *rq, struct kind_page *p)
{
	const char *state;
	struct rows newer;

	TRY(record_get(rq->act, &PLAN_TYPE, rq_arg(rq, "type"), &p->type));
	TRY(plan_type_lines(rq->act, row_id(p->type), &p->lines));
	TRY(plan_type_record(rq->act, row_id(p->type), &p->worn));
	TRY(record_list(rq->act, &PLAN_TYPE, &(struct ask){ .where = { { PLAN_TYPE_REPLACES, IS, row_id(p->type) } }, .limit = 1 },
		&newer));
	p->newer = newer.count ? arena_printf(rq->a, "/plan-types/%s", row_id(newer.row[0])) : NULL;
	state = row_text(p->type, PLAN_TYPE_STATE);
	p->draft = strcmp(state, "draft") == 0;
	p->in_use = strcmp(state, "use") == 0;
	p->off = strcmp(state, "off") == 0;
	p->proposal = strcmp(row_text(p->type, PLAN_TYPE_BASIS), "proposal") == 0;
	p->edits = record_ever(rq->act, &PLAN_TYPE, RIGHT_EDIT);
	p->href = arena_printf(rq->a, "/plan-types/%s", row_id(p->type));
	return NULL;
}

static const struct fault *kind_page(struct req *rq, struct ui *ui)
{
	struct kind_page p = { 0 };

	TRY(read_kind(rq, &p));
	ui->shell.title = "A kind of plan";
	return tmpl_kind(ui, &p);
}

static const struct fault *set_state(struct req *rq, const struct kind_page *p, const char *state, const char *said)
{
	struct form *f = form_new(rq->a, &PLAN_TYPE);

	form_set(f, PLAN_TYPE_STATE, state);
	TRY(record_change(rq->act, p->type, f));
	rq_notice(rq, NULL, "%s", said);
	return go(rq, "%s", p->href);
}

/* A line and its neighbour change places. */
static const struct fault *move_line(struct req *rq, const struct kind_page *p, const char *id, int by)
{
	for (int i = 0; i < p->lines.count; i++) {
		int other = i + by;

		if (strcmp(row_id(p->lines.row[i]), id) != 0 || other < 0 || other >= p->lines.count)
			continue;
		for (int k = 0; k < 2; k++) {
			struct form *f = form_new(rq->a, &PLAN_FIELD);

			form_set(f, PLAN_FIELD_PLACE, row_text(p->lines.row[k ? i : other], PLAN_FIELD_PLACE));
			TRY(record_change(rq->act, p->lines.row[k ? other : i], f));
		}
		break;
	}
	return go(rq, "%s#lines", p->href);
}

static const struct fault *kind_post(struct req *rq, struct ui *ui)
{
	const char *act = rq_text(rq, "act"), *line = rq_text(rq, "line"), *id;
	struct kind_page p = { 0 };
	struct row *row;

	TRY(read_kind(rq, &p));
	if (strcmp(act, "next") == 0) {
		TRY(kind_next(rq->act, p.type, &id));
		rq_notice(rq, NULL, "The next edition is a draft. Plans begun under the present one stay as they are.");
		return go(rq, "/plan-types/%s", id);
	}
	if (strcmp(act, "up") == 0 || strcmp(act, "down") == 0)
		return move_line(rq, &p, line, strcmp(act, "up") == 0 ? -1 : 1);
	if (strcmp(act, "remove") == 0) {
		TRY(record_get(rq->act, &PLAN_FIELD, line, &row));
		if (!p.draft)
			return FAULT(rq->a, FAULT_NONE, "an edition in use keeps its lines");
		TRY(record_withdraw(rq->act, row, "taken out of the draft"));
		return go(rq, "%s#lines", p.href);
	}
	if (strcmp(act, "on") == 0 && p.off) {
		TRY(kind_on(rq->act, p.type));
		rq_notice(rq, NULL, "%s", p.proposal ? "Switched on as the school’s own format. It is a proposal, not the law." :
			"Switched on.");
		return go(rq, "%s", p.href);
	}
	if (strcmp(act, "off") == 0 && p.in_use)
		return set_state(rq, &p, "off", "Switched off: no new plan of this kind is begun. Plans that run go on.");
	if (strcmp(act, "publish") == 0 && p.draft && !p.lines.count) {
		p.empty = true;
		ui->shell.title = "A kind of plan";
		ui_error(ui, "lines", "Add at least one line before it is put into use");
		return tmpl_kind(ui, &p);
	}
	if (strcmp(act, "publish") == 0 && p.draft) {
		TRY(kind_publish(rq->act, p.type));
		rq_notice(rq, NULL, "%s", p.proposal ? "Finished. It is a proposal, so it is off until you switch it on." :
			"In use from today.");
	}
	return go(rq, "%s", p.href);
}

/* ---- a line ---- */

static const struct fault *show_line(struct req *rq, struct ui *ui, struct form *form, const struct row *line)
{
	ui->shell.title = line ? "Change a line" : "Add a line";
	ui->shell.scale = UI_READ;
	rq_errors(rq, form);
	return tmpl_kind_line(ui, form, ui->shell.title, line ? row_version(line) : 0);
}

static const struct fault *line_new(struct req *rq, struct ui *ui)
{
	struct row *type;

	TRY(record_get(rq->act, &PLAN_TYPE, rq_arg(rq, "type"), &type));
	return show_line(rq, ui, rq_form(rq, &PLAN_FIELD), NULL);
}

static const char *name_for(struct arena *a, const char *label)
{
	struct buf b = buf_new(a);

	for (const char *c = text_fold(a, label); *c && b.len < 36; c++)
		buf_add_c(&b, (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') ? *c : '_');
	return b.len ? buf_text(&b) : "line";
}

/* Two lines of one name would be one answer. */
static const char *free_name(struct arena *a, const struct rows *lines, const char *label)
{
	const char *name = name_for(a, label);
	bool taken = field_find(&PLAN, name) >= 0;

	for (int i = 0; i < lines->count; i++)
		taken = taken || strcmp(row_text(lines->row[i], PLAN_FIELD_NAME), name) == 0;
	return taken ? arena_printf(a, "%.30s_%d", name, lines->count + 1) : name;
}

static const struct fault *line_new_post(struct req *rq, struct ui *ui)
{
	struct form *f = rq_form(rq, &PLAN_FIELD);
	const struct fault *fault;
	struct rows lines;
	const char *id;

	f->version = 0;
	TRY(plan_type_lines(rq->act, rq_arg(rq, "type"), &lines));
	form_set(f, PLAN_FIELD_TYPE, rq_arg(rq, "type"));
	form_set(f, PLAN_FIELD_NAME, free_name(rq->a, &lines, form_value(f, PLAN_FIELD_LABEL)));
	form_set(f, PLAN_FIELD_PLACE, arena_printf(rq->a, "%lld", lines.count ? (long long)row_int(lines.row[lines.count - 1],
		PLAN_FIELD_PLACE) + 10 : 10));
	if (strcmp(form_value(f, PLAN_FIELD_KIND), "choice") == 0 && text_blank(form_value(f, PLAN_FIELD_CHOICES)))
		form_error(f, PLAN_FIELD_CHOICES, "Enter what can be chosen, a line each");
	fault = f->error_count ? NULL : record_add(rq->act, &PLAN_FIELD, NULL, f, &id);
	if (f->error_count && (!fault || fault->code == FAULT_INVALID))
		return show_line(rq, ui, f, NULL);
	TRY(fault);
	return go(rq, "/plan-types/%s#lines", rq_arg(rq, "type"));
}

static const struct fault *line_change(struct req *rq, struct ui *ui)
{
	struct row *line;

	TRY(record_get(rq->act, &PLAN_FIELD, rq_arg(rq, "line"), &line));
	return show_line(rq, ui, rq->typed.count ? rq_form(rq, &PLAN_FIELD) : form_of_row(rq->a, line), line);
}

static const struct fault *line_change_post(struct req *rq, struct ui *ui)
{
	struct form *f = rq_form(rq, &PLAN_FIELD);
	const struct fault *fault;
	struct row *line;

	TRY(record_get(rq->act, &PLAN_FIELD, rq_arg(rq, "line"), &line));
	fault = record_change(rq->act, line, f);
	if (fault && fault->code == FAULT_INVALID && f->error_count)
		return show_line(rq, ui, f, line);
	TRY(fault);
	return go(rq, "/plan-types/%s#lines", row_text(line, PLAN_FIELD_TYPE));
}

const struct route KIND_ROUTES[] = {
	{ "/plan-types", &PLAN_TYPE, RIGHT_EDIT, kinds_list, NULL, "Kinds of plan", .section = "Kinds of plan" },
	{ "/plan-types/new", &PLAN_TYPE, RIGHT_ADD, kind_new, kind_new_post, "Make a kind of plan", .section = "Kinds of plan" },
	{ "/plan-types/:type", &PLAN_TYPE, RIGHT_EDIT, kind_page, kind_post, "A kind of plan", .section = "Kinds of plan" },
	{ "/plan-types/:type/settings", &PLAN_TYPE, RIGHT_EDIT, kind_settings, kind_settings_post, "Settings of a kind of plan",
		.section = "Kinds of plan" },
	{ "/plan-types/:type/lines/new", &PLAN_FIELD, RIGHT_ADD, line_new, line_new_post, "Add a line",
		.section = "Kinds of plan" },
	{ "/plan-types/:type/lines/:line", &PLAN_FIELD, RIGHT_EDIT, line_change, line_change_post, "Change a line",
		.section = "Kinds of plan" },
	{ NULL },
};

/* fields.c - draws what a form may set of a record, one control a field by its type, with the value as it was typed and its error.
 * What may be set is the record's table; whether it may be saved is checked by the gate again, never here. */
#include <string.h>

#include "record/act.h"
#include "ui/parts.h"

enum { RADIOS = 5 }; /* up to so many choices are radios, more are a list */

static const char *error_of(const struct form *form, int field)
{
	for (int i = 0; form && i < form->error_count; i++)
		if (form->errors[i].field == field)
			return form->errors[i].text;
	return NULL;
}

/* Written only where most fields must be filled in: said at every second field it says nothing. */
static bool optional_is_news(const struct record *r)
{
	int required = 0, others = 0;

	for (int i = 0; i < r->count; i++) {
		if (r->fields[i].flags & (BY_SYSTEM | SECRET))
			continue;
		if (r->fields[i].flags & REQUIRED)
			required++;
		else
			others++;
	}
	return others <= required;
}

static const char *hint_of(const struct record *r, const struct field *f)
{
	bool typed = f->type == F_TEXT || f->type == F_LONGTEXT || f->type == F_NUMBER || f->type == F_PENCE;

	if (f->hint)
		return f->hint;
	if (f->type == F_DATE)
		return "For example, 19 11 2026";
	return typed && !(f->flags & REQUIRED) && optional_is_news(r) ? "You can leave this empty" : NULL;
}

static int width_of(const struct field *f)
{
	static const int WIDTHS[] = { 2, 3, 4, 5, 10, 20, 30 };

	if (f->type == F_NUMBER)
		return 5;
	if (f->type == F_PENCE)
		return 10;
	for (size_t i = 0; i < sizeof WIDTHS / sizeof WIDTHS[0]; i++)
		if (f->max <= WIDTHS[i])
			return WIDTHS[i];
	return 0;
}

static void choices(struct ui *ui, const struct field *f, struct ui_input *in)
{
	bool required = f->flags & REQUIRED;
	struct ui_option *options;
	int count = 0, n = 0;

	while (f->choices[count].code)
		count++;
	options = arena_array(ui->a, (size_t)count + 2, sizeof *options);
	if (count > RADIOS)
		options[n++] = (struct ui_option){ .value = "", .label = required ? "Choose one" : "Not recorded" };
	for (int i = 0; i < count; i++)
		options[n++] = (struct ui_option){ .value = f->choices[i].code, .label = f->choices[i].label };
	if (count > RADIOS) {
		ui_input_select(ui, in, options);
	} else {
		if (!required)
			options[n++] = (struct ui_option){ .value = "", .label = "Not recorded",
				.chosen = !in->value || !in->value[0] };
		ui_input_radios(ui, in, options);
	}
}

static void yes_or_no(struct ui *ui, const struct field *f, struct ui_input *in)
{
	struct ui_option options[] = { { "1", "Yes" }, { "0", "No" }, { "", "Not known" }, { NULL } };

	if (f->flags & REQUIRED)
		options[2] = (struct ui_option){ NULL };
	else
		options[2].chosen = !in->value || !in->value[0];
	in->inline_choices = true;
	ui_input_radios(ui, in, options);
}

/* A stored moment is UTC, a typed one London time; the control speaks London time. */
static void moment(struct ui *ui, struct ui_input *in)
{
	if (in->value && moment_seconds(in->value) >= 0) {
		const char *clock = strrchr(moment_long(ui->a, in->value), ' ');

		in->value = arena_printf(ui->a, "%sT%s", day_iso(ui->a, moment_day(in->value)), clock ? clock + 1 : "00:00");
	}
	in->type = "datetime-local";
	in->width = 20;
	ui_input(ui, in);
}

/* Without a list to choose from the reference goes along unseen: the page around it knows what it is. */
static void reference(struct ui *ui, const struct field *f, struct ui_input *in)
{
	const struct ui_option *options = ui->refs ? ui->refs(ui, f->ref) : NULL;

	if (options)
		ui_input_select(ui, in, options);
	else if (in->value && in->value[0])
		ui_hidden(ui, in->name, in->value);
}

void ui_field(struct ui *ui, const struct record *r, const struct form *form, int field)
{
	const struct field *f = &r->fields[field];
	struct ui_input in = { .name = f->name, .label = f->label, .hint = hint_of(r, f), .strong = true, .width = width_of(f),
		.value = form && form->values ? form->values[field] : NULL, .error = error_of(form, field) };

	switch (f->type) {
	case F_TEXT: ui_input(ui, &in); return;
	case F_LONGTEXT: in.max = f->max; ui_input_long(ui, &in); return;
	case F_CHOICE: choices(ui, f, &in); return;
	case F_DATE: ui_input_date(ui, &in); return;
	case F_TIME: moment(ui, &in); return;
	case F_NUMBER: in.inputmode = "numeric"; ui_input(ui, &in); return;
	case F_PENCE: in.inputmode = "decimal"; in.prefix = "£"; ui_input(ui, &in); return;
	case F_YESNO: yes_or_no(ui, f, &in); return;
	case F_REF: reference(ui, f, &in); return;
	}
}

void ui_form_errors(struct ui *ui, const struct form *form)
{
	for (int i = 0; form && i < form->error_count; i++) {
		int field = form->errors[i].field;

		ui_error(ui, field >= 0 ? form->r->fields[field].name : "", form->errors[i].text);
	}
}

void ui_fields(struct ui *ui, const struct record *r, const struct form *form)
{
	for (int i = 0; form && i < form->error_count; i++)
		if (form->errors[i].field < 0)
			ui_error(ui, "", form->errors[i].text);
	for (int i = 0; i < r->count; i++) {
		const struct field *f = &r->fields[i];

		if ((f->flags & (BY_SYSTEM | SECRET)) || (r->about && strcmp(f->name, r->about) == 0))
			continue;
		ui_field(ui, r, form, i);
	}
}

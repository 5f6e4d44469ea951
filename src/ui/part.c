/* part.c - the small decisions behind the parts: classes, ids, which choice is chosen. No HTML is written here. */
#include <string.h>

#include "base/text.h"
#include "ui/parts.h"

struct part_field part_field(struct ui *ui, const struct ui_input *in, const char *extra)
{
	struct part_field f = { .in = in, .id = in->id ? in->id : in->name };
	struct buf ids = buf_new(ui->a);

	f.error = in->error ? in->error : ui_error_of(ui, f.id);
	if (f.error)
		ui_error(ui, f.id, f.error);
	if (in->hint)
		buf_printf(&ids, "%s-hint ", f.id);
	if (f.error)
		buf_printf(&ids, "%s-error ", f.id);
	if (extra)
		buf_printf(&ids, "%s-%s ", f.id, extra);
	if (ids.len) {
		ids.data[ids.len - 1] = 0;
		f.described = buf_text(&ids);
	}
	return f;
}

/* The error of a date leads to its first box; one added by the date's own name is moved there. */
static void point_at_first_box(struct ui *ui, const char *id)
{
	for (int i = 0; i < ui->error_count; i++)
		if (strcmp(ui->errors[i].id, id) == 0)
			ui->errors[i].id = arena_printf(ui->a, "%s-day", id);
}

struct part_field part_date(struct ui *ui, const struct ui_input *in)
{
	const char *id = in->id ? in->id : in->name;
	struct ui_input with = *in;
	struct part_field f;
	const char *rest = in->value ? in->value : "";
	const char *parts[3] = { "", "", "" };
	bool slashed = strchr(rest, '/') != NULL;

	if (!with.error)
		with.error = ui_error_of(ui, arena_printf(ui->a, "%s-day", id));
	f = part_field(ui, &with, NULL);
	f.in = in;
	f.date = true;
	point_at_first_box(ui, f.id);
	for (int i = 0; i < 3; i++) {
		size_t n = i < 2 ? strcspn(rest, slashed ? "/" : "-") : strlen(rest);

		parts[i] = arena_text_n(ui->a, rest, n);
		rest += n + (rest[n] != 0);
	}
	f.year = parts[slashed ? 2 : 0];
	f.month = parts[1];
	f.day = parts[slashed ? 0 : 2];
	if (day_parse(in->value ? in->value : "") != DAY_NONE) { /* a whole date is shown as people write it: 9, not 09 */
		f.month += f.month[0] == '0';
		f.day += f.day[0] == '0';
	}
	return f;
}

bool part_chosen(const struct ui_option *o, const char *value, bool among)
{
	size_t n;

	if (o->chosen)
		return true;
	if (!value || !o->value)
		return false;
	if (!among)
		return strcmp(o->value, value) == 0;
	n = strlen(o->value);
	for (const char *p = value; n && (p = strstr(p, o->value)); p += n)
		if ((p == value || strchr(" ,", p[-1])) && (!p[n] || strchr(" ,", p[n])))
			return true;
	return false;
}

const char *part_button(unsigned style)
{
	static const char *const CSS[4][4] = { /* kind, then small and full */
		{ "govuk-button", "govuk-button os-btn-s", "govuk-button os-big", "govuk-button os-btn-s os-big" },
		{ "govuk-button govuk-button--secondary", "govuk-button govuk-button--secondary os-btn-s",
			"govuk-button govuk-button--secondary os-big", "govuk-button govuk-button--secondary os-btn-s os-big" },
		{ "govuk-button govuk-button--warning", "govuk-button govuk-button--warning os-btn-s",
			"govuk-button govuk-button--warning os-big", "govuk-button govuk-button--warning os-btn-s os-big" },
		{ "os-aslink", "os-aslink", "os-aslink os-big", "os-aslink os-big" },
	};

	return CSS[style & UI_KIND][(style >> 2) & 3];
}

const char *part_button_link(unsigned style)
{
	return (style & UI_KIND) == UI_QUIET ? "govuk-link" : part_button(style);
}

const char *part_due_class(day due, day today)
{
	if (due < today)
		return "os-due--late";
	return due - today <= 7 ? "os-due--soon" : "os-due--later";
}

const char *part_tag_class(enum ui_tone tone)
{
	static const char *const CSS[] = {
		[UI_PLAIN] = " os-tag--plain", [UI_ACCENT] = "", [UI_SOLID] = " os-tag--e",
		[UI_LATE] = " os-tag--late", [UI_SOON] = " os-tag--soon", [UI_OK] = " os-tag--ok",
	};

	return CSS[tone];
}

const char *part_note_class(enum ui_tone tone)
{
	static const char *const CSS[] = {
		[UI_PLAIN] = "", [UI_ACCENT] = " os-note--accent", [UI_SOLID] = " os-note--accent",
		[UI_LATE] = " os-note--late", [UI_SOON] = " os-note--advice", [UI_OK] = " os-note--good",
	};

	return CSS[tone];
}

const char *part_status_meaning(const char *code)
{
	static const char *const MEANING[][2] = {
		{ "K", "SEN support" }, { "E", "EHC plan" }, { "N", "no SEN" }, { "W", "watch list" },
	};

	for (size_t i = 0; code && i < sizeof MEANING / sizeof MEANING[0]; i++)
		if (strcmp(code, MEANING[i][0]) == 0)
			return MEANING[i][1];
	return NULL;
}

const char *part_line(struct arena *a, const char **lines)
{
	const char *from = *lines;
	size_t n;

	if (!from)
		return NULL;
	n = strcspn(from, "\n");
	*lines = from[n] ? from + n + 1 : NULL;
	return arena_text_n(a, from, n);
}

/* The heading's link: this column ascending, or descending if it is sorted so already; page 1 again. */
const char *part_sort_href(struct ui *ui, const struct ui_column *c)
{
	const char *by = ui->table->sort;
	bool up = by && strcmp(by, c->sort) == 0;
	const char *href = ui_with(ui->a, ui->table->href ? ui->table->href : "", "page", "");

	return ui_with(ui->a, href, "sort", up ? arena_printf(ui->a, "-%s", c->sort) : c->sort);
}

const char *ui_with(struct arena *a, const char *href, const char *name, const char *value)
{
	size_t path = strcspn(href, "?"), n = strlen(name);
	struct buf out = buf_new(a);
	const char *p = href[path] ? href + path + 1 : "";
	char between = '?';

	buf_add_n(&out, href, path);
	while (*p) {
		size_t len = strcspn(p, "&");

		if (len && !(strncmp(p, name, n) == 0 && p[n] == '=')) {
			buf_add_c(&out, between);
			buf_add_n(&out, p, len);
			between = '&';
		}
		p += len + (p[len] == '&');
	}
	if (value[0]) {
		buf_add_c(&out, between);
		buf_add(&out, name);
		buf_add_c(&out, '=');
		buf_add_url(&out, value);
	}
	return out.len ? buf_text(&out) : "?";
}

bool part_is_day(const char *text)
{
	static const char MONTHS[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	size_t digits = strspn(text, "0123456789"), letters;
	const char *at;

	if (!digits || digits > 2 || text[digits] != ' ')
		return false;
	text += digits + 1;
	letters = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	if (letters < 3 || letters > 9)
		return false;
	at = memmem(MONTHS, sizeof MONTHS - 1, text, 3);
	return at && (at - MONTHS) % 3 == 0 && (!text[letters] ||
		(text[letters] == ' ' && strspn(text + letters + 1, "0123456789") == 4 &&
		strlen(text + letters + 1) == 4));
}

enum { SECTIONS_IN_ROW = 8 };

static int sections(const struct ui_link *list)
{
	int n = 0;

	while (list[n].label)
		n++;
	return n;
}

bool part_sections_more(const struct ui_link *list)
{
	return sections(list) > SECTIONS_IN_ROW;
}

bool part_is_behind(const struct ui_link *list, const struct ui_link *l)
{
	return l - list >= SECTIONS_IN_ROW - 2 && strcmp(l->label, "School") != 0;
}

bool part_section_behind(const struct ui_link *list)
{
	for (const struct ui_link *l = list; l->label; l++)
		if (l->current && part_is_behind(list, l))
			return true;
	return false;
}

/* json_read.c - bank holidays as GOV.UK publishes them, and term dates, as sheets. Other JSON is refused by name. */
#include "doc/out.h"

#include <jansson.h>

static const char *text_of(const json_t *o, const char *name)
{
	const char *text = json_string_value(json_object_get(o, name));

	return text ? text : "";
}

static void cells(struct doc_out *o, int sheet, int row, const char *const *text, int n)
{
	out_row(o, sheet, row);
	for (int i = 0; i < n; i++)
		out_text(o, sheet, text[i]);
}

static void holidays(struct doc_out *o, json_t *root)
{
	int sheet = out_sheet(o, ""), row = 0;
	const char *division;
	json_t *d, *e;
	size_t i;

	out_format(o, DOC_HOLIDAYS);
	cells(o, sheet, 0, (const char *[]){ "division", "bank holiday", "date", "notes" }, 4);
	json_object_foreach(root, division, d) {
		json_array_foreach(json_object_get(d, "events"), i, e) {
			if (o->stopped)
				return;
			cells(o, sheet, ++row, (const char *[]){ division, text_of(e, "title"), text_of(e, "date"),
				text_of(e, "notes") }, 4);
		}
	}
}

static void terms(struct doc_out *o, json_t *root)
{
	int sheet = out_sheet(o, ""), row = 0;
	json_t *t, *inset;
	size_t i;

	out_format(o, DOC_TERMS);
	cells(o, sheet, 0, (const char *[]){ "term", "term start", "term end", "half term start", "half term end" }, 5);
	json_array_foreach(json_object_get(root, "terms"), i, t) {
		json_t *half = json_object_get(t, "halfTerm");
		const char *from = json_string_value(json_array_get(half, 0)), *to = json_string_value(json_array_get(half, 1));

		if (o->stopped)
			return;
		cells(o, sheet, ++row, (const char *[]){ arena_printf(o->a, "%s %s", text_of(t, "name"),
			text_of(root, "academicYear")),
			text_of(t, "start"), text_of(t, "end"), from ? from : "", to ? to : "" }, 5);
	}
	json_array_foreach(json_object_get(root, "inset"), i, inset) {
		const char *on = json_string_value(inset);

		if (on && !o->stopped)
			cells(o, sheet, ++row, (const char *[]){ "INSET day", on, on, "", "" }, 5);
	}
}

void read_json(struct doc_out *o, const char *text, size_t n)
{
	json_error_t e;
	json_t *root = json_loadb(text, n, JSON_REJECT_DUPLICATES, &e), *england;

	if (!root) {
		out_stop(o, e.line, "This file begins like JSON but is damaged or cut short (line %d). Download it again.", e.line);
		return;
	}
	england = json_object_get(root, "england-and-wales");
	if (json_is_array(json_object_get(england, "events")))
		holidays(o, root);
	else if (json_is_array(json_object_get(root, "terms")))
		terms(o, root);
	else
		out_stop(o, 0, "This JSON file is neither bank holidays (as GOV.UK publishes them) nor term dates. "
		         "Give other facts as a CSV or Excel file.");
	json_decref(root);
}

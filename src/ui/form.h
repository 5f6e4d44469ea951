/* form.h - forms and their controls, as GOV.UK draws them: label, hint, error, the value kept as it was typed.
 *
 * The id of a control is its name unless .id is set; its hint and error are ID-hint and ID-error; the second and later radio or box
 * is ID-2, ID-3. An .error (or one given to ui_error() before) is shown at the control and put in the page's summary. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "ui/ui.h"

struct record;
struct form;

struct ui_form {
	const char *action;    /* NULL: this same address */
	int64_t version;       /* what the person saw of the record it changes; 0: it is new */
	const char *id;
	const char *label;     /* names the form for a screen reader, where a page has several */
	bool get;              /* asks only: no stamp */
	bool upload;           /* carries files */
	bool draft;            /* scripts keep a draft every 10 seconds */
	const char *css;       /* classes of its own */
};

struct ui_input {
	const char *name, *id;
	const char *label, *hint;
	const char *value;     /* as stored or as typed; NULL is empty */
	const char *error;     /* NULL: ui_error_of(id) */
	const char *type;      /* of ui_input(): "text" if NULL; "email", "tel", "time" */
	const char *autocomplete, *inputmode, *lang;
	const char *prefix, *suffix; /* "£", "minutes" */
	int width;             /* letters: 2 3 4 5 10 20 30; 0: the whole column */
	int rows;              /* of a long text; 0: 5 */
	int max;               /* of a long text: letters at most, counted as they are typed; 0: not said */
	bool heading;          /* label or legend is the page's <h1> */
	bool strong;           /* label in bold: where questions follow one another */
	bool quiet;            /* label for screen readers only */
	bool inline_choices;   /* radios side by side */
	bool small;            /* small radios and boxes */
	const char *list;      /* id of a <datalist> */
	const char *accept;    /* of a file: ".csv,.xlsx" */
	bool many;             /* several files */
};

/* A choice. Lists end with a NULL label. Chosen if .chosen, or if its value is the input's (boxes: one of the words in it). */
struct ui_option {
	const char *value, *label, *hint;
	bool chosen;
	bool apart;            /* "or" stands before it */
};

enum ui_button_style {
	UI_PRIMARY, UI_SECONDARY, UI_WARNING,
	UI_QUIET,              /* looks like a link */
	UI_KIND = 3, UI_SMALL = 4, UI_FULL = 8,
};

void ui_form_begin(struct ui *ui, const struct ui_form *f);
void ui_form_end(struct ui *ui);
/* The hidden stamp: first inside a <form> that a template writes by hand. ui_form_begin() does it by itself. */
void ui_stamp(struct ui *ui, const char *action, int64_t version);
void ui_hidden(struct ui *ui, const char *name, const char *value);

void ui_input(struct ui *ui, const struct ui_input *in);
void ui_input_long(struct ui *ui, const struct ui_input *in);
void ui_input_password(struct ui *ui, const struct ui_input *in); /* .autocomplete NULL: "current-password" */
void ui_input_file(struct ui *ui, const struct ui_input *in);
/* Three boxes, NAME-day, NAME-month, NAME-year. The value is "2026-11-19", or as typed: "19/11/62". */
void ui_input_date(struct ui *ui, const struct ui_input *in);
void ui_input_select(struct ui *ui, const struct ui_input *in, const struct ui_option *options);
void ui_input_radios(struct ui *ui, const struct ui_input *in, const struct ui_option *options);
void ui_input_segments(struct ui *ui, const struct ui_input *in, const struct ui_option *options); /* 2 to 5 short answers */
void ui_input_checks(struct ui *ui, const struct ui_input *in, const struct ui_option *options);
void ui_input_check(struct ui *ui, const char *name, const char *label, const char *hint, bool ticked); /* one box, value "1" */

void ui_fieldset(struct ui *ui, const char *legend, const char *hint, bool heading);
void ui_fieldset_end(struct ui *ui);

/* style: a kind, with UI_SMALL or UI_FULL added. name NULL: the button sends nothing of its own. */
void ui_button(struct ui *ui, unsigned style, const char *label, const char *name, const char *value);
void ui_button_link(struct ui *ui, unsigned style, const char *label, const char *href);
void ui_button_print(struct ui *ui); /* the browser's own printing; not shown where scripts are off, nor on paper */
/* A button that is a form of its own: posts to `action` and nothing else. */
void ui_button_post(struct ui *ui, unsigned style, const char *label, const char *action, int64_t version);
void ui_acts(struct ui *ui);      /* a row of buttons and links */
void ui_acts_end(struct ui *ui);
/* The bar that stays in sight on long pages with one save: at most two buttons, and one sentence of state. */
void ui_sticky(struct ui *ui);
void ui_sticky_end(struct ui *ui, const char *state);

/* Filters above a list: small controls in one row and one "Show" button; GET, so that the address can be kept. */
void ui_filters(struct ui *ui, const char *action);
void ui_filter(struct ui *ui, const char *name, const char *label, const char *value, int width);
void ui_filter_select(struct ui *ui, const char *name, const char *label, const char *value, const struct ui_option *options);
void ui_filter_more(struct ui *ui, const char *label); /* what follows folds behind this label */
void ui_filters_end(struct ui *ui);

/* Every field of the record that a form may set, but the pupil it is about: value, error, control by type. See fields.c. */
void ui_fields(struct ui *ui, const struct record *r, const struct form *form);
void ui_field(struct ui *ui, const struct record *r, const struct form *form, int field);
/* For forms drawn by hand: the form's errors by field name, so that inputs of those names show them. Call before the inputs. */
void ui_form_errors(struct ui *ui, const struct form *form);

#endif

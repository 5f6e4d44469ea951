/* ui.h - a page being built: what its shell needs, what its parts write, how text gets into it safely.
 *
 * The web layer makes a `struct ui` for each request and fills in the shell; a handler sets title, crumbs and the like and calls
 * a template, which appends to ui->out; ui_page() then puts the shell round it. Everything lives in ui->a. Lists of links, options
 * and the like end with an entry whose label is NULL. Parts return nothing and cannot fail. Text given to a part is plain text: the
 * part escapes it. Ready markup exists in one type only, struct html (R10). */
#ifndef UI_UI_H
#define UI_UI_H

#include "base/buf.h"
#include "base/date.h"
#include "base/fault.h"

struct html { const char *text; }; /* markup that was escaped when it was made; a template takes it by {raw x} */

struct ui_link {
	const char *label, *href;
	bool current;
	int count;            /* above 0: shown in a badge */
};

struct ui_error { const char *id, *text; }; /* id: of the control to go to */

/* The scale of a page, interface.md section 3. */
enum ui_scale {
	UI_WORK,              /* dense: registers, homes, plans */
	UI_READ,              /* one column of 800 px: forms, decisions, law, sign-in */
	UI_PHONE,             /* one column of 640 px, large targets: teachers, TAs, parents */
	UI_PROFILE,           /* prints one A4 side without the shell */
};

struct shell {
	const char *title;            /* of the page, without the school's name */
	enum ui_scale scale;
	bool landscape;               /* prints A4 landscape */
	bool demo;
	const char *school;           /* always shown; NULL: none yet */
	const char *school_switch;    /* address of the choice of campus; NULL: there is one only */
	const char *person, *role;    /* who is signed in and as what; NULL: nobody */
	const char *role_switch;      /* address of the choice of role; NULL: has one only */
	const char *account;          /* address of their own account, where there is no choice of role; NULL: none */
	const struct ui_link *sections, *crumbs; /* NULL: none */
	bool find;                    /* the search box */
	const char *sign_out;         /* address the sign-out button posts to; NULL: no button */
	const char *notice;           /* what was just done: "Dylan is on the register from 19 November 2026." */
	const char *undo;             /* address that undoes it; NULL: cannot be undone */
	day today;
	day as_at;                    /* the day looked at, if not 0 and not today: the amber strip */
	const char *as_at_back;       /* address of the same page today */
	const char *printed;          /* "Printed by Ruth Okonkwo on 23 November 2026, 10:42"; print only */
	const char *help;             /* address of help for this page; NULL: /help */
};

struct ui_table;
struct ui_option;

struct ui {
	struct arena *a;
	struct buf out;               /* the inside of <main>, until ui_page() */
	struct shell shell;
	struct ui_error *errors;      /* in the order in which the controls stand; see ui_error() */
	int error_count;
	/* Mints the stamp of a form posting to `action` by someone who saw `version` (0: nothing). Set by web; NULL: none. */
	const char *(*stamp)(struct ui *ui, const char *action, int64_t version);
	/* What a reference to this record may be set to. Set by web; NULL, or gives NULL: the field is not shown. */
	const struct ui_option *(*refs)(struct ui *ui, const char *record);
	void *rq;                     /* for .stamp and .refs */
	const struct ui_table *table; /* the table being written, and the column its next cell is in */
	int column;
	bool first_item;              /* of a list being written */
	const char *group;            /* timeline: the day of the last item */
};

struct ui *ui_new(struct arena *a);
/* The whole page: shell round ui->out. The title begins with "Error:" and the error summary stands first if there are errors. */
struct buf ui_page(struct ui *ui);

/* Add an error to the page's summary. Inputs do this by themselves for their .error. */
void ui_error(struct ui *ui, const char *id, const char *text);
const char *ui_error_of(const struct ui *ui, const char *id); /* NULL: none */

/* ---- for the generated templates ---- */
void ui_raw(struct ui *ui, struct html html);
/* A whole address: only relative ones and http, https, mailto, tel; anything else becomes "#". Escaped for an attribute. */
void ui_add_address(struct buf *b, const char *address);
bool ui_address_ok(const char *address);

/* What was written by `part` since `from` (= ui->out.len before), taken out of the page again, for {raw}. */
struct html ui_take(struct ui *ui, size_t from);

#include "ui/chart.h"
#include "ui/form.h"
#include "ui/part.h"
#include "ui/table.h"

#endif

/* pages.h - what the pages of letters and of the outbox share. Nothing here is for others. */
#ifndef AREAS_LETTERS_PAGES_H
#define AREAS_LETTERS_PAGES_H

#include "areas/letters/area.h"
#include "areas/letters/merge.h"
#include "record/query.h"
#include "web/about.h"
#include "web/tell.h"

const char *letters_child(struct arena *a, const struct row *pupil);     /* "Kai Whitlock" */
const char *letters_first(const struct row *pupil);                      /* "Kai" */
enum ui_tone letters_tone(const char *state);
/* Templates in use today for this way ("post", "email", "handed"; "" any), "Choose one" first. */
MUST const struct fault *letters_templates(struct req *rq, const struct ui_option **out);
/* The child a row is about, whoever asks: whoever may read the row may know whom it is about. NULL: nobody. */
MUST const struct fault *letters_pupil(struct req *rq, const struct row *row, struct row **out);
enum reach_how letters_how(const char *channel);
/* The mail server of the school in view, as the program reads it; NULL: none yet. `on`: it sends. */
MUST const struct fault *letters_server(struct act *act, struct row **out, bool *on);
/* "This is a demonstration ...", "No mail server yet ...": why nothing leaves; nothing if it does. */
MUST const struct fault *letters_standing(struct req *rq, struct ui *ui);

/* ---- writing: write_pages.c ---- */
/* One draft for this person, filled in by this writer. *refused: why not, a field that may not be said; then nothing was made. */
struct writing { const struct row *pupil, *template; const char *channel, *batch; bool agreed; };
MUST const struct fault *letter_draft(struct req *rq, const struct writing *w, const struct reach *to, const char **id,
	const char **refused);
/* Drafts go out: by e-mail into the outbox; by post and by hand they are marked with their proof. *refused as above. */
MUST const struct fault *letter_send(struct req *rq, struct row *letter, const char *proof, const char **refused);

page letters_page, child_letters, letter_new, letter_new_post, letter_page, letter_post, letter_pdf;
page templates_page, template_new, template_edit;
page bulk_new, bulk_post, batch_page, batch_post, batch_pdf;
page outbox_page, message_page, message_post, message_file;
page server_page, server_post, server_test;
const struct fault *panel_outbox(struct req *rq, struct ui *ui, const struct panel *p) MUST;

#endif

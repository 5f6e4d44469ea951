/* routes.c - the pages of letters and of the outbox, and what they put on other pages. */
#include "areas/letters/word.h"

const struct route LETTERS_ROUTES[] = {
	{ "/letters", &LETTER, RIGHT_READ, letters_page, NULL, "Letters", .section = "Letters" },
	{ "/letters/new", &LETTER, RIGHT_ADD, bulk_new, bulk_post, "Write to many", LONG, "Letters" },
	{ "/letters/templates", &LETTER_TEMPLATE, RIGHT_READ, templates_page, NULL, "Letter templates", .section = "Letters" },
	{ "/letters/templates/new", &LETTER_TEMPLATE, RIGHT_ADD, template_new, template_new, "Write a template", UPLOAD, "Letters",
	  word_before },
	{ "/letters/templates/:template", &LETTER_TEMPLATE, RIGHT_EDIT, template_edit, template_edit, "Change a template", UPLOAD,
	  "Letters", word_before },
	{ "/letters/templates/:template/word", &LETTER_TEMPLATE, RIGHT_READ, template_word, NULL, "A template's Word file",
		.section = "Letters" },
	{ "/letters/:letter/pdf", &LETTER, RIGHT_READ, letter_pdf, NULL, "A letter as a PDF", .section = "Letters" },
	{ "/letters/batches/:batch/pdf", &LETTER, RIGHT_READ, batch_pdf, NULL, "Letters as one PDF", .section = "Letters" },
	{ "/letters/batches/:batch", &LETTER, RIGHT_READ, batch_page, batch_post, "Letters written together", LONG, "Letters",
		batch_before },
	{ "/letters/:letter", &LETTER, RIGHT_READ, letter_page, letter_post, "A letter", 0, "Letters", letter_before },
	{ "/letters/:letter/word", &LETTER, RIGHT_READ, letter_word, NULL, "A letter as a Word document", .section = "Letters" },
	{ "/pupils/:pupil/letters", &LETTER, RIGHT_READ, child_letters, NULL, "Letters about a child", .section = "Register" },
	{ "/pupils/:pupil/letters/new", &LETTER, RIGHT_ADD, letter_new, letter_new_post, "Write a letter", .section = "Register" },
	{ "/outbox", &MESSAGE, RIGHT_READ, outbox_page, NULL, "Outbox", .section = "School" },
	{ "/outbox/server", &MAIL_SERVER, RIGHT_EDIT, server_page, server_post, "Mail server", STEP_UP, "School" },
	{ "/outbox/server/test", &MAIL_SERVER, RIGHT_EDIT, NULL, server_test, "Send a test message", 0, "School" },
	{ "/outbox/:message", &MESSAGE, RIGHT_READ, message_page, message_post, "A message", .section = "School" },
	{ "/outbox/:message/file", &MESSAGE, RIGHT_READ, message_file, NULL, "A message's file", .section = "School" },
	{ NULL },
};

const struct panel LETTERS_PANELS[] = {
	{ "child-acts", 600, &LETTER, RIGHT_ADD, "Write a letter", .href = "/letters/new" },
	{ "home-senco", 650, &MESSAGE, RIGHT_EDIT, "Outbox", PANEL_RAIL, panel_outbox },
	{ "home-office", 600, &MESSAGE, RIGHT_EDIT, "Outbox", PANEL_WHOLE, panel_outbox },
	{ "home-it", 600, &MESSAGE, RIGHT_READ, "Outbox", PANEL_WHOLE, panel_outbox },
	{ NULL },
};

/* shared.c - what the pages of guidance begin with, and the search that looks through a few hundred short texts. */
#include <string.h>

#include "areas/guidance/pages.h"
#include "areas/guidance/queries.sql.h"
#include "base/text.h"

const struct fault *guidance_head(struct req *rq, struct ui *ui, const char *title, const char *lede)
{
	(void)rq;
	ui->shell.title = title;
	ui->shell.scale = UI_WORK;
	ui_head(ui, title, lede);
	return NULL;
}

static const struct fault *waiting(struct req *rq, int *questions, int *readings)
{
	const char *today = day_iso(rq->a, rq->act->today);
	struct found f;

	*questions = *readings = 0;
	if (record_ever(rq->act, &STAFF_QUESTION, RIGHT_EDIT)) {
		TRY(query_run(rq->act, &Q_QUESTION_WAITING, NULL, &f));
		*questions = f.rows ? (int)found_int(&f, 0, Q_QUESTION_WAITING_MANY) : 0;
	}
	TRY(query_run(rq->act, &Q_READINGS_MINE, (const char *const[]){ rq->act->who->account, rq->act->who->staff, today }, &f));
	for (int i = 0; i < f.rows; i++)
		*readings += !*found_text(&f, i, Q_READINGS_MINE_READ_AT);
	return NULL;
}

const struct fault *guidance_head_end(struct req *rq, struct ui *ui, const char *current)
{
	struct ui_link tabs[] = { { "Sheets", "/guidance" }, { "What helps here", "/guidance/cards" }, { "Answers",
		"/guidance/answers" },
		{ "Questions", "/guidance/questions" }, { "Notes for now", "/guidance/notes" }, { "To read",
			"/guidance/reading" } };
	struct ui_link *shown = arena_array(rq->a, sizeof tabs / sizeof *tabs + 1, sizeof *shown);
	int n = 0, questions, readings;

	ui_head_end(ui);
	TRY(waiting(rq, &questions, &readings));
	for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
		if (!rq_leads(rq, tabs[i].href) || (i == 1 && !cards_may(rq)))
			continue;
		shown[n] = tabs[i];
		shown[n].current = strcmp(tabs[i].href, current) == 0;
		shown[n++].count = i == 3 ? questions : i == 5 ? readings : 0;
	}
	ui_tabs(ui, "Guidance", shown);
	return NULL;
}

void guidance_look_for(struct ui *ui, const char *action, const char *typed)
{
	ui_form_begin(ui, &(struct ui_form){ .action = action, .get = true, .label = "Look for guidance" });
	ui_input(ui, &(struct ui_input){ .name = "q", .label = "Look for", .value = typed, .width = 30, .autocomplete = "off" });
	ui_acts(ui);
	ui_button(ui, UI_SECONDARY | UI_SMALL, "Find", NULL, NULL);
	ui_acts_end(ui);
	ui_form_end(ui);
}

void guidance_crumbs(struct req *rq, const char *label, const char *href)
{
	if (rq_leads(rq, "/guidance"))
		about_crumbs(rq, (const char *const[]){ "Guidance", "/guidance", label, href, NULL });
	else
		about_crumbs(rq, (const char *const[]){ label, href, NULL });
}

const char *guidance_ticked(struct req *rq, const char *name, const struct choice *list)
{
	struct buf b = buf_new(rq->a);

	for (const struct choice *c = list; c->code; c++)
		for (size_t i = 0; i < rq->typed.count; i++)
			if (strcmp(rq->typed.item[i].name, name) == 0 && strcmp(rq->typed.item[i].value, c->code) == 0) {
				buf_printf(&b, "%s%s", b.len ? " " : "", c->code);
				break;
			}
	return buf_text(&b);
}

bool guidance_has_word(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; n && (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

bool guidance_invalid(const struct fault *f, const struct form *form)
{
	return f && f->code == FAULT_INVALID && form->error_count;
}

const char *guidance_ago(struct arena *a, day on, day today)
{
	return on >= today ? "today" : today - on == 1 ? "1 day" : arena_printf(a, "%d days", (int)(today - on));
}

int guidance_page_number(struct req *rq)
{
	int64_t n = 1;

	(void)text_to_int(rq_text(rq, "page"), &n);
	return n < 1 || n > 10000 ? 1 : (int)n;
}

/* ---- search ---- */

static bool says_nothing(const char *word, size_t n)
{
	static const char *const COMMON[] = { "what", "when", "with", "have", "does", "that", "this", "they", "them", "their",
		"there",
		"from", "should", "could", "would", "about", "child", "children", "pupil", "pupils", "help", "helps", "your",
			"some",
		"will", "the", "and", "for", "how", "can", "who", "why", "not", "are", "was", "has", "his", "her", "she", "you",
			"but", "any",
		"need", "needs", "lesson", "lessons", "class", "than", "then", "into", "more", "very", "after", NULL };

	for (const char *const *c = COMMON; *c; c++)
		if (strlen(*c) == n && strncmp(*c, word, n) == 0)
			return true;
	return n < 3;
}

/* Does a word of `text` begin so? Endings are left off, so that "reads" finds "reading". */
static bool begins_in(const char *text, const char *word, size_t n)
{
	size_t stem = n > 6 ? n - 2 : n > 4 ? n - 1 : n;

	for (const char *p = text; *p; p++)
		if ((p == text || p[-1] == ' ') && strncmp(p, word, stem) == 0)
			return true;
	return false;
}

static const char *plain(struct arena *a, const char *text)
{
	char *t = arena_text(a, text_fold(a, text));

	for (char *c = t; *c; c++)
		if (strchr(".,;:!?()[]\"/\n\t", *c))
			*c = ' ';
	return t;
}

int guidance_score(struct arena *a, const char *typed, const char *text)
{
	const char *words = plain(a, typed), *in = plain(a, text);
	int score = 0;

	while (*words) {
		size_t n = strcspn(words, " ");

		if (n && !says_nothing(words, n) && begins_in(in, words, n))
			score++;
		words += n + (words[n] == ' ');
	}
	return score;
}

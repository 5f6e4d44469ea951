/* guidance_test.c - a question is asked and answered, a note is seen by those who teach, a text is read; and nothing tells
 * more than it
 * may. */
#include <string.h>

#include "areas/guidance/area.h"
#include "base/text.h"
#include "tests/paper.h"
#include "tests/world.h"

static struct rows all(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "senco")), r, &(struct ask){ .limit = 300 }, &rows));
	return rows;
}

static const struct fault *seed(struct act *act, void *self)
{
	(void)self;
	return guidance_seed(act);
}

static struct world school(struct test *t)
{
	struct world w = world_new(t);

	expect_fine(world_do(as(w, "program"), seed, NULL));
	return w;
}

static const char *one(struct world w, const struct record *r, int field, const char *text)
{
	struct rows rows = all(w, r);

	for (int i = 0; i < rows.count; i++)
		if (strstr(row_text(rows.row[i], field), text))
			return row_id(rows.row[i]);
	return "none";
}

#define AT(...) arena_printf(t->a, __VA_ARGS__)

TEST(areas_of_guidance_are_those_of_the_bank_of_strategies)
{
	const struct record *bank = record_find(world_house(world_new(t)), "strategy_bank");
	const struct choice *c = bank->fields[field_find(bank, "need")].choices;

	for (int i = 0; c[i].code || GUIDANCE_AREAS[i].code; i++) {
		expect_text(c[i].code, GUIDANCE_AREAS[i].code);
		expect_text(c[i].label, GUIDANCE_AREAS[i].label);
	}
}

TEST_STORE(a_school_begins_with_sheets_and_role_cards_once)
{
	struct world w = school(t);
	int sheets = all(w, &GUIDE).count, cards = all(w, &READING).count;

	expect(sheets >= 14);
	expect(cards == 5);
	expect_fine(world_do(as(w, "program"), seed, NULL));
	expect_int(all(w, &GUIDE).count, sheets);
	expect_has(get(as(w, "ta"), "/guidance").text, "Dyslexia and reading");
	expect_has(get(as(w, "office"), "/guidance?q=reading+aloud").text, "Dyslexia and reading");
	expect_status(get(as(w, "it"), "/guidance"), 404);
}

TEST_STORE(each_first_sheet_fits_on_one_page_and_a_longer_one_is_refused_uncut)
{
	struct world w = school(t);
	struct rows sheets = all(w, &GUIDE);
	const char *path = AT("/guidance/sheets/%s/edit", row_id(sheets.row[0]));
	struct buf much = buf_new(t->a), sheet;

	for (int i = 0; i < sheets.count; i++) {
		struct seen_page p = get(as(w, "teacher"), AT("/guidance/sheets/%s/sheet.pdf", row_id(sheets.row[i])));

		expect_int(p.status, 200);
		sheet = (struct buf){ .a = t->a, .data = (char *)(uintptr_t)p.text, .len = p.length };
		expect_has(SAYS("pdfinfo", paper_keep(t, "sheet.pdf", &sheet)), "Pages:           1\n");
	}
	for (int i = 0; i < 60; i++)
		buf_add(&much, "one+more+line%0A");
	expect_has(post(as(w, "senco"), path, AT("title=Long&area=cognition&looks=x&helps=%s&avoid=%s", buf_text(&much), "y")).text,
		"too long for one printed page");
	expect_goes(post(as(w, "senco"), path,
		"title=Short&area=cognition&needs=SPLD&needs=MLD&looks=x&helps=y&checked_on=2026-11-01"),
		"/guidance/sheets/");
	expect_has(get(as(w, "teacher"), AT("/guidance/sheets/%s", row_id(sheets.row[0]))).text, "Earlier editions (1)");
	expect_status(get(as(w, "teacher"), path), 404);
}

TEST_STORE(a_question_is_asked_answered_and_read_by_the_one_who_asked_alone)
{
	struct world w = school(t);
	const char *path;

	expect_has(post(as(w, "teacher"), "/guidance/ask", "text=").text, "Enter the question");
	expect_goes(post(as(w, "teacher"), "/guidance/ask", "text=How+do+I+help+with+spelling&child=sam"), "/guidance/questions");
	expect_goes(post(as(w, "ta"), "/guidance/ask", "text=Where+are+the+timers"), "/guidance/questions");
	path = AT("/guidance/questions/%s", one(w, &STAFF_QUESTION, STAFF_QUESTION_TEXT, "spelling"));
	expect_has(get(as(w, "senco"), "/guidance/questions").text, "Where are the timers");
	expect_has(get(as(w, "asst_senco"), "/guidance/questions").text, "How do I help");
	expect(!strstr(get(as(w, "ta"), "/guidance/questions").text, "spelling"));
	expect_status(get(as(w, "ta"), path), 404);
	expect_status(post(as(w, "teacher"), path, "answer=Mine"), 404);
	expect_has(post(as(w, "senco"), path, "answer=").text, "Enter the answer");
	expect_goes(post(as(w, "senco"), path, "answer=Few+words,+well+chosen"), "/guidance/questions");
	expect_has(get(as(w, "teacher"), path).text, "Few words, well chosen");
	expect_has(get(as(w, "teacher"), "/").text, "The SENCO answered");
	expect_has(get(as(w, "senco"), "/guidance/questions").text, "Answered");
}

TEST_STORE(an_answer_for_everybody_holds_no_childs_name_and_is_found_by_the_next_who_asks)
{
	struct world w = school(t);
	const char *path;

	expect_goes(post(as(w, "teacher"), "/guidance/ask", "text=How+do+I+help+Sam+with+spelling+tests&child=sam"),
		"/guidance/questions");
	path = AT("/guidance/questions/%s", one(w, &STAFF_QUESTION, STAFF_QUESTION_TEXT, "spelling"));
	expect_status(get(as(w, "senco"), AT("%s/publish", path)), 404);
	expect_goes(post(as(w, "senco"), path, "answer=Five+words+a+week&then=publish"), "/publish");
	path = AT("%s/publish", path);
	expect_has(post(as(w, "senco"), path, "question=How+do+I+help+sam&text=x&not_names=sam").text, "still names the child");
	expect_has(post(as(w, "senco"), path, "question=How+do+I+help&text=Ask+Ana").text, "names of children here: Ana");
	expect_goes(post(as(w, "senco"), path,
		"question=How+do+I+help+with+spelling+tests&text=Ana+words+five+a+week&not_names=Ana"),
		"/guidance/answers");
	expect_has(get(as(w, "ta"), "/guidance/answers").text, "spelling tests");
	expect_has(post(as(w, "ta"), "/guidance/ask", "text=What+about+a+spelling+test").text, "Does one of these answer it?");
	expect_int(all(w, &STAFF_QUESTION).count, 1);
	expect_goes(post(as(w, "ta"), "/guidance/ask", "text=What+about+a+spelling+test&looked=1"), "/guidance/questions");
	expect_int(all(w, &STAFF_QUESTION).count, 2);
}

TEST_STORE(a_question_about_a_child_becomes_a_worry_once)
{
	struct world w = school(t);
	const char *path;

	expect_goes(post(as(w, "teacher"), "/guidance/ask", "text=Sam+guesses+every+word&child=sam"), "/guidance/questions");
	path = AT("/guidance/questions/%s/worry", one(w, &STAFF_QUESTION, STAFF_QUESTION_TEXT, "guesses"));
	expect_has(post(as(w, "senco"), path, "hard=").text, "Choose what is hard");
	expect_goes(post(as(w, "senco"), path, "hard=Reading"), "/worries/");
	expect_status(post(as(w, "senco"), path, "hard=Reading"), 404);
	expect_has(get(as(w, "teacher"), "/worries/mine").text, "Sam");
	expect_has(get(as(w, "teacher"), "/guidance/questions").text, "Now a worry");
}

TEST_STORE(a_note_is_seen_by_those_who_teach_and_asked_again_when_it_changes)
{
	struct world w = school(t);
	const char *path, *today = day_iso(t->a, day_today());

	expect_has(post(as(w, "senco"), "/pupils/sam/act-notes/new", "text=&from=2026-11-20&until=2026-11-10&who=all").text,
		"Enter what to do");
	expect_has(post(as(w, "senco"), "/pupils/sam/act-notes/new",
		AT("text=Late+because+of+a+diagnosis&from=%s&until=%s&who=all", today,
		today)).text, "Does it say why?");
	expect_int(all(w, &ACT_NOTE).count, 0);
	expect_goes(post(as(w, "senco"), "/pupils/sam/act-notes/new", AT("text=Let+him+out+early&from=%s&until=%s&who=teachers",
		today, today)), "/guidance/notes/");
	path = AT("/guidance/notes/%s", row_id(all(w, &ACT_NOTE).row[0]));
	expect_has(get(as(w, "teacher"), "/").text, "Let him out early");
	expect_has(get(as(w, "teacher"), "/pupils/sam").text, "Let him out early");
	expect_has(get(as(w, "teacher"), AT("/classes/%s/cover", world_id(w, "8R-en"))).text, "Let him out early");
	expect(!strstr(get(as(w, "teacher"), path).text, "Who has seen it"));
	expect_status(get(as(w, "ta"), path), 404);
	expect_has(get(as(w, "senco"), path).text, "Not yet");
	expect_goes(post(as(w, "teacher"), AT("%s/seen", path), ""), "/");
	expect(!strstr(get(as(w, "teacher"), "/").text, "I have seen it"));
	expect_has(get(as(w, "senco"), path).text, "has seen it");
	expect_goes(post(as(w, "senco"), AT("%s/chase", path), ""), path);
	expect_status(post(as(w, "dsl"), AT("%s/edit", path), AT("text=Now+six+minutes&from=%s&until=%s&who=all", today, today)),
		303);
	expect_has(get(as(w, "teacher"), "/").text, "Now six minutes");
	expect_has(get(as(w, "ta"), "/").text, "Now six minutes");
	expect_status(post(as(w, "teacher"), AT("%s/end", path), ""), 404);
	expect_goes(post(as(w, "senco"), AT("%s/end", path), ""), "/guidance/notes");
}

TEST_STORE(a_note_does_not_tell_its_readers_who_wrote_it)
{
	struct world w = school(t);
	const char *today = day_iso(t->a, day_today()), *path;
	struct rows versions;
	struct row *row;

	expect_goes(post(as(w, "dsl"), "/pupils/sam/act-notes/new", AT("text=See+the+office+first&from=%s&until=%s&who=all",
		today, today)), "/guidance/notes/");
	path = AT("/guidance/notes/%s/edit", row_id(all(w, &ACT_NOTE).row[0]));
	expect_status(post(as(w, "senco"), path, AT("text=Other&from=%s&until=%s&who=all", today, today)), 404);
	expect_fine(record_get(world_read(as(w, "teacher")), &ACT_NOTE, row_id(all(w, &ACT_NOTE).row[0]), &row));
	expect(!row_has(row, ACT_NOTE_BY));
	path = AT("/records/act_note/%s/history", row_id(row));
	expect_has(get(as(w, "teacher"), path).text, "See the office first");
	expect_has(get(as(w, "teacher"), path).text, ", Staff");
	expect_has(get(as(w, "dsl"), path).text, ", Pat Okafor");
	expect_fine(record_history(world_read(as(w, "teacher")), row, &versions));
	expect_text(row_by(versions.row[0]), "Staff");
	expect_text(row_by_account(versions.row[0]), "");
	expect_has(get(as(w, "teacher"), "/pupils/sam/history").text, "Staff");
	expect_text(row_text(row, ACT_NOTE_TEXT), "See the office first");
}

TEST_STORE(what_is_put_before_a_role_is_ticked_and_a_new_edition_asks_again)
{
	struct world w = school(t);
	const char *path, *answer = AT("/guidance/reading/%s", one(w, &READING, READING_TITLE, "class and subject teacher"));

	expect_status(get(as(w, "teacher"), answer), 404); /* a draft */
	expect_goes(post(as(w, "senco"), AT("%s/out", answer), ""), answer);
	expect_has(get(as(w, "teacher"), "/").text, "Role card: class and subject teacher");
	expect(!strstr(get(as(w, "ta"), "/guidance/reading").text, "Role card: class"));
	expect_status(post(as(w, "ta"), AT("%s/read", answer), ""), 404);
	expect_goes(post(as(w, "teacher"), AT("%s/read", answer), ""), "/guidance/reading");
	expect_goes(post(as(w, "teacher"), AT("%s/read", answer), ""), "/guidance/reading");
	expect_int(all(w, &RECEIPT).count, 1);
	expect_has(post(as(w, "senco"), "/guidance/reading/new", "title=Policy&kind=policy&text=&whom=role").text,
		"Choose at least one role");
	expect_goes(post(as(w, "senco"), "/guidance/reading/new",
		"title=Policy&kind=policy&text=Words&whom=all&question=Clear%3F&then=out"),
		"/guidance/reading/");
	path = AT("/guidance/reading/%s", one(w, &READING, READING_TITLE, "Policy"));
	expect_has(post(as(w, "ta"), AT("%s/read", path), "answer=").text, "Answer the question");
	expect_goes(post(as(w, "ta"), AT("%s/read", path), "answer=Yes+quite"), "/guidance/reading");
	expect_has(get(as(w, "senco"), path).text, "Yes quite");
	expect_has(get(as(w, "senco"), path).text, "Not yet");
	expect(!strstr(get(as(w, "ta"), path).text, "Who has read it"));
	expect_goes(post(as(w, "senco"), AT("%s/edit", path), "title=Policy&kind=policy&text=New+words&whom=all"), path);
	expect_has(get(as(w, "ta"), "/").text, "Policy");
	expect_has(get(as(w, "senco"), path).text, "An earlier edition");
	expect_goes(post(as(w, "senco"), AT("%s/chase", path), ""), path);
	expect_goes(post(as(w, "senco"), AT("%s/over", path), ""), path);
	expect_status(get(as(w, "ta"), path), 404);
}

static const struct fault *use_of(struct act *act, struct row *about, const char *plan, const char *bank)
{
	const struct record *r = record_find(act->house, "strategy_use");
	struct form *f = form_new(act->a, r);
	const char *id;

	form_set(f, field_find(r, "plan"), plan);
	form_set(f, field_find(r, "bank"), bank);
	form_set(f, field_find(r, "text"), "Words on a card");
	form_set(f, field_find(r, "helped"), "yes");
	return record_add(act, r, about, f, &id);
}

static const struct fault *plan_with(struct act *act, const char *pupil, const char *type, const char *bank)
{
	const struct record *plan = record_find(act->house, "plan");
	struct form *f = form_new(act->a, plan);
	struct row *about, *made;

	TRY(record_get(act, record_find(act->house, "pupil"), pupil, &about));
	form_set(f, field_find(plan, "plan_type"), type);
	form_set(f, field_find(plan, "number"), "1");
	form_set(f, field_find(plan, "state"), "do");
	TRY(record_put(act, plan, about, f, &made));
	return use_of(act, about, row_id(made), bank);
}

static const struct fault *two_uses(struct act *act, void *self)
{
	const struct record *bank = record_find(act->house, "strategy_bank");
	struct form *f = form_new(act->a, bank);
	struct world *w = self;
	struct rows types;
	struct row *card;

	form_set(f, field_find(bank, "text"), "Words on a card");
	form_set(f, field_find(bank, "need"), "behaviour");
	TRY(record_put(act, bank, NULL, f, &card));
	TRY(record_list(act, record_find(act->house, "plan_type"), &(struct ask){ .limit = 1 }, &types));
	TRY(plan_with(act, world_id(*w, "sam"), row_id(types.row[0]), row_id(card)));
	return plan_with(act, world_id(*w, "ana"), row_id(types.row[0]), row_id(card));
}

TEST_STORE(a_card_says_what_came_of_it_and_no_small_number_to_those_who_teach)
{
	struct world w = school(t);
	const struct record *bank = record_find(world_house(w), "strategy_bank");

	expect_fine(world_do(as(w, "program"), two_uses, &w));
	expect_has(get(as(w, "senco"), "/guidance/cards").text, "Used with 2 children here, helped 2");
	expect_has(get(as(w, "head"), "/guidance/cards?area=behaviour").text, "Used with 2 children here");
	expect_has(get(as(w, "teacher"), "/guidance/cards").text, "Used with fewer than 5 children here");
	expect(!strstr(get(as(w, "teacher"), "/guidance/cards").text, "helped"));
	expect_status(get(as(w, "governor"), "/guidance/cards"), 404);
	expect_int(get(as(w, "ta"), "/guidance/cards.pdf?area=behaviour").status, 200);
	expect_goes(post(as(w, "teacher"), "/guidance/cards/new", "text=A+seat+by+the+door&need=semh"), "/guidance/cards");
	expect_has(get(as(w, "ta"), "/guidance/cards").text, "A seat by the door");
	expect_status(get(as(w, "ta"), AT("/guidance/cards/%s", one(w, bank, 0, "A seat"))), 404);
}

static const struct fault *old_note(struct act *act, void *self)
{
	struct form *f = form_new(act->a, &ACT_NOTE);
	struct world *w = self;
	struct row *about;
	const char *id;

	TRY(record_get(act, record_find(act->house, "pupil"), world_id(*w, "sam"), &about));
	form_set(f, ACT_NOTE_TEXT, "Carry the bag");
	form_set(f, ACT_NOTE_FROM, day_iso(act->a, act->today - 9));
	form_set(f, ACT_NOTE_UNTIL, day_iso(act->a, act->today - 1));
	form_set(f, ACT_NOTE_WHO, "all");
	return record_add(act, &ACT_NOTE, about, f, &id);
}

TEST_STORE(a_note_ends_by_itself_for_all_who_were_told)
{
	struct world w = school(t);
	const char *path;

	expect_fine(world_do(as(w, "program"), old_note, &w));
	path = AT("/guidance/notes/%s", row_id(all(w, &ACT_NOTE).row[0]));
	expect(!strstr(get(as(w, "teacher"), "/").text, "Carry the bag"));
	expect(!strstr(get(as(w, "teacher"), "/pupils/sam").text, "Carry the bag"));
	expect(!strstr(get(as(w, "teacher"), "/guidance/notes").text, "Carry the bag"));
	expect_status(get(as(w, "teacher"), path), 404);
	expect_has(get(as(w, "senco"), path).text, "Over since");
}

TEST_STORE(what_was_just_asked_is_taken_back_the_same_day_by_the_one_who_asked)
{
	struct world w = school(t);
	const char *undo;

	expect_goes(post(as(w, "ta"), "/guidance/ask", "text=A+mistake"), "/guidance/questions");
	undo = AT("/guidance/undo/staff_question/%s", row_id(all(w, &STAFF_QUESTION).row[0]));
	expect_status(post(as(w, "teacher"), undo, ""), 404);
	expect_goes(post(as(w, "ta"), undo, ""), "/");
	expect_int(all(w, &STAFF_QUESTION).count, 0);
	expect_status(post(as(w, "ta"), "/guidance/undo/pupil/sam", ""), 404);
}

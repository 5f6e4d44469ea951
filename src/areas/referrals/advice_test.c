/* advice_test.c - nothing in a report can be forgotten, and nobody reads more of it than is theirs to act on. */
#include <string.h>

#include "areas/referrals/area.h"
#include "tests/world.h"

#define REPORT "title=EP+report&author=Dr+Lindgren&written_on=2026-10-01&received_on=2026-10-05&sharing=teachers"

static struct rows all(struct world w, const struct record *r, const char *pupil)
{
	struct test *t = w.t;
	struct ask ask = { .pupil = pupil ? world_id(w, pupil) : NULL };
	struct rows rows;

	expect_fine(record_list(world_read(w), r, &ask, &rows));
	return rows;
}

/* A school whose register has begun: its SENCO has a home. */
static struct world begun(struct test *t)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/register/enter",
		"provision=K&from=2026-09-10&reason=R&evidence=S&agreed_by=M&need=SPLD&parents_told_on=2026-09-11"
		"&parents_told_how=phone"), "/pupils/");
	return w;
}

/* A report of two recommendations about Sam, as the SENCO. */
static struct world with_report(struct test *t)
{
	struct world w = begun(t);

	expect_goes(post(w, "/pupils/sam/advice/new", REPORT "&rows=3&text-1=Seat+him+near+the+front&text-3=Daily+movement+break"),
		"/advice/reports/");
	expect_int(all(w, &RECOMMENDATION, "sam").count, 2);
	return w;
}

static const char *recommendation(struct world w, int number)
{
	struct rows rows = all(w, &RECOMMENDATION, "sam");

	for (int i = 0; i < rows.count; i++)
		if (row_int(rows.row[i], RECOMMENDATION_NUMBER) == number)
			return row_id(rows.row[i]);
	return "";
}

static const char *decide(struct world w, int number)
{
	return arena_printf(w.t->a, "/advice/recommendations/%s", recommendation(w, number));
}

TEST_STORE(a_service_is_added_checked_and_chosen_in_a_referral)
{
	struct world w = as(world_new(t), "senco");
	const char *id;

	expect_has(post(w, "/advice/services/new", "name=").text, "Enter the name of the service");
	expect_goes(post(w, "/advice/services/new", "name=Speech+therapy&kind=ep&reply_weeks=6&from=2024-09-01"),
		"/advice/services/");
	id = row_id(all(w, &AGENCY, NULL).row[0]);
	expect_goes(post(w, "/advice/professionals/new", arena_printf(t->a, "agency=%s&name=Jo+Featherstone&from=2024-09-01", id)),
		"/advice/services/");
	expect_has(get(w, arena_printf(t->a, "/advice/services/%s", id)).text, "None: by way of the service");
	expect_goes(post(w, arena_printf(t->a, "/advice/services/%s", id), ""), "/advice/services/");
	expect_text(row_text(all(w, &AGENCY, NULL).row[0], AGENCY_CHECKED_ON), "2026-11-22");
	expect_has(post(w, "/pupils/sam/referrals/new", arena_printf(t->a, "reason=Stammer&to=%s&sent_on=2026-11-02", id)).text,
		"Say who agreed");
	expect_goes(post(w, "/pupils/sam/referrals/new",
		arena_printf(t->a, "reason=Stammer&to=%s&sent_on=2026-11-02&consent_by=parent&consent_on=2026-11-01", id)),
		"/advice/referrals/");
	expect_text(row_text(all(w, &REFERRAL, "sam").row[0], REFERRAL_REPLY_BY), "2026-12-14");
	expect_has(get(w, "/advice").text, "Speech therapy");
}

TEST_STORE(a_teacher_asks_in_school_and_sees_what_became_of_it_alone)
{
	struct world w = as(begun(t), "teacher"), senco;
	const char *id;

	expect_goes(post(w, "/pupils/sam/referrals/new", "reason=He+stammers&sent_on=2026-11-02&consent_by=parent"), "/pupils/");
	expect_status(get(w, "/pupils/ana/referrals/new"), 404);
	senco = as(w, "senco");
	id = row_id(all(senco, &REFERRAL, "sam").row[0]);
	expect_text(row_text(all(senco, &REFERRAL, "sam").row[0], REFERRAL_STATE), "asked");
	expect_text(row_text(all(senco, &REFERRAL, "sam").row[0], REFERRAL_SENT_ON), "");
	expect_lacks(get(w, arena_printf(t->a, "/advice/referrals/%s", id)).text, "He stammers");
	expect_has(get(w, arena_printf(t->a, "/advice/referrals/%s", id)).text, "Asked for in school");
	expect_status(post(w, arena_printf(t->a, "/advice/referrals/%s", id), "state=closed&outcome=x"), 404);
	expect_has(get(senco, "/").text, "1 request from staff to send");
}

TEST_STORE(each_recommendation_is_decided_with_a_reason_and_an_owner)
{
	struct world w = with_report(t);

	expect_has(get(w, "/advice").text, "Daily movement break");
	expect_has(get(w, "/").text, "2 recommendations not decided");
	expect_has(post(w, decide(w, 1), "decision=").text, "Choose what you decide");
	expect_has(post(w, decide(w, 1), "decision=declined").text, "Say why you do not do it");
	expect_has(post(w, decide(w, 1), "decision=accepted").text, "Choose who does it");
	expect_lacks(post(w, decide(w, 1), "decision=accepted").text, "Say what is done");
	expect_goes(post(w, decide(w, 1), arena_printf(t->a, "decision=accepted&what=Front+row&owner=%s&due_on=2026-11-20",
		world_id(w, "teacher.staff"))), decide(w, 2));
	expect_goes(post(w, decide(w, 2), "decision=declined&reason=He+does+not+want+it"), "/advice/reports/");
	expect_has(get(w, "/advice").text, "Every recommendation of every report is decided");
	expect_has(get(w, "/advice").text, "1 of them late");
}

TEST_STORE(whoever_owns_an_action_does_it_and_never_reads_the_report)
{
	struct world w = with_report(t), teacher = as(w, "teacher");
	const char *id, *path;

	expect_goes(post(w, decide(w, 1), arena_printf(t->a, "decision=accepted&what=Front+row&owner=%s&due_on=2026-12-20",
		world_id(w, "teacher.staff"))), "/advice/recommendations/");
	id = row_id(all(w, &ADVICE_ACTION, "sam").row[0]);
	path = arena_printf(t->a, "/advice/actions/%s", id);
	expect_has(get(teacher, "/").text, "Front row");
	expect_has(get(teacher, path).text, "I have read this");
	expect_lacks(get(teacher, path).text, "Lindgren");
	expect_status(get(teacher, arena_printf(t->a, "/advice/reports/%s", row_id(all(w, &ADVICE_REPORT, "sam").row[0]))), 404);
	expect_lacks(get(teacher, "/pupils/sam/advice").text, "EP report");
	expect_status(get(teacher, "/pupils/ana/advice"), 404);
	expect_goes(post(teacher, path, "act=read"), "/");
	expect_text(row_text(all(w, &ADVICE_ACTION, "sam").row[0], ADVICE_ACTION_TOLD_ON), "2026-11-22");
	expect_has(post(teacher, path, "act=done&evidence=").text, "Say in a sentence what shows");
	expect_goes(post(teacher, path, "act=done&evidence=He+sits+in+row+one&what=Changed&owner="), "/");
	expect_text(row_text(all(w, &ADVICE_ACTION, "sam").row[0], ADVICE_ACTION_WHAT), "Front row");
	expect_text(row_text(all(w, &ADVICE_ACTION, "sam").row[0], ADVICE_ACTION_DONE_ON), "2026-11-22");
	expect_status(post(as(w, "ta"), path, "act=done&evidence=x"), 404);
}

TEST_STORE(a_report_closes_only_when_all_of_it_is_decided_and_done)
{
	struct world w = with_report(t);
	const char *report = arena_printf(t->a, "/advice/reports/%s", row_id(all(w, &ADVICE_REPORT, "sam").row[0]));
	const char *review = arena_printf(t->a, "%s/review", report);

	expect_has(post(w, review, "reviewed_on=2026-11-22&result=works&note=All+well&close=1").text,
		"cannot be closed yet: 2 recommendations not decided");
	expect_int(all(w, &ADVICE_REVIEW, "sam").count, 0);
	expect_goes(post(w, decide(w, 1), "decision=adapted&reason=By+the+window&in_place=1&evidence=Seen+it"), "/advice/");
	expect_goes(post(w, decide(w, 2), "decision=declined&reason=No"), "/advice/reports/");
	expect_goes(post(w, review, "reviewed_on=2026-11-22&result=works&note=All+well&close=1"), "/advice/reports/");
	expect_text(row_text(all(w, &ADVICE_REPORT, "sam").row[0], ADVICE_REPORT_CLOSED_ON), "2026-11-22");
	expect_has(get(w, report).text, "Done, and it helps");
}

TEST_STORE(a_report_of_last_term_is_asked_after_until_it_is_looked_at)
{
	struct world w = begun(t);
	const char *review;

	expect_goes(post(w, "/pupils/sam/advice/new",
		"title=Old+report&author=Dr+L&written_on=2026-05-01&received_on=2026-05-05&sharing=team"), "/advice/reports/");
	expect_has(get(w, "/").text, "1 report not looked at this term");
	review = arena_printf(t->a, "/advice/reports/%s/review", row_id(all(w, &ADVICE_REPORT, "sam").row[0]));
	expect_goes(post(w, review, "reviewed_on=2026-11-22&result=partly&note=Going+on"), "/advice/reports/");
	expect_lacks(get(w, "/").text, "not looked at this term");
}

TEST_STORE(forty_recommendations_are_typed_box_by_box_and_numbered_on)
{
	struct world w = with_report(t);
	const char *path = arena_printf(t->a, "/advice/reports/%s/recommendations", row_id(all(w, &ADVICE_REPORT, "sam").row[0]));
	const char *body = "rows=40";

	expect_has(post(w, path, "rows=5&text-1=Keep+me&more=1").text, "Keep me");
	expect_has(post(w, path, "rows=5&text-1=Keep+me&more=1").text, "Recommendation 12");
	expect_has(post(w, path, "rows=5").text, "at least one recommendation");
	for (int i = 1; i <= 40; i++)
		body = arena_printf(t->a, "%s&text-%d=Number+%d", body, i, i);
	expect_goes(post(w, path, body), "/advice/reports/");
	expect_int(all(w, &RECOMMENDATION, "sam").count, 42);
	expect_int(row_int(all(w, &RECOMMENDATION, "sam").row[41], RECOMMENDATION_NUMBER), 42);
	expect_status(get(w, arena_printf(t->a, "/advice/reports/%s", row_id(all(w, &ADVICE_REPORT, "sam").row[0]))), 200);
}

static struct seen_page send_file(struct world w, const char *fields)
{
	struct buf b = buf_new(w.t->a);

	buf_printf(&b, "--bound\r\nContent-Disposition: form-data; name=\"stamp\"\r\n\r\n%s\r\n",
		world_stamp(w, "/pupils/sam/advice/new", 0));
	for (const char *p = fields; *p;) {
		size_t n = strcspn(p, "&"), key = strcspn(p, "=");

		buf_printf(&b, "--bound\r\nContent-Disposition: form-data; name=\"%.*s\"\r\n\r\n%.*s\r\n", (int)key, p,
			(int)(n - key - 1), p + key + 1);
		p += n + (p[n] == '&');
	}
	buf_add(&b, "--bound\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\nContent-Type: "
		"application/pdf\r\n\r\n%PDF-1.7 words\r\n--bound--\r\n");
	return post_raw(w, "/pupils/sam/advice/new", "multipart/form-data; boundary=bound", buf_text(&b), b.len, "");
}

TEST_STORE(the_same_report_sent_twice_is_said_and_can_be_meant)
{
	struct world w = as(world_new(t), "senco");
	const char *fields = "title=EP report&author=Dr Lindgren&written_on=2026-10-01&received_on=2026-10-05&sharing=teachers";

	expect_goes(send_file(w, fields), "/advice/reports/");
	expect_int(all(w, record_find(world_house(w), "document"), "sam").count, 1);
	expect_has(send_file(w, fields).text, "This file is kept already");
	expect_has(send_file(w, fields).text, "of this author and date is recorded already");
	expect_int(all(w, &ADVICE_REPORT, "sam").count, 1);
	expect_goes(send_file(w, arena_printf(t->a, "%s&again=1", fields)), "/advice/reports/");
	expect_int(all(w, &ADVICE_REPORT, "sam").count, 2);
}

static const struct fault *sam_leaves(struct act *act, void *self)
{
	const struct record *r = record_find(act->house, "enrolment");
	struct world *w = self;
	struct form *form = form_new(act->a, r);
	struct rows rows;

	TRY(record_list(act, r, &(struct ask){ .pupil = world_id(*w, "sam") }, &rows));
	form_set(form, field_find(r, "until"), "2026-10-30");
	return record_change(act, rows.row[0], form);
}

TEST_STORE(a_report_for_a_child_who_left_is_recorded_and_says_to_send_it_on)
{
	struct world w = as(world_new(t), "senco");

	expect_fine(world_do(as(w, "office"), sam_leaves, &w));
	expect_has(get(w, "/pupils/sam/advice/new").text, "send the report on to the new school");
	expect_goes(post(w, "/pupils/sam/advice/new", REPORT "&text-1=Something"), "/advice/reports/");
	expect_has(get(w, "/advice").text, "Something");
}

TEST_STORE(what_was_just_saved_is_undone_the_same_day_by_the_same_person)
{
	struct world w = with_report(t);
	const char *undo = arena_printf(t->a, "/advice/undo/advice_report/%s", row_id(all(w, &ADVICE_REPORT, "sam").row[0]));

	expect_goes(post(as(w, "asst_senco"), undo, ""), "/pupils/");
	expect_int(all(w, &RECOMMENDATION, "sam").count, 2);
	expect_goes(post(w, undo, ""), "/pupils/");
	expect_int(all(w, &RECOMMENDATION, "sam").count, 0);
	expect_status(post(w, "/advice/undo/pupil/sam", ""), 404);
}

static struct rows looks(struct world w)
{
	struct test *t = w.t;
	const struct record *due = record_find(world_house(w), "due");
	struct ask ask = { .pupil = world_id(w, "sam"), .where = { { field_find(due, "clock"), IS, "advice-look" } } };
	struct rows rows;

	expect_fine(record_list(world_read(w), due, &ask, &rows));
	return rows;
}

static const char *of_look(struct world w, const char *field)
{
	struct rows rows = looks(w);

	return rows.count == 1 ? row_text(rows.row[0], field_find(row_record(rows.row[0]), field)) : "not one";
}

TEST_STORE(a_report_has_a_day_to_be_looked_at_again_until_it_is_closed)
{
	struct world w = with_report(t);
	const char *report = arena_printf(t->a, "/advice/reports/%s", row_id(all(w, &ADVICE_REPORT, "sam").row[0]));

	expect_has(of_look(w, "reason"), "0 of 2 recommendations taken up, 2 not decided");
	expect_text(of_look(w, "due_on"), "2027-03-25"); /* came in autumn: by the end of the spring term */
	expect_has(get(w, "/pupils/sam/dates").text, "Look at advice again");
	expect_goes(post(w, decide(w, 1), "decision=accepted&what=Front+row&owner=teacher.staff&due_on=2026-12-01"), "/advice/");
	expect_goes(post(w, decide(w, 2), "decision=declined&reason=No+room"), "/advice/");
	expect_has(of_look(w, "reason"), "1 of 2 recommendations taken up");
	expect_goes(post(w, arena_printf(t->a, "%s/review", report), "reviewed_on=2026-10-20&result=partly&note=Fine"),
		"/advice/reports/");
	expect_text(of_look(w, "met_on"), "");
	expect_goes(post(w, arena_printf(t->a, "/advice/undo/advice_review/%s", row_id(all(w, &ADVICE_REVIEW, "sam").row[0])), ""),
		"/pupils/");
	expect_lacks(get(w, report).text, "but for what somebody changed");
	expect_int(looks(w).count, 1);
	expect_goes(post(w, arena_printf(t->a, "/advice/actions/%s", row_id(all(w, &ADVICE_ACTION, "sam").row[0])),
		"act=done&evidence=Seen"), "/");
	expect_goes(post(w, arena_printf(t->a, "%s/review", report), "reviewed_on=2026-10-20&result=partly&note=Fine&close=1"),
		"/advice/reports/");
	expect_has(of_look(w, "met_on"), "20");
}

TEST_STORE(a_report_without_a_word_of_what_it_recommends_stays_on_the_home)
{
	struct world w = begun(t);

	expect_goes(post(w, "/pupils/sam/advice/new", REPORT "&rows=3&text-1="), "/advice/reports/");
	expect_has(get(w, "/").text, "1 report without recommendations written down");
	expect_has(get(w, "/advice").text, "Write them down");
	expect_has(of_look(w, "reason"), "no recommendation is written down yet");
}

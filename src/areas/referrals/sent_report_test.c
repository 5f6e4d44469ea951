/* sent_report_test.c - a professional sends a report by a link: it comes to the referral as theirs, to be decided line by line, and
 * shows them nothing else about the child. */
#include <string.h>

#include "areas/referrals/area.h"
#include "tests/links.h"

static struct rows all(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(w), r, &(struct ask){ .pupil = world_id(w, "sam") }, &rows));
	return rows;
}

static const char *referral(struct door_case *c)
{
	return row_id(all(c->w, &REFERRAL).row[0]);
}

static struct door_case *asked(struct test *t)
{
	struct door_case *c = link_family(t, world_new(t));
	const char *service, *person;
	struct rows rows;

	expect_goes(post(c->w, "/advice/services/new", "name=Speech+therapy&kind=ep&from=2024-09-01"), "/advice/services/");
	expect_fine(record_list(world_read(c->w), &AGENCY, NULL, &rows));
	service = row_id(rows.row[0]);
	expect_goes(post(c->w, "/advice/professionals/new", arena_printf(t->a,
		"agency=%s&name=Jo+Featherstone&job=Therapist&email=jo%%40nhs.example&from=2024-09-01", service)),
		"/advice/services/");
	expect_fine(record_list(world_read(c->w), &PROFESSIONAL, NULL, &rows));
	person = row_id(rows.row[0]);
	expect_goes(post(c->w, "/pupils/sam/referrals/new", arena_printf(t->a,
		"reason=Does+he+stammer&to=%s&sent_on=2026-11-02&consent_by=parent", service)), "/advice/referrals/");
	expect_goes(post(c->w, "/pupils/sam/advice/new", "title=Old+report&author=Dr+Lindgren&written_on=2026-10-01"
		"&received_on=2026-10-05&sharing=team&text-1=Secret+of+another"), "/advice/reports/");
	link_make(c, "report", referral(c), arena_printf(t->a, "p.%s", person));
	return c;
}

TEST_STORE(a_professional_sends_a_report_and_each_line_waits_to_be_decided)
{
	struct door_case *c = asked(t);
	const char *home = arena_printf(t->a, "/shared/referrals/%s", referral(c));
	struct seen_page seen;
	struct rows rows;

	expect_goes(link_come_in(c), home);
	seen = link_look(c, home);
	expect_has(seen.text, "Does he stammer");
	expect(!strstr(seen.text, "Secret of another") && !strstr(seen.text, "Lindgren"));
	seen = link_send_file(c, home, arena_printf(t->a, "stamp=%s&title=Assessment&written_on=2026-11-20&findings=He blocks on m"
		"&sharing=teachers&lines=1. Give him time\n- No finishing his words\n\n", link_stamp(t, seen.text)), "r.pdf",
		"%PDF-1.7 words");
	expect_goes(seen, home);
	expect_has(link_look(c, home).text, "No finishing his words");
	rows = all(c->w, &RECOMMENDATION);
	expect_int(rows.count, 3);
	rows = all(c->w, &ADVICE_REPORT);
	expect_int(rows.count, 2);
	expect_text(row_text(rows.row[0], ADVICE_REPORT_AUTHOR), "Jo Featherstone, Therapist");
	expect(*row_text(rows.row[0], ADVICE_REPORT_DOCUMENT) && *row_text(rows.row[0], ADVICE_REPORT_LINK));
	expect_text(row_text(all(c->w, &REFERRAL).row[0], REFERRAL_STATE), "reported");
	expect_has(get(c->w, arena_printf(t->a, "/advice/reports/%s", row_id(rows.row[0]))).text,
		"Nobody at school has read it yet");
	expect_goes(post(c->w, arena_printf(t->a, "/advice/reports/%s/read", row_id(rows.row[0])), ""), "/advice/reports/");
	expect_lacks(get(c->w, arena_printf(t->a, "/advice/reports/%s", row_id(rows.row[0]))).text, "Nobody at school");
}

TEST_STORE(a_file_that_is_not_kept_is_refused_kindly_and_nothing_is_lost)
{
	struct door_case *c = asked(t);
	const char *home = arena_printf(t->a, "/shared/referrals/%s", referral(c));
	struct seen_page seen;

	link_come_in(c);
	seen = link_send_file(c, home, arena_printf(t->a, "stamp=%s&title=Assessment&written_on=2026-11-20&sharing=team&lines=Time",
		link_stamp(t, link_look(c, home).text)), "r.pdf", "MZ a program");
	expect_status(seen, 400);
	expect_has(seen.text, "We keep PDF, Word");
	expect_has(seen.text, "Time</textarea>");
	seen = link_send_file(c, home, arena_printf(t->a, "stamp=%s&title=&written_on=2026-11-20", link_stamp(t, seen.text)),
		"", "");
	expect_status(seen, 400);
	expect_has(seen.text, "Choose the file, or write what you found");
	expect_has(seen.text, "Choose how far it may go");
	expect_int(all(c->w, &ADVICE_REPORT).count, 1);
	expect_text(row_text(link_newest(c), field_find(row_record(link_newest(c)), "used_at")), "");
}

TEST_STORE(a_report_is_asked_of_professionals_alone_and_only_while_the_referral_is_open)
{
	struct door_case *c = asked(t);
	const char *home = arena_printf(t->a, "/shared/referrals/%s", referral(c));

	expect_status(post(c->w, "/pupils/sam/links/new", link_typed(c, "report", referral(c), arena_printf(t->a, "c.%s",
		c->mother))), 400);
	link_come_in(c);
	expect_status(link_look(c, home), 200);
	expect_goes(post(c->w, arena_printf(t->a, "/advice/referrals/%s", referral(c)), "state=closed&outcome=Not+needed"), "/");
	expect_goes(link_look(c, home), "/link/away");
	expect_status(link_look(c, c->url), 404);
}

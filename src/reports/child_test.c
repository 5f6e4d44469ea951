/* child_test.c - the child's page and the homes: who sees what of them, and that nothing says what is missing. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "reports/queries.sql.h"
#include "tests/world.h"

struct adding { struct world w; const struct record *record; const char *pupil, *typed; };

static const struct fault *add(struct act *act, void *self)
{
	struct adding *a = self;
	struct row *pupil;
	const char *id;

	TRY(record_get(act, &PUPIL, world_id(a->w, a->pupil), &pupil));
	return record_add(act, a->record, pupil, world_form(a->w, act->a, a->record, a->typed), &id);
}

static void added(struct test *t, struct world w, const struct record *r, const char *pupil, const char *typed)
{
	struct adding a = { w, r, pupil, typed };

	expect_fine(world_do(w, add, &a));
}

TEST_STORE(every_question_of_the_reports_is_one_the_store_understands)
{
	struct act *act = world_read(as(world_new(t), "senco"));
	const char *params[] = { "7", "7", "7", "7", "7", "7", "7", "7" }; /* a word and a number alike */
	struct found f;

	for (const struct query *const *q = QUERIES_REPORTS; *q; q++)
		expect_fine(query_run(act, *q, params, &f));
}

TEST_STORE(a_senco_sees_the_whole_page_of_a_child)
{
	struct world w = world_new(t), senco = as(w, "senco");
	struct seen_page p;

	added(t, senco, &STRATEGY, "sam", "kind=helps&text=Instructions stay on the board&from=2026-01-05");
	added(t, senco, &NOTE, "sam", "kind=parent&happened_on=2026-10-06&text=Rang his mother about homework");
	p = get(senco, "/pupils/sam");
	expect_status(p, 200);
	expect_has(p.text, "Instructions stay on the board");
	expect_has(p.text, "Rang his mother about homework");
	expect_has(p.text, "Who can see");
	expect_has(p.text, "Add a note");
}

TEST_STORE(a_tab_says_what_its_page_is_for_and_no_childs_name)
{
	struct seen_page seen = get(as(world_new(t), "senco"), "/pupils/sam/records/contact/new");

	expect_status(seen, 200);
	expect_has(seen.text, "for Sam</h1>");
	expect_lacks(seen.text, "for Sam –");
	expect_has(seen.text, "<title>");
}

TEST_STORE(a_teacher_sees_what_helps_and_not_who_can_see)
{
	struct world w = world_new(t), senco = as(w, "senco");
	struct seen_page p;

	added(t, senco, &STRATEGY, "sam", "kind=helps&text=Instructions stay on the board&from=2026-01-05");
	p = get(as(w, "teacher"), "/pupils/sam");
	expect_status(p, 200);
	expect_has(p.text, "Instructions stay on the board");
	expect_lacks(p.text, "Who can see");
	expect_status(get(as(w, "teacher"), "/pupils/sam/who"), 404);
}

TEST_STORE(a_child_known_by_name_alone_has_no_tabs_and_no_panels)
{
	struct world w = world_new(t);
	struct seen_page p = get(as(w, "teacher"), "/pupils/ana");

	expect_status(p, 200);
	expect_lacks(p.text, "Timeline");
	expect_lacks(p.text, "What helps");
	expect_status(get(as(w, "teacher"), "/pupils/ana/timeline"), 404);
	expect_status(get(as(w, "teacher"), "/pupils/zed"), 404);
}

TEST_STORE(a_limit_on_contact_hides_the_telephone_until_it_is_read)
{
	struct world w = world_new(t), senco = as(w, "senco");
	struct seen_page p;

	added(t, as(w, "office"), &CONTACT, "sam", "surname=Frost&relationship=PAF&phone=01632 960123&from=2026-01-05");
	added(t, as(w, "office"), &CONTACT_LIMIT, "sam", "kind=no_contact&detail=Court order of May&from=2026-05-05");
	p = get(senco, "/pupils/sam");
	expect_lacks(p.text, "01632 960123");
	expect_has(p.text, "No contact with the child");
	expect_has(get(senco, "/pupils/sam/people").text, "Court order of May");
	expect_lacks(get(as(w, "teacher"), "/pupils/sam/people").text, "Court order of May");
	expect_has(get(as(w, "teacher"), "/pupils/sam/people").text, "having read the limit");
	expect_lacks(get(as(w, "teacher"), "/pupils/sam").text, "No contact with the child");
	expect_has(get(as(w, "teacher"), "/pupils/sam").text, "Limit on contact");
}

TEST_STORE(every_tab_opens_for_the_senco_and_says_nothing_wrong_when_empty)
{
	static const char *const TABS[] = { "", "/needs", "/support", "/assessments", "/people", "/documents", "/dates",
		"/timeline", "/history", "/who", "/documents/new", "/records/provision_line/new" };
	struct world w = as(world_new(t), "senco");

	for (size_t i = 0; i < sizeof TABS / sizeof *TABS; i++)
		expect_status(get(w, arena_printf(t->a, "/pupils/ana%s", TABS[i])), 200);
}

TEST_STORE(everybody_has_a_home)
{
	static const char *const ROLES_WITH_HOMES[] = { "senco", "head", "slt", "dsl", "hoy", "teacher", "ta", "office", "exams",
		"governor", "it", "pp_lead" };
	struct world w = world_new(t);

	for (size_t i = 0; i < sizeof ROLES_WITH_HOMES / sizeof *ROLES_WITH_HOMES; i++)
		expect_status(get(as(w, ROLES_WITH_HOMES[i]), "/"), 200);
	expect_lacks(get(as(w, "governor"), "/").text, "/pupils/");
	expect_status(get(as(w, "it"), "/health"), 200);
	expect_status(get(as(w, "teacher"), "/health"), 404);
}

TEST_STORE(support_is_added_by_its_own_form_and_stands_on_the_page)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/records/provision_line/new",
		"name=Reading+group&wave=targeted&sessions=3&minutes=30&from-day=5&from-month=1&from-year=2026"), "/support");
	expect_has(get(w, "/pupils/sam").text, "Reading group");
	expect_has(get(w, "/pupils/sam/history").text, "Reading group");
	expect_status(post(w, "/pupils/sam/records/provision_line/new", "name=&wave=targeted"), 400);
	expect_status(get(w, "/pupils/sam/records/due/new"), 404);
	expect_status(get(as(w, "governor"), "/pupils/sam/records/provision_line/new"), 404);
}

static struct seen_page upload(struct test *t, struct world w, const char *bytes)
{
	const char *path = "/pupils/sam/documents/new", *b = "--edge\r\nContent-Disposition: form-data; name=";
	const char *body = arena_printf(t->a, "%s\"stamp\"\r\n\r\n%s\r\n%s\"title\"\r\n\r\nTherapist's "
		"report\r\n%s\"kind\"\r\n\r\nreport\r\n%s\"file\"; filename=\"sam.pdf\"\r\nContent-Type: "
		"application/pdf\r\n\r\n%s\r\n--edge--\r\n", b, world_stamp(w, path, 0), b, b, b, bytes);

	return post_raw(w, path, "multipart/form-data; boundary=edge", body, strlen(body), "");
}

TEST_STORE(a_document_is_kept_sealed_and_comes_back_as_a_download)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page p;
	const char *at;

	expect_goes(upload(t, w, "%PDF-1.7 a report"), "/documents");
	p = get(w, "/pupils/sam/documents");
	expect_has(p.text, "Therapist&#39;s report");
	at = strstr(p.text, "/documents/");
	while (at && strncmp(at, "/documents/new", 14) == 0)
		at = strstr(at + 1, "/documents/");
	expect_stop(at != NULL);
	p = get(w, arena_printf(t->a, "/pupils/sam/documents/%.26s", at + 11));
	expect_status(p, 200);
	expect_has(p.text, "%PDF-1.7 a report");
	expect_has(p.head, "attachment");
	expect_lacks(p.head, "sam.pdf");
	expect_status(get(as(w, "teacher"), arena_printf(t->a, "/pupils/sam/documents/%.26s", at + 11)), 404);
	expect_status(upload(t, w, "<script>alert(1)</script>"), 400);
}

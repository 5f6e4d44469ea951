/* ui_test.c - the gallery: every part drawn, filled and with errors, written to build/gallery to be looked at, and each page
 * checked for validity. Then what the parts promise in particular. */
#include <sys/stat.h>
#include <tidy/tidy.h>
#include <tidy/tidybuffio.h>

#include "record/act.h"
#include "tests/test.h"
#include "ui/asset.h"
#include "ui/gallery_test.tmpl.h"

static const char *stamp(struct ui *ui, const char *action, int64_t version)
{
	return arena_printf(ui->a, "stamp-%s-%lld", action ? action : "", (long long)version);
}

static struct ui *page_new(struct test *t, const char *title, enum ui_scale scale)
{
	static const struct ui_link SECTIONS[] = {
		{ "Home", "/" }, { "Register", "/register", true }, { "Support plans", "/plans" }, { "EHC plans", "/ehc" },
		{ "Provision", "/provision" }, { "Meetings", "/meetings" }, { "Reports", "/reports" },
		{ "To answer", "/answer", .count = 2 },
		{ NULL },
	};
	struct ui *ui = ui_new(t->a);

	ui->shell = (struct shell){ .title = title, .scale = scale, .demo = true,
		.school = "Thistlewick High School", .person = "Ruth Okonkwo",
		.role = "SENCO", .sections = SECTIONS, .find = true, .sign_out = "/sign-out", .today = day_of(2026, 11, 23),
		.printed = "Printed by Ruth Okonkwo on 23 November 2026, 10:42" };
	ui->stamp = stamp;
	return ui;
}

/* What tidy of 2017 does not know of HTML: newer attributes, groups (div) inside dl, headings inside legend. */
static const char *complaints(struct arena *a, const char *html)
{
	static const char *const KNOWN[] = { "attribute \"inputmode\"", "attribute \"autocapitalize\"",
		"<svg> is not", "plain text isn't allowed", "missing <dd>", "before <dt>",
		"implicit <dl>", "missing </dl> before </div>", "</legend>", "implicit <legend>" };
	TidyDoc doc = tidyCreate();
	TidyBuffer said;
	struct buf out = buf_new(a);
	const char *text, *line;

	tidyBufInit(&said);
	tidyOptSetBool(doc, TidyQuiet, yes);
	tidyOptSetBool(doc, TidyMark, no);
	tidyOptSetBool(doc, TidyDropEmptyElems, no);
	tidySetErrorBuffer(doc, &said);
	tidyParseString(doc, html);
	text = arena_text_n(a, said.bp ? (const char *)said.bp : "", said.size);
	for (const char *rest = text; rest && *rest; ) {
		bool known = false;
		size_t n = strcspn(rest, "\n");

		line = arena_text_n(a, rest, n);
		rest += n + (rest[n] == '\n');
		for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++)
			known = known || strstr(line, KNOWN[i]);
		if (!known && line[0])
			buf_printf(&out, "%s\n", line);
	}
	tidyBufFree(&said);
	tidyRelease(doc);
	return buf_text(&out);
}

static const char *show(struct test *t, struct ui *ui, const char *name)
{
	struct buf page = ui_page(ui);
	FILE *f;

	mkdir("build/gallery", 0777);
	f = fopen(arena_printf(t->a, "build/gallery/%s.html", name), "w");
	if (f) {
		fwrite(page.data, 1, page.len, f);
		fclose(f);
	}
	expect_text(complaints(t->a, buf_text(&page)), "");
	return buf_text(&page);
}

TEST(the_gallery_is_valid_html)
{
	struct ui *ui = page_new(t, "Home", UI_WORK);

	ui->shell.notice = "Dylan is on the register from 19 November 2026.";
	ui->shell.undo = "/register/x/undo";
	expect_fine(tmpl_gallery_home(ui));
	show(t, ui, "home");
	ui = page_new(t, "SEND register", UI_WORK);
	ui->shell.landscape = true;
	expect_fine(tmpl_gallery_register(ui));
	show(t, ui, "register");
	ui = page_new(t, "A child", UI_WORK);
	ui->shell.crumbs = (const struct ui_link[]){ { "Register", "/register" }, { "Year 8", "/register?year=8" }, { NULL } };
	expect_fine(tmpl_gallery_child(ui));
	show(t, ui, "child");
	ui = page_new(t, "Someone saved this before you", UI_READ);
	expect_fine(tmpl_gallery_stale(ui));
	show(t, ui, "stale");
	ui = page_new(t, "Who next", UI_PHONE);
	ui->shell.find = false;
	expect_fine(tmpl_gallery_phone(ui));
	show(t, ui, "phone");
	ui = page_new(t, "Nia Iqbal: cycle 3", UI_WORK);
	expect_fine(tmpl_gallery_plan(ui));
	show(t, ui, "plan");
	ui = page_new(t, "Review together", UI_WORK);
	expect_fine(tmpl_gallery_group(ui));
	show(t, ui, "group");
	ui = page_new(t, "One-page profile", UI_PROFILE);
	expect_fine(tmpl_gallery_profile(ui));
	show(t, ui, "profile");
	ui = page_new(t, "Annual review report", UI_READ);
	ui->shell.as_at = day_of(2026, 9, 1);
	ui->shell.as_at_back = "/clocks/x";
	expect_fine(tmpl_gallery_read(ui));
	show(t, ui, "read");
}

TEST(errors_stand_at_the_field_in_the_summary_and_in_the_title)
{
	struct ui *ui = page_new(t, "Put a child on the register", UI_READ);
	const char *page;

	expect_fine(tmpl_gallery_form(ui));
	expect_int(ui->error_count, 3);
	page = show(t, ui, "form");
	expect_has(page, "<title>\nError:");
	expect_has(page, "<a href=\"#start-day\">Start date must be today or earlier</a>");
	expect_has(page, "id=\"start-error\"");
	expect_has(page, "value=\"2062\"");
	expect_has(page, "value=\"&quot;&lt;b&gt;&#39;&amp;\"");
	expect_has(page, "stamp-/register-0");
}

TEST(no_page_carries_inline_script_or_style)
{
	struct ui *ui = page_new(t, "Home", UI_WORK);
	struct buf page;

	expect_fine(tmpl_gallery_child(ui));
	page = ui_page(ui);
	expect_lacks(buf_text(&page), "style=");
	expect_lacks(buf_text(&page), "<style");
	expect_lacks(buf_text(&page), "onclick");
	expect_lacks(buf_text(&page), "http://");
}

TEST(addresses_with_other_schemes_are_refused)
{
	static const char *const GOOD[] = {
		"/pupils/x", "pupils/x?q=a:b", "#main",
		"?page=2", "https://a.example/", "mailto:a@b.example", "tel:+441632960140",
	};
	static const char *const BAD[] = {
		"javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\tscript:x", "data:text/html,x",
		"//evil.example", "\\\\evil.example", "/\\evil.example", "vbscript:x", "\x01javascript:x" };

	for (size_t i = 0; i < sizeof GOOD / sizeof GOOD[0]; i++)
		expect(ui_address_ok(GOOD[i]));
	for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++)
		expect(!ui_address_ok(BAD[i]));
}

TEST(a_query_gains_changes_and_loses_a_part)
{
	expect_text(ui_with(t->a, "/register", "page", "2"), "/register?page=2");
	expect_text(ui_with(t->a, "/register?page=2&year=8", "page", "3"), "/register?year=8&page=3");
	expect_text(ui_with(t->a, "/register?page=2&year=8", "page", ""), "/register?year=8");
	expect_text(ui_with(t->a, "/register?q=a%20b", "need", "a&b"), "/register?q=a%20b&need=a%26b");
}

TEST(two_texts_are_compared_and_joined_by_words)
{
	struct ui *ui = ui_new(t->a);

	ui_compare(ui, "Say it once. Pale green <paper>. Wait.", "Say it once. Wait.");
	expect_text(buf_text(&ui->out), "<p class=\"os-keeplines\">Say it once. <ins>Pale green &lt;paper&gt;.</ins> Wait.</p>");
	expect_text(ui_join(t->a, "One. Two.", "One. Paper. Two. Door.", "One. Two. Laptop."), "One. Paper. Two. Door. Laptop.");
	expect_text(ui_join(t->a, "One old two", "One two", "One old two three"), "One two three");
	expect_text(ui_join(t->a, "", "Same", "Same"), "Same");
}

TEST(a_long_word_list_is_compared_without_end)
{
	struct ui *ui = ui_new(t->a);
	struct buf long_text = buf_new(t->a);

	for (int i = 0; i < 4000; i++)
		buf_printf(&long_text, "w%d ", i % 97);
	ui_compare(ui, buf_text(&long_text), "w1 w2 w3");
	expect(ui->out.len > long_text.len);
}

static const struct choice MANY[] = {
	{ "a", "A" }, { "b", "B" }, { "c", "C" }, { "d", "D" },
	{ "e", "E" }, { "f", "F" }, { NULL, NULL },
};
static const struct field FIELDS[] = {
	{ "pupil", "Child", .type = F_REF, .ref = "pupil", .flags = REQUIRED },
	{ "name", "Name", .type = F_TEXT, .max = 40, .flags = REQUIRED },
	{ "story", "Story", .type = F_LONGTEXT, .max = 2000 },
	{ "few", "Few", .type = F_CHOICE, .choices = MANY + 3, .flags = REQUIRED },
	{ "many", "Many", .type = F_CHOICE, .choices = MANY },
	{ "born", "Born", .type = F_DATE, .flags = REQUIRED },
	{ "seen", "Seen", .type = F_TIME, .flags = REQUIRED },
	{ "cost", "Cost", .type = F_PENCE },
	{ "told", "Told", .type = F_YESNO },
	{ "by", "By", .type = F_REF, .ref = "staff" },
	{ "made", "Made", .type = F_TIME, .flags = BY_SYSTEM },
	{ "hash", "Hash", .type = F_TEXT, .max = 99, .flags = SECRET },
};
static const struct record THING = { "thing", "Thing", "Things", FIELDS, 12, .about = "pupil" };

static const struct ui_option *refs(struct ui *ui, const char *record)
{
	static const struct ui_option STAFF[] = { { "s1", "Ruth Okonkwo" }, { "s2", "Priya Birtwistle" }, { NULL } };

	(void)ui;
	return strcmp(record, "staff") == 0 ? STAFF : NULL;
}

TEST(a_record_table_draws_its_own_form)
{
	struct ui *ui = page_new(t, "Thing", UI_READ);
	const char *values[12] = { [1] = "Kai", [3] = "e", [5] = "1/13/2013", [6] = "2026-06-01T08:52:00Z",
		[7] = "68.40", [9] = "s2" };
	struct form_error errors[] = { { 5, "Born must be a real date, like 22 11 2026" }, { -1, "These two do not go together" } };
	struct form form = { .r = &THING, .a = t->a, .values = values, .errors = errors, .error_count = 2 };
	const char *page;

	ui->refs = refs;
	ui_fields(ui, &THING, &form);
	page = show(t, ui, "fields");
	expect_has(page, "name=\"name\" type=\"text\" value=\"Kai\"");
	expect_has(page, "value=\"e\" checked");
	expect_has(page, "name=\"born-month\" type=\"text\" inputmode=\"numeric\" value=\"13\"");
	expect_has(page, "<a href=\"#born-day\">Born must be a real date");
	expect_has(page, "<li>These two do not go together</li>");
	expect_has(page, "value=\"2026-06-01T09:52\"");
	expect_has(page, "<option value=\"s2\" selected>Priya Birtwistle</option>");
	expect_lacks(page, "name=\"pupil\"");
	expect_lacks(page, "name=\"made\"");
	expect_lacks(page, "name=\"hash\"");
}

TEST(assets_are_inside_the_program)
{
	const struct asset *css = asset_find("opensenco.css");

	expect_stop(css);
	expect_text(css->type, "text/css; charset=utf-8");
	expect(css->length > 1000 && css->packed_length > 0 && css->packed_length < css->length);
	expect_int(strlen(css->hash), 16);
	expect(asset_find("vendor/inter-latin.woff2") != NULL);
	expect(asset_find("../Makefile") == NULL);
	expect(asset_find("vendor/LICENCE-inter.txt") == NULL);
	expect_has(asset_href(t->a, "opensenco.js"), "/assets/opensenco.js?v=");
}

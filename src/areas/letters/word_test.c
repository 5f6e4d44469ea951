/* word_test.c - a letter on the school's own Word paper: taken in by its controls, filled, sent along, and refused where it says
 * too much. */
#include <string.h>

#include "areas/letters/area.h"
#include "areas/letters/word.h"
#include "areas/people/area.h"
#include "doc/zip_write.h"
#include "record/who.h"
#include "tests/paper.h"
#include "tests/world.h"

#define SDT(tag) "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"" tag "\"/></w:sdtPr><w:sdtContent><w:r><w:t>Here</w:t></w:r></w:sdtContent></w:sdt></w:p>"

static struct buf docx(struct test *t, const char *controls)
{
	const char *const parts[][2] = {
		{ "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
			"Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
			"Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
			"ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>" },
		{ "_rels/.rels", "<Relationships "
			"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
			"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
			"Target=\"word/document.xml\"/></Relationships>" },
		{ "word/document.xml", arena_printf(t->a,
			"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
			"<w:body>%s<w:sectPr/></w:body></w:document>", controls) },
	};
	struct buf b = buf_new(t->a);
	struct zip_out *z;

	expect_fine(zip_out_new(t->a, &z));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		zip_out_begin(z, parts[i][0]);
		zip_out_add(z, parts[i][1], strlen(parts[i][1]));
	}
	expect_fine(zip_out_end(z, &b));
	return b;
}

static struct seen_page upload(struct world w, const char *controls)
{
	static const char *const FIELDS[][2] = { { "name", "On our paper" }, { "kind", "both" }, { "subject", "A letter" },
		{ "from", "2026-09-01" },
		{ "body", "Come and see us." } };
	struct buf b = buf_new(w.t->a), file = docx(w.t, controls);
	const char *path = "/letters/templates/new";

	for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
		buf_printf(&b, "--XX\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", FIELDS[i][0], FIELDS[i][1]);
	buf_printf(&b, "--XX\r\nContent-Disposition: form-data; name=\"stamp\"\r\n\r\n%s\r\n", world_stamp(w, path, 0));
	buf_add(&b, "--XX\r\nContent-Disposition: form-data; name=\"word\"; filename=\"paper.docx\"\r\nContent-Type: "
		"application/octet-stream\r\n\r\n");
	buf_add_n(&b, file.data, file.len);
	buf_add(&b, "\r\n--XX--\r\n");
	return post_raw(w, path, "multipart/form-data; boundary=XX", b.data, b.len, "Sec-Fetch-Site: same-origin\r\n");
}

static const struct fault *add_mother(struct act *act, void *self)
{
	struct world *w = self;
	struct form *form = form_new(act->a, &CONTACT);
	struct row *sam;
	const char *id;

	act->campus = world_id(*w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(*w, "sam"), &sam));
	form_set(form, CONTACT_TITLE, "Ms");
	form_set(form, CONTACT_SURNAME, "Whitlock");
	form_set(form, CONTACT_RELATIONSHIP, "PAM");
	form_set(form, CONTACT_EMAIL, "ruth@home.example");
	form_set(form, CONTACT_RESPONSIBILITY, "1");
	form_set(form, CONTACT_FROM, "2024-09-01");
	return record_add(act, &CONTACT, sam, form, &id);
}

static struct row *only(struct world w, const struct record *r)
{
	struct test *t = w.t;
	struct rows rows;

	expect_fine(record_list(world_read(as(w, "program")), r, NULL, &rows));
	expect_stop(rows.count == 1);
	return rows.row[0];
}

TEST_STORE(a_letter_on_the_schools_own_paper_goes_with_the_message)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page made;
	const void *bytes;
	struct row *m;
	struct buf b;
	size_t n;

	expect_fine(world_do(as(w, "program"), add_mother, &w));
	made = upload(w, SDT("salutation") SDT("pupil:known_as") SDT("body"));
	expect_goes(made, "/letters/templates");
	made = post(w, "/pupils/sam/letters/new", arena_printf(t->a, "template=%s&channel=email&to=%s",
		row_id(only(w, &LETTER_TEMPLATE)), row_id(only(w, &CONTACT))));
	expect_goes(made, "/letters/");
	expect_has(get(w, made.to).text, "As a Word document");
	expect_goes(post(w, made.to, "do=send&title=A+letter&body=Come+and+see+us+soon."), made.to);
	m = only(w, &MESSAGE);
	expect_text(row_text(m, MESSAGE_STATE), "queued");
	expect_text(row_text(m, MESSAGE_FILE_NAME), "letter.docx");
	expect_fine(blob_get(world_read(as(w, "program")), row_text(m, MESSAGE_FILE), &bytes, &n));
	b = buf_new(t->a);
	buf_add_n(&b, bytes, n);
	{
		const char *path = paper_keep(t, "letter.docx", &b);
		const char *xml = SAYS("unzip", "-p", path, "word/document.xml");

		expect_has(xml, "Dear Ms Whitlock");
		expect_has(xml, "Sam");
		expect_has(xml, "Come and see us soon.");
		expect_lacks(xml, "Here");
	}
	expect_status(get(w, arena_printf(t->a, "%s/word", made.to)), 200);
}

TEST_STORE(a_word_template_says_only_what_its_writer_may_read)
{
	struct world w = world_new(t);
	struct seen_page seen = upload(as(w, "office"), SDT("need:type"));

	expect_status(seen, 400);
	expect_has(seen.text, "You may not read {need.type}");
	seen = upload(as(w, "senco"), SDT("no:such"));
	expect_has(seen.text, "There is no field for the control “no:such”");
	expect_goes(upload(as(w, "senco"), SDT("need:type")), "/letters/templates");
}

TEST_STORE(what_is_no_word_file_is_refused_with_words)
{
	struct world w = as(world_new(t), "senco");
	const char *path = "/letters/templates/new";
	const char *body = arena_printf(t->a, "--XX\r\nContent-Disposition: form-data; "
		"name=\"stamp\"\r\n\r\n%s\r\n--XX\r\nContent-Disposition: form-data; name=\"word\"; "
		"filename=\"paper.docx\"\r\n\r\nnot a zip at all\r\n--XX--\r\n", world_stamp(w, path, 0));
	struct seen_page seen = post_raw(w, path, "multipart/form-data; boundary=XX", body, strlen(body),
		"Sec-Fetch-Site: same-origin\r\n");

	expect_status(seen, 400);
	expect_has(seen.text, "href=\"#word\"");
}

/* form_test.c - bodies: forms, uploads, limits. */
#include "http/http_rig.h"

TEST(a_form_is_decoded_once)
{
	struct http_server *s = serve_plainly(t);

	expect_has(wire_post(t, s, FORM, "name=O%27Neil+%C3%93&note=%2541&note=b&none=&&x"), "params=5\n[name]=[O'Neil \u00d3]\n"
		"[note]=[%41]\n[note]=[b]\n[none]=[]\n[x]=[]\n");
	expect_has(wire_post(t, s, FORM "; charset=utf-8", ""), "params=0\n");
	expect_has(post_n(t, s, "/echo?a=1", FORM, "b=2", 3), "params=1\n[b]=[2]\n");
	http_stop(s);
}

TEST(a_malformed_form_is_refused)
{
	static const char *const BAD[] = { "a=%00", "a=%ZZ", "a=%", "a=b%f", "a=%ED%A0%80", "a=%C3", "%00=1", "=1", "a%0a=1",
		"a=\xff" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		expect_status(wire_post(t, s, FORM, BAD[i]), "400");
	expect_status(post_n(t, s, "/echo", FORM, "a=\0b", 4), "400");
	expect_has(wire_post(t, s, FORM, many(t, "a=1&", 1000)), "params=1000\n");
	expect_status(wire_post(t, s, FORM, many(t, "a=1&", 1001)), "413");
	expect_status(wire_post(t, s, FORM, many(t, "long", 1000)), "413");
	http_stop(s);
}

TEST(a_body_over_its_routes_limit_is_refused_before_it_is_read)
{
	struct http_server *s = serve_plainly(t);
	const char *ten_mb = many(t, many(t, "a", 1000), 10000);

	expect_status(ask(t, s, "POST /echo/small HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n"
		"Expect: 100-continue\r\n\r\n"), "413");
	expect_status(ask(t, s, "POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n"), "413");
	expect_status(post_n(t, s, "/echo/small", FORM, ten_mb, strlen(ten_mb)), "413"); /* and the sender gets to see it */
	expect_status(ask(t, s, arena_printf(t->a, "POST /echo/small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
		"400\r\n%.1024s\r\n400\r\n%.1024s\r\n0\r\n\r\n", ten_mb, ten_mb)), "413");
	expect_status(post_n(t, s, "/echo/small", FORM, ten_mb, 1000), "413"); /* its one name is too long */
	expect_status(post_n(t, s, "/echo/small", "application/json", ten_mb, 1000), "200");
	expect_status(post_n(t, s, "/echo/small", "application/json", ten_mb, 1001), "413");
	http_stop(s);
}

TEST(a_chunked_body_is_read_and_a_body_that_is_no_form_is_kept)
{
	struct http_server *s = serve_plainly(t);

	expect_has(ask(t, s, POST("Connection: close\r\nContent-Type: " FORM "\r\nTransfer-Encoding: chunked\r\n",
		"3\r\na=b\r\n2\r\n&c\r\n0\r\n\r\n")), "params=2\n[a]=[b]\n[c]=[]\n");
	expect_has(post_n(t, s, "/echo", "application/json", "{\"a\":\"\0\"}", 9), "params=0\nbody=9\n");
	expect_status(ask(t, s, POST("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "abc")), "415");
	expect_has(ask(t, s, POST("Connection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n", "abc")),
		"HTTP/1.1 100 Continue");
	http_stop(s);
}

#define PART(disposition, rest) "--xYzZY\r\nContent-Disposition: form-data; " disposition "\r\n" rest "\r\n"
#define LAST_PART "--xYzZY--\r\n"

TEST(a_multipart_form_gives_fields_and_files)
{
	struct http_server *s = serve_plainly(t);
	const char *answer = wire_post(t, s, PARTS, PART("name=\"note\"", "\r\nline 1\r\n--xYz\r\n")
		PART("name=\"empty\"", "\r\n")
		PART("name=\"doc\"; filename=\"C:\\fake\\..\\Ll\u0177r report.pdf\"", "Content-Type: application/pdf\r\n\r\n%PDF")
		PART("name=\"doc\"; filename=\"/etc/cron.d/\"", "\r\nx")
		PART("name=\"none\"; filename=\"\"", "Content-Type: application/octet-stream\r\n\r\n")
		PART("name=\"nothing_in_it\"; filename=\"a.txt\"", "\r\n") LAST_PART);

	expect_has(answer, "params=2\n[note]=[line 1\r\n--xYz\r\n]\n[empty]=[]\n");
	expect_has(answer, "file doc name=Ll\u0177r report.pdf type=application/pdf size=4 read=4");
	expect_has(answer, "file doc name= type= size=1 read=1");
	expect_has(answer, "file nothing_in_it name=a.txt type= size=0 read=0");
	expect_lacks(answer, "file none");
	http_stop(s);
}

TEST(a_malformed_multipart_form_is_refused)
{
	static const char *const BODIES[] = { "x", "--xYzZ", "--xYzZY", "--xYzZY\r\n", PART("name=\"a\"", "\r\n1"),
		PART("name=\"a\"", "\r\n1") "--xYzZY", PART("name=\"a\"", "\r\n1") "--xYzZYx--\r\n",
		PART("name=a; name=b", "\r\n1") LAST_PART, PART("filename=\"a\"", "\r\n1") LAST_PART,
		PART("name=\"\"", "\r\n1") LAST_PART, PART("name=\"a%22b\"", "\r\n1") LAST_PART,
		PART("name=\"a;b\"", "\r\n1") LAST_PART, PART("name=\"a\"b\"", "\r\n1") LAST_PART,
		PART("name=\"a%0D%0Ab\"", "\r\n1") LAST_PART, PART("name=\"a", "\r\n1") LAST_PART,
		PART("name=\"a\"", "\r\n\xff") LAST_PART, PART("name=\"\xc3\"", "\r\n1") LAST_PART,
		PART("name=\"a\"", " folded\r\n\r\n1") LAST_PART, PART("name=\"a\"", "no colon\r\n\r\n1") LAST_PART,
		PART("name=\"a\"", "Content-Transfer-Encoding: base64\r\n\r\n1") LAST_PART,
		"--xYzZY\r\nContent-Type: text/plain\r\n\r\n1\r\n" LAST_PART,
		"--xYzZY\r\n\r\n1\r\n" LAST_PART };
	static const char NUL[] = PART("name=\"a\"", "\r\n\0") LAST_PART;
	static const char *const TYPES[] = { "multipart/form-data", "multipart/form-data; boundary=",
		"multipart/form-data; boundary=\"a\r\n\"",
		"multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=a<b" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++)
		if (strncmp(wire_post(t, s, PARTS, BODIES[i]), "HTTP/1.1 400", 12) != 0)
			test_fail(t, __FILE__, __LINE__, "body %zu was not refused", i);
	for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
		expect_status(wire_post(t, s, TYPES[i], PART("name=\"a\"", "\r\n1") LAST_PART), "400");
	expect_status(wire_post(t, s, arena_printf(t->a, "multipart/form-data; boundary=%s", many(t, "b", 300)), "x"), "400");
	expect_status(post_n(t, s, "/echo", PARTS, NUL, sizeof NUL - 1), "400");
	expect_status(wire_post(t, s, PARTS, arena_printf(t->a, "%s" LAST_PART, many(t, PART("name=\"a\"", "\r\n1"), 10000))),
		"413");
	expect_status(wire_post(t, s, PARTS, arena_printf(t->a, PART("name=\"%s\"", "\r\n1") LAST_PART, many(t, "n", 300))), "413");
	http_stop(s);
}

static char *pattern(struct test *t, size_t n)
{
	char *bytes = arena_alloc(t->a, n + 1);

	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)(i * 7 + i / 251);
	return bytes;
}

static const char *upload(struct test *t, const struct http_server *s, const char *bytes, size_t n)
{
	struct buf b = buf_new(t->a);

	buf_add(&b, "--xYzZY\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.bin\"\r\n\r\n");
	buf_add_n(&b, bytes, n);
	buf_add(&b, "\r\n" LAST_PART);
	return post_n(t, s, "/echo", PARTS, b.data, b.len);
}

TEST(an_upload_comes_back_byte_for_byte_whether_in_memory_or_spooled)
{
	static const size_t SIZES[] = { 1, 63, 4095, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3000001, 40 << 20 };
	struct http_server *s = serve_plainly(t);
	char *bytes = pattern(t, 40 << 20);

	for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
		unsigned char sum = 0;

		for (size_t at = 0; at < SIZES[i]; at++)
			sum = (unsigned char)(sum * 31 + (unsigned char)bytes[at]);
		expect_has(upload(t, s, bytes, SIZES[i]), arena_printf(t->a, "size=%zu read=%zu sum=%d\n", SIZES[i], SIZES[i],
			sum));
	}
	http_stop(s);
}

TEST(a_spooled_upload_lies_encrypted_and_unlinked)
{
	struct spool *s = spool_open(t->a, t->dir);
	const char *secret = many(t, "a child's own words ", 16); /* 320 bytes, five blocks */
	char back[400];

	expect_stop(s);
	expect(spool_add(s, secret, 320) && spool_add(s, "end", 3));
	expect_int(spool_read(s, 0, back, sizeof back), 323);
	expect(memcmp(back, secret, 320) == 0);
	expect_int(spool_read(s, 319, back, 3), 3);
	expect(memcmp(back, " en", 3) == 0);
	expect_int(spool_read(s, 323, back, 1), 0);
	expect(rmdir(t->dir) == 0); /* nothing is left in it */
}

TEST(form_pieces_of_any_size_give_the_same_form)
{
	static const char BODY[] = PART("name=\"a\"", "\r\n1\r\n-\r\n--xYzZ")
		PART("name=\"f\"; filename=\"b\"", "\r\n\r\n\r\r\n") LAST_PART;

	for (size_t step = 1; step < sizeof BODY; step++) {
		int status;
		struct http_body *f = body_new(t->a, PARTS, t->dir, &status);
		struct http_values values = { 0 };
		struct http_file *files = NULL;

		for (size_t at = 0; at < sizeof BODY - 1 && !status; at += step)
			status = body_feed(f, BODY + at, at + step < sizeof BODY ? step : sizeof BODY - 1 - at);
		expect_int(status, 0);
		expect_int(body_end(f, &values, &files), 0);
		expect_text(http_value(&values, "a"), "1\r\n-\r\n--xYzZ");
		expect_stop(files);
		expect_int(files->size, 5);
	}
}

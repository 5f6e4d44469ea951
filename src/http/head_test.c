/* head_test.c - what is refused before a body is read, and what is understood of a request line and its headers. */
#include "http/http_rig.h"

#define SMUGGLED "GET /assets/app.3c4d.js HTTP/1.1\r\nHost: localhost\r\n\r\n"

/* ---- What is refused in the head ---- */

TEST(requests_that_two_readers_could_read_differently_are_refused_and_closed)
{
	static const char *const BAD[] = {
		POST("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Content-Length: 0\r\nContent-Length: 4\r\n", "a=bc" SMUGGLED),
		POST("Content-Length: 4\r\nContent-Length: 4\r\n", "a=bc" SMUGGLED),
		POST("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n" SMUGGLED),
		POST("Content-Length : 4\r\n", "a=bc" SMUGGLED),
		GET("/echo", "Content-Length: 4\r\n") "a=bc" SMUGGLED,
		GET("/echo", "Host: other\r\n") SMUGGLED,
		GET("/echo", "X-Fold: one\r\n two\r\n") SMUGGLED,
		GET("/echo", "X-Bare: one\nX-Second: two\r\n") SMUGGLED,
		GET("/echo", "X-Bare: one\rX-Second: two\r\n") SMUGGLED,
		GET("/echo", "X-Bell: \a\r\n") SMUGGLED,
		GET("/echo", "X Space: 1\r\n") SMUGGLED,
		GET("/echo", "No colon\r\n") SMUGGLED,
		"GET /echo HTTP/1.1\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\nHost: localhost\r\n\n" SMUGGLED,
		"GET  /echo HTTP/1.1\r\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo  HTTP/1.1\r\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1 \r\nHost: localhost\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\nHost: a b\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.1\r\nHost: school.example:99999\r\n\r\n" SMUGGLED,
		"GET /echo HTTP/1.2\r\nHost: localhost\r\n\r\n" SMUGGLED,
	};
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
		const char *answer = ask(t, s, BAD[i]);

		if (!answer[0]) /* closed without a word: the library, about a request line it does not understand */
			continue;
		if (strncmp(answer, "HTTP/1.1 400", 12) != 0 || strstr(answer, "go()") || !strcasestr(answer, "Connection: close"))
			test_fail(t, __FILE__, __LINE__, "number %zu: %.200s", i, answer);
	}
	expect_status(wire_get(t, s, "/echo"), "200");
	http_stop(s);
}

TEST(a_nul_in_the_head_is_refused_wherever_it_stands)
{
	static const char VALUE[] = GET("/echo", "X-Nul: a\0b\r\n"), NAME[] = GET("/echo", "X-N\0ul: a\r\n");
	static const char TARGET[] = GET("/ec\0ho", ""), HIDDEN[] = GET("/echo", "X-Nul: a\0\0X-Forged: b\r\n");
	static const char LAST[] = GET("/echo", "X-Nul: a\0\r\n"), COLON[] = GET("/echo", "X-Nul\0a\r\n");
	struct http_server *s = serve_plainly(t);

	expect_status(ask_n(t, s, VALUE, sizeof VALUE - 1), "400");
	expect_status(ask_n(t, s, NAME, sizeof NAME - 1), "400");
	expect_status(ask_n(t, s, TARGET, sizeof TARGET - 1), "400");
	expect_status(ask_n(t, s, HIDDEN, sizeof HIDDEN - 1), "400");
	expect_status(ask_n(t, s, LAST, sizeof LAST - 1), "400");
	expect_status(ask_n(t, s, COLON, sizeof COLON - 1), "400");
	http_stop(s);
}

TEST(lengths_that_are_no_plain_number_are_refused)
{
	static const char *const LENGTHS[] = { "-1", "+5", "0x10", "5,5", "5 5", "", "1e3" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++)
		expect_status(ask(t, s, arena_printf(t->a, POST("Content-Length: %s\r\n", "a=b"), LENGTHS[i])), "400");
	expect_status(ask(t, s, POST("Content-Length: 99999999999999999999\r\n", "a=b")), "413");
	expect_status(ask(t, s, POST("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\na")), "413");
	expect_status(ask(t, s, POST("Transfer-Encoding: chunked\r\n", "zz\r\na=b\r\n0\r\n\r\n")), "400");
	http_stop(s);
}

TEST(a_head_has_a_largest_size_and_a_largest_number_of_headers)
{
	struct http_server *s = serve_plainly(t);
	const char *large = many(t, "0123456789", 1500);
	int fd = dial(s);

	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "%s"), many(t, "X-A: b\r\n", 120))), "431");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "X-A: %s%s\r\n"), large, large)), "431");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "X-A: %s\r\n"), many(t, large, 6))), "431");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "Connection: close\r\nX-A: %s\r\n"), large)), "200");
	expect_status(ask(t, s, arena_printf(t->a, GET("/echo", "Cookie: %s\r\n"), many(t, "a=b; ", 200))), "431");
	expect_status(wire_get(t, s, arena_printf(t->a, "/%.8192s", large)), "414");
	/* the same large head, in small pieces: what the library moves about in its memory must not look forged */
	say_text(fd, "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
	for (int i = 0; i < 50; i++)
		say_text(fd, arena_printf(t->a, "X-%d: %.200s\r\n", i, large));
	say_text(fd, "\r\n");
	expect_status(hear(t, fd), "200");
	http_stop(s);
}

TEST(methods_other_than_get_head_and_post_are_405)
{
	static const char *const METHODS[] = { "TRACE", "TRACK", "CONNECT", "PROPFIND", "PATCH", "PUT", "DELETE", "OPTIONS",
		"get" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof METHODS / sizeof *METHODS; i++) {
		const char *answer = ask(t, s, arena_printf(t->a, "%s /echo HTTP/1.1\r\nHost: localhost\r\n\r\n", METHODS[i]));

		expect_status(answer, "405");
		expect_has(answer, "Allow: GET, HEAD, POST\r\n");
	}
	http_stop(s);
}

TEST(a_path_is_plain_or_there_is_no_such_page)
{
	static const char *const NONE[] = { "/../../../etc/passwd", "/static/..%2f..%2fetc/passwd", "/static/%2e%2e/%2e%2e/etc",
		"/static/..", "/./x", "/static/..\\..\\x", "/static/..%5c", "/static//etc/passwd", "//evil.example/", "/a%2fb" };
	static const char *const BAD[] = { "/static/app.css%00.png", "/%C0%A7", "/%ff%fe", "/%ED%A0%80", "/%ZZ", "/100%", "/a%0ab",
		"/echo?a=%00", "/echo?a=%C0%A7", "/echo?a=%", "/echo?a=%4", "/echo?%00=1", "x", "*" };
	struct http_server *s = serve_plainly(t);

	for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
		expect_status(wire_get(t, s, NONE[i]), "404");
	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		expect_status(wire_get(t, s, BAD[i]), "400");
	expect_status(wire_get(t, s, "http://other.example/echo"), "421");
	expect_has(wire_get(t, s, "/echo/%E2%80%AE%20x+y?q=a+b%2Bc"), "path=/echo/\u202e x+y\n");
	expect_has(wire_get(t, s, "/echo?q=a+b%2Bc&empty&q=2"), "params=3\n[q]=[a b+c]\n[empty]=[]\n[q]=[2]\n");
	http_stop(s);
}

TEST(only_the_names_we_answer_to_are_served)
{
	static const char *const HOSTS[] = { "school.example", NULL };
	struct http_options o = rig_options();
	struct http_server *s;

	o.hosts = HOSTS;
	s = serve(t, &o);
	expect_status(wire_get(t, s, "/echo"), "421");
	expect_status(ask(t, s, "GET /echo HTTP/1.1\r\nHost: School.Example:8443\r\nConnection: close\r\n\r\n"), "200");
	http_stop(s);
}

TEST(forwarded_headers_are_believed_from_the_proxy_only)
{
	const char *request = GET("/echo", "X-Forwarded-For: 10.9.9.9, 192.0.2.7\r\nX-Forwarded-Proto: https\r\nConnection: "
		"close\r\n");
	struct http_options o = rig_options();
	struct http_server *plain = serve(t, &o), *behind;

	o.proxy = "127.0.0.1";
	behind = serve(t, &o);
	expect_has(ask(t, plain, request), "peer=127.0.0.1\n");
	expect_lacks(ask(t, plain, request), "Strict-Transport-Security");
	expect_has(ask(t, behind, request), "peer=192.0.2.7\n");
	expect_has(ask(t, behind, request), "Strict-Transport-Security: max-age=31536000\r\n");
	http_stop(plain);
	http_stop(behind);
}

TEST(cookies_are_read_and_doubles_can_be_seen)
{
	struct http_server *s = serve_plainly(t);

	expect_has(ask(t, s, GET("/echo", "Cookie: a=1; __Host-session=x=y;  a=2; odd\r\nConnection: close\r\n")),
		"cookie a=1\ncookie __Host-session=x=y\ncookie a=2\n");
	http_stop(s);
}

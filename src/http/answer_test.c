/* answer_test.c - what every answer carries, and the ways to give one. */
#include "http/http_rig.h"

TEST(a_page_carries_the_security_headers_and_is_not_kept)
{
	struct http_server *s = serve_plainly(t);
	const char *page = wire_get(t, s, "/echo");

	expect_status(page, "200");
	expect_has(page, "Content-Security-Policy: default-src 'none'; script-src 'self';");
	expect_has(page, "X-Content-Type-Options: nosniff\r\n");
	expect_has(page, "Referrer-Policy: no-referrer\r\n");
	expect_has(page, "Cross-Origin-Opener-Policy: same-origin\r\n");
	expect_has(page, "Cross-Origin-Resource-Policy: same-origin\r\n");
	expect_has(page, "Cache-Control: no-store\r\n");
	expect_has(page, "Content-Type: text/plain; charset=utf-8\r\n");
	expect_lacks(page, "Strict-Transport-Security");
	expect_has(page, "peer=127.0.0.1\n");
	http_stop(s);
}

TEST(head_is_answered_as_get_without_the_body)
{
	struct http_server *s = serve_plainly(t);
	const char *head = ask(t, s, "HEAD /assets/app.3c4d.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

	expect_status(head, "200");
	expect_has(head, "Content-Length: 4\r\n");
	expect_lacks(head, "go()");
	http_stop(s);
}

TEST(an_asset_is_kept_for_ever_and_not_sent_twice)
{
	struct http_server *s = serve_plainly(t);
	const char *first = wire_get(t, s, "/assets/app.1a2b.css"), *again;

	expect_status(first, "200");
	expect_has(first, "Cache-Control: public, max-age=31536000, immutable\r\n");
	expect_has(first, "ETag: \"1a2b\"\r\n");
	expect_has(first, "body{}");
	expect_lacks(first, "no-store");
	again = ask(t, s, "GET /assets/app.1a2b.css HTTP/1.1\r\nHost: x\r\nIf-None-Match: W/\"1a2b\"\r\nConnection: close\r\n\r\n");
	expect_status(again, "304");
	expect_lacks(again, "body{}");
	http_stop(s);
}

TEST(an_answer_can_be_streamed_or_come_from_a_descriptor)
{
	struct http_server *s = serve_plainly(t);
	const char *stream = wire_get(t, s, "/stream"), *file = wire_get(t, s, "/descriptor");

	expect_has(stream, "Content-Length: 300000\r\n");
	expect_int(strlen(strstr(stream, "\r\n\r\n") + 4), 300000);
	expect_has(stream, "xyzabc");
	expect_has(file, "Content-Length: 11\r\n");
	expect_has(file, "\r\n\r\nfrom a file");
	http_stop(s);
}

TEST(a_redirect_sets_host_cookies_and_no_header_the_client_chose)
{
	struct http_server *s = serve_plainly(t);
	const char *page = wire_get(t, s, "/go");

	expect_status(page, "303");
	expect_has(page, "Location: /pupils\r\n");
	expect_has(page, "Set-Cookie: __Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax\r\n");
	expect_has(page, "Set-Cookie: __Host-old=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0\r\n");
	expect_lacks(page, "stolen");
	http_stop(s);
}

TEST(a_handler_that_is_over_its_memory_ends_alone)
{
	struct http_server *s = serve_plainly(t);

	expect_status(wire_get(t, s, "/greedy"), "503");
	expect_has(wire_get(t, s, "/greedy"), "Retry-After: 5\r\n");
	expect_status(wire_get(t, s, "/echo"), "200");
	http_stop(s);
}

TEST(a_handler_that_does_not_answer_is_a_plain_500)
{
	struct http_server *s = serve_plainly(t);

	expect_status(wire_get(t, s, "/nothing"), "500");
	http_stop(s);
}

/* server_test.c - time and company: other threads, many connections, slow ones, stopping; and the settings. */
#include <pthread.h>

#include "http/http_rig.h"

TEST(a_suspended_request_is_answered_from_another_thread)
{
	struct http_server *s = serve_plainly(t);

	for (int i = 0; i < 50; i++) {
		const char *answer = wire_get(t, s, "/elsewhere");

		expect_status(answer, "200");
		expect_has(answer, "X-Thread: another\r\n");
		expect_has(answer, "from another thread");
	}
	http_stop(s);
}

TEST(a_connection_serves_one_request_after_another)
{
	struct http_server *s = serve_plainly(t);
	int fd = dial(s);

	for (int i = 0; i < 5; i++) {
		say_text(fd, GET("/assets/app.3c4d.js", ""));
		expect_status(hear_until(t, fd, "go()"), "200");
		say_text(fd, GET("/elsewhere", ""));
		expect_status(hear_until(t, fd, "another thread"), "200");
	}
	say_text(fd, many(t, GET("/assets/app.3c4d.js", ""), 20)); /* all at once */
	for (int i = 0; i < 20; i++)
		expect_status(hear_until(t, fd, "go()"), "200");
	close(fd);
	http_stop(s);
}

TEST(many_connections_at_once_are_all_served_while_others_dawdle)
{
	struct http_server *s = serve_plainly(t);
	int waiting[64], slow[64];

	for (int i = 0; i < 64; i++) {
		slow[i] = dial(s);
		say_text(slow[i], "GET /ec");
		waiting[i] = dial(s);
		say_text(waiting[i], GET("/hold", "Connection: close\r\n"));
	}
	wait_for_held(64);
	expect_status(wire_get(t, s, "/echo"), "200"); /* neither the slow nor the waiting hold up the rest */
	let_go();
	for (int i = 0; i < 64; i++) {
		expect_has(hear(t, waiting[i]), "let go");
		close(slow[i]);
	}
	http_stop(s);
}

TEST(a_whole_school_may_share_one_address_and_no_more_than_that)
{
	struct http_options o = rig_options();
	struct http_server *s;
	int fd[250];

	o.connections_each = 250;
	s = serve(t, &o);
	for (int i = 0; i < 250; i++) {
		fd[i] = dial(s);
		say_text(fd[i], GET("/assets/app.3c4d.js", ""));
		expect_status(hear_until(t, fd[i], "go()"), "200");
	}
	expect_lacks(wire_get(t, s, "/echo"), "HTTP/1.1 200");
	for (int i = 0; i < 250; i++)
		close(fd[i]);
	http_stop(s);
}

TEST(a_reader_who_does_not_read_is_cut_off)
{
	struct http_options o = rig_options();
	struct http_server *s;
	int fd, n = 0;

	o.head_ms = 100;
	o.body_rate = 500 << 20;
	s = serve(t, &o);
	fd = dial(s);
	say_text(fd, GET("/huge", ""));
	wait_for_huge();
	for (char waste[1 << 16]; n < HUGE_ANSWER;) {
		ssize_t got = recv(fd, waste, sizeof waste, 0);

		if (got <= 0)
			break;
		n += (int)got;
	}
	expect(n < HUGE_ANSWER);
	close(fd);
	http_stop(s);
}

TEST(slow_heads_and_bodies_and_idle_connections_are_cut_off)
{
	struct http_options o = rig_options();
	struct http_server *s;
	int head, body, silent, idle;

	o.head_ms = 100;
	o.idle_ms = 200;
	s = serve(t, &o);
	silent = dial(s);
	head = dial(s);
	say_text(head, "GET /echo HTTP/1.1\r\nHost: local");
	body = dial(s);
	say_text(body, POST("Content-Length: 10000000\r\n", "a=b"));
	idle = dial(s);
	say_text(idle, GET("/assets/app.3c4d.js", ""));
	expect_has(hear(t, idle), "go()"); /* then no second request comes, and the connection ends */
	expect_text(hear(t, silent), "");
	expect_text(hear(t, head), "");
	expect_text(hear(t, body), "");
	expect_status(wire_get(t, s, "/echo"), "200");
	http_stop(s);
}

static void *stop(void *server)
{
	http_stop(server);
	return NULL;
}

TEST(stopping_lets_requests_in_flight_finish)
{
	struct http_server *s = serve_plainly(t);
	int fd[8];
	pthread_t stopper;

	threads_started = threads_ended = 0;
	for (int i = 0; i < 8; i++) {
		fd[i] = dial(s);
		say_text(fd[i], GET("/hold", ""));
	}
	wait_for_held(8);
	pthread_create(&stopper, NULL, stop, s);
	let_go();
	for (int i = 0; i < 8; i++)
		expect_has(hear(t, fd[i]), "let go");
	pthread_join(stopper, NULL);
	expect(threads_started > 0);
	expect_int(threads_ended, threads_started);
}

TEST(stopping_gives_up_what_nobody_answers_and_a_late_answer_does_no_harm)
{
	struct http_options o = rig_options();
	struct http_server *s;
	int fd;

	o.stop_ms = 50;
	s = serve(t, &o);
	fd = dial(s);
	say_text(fd, GET("/hold", ""));
	wait_for_held(1);
	http_stop(s);
	expect_status(hear(t, fd), "503");
	let_go();
}

/* ---- Settings ---- */

TEST(plain_http_is_refused_anywhere_but_on_loopback)
{
	struct http_options o = rig_options();
	struct http_server *s;

	o.address = "0.0.0.0";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.address = "192.0.2.1";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.address = "localhost";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.address = "::1";
	o.certificate = "no key with it";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.key = "no PEM text";
	expect_fault(http_start(t->a, &o, &s), FAULT_INVALID);
	o.certificate = o.key = NULL;
	o.address = "0.0.0.0";
	o.proxy = "127.0.0.1";
	s = serve(t, &o);
	http_stop(s);
}

TEST(an_address_that_is_taken_is_a_fault)
{
	struct http_server *first = serve_plainly(t), *second;
	struct http_options o = rig_options();

	o.port = http_port(first);
	expect_fault(http_start(t->a, &o, &second), FAULT_BROKEN);
	http_stop(first);
}

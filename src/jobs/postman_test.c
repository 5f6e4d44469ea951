/* postman_test.c - from the outbox to a real mail server (aiosmtpd, tests/smtp.py) and back: taken, refused, put off, silent,
 * gone. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "areas/letters/area.h"
#include "jobs/postman.h"
#include "tests/files.h"
#include "tests/world.h"
#include "web/tell.h"

struct server { pid_t pid; int in; int port; const char *dir; };

static void stop_server(void *self)
{
	struct server *s = self;

	close(s->in);
	if (s->pid > 0)
		waitpid(s->pid, NULL, 0);
	s->pid = 0;
}

/* A server on a free port that says which; it ends when its input does. */
static struct server *server_start(struct test *t)
{
	struct server *s = arena_alloc(t->a, sizeof *s);
	int in[2], out[2];
	char line[16] = "";

	s->dir = t->dir;
	expect_stop(pipe(in) == 0 && pipe(out) == 0);
	s->pid = fork();
	if (s->pid == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		execl("/usr/bin/python3", "python3", "tests/smtp.py", s->dir, (char *)NULL);
		_exit(1);
	}
	close(in[0]);
	close(out[1]);
	s->in = in[1];
	expect_stop(read(out[0], line, sizeof line - 1) > 0);
	close(out[0]);
	s->port = (int)strtol(line, NULL, 10);
	arena_defer(t->a, stop_server, s);
	return s;
}

struct round { struct world w; struct test *t; struct writer *writer; struct postman *postman; struct outbox o; int port; const char *to; struct told told; };

static const struct fault *set_server(struct act *act, void *self)
{
	struct round *r = self;
	struct form *form = form_new(act->a, &MAIL_SERVER);
	const char *id;

	act->campus = world_id(r->w, "thistlewick");
	form_set(form, MAIL_SERVER_HOST, "127.0.0.1");
	form_set(form, MAIL_SERVER_PORT, arena_printf(act->a, "%d", r->port));
	form_set(form, MAIL_SERVER_TLS, "none");
	form_set(form, MAIL_SERVER_FROM, "send@school.example");
	form_set(form, MAIL_SERVER_FROM_NAME, "SEND team");
	form_set(form, MAIL_SERVER_ON, "1");
	return record_add(act, &MAIL_SERVER, NULL, form, &id);
}

static const struct fault *put(struct act *act, void *self)
{
	static const char BYTES[] = "%PDF-1.7 not much of one";
	struct tell_file file = { "letter.pdf", "application/pdf", BYTES, sizeof BYTES - 1 };
	struct round *r = self;

	return tell(act, &(struct tell){ .to = TELL_ADDRESS, .id = r->to, .name = "Łukasz Żółw", .kind = "letter",
		.subject = "A letter – from school", .text = "Dear Łukasz\n\n.\nA line that begins with a dot.", .file = &file },
		&r->told);
}

static void stop_writer(void *w) { writer_stop(w); }
static void stop_postman(void *p) { postman_stop(p); }

static struct round *round_new(struct test *t, int port)
{
	struct round *r = arena_alloc(t->a, sizeof *r);

	r->t = t;
	r->port = port;
	r->w = as(world_new(t), "senco");
	expect_fine(world_do(as(r->w, "program"), set_server, r));
	expect_fine(postman_start(t->a, &r->postman));
	arena_defer(t->a, stop_postman, r->postman);
	expect_fine(writer_start(t->a, &(struct writer_options){ .where = world_where(r->w), .house = world_house(r->w),
		.sealer = world_sealer(r->w) }, &r->writer));
	arena_defer(t->a, stop_writer, r->writer);
	r->o = (struct outbox){ .writer = r->writer, .send = postman_send, .self = r->postman };
	return r;
}

static void queue(struct round *r, const char *to)
{
	struct test *t = r->t;

	r->to = to;
	expect_fine(world_do(r->w, put, r));
	r->told.id = arena_text(t->a, r->told.id);
}

static const char *field(struct round *r, int i)
{
	struct test *t = r->t;
	struct row *row;

	expect_fine(record_get(world_read(as(r->w, "program")), &MESSAGE, r->told.id, &row));
	return row_text(row, i);
}

static const char *taken(struct test *t, const char *name)
{
	const char *path = arena_printf(t->a, "%s/%s", t->dir, name);
	char *text = arena_alloc(t->a, 1 << 16);
	FILE *f = fopen(path, "r");
	size_t n;

	if (!f)
		return "";
	n = fread(text, 1, (1 << 16) - 1, f);
	text[n] = 0;
	fclose(f);
	return text;
}

TEST_STORE(a_message_arrives_whole_at_a_real_mail_server)
{
	struct round *r = round_new(t, server_start(t)->port);
	const char *text;

	queue(r, "lukasz@home.example");
	expect_int(outbox_work(&r->o, 5), 1);
	expect_text(field(r, MESSAGE_STATE), "sent");
	expect_has(field(r, MESSAGE_WORDS), "taken as 1");
	text = taken(t, "1.txt");
	expect_has(text, "envelope: send@school.example -> lukasz@home.example");
	expect_has(text, "Subject: A letter – from school");
	expect_has(text, "Łukasz Żółw");
	expect_has(text, "A line that begins with a dot.");
	expect_has(text, "letter.pdf");
	expect_has(text, field(r, MESSAGE_ID));
	expect_int(outbox_work(&r->o, 5), 0);
	expect_text(taken(t, "2.txt"), "");
}

TEST_STORE(what_the_server_says_decides_what_becomes_of_a_message)
{
	struct round *r = round_new(t, server_start(t)->port);

	queue(r, "never@home.example");
	outbox_work(&r->o, 5);
	expect_text(field(r, MESSAGE_STATE), "refused");
	queue(r, "later@home.example");
	outbox_work(&r->o, 5);
	expect_text(field(r, MESSAGE_STATE), "queued");
	expect_has(field(r, MESSAGE_WORDS), "busy");
	queue(r, "silent@home.example");
	outbox_work(&r->o, 5);
	expect_text(field(r, MESSAGE_STATE), "unknown");
	queue(r, "fine@home.example");
	expect_int(outbox_work(&r->o, 5), 1);
}

static void end_carrier(struct round *r, int which)
{
	struct test *t = r->t;
	int pid = postman_pid(r->postman, which);

	expect_stop(pid > 1 && kill(pid, SIGKILL) == 0);
	expect_stop(waitpid(pid, NULL, 0) == pid);
}

TEST_STORE(an_address_no_server_takes_is_refused_in_words_and_the_others_go)
{
	struct round *r = round_new(t, server_start(t)->port);

	queue(r, "\xC5\x82ukasz@home.example");
	expect_int(outbox_work(&r->o, 5), 0);
	expect_text(field(r, MESSAGE_STATE), "refused");
	expect_has(field(r, MESSAGE_WORDS), "a letter before the @");
	queue(r, "lukasz@home.example");
	expect_int(outbox_work(&r->o, 5), 1);
}

TEST_STORE(a_mail_process_that_ends_is_started_again_and_mail_goes_on)
{
	struct round *r = round_new(t, server_start(t)->port);

	for (int i = 0; i < 2; i++) {
		end_carrier(r, i);
		queue(r, "lukasz@home.example");
		expect_int(outbox_work(&r->o, 5), 1);
		expect_text(field(r, MESSAGE_STATE), "sent");
		expect_int(postman_pid(r->postman, i), 0); /* the other one's child now */
	}
	queue(r, "lukasz@home.example");
	expect_int(outbox_work(&r->o, 5), 1);
	expect(*taken(t, "3.txt"));
}

TEST_STORE(mail_waits_when_both_mail_processes_are_gone_at_once)
{
	struct round *r = round_new(t, server_start(t)->port);

	end_carrier(r, 0);
	end_carrier(r, 1);
	queue(r, "lukasz@home.example");
	expect_int(outbox_work(&r->o, 5), 0);
	expect_text(field(r, MESSAGE_STATE), "queued");
	expect_has(field(r, MESSAGE_WORDS), "Restart OpenSENCO");
}

enum { MONDAY = 1795420800 }; /* 2026-11-23T08:00:00Z */

/* On the port it had before. */
static void server_again(struct test *t, struct server *s)
{
	int in[2], out[2];
	char line[16] = "";

	expect_stop(pipe(in) == 0 && pipe(out) == 0);
	s->pid = fork();
	if (s->pid == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		execl("/usr/bin/python3", "python3", "tests/smtp.py", s->dir, arena_printf(t->a, "port=%d", s->port), (char *)NULL);
		_exit(1);
	}
	close(in[0]);
	close(out[1]);
	s->in = in[1];
	expect_stop(read(out[0], line, sizeof line - 1) > 0);
	close(out[0]);
}

TEST_STORE(three_days_without_a_mail_server_and_then_everything_arrives_once)
{
	struct server *s = server_start(t);
	struct round *r = round_new(t, s->port);
	const char *first, *second;
	int64_t now = MONDAY;

	clock_fix(now);
	stop_server(s);
	queue(r, "lukasz@home.example");
	first = r->told.id;
	for (; now < MONDAY + 3 * 86400; now += 1800) {
		clock_fix(now);
		expect_int(outbox_work(&r->o, 5), 0);
		if (now == MONDAY + 86400)
			queue(r, "ola@home.example");
	}
	second = r->told.id;
	clock_fix(now);
	expect_has(get(r->w, arena_printf(t->a, "/outbox/%s", first)).text, "The mail server did not take it yet");
	expect_has(get(r->w, "/outbox").text, "The oldest message has waited 3 days");
	server_again(t, s);
	for (int i = 0; i < 4; i++, now += 1800) {
		clock_fix(now);
		outbox_work(&r->o, 5);
	}
	clock_fix(-1);
	r->told.id = first;
	expect_text(field(r, MESSAGE_STATE), "sent");
	r->told.id = second;
	expect_text(field(r, MESSAGE_STATE), "sent");
	expect(*taken(t, "1.txt") && *taken(t, "2.txt"));
	expect_text(taken(t, "3.txt"), "");
}

TEST_STORE(a_server_that_comes_back_gets_what_waited)
{
	struct server *s = server_start(t);
	struct round *r;

	stop_server(s);
	r = round_new(t, s->port);
	queue(r, "lukasz@home.example");
	expect_int(outbox_work(&r->o, 5), 0);
	expect_text(field(r, MESSAGE_STATE), "queued");
	expect(*field(r, MESSAGE_WORDS));
}

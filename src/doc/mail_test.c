/* mail_test.c - mail given to a real server and read back by another program; and every way a server can say no. */
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "doc/mail.h"
#include "doc/mail_send.h"
#include "tests/paper.h"

extern char **environ;

struct smtp {
	pid_t pid;
	int in, port;
};

static void stop(void *p)
{
	struct smtp *s = p;

	if (s->in >= 0)
		close(s->in); /* its input's end is its own */
	if (s->pid)
		waitpid(s->pid, NULL, 0);
}

static struct smtp *start(struct test *t, const char *const *more)
{
	struct smtp *s = arena_alloc(t->a, sizeof *s);
	const char *argv[10] = { "/usr/bin/python3", "-W", "ignore", arena_printf(t->a, "%s/../smtp.py", t->data), t->dir };
	posix_spawn_file_actions_t files;
	int in[2], out[2], n = 0;
	char text[16] = "";

	for (int i = 0; more[i] && i < 4; i++)
		argv[5 + i] = more[i];
	expect_stop(pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in[0], 0);
	posix_spawn_file_actions_adddup2(&files, out[1], 1);
	expect_stop(posix_spawn(&s->pid, argv[0], &files, NULL, (char *const *)argv, environ) == 0);
	posix_spawn_file_actions_destroy(&files);
	close(in[0]);
	close(out[1]);
	s->in = in[1];
	arena_defer(t->a, stop, s);
	while (n < 15 && read(out[0], text + n, 1) == 1 && text[n] != '\n')
		n++;
	close(out[0]);
	s->port = (int)strtol(text, NULL, 10);
	expect_stop(s->port > 0);
	return s;
}

#define START(...) start(t, (const char *const[]){ __VA_ARGS__ __VA_OPT__(,) NULL })

static const struct mail_person TO[] = { { "J\xC3\xBCrgen \"JJ\" Whitlock", "parent@example.org" } };
static const struct mail_file FILES[] = { { "Einladung f\xC3\xBCr M\xC3\xBCller.pdf", "application/pdf", "%PDF-\0\xff\r\n.\r\nx",
	13 } };
static const struct mail MAIL = { .id = "01hx", .domain = "school.example", .made = "2026-11-22T08:40:00Z",
	.from = { "Thistlewick High School", "senco@school.example" }, .reply_to = { NULL, "office@school.example" }, .to = TO,
	.tos = 1, .subject = "A meeting on the 1st of December \xE2\x80\x93 please answer; it is about next term \xF0\x9F\x93\x85 "
	"and takes half an hour", .text = "Dear J\xC3\xBCrgen,\n\n.\n.dots and = signs stay  \nA very long line that goes on and on "
	"and on and on and on and on and on and on to its "
		"end.\nFrom here on, too.", .file = FILES, .files = 1 };

static const char *written(struct test *t, const struct mail *m)
{
	struct buf b = buf_new(t->a);

	expect_fine(mail_write(t->a, m, &b));
	for (const char *line = buf_text(&b); *line; line += strcspn(line, "\n") + 1)
		if (strcspn(line, "\r\n") > 78)
			test_fail(t, __FILE__, __LINE__, "a line of %zu letters", strcspn(line, "\r\n"));
	return buf_text(&b);
}

static struct mail_result sent(struct test *t, const struct mail_server *server, const char *to, const char *text)
{
	struct mail_result r;
	struct mail_line *line;

	expect_fine(mail_line_open(t->a, server, &line));
	expect_fine(mail_send(line, "senco@school.example", to, text, strlen(text), &r));
	return r;
}

static struct mail_server here(const struct smtp *s)
{
	return (struct mail_server){ .host = "127.0.0.1", .port = s->port, .tls = MAIL_NO_TLS, .seconds = 10 };
}

static const char *told(struct test *t, int n)
{
	size_t length;

	return paper_file(&(struct test){ .a = t->a, .data = t->dir }, arena_printf(t->a, "%d.txt", n), &length);
}

TEST(a_mail_arrives_as_it_was_written)
{
	struct ical_event meeting = { .uid = "m1@school.example", .starts = "2026-12-01T15:30:00Z", .ends = "2026-12-01T16:00:00Z",
		.summary = "Meeting", .organiser = { NULL, "senco@school.example", false } };
	struct buf calendar = buf_new(t->a);
	struct mail m = MAIL;
	struct mail_result r;
	struct smtp *s;
	const char *text;

	s = START();
	expect_fine(ical_write(t->a, ICAL_REQUEST, m.made, &meeting, 1, &calendar));
	m.html = "<p>Dear J\xC3\xBCrgen</p>";
	m.calendar = buf_text(&calendar);
	r = sent(t, &(struct mail_server){ .host = "127.0.0.1", .port = s->port, .tls = MAIL_NO_TLS }, "parent@example.org",
		written(t, &m));
	expect_int(r.outcome, MAIL_SENT);
	expect_int(r.code, 250);
	expect_has(r.says, "taken as 1");
	text = told(t, 1);
	expect_has(text, "envelope: senco@school.example -> parent@example.org");
	expect_has(text, arena_printf(t->a, "Subject: %s\n", MAIL.subject));
	expect_has(text, "From: Thistlewick High School <senco@school.example>");
	expect_has(text, "Reply-To: office@school.example");
	expect_has(text, "Whitlock");
	expect_has(text, "J\xC3\xBCrgen");
	expect_has(text, "Date: Sun, 22 Nov 2026 08:40:00 +0000");
	expect_has(text, "Message-ID: <01hx@school.example>");
	expect_has(text, "\n.\n.dots and = signs stay  \nA very long line that goes on and on and on and on and on and on and on "
		"and on to its end.\nFrom here on, too.");
	expect_has(text, "part: text/html");
	expect_has(text, "part: text/calendar  REQUEST defects 0");
	expect_has(text, "UID:m1@school.example");
	expect_has(text, arena_printf(t->a, "part: application/pdf %s  defects 0\n13 bytes", FILES[0].name));
}

TEST(what_a_server_says_decides_whether_a_letter_waits_or_is_refused)
{
	struct mail_server server;
	struct mail_result r;
	struct smtp *s;
	const char *text = written(t, &MAIL);

	s = START();
	server = here(s);
	r = sent(t, &server, "later@example.org", text);
	expect_int(r.outcome, MAIL_LATER);
	expect_int(r.code, 451);
	expect_has(r.says, "mailbox busy");
	r = sent(t, &server, "never@example.org", text);
	expect_int(r.outcome, MAIL_REFUSED);
	expect_int(r.code, 550);
	expect_has(r.says, "no such person here");
	r = sent(t, &server, "spam@example.org", text);
	expect_int(r.outcome, MAIL_REFUSED);
	expect_has(r.says, "looks like spam");
	r = sent(t, &server, "silent@example.org", text);
	expect_int(r.outcome, MAIL_UNSURE);
}

TEST(a_server_that_is_down_means_later)
{
	struct mail_server server;
	struct mail_result r;
	struct smtp *s;

	s = START();
	server = here(s);
	close(s->in);
	s->in = -1;
	waitpid(s->pid, NULL, 0);
	s->pid = 0;
	r = sent(t, &server, "parent@example.org", written(t, &MAIL));
	expect_int(r.outcome, MAIL_LATER);
	expect_int(r.code, 0);
	expect(strlen(r.says) > 10);
	server.host = "no-such-host.invalid";
	expect_int(sent(t, &server, "parent@example.org", written(t, &MAIL)).outcome, MAIL_LATER);
}

TEST(several_mails_go_over_one_line)
{
	struct mail_server server;
	struct mail_line *line;
	struct mail_result r;
	struct smtp *s;
	const char *text = written(t, &MAIL);

	s = START();
	server = here(s);
	expect_fine(mail_line_open(t->a, &server, &line));
	for (int i = 0; i < 3; i++) {
		expect_fine(mail_send(line, "senco@school.example", i == 1 ? "never@example.org" : "parent@example.org", text,
			strlen(text), &r));
		expect_int(r.outcome, i == 1 ? MAIL_REFUSED : MAIL_SENT);
	}
	expect_has(r.says, "taken as 2");
}

TEST(starttls_is_kept_to_and_a_wrong_password_is_not_the_letters_fault)
{
	const char *cert = arena_printf(t->a, "%s/cert.pem", t->dir), *key = arena_printf(t->a, "%s/key.pem", t->dir);
	struct mail_server server;
	struct mail_result r;
	struct smtp *s;

	SAYS("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out",
		cert, "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1");
	s = START(cert, key, "auth");
	server = here(s);
	server.tls = MAIL_STARTTLS;
	server.ca_file = cert;
	server.user = "school";
	server.password = "right";
	r = sent(t, &server, "parent@example.org", written(t, &MAIL));
	if (r.outcome != MAIL_SENT)
		test_fail(t, __FILE__, __LINE__, "%d %s", r.code, r.says);
	expect_has(told(t, 1), "tls: True user: school");
	server.password = "wrong";
	r = sent(t, &server, "parent@example.org", written(t, &MAIL));
	expect_int(r.outcome, MAIL_LATER);
	expect_int(r.code, 535);
	server.password = "right";
	server.ca_file = NULL; /* nobody vouches for it */
	r = sent(t, &server, "parent@example.org", written(t, &MAIL));
	expect_int(r.outcome, MAIL_LATER);
	expect_has(r.says, "certificate");
}

TEST(a_server_without_starttls_gets_nothing)
{
	struct mail_server server;
	struct smtp *s;

	s = START();
	server = here(s);
	server.tls = MAIL_STARTTLS;
	expect_int(sent(t, &server, "parent@example.org", written(t, &MAIL)).outcome, MAIL_LATER);
	expect_int(access(arena_printf(t->a, "%s/1.eml", t->dir), F_OK), -1);
}

TEST(settings_that_cannot_be_are_refused_before_any_network)
{
	struct mail_line *line;
	struct mail_server server = { .host = "mail.example", .tls = MAIL_NO_TLS, .user = "a", .password = "b" };

	expect_fault(mail_line_open(t->a, &server, &line), FAULT_INVALID);
	server = (struct mail_server){ .host = "mail.example/x" };
	expect_fault(mail_line_open(t->a, &server, &line), FAULT_INVALID);
	server.host = "";
	expect_fault(mail_line_open(t->a, &server, &line), FAULT_INVALID);
}

TEST(no_value_of_a_mail_can_add_a_header)
{
	const struct mail_person to[] = { { "X\r\nBcc: evil@example.org", "ok@example.org" } };
	const struct mail_file file[] = { { "a\"\r\nX-Evil: 1\r\n.pdf", "x/y\r\nX-Evil: 2", "x", 1 } };
	struct buf b = buf_new(t->a);
	struct mail m = MAIL;
	const char *text;

	m.to = to;
	m.subject = "Hello\r\nBcc: evil@example.org\r\n\r\nbody";
	m.file = file;
	text = written(t, &m);
	expect_lacks(text, "\nBcc");
	expect_lacks(text, "\nX-Evil");
	expect_lacks(text, "x/y");
	expect_has(text, "Subject: HelloBcc: evil@example.orgbody\r\n");
	m.to = (const struct mail_person[]){ { NULL, "a@b.example\r\nX:y" } };
	expect_fault(mail_write(t->a, &m, &b), FAULT_INVALID);
	m = MAIL;
	m.id = "a>\r\nX: y";
	expect_fault(mail_write(t->a, &m, &b), FAULT_INVALID);
}

TEST(addresses_are_looked_at_before_they_are_used)
{
	static const char *const GOOD[] = { "a@b", "a+b@x.co.uk", "o'brien@example.org", "a@xn--e1afmkfd" };
	static const char *const BAD[] = { "", "@x", "a@@x", "a@x..org", "a b@x.org", "a@b,c@d", "a@.x", "\xC3\xBC@x.org", "<a@b>",
		"a@" };

	for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
		expect(mail_address_ok(GOOD[i]));
	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		expect(!mail_address_ok(BAD[i]));
	expect(!mail_address_ok(NULL));
	expect(!mail_address_wrong("a@b.example"));
	expect_has(mail_address_wrong("\xC5\x82ukasz@x.org"), "before the @");
	expect_has(mail_address_wrong("lukasz@\xC5\xBC\xC3\xB3\xC5\x82w.example"), "after the @");
	expect_has(mail_address_wrong("a b@x.org"), "sign or a gap");
	expect_has(mail_address_wrong("nobody"), "no @");
}

/* cmd_serve.c - `opensenco serve`: a small parent that starts the key process and the serving process, and starts either again when
 * it ends. Five ends in a minute: it stops, with an alarm (K64). */
#include <errno.h>
#include <jansson.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "areas/accounts/area.h"
#include "base/log.h"
#include "base/text.h"
#include "jobs/minute.h"
#include "jobs/postman.h"
#include "main/seed.h"
#include "main/commands.h"
#include "main/local.h"
#include "main/areas.h"
#include "main/routes.h"
#include "main/store.h"
#include "doc/cage.h"
#include "seal/keyd.h"
#include "web/web.h"

static volatile sig_atomic_t stopping;

static void on_stop(int sig)
{
	(void)sig;
	stopping = 1;
}

static void catch_stop(void)
{
	struct sigaction sa = { .sa_handler = on_stop };

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
}

/* The sign-ins that the demonstration's maker wrote down; NULL if it wrote none. */
static const struct web_demo *read_signins(struct arena *a, const char *dir)
{
	json_t *list = json_load_file(arena_printf(a, "%s/demo-signins.json", dir), 0, NULL), *one;
	struct web_demo *demo = arena_array(a, json_array_size(list) + 1, sizeof *demo);
	size_t i, n = 0;

	json_array_foreach(list, i, one)
		demo[n++] = (struct web_demo){
			.role = arena_text(a, json_string_value(json_object_get(one, "role"))),
			.login = arena_text(a, json_string_value(json_object_get(one, "login"))),
			.password = arena_text(a, json_string_value(json_object_get(one, "password"))),
			.secret = arena_text(a, json_string_value(json_object_get(one, "totp_secret"))),
		};
	json_decref(list);
	return n ? demo : NULL;
}

static void show_signins(const struct web_demo *demo)
{
	for (; demo && demo->login; demo++)
		printf("  %-12s %-24s %s\n", demo->role, demo->login, demo->password);
}

static const char *file_text(struct arena *a, const char *path)
{
	struct buf b = buf_limit(a, 1 << 20);
	char part[4096];
	size_t n;
	FILE *f = path ? fopen(path, "r") : NULL;

	if (!f)
		return NULL;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_add_n(&b, part, n);
	fclose(f);
	return buf_text(&b);
}

static const struct fault *read_options(struct args *args, struct web_options *o)
{
	const char *port = args_value(args, "--port", "8080"), *cert = args_value(args, "--cert", NULL),
		*key = args_value(args, "--tls-key", NULL);
	int64_t n;

	if (!text_to_int(port, &n) || n < 0 || n > 65535)
		return FAULT(args->a, FAULT_INVALID, "--port must be a number from 1 to 65535, not %s", port);
	o->http.port = (uint16_t)n;
	o->http.address = args_value(args, "--address", NULL);
	o->http.proxy = args_value(args, "--proxy", NULL);
	o->http.certificate = file_text(args->a, cert);
	o->http.key = file_text(args->a, key);
	if (cert && (!o->http.certificate || !o->http.key))
		return FAULT(args->a, FAULT_INVALID, "--cert and --tls-key must both name files that can be read");
	return NULL;
}

/* Signed heads of the journal lie apart from the data: where the service's logs are, else beside it. */
static const char *anchors(const struct store *s)
{
	const char *logs = getenv("LOGS_DIRECTORY");

	return logs && *logs ? arena_printf(s->a, "%s/anchors", logs) : arena_printf(s->a, "%s.anchors", s->dir);
}

/* Threads share a few heaps. Pages take theirs from there, again and again; what is larger than any page's piece is the
 * system's. */
static void share_memory(void)
{
	mallopt(M_ARENA_MAX, 4);
	mallopt(M_MMAP_THRESHOLD, 4 << 20);
	mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

/* The serving process: returns its exit code. */
static int serve(struct store *s, struct web_options *o, int key_socket, int tell)
{
	struct rlimit no_core = { 0, 0 };
	const struct fault *f;
	struct local *local;
	struct postman *postman = NULL;
	struct minute minute;
	struct outbox outbox;
	struct web *web;
	int socket;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	setrlimit(RLIMIT_CORE, &no_core);
	share_memory();
	f = cage_start(s->a); /* before there are keys, threads or handlers */
	f = f ? f : postman_start(s->a, &postman);
	catch_stop();
	f = f ? f : sealer_open_keyd(s->a, key_socket, NULL, &s->sealer);
	f = f ? f : store_check(s->a, s);
	o->sealer = s->sealer;
	f = f ? f : local_listen(s->a, s, &socket); /* made for this user alone, so before there are threads that make files */
	f = f ? f : web_start(s->a, o, &web);
	f = f ? f : local_start(s->a, s, web_writer(web), socket, &local);
	if (f) {
		fprintf(stderr, "opensenco: %s\n", f->text);
		return f->code == FAULT_INVALID ? EXIT_MISUSE : EXIT_BAD;
	}
	dprintf(tell, "%u\n", web_port(web));
	close(tell);
	minute = (struct minute){ .writer = web_writer(web), .sealer = s->sealer, .seed = house_seed_all, .anchors = anchors(s) };
	outbox = (struct outbox){ .writer = web_writer(web), .send = postman_send, .self = postman, .off = s->demo };
	for (int ticks = 0; !stopping; ticks++) { /* whoever waits for a code by e-mail waits seconds, not a minute */
		if (ticks % 12 == 0)
			minute_work(&minute);
		outbox_work(&outbox, OUTBOX_ROUND);
		malloc_trim(0); /* a class's papers take 50 MB while they are made */
		if (!stopping)
			nanosleep(&(struct timespec){ .tv_sec = 5 }, NULL);
	}
	local_stop(local);
	web_stop(web);
	sealer_close(s->sealer);
	cage_stop();
	postman_stop(postman);
	return 0;
}

struct parent { struct store *s; struct web_options *o; struct keyd keyd; pid_t serve; int ends; time_t first_end; bool told; };

static void announce(struct parent *p, const char *port)
{
	if (p->told)
		return;
	p->told = true;
	printf("OpenSENCO serves %s at http://%s:%s/\n", p->s->dir, p->o->http.address ? p->o->http.address : "127.0.0.1", port);
	if (p->s->demo) {
		printf("\nThis is a demonstration school: nobody in it is real. Sign-ins, one for each role (the code is shown on "
			"the sign-in page):\n\n");
		fflush(stdout);
		show_signins(p->o->signins);
	}
	fflush(stdout);
}

static bool start_serve(struct parent *p)
{
	char port[16] = "";
	int told[2];
	ssize_t n;

	if (pipe(told) != 0)
		return false;
	fflush(stdout);
	p->serve = fork();
	if (p->serve < 0)
		return false;
	if (p->serve == 0) {
		close(told[0]);
		keyd_in_child(&p->keyd, true);
		_exit(serve(p->s, p->o, p->keyd.serve_end, told[1]));
	}
	close(told[1]);
	n = read(told[0], port, sizeof port - 1);
	close(told[0]);
	if (n > 0) {
		port[strcspn(port, "\n")] = 0;
		announce(p, port);
	}
	return true;
}

/* True while it makes sense to start again. */
static bool may_restart(struct parent *p)
{
	/* lint: name because restarts are counted by the real clock, whatever the school's says */
	time_t now = time(NULL);

	if (now - p->first_end > 60) {
		p->first_end = now;
		p->ends = 0;
	}
	return ++p->ends < 5;
}

static int watch(struct parent *p)
{
	for (;;) {
		int status = 0;
		pid_t ended = waitpid(-1, &status, 0);

		if (ended < 0 && errno == EINTR) {
			if (stopping)
				kill(p->serve, SIGTERM);
			continue;
		}
		if (ended < 0)
			return EXIT_BAD;
		if (ended == p->serve && (stopping || (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_MISUSE) || !p->told))
			return stopping ? EXIT_FINE : WIFEXITED(status) && WEXITSTATUS(status) ? WEXITSTATUS(status) : EXIT_BAD;
		if (stopping)
			continue;
		log_line(LOG_ALARM, "the %s process ended (%d)", ended == p->serve ? "serving" : "key", status);
		if (!may_restart(p)) {
			log_line(LOG_ALARM, "it ended five times in a minute: stopping");
			kill(p->serve, SIGTERM);
			return EXIT_BAD;
		}
		if (ended == p->serve)
			start_serve(p);
		else if (keyd_restart(p->s->a, p->s->key, &KEYD_LIMITS, &p->keyd))
			log_line(LOG_ALARM, "the key process could not be started again");
	}
}

int cmd_serve(struct args *args)
{
	struct web_options o = { .routes = HOUSE_ROUTES, .sections = HOUSE_SECTIONS, .panels = HOUSE_PANELS, .tasks = HOUSE_TASKS,
		.roles = ROLES };
	struct store s;
	struct parent p = { .s = &s, .o = &o };
	const struct fault *f = store_find(args, &s);
	const char *trace = args_value(args, "--trace", NULL);
	int code, applied;

	f = f ? f : read_options(args, &o);
	o.forgets = args_flag(args, "--forget") || trace;
	if (!args_done(args))
		return EXIT_MISUSE;
	if (!f && s.demo && o.http.address && strncmp(o.http.address, "127.", 4) != 0 && strcmp(o.http.address, "::1") != 0)
		f = FAULT(args->a, FAULT_INVALID, "a demonstration school is served on this machine only (127.0.0.1)");
	f = f ? f : store_lock(args->a, &s);
	f = f ? f : store_migrate(args->a, &s, &applied);
	o.house = &s.house;
	o.where = s.where;
	o.demo = s.demo;
	if (!f && trace && !s.demo)
		f = FAULT(args->a, FAULT_INVALID, "--trace writes down what pages hold: only of a demonstration school");
	f = f || !trace ? f : db_trace(args->a, trace);
	o.signins = s.demo ? read_signins(args->a, s.dir) : NULL;
	f = f ? f : keyd_start(args->a, s.key, &KEYD_LIMITS, &p.keyd);
	if (f)
		return command_fault(args, "Starting to serve", f);
	catch_stop();
	if (!start_serve(&p))
		return EXIT_BAD;
	code = watch(&p);
	keyd_stop(&p.keyd);
	return code;
}

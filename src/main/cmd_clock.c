/* cmd_clock.c - `opensenco clock`: one statutory date, and on request the rule and the sum behind it. The law is in law/clock.h;
 * this reads words from the command line and prints. The school's own term dates and settings count if there is an installation. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "law/holidays.h"
#include "law/own.h"
#include "main/commands.h"
#include "main/store.h"

enum { INPUTS = 16 };

static int misuse(const char *what, const char *word)
{
	fprintf(stderr, "%s: %s. See: opensenco clock --help\n", what, word);
	return EXIT_MISUSE;
}

static int list_clocks(struct arena *a)
{
	int count;
	const struct clock_row *rows = law_clock_rows(&count);

	for (int i = 0; i < count; i++)
		printf("%-31s %s (%s)\n", rows[i].id, rows[i].text, clock_length(a, &rows[i]));
	return EXIT_FINE;
}

/* The words that follow id and date: key=value. */
static int read_inputs(struct args *args, struct clock_inputs *inputs)
{
	struct clock_input *list = arena_array(args->a, INPUTS, sizeof(*list));
	const char *word;

	inputs->list = list;
	while ((word = args_next(args)) != NULL) {
		const char *equals = strchr(word, '=');
		const char *key = equals ? arena_text_n(args->a, word, (size_t)(equals - word)) : "";

		if (!equals)
			return misuse("Facts are given as key=value", word);
		if (!clock_key_known(key))
			return misuse("No clock asks for this fact", key);
		if (inputs->count == INPUTS)
			return misuse("Too many facts", word);
		list[inputs->count++] = (struct clock_input){ key, equals + 1 };
	}
	return EXIT_FINE;
}

static void json_text(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, ",\"%s\":\"", name);
	buf_add_json(b, value);
	buf_add(b, "\"");
}

static void json_day(struct arena *a, struct buf *b, const char *name, day d)
{
	if (d == DAY_NONE)
		buf_printf(b, ",\"%s\":null", name);
	else
		json_text(b, name, day_iso(a, d));
}

static void print_json(struct arena *a, const struct clock_row *row, day start, const struct clock_answer *answer)
{
	struct buf b = buf_new(a);

	buf_add(&b, "{\"id\":\"");
	buf_add_json(&b, row->id);
	buf_add(&b, "\"");
	json_day(a, &b, "start", start);
	json_day(a, &b, "due", answer->due);
	json_text(&b, "none", answer->none);
	json_day(a, &b, "practical", answer->practical);
	json_text(&b, "text", row->text);
	json_text(&b, "duty", row->duty);
	json_text(&b, "rule", answer->rule);
	json_text(&b, "length", clock_length(a, row));
	json_text(&b, "citation", answer->cite);
	json_text(&b, "counted_in", answer->calendar);
	json_text(&b, "status", answer->status);
	buf_printf(&b, ",\"setting\":%s", answer->setting ? "true" : "false");
	json_text(&b, "warning", answer->warning);
	buf_add(&b, ",\"working\":[");
	for (int i = 0; i < answer->n_working; i++) {
		buf_add(&b, i ? ",\"" : "\"");
		buf_add_json(&b, answer->working[i]);
		buf_add(&b, "\"");
	}
	puts(arena_printf(a, "%s]}", buf_text(&b)));
}

static void print_why(struct arena *a, const struct clock_row *row, const struct clock_answer *answer)
{
	printf("\nWhat:       %s\n", row->text);
	printf("Whose duty: %s\n", row->duty);
	printf("Rule:       %s: %s\n", answer->rule, clock_length(a, row));
	printf("Citation:   %s\n", answer->cite);
	printf("Status:     %s%s\n", answer->status, answer->setting ? "; a setting that the school may change" : "");
	printf("Counted in: %s\n", answer->calendar);
	puts("Working:");
	for (int i = 0; i < answer->n_working; i++)
		printf("  %s\n", answer->working[i]);
}

static int answer_clock(struct args *args, const struct clock_row *row, day start, const struct clock_inputs *inputs,
	const struct calendar *calendar)
{
	bool why = args_flag(args, "--why"), json = args_flag(args, "--json");
	struct clock_answer answer;
	const struct fault *f = clock_due(row, start, inputs, calendar, args->a, &answer);

	if (!args_done(args))
		return EXIT_MISUSE;
	if (f)
		return misuse(row->id, f->text);
	if (json) {
		print_json(args->a, row, start, &answer);
		return EXIT_FINE;
	}
	puts(answer.due == DAY_NONE ? "none" : day_iso(args->a, answer.due));
	if (why)
		print_why(args->a, row, &answer);
	else if (answer.none[0])
		fprintf(stderr, "%s\n", answer.none);
	if (answer.warning[0])
		fprintf(stderr, "%s\n", answer.warning);
	return EXIT_FINE;
}

/* The law of the campus in an installation: --data and --campus, or the demo school here. Without either, and where nothing is
 * installed, there are no school days: a fault only if the installation was asked for. */
static const struct fault *installed_law(struct args *args, struct own_law *own)
{
	struct args peek = *args;
	const char *data = args_value(&peek, "--data", NULL), *wanted = args_value(args, "--campus", NULL), *campus;
	bool asked = data || wanted;
	struct store s;
	struct act *act;
	const struct fault *f;

	TRY(store_find(args, &s));
	if (!asked && access(s.where, F_OK) != 0)
		return NULL;
	TRY(store_read(&s, args->a, &STORE_PROGRAM, "", &act));
	f = store_campus(act, wanted, &campus);
	if (f)
		return asked ? f : NULL;
	act->campus = campus;
	return law_own(act, own);
}

static int choose_law(struct args *args, struct own_law *own)
{
	const char *name = args_value(args, "--calendar", NULL);
	const struct fault *f;

	*own = (struct own_law){ .calendar = law_england(args->a) };
	if (!name) {
		f = installed_law(args, own);
		return f ? command_fault(args, "Reading the school's dates", f) : EXIT_FINE;
	}
	if (strcmp(name, "cal-a") == 0)
		own->calendar = cal_a(args->a);
	else if (strcmp(name, "none") != 0)
		return misuse("There is no such calendar; give cal-a or none", name);
	return EXIT_FINE;
}

/* Before anything is opened: is every option one of ours? The words are looked at later. */
static bool understood(struct args args)
{
	static const char *const VALUES[] = { "--data", "--key", "--files", "--campus", "--calendar" };

	for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++)
		(void)args_value(&args, VALUES[i], NULL);
	(void)args_flag(&args, "--why");
	(void)args_flag(&args, "--json");
	while (args_next(&args))
		;
	return args_done(&args);
}

int cmd_clock(struct args *args)
{
	struct clock_inputs inputs = { NULL, 0 };
	const struct clock_row *row;
	const char *id, *date;
	struct own_law own;
	int code;

	if (args_flag(args, "--list"))
		return args_done(args) ? list_clocks(args->a) : EXIT_MISUSE;
	if (!understood(*args))
		return EXIT_MISUSE;
	code = choose_law(args, &own);
	if (code != EXIT_FINE)
		return code;
	id = args_next(args);
	date = args_next(args);
	if (!id || !date)
		return misuse("Give a clock and a date", "opensenco clock --list shows the clocks");
	row = law_at(args->a, id, day_parse(date), own.settings, own.n_settings);
	if (!row)
		return misuse("There is no such clock; opensenco clock --list shows them", id);
	if (day_parse(date) == DAY_NONE)
		return misuse("A date is written like 2026-11-22", date);
	code = read_inputs(args, &inputs);
	return code == EXIT_FINE ? answer_clock(args, row, day_parse(date), &inputs, own.calendar) : code;
}

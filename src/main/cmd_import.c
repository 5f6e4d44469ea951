/* cmd_import.c - `opensenco import FILE...`: the one intake path, from the shell. Each file is read in the cage, compared, told, and, unless
 * --dry-run was said, saved in one transaction. A question that must be answered first, or an error that stops the file: exit 1, nothing
 * of that file changed. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "areas/intake/plan.h"
#include "base/buf.h"
#include "main/commands.h"
#include "main/store.h"
#include "record/who.h"
#include "seal/hash.h"

enum { FILE_MOST = 50 << 20, PARTS_MOST = 100, ANSWERS_MOST = 200 };

struct importing {
	struct store *s;
	const struct doc_part *parts;
	int part_count;
	const char *name;
	struct intake_answer answers[ANSWERS_MOST];
	int answer_count;
	bool dry, json;
	struct intake *in;
	struct plan *plan;
	const char *import_id;
};

static const struct fault *read_part(struct arena *a, const char *path, const char *name, struct doc_part *out)
{
	FILE *f = fopen(path, "rb");
	struct stat st;
	char *bytes;

	if (!f || fstat(fileno(f), &st) != 0 || !S_ISREG(st.st_mode)) {
		if (f)
			fclose(f);
		return FAULT(a, FAULT_INVALID, "%s cannot be read", path);
	}
	if (st.st_size > FILE_MOST) {
		fclose(f);
		return FAULT(a, FAULT_TOO_LARGE, "%s is larger than 50 MB: the limit for one file", path);
	}
	bytes = arena_alloc(a, (size_t)st.st_size + 1);
	*out = (struct doc_part){ name, bytes, fread(bytes, 1, (size_t)st.st_size, f) };
	fclose(f);
	return NULL;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* A folder is one file of several parts: OneRoster unpacked. */
static const struct fault *read_folder(struct arena *a, const char *path, struct doc_part **parts, int *count)
{
	DIR *dir = opendir(path);
	struct dirent *e;
	const struct fault *f = NULL;

	*parts = arena_array(a, PARTS_MOST, sizeof **parts);
	while (dir && !f && (e = readdir(dir))) {
		if (e->d_name[0] == '.')
			continue;
		if (*count == PARTS_MOST)
			f = FAULT(a, FAULT_TOO_LARGE, "%s holds more than %d files", path, PARTS_MOST);
		else
			f = read_part(a, arena_printf(a, "%s/%s", path, e->d_name), arena_text(a, e->d_name), &(*parts)[(*count)++]);
	}
	if (dir)
		closedir(dir);
	return f;
}

static const struct fault *read_path(struct arena *a, const char *path, struct importing *im)
{
	struct doc_part *parts = arena_array(a, 1, sizeof *parts);
	struct stat st;
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	path = arena_text_n(a, path, n);
	im->name = base_name(path);
	im->part_count = 0;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
		TRY(read_folder(a, path, &parts, &im->part_count));
	} else {
		TRY(read_part(a, path, im->name, parts));
		im->part_count = 1;
	}
	im->parts = parts;
	return NULL;
}

static const char *hash_of(struct arena *a, const struct importing *im)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.file.1");
	for (int i = 0; i < im->part_count; i++)
		seal_hash_bytes(&h, im->parts[i].bytes, im->parts[i].n);
	seal_hash_end(&h, out);
	return seal_hex(a, out, sizeof out);
}

static const struct fault *compare(struct act *act, void *self)
{
	struct importing *im = self;

	return plan_make(act, im->in, im->answers, im->answer_count, &im->plan);
}

static const struct fault *compare_and_save(struct act *act, void *self)
{
	struct importing *im = self;
	const char *blob = NULL;

	TRY(compare(act, im));
	if (im->plan->stopped || im->in->compare_only)
		return NULL;
	if (im->part_count == 1)
		TRY(blob_keep(act, "", "import", im->parts[0].bytes, im->parts[0].n, &blob));
	return plan_commit(act, im->plan, NULL, hash_of(act->a, im), blob, &im->import_id);
}

/* The engine's own questions and messages join the file's, for printing. */
static struct intake *with_plan(struct arena *a, const struct importing *im)
{
	struct intake *in = arena_alloc(a, sizeof *in);
	int n = im->in->messages;

	*in = *im->in;
	if (!im->plan)
		return in;
	in->message = arena_array(a, (size_t)(n + im->plan->messages + im->plan->questions) + 1, sizeof *in->message);
	memcpy(in->message, im->in->message, (size_t)n * sizeof *in->message);
	for (int i = 0; i < im->plan->messages; i++)
		in->message[n++] = im->plan->message[i];
	for (int i = 0; i < im->plan->questions; i++)
		in->message[n++] = (struct intake_message){ .level = DOC_QUESTION, .row = im->plan->question[i].row, .field = "",
			.text = im->plan->question[i].text, .key = im->plan->question[i].key, .suggested = "",
			.choices = im->plan->question[i].choices, .stops = true };
	in->messages = n;
	return in;
}

static void tell(struct arena *a, const struct importing *im)
{
	static const char *const LEVELS[] = { "Note", "Warning", "Question", "Error" };
	const struct intake *in = with_plan(a, im);

	printf("%s: %s, %d rows", im->name, in->kind, in->rows);
	if (im->plan && !im->plan->stopped)
		printf("; children: %d new, %d changed, %d unchanged, %d rejected; other rows: %d; for the SENCO to decide: %d",
			im->plan->new_children, im->plan->changed_children, im->plan->unchanged, in->rejected, im->plan->others, im->plan->asks);
	printf("\n");
	for (int i = 0; i < in->messages; i++) {
		int level = (int)in->message[i].level;

		printf("  %s: %s\n", level >= 0 && level < 4 ? LEVELS[level] : "Note", in->message[i].text);
		if (*in->message[i].key)
			printf("    answer with --answer '%s=%s'\n", in->message[i].key, *in->message[i].choices ? in->message[i].choices : "...");
	}
	if (im->plan && im->plan->missing_count)
		printf("  %d children on roll are not in the file. Nobody is taken off roll because a file left them out.\n", im->plan->missing_count);
	puts(im->import_id ? "  Saved." : "  Nothing was saved.");
}

static void tell_json(struct arena *a, const struct importing *im)
{
	struct intake_totals totals = { 0 };

	if (im->plan)
		totals = (struct intake_totals){ im->plan->new_children, im->plan->changed_children, im->plan->unchanged };
	printf("%s\n", intake_json(a, with_plan(a, im), &totals));
}

static const struct fault *one_file(struct args *args, struct importing *im, const char *path, const struct actor *who, const char *campus, bool *fine)
{
	struct intake_options o = { .today = DAY_NONE, .answer = im->answers, .answers = im->answer_count };

	im->plan = NULL;
	im->import_id = NULL;
	TRY(read_path(args->a, path, im));
	TRY(intake_read(args->a, im->parts, im->part_count, &o, &im->in));
	if (im->dry) {
		struct act *act;

		TRY(store_read(im->s, args->a, who, campus, &act));
		TRY(compare(act, im));
	} else {
		TRY(store_act(im->s, args->a, who, campus, compare_and_save, im));
	}
	(im->json ? tell_json : tell)(args->a, im);
	*fine = *fine && !im->in->stopped && !(im->plan && im->plan->stopped);
	return NULL;
}

static const struct fault *take_answers(struct args *args, struct importing *im)
{
	const char *one;

	while ((one = args_each(args, "--answer"))) {
		const char *eq = strrchr(one, '=');

		if (!eq || im->answer_count == ANSWERS_MOST)
			return FAULT(args->a, FAULT_INVALID, "--answer wants QUESTION=ANSWER, as the question says");
		im->answers[im->answer_count++] = (struct intake_answer){ arena_text_n(args->a, one, (size_t)(eq - one)), eq + 1 };
	}
	return NULL;
}

static const struct fault *find_campus(struct store *s, struct arena *a, const char *wanted, const char **campus)
{
	struct act *act;

	TRY(store_read(s, a, &STORE_PROGRAM, "", &act));
	return store_campus(act, wanted, campus);
}

int cmd_import(struct args *args)
{
	struct importing im = { .dry = args_flag(args, "--dry-run"), .json = args_flag(args, "--json") };
	const char *wanted = args_value(args, "--campus", NULL), *campus = "", *path;
	struct store s;
	const struct fault *f = store_find(args, &s);
	bool fine = true, any = false;

	im.s = &s;
	f = f ? f : take_answers(args, &im);
	f = f || im.dry ? f : store_lock(args->a, &s);
	f = f ? f : store_unseal(args->a, &s);
	f = f ? f : store_check(args->a, &s);
	f = f ? f : find_campus(&s, args->a, wanted, &campus);
	while (!f && (path = args_next(args))) {
		any = true;
		f = one_file(args, &im, path, &STORE_PROGRAM, campus, &fine);
	}
	if (f)
		return command_fault("Bringing the file in", f);
	if (!any) {
		fprintf(stderr, "Say which file: opensenco import FILE...\n");
		return EXIT_MISUSE;
	}
	return !args_done(args) ? EXIT_MISUSE : fine ? EXIT_FINE : EXIT_BAD;
}

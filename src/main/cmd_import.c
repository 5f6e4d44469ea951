/* cmd_import.c - `opensenco import FILE...`: the one intake path, from the shell. Each file is read in the cage, compared, told,
 * and, unless
 * --dry-run was said, saved in one transaction. A question that must be answered first, or an error that stops the file: exit 1,
 * nothing of that file changed. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "areas/intake/plan.h"
#include "base/buf.h"
#include "main/caller.h"
#include "main/commands.h"
#include "record/who.h"
#include "seal/hash.h"

enum { FILE_MOST = 50 << 20, PARTS_MOST = 100, ANSWERS_MOST = 200 };

struct importing {
	struct caller *c;
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

static const struct fault *read_part(struct args *args, const char *path, const char *name, struct doc_part *out)
{
	struct arena *a = args->a;
	int fd = args_open(args, path, ARGS_READ);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "rb");
	struct stat st;
	char *bytes;

	if (!f)
		return FAULT(a, FAULT_INVALID, "%s cannot be read: %s", path, strerror(errno));
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		fclose(f);
		return FAULT(a, FAULT_INVALID, "%s cannot be read: it is no file", path);
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
static const struct fault *read_folder(struct args *args, DIR *dir, const char *path, struct doc_part **parts, int *count)
{
	struct arena *a = args->a;
	struct dirent *e;
	const struct fault *f = NULL;

	*parts = arena_array(a, PARTS_MOST, sizeof **parts);
	while (!f && (e = readdir(dir))) {
		if (e->d_name[0] == '.')
			continue;
		if (*count == PARTS_MOST)
			f = FAULT(a, FAULT_TOO_LARGE, "%s holds more than %d files", path, PARTS_MOST);
		else
			f = read_part(args, arena_printf(a, "%s/%s", path, e->d_name), arena_text(a, e->d_name),
				&(*parts)[(*count)++]);
	}
	return f;
}

static const struct fault *read_path(struct args *args, const char *path, struct importing *im)
{
	struct arena *a = args->a;
	struct doc_part *parts = arena_array(a, 1, sizeof *parts);
	const struct fault *f = NULL;
	size_t n = strlen(path);
	DIR *dir;
	int fd;

	while (n > 1 && path[n - 1] == '/')
		n--;
	path = arena_text_n(a, path, n);
	im->name = base_name(path);
	im->part_count = 0;
	fd = args_open(args, path, ARGS_FOLDER);
	dir = fd < 0 ? NULL : fdopendir(fd);
	if (dir) {
		f = read_folder(args, dir, path, &parts, &im->part_count);
		closedir(dir);
	} else {
		f = read_part(args, path, im->name, parts);
		im->part_count = 1;
	}
	im->parts = parts;
	return f;
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

static void tell(struct args *args, const struct importing *im)
{
	static const char *const LEVELS[] = { "Note", "Warning", "Question", "Error" };
	const struct intake *in = with_plan(args->a, im);
	FILE *to = args->out;

	fprintf(to, "%s: %s, %d rows", im->name, in->kind, in->rows);
	if (im->plan && !im->plan->stopped)
		fprintf(to, "; children: %d new, %d changed, %d unchanged, %d rejected; other rows: %d; for the SENCO to decide: "
			"%d", im->plan->new_children, im->plan->changed_children, im->plan->unchanged, in->rejected,
			im->plan->others, im->plan->asks);
	fprintf(to, "\n");
	for (int i = 0; i < in->messages; i++) {
		int level = (int)in->message[i].level;

		fprintf(to, "  %s: %s\n", level >= 0 && level < 4 ? LEVELS[level] : "Note", in->message[i].text);
		if (*in->message[i].key)
			fprintf(to, "    answer with --answer '%s=%s'\n", in->message[i].key, *in->message[i].choices ?
				in->message[i].choices : "...");
	}
	if (im->plan && im->plan->missing_count)
		fprintf(to, "  %d children on roll are not in the file. Nobody is taken off roll because a file left them out.\n",
			im->plan->missing_count);
	fputs(im->import_id ? "  Saved.\n" : "  Nothing was saved.\n", to);
	fflush(to);
}

static void tell_json(struct args *args, const struct importing *im)
{
	struct intake_totals totals = { 0 };

	if (im->plan)
		totals = (struct intake_totals){ im->plan->new_children, im->plan->changed_children, im->plan->unchanged };
	fprintf(args->out, "%s\n", intake_json(args->a, with_plan(args->a, im), &totals));
}

static const struct fault *one_file(struct args *args, struct importing *im, const char *path, bool *fine)
{
	struct caller *c = im->c;
	struct intake_options o = { .today = DAY_NONE, .answer = im->answers, .answers = im->answer_count };

	im->plan = NULL;
	im->import_id = NULL;
	TRY(read_path(args, path, im));
	TRY(intake_read(args->a, im->parts, im->part_count, &o, &im->in));
	if (im->dry) {
		struct act *act;

		TRY(store_read(&c->s, args->a, c->who, c->campus, &act));
		TRY(compare(act, im));
	} else {
		TRY(store_act(&c->s, args->a, c->who, c->campus, compare_and_save, im));
	}
	(im->json ? tell_json : tell)(args, im);
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

int cmd_import(struct args *args)
{
	struct importing im = { .dry = args_flag(args, "--dry-run"), .json = args_flag(args, "--json") };
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	const char *path = NULL, *first;
	bool fine = true;

	im.c = &c;
	f = f ? f : take_answers(args, &im);
	first = args_next(args);
	if (!first)
		return command_misuse(args, "import");
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | (im.dry ? 0 : CALLER_WRITES));
	for (path = first; !f && path; path = args_next(args))
		f = one_file(args, &im, path, &fine);
	if (f)
		return command_fault(args, "Bringing the file in", f);
	return !args_done(args) ? EXIT_MISUSE : fine ? EXIT_FINE : EXIT_BAD;
}

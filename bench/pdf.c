/* pdf.c - profiles to paper: what `make bench` holds beside a browser that prints the same pages.
 *
 *	pdf one N FILE     N profiles in one file, on one thread
 *	pdf sets N DIR     the same as sets of 25, a worker on each core
 *	pdf each N DIR     the same as a file each, a worker on each core
 *	pdf html N         the same pages as HTML, to standard output, for the browser
 *
 * Says in milliseconds how long the making took, in KB how much memory it took at most, and in milliseconds how much processor time; writes
 * only afterwards. */
#include <sys/resource.h>

#include "doc/profile_sheet.h"

enum { SET = 25 };

static const char *const NAMES[] = { "Kai Whitlock", "Aaliyah Begum-Hughes", "Zo\xC3\xAB \xC5\x81ukaszewska", "Oluwaseun Adeyemi", "Ffion Ll\xC3\xBDr" };
static const char *const LIKES[] = { "I am funny and I look after the new ones", "I remember everything I hear about space",
	"I keep trying when it is hard", "I am kind to animals and to little children", "I can mend a bicycle" };
static const char *const MATTERS[] = { "Football on Thursdays", "My sister Ivy and our dog", "Not being looked at when I read",
	"Knowing what comes next", "Drawing, on my own, after lunch" };
static const char *const SUPPORT[] = { "Say it once, then leave it on the board.", "Give me pale green paper and a clear font.",
	"Count to ten before you ask me to answer.", "Let me use my laptop if it is more than half a page.",
	"Tell me the day before if I have to read aloud.", "When I show my card, come to me. Do not call across the room.",
	"Sit me where I can see your face and the door is behind me, and tell me first if the room changes." };

static const char *some(struct arena *a, const char *const *from, int all, int n, int seed)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i ? "\n" : "", from[(seed + i) % all]);
	return buf_text(&b);
}

static struct profile profile_of(struct arena *a, int i)
{
	return (struct profile){ .name = NAMES[i % 5], .form = arena_printf(a, "Year %d \xC2\xB7 %d%c", 7 + i % 5, 7 + i % 5, 'A' + i % 6),
		.called = "I like to be called by my first name", .alert = i % 3 ? NULL : "Asthma: blue inhaler in my bag, a spare in the medical room",
		.likes = some(a, LIKES, 5, 3, i), .matters = some(a, MATTERS, 5, 3 + i % 2, i + 1), .support = some(a, SUPPORT, 7, 4 + i % 3, i),
		.unhelpful = some(a, MATTERS, 5, 2, i + 3), .signs = "I go quiet, pull my sleeves down, stop writing.",
		.calms = "Two minutes outside with Mrs Birtwistle, then back in without talking about it.",
		.targets = { { "Reading", arena_printf(a, "%d words in a minute by 11 December 2026 (%d now)", 90 + i % 40, 80 + i % 40) },
			{ "Writing", "Three linked sentences alone in 4 of 5 lessons" }, { "Asking", "I show my card instead of leaving the room." } },
		.arrangements = "Laptop; 25% extra time is being tried", .key_adult = "Mrs Birtwistle. Find me in Room 14 at break.",
		.school = "Thistlewick High School", .version = arena_printf(a, "Version %d, 14 September 2026", 1 + i % 7),
		.review_by = "Review by 24 November 2026", .agreed = "I agreed this with my mum and Mrs Okonkwo on 14 September 2026." };
}

static const struct fault *make(struct arena *a, int from, int n, struct buf *bytes)
{
	const struct pdf_about about = { .title = "Profiles", .made = "2026-11-22T08:40:00Z" };
	struct profile *all = arena_array(a, (size_t)n, sizeof *all);
	const struct profile **each = arena_array(a, (size_t)n, sizeof *each);
	struct profile_fit *fits = arena_array(a, (size_t)n, sizeof *fits);

	for (int i = 0; i < n; i++) {
		all[i] = profile_of(a, from + i);
		each[i] = &all[i];
	}
	return profile_sheets(a, each, n, PROFILE_STANDARD, &about, fits, bytes);
}

struct job {
	int n, step;
};

static const struct fault *maker(struct arena *a, void *data, int i, struct buf *bytes)
{
	const struct job *j = data;
	int from = i * j->step;

	return make(a, from, j->n - from < j->step ? j->n - from : j->step, bytes);
}

static void list(const char *class, const char *heading, const char *lines)
{
	printf("<section class=%s><h2>%s</h2><ul>", class, heading);
	for (const char *at = lines; *at; at += strcspn(at, "\n"), at += *at != 0)
		printf("<li>%.*s</li>", (int)strcspn(at, "\n"), at);
	puts("</ul></section>");
}

static void page(const struct profile *p)
{
	printf("<article><header><div><h1>%s</h1><p>%s · %s</p></div><p>%s<br>%s<br>%s</p></header>", p->name, p->form, p->called, p->school,
		p->version, p->review_by);
	if (p->alert)
		printf("<p class=alert><b>Everyone must know:</b> %s</p>", p->alert);
	puts("<div class=two>");
	list("half", "What people like about me", p->likes);
	list("half", "What matters to me", p->matters);
	puts("</div>");
	list("box", "How best to support me", p->support);
	puts("<div class=two>");
	list("half", "What does not help", p->unhelpful);
	printf("<section class=half><h2>When it gets too much</h2><p><b>You will see:</b> %s</p><p><b>What calms me:</b> %s</p></section></div>",
		p->signs, p->calms);
	puts("<h2>My targets now</h2><table>");
	for (int i = 0; p->targets[i].text; i++)
		printf("<tr><th>%s<td>%s", p->targets[i].label, p->targets[i].text);
	printf("</table><h2>Good to know</h2><table><tr><th>In tests, as in lessons<td>%s<tr><th>My key adult<td>%s</table><footer><span>%s</span>"
		"<span>Keep private. Shred after use.</span></footer></article>", p->arrangements, p->key_adult, p->agreed);
}

static void html(struct arena *a, int n)
{
	puts("<!doctype html><html lang=en-GB><meta charset=utf-8><title>Profiles</title><style>@page{size:A4;margin:13mm 15mm}body{font:12pt/1.36 "
		"'Liberation Sans';margin:0}article{break-after:page;height:265mm;position:relative}header,.two,footer{display:flex;justify-content:"
		"space-between}h1{font-size:28pt;margin:0}h2{font-size:14pt;color:#03404f;margin:10pt 0 4pt}.half{width:47%}.box,.alert{border:1.5pt "
		"solid #03404f;border-radius:3pt;padding:4pt 14pt}ul{margin:0;padding-left:14pt}table{width:100%;border-collapse:collapse}th{width:30%;"
		"text-align:left}th,td{border-bottom:.6pt solid #555;padding:4pt 0}footer{position:absolute;bottom:0;width:100%;font-size:9pt;"
		"border-top:.8pt solid #333}</style>");
	for (int i = 0; i < n; i++) {
		struct profile p = profile_of(a, i);

		page(&p);
	}
}

static int keep(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "wb");
	int fine = f && fwrite(buf_text(b), 1, b->len, f) == b->len;

	return f && fclose(f) == 0 && fine ? 0 : 1;
}

static void tell(const struct timespec *from)
{
	struct timespec now;
	struct rusage use;

	clock_gettime(CLOCK_MONOTONIC, &now);
	getrusage(RUSAGE_SELF, &use);
	printf("%.1f %ld %ld\n", (double)(now.tv_sec - from->tv_sec) * 1e3 + (double)(now.tv_nsec - from->tv_nsec) / 1e6, use.ru_maxrss,
		(use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1000 + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1000);
}

int main(int count, char **arg)
{
	struct arena *a = arena_new((size_t)4 << 30);
	int n = count > 2 ? (int)strtol(arg[2], NULL, 10) : 0, files, failed = 0;
	struct job job = { n, count > 1 && strcmp(arg[1], "sets") == 0 ? SET : count > 1 && strcmp(arg[1], "one") == 0 ? n : 1 };
	const struct fault **faults, *f;
	struct timespec from;
	struct buf *bytes;

	if (n < 1 || (count < 4 && strcmp(arg[1], "html") != 0))
		return 2;
	if (strcmp(arg[1], "html") == 0) {
		html(a, n);
		return 0;
	}
	files = (n + job.step - 1) / job.step;
	faults = arena_array(a, (size_t)files, sizeof(struct fault *));
	bytes = arena_array(a, (size_t)files, sizeof *bytes);
	clock_gettime(CLOCK_MONOTONIC, &from);
	f = pdf_many(a, files, 0, maker, &job, bytes, faults);
	tell(&from);
	for (int i = 0; i < files; i++)
		failed += f || faults[i] || keep(files == 1 ? arg[3] : arena_printf(a, "%s/%d.pdf", arg[3], i + 1), &bytes[i]);
	arena_free(a);
	return failed > 0;
}

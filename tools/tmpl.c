/* tmpl.c - the template compiler: x.tmpl becomes x.tmpl.c and x.tmpl.h, typed functions that append a page to ui->out.
 *
 * A line that begins with '@' is for the compiler; every other line is text, less the tabs it begins with. In text, {expr} is
 * escaped for the place it stands in, which is why the compiler follows the HTML as it goes (struct place): text and quoted
 * attributes, addresses (href, src, action...: at their start filtered by scheme, later one percent-encoded part); nowhere else.
 * It does not check that the HTML is well formed; the page tests do. The language is told in docs/templates.md. */
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tmpl_place.h"

enum block { IF, FOR };

/* An @if or @for not yet ended, with the place it began in and, after @else, the place its first branch ended in. */
struct frame {
	enum block block;
	struct place before, after;
	bool other;      /* an @else was seen */
	bool branched;   /* .after is set */
	int line;
};

static struct {
	const char *path;
	int line;
	FILE *c, *h;
	struct place at;
	struct frame stack[32];
	int depth;
	bool in_page;
	bool part;       /* a part of a page: returns nothing, cannot fail */
	char text[1 << 16]; /* literal text not yet written out */
	size_t text_len;
	int text_line;
} t;

void fail(const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%d: error: ", t.path, t.line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(1);
}

/* ---- what comes out ---- */

static void put_line(int line)
{
	fprintf(t.c, "#line %d \"%s\"\n", line, t.path);
}

static void indent(void)
{
	for (int i = 0; i <= t.depth; i++)
		fputc('\t', t.c);
}

static void flush_text(void)
{
	if (!t.text_len)
		return;
	put_line(t.text_line);
	indent();
	fputs("buf_add_n(&ui->out, \"", t.c);
	for (size_t i = 0; i < t.text_len; i++) {
		unsigned char c = (unsigned char)t.text[i];

		if (c == '\n')
			fputs("\\n", t.c);
		else if (c == '"' || c == '\\')
			fprintf(t.c, "\\%c", c);
		else if (c == '?' || c < 32 || c > 126)
			fprintf(t.c, "\\%03o", c);
		else
			fputc(c, t.c);
	}
	fprintf(t.c, "\", %zu);\n", t.text_len);
	t.text_len = 0;
}

static void code(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void code(const char *format, ...)
{
	va_list ap;

	flush_text();
	put_line(t.line);
	indent();
	va_start(ap, format);
	vfprintf(t.c, format, ap);
	va_end(ap);
	fputc('\n', t.c);
}

static void keep_letter(char c)
{
	if (t.text_len == sizeof t.text)
		flush_text();
	if (!t.text_len)
		t.text_line = t.line;
	t.text[t.text_len++] = c;
}

/* ---- {expressions} ---- */

/* The bracket that closes the one before `from`, strings and characters respected; NULL: not on this text. */
static const char *closing(const char *from, char open, char close)
{
	int depth = 1;

	for (const char *p = from; *p; p++) {
		if (*p == '"' || *p == '\'') {
			char quote = *p++;

			for (; *p && *p != quote; p++)
				if (*p == '\\' && p[1])
					p++;
			if (!*p)
				return NULL;
		} else if (*p == open) {
			depth++;
		} else if (*p == close && --depth == 0) {
			return p;
		}
	}
	return NULL;
}

static const char *skip_word(const char *text, const char *word)
{
	size_t n = strlen(word);

	return strncmp(text, word, n) == 0 && text[n] == ' ' ? text + n + 1 : NULL;
}

static void literal(const char *text, size_t n);

/* {on TEXT: condition} writes TEXT, with a space before it in a tag, if the condition holds. */
static void write_on(const char *text)
{
	const char *colon = strstr(text, ": ");

	if (!colon)
		fail("{on} wants a text, a colon, a space and a condition");
	if (t.at.where != TEXT && t.at.where != QUOTED && t.at.where != ATTR_NAME && t.at.where != TAG)
		place_check(&t.at);
	code("if (%s) {", colon + 2);
	t.depth++;
	struct place before = t.at;
	if (t.at.where == TAG || t.at.where == ATTR_NAME)
		literal(" ", 1);
	literal(text, (size_t)(colon - text));
	flush_text();
	t.depth--;
	indent();
	fputs("}\n", t.c);
	if (before.where == TEXT || before.where == QUOTED) {
		if (t.at.where != before.where)
			fail("{on} may not leave the text or value it stands in");
	} else if (t.at.where != ATTR_NAME && t.at.where != TAG) {
		fail("{on} in a tag writes whole attributes");
	}
	if (before.where == ATTR_NAME || before.where == TAG)
		before.where = ATTR_NAME, before.attr[0] = 0;
	before.started |= before.where == QUOTED;
	t.at = before;
}

static void write_text(const char *expr)
{
	if (t.at.where == QUOTED && place_is_address(&t.at))
		code(t.at.started ? "buf_add_url(&ui->out, (%s));" : "ui_add_address(&ui->out, (%s));", expr);
	else
		code("buf_add_html(&ui->out, (%s));", expr);
}

static void write_expression(const char *expr)
{
	const char *rest;

	if ((rest = skip_word(expr, "on"))) {
		write_on(rest);
		return;
	}
	place_check(&t.at);
	if ((rest = skip_word(expr, "d"))) {
		code("buf_add_int(&ui->out, (%s));", rest);
	} else if ((rest = skip_word(expr, "raw"))) {
		if (t.at.where != TEXT)
			fail("{raw} outside text");
		code("ui_raw(ui, (%s));", rest);
	} else if ((rest = skip_word(expr, "path"))) {
		if (t.at.where != QUOTED || !place_is_address(&t.at) || !t.at.started)
			fail("{path} is for the later part of an address, built by our own code");
		code("buf_add_html(&ui->out, (%s));", rest);
	} else {
		write_text(expr);
	}
	t.at.started = true;
}

static void literal(const char *text, size_t n)
{
	for (const char *p = text; p < text + n; p++) {
		place_step(&t.at, p);
		keep_letter(*p);
	}
}

static void text_line(const char *line)
{
	while (*line == '\t')
		line++;
	for (const char *p = line; *p; p++) {
		if (p[0] == '{' && p[1] == '{') {
			literal(p++, 1);
		} else if (*p == '{') {
			const char *end = closing(p + 1, '{', '}');
			char expr[2048];

			if (!end || (size_t)(end - p) > sizeof expr)
				fail("{ without its } on the line; {{ writes a brace");
			snprintf(expr, sizeof expr, "%.*s", (int)(end - p - 1), p + 1);
			if (!expr[0])
				fail("empty {}");
			write_expression(expr);
			p = end;
		} else {
			literal(p, 1);
		}
	}
}

/* ---- @lines ---- */

static struct frame *top(const char *word)
{
	if (!t.depth)
		fail("@%s without an @if or @for", word);
	return &t.stack[t.depth - 1];
}

static void push(enum block block)
{
	if (t.depth == (int)(sizeof t.stack / sizeof t.stack[0]))
		fail("too deep");
	t.stack[t.depth++] = (struct frame){ .block = block, .before = t.at, .line = t.line };
}

/* Every way through a block must leave the HTML in the same place, else escaping could not be known. */
static void branch_ends(struct frame *f)
{
	if (f->branched && !place_same(&f->after, &t.at))
		fail("the branches of the @if of line %d end in different places of the HTML", f->line);
	f->after = t.at;
	f->branched = true;
}

static void else_line(const char *cond)
{
	struct frame *f = top("else");

	if (f->block != IF || f->other)
		fail("@else does not belong to an @if");
	flush_text();
	branch_ends(f);
	t.depth--;
	if (cond)
		code("} else if (%s) {", cond);
	else
		code("} else {");
	t.depth++;
	t.at = f->before;
	f->other = !cond;
}

static void end_page(void)
{
	if (t.at.where != TEXT)
		fail("the page ends inside a tag, script or comment");
	flush_text();
	fputs(t.part ? "}\n" : "\treturn NULL;\n}\n", t.c);
	t.in_page = false;
}

static void end_line(void)
{
	struct frame *f;

	if (!t.depth) {
		if (!t.in_page)
			fail("@end without a @page");
		end_page();
		return;
	}
	f = top("end");
	flush_text();
	branch_ends(f);
	if (!f->other && !place_same(&f->before, &t.at))
		fail("the block of line %d ends in another place of the HTML than it began in", f->line);
	t.depth--;
	t.at.started |= f->before.started;
	code("}");
}

static void page_line(const char *signature, bool part)
{
	const char *open = strchr(signature, '(');

	if (t.in_page)
		fail("a page inside a page: @end is missing");
	if (!open || strncmp(open, "(struct ui *ui", 14) != 0 || (!part && strncmp(signature, "tmpl_", 5) != 0))
		fail(part ? "@part wants NAME(struct ui *ui, ...)" : "@page wants tmpl_NAME(struct ui *ui, ...)");
	put_line(t.line);
	fprintf(t.c, "%s%s\n{\n", part ? "void " : "const struct fault *", signature);
	fprintf(t.h, "%s%s;\n", part ? "void " : "MUST const struct fault *", signature);
	t.in_page = true;
	t.part = part;
	t.at = (struct place){ .where = TEXT };
}

static void call_line(const char *call)
{
	const char *open = strchr(call, '('), *rest = skip_word(call, "try");
	const char *end = open ? closing(open + 1, '(', ')') : NULL;

	if (!end || strspn(end + 1, "; ") != strlen(end + 1))
		fail("cannot read this @ line: a call, or @page @part @if @elif @else @for @end @let @include");
	if (t.at.where != TEXT)
		fail("a call inside a tag");
	if (rest || strncmp(call, "tmpl_", 5) == 0)
		code("TRY(%.*s);", (int)(end + 1 - (rest ? rest : call)), rest ? rest : call);
	else
		code("%.*s;", (int)(end + 1 - call), call);
}

static void at_line(const char *line)
{
	const char *rest;

	if (line[0] == '/' && line[1] == '/')
		return;
	if ((rest = skip_word(line, "include"))) {
		if (t.in_page)
			fail("@include inside a @page");
		fprintf(t.h, "#include %s\n", rest);
		return;
	}
	if ((rest = skip_word(line, "page"))) {
		page_line(rest, false);
		return;
	}
	if ((rest = skip_word(line, "part"))) {
		page_line(rest, true);
		return;
	}
	if (!t.in_page)
		fail("outside a @page");
	if ((rest = skip_word(line, "if"))) {
		code("if (%s) {", rest);
		push(IF);
	} else if ((rest = skip_word(line, "for"))) {
		code("for (%s) {", rest);
		push(FOR);
	} else if ((rest = skip_word(line, "elif"))) {
		else_line(rest);
	} else if (strcmp(line, "else") == 0) {
		else_line(NULL);
	} else if (strcmp(line, "end") == 0) {
		end_line();
	} else if ((rest = skip_word(line, "let"))) {
		code("%s;", rest);
	} else {
		call_line(line);
	}
}

/* ---- files ---- */

/* An @ line goes on over the next ones while its round brackets are open. */
static bool open_brackets(const char *line)
{
	int depth = 0;

	for (const char *p = line; *p; p++) {
		if (*p == '"' || *p == '\'') {
			const char *end = p;

			while (*++end && *end != *p)
				if (*end == '\\' && end[1])
					end++;
			if (!*end)
				return depth > 0;
			p = end;
		} else {
			depth += (*p == '(') - (*p == ')');
		}
	}
	return depth > 0;
}

static char *next_line(char **rest)
{
	char *line = *rest && **rest ? strsep(rest, "\n") : NULL;

	t.line += line != NULL;
	return line;
}

static void compile(char *source)
{
	char *rest = source, *line, joined[8192];

	while ((line = next_line(&rest))) {
		char *word = line + strspn(line, "\t ");

		if (word[0] == '@' && word[1] != '@') {
			int first = t.line;

			snprintf(joined, sizeof joined, "%s", word + 1);
			while (strncmp(joined, "//", 2) != 0 && open_brackets(joined) && (line = next_line(&rest)))
				snprintf(joined + strlen(joined), sizeof joined - strlen(joined),
					" %s", line + strspn(line, "\t "));
			for (size_t n = strlen(joined); n && is_space(joined[n - 1]); n--)
				joined[n - 1] = 0;
			int last = t.line;
			t.line = first;
			at_line(joined);
			t.line = last;
		} else if (t.in_page) {
			text_line(word[0] == '@' ? word + 1 : line);
			literal("\n", 1);
		} else if (*word) {
			fail("text outside a @page");
		}
	}
	if (t.in_page)
		fail("the %s is not ended", t.depth ? "block" : "page");
}

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "r");
	size_t room = 1 << 20, n;
	char *text = malloc(room);

	if (!f || !text) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		exit(1);
	}
	n = fread(text, 1, room - 1, f);
	fclose(f);
	if (n == room - 1)
		fail("too long");
	text[n] = 0;
	return text;
}

static void head(const char *header)
{
	const char *inner = strncmp(t.path, "src/", 4) == 0 ? t.path + 4 : t.path;
	char guard[256];
	size_t n = 0;

	for (const char *p = inner; *p && n + 1 < sizeof guard; p++)
		guard[n++] = (char)(isalnum((unsigned char)*p) ? toupper((unsigned char)*p) : '_');
	guard[n] = 0;
	fprintf(t.h, "/* From %s by tools/tmpl. */\n#ifndef GEN_%s\n#define GEN_%s\n#include \"ui/ui.h\"\n", t.path, guard, guard);
	fprintf(t.c, "/* From %s by tools/tmpl. */\n#include \"%s\"\n", t.path, header);
}

int main(int argc, char **argv)
{
	char *source;

	if (argc != 4) {
		fprintf(stderr, "tmpl SOURCE.tmpl OUT.c OUT.h\n");
		return 2;
	}
	t.path = argv[1];
	t.c = fopen(argv[2], "w");
	t.h = fopen(argv[3], "w");
	if (!t.c || !t.h)
		fail("cannot write %s: %s", argv[2], strerror(errno));
	head(strrchr(argv[3], '/') ? strrchr(argv[3], '/') + 1 : argv[3]);
	source = slurp(argv[1]);
	compile(source);
	fputs("#endif\n", t.h);
	free(source);
	return fclose(t.c) || fclose(t.h);
}

/* sql_words.c - reads a named query's words and brackets: which tables it asks, by which aliases, with which marks. It is no
 * parser: it follows WITH, SELECT lists, FROM and JOIN, and leaves the rest to the databases. */
#include <ctype.h>
#include <strings.h>

#include "db/sql_text.h"
#include "sql.h"

enum { DEPTH_MOST = 16 };

struct reader {
	struct query *q;
	const char *p;          /* where the next token begins */
	int line;
	struct buf *out;        /* the text without comments */
	char token[80];         /* a word, or one other character */
	bool word;
	char before;            /* the character before the token */
};

static int lines_in(const char *p, size_t n)
{
	int count = 0;

	for (size_t i = 0; i < n; i++)
		count += p[i] == '\n';
	return count;
}

static void pass(struct reader *r, size_t n, bool keep)
{
	if (keep)
		buf_add_n(r->out, r->p, n);
	r->line += lines_in(r->p, n);
	r->p += n;
}

static void read_scope_mark(struct reader *r)
{
	size_t n = strcspn(r->p, "}\n");
	const char *p = r->p + 1, *verb = a_name(&p), *alias = a_name(&p);

	if (r->p[n] != '}' || strcmp(verb, "scope") != 0 || !*alias || *after_blanks(p) != '}') {
		complain(r->line, "in braces only {scope ALIAS} may stand");
		pass(r, r->p[n] == '}' ? n + 1 : 1, false);
		return;
	}
	buf_printf(r->out, "{scope %s}", alias);
	pass(r, n + 1, false);
	snprintf(r->token, sizeof r->token, "{%s", alias);
	r->word = false;
}

static void read_param(struct reader *r, int number, size_t n)
{
	if (number > r->q->param_count)
		complain(r->line, "$%d: the query has %d parameter%s", number, r->q->param_count,
			r->q->param_count == 1 ? "" : "s");
	pass(r, n, true);
	snprintf(r->token, sizeof r->token, "$");
	r->word = false;
}

/* Records in force from day to day call their fields so, and SQL keeps these two words for itself. */
static bool reserved(const char *p, size_t n)
{
	return (n == 6 && strncmp(p, "\"from\"", n) == 0) || (n == 7 && strncmp(p, "\"until\"", n) == 0);
}

/* The next token, past blanks, comments and strings (a string counts as the token '). False at the end of the statement. */
static bool next(struct reader *r)
{
	for (;;) {
		size_t n = sql_skip(r->p);
		bool comment = n && (*r->p == '-' || *r->p == '/');
		int number;

		if (comment || isspace((unsigned char)*r->p)) {
			if (comment && r->out->len && !isspace((unsigned char)r->out->data[r->out->len - 1]))
				buf_add_c(r->out, ' ');
			pass(r, comment ? n : 1, !comment);
			continue;
		}
		if (*r->p == '"' && !reserved(r->p, n))
			complain(r->line, "names in quotes are not portable");
		r->before = r->out->len ? r->out->data[r->out->len - 1] : ' ';
		r->word = false;
		if (n) {
			if (memchr(r->p, '{', n))
				complain(r->line, "a { in a string would look like a mark");
			pass(r, n, true);
			snprintf(r->token, sizeof r->token, "'");
			return true;
		}
		if (!*r->p || *r->p == ';')
			return false;
		number = sql_param(r->p, r->before, &n);
		if (number || (r->p[0] == '$' && isdigit((unsigned char)r->p[1]))) {
			read_param(r, number ? number : MOST + 1, number ? n : 2);
			return true;
		}
		if (*r->p == '{') {
			read_scope_mark(r);
			return true;
		}
		while (sql_name_char(r->p[n]))
			n++;
		r->word = n > 0;
		n = n ? n : 1;
		snprintf(r->token, sizeof r->token, "%.*s", (int)n, r->p);
		pass(r, n, true);
		return true;
	}
}

static bool is(const struct reader *r, const char *token)
{
	return strcasecmp(r->token, token) == 0;
}

/* ---- what the words mean ---- */

struct level {
	bool in_from;    /* between FROM and the next clause */
	bool wants;      /* a table's name comes next */
	int list;        /* this level's select list: 0 not yet, 1 in it, 2 past it */
	bool with;       /* after WITH: names of common table expressions come */
};

struct grammar {
	struct level levels[DEPTH_MOST];
	int depth;
	char last[80];   /* the token before */
};

static const char *const ENDS_FROM[] = {
	"WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "UNION", "EXCEPT", "INTERSECT", "WINDOW",
};
static const char *const NOT_ALIASES[] = {
	"ON", "USING", "JOIN", "LEFT", "RIGHT", "INNER", "CROSS", "FULL", "NATURAL", "OUTER", "FOR", "FETCH", "SELECT", "AND", "OR",
};
static const char *const WRITES[] = { "INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "CREATE", "REPLACE", "PRAGMA", "TRUNCATE" };
static const char *const ONE_SIDED[] = { "ILIKE", "GLOB", "REGEXP", "SIMILAR", "INTERVAL", "LATERAL", "ROWID", "OIDS" };
static const char *const ONE_SIDED_CALLS[] = {
	"now", "group_concat", "string_agg", "any", "strftime", "date", "datetime", "julianday", "to_char", "extract", "array_agg",
	"json_extract", "json_agg", "json_each", "ifnull", "iif", "random", "printf", "format", "instr", "strpos", "concat",
};

static void add_table(struct reader *r, const char *name, const char *alias)
{
	struct query *q = r->q;

	if (listed(q->ctes, q->cte_count, name) >= 0)
		return;
	for (int i = 0; i < q->table_count; i++) {
		if (strcasecmp(q->tables[i].alias, alias) == 0)
			complain(r->line, "the alias %s stands for two tables: give each its own", alias);
	}
	if (q->table_count == MOST)
		complain(r->line, "too many tables");
	else
		q->tables[q->table_count++] = (struct table){
			.name = name, .alias = alias, .line = r->line,
			.excused = listed(q->excused, q->excused_count, name) >= 0,
		};
}

/* The token is a table's name. Looks ahead for its alias; the tokens of that are read again by the caller, which does no harm. */
static void read_table(struct reader *r)
{
	const char *name = arena_text(mem, r->token), *p = r->p + strspn(r->p, " \t\r\n"), *alias = a_name(&p);

	if (strcasecmp(alias, "AS") == 0) {
		p += strspn(p, " \t\r\n");
		alias = a_name(&p);
	}
	if (!*alias && *p == '(')
		complain(r->line, "%s(...) in FROM is not portable", name);
	if (!*alias || AMONG(ENDS_FROM, alias) || AMONG(NOT_ALIASES, alias))
		alias = name;
	add_table(r, name, alias);
}

static void read_clause(struct reader *r, struct grammar *g, struct level *at)
{
	if (is(r, "FROM") && strcasecmp(g->last, "DISTINCT") != 0) { /* not IS DISTINCT FROM */
		at->in_from = at->wants = true;
		at->list = at->list == 1 ? 2 : at->list;
	} else if (is(r, "JOIN")) {
		at->wants = true;
	} else if (AMONG(ENDS_FROM, r->token)) {
		at->in_from = false;
		at->list = at->list == 1 ? 2 : at->list;
	}
}

static void read_refused(struct reader *r)
{
	if (r->before == '.')
		return;
	if (AMONG(WRITES, r->token))
		complain(r->line, "%s: a named query only reads; writing goes through the record verbs", r->token);
	if (AMONG(ONE_SIDED, r->token) || (AMONG(ONE_SIDED_CALLS, r->token) && r->p[strspn(r->p, " ")] == '('))
		complain(r->line, "%s is not portable", r->token);
}

static void read_word(struct reader *r, struct grammar *g)
{
	struct level *at = &g->levels[g->depth];

	if (at->wants && !is(r, "SELECT") && !is(r, "WITH") && !is(r, "VALUES")) {
		at->wants = false;
		at->in_from = true;
		read_table(r);
		return;
	}
	at->wants = false;
	if (at->with && (strcmp(g->last, ",") == 0 || strcasecmp(g->last, "WITH") == 0 || strcasecmp(g->last, "RECURSIVE") == 0)
	    && !is(r, "RECURSIVE"))
		add(r->q->ctes, &r->q->cte_count, arena_text(mem, r->token), r->line);
	if (is(r, "WITH"))
		at->with = true;
	if (is(r, "SELECT")) {
		at->with = false;
		at->list = at->list ? at->list : 1;
	}
	read_clause(r, g, at);
	read_refused(r);
}

static void read_mark(struct reader *r)
{
	struct query *q = r->q;

	if (q->mark_count == MOST) {
		complain(r->line, "too many marks");
		return;
	}
	q->mark_lines[q->mark_count] = r->line;
	q->marks[q->mark_count++] = arena_text(mem, r->token + 1);
}

static void read_sign(struct reader *r, struct grammar *g)
{
	struct level *at = &g->levels[g->depth];
	char c = r->token[0];

	if (c == '(' && g->depth + 1 < DEPTH_MOST) {
		g->levels[++g->depth] = (struct level){ .wants = at->wants };
		at->wants = false;
	} else if (c == '(') {
		complain(r->line, "too many brackets within brackets");
	} else if (c == ')' && g->depth == 0) {
		complain(r->line, ") without (");
	} else if (c == ')') {
		g->depth--;
	} else if (c == ',') {
		at->wants = at->in_from;
		r->q->commas += g->depth == 0 && at->list == 1;
	} else if (c == '*' && g->depth == 0 && at->list == 1) {
		if (strcmp(g->last, ".") == 0 || strcmp(g->last, ",") == 0 || strcasecmp(g->last, "SELECT") == 0)
			r->q->star = r->line;
	} else if (c == '{') {
		read_mark(r);
	}
}

/* ---- one query ---- */

static void check_tables(struct query *q)
{
	for (int i = 0; i < q->mark_count; i++) {
		bool found = false;

		for (int k = 0; k < q->table_count; k++) {
			bool same = strcasecmp(q->tables[k].alias, q->marks[i]) == 0;

			q->tables[k].marked |= same;
			found |= same;
		}
		if (!found)
			complain(q->mark_lines[i], "{scope %s}: no table has this alias", q->marks[i]);
	}
	for (int k = 0; k < q->table_count; k++) {
		struct table *t = &q->tables[k];

		if (!t->marked && !t->excused)
			complain(t->line, "table %s has no {scope %s}, and no `-- unscoped: %s why`", t->name, t->alias, t->name);
	}
	for (int i = 0; i < q->excused_count; i++) {
		bool found = false;

		for (int k = 0; k < q->table_count; k++)
			found |= strcasecmp(q->tables[k].name, q->excused[i]) == 0 && !q->tables[k].marked;
		if (!found)
			complain(q->line, "unscoped: %s is not asked, or has its mark", q->excused[i]);
	}
}

static void check_query(struct query *q, const char *first_word)
{
	if (!q->scope)
		complain(q->line, "query %s has no scope", q->name);
	if (q->tier < 0)
		complain(q->line, "query %s has no tier", q->name);
	if (q->column_count == 0)
		complain(q->line, "query %s does not say its columns: `-> id, risk`", q->name);
	if (strcasecmp(first_word, "SELECT") != 0 && strcasecmp(first_word, "WITH") != 0)
		complain(q->line, "query %s does not begin with SELECT or WITH", q->name);
	else if (q->star)
		complain(q->star, "name the columns instead of *");
	else if (q->column_count && q->commas + 1 != q->column_count)
		complain(q->line, "query %s says %d columns and selects %d", q->name, q->column_count, q->commas + 1);
	for (int i = 1; i <= q->param_count; i++) {
		const char *number = arena_printf(mem, "$%d", i), *at = strstr(q->sql, number);

		while (at && isdigit((unsigned char)at[strlen(number)]))
			at = strstr(at + 1, number);
		if (!at)
			complain(q->line, "parameter %s (%s) is not used", q->params[i - 1], number);
	}
	check_tables(q);
}

void read_statement(struct query *q, const char **p, int *line)
{
	struct buf out = buf_new(mem);
	struct reader r = { .q = q, .p = *p, .line = *line, .out = &out };
	struct grammar g = { 0 };
	char first_word[sizeof r.token] = "";

	while (next(&r)) {
		if (!*first_word)
			memcpy(first_word, r.token, sizeof first_word);
		if (r.word)
			read_word(&r, &g);
		else
			read_sign(&r, &g);
		memcpy(g.last, r.token, sizeof g.last);
	}
	if (*r.p != ';')
		complain(q->line, "query %s does not end in ;", q->name);
	if (g.depth)
		complain(q->line, "query %s: ( without )", q->name);
	q->sql = buf_text(&out);
	*line = r.line;
	*p = r.p + (*r.p == ';');
	check_query(q, first_word);
}

/* query.c - running named queries: the engine, not the writer of the SQL, puts the scope and tier test where the marks are (R2). */
#include "record/query.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "record/engine.h"
#include "record/recall.h"

const char *found_text(const struct found *f, int row, int column)
{
	const char *t;

	assert(f->cells && row < f->rows && column < f->columns);
	t = f->cells[row * f->columns + column];
	return t ? t : "";
}

int64_t found_int(const struct found *f, int row, int column)
{
	int64_t n = 0;

	assert(f->cells && row < f->rows && column < f->columns);
	return text_to_int(f->cells[row * f->columns + column], &n) ? n : 0;
}

/* Is there "table alias" at p, as whole words? */
static size_t table_here(const char *start, const char *p, const struct query_mark *m)
{
	size_t t = strlen(m->table), a = strlen(m->alias);
	const char *q = p;

	if (p > start && (isalnum((unsigned char)p[-1]) || p[-1] == '_' || p[-1] == '.'))
		return 0;
	q += *q == '"';
	if (strncmp(q, m->table, t) != 0)
		return 0;
	q += t;
	q += *q == '"';
	if (*q != ' ')
		return 0;
	q++;
	if (strncmp(q, m->alias, a) != 0 || isalnum((unsigned char)q[a]) || q[a] == '_' || q[a] == '.')
		return 0;
	return (size_t)(q - p) + a;
}

static const struct query_mark *mark_of(const struct query *q, const char *alias, size_t n)
{
	for (int i = 0; i < q->mark_count; i++)
		if (strlen(q->marks[i].alias) == n && strncmp(q->marks[i].alias, alias, n) == 0)
			return &q->marks[i];
	return NULL;
}

static const struct fault *add_mark(struct sql *s, const struct query *q, const char *alias, size_t n)
{
	const struct query_mark *m = mark_of(q, alias, n);
	const struct record *r = m ? record_find(s->act->house, m->table) : NULL;

	if (!r)
		return FAULT(s->act->a, FAULT_BROKEN, "query %s: no record type behind {scope %.*s}", q->name, (int)n, alias);
	gate_clause(s, r, RIGHT_READ, arena_text_n(s->act->a, alias, n));
	sql_add(s, " AND %.*s.withdrawn IS NULL", (int)n, alias);
	return NULL;
}

static const struct fault *expand(struct sql *s, const struct query *q)
{
	for (const char *p = q->sql; *p;) {
		size_t used = 0;

		if (strncmp(p, "{scope ", 7) == 0) {
			size_t n = strcspn(p + 7, "}");

			TRY(add_mark(s, q, p + 7, n));
			p += 7 + n + 1;
			continue;
		}
		for (int i = 0; s->act->known_on && i < q->mark_count && !used; i++) {
			const struct record *r = record_find(s->act->house, q->marks[i].table);

			used = r ? table_here(q->sql, p, &q->marks[i]) : 0;
			if (used) {
				gate_table(s, r);
				sql_add(s, " %s", q->marks[i].alias);
			}
		}
		if (!used) { /* a table's name begins at a letter or a quote: up to there, or to the next mark */
			used = s->act->known_on ? 1 : strcspn(p + 1, "{") + 1;
			buf_add_n(&s->text, p, used);
		}
		p += used;
	}
	return NULL;
}

/* Only of record tables, whose every change raises the number, and nothing that may not lie about in memory (R20). */
static bool may_recall(const struct house *h, const struct query *q)
{
	bool may = q->tier <= T2;

	for (const char *const *table = q->unscoped; may && *table; table++)
		may = record_find(h, *table) != NULL;
	return may;
}

const struct fault *query_run(struct act *act, const struct query *q, const char *const *params, struct found *out)
{
	struct sql s = sql_new(act);

	for (int i = 0; i < q->params; i++)
		sql_bind(&s, params[i]);
	TRY(expand(&s, q));
	return sql_found(&s, q->column_count, may_recall(act->house, q), out);
}

const struct fault *query_number(struct act *act, const struct query *q, const char *const *params, int64_t *out)
{
	struct found f;

	TRY(query_run(act, q, params, &f));
	*out = f.rows ? found_int(&f, 0, 0) : 0;
	return NULL;
}

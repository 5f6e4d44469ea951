/* gate.c - who may do what to which rows, as a condition in SQL: role x relationship x tier x time (R1-R6). The verbs and the named
 * queries put it into every statement, so a list is scoped where the rows are and never afterwards. No row here means nobody. */
#include <string.h>

#include "record/engine.h"

struct sql sql_new(struct act *act)
{
	return (struct sql){ .act = act, .text = buf_new(act->a) };
}

static int next_bind(struct sql *s)
{
	if (s->count == BIND_MOST) {
		s->text.over = true;
		return 1;
	}
	return ++s->count;
}

int sql_bind(struct sql *s, const char *text)
{
	int n = next_bind(s);

	s->binds[n - 1].text = text;
	return n;
}

/* By address, so that two texts that happen to be equal do not change the statement. */
int sql_bind_same(struct sql *s, const char *text)
{
	for (int i = 0; i < s->count; i++)
		if (s->binds[i].text == text && !s->binds[i].is_int && !s->binds[i].bytes)
			return i + 1;
	return sql_bind(s, text);
}

int sql_bind_int(struct sql *s, int64_t v)
{
	int n = next_bind(s);

	s->binds[n - 1].n = v;
	s->binds[n - 1].is_int = true;
	return n;
}

int sql_bind_bytes(struct sql *s, const void *bytes, size_t size)
{
	int n = next_bind(s);

	s->binds[n - 1].bytes = bytes;
	s->binds[n - 1].size = size;
	return n;
}

void sql_add(struct sql *s, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	buf_vprintf(&s->text, format, ap);
	va_end(ap);
}

const struct fault *sql_ask(struct sql *s, struct stmt **out)
{
	if (s->text.over)
		return FAULT(s->act->a, FAULT_TOO_LARGE, "a statement with too many values");
	TRY(db_ask(s->act->db, s->act->a, buf_text(&s->text), out));
	for (int i = 0; i < s->count; i++) {
		if (s->binds[i].is_int)
			stmt_int(*out, i + 1, s->binds[i].n);
		else if (s->binds[i].bytes)
			stmt_bytes(*out, i + 1, s->binds[i].bytes, s->binds[i].size);
		else
			stmt_text(*out, i + 1, s->binds[i].text);
	}
	return NULL;
}

const struct fault *sql_run(struct sql *s)
{
	struct stmt *st;

	TRY(sql_ask(s, &st));
	return stmt_finish(st);
}

static int bind_once(struct sql *s, int *slot, const char *value)
{
	if (!*slot)
		*slot = sql_bind(s, value);
	return *slot;
}

static int bind_campus(struct sql *s) { return bind_once(s, &s->campus, s->act->campus); }
static int bind_staff(struct sql *s) { return bind_once(s, &s->staff, s->act->who->staff); }
static int bind_account(struct sql *s) { return bind_once(s, &s->account, s->act->who->account); }
static int bind_pupil(struct sql *s) { return bind_once(s, &s->pupil, s->act->who->pupil); }
static int bind_today(struct sql *s) { return bind_once(s, &s->today, day_iso(s->act->a, s->act->today)); }

static const char *about_column(const struct record *r)
{
	return r->is & IS_PUPIL ? "id" : r->about;
}

static void in_force(struct sql *s, const char *alias)
{
	int t = bind_today(s);

	sql_add(s, " AND %s.withdrawn IS NULL AND (%s.\"from\" IS NULL OR %s.\"from\" <= $%d) AND (%s.\"until\" IS NULL OR "
		"%s.\"until\" >= $%d)", alias, alias, alias, t, alias, alias, t);
}

/* The pupils that are a role's own today: one SELECT for each relation of that role; `only` looks at one child alone. */
static bool own_pupils(struct sql *s, const char *role, const char *only)
{
	bool any = false;

	for (const struct relation *rel = s->act->house->relations; rel && rel->role; rel++) {
		if (strcmp(rel->role, role) != 0)
			continue;
		sql_add(s, "%sSELECT m.\"%s\" FROM \"%s\" m", any ? " UNION " : "", rel->pupil, rel->rows);
		if (rel->through)
			sql_add(s, " JOIN \"%s\" t ON t.\"%s\" = m.\"%s\" AND t.campus = m.campus WHERE t.\"%s\" = $%d",
				rel->through, rel->join, rel->join, rel->staff, bind_staff(s));
		else
			sql_add(s, " WHERE m.\"%s\" = $%d", rel->staff, bind_staff(s));
		sql_add(s, " AND m.campus = $%d", bind_campus(s));
		if (only)
			sql_add(s, " AND m.\"%s\" = $%d", rel->pupil, sql_bind(s, only));
		in_force(s, "m");
		if (rel->through)
			in_force(s, "t");
		any = true;
	}
	return any;
}

static bool focus_is_own(const struct act *act, int role)
{
	return act->focus && (act->focus_own >> role & 1);
}

/* The child of the page is known to be their own or not, and named first: then who else is theirs is never looked up where every
 * row is about that child. */
static void clause_own(struct sql *s, const struct record *r, int role, const char *alias)
{
	const char *about = about_column(r);

	if (!about || !*s->act->who->staff) {
		sql_add(s, "1 = 0");
		return;
	}
	sql_add(s, "(%s.campus = $%d AND ", alias, bind_campus(s));
	if (s->act->focus)
		sql_add(s, "(%s.\"%s\" %s $%d %s ", alias, about, focus_is_own(s->act, role) ? "=" : "<>",
			bind_once(s, &s->focus, s->act->focus), focus_is_own(s->act, role) ? "OR" : "AND");
	sql_add(s, "%s.\"%s\" IN (", alias, about);
	if (!own_pupils(s, s->act->house->matrix->roles[role], NULL))
		sql_add(s, "SELECT NULL WHERE 1 = 0");
	sql_add(s, s->act->focus ? ")))" : "))");
}

static const struct fault *ask_own(struct act *act, int role, const char *pupil, bool *own)
{
	struct sql s = sql_new(act);
	struct found f;

	*own = false;
	if (!own_pupils(&s, act->house->matrix->roles[role], pupil))
		return NULL;
	TRY(sql_found(&s, 1, true, &f));
	*own = f.rows > 0;
	return NULL;
}

const struct fault *act_focus(struct act *act, const char *pupil)
{
	const struct actor *who = act->who;

	uint64_t all = 0;

	act->focus = NULL;
	if (act->writing || act->known_on || who->program || !*who->staff)
		return NULL;
	for (int i = 0; i < who->held_count; i++) {
		bool own = false;

		if (strcmp(who->held[i].campus, act->campus) == 0)
			TRY(ask_own(act, who->held[i].role, pupil, &own));
		all |= (uint64_t)own << who->held[i].role;
	}
	act->focus = pupil;
	act->focus_own = all;
	return NULL;
}

/* Own rows are those of the schools where one has a role, on both stores alike: row-level security says the same. */
static void at_own_schools(struct sql *s, const char *alias)
{
	const struct actor *who = s->act->who;

	sql_add(s, "%s.campus IN ($%d", alias, bind_campus(s));
	for (int i = 0; i < who->held_count; i++) {
		bool told = strcmp(who->held[i].campus, s->act->campus) == 0;

		for (int k = 0; k < i; k++)
			told = told || strcmp(who->held[k].campus, who->held[i].campus) == 0;
		if (!told)
			sql_add(s, ", $%d", sql_bind_same(s, who->held[i].campus));
	}
	sql_add(s, ") AND ");
}

/* A one-time link: the task's records about its child, and of the record it was made for that one row. */
static void clause_link(struct sql *s, const struct record *r, const char *alias)
{
	const struct link_reach *link = s->act->who->link;
	const char *about = about_column(r);

	if (!about || !*s->act->who->pupil) {
		sql_add(s, "1 = 0");
		return;
	}
	sql_add(s, "(%s.campus = $%d AND %s.\"%s\" = $%d", alias, bind_campus(s), alias, about, bind_pupil(s));
	if (strcmp(r->name, link->record) == 0 && *link->target)
		sql_add(s, " AND %s.id = $%d", alias, sql_bind(s, link->target));
	sql_add(s, ")");
}

static void clause_self(struct sql *s, const struct record *r, const char *alias)
{
	const char *about = about_column(r), *ref;

	if (s->act->who->link) {
		clause_link(s, r, alias);
		return;
	}
	if (!r->self && !(*s->act->who->pupil && about)) {
		sql_add(s, "1 = 0");
		return;
	}
	if (r->self && strcmp(r->self, "id") == 0 && !(r->is & (IS_STAFF | IS_PUPIL))) {
		sql_add(s, "%s.id = $%d", alias, bind_account(s));
		return;
	}
	sql_add(s, "(");
	at_own_schools(s, alias);
	if (*s->act->who->pupil && about) {
		sql_add(s, "%s.\"%s\" = $%d)", alias, about, bind_pupil(s));
	} else if (strcmp(r->self, "id") == 0) {
		sql_add(s, "%s.id = $%d)", alias, r->is & IS_STAFF ? bind_staff(s) : bind_account(s));
	} else {
		ref = r->fields[field_find(r, r->self)].ref;
		sql_add(s, "%s.\"%s\" = $%d)", alias, r->self, ref && strcmp(ref, "account") == 0 ? bind_account(s) :
			bind_staff(s));
	}
}

/* Campuses where this role is held: a group lead holds it at each campus that was granted. */
static void clause_group(struct sql *s, int role, const char *alias)
{
	const struct actor *who = s->act->who;
	bool any = false;

	sql_add(s, "%s.campus IN (", alias);
	for (int i = 0; i < who->held_count; i++) {
		if (who->held[i].role != role)
			continue;
		sql_add(s, any ? ", $%d" : "$%d", sql_bind_same(s, who->held[i].campus));
		any = true;
	}
	sql_add(s, any ? ")" : "NULL)");
}

static bool view_has(const struct view *v, const char *field)
{
	for (const char *const *f = v->fields; *f; f++)
		if (strcmp(*f, field) == 0)
			return true;
	return false;
}

static bool view_shows(const struct record *r, const char *view, const char *field)
{
	for (const struct view *v = r->views; v && v->name; v++)
		if (strcmp(v->name, view) == 0 && view_has(v, field))
			return true;
	return false;
}

/* A grant may name a view: then it shows the fields of that view and no more. `field` NULL: the row as a whole. */
static void clause_case(struct sql *s, const struct record *r, const char *field, const char *alias)
{
	const char *about = about_column(r);
	int today;

	if (s->act->who->link) {
		clause_link(s, r, alias);
		return;
	}
	if (!about || !record_find(s->act->house, "case_grant")) {
		sql_add(s, "1 = 0");
		return;
	}
	today = bind_today(s);
	sql_add(s, "EXISTS (SELECT 1 FROM case_grant g WHERE g.account = $%d AND g.pupil = %s.\"%s\" AND g.record = $%d AND "
		"g.withdrawn IS NULL AND g.\"from\" <= $%d AND (g.\"until\" IS NULL OR g.\"until\" >= $%d)", bind_account(s), alias,
		about, sql_bind_same(s, r->name), today, today);
	if (field) {
		sql_add(s, " AND (g.\"view\" IS NULL");
		for (const struct view *v = r->views; v && v->name; v++)
			if (view_has(v, field))
				sql_add(s, " OR g.\"view\" = $%d", sql_bind_same(s, v->name));
		sql_add(s, ")");
	}
	sql_add(s, ")");
}

static bool is_outside(const char *role)
{
	return strcmp(role, "parent") == 0 || strcmp(role, "pupil") == 0 || strcmp(role, "external") == 0;
}

/* What a grant of one role reaches; of a narrowed row, nothing unless that role is named in it, and of an unshared one nothing to
 * those outside the school. */
static void clause_of(struct sql *s, const struct record *r, const struct grant *g, int role, const char *field, const char *alias)
{
	if (r->narrow)
		sql_add(s, "(%s.\"%s\" IS NULL OR ' ' || %s.\"%s\" || ' ' LIKE '%% %s %%') AND ", alias, r->narrow, alias,
			r->narrow, s->act->house->matrix->roles[role]); /* a word of the matrix, a to z and _ */
	if (r->shared && is_outside(s->act->house->matrix->roles[role]))
		sql_add(s, "%s.\"%s\" IS NOT NULL AND ", alias, r->shared);
	switch (g->scope) {
	case SCOPE_CAMPUS:
		sql_add(s, "%s.%s = $%d", alias, strcmp(r->name, "campus") == 0 ? "id" : "campus", bind_campus(s));
		break;
	case SCOPE_PUPIL: clause_own(s, r, role, alias); break;
	case SCOPE_SELF: clause_self(s, r, alias); break;
	case SCOPE_GROUP: clause_group(s, role, alias); break;
	case SCOPE_CASE: clause_case(s, r, field, alias); break;
	default: sql_add(s, "1 = 0");
	}
}

static bool word_in(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

/* A one-time link reaches what its task names, the child and the school by name, and nothing else that its role may (R17a). */
static bool link_opens(const struct act *act, const struct record *r, enum right right)
{
	const struct link_reach *link = act->who->link;

	return !link || (r->is & IS_PUPIL) || strcmp(r->name, "campus") == 0 || strcmp(r->name, link->record) == 0 ||
		word_in(link->opens, r->name) ||
		(right == RIGHT_ADD && word_in(link->opens, arena_printf(act->a, "+%s", r->name)));
}

/* Walk the grants this actor holds in view: every role at this campus, every grant with the right. */
struct walk { const struct act *act; const struct record *r; enum right right; int held, grant, row; };

static struct walk walk_new(const struct act *act, const struct record *r, enum right right)
{
	int n = record_number(act->house, r);

	return (struct walk){ act, r, right, 0, 0, n < 0 || !link_opens(act, r, right) ? -1 : act->house->matrix_rows[n] };
}

static const struct grant *walk_next(struct walk *w, int *role)
{
	const struct actor *who = w->act->who;

	for (; w->held < who->held_count; w->held++, w->grant = 0) {
		const struct matrix_cell *cell;

		if (strcmp(who->held[w->held].campus, w->act->campus) != 0)
			continue;
		*role = who->held[w->held].role;
		cell = matrix_cell(w->act->house->matrix, w->row, *role);
		while (w->grant < cell->count) {
			const struct grant *g = &cell->grants[w->grant++];

			if (g->rights & right_bit(w->right))
				return g;
		}
	}
	return NULL;
}

/* A person never sees T3+ of their own child, relative or self: no role lifts it (floor rule 2). */
static void clause_conflict(struct sql *s, const struct record *r, const char *alias)
{
	const char *about = about_column(r);

	if (r->tier < T3 || !about || !record_find(s->act->house, "conflict"))
		return;
	sql_add(s, " AND NOT EXISTS (SELECT 1 FROM conflict x WHERE x.account = $%d AND x.pupil = %s.\"%s\" AND x.withdrawn IS "
		"NULL)", bind_account(s), alias, about);
}

/* A record that was joined to another is nobody's own any longer, whatever day is looked at: who is one child is as known now. */
static void clause_alias(struct sql *s, const struct record *r, const char *alias)
{
	if (!has_aliases(r))
		sql_add(s, "1 = 1");
	else if (s->act->known_on)
		sql_add(s, "NOT EXISTS (SELECT 1 FROM pupil j WHERE j.id = %s.id AND j.alias_of IS NOT NULL)", alias);
	else
		sql_add(s, "%s.alias_of IS NULL", alias);
}

void gate_clause(struct sql *s, const struct record *r, enum right right, const char *alias)
{
	struct walk w = walk_new(s->act, r, right);
	const struct grant *g;
	bool any = false;
	int role;

	sql_add(s, "(");
	if (s->act->who->program || has_aliases(r))
		clause_alias(s, r, alias);
	if (s->act->who->program) {
		sql_add(s, ")");
		return;
	}
	sql_add(s, has_aliases(r) ? " AND " : "");
	while ((g = walk_next(&w, &role))) {
		sql_add(s, any ? " OR " : "(");
		clause_of(s, r, g, role, NULL, alias);
		any = true;
	}
	sql_add(s, any ? ")" : "1 = 0");
	clause_conflict(s, r, alias);
	sql_add(s, ")");
}

bool record_ever(const struct act *act, const struct record *r, enum right right)
{
	struct walk w = walk_new(act, r, right);
	int role;

	return act->who->program || walk_next(&w, &role) != NULL;
}

bool record_own_only(const struct act *act, const struct record *r, enum right right)
{
	struct walk w = walk_new(act, r, right);
	const struct grant *g;
	bool any = false;
	int role;

	while (!act->who->program && (g = walk_next(&w, &role))) {
		if (g->scope != SCOPE_PUPIL && g->scope != SCOPE_SELF)
			return false;
		any = true;
	}
	return any;
}

bool gate_surely(const struct act *act, const struct record *r, enum right right, const char *campus, const char *pupil)
{
	struct walk w = walk_new(act, r, right);
	const struct grant *g;
	int role;

	if (r->tier >= T3 || r->narrow || strcmp(campus, act->campus) != 0 || strcmp(r->name, "campus") == 0)
		return false;
	while ((g = walk_next(&w, &role)))
		if (g->scope == SCOPE_CAMPUS || g->scope == SCOPE_GROUP || (g->scope == SCOPE_PUPIL && about_column(r) &&
			focus_is_own(act, role) &&
		    strcmp(pupil, act->focus) == 0))
			return true;
	return false;
}

/* Does some grant of this right show this field on every row that any of them reaches? True for nearly all: no CASE is needed. */
static bool field_always(const struct act *act, const struct record *r, enum right right, const char *field)
{
	struct walk w = walk_new(act, r, right);
	const struct grant *g;
	bool all = true;
	int role;

	while ((g = walk_next(&w, &role))) {
		bool shows = (!g->view || view_shows(r, g->view, field)) && g->scope != SCOPE_CASE;

		if (shows && g->scope == SCOPE_CAMPUS && !r->narrow)
			return true;
		all = all && shows;
	}
	return all;
}

static void field_when(struct sql *s, const struct record *r, enum right right, const char *field, const char *alias)
{
	struct walk w = walk_new(s->act, r, right);
	const struct grant *g;
	bool any = false;
	int role;

	while ((g = walk_next(&w, &role))) {
		if (g->view && !view_shows(r, g->view, field))
			continue;
		sql_add(s, any ? " OR " : "");
		clause_of(s, r, g, role, field, alias);
		any = true;
	}
	if (!any)
		sql_add(s, "1 = 0");
}

/* "column" or "CASE WHEN it may be seen THEN column ELSE otherwise END". */
static void column_for(struct sql *s, const struct record *r, enum right right, int field, const char *alias, const char *column,
	const char *otherwise)
{
	const char *name = r->fields[field].name;

	if (s->act->who->program || field_always(s->act, r, right, name)) {
		buf_add(&s->text, column);
		return;
	}
	sql_add(s, "CASE WHEN ");
	field_when(s, r, right, name, alias);
	sql_add(s, " THEN %s ELSE %s END", column, otherwise);
}

void gate_column(struct sql *s, const struct record *r, int field, const char *alias)
{
	column_for(s, r, RIGHT_READ, field, alias, arena_printf(s->act->a, "%s.\"%s\"", alias, r->fields[field].name), "NULL");
}

void gate_has(struct sql *s, const struct record *r, int field, const char *alias)
{
	column_for(s, r, RIGHT_READ, field, alias, "1", "0");
}

bool gate_always(const struct act *act, const struct record *r, int field)
{
	return act->who->program || field_always(act, r, RIGHT_READ, r->fields[field].name);
}

void gate_sort(struct sql *s, const struct record *r, int field, const char *alias)
{
	column_for(s, r, RIGHT_READ, field, alias, arena_printf(s->act->a, "%s.\"%s%s\"", alias, r->fields[field].name,
		r->fields[field].flags & FOLDED ? "_fold" : ""), "NULL");
}

static void columns(struct sql *s, const struct record *r, enum right right, const char *alias, bool clear_only, const bool *wanted)
{
	columns_first(&s->text, r, alias);
	for (int i = 0; i < record_stored(r); i++) {
		if ((wanted && !wanted[i]) || (clear_only && field_sealed(r, i)) || ((r->fields[i].flags & SECRET) &&
			!s->act->who->program)) {
			buf_add(&s->text, ", NULL, 0");
			continue;
		}
		buf_add(&s->text, ", ");
		column_for(s, r, right, i, alias, arena_printf(s->act->a, "%s.\"%s\"", alias, r->fields[i].name), "NULL");
		buf_add(&s->text, ", ");
		column_for(s, r, right, i, alias, "1", "0");
	}
}

void gate_columns_for(struct sql *s, const struct record *r, enum right right, const char *alias, bool clear_only)
{
	columns(s, r, right, alias, clear_only, NULL);
}

void gate_columns_wanted(struct sql *s, const struct record *r, const char *alias, const bool *wanted)
{
	columns(s, r, RIGHT_READ, alias, false, wanted);
}

void gate_columns(struct sql *s, const struct record *r, const char *alias, bool clear_only)
{
	gate_columns_for(s, r, RIGHT_READ, alias, clear_only);
}

void gate_table(struct sql *s, const struct record *r)
{
	int n;

	if (!s->act->known_on) {
		sql_add(s, "\"%s\"", r->name);
		return;
	}
	n = sql_bind(s, s->act->known_on);
	sql_add(s, "(SELECT k.* FROM \"%s_version\" k WHERE k.at <= $%d AND NOT EXISTS (SELECT 1 FROM \"%s_version\" l WHERE l.id = "
		"k.id AND l.version > k.version AND l.at <= $%d))", r->name, n, r->name, n);
}

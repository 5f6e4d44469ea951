/* matrix.c - reads the access matrix's text and answers from it. Who a person is and which pupils are theirs is the gate's. */
#include "record/matrix.h"

#include <string.h>

#include "base/buf.h"

static const char SCOPES[] = "nsocgt"; /* in the order of enum scope */
static const char LETTERS[] = "raepx"; /* of the rights, in the order of enum right */
static const struct matrix_cell EMPTY;

/* Where the parser stands; everything lasts as long as the arena. */
struct parse {
	struct arena *a;
	const char *roles[MATRIX_ROLES];
	const char *records[MATRIX_RECORDS];
	const struct matrix_cell *rows[MATRIX_RECORDS];
	int lines[MATRIX_RECORDS];
	struct matrix_view *views;
	const char **notes;
	int n_roles, n_records, n_views, n_notes, room_views, room_notes, line;
};

static bool name_ok(const char *name)
{
	if (name[0] < 'a' || name[0] > 'z')
		return false;
	for (const char *p = name; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_'))
			return false;
	return true;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The text from `from` up to `to`, without blanks at its ends. */
static char *between(struct arena *a, const char *from, const char *to)
{
	while (from < to && blank(*from))
		from++;
	while (to > from && blank(to[-1]))
		to--;
	return arena_text_n(a, from, (size_t)(to - from));
}

/* The next cell of a `|` line: moves *at past it; NULL after the last. */
static char *next_cell(struct arena *a, const char **at)
{
	const char *from = *at, *end;

	if (!from)
		return NULL;
	end = strchr(from, '|');
	*at = end ? end + 1 : NULL;
	return between(a, from, end ? end : from + strlen(from));
}

static int find(const char *const *names, int n, const char *name)
{
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

static const struct fault *read_roles(struct parse *p, const char *at)
{
	char *cell;

	if (p->n_roles)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: the roles were given before", p->line);
	while ((cell = next_cell(p->a, &at)) != NULL) {
		if (!name_ok(cell))
			return FAULT(p->a, FAULT_INVALID, "access matrix line %d: '%s' is not the name of a role", p->line, cell);
		if (find(p->roles, p->n_roles, cell) >= 0)
			return FAULT(p->a, FAULT_INVALID, "access matrix line %d: role %s comes twice", p->line, cell);
		if (p->n_roles == MATRIX_ROLES)
			return FAULT(p->a, FAULT_INVALID, "access matrix line %d: more than %d roles", p->line, MATRIX_ROLES);
		p->roles[p->n_roles++] = cell;
	}
	return NULL;
}

/* One grant, `scope:rights[.view]`. `where` names line, record and role for the message. */
static const struct fault *read_grant(struct arena *a, const char *where, char *word, struct grant *g)
{
	char *dot = strchr(word, '.');
	const char *letter = strchr(SCOPES, word[0]);

	if (!word[0] || !letter || word[1] != ':')
		return FAULT(a, FAULT_INVALID, "%s: '%s' does not begin with a scope (s o c g t) and a colon", where, word);
	g->scope = (enum scope)(letter - SCOPES);
	if (dot) {
		*dot = '\0';
		g->view = dot + 1;
		if (!name_ok(g->view))
			return FAULT(a, FAULT_INVALID, "%s: '%s' is not the name of a view", where, g->view);
	}
	for (const char *p = word + 2; *p; p++) {
		const char *right = strchr(LETTERS, *p);
		unsigned bit = right ? 1u << (right - LETTERS) : 0;

		if (!bit || (g->rights & bit))
			return FAULT(a, FAULT_INVALID, "%s: right '%c' is unknown or comes twice", where, *p);
		g->rights |= bit;
	}
	if (!g->rights || g->scope == SCOPE_NONE)
		return FAULT(a, FAULT_INVALID, "%s: a grant needs a scope and a right; write - for none", where);
	return NULL;
}

static const struct fault *read_cell(struct arena *a, const char *where, const char *text, struct matrix_cell *cell)
{
	struct grant *grants = arena_array(a, MATRIX_GRANTS, sizeof(*grants));
	const char *at = text;

	cell->grants = grants;
	if (strcmp(text, "-") == 0)
		return NULL;
	while (*at) {
		size_t n = strcspn(at, " \t");

		if (cell->count == MATRIX_GRANTS)
			return FAULT(a, FAULT_INVALID, "%s: more than %d grants in one cell", where, MATRIX_GRANTS);
		TRY(read_grant(a, where, arena_text_n(a, at, n), &grants[cell->count]));
		cell->rights |= grants[cell->count++].rights;
		at += n;
		at += strspn(at, " \t");
	}
	if (!cell->count)
		return FAULT(a, FAULT_INVALID, "%s: the cell is empty; write - for none", where);
	return NULL;
}

static const struct fault *read_row(struct parse *p, const char *record, const char *at)
{
	struct matrix_cell *cells;
	const char *text;
	int role = 0;

	if (!p->n_roles)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: the line of roles must come first", p->line);
	if (!name_ok(record))
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: '%s' is not the name of a record", p->line, record);
	if (find(p->records, p->n_records, record) >= 0)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: record %s comes twice", p->line, record);
	if (p->n_records == MATRIX_RECORDS)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: more than %d records", p->line, MATRIX_RECORDS);
	cells = arena_array(p->a, (size_t)p->n_roles, sizeof(*cells));
	while ((text = next_cell(p->a, &at)) != NULL) {
		if (role == p->n_roles)
			return FAULT(p->a, FAULT_INVALID, "access matrix line %d, %s: more cells than roles", p->line, record);
		TRY(read_cell(p->a, arena_printf(p->a, "access matrix line %d, record %s, role %s", p->line, record,
			p->roles[role]), text, &cells[role]));
		role++;
	}
	if (role < p->n_roles)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d, %s: %d cells for %d roles", p->line, record, role,
			p->n_roles);
	p->lines[p->n_records] = p->line;
	p->records[p->n_records] = record;
	p->rows[p->n_records++] = cells;
	return NULL;
}

/* `view: record.name = words`. The record's row may come later, so its number is looked up at the end; until then the name is kept
 * whole in `name`. */
static const struct fault *read_view(struct parse *p, const char *rest)
{
	const char *equals = strchr(rest, '=');

	if (!equals)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: a view is written `view: record.name = words`", p->line);
	if (p->n_views == p->room_views) {
		p->views = arena_extend(p->a, p->views, (size_t)p->room_views * sizeof(*p->views),
			(size_t)(p->room_views + 32) * sizeof(*p->views));
		p->room_views += 32;
	}
	p->views[p->n_views++] = (struct matrix_view){ p->line, between(p->a, rest, equals),
		between(p->a, equals + 1, equals + strlen(equals)) };
	return NULL;
}

static void read_note(struct parse *p, const char *rest)
{
	if (p->n_notes == p->room_notes) {
		p->notes = arena_extend(p->a, p->notes, (size_t)p->room_notes * sizeof(*p->notes),
			(size_t)(p->room_notes + 32) * sizeof(*p->notes));
		p->room_notes += 32;
	}
	p->notes[p->n_notes++] = between(p->a, rest, rest + strlen(rest));
}

static const struct fault *read_line(struct parse *p, const char *line)
{
	const char *at = line, *first;

	if (!line[0] || line[0] == '#')
		return NULL;
	if (strncmp(line, "view:", 5) == 0)
		return read_view(p, line + 5);
	if (strncmp(line, "note:", 5) == 0)
		return read_note(p, line + 5), NULL;
	first = next_cell(p->a, &at);
	if (!at)
		return FAULT(p->a, FAULT_INVALID, "access matrix line %d: neither a row, a view, a note nor a comment", p->line);
	return strcmp(first, "record") == 0 ? read_roles(p, at) : read_row(p, first, at);
}

/* A view's record becomes a number, and its name loses the record's part. */
static const struct fault *settle_views(struct parse *p)
{
	for (int i = 0; i < p->n_views; i++) {
		struct matrix_view *v = &p->views[i];
		const char *dot = strchr(v->name, '.');
		int record = dot ? find(p->records, p->n_records, arena_text_n(p->a, v->name, (size_t)(dot - v->name))) : -1;

		if (record < 0 || !name_ok(dot + 1) || !v->words[0])
			return FAULT(p->a, FAULT_INVALID, "access matrix line %d: '%s' is not record.view of a row, with words",
				v->record, v->name);
		v->record = record;
		v->name = dot + 1;
	}
	return NULL;
}

static const struct fault *check_views(struct parse *p, const struct matrix *m)
{
	for (int i = 0; i < m->n_records * m->n_roles; i++) {
		int record = i / m->n_roles;

		for (int g = 0; g < m->cells[i].count; g++)
			if (m->cells[i].grants[g].view && !matrix_has_view(m, record, m->cells[i].grants[g].view))
				return FAULT(p->a, FAULT_INVALID,
					"access matrix line %d, record %s, role %s: no line says `view: %s.%s = ...`",
					p->lines[record], m->records[record], m->roles[i % m->n_roles], m->records[record],
					m->cells[i].grants[g].view);
	}
	return NULL;
}

static const struct matrix *gather(struct parse *p)
{
	struct matrix *m = arena_alloc(p->a, sizeof(*m));
	struct matrix_cell *cells = arena_array(p->a, (size_t)(p->n_records * p->n_roles), sizeof(*cells));

	for (int i = 0; i < p->n_records; i++)
		memcpy(cells + i * p->n_roles, p->rows[i], (size_t)p->n_roles * sizeof(*cells));
	*m = (struct matrix){ p->records, p->roles, cells, p->views, p->notes, p->n_records, p->n_roles, p->n_views, p->n_notes };
	return m;
}

const struct fault *matrix_parse(struct arena *a, const char *text, const struct matrix **out)
{
	struct parse *p = arena_alloc(a, sizeof(*p));
	const struct matrix *m;

	p->a = a;
	for (const char *at = text; *at;) {
		size_t n = strcspn(at, "\n");

		p->line++;
		TRY(read_line(p, between(a, at, at + n)));
		at += n + (at[n] == '\n');
	}
	if (!p->n_records)
		return FAULT(a, FAULT_INVALID, "the access matrix has no rows");
	TRY(settle_views(p));
	m = gather(p);
	TRY(check_views(p, m));
	*out = m;
	return NULL;
}

int matrix_record(const struct matrix *m, const char *record)
{
	return find(m->records, m->n_records, record);
}

int matrix_role(const struct matrix *m, const char *role)
{
	return find(m->roles, m->n_roles, role);
}

const struct matrix_cell *matrix_cell(const struct matrix *m, int record, int role)
{
	if (record < 0 || record >= m->n_records || role < 0 || role >= m->n_roles)
		return &EMPTY;
	return &m->cells[record * m->n_roles + role];
}

bool matrix_allows(const struct matrix *m, int record, int role, enum scope scope, unsigned rights)
{
	const struct matrix_cell *cell = matrix_cell(m, record, role);

	for (int i = 0; i < cell->count; i++)
		if (cell->grants[i].scope == scope && (cell->grants[i].rights & rights) == rights)
			return true;
	return false;
}

bool matrix_has_view(const struct matrix *m, int record, const char *view)
{
	for (int i = 0; i < m->n_views; i++)
		if (m->views[i].record == record && strcmp(m->views[i].name, view) == 0)
			return true;
	return false;
}

const char *scope_words(enum scope scope)
{
	static const char *const WORDS[] = { "nobody", "their own", "their own pupils", "the whole campus",
		"the campuses granted to them", "by a grant for this case" };

	return scope <= SCOPE_CASE ? WORDS[scope] : WORDS[0];
}

const char *rights_words(struct arena *a, unsigned rights)
{
	static const char *const WORDS[] = { "read", "add", "edit", "approve", "export" };
	struct buf b = buf_new(a);
	int left = __builtin_popcount(rights & ((1u << RIGHTS) - 1));

	for (int i = 0; i < RIGHTS; i++) {
		if (!(rights & (1u << i)))
			continue;
		buf_add(&b, WORDS[i]);
		left--;
		buf_add(&b, left > 1 ? ", " : left == 1 ? " and " : "");
	}
	return buf_text(&b);
}

const char *matrix_cell_text(struct arena *a, const struct matrix_cell *cell)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < cell->count; i++) {
		const struct grant *g = &cell->grants[i];

		buf_printf(&b, "%s%c:", i ? " " : "", SCOPES[g->scope]);
		for (int r = 0; r < RIGHTS; r++)
			if (g->rights & (1u << r))
				buf_add_c(&b, LETTERS[r]);
		if (g->view)
			buf_printf(&b, ".%s", g->view);
	}
	return cell->count ? buf_text(&b) : "-";
}

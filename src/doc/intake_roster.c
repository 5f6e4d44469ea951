/* intake_roster.c - OneRoster 1.1 and 1.2: rolls, staff, guardians, classes, terms. It has no SEN, and none is taken from vendors'
 * extra columns; passwords are never read. Real files differ from the standard: names of files and columns are matched without
 * case, known misspellings are taken, promised files may be missing, enrolments of unknown users are left out. */
#include "doc/intake_parts.h"

#include <strings.h>

struct user {
	int row;                 /* in users.csv */
	const char *id, *role;
	int in_table;            /* row of the table of that role */
	struct user *next;
};

struct roster {
	struct work *w;
	const struct doc *d;
	const struct sheet *users, *roles, *people, *enrolments, *classes;
	struct user *user, **slot, **class_slot;
	int n;
	size_t slots;
};

static int column(const struct sheet *s, const char *names)
{
	for (int c = 0; s && s->rows && c < s->row[0].cells; c++)
		for (const char *p = names, *end; *p; p = *end ? end + 1 : end) {
			end = strchrnul(p, '|');
			if (s->row[0].cell[c].bytes == (uint32_t)(end - p) && strncasecmp(s->row[0].cell[c].text, p,
				(size_t)(end - p)) == 0)
				return c;
		}
	return -1;
}

static const char *at(const struct roster *r, const struct sheet *s, int row, const char *names)
{
	int c = column(s, names);

	return c < 0 ? "" : clean_cell(r->w->a, sheet_cell(s, row, c));
}

static bool gone(const struct roster *r, const struct sheet *s, int row)
{
	const char *status = at(r, s, row, "status");

	return strcasecmp(status, "tobedeleted") == 0 || strcasecmp(status, "inactive") == 0;
}

static size_t place(const struct roster *r, const char *id)
{
	uint64_t h = 1469598103934665603u;

	while (*id)
		h = (h ^ (unsigned char)*id++) * 1099511628211u;
	return (size_t)(h ^ h >> 29) & (r->slots - 1);
}

static struct user *find_user(const struct roster *r, const char *id)
{
	struct user *u = r->slots ? r->slot[place(r, id)] : NULL;

	while (u && strcmp(u->id, id) != 0)
		u = u->next;
	return u;
}

static void list_users(struct roster *r)
{
	r->user = arena_array(r->w->a, (size_t)r->users->rows, sizeof *r->user);
	for (r->slots = 1024; r->slots < (size_t)r->users->rows; r->slots *= 2)
		;
	r->slot = arena_array(r->w->a, r->slots, sizeof *r->slot);
	for (int i = 1; i < r->users->rows; i++) {
		const char *id = at(r, r->users, i, "sourcedId");
		struct user *u = &r->user[r->n];

		if (!*id || gone(r, r->users, i) || find_user(r, id))
			continue;
		*u = (struct user){ i, id, at(r, r->users, i, "role"), -1, r->slot[place(r, id)] };
		r->slot[place(r, id)] = u;
		r->n++;
	}
	for (int i = 1; r->roles && i < r->roles->rows; i++) { /* 1.2 keeps roles apart */
		struct user *u = find_user(r, at(r, r->roles, i, "userSourcedId"));

		if (u && !*u->role && !gone(r, r->roles, i))
			u->role = at(r, r->roles, i, "role");
	}
}

static bool one_of(const char *role, const char *list)
{
	size_t n = strlen(role);

	for (const char *p = list; n; p++) {
		if (strncasecmp(p, role, n) == 0 && (p[n] == '|' || !p[n]))
			return true;
		p = strchrnul(p, '|');
		if (!*p)
			return false;
	}
	return false;
}

static bool is_student(const struct user *u) { return one_of(u->role, "student|pupil|learner"); }
static bool is_guardian(const struct user *u) { return one_of(u->role, "parent|guardian|relative"); }

static bool is_staff(const struct user *u)
{
	return one_of(u->role, "teacher|administrator|aide|proctor|counselor|principal|siteadministrator|districtadministrator|"
		"systemadministrator");
}

static int count_of(const struct roster *r, bool (*is)(const struct user *))
{
	int n = 0;

	for (int i = 0; i < r->n; i++)
		n += is(&r->user[i]);
	return n;
}

/* "{UPN:F999...}" in userIds, or the identifier, if it looks like one. */
static const char *upn_in(const struct roster *r, int row)
{
	const char *ids = at(r, r->users, row, "userIds|userId"), *upn = strcasestr(ids, "upn:"), *id = at(r, r->users, row,
		"identifier");

	if (upn)
		return arena_text_n(r->w->a, upn + 4, strcspn(upn + 4, "},; "));
	return strlen(id) == 13 && id[0] >= 'A' ? id : "";
}

static void put_as(const struct roster *r, const struct intake_table *t, struct intake_row *row, enum intake_field f,
	const char *text)
{
	struct cell c = { text, (uint32_t)strlen(text), CELL_TEXT };
	bool bad = false;

	if (*text)
		intake_put(t, row, f, intake_convert(r->w, f, &c, row->row, &bad));
	row->rejected |= bad;
}

static struct intake_row *new_row(const struct roster *r, struct intake_table *t, int row)
{
	struct intake_row *n = &t->row[t->rows++];

	n->row = row;
	n->pupil = -1;
	n->value = arena_array(r->w->a, (size_t)t->slots, sizeof *n->value);
	return n;
}

static const char *local_number(const struct roster *r, int row)
{
	const char *name = at(r, r->users, row, "username");

	return *name && strspn(name, "0123456789") == strlen(name) ? name : at(r, r->users, row, "sourcedId");
}

static void students(struct roster *r)
{
	static const enum intake_field FIELDS[] = { FIELD_UPN, FIELD_MIS_ID, FIELD_SURNAME, FIELD_FORENAME, FIELD_MIDDLE_NAMES,
		FIELD_PREFERRED_SURNAME, FIELD_PREFERRED_FORENAME, FIELD_DOB, FIELD_SEX, FIELD_YEAR, FIELD_GROUP, FIELD_EMAIL };
	struct intake_table *t = intake_add_table(r->w, TABLE_PUPILS, count_of(r, is_student));

	intake_set_slots(t, FIELDS, sizeof FIELDS / sizeof *FIELDS);
	for (int i = 0; i < r->n; i++) {
		int from = r->user[i].row;
		struct intake_row *row;

		if (!is_student(&r->user[i]))
			continue;
		r->user[i].in_table = t->rows;
		row = new_row(r, t, r->users->row[from].row);
		put_as(r, t, row, FIELD_UPN, upn_in(r, from));
		put_as(r, t, row, FIELD_MIS_ID, local_number(r, from));
		put_as(r, t, row, FIELD_SURNAME, at(r, r->users, from, "familyName|lastName"));
		put_as(r, t, row, FIELD_FORENAME, at(r, r->users, from, "givenName|firstName"));
		put_as(r, t, row, FIELD_MIDDLE_NAMES, at(r, r->users, from, "middleName"));
		put_as(r, t, row, FIELD_PREFERRED_SURNAME, at(r, r->users, from, "preferredFamilyName|prefferedFamilyName"));
		put_as(r, t, row, FIELD_PREFERRED_FORENAME, at(r, r->users, from, "preferredGivenName|prefferedGivenName"));
		put_as(r, t, row, FIELD_EMAIL, at(r, r->users, from, "email"));
		put_as(r, t, row, FIELD_YEAR, arena_text_n(r->w->a, at(r, r->users, from, "grades|grade"),
		                                           strcspn(at(r, r->users, from, "grades|grade"), ",")));
	}
	r->w->in->rows = t->rows;
}

static void birthdays(struct roster *r)
{
	struct intake_table *t = &r->w->in->table[0];

	for (int i = 1; r->people && i < r->people->rows; i++) {
		struct user *u = find_user(r, at(r, r->people, i, "sourcedId|userSourcedId"));
		const char *sex = at(r, r->people, i, "sex");

		if (!u || u->in_table < 0 || !is_student(u) || gone(r, r->people, i))
			continue;
		put_as(r, t, &t->row[u->in_table], FIELD_DOB, at(r, r->people, i, "birthDate|birthdate"));
		if (strcasecmp(sex, "male") == 0 || strcasecmp(sex, "female") == 0)
			put_as(r, t, &t->row[u->in_table], FIELD_SEX, sex);
	}
	for (int i = 0; i < t->rows; i++)
		who_is_it(r->w, t, &t->row[i]);
}

static void staff(struct roster *r)
{
	static const enum intake_field FIELDS[] = { FIELD_STAFF_CODE, FIELD_STAFF_SURNAME, FIELD_STAFF_FORENAME, FIELD_STAFF_EMAIL,
		FIELD_STAFF_ROLE, FIELD_STAFF_PHONE };
	struct intake_table *t = intake_add_table(r->w, TABLE_STAFF, count_of(r, is_staff));

	intake_set_slots(t, FIELDS, sizeof FIELDS / sizeof *FIELDS);
	for (int i = 0; i < r->n; i++) {
		int from = r->user[i].row;
		struct intake_row *row;

		if (!is_staff(&r->user[i]))
			continue;
		r->user[i].in_table = t->rows;
		row = new_row(r, t, r->users->row[from].row);
		put_as(r, t, row, FIELD_STAFF_CODE, r->user[i].id);
		put_as(r, t, row, FIELD_STAFF_SURNAME, at(r, r->users, from, "familyName|lastName"));
		put_as(r, t, row, FIELD_STAFF_FORENAME, at(r, r->users, from, "givenName|firstName"));
		put_as(r, t, row, FIELD_STAFF_EMAIL, at(r, r->users, from, "email"));
		put_as(r, t, row, FIELD_STAFF_PHONE, at(r, r->users, from, "phone"));
		intake_put(t, row, FIELD_STAFF_ROLE, r->user[i].role);
	}
}

/* A guardian is joined to the pupil from either side's list of agents. */
static void guardian(struct roster *r, struct intake_table *t, const struct user *pupil, const struct user *adult)
{
	int from = adult->row;
	struct intake_row *row = new_row(r, t, r->users->row[from].row);

	row->pupil = pupil->in_table;
	put_as(r, t, row, FIELD_CONTACT_SURNAME, at(r, r->users, from, "familyName|lastName"));
	put_as(r, t, row, FIELD_CONTACT_FORENAME, at(r, r->users, from, "givenName|firstName"));
	put_as(r, t, row, FIELD_CONTACT_EMAIL, at(r, r->users, from, "email"));
	put_as(r, t, row, FIELD_CONTACT_PHONE, at(r, r->users, from, "phone"));
	put_as(r, t, row, FIELD_CONTACT_MOBILE, at(r, r->users, from, "sms"));
	intake_put(t, row, FIELD_RELATIONSHIP, adult->role);
}

static void guardians(struct roster *r)
{
	static const enum intake_field FIELDS[] = { FIELD_CONTACT_SURNAME, FIELD_CONTACT_FORENAME, FIELD_CONTACT_EMAIL,
		FIELD_CONTACT_PHONE, FIELD_CONTACT_MOBILE, FIELD_RELATIONSHIP };
	struct intake_table *t;
	int most = 0;

	for (int i = 0; i < r->n; i++)
		for (const char *p = at(r, r->users, r->user[i].row, "agentSourcedIds"); *p; p++)
			most += *p == ',' || !p[1];
	if (most == 0)
		return;
	t = intake_add_table(r->w, TABLE_CONTACTS, most);
	intake_set_slots(t, FIELDS, sizeof FIELDS / sizeof *FIELDS);
	for (int i = 0; i < r->n; i++) {
		if (!is_student(&r->user[i]))
			continue;
		for (const char *p = at(r, r->users, r->user[i].row, "agentSourcedIds"); *p;) {
			size_t n = strcspn(p, ",");
			const struct user *adult = find_user(r, clean_cell(r->w->a, arena_text_n(r->w->a, p, n)));

			if (adult && is_guardian(adult))
				guardian(r, t, &r->user[i], adult);
			p += n + (p[n] != 0);
		}
	}
}

/* Classes by their id, each a user's slot with `row` in classes.csv. */
static void list_classes(struct roster *r)
{
	int n = r->classes ? r->classes->rows : 0;

	r->class_slot = arena_array(r->w->a, r->slots, sizeof *r->class_slot);
	for (int i = 1; i < n; i++) {
		struct user *c = arena_alloc(r->w->a, sizeof *c);
		const char *id = at(r, r->classes, i, "sourcedId");

		*c = (struct user){ i, id, "", -1, r->class_slot[place(r, id)] };
		r->class_slot[place(r, id)] = c;
	}
}

static int class_row(const struct roster *r, const char *id)
{
	const struct user *c = r->class_slot[place(r, id)];

	while (c && strcmp(c->id, id) != 0)
		c = c->next;
	return c ? c->row : -1;
}

static void classes(struct roster *r)
{
	static const enum intake_field FIELDS[] = { FIELD_CLASS_ID, FIELD_CLASS_NAME, FIELD_SUBJECT, FIELD_CLASS_YEAR, FIELD_ROOM };
	struct intake_table *t;

	if (!r->classes)
		return;
	t = intake_add_table(r->w, TABLE_CLASSES, r->classes->rows);
	intake_set_slots(t, FIELDS, sizeof FIELDS / sizeof *FIELDS);
	for (int i = 1; i < r->classes->rows; i++) {
		struct intake_row *row;

		if (gone(r, r->classes, i) || !*at(r, r->classes, i, "sourcedId"))
			continue;
		row = new_row(r, t, r->classes->row[i].row);
		intake_put(t, row, FIELD_CLASS_ID, at(r, r->classes, i, "sourcedId"));
		intake_put(t, row, FIELD_CLASS_NAME, at(r, r->classes, i, "title"));
		intake_put(t, row, FIELD_SUBJECT, at(r, r->classes, i, "subjects"));
		intake_put(t, row, FIELD_CLASS_YEAR, at(r, r->classes, i, "grades|grade"));
		intake_put(t, row, FIELD_ROOM, at(r, r->classes, i, "location"));
	}
}

static void enrolment(struct roster *r, int members, int teaches, int i, const struct user *u)
{
	int in_class = class_row(r, at(r, r->enrolments, i, "classSourcedId"));
	struct intake_table *t = &r->w->in->table[is_student(u) ? members : teaches], *pupils = &r->w->in->table[0];
	const char *title = in_class < 0 ? "" : at(r, r->classes, in_class, "title");
	struct intake_row *row = new_row(r, t, r->enrolments->row[i].row);

	intake_put(t, row, FIELD_CLASS_ID, at(r, r->enrolments, i, "classSourcedId"));
	intake_put(t, row, FIELD_CLASS_NAME, title);
	put_as(r, t, row, FIELD_START, at(r, r->enrolments, i, "beginDate"));
	put_as(r, t, row, FIELD_END, at(r, r->enrolments, i, "endDate"));
	if (is_student(u)) {
		row->pupil = u->in_table;
		if (in_class >= 0 && strcasecmp(at(r, r->classes, in_class, "classType"), "homeroom") == 0)
			intake_put(pupils, &pupils->row[u->in_table], FIELD_GROUP, title);
	} else {
		intake_put(t, row, FIELD_STAFF_CODE, u->id);
		intake_put(t, row, FIELD_MAIN_TEACHER, strcasecmp(at(r, r->enrolments, i, "primary"), "true") == 0 ? "1" : "0");
	}
}

static void enrolments(struct roster *r)
{
	static const enum intake_field FIELDS[] = { FIELD_CLASS_ID, FIELD_CLASS_NAME, FIELD_START, FIELD_END, FIELD_STAFF_CODE,
		FIELD_MAIN_TEACHER };
	int members = r->w->in->tables, unknown = 0;

	if (!r->enrolments)
		return;
	intake_add_table(r->w, TABLE_MEMBERS, r->enrolments->rows);
	intake_add_table(r->w, TABLE_TEACHES, r->enrolments->rows);
	intake_set_slots(&r->w->in->table[members], FIELDS, 4);
	intake_set_slots(&r->w->in->table[members + 1], FIELDS, 6);
	for (int i = 1; i < r->enrolments->rows; i++) {
		const struct user *u = find_user(r, at(r, r->enrolments, i, "userSourcedId"));

		if (gone(r, r->enrolments, i))
			continue;
		if (!u || u->in_table < 0)
			unknown++;
		else
			enrolment(r, members, members + 1, i, u);
	}
	if (unknown)
		intake_say(r->w, DOC_WARNING, 0, FIELD_CLASS_NAME, "%d enrolment%s about people who are not in users.csv and %s "
			"left out.", unknown,
		    unknown == 1 ? " is" : "s are", unknown == 1 ? "was" : "were");
}

static void terms(struct roster *r)
{
	static const enum intake_field FIELDS[] = { FIELD_TERM, FIELD_TERM_START, FIELD_TERM_END };
	const struct sheet *s = doc_sheet(r->d, "academicsessions");
	struct intake_table *t;

	if (!s)
		return;
	t = intake_add_table(r->w, TABLE_TERMS, s->rows);
	intake_set_slots(t, FIELDS, 3);
	for (int i = 1; i < s->rows; i++) {
		struct intake_row *row;

		if (gone(r, s, i) || strcasecmp(at(r, s, i, "type"), "term") != 0)
			continue;
		row = new_row(r, t, s->row[i].row);
		intake_put(t, row, FIELD_TERM, at(r, s, i, "title"));
		put_as(r, t, row, FIELD_TERM_START, at(r, s, i, "startDate"));
		put_as(r, t, row, FIELD_TERM_END, at(r, s, i, "endDate"));
	}
}

static void say_promised(struct roster *r)
{
	const struct sheet *m = doc_sheet(r->d, "manifest");

	for (int i = 1; m && i < m->rows; i++) {
		const char *name = sheet_cell(m, i, 0), *value = sheet_cell(m, i, 1);
		char *base;

		if (strncmp(name, "oneroster.version", 17) == 0)
			r->w->in->version = clean_cell(r->w->a, value);
		if (strncmp(name, "file.", 5) != 0 || (strcasecmp(value, "bulk") != 0 && strcasecmp(value, "delta") != 0))
			continue;
		base = arena_text(r->w->a, name + 5);
		for (char *p = base; *p; p++)
			*p = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
		if (!doc_sheet(r->d, base))
			intake_say(r->w, DOC_WARNING, 0, FIELD_NONE, "The manifest promises a file %s.csv that is not there. The "
				"rest was read.", name + 5);
	}
}

void intake_roster(struct work *w, const struct doc *d)
{
	struct roster r = { .w = w, .d = d, .users = doc_sheet(d, "users"), .roles = doc_sheet(d, "roles"),
		.people = doc_sheet(d, "demographics"),
		.enrolments = doc_sheet(d, "enrollments"), .classes = doc_sheet(d, "classes") };

	if (!r.users || r.users->rows < 2) {
		intake_say(w, DOC_ERROR, 0, FIELD_NONE, "This OneRoster set has no users.csv, so there is nobody in it. Export "
			"it again with users.");
		return;
	}
	say_promised(&r);
	list_users(&r);
	list_classes(&r);
	students(&r);
	birthdays(&r);
	staff(&r);
	guardians(&r);
	classes(&r);
	enrolments(&r);
	terms(&r);
	finish_pupils(w, &w->in->table[0]);
}

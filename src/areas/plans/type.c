/* type.c - plan types: editions and their lines, and the table that a plan of an edition wears. Which types there are at first is
 * builtin.c; the pages where a school makes its own are type_pages.c. */
#include <string.h>

#include "areas/plans/area.h"
#include "base/text.h"
#include "record/shape.h"

static const struct field type_fields[PLAN_TYPE_FIELDS] = {
	[PLAN_TYPE_CODE]     = { "code", "Code", "One for all editions", F_TEXT, REQUIRED | INDEXED, .max = 40 },
	[PLAN_TYPE_NAME]     = { "name", "Name", "As it stands on the plan", F_TEXT, REQUIRED, .max = 80,
				.ask = "Enter what the plan is called" },
	[PLAN_TYPE_EDITION]  = { "edition", "Edition", .type = F_NUMBER, .flags = REQUIRED, .least = 1, .most = 10000 },
	[PLAN_TYPE_STATE]    = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = PLAN_TYPE_STATES },
	[PLAN_TYPE_REPLACES] = { "replaces", "Edition before", .type = F_REF, .flags = BY_SYSTEM, .ref = "plan_type" },
	[PLAN_TYPE_BASIS]    = { "basis", "Rests on", "A proposal is not the law: it is off until it is switched on, and called "
		"one everywhere", F_CHOICE, REQUIRED,
				.choices = PLAN_BASES },
	[PLAN_TYPE_SAYS]     = { "says", "What it is for", .type = F_LONGTEXT, .max = 1000 },
	[PLAN_TYPE_STEPS]    = { "steps", "Goes through assess, plan, do and review", .type = F_YESNO },
	[PLAN_TYPE_WEEKS]    = { "weeks", "Reviewed every so many weeks", "Leave empty if it is not reviewed at set times",
		F_NUMBER, .most = 520 },
	[PLAN_TYPE_SIGNERS]  = { "signers", "Who signs its review", .type = F_TEXT, .max = 200 },
	[PLAN_TYPE_VIEWERS]  = { "viewers", "Who alone may see it",
		"Leave empty for all who may see plans. This takes away, it never gives",
				 F_TEXT, .max = 200 },
	[PLAN_TYPE_WORDS]    = { "words", "Words for levels of support", .type = F_CHOICE, .choices = TIER_WORDS },
	[PLAN_TYPE_SHEET]    = { "sheet", "Printed as a one-page profile", .type = F_YESNO },
	[PLAN_TYPE_FROM]     = { "from", "In use from", .type = F_DATE },
	[PLAN_TYPE_UNTIL]    = { "until", "Begun until", .type = F_DATE },
};

/* An edition that is in use, or was, changes in nothing but its state. */
static const struct fault *type_check(struct act *act, struct form *form, struct row *was)
{
	if (act->who->program || !was || strcmp(row_text(was, PLAN_TYPE_STATE), "draft") == 0)
		return NULL;
	for (int i = 0; i < PLAN_TYPE_FIELDS; i++) {
		if (i == PLAN_TYPE_STATE || i == PLAN_TYPE_FROM || i == PLAN_TYPE_UNTIL || !form->values[i] ||
			text_same(form->values[i], row_text(was, i)))
			continue;
		form_error(form, -1, "This edition is in use, so it stays as it is. Write the next edition");
		return NULL;
	}
	return NULL;
}

const struct record PLAN_TYPE = {
	"plan_type", "Plan type", "Plan types", type_fields, PLAN_TYPE_FIELDS, .tier = T0, .line = "name", .order = "name -edition",
	.keep = "send-file", .hooks = &(const struct hooks){ .before_check = type_check },
		.says = "An edition of a kind of plan that the school uses: how often it is reviewed, who signs, who sees it.",
};

static const struct field field_fields[PLAN_FIELD_FIELDS] = {
	[PLAN_FIELD_TYPE]     = { "plan_type", "Plan type", .type = F_REF, .flags = REQUIRED, .ref = "plan_type" },
	[PLAN_FIELD_STEP]     = { "step", "Step", .type = F_CHOICE, .flags = REQUIRED, .choices = PLAN_STEPS },
	[PLAN_FIELD_PLACE]    = { "place", "Place", .type = F_NUMBER, .flags = REQUIRED, .most = 10000 },
	[PLAN_FIELD_SECTION]  = { "section", "Section", "The heading it stands under", F_TEXT, .max = 80 },
	[PLAN_FIELD_NAME]     = { "name", "Short name", "Letters a to z, 0 to 9 and _", F_TEXT, REQUIRED, .max = 40 },
	[PLAN_FIELD_KIND]     = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED, .choices = PLAN_KINDS,
				.ask = "Choose what kind of thing it is" },
	[PLAN_FIELD_LABEL]    = { "label", "Question or heading", .type = F_TEXT, .flags = REQUIRED, .max = 160,
				.ask = "Enter the question or heading" },
	[PLAN_FIELD_HINT]     = { "hint", "Hint", .type = F_TEXT, .max = 240 },
	[PLAN_FIELD_REQUIRED] = { "required", "Must be answered", .type = F_YESNO },
	[PLAN_FIELD_MOST]     = { "most", "Letters, lines or number at most", .type = F_NUMBER, .most = 20000 },
	[PLAN_FIELD_CHOICES]  = { "choices", "What can be chosen", "A line each", F_LONGTEXT, .max = 2000 },
};

/* A line of an edition that is in use, or was, stays as it is: plans stand on it. */
static const struct fault *field_check(struct act *act, struct form *form, struct row *was)
{
	const char *type = form->values[PLAN_FIELD_TYPE] ? form->values[PLAN_FIELD_TYPE] : was ? row_text(was, PLAN_FIELD_TYPE) :
		"";
	const char *name = form->values[PLAN_FIELD_NAME];
	struct row *edition;

	if (name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(name))
		form_error(form, PLAN_FIELD_NAME, "Short name must be letters a to z, 0 to 9 and _");
	else if (name && field_find(&PLAN, name) >= 0)
		form_error(form, PLAN_FIELD_NAME, "Every plan has “%s” already: choose another short name", name);
	if (act->who->program || form->error_count || !*type)
		return NULL;
	TRY(record_get(act, &PLAN_TYPE, type, &edition));
	if (strcmp(row_text(edition, PLAN_TYPE_STATE), "draft") != 0)
		form_error(form, -1, "This edition is in use, so its lines stay as they are. Write the next edition");
	return NULL;
}

const struct record PLAN_FIELD = {
	"plan_field", "Line of a plan type", "Lines of plan types", field_fields, PLAN_FIELD_FIELDS, .tier = T0, .line = "label",
	.order = "place", .keep = "send-file", .hooks = &(const struct hooks){ .before_check = field_check },
	.says = "One thing that a kind of plan asks for, or draws from the record: where it stands, of what kind, in whose words.",
};

const char *plan_type_called(struct arena *a, const struct row *type)
{
	const char *name = row_text(type, PLAN_TYPE_NAME);

	return strcmp(row_text(type, PLAN_TYPE_BASIS), "proposal") == 0 ? arena_printf(a, "%s (proposed, not in force)", name) :
		name;
}

/* ---- the table a plan wears ---- */

static const struct { const char *kind; enum field_type type; } ASKED[] = {
	{ "line", F_TEXT }, { "words", F_LONGTEXT }, { "list", F_LONGTEXT }, { "date", F_DATE }, { "yesno", F_YESNO },
	{ "choice", F_CHOICE },
	{ "number", F_NUMBER },
};
enum { ASKED_KINDS = sizeof ASKED / sizeof *ASKED };

static int asked(const char *kind)
{
	for (int i = 0; i < ASKED_KINDS; i++)
		if (strcmp(ASKED[i].kind, kind) == 0)
			return i;
	return -1;
}

bool plan_kind_asked(const char *kind)
{
	return asked(kind) >= 0;
}

/* A line each; the words are the code, so that a plan reads the same when the type has gone. */
static const struct choice *choices_of(struct arena *a, const char *text)
{
	struct choice *out;
	int n = 0;

	for (const char *c = text; *c; c++)
		n += *c == '\n';
	out = arena_array(a, (size_t)n + 2, sizeof *out);
	n = 0;
	while (*text) {
		size_t length = strcspn(text, "\n");
		const char *line = text_clean(a, arena_text_n(a, text, length));

		if (*line)
			out[n++] = (struct choice){ line, line };
		text += length + (text[length] == '\n');
	}
	return out;
}

/* Not REQUIRED: a plan is written step by step. plan_missing() says what a step still lacks. */
static struct field field_of(struct arena *a, const struct row *row, int kind)
{
	enum { LINE = 200, WORDS = 8000, LIST = 4000 };
	int most = (int)row_int(row, PLAN_FIELD_MOST);
	const char *hint = row_text(row, PLAN_FIELD_HINT);
	enum field_type type = ASKED[kind].type;

	return (struct field){
		.name = row_text(row, PLAN_FIELD_NAME), .label = row_text(row, PLAN_FIELD_LABEL), .hint = *hint ? hint : NULL,
		.type = type, .max = type == F_TEXT ? most ? most : LINE : type == F_LONGTEXT ? most ? most :
		strcmp(ASKED[kind].kind, "list") == 0 ? LIST : WORDS : 0, .most = type == F_NUMBER && most ? most : 0,
		.choices = type == F_CHOICE ? choices_of(a, row_text(row, PLAN_FIELD_CHOICES)) : NULL,
	};
}

/* What a plan asks for is no secret from whoever reads the plan. */
const struct fault *plan_type_lines(struct act *act, const char *type, struct rows *out)
{
	return record_list(act_lift(act), &PLAN_FIELD, &(struct ask){ .where = { { PLAN_FIELD_TYPE, IS, type } },
		.order = "place" }, out);
}

void plan_missing(struct form *form, const struct row *plan, const struct rows *lines, const char *step)
{
	for (int i = 0; i < lines->count; i++) {
		const struct row *line = lines->row[i];
		int field = field_find(form->r, row_text(line, PLAN_FIELD_NAME));
		const char *value;

		if (field < 0 || !row_int(line, PLAN_FIELD_REQUIRED) || strcmp(row_text(line, PLAN_FIELD_STEP), step) != 0)
			continue;
		value = form->values[field] ? form->values[field] : plan ? row_text(plan, field) : "";
		if (text_blank(value))
			form_error(form, field, "%s: this must be answered", row_text(line, PLAN_FIELD_LABEL));
	}
}

const struct fault *plan_type_record(struct act *act, const char *type, const struct record **out)
{
	struct row *edition;
	struct field *fields;
	struct rows rows;
	int n = 0;

	TRY(record_get(act_lift(act), &PLAN_TYPE, type, &edition));
	TRY(plan_type_lines(act, type, &rows));
	fields = arena_array(act->a, (size_t)rows.count + 1, sizeof *fields);
	for (int i = 0; i < rows.count; i++) {
		int kind = asked(row_text(rows.row[i], PLAN_FIELD_KIND));

		if (kind >= 0)
			fields[n++] = field_of(act->a, rows.row[i], kind);
	}
	return shape_new(act->a, &PLAN, row_text(edition, PLAN_TYPE_NAME), fields, n, out);
}

const struct fault *plan_shape(struct act *act, const struct row *plan, const struct record **out)
{
	const char *type = row_text(plan, PLAN_TYPE_REF);

	*out = NULL;
	return *type ? plan_type_record(act, type, out) : NULL;
}

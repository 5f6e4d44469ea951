/* intake_value.c - one cell to one value of the field's type, in the one form intake.h states. Looks at whole columns first, where
 * a single cell cannot tell (month first? a fraction of 1?). */
#include "doc/intake_parts.h"

#include <strings.h>

#include "base/text.h"
#include "doc/write.h"

/* Printable ASCII and line feeds, no space at either end: most cells are so, and are used as they stand. */
static bool is_clean(const char *text)
{
	const char *p = text;

	if (*p == ' ' || *p == '\n')
		return false;
	while ((*p >= ' ' && *p < 0x7F) || *p == '\n')
		p++;
	return !*p && (p == text || (p[-1] != ' ' && p[-1] != '\n'));
}

const char *clean_cell(struct arena *a, const char *text)
{
	return csv_unguard(is_clean(text) ? text : text_clean(a, text));
}

static bool one_of(const char *text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcasecmp(text, words[i]) == 0)
			return true;
	return false;
}

bool is_null_word(const char *text)
{
	static const char *const WORDS[] = { "null", "n/a", "#n/a", "na", "none", "nan", "(blank)", "not known", "unknown", "tbc",
		"information not yet obtained", "not applicable", "nil", "(none)", "#ref!", "#value!", "#name?", "not specified",
		"not recorded", "blank", "(null)", "<null>", "undefined" };

	return strspn(text, "-. /\xE2\x80\x93") == strlen(text) || one_of(text, WORDS, sizeof WORDS / sizeof *WORDS);
}

/* Signs for nothing: dashes and dots. A name may be any word, "Null" too. */
static bool is_null_sign(const char *text)
{
	return strspn(text, "-. \xE2\x80\x93\x94") == strlen(text);
}

static const char UPN_LETTERS[] = "ABCDEFGHJKLMNPQRTUVWXYZ";

bool upn_check(const char *upn)
{
	int sum = 0;

	for (int i = 1; i < 13; i++) {
		const char *letter = strchr(UPN_LETTERS, upn[i]);
		int v = upn[i] >= '0' && upn[i] <= '9' ? upn[i] - '0' : letter ? (int)(letter - UPN_LETTERS) : 0;

		sum += v * (i + 1);
	}
	return UPN_LETTERS[sum % 23] == upn[0];
}

static const char *squeezed(struct arena *a, const char *text)
{
	char *out = arena_text(a, text);
	size_t n = 0;

	for (const char *p = out; *p; p++)
		if (*p != ' ' && *p != '\t')
			out[n++] = *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p;
	out[n] = 0;
	return out;
}

static bool scientific(const char *text)
{
	char *end;

	if (!strpbrk(text, "eE") || !strchr("0123456789", text[0]) || !text[0])
		return false;
	strtod(text, &end);
	return end != text && !*end && (strchr(text, '+') || strchr(text, '.'));
}

/* What is wrong with the shape of a UPN, or NULL. */
static const char *upn_fault(const char *upn)
{
	if (scientific(upn))
		return "was damaged by a spreadsheet program (E+ notation) and has lost digits. Export the file again and open "
			"it as text";
	if (strlen(upn) != 13)
		return "does not have 13 characters. Correct it in your system, or leave it empty to match by name and date of "
			"birth";
	if (!strchr(UPN_LETTERS, upn[0]))
		return "begins with a letter that no UPN has (I, O and S are never used). Correct it in your system";
	for (int i = 1; i < 12; i++)
		if (upn[i] < '0' || upn[i] > '9')
			return upn[i] == 'O' ? "has the letter O where the digit 0 belongs. Correct it in your system"
			                     : "has a letter where a digit belongs. Correct it in your system";
	if ((upn[12] < '0' || upn[12] > '9') && !strchr(UPN_LETTERS, upn[12]))
		return upn[12] == 'O' ? "has the letter O where the digit 0 belongs. Correct it in your system"
		                      : "ends in a letter that no UPN has. Correct it in your system";
	return NULL;
}

static const char *upn_of(struct work *w, enum intake_field f, const char *text, int row, bool *bad)
{
	const char *upn = squeezed(w->a, text), *fault = upn_fault(upn);

	if (fault && f == FIELD_UPN) {
		intake_say(w, DOC_ERROR, row, f, "Row %d: the UPN %s.", row, fault);
		*bad = true;
		return NULL;
	}
	if (fault) {
		intake_say(w, DOC_WARNING, row, f, "Row %d: the former UPN %s. It was left out.", row, fault);
		return NULL;
	}
	if (!upn_check(upn) && f == FIELD_UPN)
		intake_say(w, DOC_WARNING, row, f, "Row %d: the UPN's first letter does not agree with its digits, so a digit "
			"may be mistyped. "
		    "It was taken as it is; check it in your system.", row);
	return upn;
}

static const char *uln_of(struct work *w, enum intake_field f, const char *text, int row)
{
	const char *uln = squeezed(w->a, text);
	int sum = 0;

	if (scientific(uln)) {
		intake_say(w, DOC_WARNING, row, f, "Row %d: the ULN was damaged by a spreadsheet program (E+ notation) and has "
			"lost digits. It was left out; "
		    "the row stays. Format the column as text and export again.", row);
		return NULL;
	}
	for (int i = 0; i < 10; i++) {
		if (strlen(uln) != 10 || uln[i] < '0' || uln[i] > '9' || uln[0] == '0') {
			intake_say(w, DOC_WARNING, row, f, "Row %d: a ULN has 10 digits and does not begin with 0. It was left "
				"out; the row stays.", row);
			return NULL;
		}
		sum += i < 9 ? (10 - i) * (uln[i] - '0') : 0;
	}
	if (sum % 11 == 0 || (10 - sum % 11) != uln[9] - '0') {
		intake_say(w, DOC_WARNING, row, f, "Row %d: the ULN's last digit does not agree with the others. It was left "
			"out; the row stays.", row);
		return NULL;
	}
	return uln;
}

static void bad_date(struct work *w, enum intake_field f, int row, bool *bad, const char *why)
{
	bool birth = INTAKE_FIELDS[f].type == V_DOB;

	intake_say(w, birth ? DOC_ERROR : DOC_WARNING, row, f, "Row %d: %s %s%s", row, INTAKE_FIELDS[f].label, why,
	    birth ? " Correct it in your system and export again." : " It was left out; the row stays.");
	*bad |= birth;
}

static const char *date_of(struct work *w, enum intake_field f, const char *text, int row, bool *bad)
{
	const struct column_facts *facts = &w->facts[f];
	bool birth = INTAKE_FIELDS[f].type == V_DOB;
	day d;

	switch (date_read(text, facts->month_first, birth, w->today, &d)) {
	case DATE_MONTH_FIRST:
		bad_date(w, f, row, bad, "can only be read month first, and dates are read day first here.");
		return NULL;
	case DATE_BAD:
		bad_date(w, f, row, bad, "is not a date that exists.");
		return NULL;
	case DATE_FINE:
		break;
	}
	if (birth && (d > w->today || age_years(d, w->today) > 26)) {
		bad_date(w, f, row, bad, d > w->today ? "is in the future." : "makes the child older than 26.");
		return NULL;
	}
	return day_iso(w->a, d);
}

const char *year_of(struct arena *a, const char *text)
{
	static const struct { const char *words, *year; } NAMED[] = {
		{ "reception", "R" }, { "r", "R" }, { "rec", "R" }, { "yearr", "R" }, { "yr", "R" }, { "f2", "R" }, { "fs2",
			"R" }, { "eyfs2", "R" },
		{ "foundation2", "R" }, { "foundationstage2", "R" }, { "0", "R" }, { "year0", "R" }, { "receptionyear", "R" },
			{ "yreception", "R" },
		{ "receptionclass", "R" }, { "yearreception", "R" }, { "y0", "R" },
		{ "nursery", "N2" }, { "n2", "N2" }, { "nursery2", "N2" }, { "f1", "N2" }, { "fs1", "N2" }, { "n", "N2" },
			{ "yearn2", "N2" },
		{ "foundation1", "N2" }, { "nursery1", "N1" }, { "n1", "N1" }, { "yearn1", "N1" }, { "e1", "E1" }, { "e2",
			"E2" }, { "x", "X" },
		{ "yn", "N2" }, { "yearn", "N2" }, { "preschool", "N2" }, { "yearx", "X" },
	};
	static const char *const STARTS[] = { "yeargroup", "ncyear", "year", "yr", "y", "grade" };
	const char *norm = heading_norm(a, text), *p = norm;
	int v = 0, n = 0;

	for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
		if (strcmp(NAMED[i].words, norm) == 0)
			return NAMED[i].year;
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS && p == norm; i++)
		if (strncmp(p, STARTS[i], strlen(STARTS[i])) == 0)
			p += strlen(STARTS[i]);
	for (; *p >= '0' && *p <= '9' && n < 3; p++, n++)
		v = v * 10 + (*p - '0');
	return n && n < 3 && !*p && v >= 1 && v <= 14 ? arena_printf(a, "%d", v) : NULL;
}

static const char *yes_no(struct work *w, enum intake_field f, const char *text, int row)
{
	static const char *const YES[] = { "true", "t", "yes", "y", "1", "x", "\xE2\x9C\x93", "\xE2\x9C\x94", "on", "eligible",
		"recipient", "currently", "in care", "looked after",
		"in care of la", "currently in care", "current", "fsm", "pp", "eal", "ehcp", "lac", "cla", "sen", "e", "1.0",
		"ever 6",
		"ever6", "pupil premium", "free school meals", "k", "sen support", "service child", "yes - current", "active",
		"claimed", "ehc plan", "deprivation", "ever 6 fsm", "post-lac", "adopted from care", "ppi", "eligible - yes",
		"looked after child", "in local authority care", "child looked after", "service", "young carer", "education, "
		"health and care plan" };
	static const char *const NO[] = { "false", "f", "no", "n", "0", "off", "not eligible", "ineligible", "not in care",
		"0.0", "never",
		"not eal", "not fsm", "no ehcp", "not pp", "ended", "non pp", "non fsm", "not looked after", "not recipient",
		"inactive", "not claimed" };

	if (one_of(text, YES, sizeof YES / sizeof *YES))
		return "1";
	if (one_of(text, NO, sizeof NO / sizeof *NO))
		return "0";
	if (strncasecmp(text, "yes", 3) == 0 || strncasecmp(text, "y ", 2) == 0 || strncasecmp(text, "currently ", 10) == 0)
		return "1";
	if (strncasecmp(text, "no ", 3) == 0 || strncasecmp(text, "not ", 4) == 0 || strncasecmp(text, "no,", 3) == 0)
		return "0";
	intake_say(w, DOC_WARNING, row, f, "Row %d: %s is neither yes nor no. It was left out; the row stays.", row,
		INTAKE_FIELDS[f].label);
	return NULL;
}

static const char *sex_of(struct work *w, const char *text, int row)
{
	static const char *const MALE[] = { "m", "male", "boy" }, *const FEMALE[] = { "f", "female", "girl" };

	if (one_of(text, MALE, 3))
		return "M";
	if (one_of(text, FEMALE, 3))
		return "F";
	intake_say(w, DOC_WARNING, row, FIELD_SEX, "Row %d: the sex is neither M nor F, the only ones the census takes. It was "
		"left out; the row stays.", row);
	return NULL;
}

static const char *number_of(struct work *w, enum intake_field f, const char *text, int row, double most)
{
	const char *bare = squeezed(w->a, text);
	size_t n = strlen(bare);
	char *plain = arena_text(w->a, bare), *end, *to = plain;
	double v;

	if (n && bare[n - 1] == '%')
		plain[n - 1] = 0;
	for (const char *p = plain; *p; p++) /* "1,234.50", "£14.50" */
		if (*p != ',' && (unsigned char)*p != 0xC2 && (unsigned char)*p != 0xA3)
			*to++ = *p;
	*to = 0;
	v = strtod(plain, &end);
	if (end == plain || *end || strspn(plain, "0123456789.-+") != strlen(plain) || !(v >= 0) || v > most) {
		intake_say(w, DOC_WARNING, row, f, "Row %d: %s is not a number that is possible here. It was left out; the row "
			"stays.", row,
		    INTAKE_FIELDS[f].label);
		return NULL;
	}
	if (INTAKE_FIELDS[f].type == V_MONEY)
		return arena_printf(w->a, "%.0f", v * 100);
	if (INTAKE_FIELDS[f].type == V_PERCENT && w->facts[f].fraction)
		v *= 100;
	return INTAKE_FIELDS[f].type == V_WHOLE ? arena_printf(w->a, "%.0f", v) : arena_printf(w->a, "%.10g", v);
}

/* "8:06", "8.06", "8y 6m", "8 years 6 months", "<5:00"; in months. */
static const char *age_of(struct work *w, enum intake_field f, const char *text, int row)
{
	const char *fold = text_fold(w->a, text), *p = fold;
	const char *limit = *p == '<' || *p == '>' ? arena_text_n(w->a, p++, 1) : "";
	int years = 0, months = 0, digits = 0;
	char mark;

	while (*p == ' ')
		p++;
	for (; *p >= '0' && *p <= '9' && years < 100; p++, digits++)
		years = years * 10 + (*p - '0');
	mark = *p == 'y' ? 'y' : *p;
	while (*p && (*p < '0' || *p > '9'))
		p++;
	if (mark == '.' && (w->facts[f].decimal_age || w->facts[f].unclear_age)) {
		if (w->facts[f].unclear_age)
			return NULL;
		months = (int)(strtod(arena_printf(w->a, "0.%s", p), NULL) * 12 + 0.5);
	} else {
		for (int n = 0; *p >= '0' && *p <= '9' && n < 2; p++, n++)
			months = months * 10 + (*p - '0');
	}
	if (!digits || years > 25 || months > 12 || (months == 12 && mark != '.') || (mark && !strchr(":.y+ ", mark))) {
		intake_say(w, DOC_WARNING, row, f, "Row %d: %s is not an age such as 8:06 (8 years 6 months). It was left out; "
			"the row stays.", row,
		    INTAKE_FIELDS[f].label);
		return NULL;
	}
	return arena_printf(w->a, "%s%d", limit, years * 12 + months);
}

static const char *phone_of(struct work *w, enum intake_field f, const char *text, int row)
{
	const char *bare = squeezed(w->a, text);
	struct column_facts *facts = &w->facts[f];

	if (scientific(bare)) {
		intake_say(w, DOC_WARNING, row, f, "Row %d: %s was damaged by a spreadsheet program (E+ notation). It was left "
			"out; the row stays.", row,
		    INTAKE_FIELDS[f].label);
		return NULL;
	}
	if (strlen(bare) == 10 && strspn(bare, "0123456789") == 10 && (bare[0] == '7' || bare[0] == '1' || bare[0] == '2')) {
		if (facts->lost_zero++ == 0)
			facts->lost_zero_row = row;
		return arena_printf(w->a, "0%s", bare);
	}
	return text;
}

static const char *name_of(struct work *w, enum intake_field f, const char *text, int row)
{
	if (strchr(text, '?') && w->facts[f].queries++ == 0)
		w->facts[f].queries_row = row;
	return text;
}

static const char *year_value(struct work *w, enum intake_field f, const char *text, int row)
{
	const char *year = year_of(w->a, text);

	if (!year)
		intake_say(w, DOC_WARNING, row, f, "Row %d: the year group is not one that is known (N1, N2, R, 1 to 14). It was "
			"left out; the row stays.", row);
	return year;
}

static const char *postcode_of(struct arena *a, const char *text)
{
	const char *bare = squeezed(a, text);
	size_t n = strlen(bare);

	return n < 5 || n > 7 ? bare : arena_printf(a, "%.*s %s", (int)(n - 3), bare, bare + n - 3);
}

static const char *typed(struct work *w, enum intake_field f, const char *text, int row, bool *bad)
{
	switch (INTAKE_FIELDS[f].type) {
	case V_UPN: return upn_of(w, f, text, row, bad);
	case V_ULN: return uln_of(w, f, text, row);
	case V_DATE: case V_DOB: return date_of(w, f, text, row, bad);
	case V_YES_NO: return yes_no(w, f, text, row);
	case V_YEAR: return year_value(w, f, text, row);
	case V_SEX: return sex_of(w, text, row);
	case V_PERCENT: return number_of(w, f, text, row, 100);
	case V_WHOLE: return number_of(w, f, text, row, 1e6);
	case V_DECIMAL: return number_of(w, f, text, row, 1e6);
	case V_MONEY: return number_of(w, f, text, row, 1e7);
	case V_AGE: return age_of(w, f, text, row);
	case V_PHONE: return phone_of(w, f, text, row);
	case V_NAME: return name_of(w, f, text, row);
	case V_POSTCODE: return postcode_of(w->a, text);
	case V_CODE: return squeezed(w->a, text);
	case V_TEXT: case V_ID: case V_EMAIL: case V_LINES: case V_STATUS: case V_NEED: break;
	}
	return text;
}

static bool is_nothing(struct work *w, enum intake_field f, const char *text)
{
	enum value_type type = INTAKE_FIELDS[f].type;

	if (!*text || is_null_sign(text))
		return true;
	if (type == V_NAME || type == V_LINES || (type == V_TEXT && f != FIELD_KEYWORKER))
		return false;
	if (type == V_DOB && is_null_word(text) && strpbrk(text, " kKbB") && !strchr(text, '('))
		return false; /* "not known", "TBC": a person wrote it, so a person is told */
	if (type == V_STATUS && !w->facts[f].none_is_null && strcasecmp(text, "none") == 0)
		return false;
	return is_null_word(text);
}

const char *intake_convert(struct work *w, enum intake_field f, const struct cell *c, int row, bool *bad)
{
	const char *text = clean_cell(w->a, c->text);

	if (is_nothing(w, f, text))
		return NULL;
	if (c->kind == CELL_DATE && INTAKE_FIELDS[f].type != V_DATE && INTAKE_FIELDS[f].type != V_DOB) {
		size_t n = strcspn(text, "T");

		text = arena_text_n(w->a, text, n);
	}
	return typed(w, f, text, row, bad);
}

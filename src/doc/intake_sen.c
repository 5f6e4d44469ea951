/* intake_sen.c - the words schools use for SEN status and for needs, and the codes the census uses. A code or a full label is
 * taken; a plain word ("Autism") is taken and told; a word that could mean two things (ADHD, BESD) is asked, kept, and never
 * dropped. */
#include "doc/intake_parts.h"

#include <ctype.h>
#include <strings.h>

#include "base/text.h"

enum status_is { IS_K, IS_E, IS_N, IS_MONITORED, IS_STATEMENT, IS_ACTION, IS_ACTION_PLUS, IS_ASSESSMENT, IS_YES };

static const struct status_word {
	const char *words; /* normalised as headings are, separated by '|' */
	enum status_is is;
} STATUS_WORDS[] = {
	{ "k|sensupport|ksensupport|sensupportk|ksen|support|senk|ksupport|schoolsupport|ksensupportk|sensupportplan|"
	  "receivingsensupport|"
	  "specialeducationalneedssupport|ksenspecialeducationalneedssupport|sensupportsenk|kensupport|senschoolsupport|"
	  "senregister|onsenregister|sensupportonly|sensupportcodek|additionalsensupport", IS_K },
	{ "e|ehcp|ehc|ehcplan|educationhealthandcareplan|educationhealthcareplan|eehcp|ehcpe|eeducationhealthandcareplan|eehcplan|"
	  "educationhealthandcareplanehcp|educationhealthandcareplane|ehcpinplace|sene|eehc|educationhealthcareplanehcp|"
	  "eeducationhealthcareplan|educationalhealthandcareplan|educationalhealthcareplan|hasehcp|ehcpagreed|finalehcp|"
	  "educationhealthandcare|ehcpissued|ehcplane|eeducation", IS_E },
	{ "n|nosen|nospecialeducationalneed|nospecialeducationalneeds|none|nnosen|nnospecialeducationalneed|"
	  "nnospecialeducationalneeds|"
	  "nospecifiedsen|nosensupport|notsen|nosenprovision|notonsenregister|notonregister|nosenneeds|nonsen|nosenn|senn|"
	  "nosensupportn|nospecialeducationneed|nospecialeducationneeds|nospecialneeds|nosupport|nospecialeducationalneedn|"
	  "nospecialprovision|nosenidentified|noidentifiedsen|nosenstatus|nonsenn", IS_N },
	{ "monitoring|m|watchlist|monitor|watch|senmonitor|senmonitoring|monitored|nmonitoring|mmonitoring|watchingbrief|"
	  "causeforconcern|"
	  "initialconcern|concern|onwatchlist|monitoringlist|senwatchlist|nmonitor|undermonitoring|mmonitor", IS_MONITORED },
	{ "s|statement|statemented|sstatement|statementofsen|statementofspecialeducationalneeds|sstatementofsen", IS_STATEMENT },
	{ "a|schoolaction|aschoolaction|schoolactiona|earlyyearsaction", IS_ACTION },
	{ "p|q|schoolactionplus|pschoolactionplus|sap|schoolactionplusp|schoolactionplusandstatutoryassessment|"
	  "earlyyearsactionplus|"
	  "qschoolactionplusandstatutoryassessment", IS_ACTION_PLUS },
	{ "ehcnarequested|ehcna|assessment|ehcneedsassessmentinprogress|ehcneedsassessment|ehcassessment|underassessment|"
	  "ehcpapplied|"
	  "ehcprequested|ehcnainprogress|appliedforehcp|ehcpapplication|ehcpinprogress|ehcppending|ehcparequested|"
	  "statutoryassessment|ehcnasubmitted|ehcpending|inassessment|applyingforehcp|draftehcp|ehcpdraft|pendingehcp",
	  IS_ASSESSMENT },
	{ "y|yes|true|t|1|x|sen|onregister|sensen|haspecialneeds", IS_YES },
};

static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; n && (p = strstr(p, word)); p++)
		if ((p == list || p[-1] == '|') && (p[n] == 0 || p[n] == '|'))
			return true;
	return false;
}

static int status_of(const char *norm)
{
	for (size_t i = 0; i < sizeof STATUS_WORDS / sizeof *STATUS_WORDS; i++)
		if (listed(STATUS_WORDS[i].words, norm))
			return STATUS_WORDS[i].is;
	return -1;
}

/* "K (in-school support)" and "SEN Support - Band B": the code at an end, or the words in the middle; never where it may mean not
 * yet, no more or not at all. */
static int status_within(const char *norm)
{
	static const char *const DOUBTFUL[] = { "no", "request", "appl", "pend", "assess", "draft", "cease", "refus", "declin",
		"previous", "former", "was", "ended", "propos", "consider", "possible", "await", "transfer", "removed", "expired",
		"lapsed" };
	size_t n = strlen(norm);
	char ends[2][2] = { { norm[0], 0 }, { n ? norm[n - 1] : 0, 0 } };
	int one = n > 1 ? status_of(ends[0]) : -1, two = n > 1 ? status_of(ends[1]) : -1;

	for (size_t i = 0; i < sizeof DOUBTFUL / sizeof *DOUBTFUL; i++)
		if (strstr(norm, DOUBTFUL[i]))
			return -1;
	if (one >= 0 && one == status_of(norm + 1))
		return one;
	if (strstr(norm, "ehcp") || strstr(norm, "ehcplan") || strstr(norm, "educationhealth"))
		return IS_E;
	if (strstr(norm, "sensupport"))
		return IS_K;
	return two == IS_K && strstr(norm, "sen") ? IS_K : -1;
}

/* "send" said for "sen", and "senco" left alone. */
static const char *status_norm(struct arena *a, const char *text)
{
	const char *norm = heading_norm(a, text), *at = strstr(norm, "send");

	return at ? arena_printf(a, "%.*ssen%s", (int)(at - norm), norm, at + 4) : norm;
}

/* Two words for one status. */
bool status_same(struct arena *a, const char *x, const char *y)
{
	int is = status_of(status_norm(a, x));

	return is >= 0 && is == status_of(status_norm(a, y));
}

bool status_plain(struct arena *a, const char *text)
{
	int is = status_of(status_norm(a, text));

	return is == IS_K || is == IS_E || is == IS_N || is == IS_MONITORED;
}

static const char *asked(struct work *w, enum intake_field f, const char *text, const char *key, int row, const char *suggested,
                         const char *why)
{
	intake_note_word(w, f, key, text, NULL, suggested, why, row);
	return NULL;
}

const char *status_read(struct work *w, enum intake_field f, const char *text, int row, const char **stage)
{
	const char *norm = status_norm(w->a, text), *key, *answer;
	int is = status_of(norm);

	key = arena_printf(w->a, "sen:%s", norm);
	answer = intake_answered(w, key);
	if (answer) {
		if (strcmp(answer, "monitoring") == 0)
			*stage = "monitoring";
		return strcmp(answer, "K") == 0 ? "K" : strcmp(answer, "E") == 0 ? "E" :
		       strcmp(answer, "N") == 0 || *stage ? "N" : NULL;
	}
	if (is < 0 && (is = status_within(norm)) >= 0)
		intake_note_word(w, f, key, text, is == IS_E ? "E" : "K", NULL, "", row);
	switch (is) {
	case IS_K: return "K";
	case IS_E: return "E";
	case IS_N: return "N";
	case IS_MONITORED:
		*stage = "monitoring";
		return "N";
	case IS_STATEMENT:
		return asked(w, f, text, key, row, "E", "Statements ended in 2018. If the child now has an EHC plan, say E.");
	case IS_ACTION: case IS_ACTION_PLUS:
		return asked(w, f, text, key, row, "K", "This stage ended in 2014. If the child is on SEN support now, say K.");
	case IS_ASSESSMENT:
		*stage = "assessment";
		return asked(w, f, text, key, row, "K", "While an assessment runs the census status is usually still K, SEN "
			"support.");
	case IS_YES:
		return asked(w, f, text, key, row, "K", "It says that there is SEN, but not whether it is K (SEN support) or E "
			"(EHC plan).");
	default:
		return asked(w, f, text, key, row, NULL, "Say whether it is K (SEN support), E (EHC plan), N (no SEN) or "
			"monitoring.");
	}
}

static const struct need_word {
	const char *code, *exact; /* code, label and names that mean just this, normalised */
	const char *within;       /* parts of words that mean this wherever they stand; told */
} NEEDS[] = {
	{ "SPLD", "spld|specificlearningdifficulty|specificlearningdifficulties", "dyslexi|dyscalculi|dysgraphi|specificlearning" },
	{ "PMLD", "pmld|profoundandmultiplelearningdifficulty|profoundandmultiplelearningdifficulties|"
	  "profoundmultiplelearningdifficulty|"
	          "profoundmultiplelearningdifficulties", "profound" },
	{ "MLD", "mld|moderatelearningdifficulty|moderatelearningdifficulties", "moderatelearning" },
	{ "SLD", "sld|severelearningdifficulty|severelearningdifficulties", "severelearning" },
	{ "SEMH", "semh|socialemotionalandmentalhealth|socialemotionalandmentalhealthneeds|"
	  "socialemotionalandmentalhealthdifficulties|"
	          "socialemotionalmentalhealth|socialemotionalmentalhealthneeds|socialemotionalandmentalhealthdifficulty",
	          "socialemotion|socialandemotion|socialandmental|mentalhealth|emotional" },
	{ "ASD", "asd|autisticspectrumdisorder|autismspectrumdisorder|autisticspectrumcondition|autismspectrumcondition|asc|autism|"
	  "autistic",
	         "autis|asperger" },
	{ "MSI", "msi|multisensoryimpairment", "multisensory|deafblind" },
	{ "SLCN", "slcn|speechlanguageandcommunicationneeds|speechlanguageandcommunicationneed|speechlanguageandcommunication|"
	          "speechlanguagecommunicationneeds|speechlanguageandcommunicationdifficulties|speechlanguageorcommunicationneeds|"
	          "dld|salt",
	          "speech|languagedisorder|languageandcommunication|languagedelay|developmentallanguage" },
	{ "HI", "hi|hearingimpairment", "hearing|deaf" },
	{ "VI", "vi|visualimpairment|visionimpairment", "visual|vision|sightimpair|sightloss|blind" },
	{ "PD", "pd|physicaldisability|physicaldisabilities", "physicaldis|physicaldiff|cerebralpalsy" },
	{ "DS", "ds|downsyndrome|downssyndrome|downs|down|downsyndromeds", "downsyn|downssyn" },
	{ "NSA", "nsa|sensupportbutnospecialistassessmentoftypeofneed|nospecialistassessment|nospecialistassessmentoftypeofneed|"
	         "sensupportnospecialistassessment|sensupportbutnospecialistassessment", "nospecialist" },
	{ "OTH", "oth|other|otherdifficultydisability|otherdifficulty|otherdisability|otherdifficultyordisability|"
	  "otherdifficultiesdisability",
	         "otherdiff|otherdisab" },
};

static const struct need_doubt {
	const char *within, *suggested, *why;
} DOUBTS[] = {
	{ "besd", "SEMH", "BESD ended in 2014; many of these are SEMH now." },
	{ "ebd", "SEMH", "This is an old name; many of these are SEMH now." },
	{ "behaviour", "SEMH", "Behaviour is not a need of itself; the need behind it may be SEMH." },
	{ "adhd", "SEMH", "ADHD is usually SEMH, but the school decides." },
	{ "attentiondeficit", "SEMH", "ADHD is usually SEMH, but the school decides." },
	{ "anxi", "SEMH", "Anxiety is usually SEMH, but the school decides." },
	{ "attachment", "SEMH", "This is usually SEMH, but the school decides." },
	{ "dyspraxi", "PD", "Dyspraxia (DCD) is often PD, sometimes SPLD." },
	{ "dcd", "PD", "Dyspraxia (DCD) is often PD, sometimes SPLD." },
	{ "coordination", "PD", "Dyspraxia (DCD) is often PD, sometimes SPLD." },
	{ "cognitionandlearning", NULL, "This is a broad area, not a type of need: MLD, SPLD, SLD or PMLD?" },
	{ "communicationandinteraction", NULL, "This is a broad area, not a type of need: SLCN or ASD?" },
	{ "sensoryandorphysical", NULL, "This is a broad area, not a type of need: HI, VI, MSI or PD?" },
	{ "sensoryandphysical", NULL, "This is a broad area, not a type of need: HI, VI, MSI or PD?" },
	{ "physicalandsensory", NULL, "This is a broad area, not a type of need: HI, VI, MSI or PD?" },
};

/* A code as a word of its own, as in "SEMH - anxiety" or "SpLD (dyslexia)". */
static const char *code_within(struct arena *a, const char *words)
{
	const char *fold = text_fold(a, words);

	for (size_t i = 0; i < sizeof NEEDS / sizeof *NEEDS; i++) {
		size_t n = strlen(NEEDS[i].code);

		for (const char *p = fold; n > 2 && *p; p++)
			if ((p == fold || !isalnum((unsigned char)p[-1])) && strncasecmp(p, NEEDS[i].code, n) == 0 &&
				!isalnum((unsigned char)p[n]))
				return NEEDS[i].code;
	}
	return NULL;
}

const char *need_code(struct arena *a, const char *words, const char **suggested, bool *sure)
{
	const char *norm = heading_norm(a, words);

	*suggested = NULL;
	*sure = true;
	for (size_t i = 0; i < sizeof NEEDS / sizeof *NEEDS; i++) {
		size_t n = strlen(NEEDS[i].exact) ? strcspn(NEEDS[i].exact, "|") : 0, m = strlen(norm);

		if (listed(NEEDS[i].exact, norm))
			return NEEDS[i].code;
		/* "SLCN - Speech, ..." and "... Needs (SLCN)": the code beside the label. */
		if (m > n && strncmp(norm, NEEDS[i].exact, n) == 0 && listed(NEEDS[i].exact, norm + n))
			return NEEDS[i].code;
		if (m > n && strncmp(norm + m - n, NEEDS[i].exact, n) == 0 &&
		    listed(NEEDS[i].exact, arena_text_n(a, norm, m - n)))
			return NEEDS[i].code;
	}
	*sure = false;
	if (code_within(a, words))
		return code_within(a, words);
	for (size_t i = 0; i < sizeof DOUBTS / sizeof *DOUBTS; i++)
		if (strstr(norm, DOUBTS[i].within)) {
			*suggested = DOUBTS[i].suggested;
			return NULL;
		}
	for (size_t i = 0; i < sizeof NEEDS / sizeof *NEEDS; i++)
		for (const char *p = NEEDS[i].within, *end; *p; p = *end ? end + 1 : end) {
			end = strchrnul(p, '|');
			if (memmem(norm, strlen(norm), p, (size_t)(end - p)))
				return NEEDS[i].code;
		}
	return NULL;
}

static const char *doubt_about(const char *norm)
{
	for (size_t i = 0; i < sizeof DOUBTS / sizeof *DOUBTS; i++)
		if (strstr(norm, DOUBTS[i].within))
			return DOUBTS[i].why;
	return "It is not one of the census's types of need.";
}

static void add_need(struct work *w, struct intake_row *r, const char *words, int rank)
{
	const char *norm, *key, *suggested, *code, *answer;
	bool sure;

	if (!*words || is_null_word(words))
		return;
	norm = heading_norm(w->a, words);
	key = arena_printf(w->a, "need:%s", norm);
	code = need_code(w->a, words, &suggested, &sure);
	answer = intake_answered(w, key);
	if (answer) {
		bool known;
		const char *none;

		if (strcmp(answer, "ignore") == 0)
			return;
		code = need_code(w->a, answer, &none, &known);
	} else if (!code) {
		intake_note_word(w, FIELD_NEEDS, key, words, NULL, suggested, doubt_about(norm), r->row);
	} else if (!sure) {
		intake_note_word(w, FIELD_NEEDS, key, words, code, NULL, "", r->row);
	}
	for (int i = 0; i < r->needs; i++)
		if (code && r->need[i].code && strcmp(r->need[i].code, code) == 0)
			return;
	r->need = arena_extend(w->a, r->need, (size_t)r->needs * sizeof *r->need, (size_t)(r->needs + 1) * sizeof *r->need);
	r->need[r->needs++] = (struct intake_need){ rank, code, words, code ? NULL : suggested, NULL, NULL };
}

static bool known(struct work *w, const char *words)
{
	const char *suggested;
	bool sure;

	return need_code(w->a, words, &suggested, &sure) && sure;
}

/* "1. SLCN" and "2 - ASD": a rank before the words. */
static const char *past_rank(const char *p, int *rank)
{
	const char *q = p;

	if (*q < '1' || *q > '9')
		return p;
	q++;
	if (*q != '.' && *q != ')' && *q != ':' && *q != ' ' && *q != '-')
		return p;
	*rank = *p - '0';
	while (*q && strchr(".):- ", *q))
		q++;
	return q;
}

/* What stands between two needs: how many bytes, 0 if nothing does. */
static size_t between(const char *p)
{
	return *p == ',' ? 1 : strncmp(p, " and ", 5) == 0 ? 5 : strncmp(p, " with ", 6) == 0 ? 6 : strncmp(p, " & ", 3) == 0 ? 3 :
		0;
}

/* How many bytes of `words` are one need: a label may itself hold commas and "and", so the longest that is known, else up to a
 * comma. */
static size_t one_need(struct work *w, const char *words)
{
	for (size_t end = strlen(words); end > 0; end--)
		if ((!words[end] || between(words + end)) && known(w, clean_cell(w->a, arena_text_n(w->a, words, end))))
			return end;
	return strcspn(words, ",");
}

static void one_part(struct work *w, struct intake_row *r, const char *part, int rank)
{
	const char *words = clean_cell(w->a, past_rank(clean_cell(w->a, part), &rank));

	while (*words) {
		size_t n = one_need(w, words);

		add_need(w, r, clean_cell(w->a, arena_text_n(w->a, words, n)), rank);
		words += n + between(words + n);
		rank = 0;
	}
}

void needs_read(struct work *w, struct intake_row *r, const char *text, int rank)
{
	const char *all = clean_cell(w->a, text);

	if (known(w, all)) {
		one_part(w, r, all, rank);
		return;
	}
	while (*all) {
		size_t n = strcspn(all, ";|\n/+");

		if (n > 0)
			one_part(w, r, arena_text_n(w->a, all, n), rank);
		all += n + (all[n] != 0);
	}
}

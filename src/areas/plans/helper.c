/* helper.c - the plain rules about targets, as a table of phrases. They look at whole words, folded, so that "unaware" is not
 * "aware". Not a language model and not a gate: a list that a person can read and argue with. */
#include "areas/plans/helper.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

struct phrase { enum helper_rule rule; const char *words; };

/* Each is looked for between word ends. "*" at the end stands for any ending. */
static const struct phrase PHRASES[] = {
	/* what staff do */
	{ HELPER_SUPPORT, "minutes of reading" }, { HELPER_SUPPORT, "minutes of support" }, { HELPER_SUPPORT, "minutes of help" },
	{ HELPER_SUPPORT, "minutes of phonics" }, { HELPER_SUPPORT, "minutes of practice" },
	{ HELPER_SUPPORT, "minutes of speech*" },
	{ HELPER_SUPPORT, "minutes of maths" }, { HELPER_SUPPORT, "minutes reading" }, { HELPER_SUPPORT, "minutes phonics" },
	{ HELPER_SUPPORT, "minutes maths" }, { HELPER_SUPPORT, "minutes writing" }, { HELPER_SUPPORT, "minutes support" },
		{ HELPER_SUPPORT, "sessions of" }, { HELPER_SUPPORT, "sessions a week" },
	{ HELPER_SUPPORT, "support from" }, { HELPER_SUPPORT, "will be supported" }, { HELPER_SUPPORT, "to be supported" },
	{ HELPER_SUPPORT, "will be given" }, { HELPER_SUPPORT, "to be given" }, { HELPER_SUPPORT, "will receive" },
	{ HELPER_SUPPORT, "to receive" },
	{ HELPER_SUPPORT, "receives" }, { HELPER_SUPPORT, "will have access" }, { HELPER_SUPPORT, "to have access" },
	{ HELPER_SUPPORT, "has access to" }, { HELPER_SUPPORT, "have access to" }, { HELPER_SUPPORT, "will attend" },
	{ HELPER_SUPPORT, "to attend" },
	{ HELPER_SUPPORT, "attends a" }, { HELPER_SUPPORT, "one to one" }, { HELPER_SUPPORT, "1:1" }, { HELPER_SUPPORT, "1 to 1" },
	{ HELPER_SUPPORT, "small group" }, { HELPER_SUPPORT, "intervention" }, { HELPER_SUPPORT, "staff will" },
	{ HELPER_SUPPORT, "adults will" },
	{ HELPER_SUPPORT, "teacher will" }, { HELPER_SUPPORT, "ta will" }, { HELPER_SUPPORT, "ta support" },
	{ HELPER_SUPPORT, "will be provided" },
	{ HELPER_SUPPORT, "to be provided" }, { HELPER_SUPPORT, "will be offered" }, { HELPER_SUPPORT, "will work with" },
	{ HELPER_SUPPORT, "to work with" }, { HELPER_SUPPORT, "referral to" }, { HELPER_SUPPORT, "to be referred" },
	{ HELPER_SUPPORT, "speech therapy" }, { HELPER_SUPPORT, "reading support" },
	/* what two people may see differently */
	{ HELPER_VAGUE, "more confident" }, { HELPER_VAGUE, "confidence" }, { HELPER_VAGUE, "confidently" },
	{ HELPER_VAGUE, "improv*" },
	{ HELPER_VAGUE, "better" }, { HELPER_VAGUE, "understand*" }, { HELPER_VAGUE, "know" }, { HELPER_VAGUE, "knows" },
		{ HELPER_VAGUE, "be aware" },
	{ HELPER_VAGUE, "awareness" }, { HELPER_VAGUE, "develop*" }, { HELPER_VAGUE, "increase*" }, { HELPER_VAGUE, "progress" },
	{ HELPER_VAGUE, "appreciate*" }, { HELPER_VAGUE, "enjoy*" }, { HELPER_VAGUE, "feel*" }, { HELPER_VAGUE, "happier" },
	{ HELPER_VAGUE, "engage*" }, { HELPER_VAGUE, "focus*" }, { HELPER_VAGUE, "concentrate*" }, { HELPER_VAGUE, "behave*" },
	{ HELPER_VAGUE, "behaviour" }, { HELPER_VAGUE, "try hard*" }, { HELPER_VAGUE, "try to" }, { HELPER_VAGUE, "work on" },
	{ HELPER_VAGUE, "continue to" }, { HELPER_VAGUE, "be able to access" }, { HELPER_VAGUE, "access the curriculum" },
	{ HELPER_VAGUE, "more independent" }, { HELPER_VAGUE, "independence" }, { HELPER_VAGUE, "appropriate*" },
	{ HELPER_VAGUE, "cope*" },
	{ HELPER_VAGUE, "manage*" }, { HELPER_VAGUE, "self esteem" }, { HELPER_VAGUE, "resilien*" }, { HELPER_VAGUE, "settle*" },
	{ HELPER_VAGUE, "learn*" }, { HELPER_VAGUE, "good" }, { HELPER_VAGUE, "positive*" }, { HELPER_VAGUE, "more often" },
		{ HELPER_VAGUE, "regularly" },
	/* what should stop, instead of what should be seen */
	{ HELPER_NEGATIVE, "stop" }, { HELPER_NEGATIVE, "stops" }, { HELPER_NEGATIVE, "not" }, { HELPER_NEGATIVE, "never" },
	{ HELPER_NEGATIVE, "without hitting" }, { HELPER_NEGATIVE, "refrain*" }, { HELPER_NEGATIVE, "avoid*" },
	{ HELPER_NEGATIVE, "no longer" },
	{ HELPER_NEGATIVE, "does nt" }, { HELPER_NEGATIVE, "doesnt" }, { HELPER_NEGATIVE, "wont" }, { HELPER_NEGATIVE, "dont" },
	/* two things in one: only between two verbs, so the commonest joins */
	{ HELPER_TWO, "and write*" }, { HELPER_TWO, "and read*" }, { HELPER_TWO, "and spell*" }, { HELPER_TWO, "and use*" },
		{ HELPER_TWO, "and answer*" },
	{ HELPER_TWO, "and ask*" }, { HELPER_TWO, "and follow*" }, { HELPER_TWO, "and sit*" }, { HELPER_TWO, "and say*" },
	{ HELPER_TWO, "and will" },
	{ HELPER_TWO, "and to" }, { HELPER_TWO, "as well as" }, { HELPER_TWO, "and also" }, { HELPER_TWO, "and complete*" },
		{ HELPER_TWO, "and join*" },
	{ HELPER_TWO, "and count*" }, { HELPER_TWO, "and start*" }, { HELPER_TWO, "and finish*" }, { HELPER_TWO, "and be" },
};

static const char *const NUMBER_WORDS[] = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
	"twenty", "half", "all", "every", "each", "always", "once", "twice", "alone" };

static bool letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Where the phrase stands in the folded text, or NULL; how long the words found are in *length. */
static const char *stands(const char *text, const char *phrase, size_t *length)
{
	size_t n = strlen(phrase);
	bool open = phrase[n - 1] == '*';

	n -= open;
	for (const char *p = strstr(text, phrase); !open && p; p = strstr(p + 1, phrase))
		if ((p == text || !letter(p[-1])) && !letter(p[n])) {
			*length = n;
			return p;
		}
	for (const char *p = text; open && *p; p++)
		if (strncmp(p, phrase, n) == 0 && (p == text || !letter(p[-1]))) {
			*length = n;
			while (letter(p[*length]))
				(*length)++;
			return p;
		}
	return NULL;
}

static const char *found(struct arena *a, const char *text, enum helper_rule rule)
{
	for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++) {
		size_t length;
		const char *at = PHRASES[i].rule == rule ? stands(text, PHRASES[i].words, &length) : NULL;

		if (at)
			return arena_text_n(a, at, length);
	}
	return NULL;
}

static bool counted(struct arena *a, const char *text)
{
	const char *folded = text_fold(a, text ? text : "");
	size_t length;

	for (const char *p = folded; *p; p++)
		if (isdigit((unsigned char)*p))
			return true;
	for (size_t i = 0; i < sizeof NUMBER_WORDS / sizeof *NUMBER_WORDS; i++)
		if (stands(folded, NUMBER_WORDS[i], &length))
			return true;
	return false;
}

/* The numbers in "20 minutes of reading" count what staff give, so a line about support is not asked for more of them. */
static int words_about_words(struct arena *a, const struct helper_target *t, const char *name, struct helper_says *out)
{
	const char *text = text_fold(a, t->outcome), *seen;
	int n = 0;

	if (found(a, text, HELPER_SUPPORT)) {
		out[n++] = (struct helper_says){ HELPER_SUPPORT, "This is what staff will do, so it belongs under support.",
			arena_printf(a, "A target says what changes for %s.", name),
				arena_printf(a, "%s writes three linked sentences alone in 4 of 5 lessons", name) };
		return n;
	}
	seen = found(a, text, HELPER_VAGUE);
	if (seen)
		out[n++] = (struct helper_says){ HELPER_VAGUE, arena_printf(a, "Not yet measurable: “%s”.", seen),
			"Two people could disagree about it. Say what you would see, where, and how often.",
			arena_printf(a, "%s asks for help in words in 4 of 5 lessons", name) };
	seen = found(a, text, HELPER_NEGATIVE);
	if (seen)
		out[n++] = (struct helper_says){ HELPER_NEGATIVE, arena_printf(a, "It says what should not happen: “%s”.", seen),
			"Nobody can practise not doing something. Say what you would see instead.",
			arena_printf(a, "%s puts a hand up and waits, in 4 of 5 lessons", name) };
	seen = found(a, text, HELPER_TWO);
	if (seen)
		out[n++] = (struct helper_says){ HELPER_TWO, "Two things in one.",
			"If one is met and the other is not, the target is neither. Make two targets of it, or keep the one that "
			"matters.", arena_printf(a, "%s reads 90 words a minute from a Year 4 text", name) };
	return n;
}

int helper_look(struct arena *a, const struct helper_target *t, const char *first_name, struct helper_says out[HELPER_MOST])
{
	const char *name = text_blank(first_name) ? "The child" : first_name;
	int n;

	if (text_blank(t->outcome))
		return 0;
	n = words_about_words(a, t, name, out);
	if (n && out[0].rule == HELPER_SUPPORT)
		return n;
	if (text_blank(t->goal) && !counted(a, t->aim) && !counted(a, t->outcome))
		out[n++] = (struct helper_says){ HELPER_NUMBER, "No number to reach.",
			"Without one nobody can say whether it is met.",
			"4 of 5 lessons, 90 words a minute, 8 out of 10" };
	if (text_blank(t->start) && text_blank(t->baseline))
		out[n++] = (struct helper_says){ HELPER_BASELINE, arena_printf(a, "Where is %s now?", name),
			"Without a start nobody can see what changed.", "Asks in 1 lesson of 5" };
	if (text_blank(t->by))
		out[n++] = (struct helper_says){ HELPER_DATE, "No date.", "Say by when you will look.",
			"By the day of the review" };
	return n;
}

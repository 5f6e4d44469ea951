/* profile_test.c - the one-page profile: one side, every word of it, or nothing and what is too long. */
#include "doc/profile_sheet.h"
#include "tests/paper.h"

static const struct profile KAI = { .name = "Kai Whitlock", .form = "Year 8 \xC2\xB7 8R", .called = "I like to be called Kai",
	.alert = "Asthma: blue inhaler in my bag, a spare in the medical room",
	.likes = "I am funny and I look after the new ones\nI remember everything I hear about space\nI keep trying when it is "
	"hard", .matters = "Football on Thursdays\nMy sister Ivy and our dog\n\nNot being looked at when I read",
	.support = "Say it once, then leave it on the board.\nGive me pale green paper and a clear font.\nCount to ten before you "
	"ask me.\n"
		"Let me use my laptop.\nTell me the day before if I have to read aloud.\nWhen I show my card, come to me. Do not "
		"call.",
	.unhelpful = "Copying from the board\nSeats near the door", .signs = "I go quiet, pull my sleeves down, stop writing.",
	.calms = "Two minutes outside with Mrs Birtwistle.",
	.targets = { { "Reading", "110 words in a minute by 11 December 2026" }, { "Writing", "Three linked sentences alone" } },
	.arrangements = "Laptop; 25% extra time is being tried", .key_adult = "Mrs Birtwistle. Find me in Room 14 at break.",
	.school = "Thistlewick High School", .version = "Version 4, 14 September 2026", .review_by = "Review by 24 November 2026",
	.agreed = "I agreed this with my mum and Mrs Okonkwo." };
static const struct pdf_about ABOUT = { .title = "Profile" };

static const char *make(struct test *t, const struct profile *profile, enum profile_variant variant, struct profile_fit *fit)
{
	struct buf b = buf_new(t->a);

	expect_fine(profile_sheets(t->a, &profile, 1, variant, &ABOUT, fit, &b));
	return b.len ? paper_keep(t, "profile.pdf", &b) : NULL;
}

static void expect_words(struct test *t, const char *text)
{
	static const char *const WORDS[] = { "Kai Whitlock", "I like to be called Kai", "blue inhaler", "funny", "sister Ivy",
		"leave it on the board",
		"show my card", "Seats near the door", "sleeves down", "Two minutes outside", "110 words", "linked sentences",
		"extra time", "Room 14", "Thistlewick", "Version 4", "Review by", "I agreed this", "Keep private" };

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		expect_has(text, WORDS[i]);
}

TEST(a_profile_is_one_side_with_every_word)
{
	struct profile with = KAI;
	struct profile_fit fit;
	const char *path, *tree;

	with.photo.bytes = (const unsigned char *)paper_file(t, "photo.jpg", &with.photo.n);
	path = make(t, &with, PROFILE_STANDARD, &fit);
	expect_stop(path != NULL);
	expect(fit.fits);
	expect_int(fit.sides, 1);
	expect(fit.size > 12.4);
	expect_has(SAYS("pdfinfo", path), "Pages:           1");
	expect_has(SAYS("qpdf", "--check", path), "No syntax or stream encoding errors");
	tree = SAYS("pdfinfo", "-struct-text", path);
	expect_words(t, tree);
	expect(strstr(tree, "H1") < strstr(tree, "blue inhaler"));
	expect(strstr(tree, "sister Ivy") < strstr(tree, "leave it on the board"));
	expect_has(SAYS("qpdf", "--json", "--json-key=qpdf", path), "u:Photograph of Kai Whitlock");
	expect_has(SAYS("pdfimages", "-list", path), "jpeg");
}

TEST(large_print_and_easy_read_hold_the_same_words_in_larger_letters)
{
	struct profile_fit fit;
	const char *path = make(t, &KAI, PROFILE_LARGE, &fit);

	expect_stop(path != NULL);
	expect(fit.size > 17.9);
	expect_words(t, SAYS("pdfinfo", "-struct-text", path));
	paper_expect_size(t, path, 17.9);
	expect_has(SAYS("pdftotext", path, "-"), "Side 1 of 2. Keep private.");
	path = make(t, &KAI, PROFILE_EASY, &fit);
	expect_stop(path != NULL);
	expect(fit.size > 15.9);
	expect(fit.sides <= 2);
	expect_words(t, SAYS("pdfinfo", "-struct-text", path));
	expect_has(SAYS("pdftotext", "-layout", path, "-"), "come to me.\n"); /* a sentence to a line */
}

static const char *repeated(struct test *t, const char *text, int n)
{
	struct buf b = buf_new(t->a);

	for (int i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i ? "\n" : "", text);
	return buf_text(&b);
}

/* Takes out as many lines as was said, from the text that was said. */
static const char *shorter(struct test *t, const char *text, int lines)
{
	char *cut = arena_text(t->a, text);

	for (int i = 0; i < lines; i++)
		*strrchr(cut, '\n') = 0;
	return cut;
}

TEST(a_profile_too_long_makes_nothing_and_taking_out_what_was_said_makes_it_fit)
{
	struct profile of = KAI;
	struct profile_fit fit;

	of.unhelpful = repeated(t, "Copying from the board", 20);
	of.likes = repeated(t, "I am kind", 12);
	expect(make(t, &of, PROFILE_STANDARD, &fit) == NULL);
	expect(!fit.fits);
	expect_int(fit.sides, 0);
	expect_int(fit.n, 2);
	expect_text(fit.over[0].part, "What people like about me");
	expect_text(fit.over[1].part, "What does not help");
	expect(fit.over[1].lines > fit.over[0].lines);
	expect_has(profile_over_text(t->a, &fit.over[1]), "lines too long");
	of.likes = shorter(t, of.likes, fit.over[0].lines);
	of.unhelpful = shorter(t, of.unhelpful, fit.over[1].lines);
	expect(make(t, &of, PROFILE_STANDARD, &fit) != NULL);
}

TEST(support_has_six_points_at_most)
{
	struct profile of = KAI;
	struct profile_fit fit;

	of.support = repeated(t, "Wait.", 8);
	expect(make(t, &of, PROFILE_STANDARD, &fit) == NULL);
	expect_int(fit.n, 1);
	expect_text(profile_over_text(t->a, &fit.over[0]), "How best to support me: 2 points more than 6");
}

TEST(measuring_agrees_with_making)
{
	struct profile of = KAI;
	struct profile_fit fit, made;

	expect_fine(profile_measure(t->a, &of, PROFILE_STANDARD, &fit));
	make(t, &of, PROFILE_STANDARD, &made);
	expect(fit.fits && made.fits);
	of.matters = repeated(t, "My dog", 30);
	expect_fine(profile_measure(t->a, &of, PROFILE_STANDARD, &fit));
	make(t, &of, PROFILE_STANDARD, &made);
	expect(!fit.fits && !made.fits);
	expect_int(fit.over[0].lines, made.over[0].lines);
}

TEST(a_profile_of_a_name_alone_is_a_page)
{
	const struct profile of = { .name = "Ada" };
	struct profile_fit fit;
	const char *path = make(t, &of, PROFILE_STANDARD, &fit);

	expect_stop(path != NULL);
	expect_has(SAYS("pdftotext", path, "-"), "Ada");
}

TEST(a_class_set_has_a_page_and_a_bookmark_each_and_names_who_is_left_out)
{
	struct profile kai = KAI, ivy = KAI, zoe = KAI;
	const struct profile *const set[] = { &kai, &ivy, &zoe };
	struct profile_fit fits[3];
	struct buf b = buf_new(t->a);
	const char *path, *text;

	ivy.name = "Ivy Whitlock";
	zoe.name = "Zo\xC3\xAB Ali";
	ivy.matters = repeated(t, "My dog", 30);
	expect_fine(profile_sheets(t->a, set, 3, PROFILE_STANDARD, &ABOUT, fits, &b));
	path = paper_keep(t, "set.pdf", &b);
	expect_has(SAYS("pdfinfo", path), "Pages:           3");
	text = SAYS("qpdf", "--json", "--json-key=outlines", path);
	expect_has(text, "Kai Whitlock");
	expect_has(text, "Zo\xC3\xAB Ali");
	expect_lacks(text, "Ivy");
	text = SAYS("pdftotext", "-f", "3", path, "-");
	expect_has(text, "Not in this set");
	expect_has(text, "Ivy Whitlock");
	expect_has(text, "What matters to me: ");
	ivy.matters = KAI.matters;
	b = buf_new(t->a);
	expect_fine(profile_sheets(t->a, set, 3, PROFILE_LARGE, &ABOUT, fits, &b));
	expect_has(SAYS("pdfinfo", paper_keep(t, "set.pdf", &b)), "Pages:           6");
}

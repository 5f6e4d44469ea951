/* text.h - UTF-8 as people type it: checked once at the edge (R8), folded for comparing, never changed for keeping. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

bool text_is_utf8(const char *bytes, size_t n);           /* valid, no surrogates, no overlong forms, no NUL */
size_t text_length(const char *text);                     /* code points, as a person counts letters (roughly) */
bool text_blank(const char *text);                        /* NULL, or nothing but spaces of any kind */
bool text_same(const char *a, const char *b);             /* byte for byte; NULL is "" */

/* NFC, line ends as LF, control characters gone but tab and LF, spaces of any kind trimmed at both ends. In arena. */
const char *text_clean(struct arena *a, const char *text);
/* For comparing and sorting: case folded, accents stripped (ł, ø, ß, æ, ð, þ too), apostrophes and zero-width marks dropped,
 * hyphens and runs of space as one space, full-width and ligatures as plain. "Ó Súilleabháin" -> "o suilleabhain". */
const char *text_fold(struct arena *a, const char *text);
/* How a folded word sounds in English: words that sound alike give the same short code ("" for no letters). Own rules, made for
 * names: ph/f, c/k/q/x, z/s, doubled letters, silent letters, vowels after the first dropped. */
const char *text_sound(struct arena *a, const char *folded_word);
/* Number of typing slips between two folded words (insert, drop, change, swap of neighbours), counted up to `most` + 1. */
int text_slips(const char *a, const char *b, int most);
/* Shorten to `letters` code points at a word's end, with an ellipsis; the same pointer if short enough. */
const char *text_shorten(struct arena *a, const char *text, size_t letters);

/* strtoll without its traps: whole text must be a number, within range. */
bool text_to_int(const char *text, int64_t *out);

#endif

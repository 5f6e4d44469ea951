/* codes.c - the token in a link's address and the code that comes by another channel: kept as hashes, good for a time and a few
 * tries. */
#include <stdio.h>
#include <string.h>

#include "areas/door/area.h"
#include "base/random.h"
#include "base/text.h"
#include "seal/hash.h"

static const char *code_hash(struct act *all, const struct row *link, const char *code)
{
	return seal_token_hash(all->a, arena_printf(all->a, "%s %s", row_id(link), code));
}

const struct fault *link_of_token(struct act *all, const char *token, struct row **out)
{
	struct ask ask = { .where = { { LINK_TOKEN, IS, seal_token_hash(all->a, token) } }, .limit = 1 };
	struct rows rows;

	TRY(record_list(all, &LINK, &ask, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	if (!*out || *row_text(rows.row[0], LINK_USED) || strcmp(row_text(rows.row[0], LINK_EXPIRES), all->moment) < 0)
		return FAULT(all->a, FAULT_NONE, "no link that can be used");
	return NULL;
}

const struct fault *link_new_code(struct act *all, struct row *link, const char **code)
{
	struct form *form = form_new(all->a, &LINK);
	unsigned char bytes[4];
	uint32_t n;

	if (row_int(link, LINK_CODES) >= CODES_MOST)
		return FAULT(all->a, FAULT_INVALID, "Too many codes were asked for with this link. Make a new link");
	random_bytes(bytes, sizeof bytes);
	n = ((uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3]) % 1000000;
	*code = arena_printf(all->a, "%06u", n);
	form_set(form, LINK_CODE, code_hash(all, link, *code));
	form_set(form, LINK_CODE_UNTIL, moment_text(all->a, moment_seconds(all->moment) + CODE_MINUTES * 60));
	form_set(form, LINK_CODE_TRIES, "0");
	form_set(form, LINK_CODES, arena_printf(all->a, "%lld", (long long)row_int(link, LINK_CODES) + 1));
	return record_change(all, link, form);
}

/* Figures alone: people type "482 913". */
static const char *figures(struct arena *a, const char *typed)
{
	struct buf b = buf_limit(a, 16);

	for (; *typed; typed++)
		if (*typed >= '0' && *typed <= '9')
			buf_add_c(&b, *typed);
	return buf_text(&b);
}

const struct fault *link_try_code(struct act *all, struct row *link, const char *typed, bool *right)
{
	const char *kept = row_text(link, LINK_CODE);
	struct form *form = form_new(all->a, &LINK);

	*right = *kept && strcmp(row_text(link, LINK_CODE_UNTIL), all->moment) >= 0 &&
		row_int(link, LINK_CODE_TRIES) < CODE_TRIES &&
		seal_same_text(kept, code_hash(all, link, figures(all->a, typed)));
	if (*right) {
		form_set(form, LINK_CODE, ""); /* it works once */
		form_set(form, LINK_OPENED, *row_text(link, LINK_OPENED) ? row_text(link, LINK_OPENED) : all->moment);
	} else {
		form_set(form, LINK_CODE_TRIES, arena_printf(all->a, "%lld", (long long)row_int(link, LINK_CODE_TRIES) + 1));
	}
	return record_change(all, link, form);
}

/* second.c - the second factor: codes of an app, recovery codes, and finding whose they are. Not here: pages, sessions. */
#include <string.h>

#include "areas/accounts/area.h"
#include "base/buf.h"
#include "base/text.h"
#include "seal/hash.h"

const char *lower_case(struct arena *a, const char *typed)
{
	char *low = arena_text_n(a, typed, strlen(typed));

	for (char *p = low; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 32);
	return low;
}

const struct fault *account_named(struct act *act, const char *typed, bool whole, struct row **out)
{
	const char *name = lower_case(act->a, text_clean(act->a, typed));
	struct rows rows;

	TRY(record_list(act, &ACCOUNT, &(struct ask){ .where = { { ACCOUNT_LOGIN, IS, name } }, .limit = 2, .clear_only = !whole },
		&rows));
	if (!rows.count && strchr(name, '@'))
		TRY(record_list(act, &ACCOUNT, &(struct ask){ .where = { { ACCOUNT_EMAIL, IS, name } }, .limit = 2,
			.clear_only = !whole }, &rows));
	if (rows.count != 1)
		return FAULT(act->a, FAULT_NONE, "nobody, or more than one, of that name");
	*out = rows.row[0];
	return NULL;
}

bool second_secret(const struct row *account, unsigned char secret[TOTP_SECRET])
{
	return seal_unhex(row_text(account, ACCOUNT_TOTP), secret, TOTP_SECRET);
}

/* The list without the line that is this code's hash; NULL if it has none. */
static const char *without(struct arena *a, const char *list, const char *hash)
{
	struct buf rest = buf_new(a);
	bool found = false;

	while (*list) {
		size_t n = strcspn(list, "\n");

		if (n == strlen(hash) && seal_same(list, hash, n))
			found = true;
		else if (n)
			buf_printf(&rest, "%.*s\n", (int)n, list);
		list += n + (list[n] == '\n');
	}
	return found ? buf_text(&rest) : NULL;
}

struct second second_check(struct arena *a, const struct row *account, const char *typed)
{
	const char *tidy = recovery_tidy(a, typed);
	unsigned char secret[TOTP_SECRET];
	struct second s = { 0 };

	if (second_secret(account, secret))
		s.right = totp_check(secret, sizeof secret, typed, clock_seconds(), row_int(account, ACCOUNT_TOTP_STEP), &s.step);
	seal_wipe(secret, sizeof secret);
	if (s.right || !tidy)
		return s;
	s.step = 0;
	s.rest = without(a, row_text(account, ACCOUNT_RECOVERY), seal_token_hash(a, tidy));
	s.right = s.rest != NULL;
	return s;
}

void second_used(struct form *form, const struct second *s)
{
	if (s->step)
		form_set(form, ACCOUNT_TOTP_STEP, arena_printf(form->a, "%lld", (long long)s->step));
	else
		form_set(form, ACCOUNT_RECOVERY, s->rest);
}

const char *second_now(struct arena *a, const struct row *account)
{
	int64_t step = clock_seconds() / TOTP_STEP, used = row_int(account, ACCOUNT_TOTP_STEP);
	unsigned char secret[TOTP_SECRET];

	if (!second_secret(account, secret))
		return "";
	return totp_code(a, secret, sizeof secret, (used >= step ? used + 1 : step) * TOTP_STEP);
}

const char *second_now_of(struct arena *a, const char *base32)
{
	unsigned char secret[64];
	size_t n = 0;
	unsigned bits = 0, value = 0;

	for (const char *p = base32; *p && n < sizeof secret; p++) {
		int letter = *p >= 'A' && *p <= 'Z' ? *p - 'A' : *p >= '2' && *p <= '7' ? *p - '2' + 26 : -1;

		if (letter < 0)
			continue;
		value = (value << 5 | (unsigned)letter) & 0xffff;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			secret[n++] = (unsigned char)(value >> bits & 0xff);
		}
	}
	return n ? totp_code(a, secret, n, clock_seconds()) : "";
}

void second_recovery(struct arena *a, struct form *form, const char *codes[RECOVERY_CODES])
{
	struct buf kept = buf_new(a);

	recovery_codes(a, codes);
	for (int i = 0; i < RECOVERY_CODES; i++)
		buf_printf(&kept, "%s\n", seal_token_hash(a, recovery_tidy(a, codes[i])));
	form_set(form, ACCOUNT_RECOVERY, buf_text(&kept));
}

int second_recovery_left(const struct row *account)
{
	int n = 0;

	for (const char *p = row_text(account, ACCOUNT_RECOVERY); *p; p += strcspn(p, "\n"), p += *p == '\n')
		n++;
	return n;
}

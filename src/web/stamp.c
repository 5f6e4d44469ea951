/* stamp.c - the one hidden field of every form: token against forgery, version that was seen, and once-only key. Minting writes
 * nothing. "KEY.VERSION.MAC"; the MAC is over path, version and key with the session's own secret, which stays when its token is
 * renewed (R15): a form that was open in another tab is still good. */
#include <string.h>

#include "base/buf.h"
#include "base/random.h"
#include "base/text.h"
#include "seal/hash.h"
#include "web/inner.h"

static const char *mac(struct arena *a, const struct session *s, const char *path, const char *version, const char *key)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.stamp.1");
	seal_hash_bytes(&h, s->stamp_key, sizeof s->stamp_key);
	seal_hash_text(&h, path);
	seal_hash_text(&h, version);
	seal_hash_text(&h, key);
	seal_hash_end(&h, out);
	return seal_hex(a, out, 16);
}

const char *stamp_make(struct arena *a, const struct session *s, const char *path, int64_t version)
{
	const char *key = random_id(a), *seen = arena_printf(a, "%lld", (long long)version);
	size_t bare = strcspn(path, "?#");

	return arena_printf(a, "%s.%s.%s", key, seen, mac(a, s, arena_text_n(a, path, bare), seen, key));
}

bool stamp_check(struct arena *a, const struct session *s, const char *path, const char *stamp, const char **version,
	const char **once)
{
	const char *dot = stamp ? strchr(stamp, '.') : NULL, *dot2 = dot ? strchr(dot + 1, '.') : NULL;

	if (!dot2)
		return false;
	*once = arena_text_n(a, stamp, (size_t)(dot - stamp));
	*version = arena_text_n(a, dot + 1, (size_t)(dot2 - dot - 1));
	return id_ok(*once) && seal_same_text(mac(a, s, path, *version, *once), dot2 + 1);
}

void stamp_body(const struct http_request *http, unsigned char hash[32])
{
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.body.1");
	seal_hash_text(&h, http->path);
	for (size_t i = 0; i < http->form.count; i++) {
		seal_hash_text(&h, http->form.item[i].name);
		seal_hash_text(&h, http->form.item[i].value);
	}
	for (const struct http_file *f = http->files; f; f = f->next) {
		seal_hash_text(&h, f->name);
		seal_hash_int(&h, (int64_t)f->size);
	}
	seal_hash_end(&h, hash);
}

const char *stamp_typed(struct arena *a, const struct http_request *http)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < http->form.count; i++) {
		const char *name = http->form.item[i].name;

		if (strcmp(name, "stamp") == 0 || strstr(name, "password") || strcmp(name, "code") == 0)
			continue;
		buf_add(&b, b.len ? "&" : "");
		buf_add_url(&b, name);
		buf_add_c(&b, '=');
		buf_add_url(&b, http->form.item[i].value);
	}
	return buf_text(&b);
}

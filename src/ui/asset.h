/* asset.h - styles, scripts, fonts and pictures that the program carries inside itself, served under /assets/. */
#ifndef UI_ASSET_H
#define UI_ASSET_H

#include "base/arena.h"

struct asset {
	const char *path;             /* below assets/: "opensenco.css", "vendor/inter-latin.woff2" */
	const char *type;             /* Content-Type */
	const unsigned char *bytes;
	size_t length;
	const unsigned char *packed;  /* the same by gzip, for who accepts it */
	size_t packed_length;         /* 0: packing does not pay, send .bytes */
	const char *hash;             /* 16 hexadecimal digits of the content: the ETag, and the v= of asset_href() */
};

const struct asset *asset_find(const char *path); /* NULL: no such file */
/* "/assets/opensenco.css?v=0123456789abcdef": may be kept for ever, since other content has another address. */
const char *asset_href(struct arena *a, const char *path);

#endif

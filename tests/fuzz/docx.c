/* docx.c - a Word template's body, listed, filled and read again: what people's computers wrote, or somebody who means harm.
 * SEEDS: xml */
#include "doc/docx_inner.h"
#include "doc/zip_write.h"
#include "tests/fuzz/fuzz.h"

static const char TYPES[] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
static const char *const COLUMNS[] = { "what", "who" }, *const CELLS[] = { "a", "b<&", "c\nd", "" };
static const struct docx_value VALUES[] = { { "parent", "M\xC3\xBCller" }, { "body", "One.\nTwo." }, { "empty", "" } };
static const struct docx_list LISTS[] = { { "actions", COLUMNS, 2, CELLS, 2 }, { "none", COLUMNS, 2, CELLS, 0 } };

FUZZ(a, text, n)
{
	const struct docx_fill fill = { VALUES, 3, LISTS, 2 };
	struct buf file = buf_new(a);
	struct docx_merged merged;
	struct docx_tags tags;
	struct zip_out *z;

	FUZZ_HOLDS(!zip_out_new(a, &z));
	zip_out_begin(z, "[Content_Types].xml");
	zip_out_add(z, TYPES, sizeof TYPES - 1);
	zip_out_begin(z, "word/document.xml");
	zip_out_add(z, text, n);
	FUZZ_HOLDS(!zip_out_end(z, &file));
	docx_tags_here(a, file.data, file.len, &tags);
	docx_merge_here(a, file.data, file.len, &fill, &merged);
	FUZZ_HOLDS(merged.refused || !tags.refused); /* what cannot be listed cannot be filled */
	if (merged.refused)
		return;
	docx_tags_here(a, merged.bytes, merged.n, &tags);
	FUZZ_HOLDS(!tags.refused); /* what was filled can be read again */
}

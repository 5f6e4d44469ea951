/* square.c - a square code as a picture: one path, drawn in attributes alone, for the page's policy takes no inline style. */
#include <qrencode.h>

#include "base/buf.h"
#include "ui/part.h"

enum { QUIET_ZONE = 4 };

/* One line of squares: runs of dark ones. */
static void row_of(struct buf *b, const QRcode *code, int y)
{
	const unsigned char *line = code->data + (size_t)y * (size_t)code->width;

	for (int x = 0, n; x < code->width; x += n) {
		bool dark = line[x] & 1;

		for (n = 1; x + n < code->width && (line[x + n] & 1) == dark; n++)
			;
		if (dark)
			buf_printf(b, "M%d %dh%dv1h-%dz", x + QUIET_ZONE, y + QUIET_ZONE, n, n);
	}
}

struct html ui_square(struct arena *a, const char *text, const char *label)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct buf b = buf_new(a);
	int size;

	if (!code)
		return (struct html){ "" };
	size = code->width + 2 * QUIET_ZONE;
	buf_printf(&b, "<svg class=\"os-square\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
		" aria-label=\"%s\" focusable=\"false\" shape-rendering=\"crispEdges\">"
		"<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/><path fill=\"#000000\" d=\"", size * 4, size * 4, size, size,
		label, size, size);
	for (int y = 0; y < code->width; y++)
		row_of(&b, code, y);
	buf_add(&b, "\"/></svg>");
	QRcode_free(code);
	return (struct html){ buf_text(&b) };
}

/* Two lines of squares in one line of characters; light on dark and dark on light both scan. */
const char *ui_square_text(struct arena *a, const char *text)
{
	/* light both, light below, light above, dark */
	static const char *const HALVES[] = { "\xE2\x96\x88", "\xE2\x96\x84", "\xE2\x96\x80", " " };
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);
	struct buf b = buf_new(a);

	for (int y = -2; code && y < code->width + 2; y += 2) {
		buf_add(&b, "  ");
		for (int x = -2; x < code->width + 2; x++) {
			bool in = x >= 0 && x < code->width;
			bool above = in && y >= 0 && y < code->width && (code->data[y * code->width + x] & 1);
			bool below = in && y + 1 >= 0 && y + 1 < code->width && (code->data[(y + 1) * code->width + x] & 1);

			buf_add(&b, HALVES[(above ? 1 : 0) + (below ? 2 : 0)]);
		}
		buf_add(&b, "\n");
	}
	if (code)
		QRcode_free(code);
	return buf_text(&b);
}

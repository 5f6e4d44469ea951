/* ui.c - a page's beginnings: making a `struct ui`, its errors, addresses that are safe to follow. What a page looks like is in the
 * templates beside this file; which page is shown is the web layer's business. */
#include "ui/ui.h"

#include <string.h>
#include <strings.h>

#include "ui/shell.tmpl.h"

struct ui *ui_new(struct arena *a)
{
	struct ui *ui = arena_alloc(a, sizeof *ui);

	ui->a = a;
	ui->out = buf_new(a);
	ui->shell.today = day_today();
	return ui;
}

const char *ui_error_of(const struct ui *ui, const char *id)
{
	for (int i = 0; id && i < ui->error_count; i++)
		if (strcmp(ui->errors[i].id, id) == 0)
			return ui->errors[i].text;
	return NULL;
}

void ui_error(struct ui *ui, const char *id, const char *text)
{
	size_t was = sizeof *ui->errors * (size_t)ui->error_count;

	if (!text || !text[0] || (id && ui_error_of(ui, id)))
		return;
	if (ui->error_count % 8 == 0) {
		struct ui_error *more = arena_array(ui->a, (size_t)ui->error_count + 8, sizeof *more);

		if (was)
			memcpy(more, ui->errors, was);
		ui->errors = more;
	}
	ui->errors[ui->error_count++] = (struct ui_error){ id ? id : "", text };
}

void ui_raw(struct ui *ui, struct html html)
{
	buf_add(&ui->out, html.text);
}

struct html ui_take(struct ui *ui, size_t from)
{
	struct html taken = { arena_text_n(ui->a, buf_text(&ui->out) + from, ui->out.len - from) };

	ui->out.len = from;
	if (ui->out.data)
		ui->out.data[from] = 0;
	return taken;
}

/* An address with a scheme has a colon before any of / ? #. Browsers drop tabs and line ends inside and skip controls before: such
 * addresses, and //host and \\host, are nobody's honest relative address. */
bool ui_address_ok(const char *address)
{
	static const char *const SCHEMES[] = { "https:", "http:", "mailto:", "tel:" };
	size_t n;

	if (!address)
		return false;
	for (const char *p = address; *p; p++)
		if ((unsigned char)*p <= ' ' || *p == 127 || *p == '\\')
			return false;
	if (address[0] == '/' && address[1] == '/')
		return false;
	n = strcspn(address, ":/?#");
	if (address[n] != ':')
		return true;
	for (size_t i = 0; i < sizeof SCHEMES / sizeof SCHEMES[0]; i++)
		if (strncasecmp(address, SCHEMES[i], strlen(SCHEMES[i])) == 0)
			return true;
	return false;
}

void ui_add_address(struct buf *b, const char *address)
{
	buf_add_html(b, ui_address_ok(address) ? address : "#");
}

struct buf ui_page(struct ui *ui)
{
	struct buf inside = ui->out;
	struct html main = { buf_text(&inside) };

	ui->out = buf_new(ui->a);
	ui_shell(ui, main);
	return ui->out;
}

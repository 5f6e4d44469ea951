/* mail.c - mail put together. Boundaries begin with "=_", which neither quoted-printable nor base64 can hold. */
#include "doc/mail.h"

#include "base/date.h"

enum { LINE = 76, WORD_BYTES = 42 }; /* bytes of UTF-8 in an encoded word, so that it stays under 75 letters */

bool mail_address_ok(const char *address)
{
	const char *at = address ? strchr(address, '@') : NULL;

	if (!at || at == address || !at[1] || at[1] == '.' || at[1] == '-' || strchr(at + 1, '@') || strlen(address) > 254)
		return false;
	for (const char *c = address; *c; c++)
		if ((unsigned char)*c <= 0x20 || (unsigned char)*c >= 0x7f || strchr("<>\"(),;:\\[]", *c))
			return false;
	return !strstr(address, "..");
}

const char *mail_address_wrong(const char *address)
{
	const char *at = address ? strchr(address, '@') : NULL;
	bool before = false, after = false;

	if (mail_address_ok(address))
		return NULL;
	for (const char *c = address; c && *c; c++)
		if ((unsigned char)*c >= 0x80)
			*(at && c > at ? &after : &before) = true;
	if (before && at)
		return "The e-mail address has a letter before the @ that mail servers do not take, such as é or ł. Ask for "
		"another "
			"address";
	if (after)
		return "The e-mail address has a letter after the @ that mail servers do not take. Ask for its plain form, which "
			"begins with xn--";
	return at ? "The e-mail address has a sign or a gap that no address has. Put it right in the record" :
		"The e-mail address has no @. Put it right in the record";
}

static bool plain(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < 0x20 || (unsigned char)*text >= 0x7f)
			return false;
	return true;
}

/* Without control signs. */
static char *one_line(struct arena *a, const char *text)
{
	char *copy = arena_text(a, text), *to = copy;

	for (const char *c = copy; *c; c++)
		if ((unsigned char)*c >= 0x20 && *c != 0x7f)
			*to++ = *c;
	*to = 0;
	return copy;
}

static const char B64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void base64(struct buf *b, const char *bytes, size_t n, int line)
{
	for (size_t i = 0; i < n; i += 3) {
		uint32_t v = (uint32_t)(unsigned char)bytes[i] << 16;

		v |= i + 1 < n ? (uint32_t)(unsigned char)bytes[i + 1] << 8 : 0;
		v |= i + 2 < n ? (unsigned char)bytes[i + 2] : 0;
		buf_add_c(b, B64[v >> 18]);
		buf_add_c(b, B64[v >> 12 & 63]);
		buf_add_c(b, i + 1 < n ? B64[v >> 6 & 63] : '=');
		buf_add_c(b, i + 2 < n ? B64[v & 63] : '=');
		if (line && (i / 3 + 1) % ((size_t)line / 4) == 0)
			buf_add(b, "\r\n");
	}
}

/* Header text: as it is if plain, else in encoded words broken between letters. `quoted`: a name, in quotes. */
static void header_text(struct arena *a, struct buf *b, const char *text, bool quoted)
{
	char *copy = one_line(a, text);
	size_t n;

	if (plain(copy) && strlen(copy) < 60 && !strstr(copy, "=?")) {
		for (char *c = copy; quoted && *c; c++)
			if (*c == '"' || *c == '\\')
				*c = '\'';
		buf_printf(b, quoted ? "\"%s\"" : "%s", copy);
		return;
	}
	for (const char *at = copy; *at; at += n) {
		n = strlen(at) < WORD_BYTES ? strlen(at) : (size_t)WORD_BYTES;
		while (n > 1 && ((unsigned char)at[n] & 0xc0) == 0x80)
			n--;
		buf_printf(b, "%s=?UTF-8?B?", at == copy ? "" : "\r\n ");
		base64(b, at, n, 0);
		buf_add(b, "?=");
	}
}

static void header(struct arena *a, struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s: ", name);
	header_text(a, b, value ? value : "", false);
	buf_add(b, "\r\n");
}

static void header_people(struct arena *a, struct buf *b, const char *name, const struct mail_person *p, int n)
{
	buf_printf(b, "%s: ", name);
	for (int i = 0; i < n; i++) {
		buf_add(b, i ? ",\r\n " : "");
		if (p[i].name && p[i].name[0]) {
			header_text(a, b, p[i].name, true);
			buf_add(b, "\r\n ");
		}
		buf_printf(b, "<%s>", p[i].address);
	}
	buf_add(b, "\r\n");
}

static void header_date(struct arena *a, struct buf *b, const char *moment)
{
	static const char *const DAYS[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	static const char *const MONTHS[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	day d = day_parse(arena_text_n(a, moment, 10));
	int year, month, date;

	day_parts(d, &year, &month, &date);
	buf_printf(b, "Date: %s, %d %s %d %.8s +0000\r\n", DAYS[day_week(d)], date, MONTHS[month - 1], year, moment + 11);
}

/* Quoted-printable with CR LF line ends. Spaces at a line's end are written out, or servers drop them. */
static void quoted_printable(struct buf *b, const char *text)
{
	int column = 0;

	for (const char *c = text; *c; c++) {
		bool end = c[1] == '\n' || c[1] == 0 || (c[1] == '\r' && c[2] == '\n');
		bool as_is = ((unsigned char)*c > 0x20 && (unsigned char)*c < 0x7f && *c != '=') || ((*c == ' ' || *c == '\t') &&
			!end);

		if (*c == '\r' && c[1] == '\n')
			continue;
		if (*c == '\n') {
			buf_add(b, "\r\n");
			column = 0;
			continue;
		}
		if (column + (as_is ? 1 : 3) > LINE - 1) {
			buf_add(b, "=\r\n");
			column = 0;
		}
		if (as_is)
			buf_add_c(b, *c);
		else
			buf_printf(b, "=%02X", (unsigned char)*c);
		column += as_is ? 1 : 3;
	}
	buf_add(b, "\r\n");
}

static void text_part(struct buf *b, const char *type, const char *text)
{
	buf_printf(b, "Content-Type: %s\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", type);
	quoted_printable(b, text);
}

/* A name that is not plain: RFC 2231, percent-encoded, in pieces that stay within a line. */
static void long_name(struct arena *a, struct buf *b, const char *name)
{
	struct buf whole = buf_new(a);
	const char *at;
	size_t n;
	int piece = 0;

	buf_add(&whole, "UTF-8''");
	buf_add_url(&whole, name);
	for (at = buf_text(&whole); *at; at += n) {
		n = strlen(at) < 54 ? strlen(at) : 54;
		for (int back = 0; at[n] && back < 2 && n > 2 && (at[n - 1] == '%' || at[n - 2] == '%'); back++)
			n--;
		buf_printf(b, ";\r\n filename*%d*=", piece++);
		buf_add_n(b, at, n);
	}
}

static void file_part(struct arena *a, struct buf *b, const struct mail_file *f)
{
	const char *name = one_line(a, f->name && f->name[0] ? f->name : "file");
	bool easy = plain(name) && strlen(name) < 50 && !strpbrk(name, "\"\\/:;<>|?*");

	buf_printf(b, "Content-Type: %s", f->type && plain(f->type) && strlen(f->type) < 80 ? f->type : "application/octet-stream");
	buf_add(b, "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment");
	if (easy)
		buf_printf(b, ";\r\n filename=\"%s\"", name);
	else
		long_name(a, b, name);
	buf_add(b, "\r\n\r\n");
	base64(b, f->bytes, f->n, LINE);
	buf_add(b, "\r\n");
}

static void alternatives(struct buf *b, const struct mail *m)
{
	static const char BREAK[] = "--=_other\r\n";

	if (!m->html && !m->calendar) {
		text_part(b, "text/plain; charset=utf-8", m->text);
		return;
	}
	buf_add(b, "Content-Type: multipart/alternative; boundary=\"=_other\"\r\n\r\n");
	buf_add(b, BREAK);
	text_part(b, "text/plain; charset=utf-8", m->text);
	if (m->html) {
		buf_add(b, BREAK);
		text_part(b, "text/html; charset=utf-8", m->html);
	}
	if (m->calendar) {
		buf_add(b, BREAK);
		buf_printf(b, "Content-Type: text/calendar; charset=utf-8; method=%s\r\nContent-Transfer-Encoding: base64\r\n\r\n",
			ical_method_name(m->method));
		base64(b, m->calendar, strlen(m->calendar), LINE);
		buf_add(b, "\r\n");
	}
	buf_add(b, "--=_other--\r\n");
}

static const struct fault *check(struct arena *a, const struct mail *m)
{
	size_t all = 0;

	if (!m->id || !m->id[0] || !plain(m->id) || strpbrk(m->id, " <>@") || !m->domain || !plain(m->domain) ||
		strpbrk(m->domain, " <>@"))
		return FAULT(a, FAULT_INVALID, "a mail without an id");
	if (moment_seconds(m->made ? m->made : "") < 0)
		return FAULT(a, FAULT_INVALID, "a mail without a date");
	if (!mail_address_ok(m->from.address) || (m->reply_to.address && !mail_address_ok(m->reply_to.address)))
		return FAULT(a, FAULT_INVALID, "the sender's e-mail address is none");
	if (m->tos < 1)
		return FAULT(a, FAULT_INVALID, "a mail to nobody");
	for (int i = 0; i < m->tos; i++)
		if (mail_address_wrong(m->to[i].address))
			return FAULT(a, FAULT_INVALID, "%s", mail_address_wrong(m->to[i].address));
	for (int i = 0; i < m->files; i++)
		all += m->file[i].n + m->file[i].n / 3;
	return all > MAIL_MOST ? FAULT(a, FAULT_TOO_LARGE, "a mail of %zu MB", all >> 20) : NULL;
}

const struct fault *mail_write(struct arena *a, const struct mail *m, struct buf *b)
{
	struct mail whole = *m;

	TRY(check(a, m));
	whole.text = m->text ? m->text : "";
	header_date(a, b, m->made);
	header_people(a, b, "From", &m->from, 1);
	if (m->reply_to.address)
		header_people(a, b, "Reply-To", &m->reply_to, 1);
	header_people(a, b, "To", m->to, m->tos);
	header(a, b, "Subject", m->subject);
	buf_printf(b, "Message-ID: <%s@%s>\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n", m->id, m->domain);
	if (m->files == 0) {
		alternatives(b, &whole);
		return NULL;
	}
	buf_add(b, "Content-Type: multipart/mixed; boundary=\"=_parts\"\r\n\r\n--=_parts\r\n");
	alternatives(b, &whole);
	for (int i = 0; i < m->files; i++) {
		buf_add(b, "--=_parts\r\n");
		file_part(a, b, &m->file[i]);
	}
	buf_add(b, "--=_parts--\r\n");
	return NULL;
}

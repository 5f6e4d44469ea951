/* intake_json.c - an intake as `opensenco import --json` prints it. Rows, fields and code words; never a child's data. */
#include "doc/intake_parts.h"

static void text_member(struct buf *b, const char *name, const char *text)
{
	buf_printf(b, "\"%s\":\"", name);
	buf_add_json(b, text ? text : "");
	buf_add(b, "\"");
}

static void counts(struct buf *b, const char *name, const struct intake_count *c, int n)
{
	buf_printf(b, ",\"%s\":{", name);
	for (int i = 0; i < n; i++) {
		buf_printf(b, "%s\"", i ? "," : "");
		buf_add_json(b, c[i].code);
		buf_printf(b, "\":%d", c[i].pupils);
	}
	buf_add(b, "}");
}

static void message(struct buf *b, const struct intake_message *m)
{
	static const char *const LEVELS[] = { "info", "warning", "question", "error" };

	buf_printf(b, "{\"level\":\"%s\",\"row\":", LEVELS[m->level]);
	if (m->row)
		buf_add_int(b, m->row);
	else
		buf_add(b, "null");
	buf_add(b, ",");
	text_member(b, "field", m->field);
	buf_add(b, ",");
	text_member(b, "text", m->text);
	if (m->level == DOC_QUESTION) {
		buf_add(b, ",");
		text_member(b, "key", m->key);
		buf_add(b, ",");
		text_member(b, "suggested", m->suggested);
		buf_add(b, ",");
		text_member(b, "choices", m->choices);
		buf_printf(b, ",\"must_answer\":%s", m->stops ? "true" : "false");
	}
	buf_add(b, "}");
}

const char *intake_json(struct arena *a, const struct intake *in, const struct intake_totals *totals)
{
	static const struct intake_totals NONE = { 0, 0, 0 };
	const struct intake_totals *n = totals ? totals : &NONE;
	struct buf b = buf_new(a);

	buf_add(&b, "{");
	text_member(&b, "file", in->name);
	buf_add(&b, ",");
	text_member(&b, "kind", in->kind);
	buf_add(&b, ",");
	text_member(&b, "format", doc_format_name(in->format));
	buf_add(&b, ",");
	text_member(&b, "encoding", in->encoding);
	buf_printf(&b, ",\"rows\":%d,\"stopped\":%s,\"pupils\":{\"new\":%d,\"changed\":%d,\"unchanged\":%d,\"rejected\":%d}",
		in->rows,
	           in->stopped ? "true" : "false", n->new_pupils, n->changed, n->unchanged, in->rejected);
	counts(&b, "sen_status", in->status, in->statuses);
	counts(&b, "needs", in->need, in->needs);
	buf_add(&b, ",\"messages\":[");
	for (int i = 0; i < in->messages; i++) {
		if (i)
			buf_add(&b, ",");
		message(&b, &in->message[i]);
	}
	if (in->unsaid)
		buf_printf(&b, "%s{\"level\":\"info\",\"row\":null,\"field\":\"\",\"text\":\"%d more messages are not "
			"shown.\"}", in->messages ? "," : "",
		           in->unsaid);
	buf_add(&b, "]}");
	return buf_text(&b);
}

/* pdf_dress.c - what cairo 1.16 cannot say, added by qpdf: language, title shown, XMP, words for figures, scope of headings,
 * artifacts; and the file squeezed. The structure is walked in the order in which the tags were opened, and each must be the one
 * expected. */
#include <qpdf/qpdf-c.h>

#include "doc/pdf_ops.h"

struct dress {
	struct pdf *p;
	qpdf_data q;
	struct tag **met;
	int n, at;          /* at: the next tag expected */
	bool odd;           /* the structure is not what was drawn */
	int pages, page;    /* how many; the one met last */
	int *page_id;       /* object numbers */
	qpdf_oh *parents;   /* of each page: which element holds each piece of content */
};

static void put(struct dress *d, qpdf_oh to, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(d->q, to, key, value);
	qpdf_oh_release(d->q, value);
}

static void put_name(struct dress *d, qpdf_oh to, const char *key, const char *name)
{
	put(d, to, key, qpdf_oh_new_name(d->q, name));
}

static void put_text(struct dress *d, qpdf_oh to, const char *key, const char *text)
{
	put(d, to, key, qpdf_oh_new_unicode_string(d->q, text));
}

static qpdf_oh numbers(struct dress *d, const double *n, int count)
{
	qpdf_oh array = qpdf_oh_new_array(d->q);

	for (int i = 0; i < count; i++) {
		qpdf_oh one = qpdf_oh_new_real_from_double(d->q, n[i], 2);

		qpdf_oh_append_item(d->q, array, one);
		qpdf_oh_release(d->q, one);
	}
	return array;
}

/* An attribute object: who owns it, and one fact. */
static void put_attribute(struct dress *d, qpdf_oh element, const char *owner, const char *key, qpdf_oh value)
{
	qpdf_oh a = qpdf_oh_new_dictionary(d->q);

	put_name(d, a, "/O", owner);
	put(d, a, key, value);
	put(d, element, "/A", a);
}

static qpdf_oh name_of(struct dress *d, const char *name)
{
	return qpdf_oh_new_name(d->q, arena_printf(d->p->a, "/%s", name));
}

static void dress_element(struct dress *d, qpdf_oh element, const struct tag *t)
{
	if (t->alt) {
		double h = d->p->sheet_h;
		const double box[] = { t->box[0], h - t->box[1] - t->box[3], t->box[0] + t->box[2], h - t->box[1] };

		put_text(d, element, "/Alt", t->alt);
		put_attribute(d, element, "/Layout", "/BBox", numbers(d, box, 4));
	}
	if (t->scope)
		put_attribute(d, element, "/Table", "/Scope", name_of(d, t->scope));
	if (t->number)
		put_attribute(d, element, "/List", "/ListNumbering", name_of(d, t->number));
	if (t->lang)
		put_text(d, element, "/Lang", t->lang);
}

static int page_of(struct dress *d, qpdf_oh element)
{
	qpdf_oh page = qpdf_oh_get_key(d->q, element, "/Pg");
	int id = qpdf_oh_get_object_id(d->q, page), i = 0;

	qpdf_oh_release(d->q, page);
	while (i < d->pages && d->page_id[(d->page + i) % d->pages] != id)
		i++;
	if (i < d->pages)
		d->page = (d->page + i) % d->pages;
	return i < d->pages ? d->page : -1;
}

/* A leaf's content goes to another element, or (0) to none. False: it has no content of its own. */
static bool give_content(struct dress *d, qpdf_oh leaf, qpdf_oh to)
{
	qpdf_oh k = qpdf_oh_get_key(d->q, leaf, "/K");
	int page = page_of(d, leaf), mcid;
	bool whole = qpdf_oh_is_integer(d->q, k);

	mcid = whole ? qpdf_oh_get_int_value_as_int(d->q, k) : -1;
	qpdf_oh_release(d->q, k);
	if (!whole || page < 0 || mcid < 0 || mcid >= qpdf_oh_get_array_n_items(d->q, d->parents[page]))
		return false;
	k = to ? qpdf_oh_new_object(d->q, to) : qpdf_oh_new_null(d->q);
	qpdf_oh_set_array_item(d->q, d->parents[page], mcid, k);
	qpdf_oh_release(d->q, k);
	return true;
}

/* `later` is the same paragraph or cell after a page's end: `first` takes its content. */
static void join(struct dress *d, qpdf_oh first, qpdf_oh later)
{
	qpdf_oh k, part, old;

	if (!give_content(d, later, first)) {
		d->odd = true;
		return;
	}
	part = qpdf_oh_new_dictionary(d->q);
	put_name(d, part, "/Type", "/MCR");
	put(d, part, "/Pg", qpdf_oh_get_key(d->q, later, "/Pg"));
	put(d, part, "/MCID", qpdf_oh_get_key(d->q, later, "/K"));
	old = qpdf_oh_get_key(d->q, first, "/K");
	k = qpdf_oh_is_array(d->q, old) ? old : qpdf_oh_wrap_in_array(d->q, old);
	qpdf_oh_append_item(d->q, k, part);
	qpdf_oh_replace_key(d->q, first, "/K", k);
	if (k != old)
		qpdf_oh_release(d->q, k);
	qpdf_oh_release(d->q, old);
	qpdf_oh_release(d->q, part);
}

static bool walk(struct dress *d, qpdf_oh element); /* the tree's depth is the tags': at most 6 */

/* What stays is put into a new array: taking thousands out of one in place costs their square. */
static void walk_array(struct dress *d, qpdf_oh element, qpdf_oh k)
{
	qpdf_oh stay = qpdf_oh_new_array(d->q);
	int n = qpdf_oh_get_array_n_items(d->q, k), left = 0;

	for (int i = 0; i < n && !d->odd; i++) {
		qpdf_oh one = qpdf_oh_get_array_item(d->q, k, i);

		if (qpdf_oh_is_integer(d->q, one) || walk(d, one))
			qpdf_oh_append_item(d->q, stay, one);
		else
			left++;
		qpdf_oh_release(d->q, one);
	}
	if (left)
		qpdf_oh_replace_key(d->q, element, "/K", stay);
	qpdf_oh_release(d->q, stay);
}

static void walk_inside(struct dress *d, qpdf_oh element)
{
	qpdf_oh k = qpdf_oh_get_key(d->q, element, "/K");

	if (qpdf_oh_is_array(d->q, k))
		walk_array(d, element, k);
	else if (qpdf_oh_is_dictionary(d->q, k) && !walk(d, k))
		qpdf_oh_remove_key(d->q, element, "/K");
	qpdf_oh_release(d->q, k);
}

/* False: the element is to be taken out. */
static bool walk(struct dress *d, qpdf_oh element)
{
	struct tag *t = d->at < d->n ? d->met[d->at++] : NULL;
	qpdf_oh name = qpdf_oh_get_key(d->q, element, "/S");
	const char *s = qpdf_oh_is_name(d->q, name) ? qpdf_oh_get_name(d->q, name) : "/";

	if (!t || strcmp(s + 1, t->name) != 0)
		d->odd = true;
	qpdf_oh_release(d->q, name);
	if (d->odd)
		return true;
	if (t->artifact)
		return !give_content(d, element, 0);
	if (t->joins) {
		join(d, (qpdf_oh)t->joins->element, element);
		return false;
	}
	dress_element(d, element, t);
	t->element = (int)qpdf_oh_new_object(d->q, element);
	walk_inside(d, element);
	return true;
}

/* Content drawn as artifact is said to be one in the page's own stream. */
static bool mark_page(struct dress *d, qpdf_oh page)
{
	unsigned char *content = NULL;
	size_t n = 0;
	qpdf_oh stream;

	if (qpdf_oh_get_page_content_data(d->q, page, &content, &n) & QPDF_ERRORS)
		return false;
	artifacts_mark(content, n);
	stream = qpdf_oh_get_key(d->q, page, "/Contents");
	qpdf_oh_replace_stream_data(d->q, stream, content, n, qpdf_oh_new_null(d->q), qpdf_oh_new_null(d->q));
	qpdf_oh_release(d->q, stream);
	free(content);
	return true;
}

static bool dress_pages(struct dress *d, qpdf_oh tree)
{
	qpdf_oh by = qpdf_oh_get_key(d->q, tree, "/ParentTree"), nums = qpdf_oh_get_key(d->q, by, "/Nums");

	d->pages = qpdf_get_num_pages(d->q);
	d->page_id = arena_array(d->p->a, (size_t)d->pages + 1, sizeof *d->page_id);
	d->parents = arena_array(d->p->a, (size_t)d->pages + 1, sizeof *d->parents);
	for (int i = 0; i < d->pages; i++) {
		qpdf_oh page = qpdf_get_page_n(d->q, (size_t)i), key = qpdf_oh_get_key(d->q, page, "/StructParents");
		int at = qpdf_oh_is_integer(d->q, key) ? qpdf_oh_get_int_value_as_int(d->q, key) : -1;

		d->page_id[i] = qpdf_oh_get_object_id(d->q, page);
		if (at < 0 || 2 * at + 1 >= qpdf_oh_get_array_n_items(d->q, nums) || !mark_page(d, page))
			return false;
		d->parents[i] = qpdf_oh_get_array_item(d->q, nums, 2 * at + 1);
		put_name(d, page, "/Tabs", "/S");
		qpdf_oh_release(d->q, key);
		qpdf_oh_release(d->q, page);
	}
	return true;
}

static void add_xmp(struct dress *d, qpdf_oh root)
{
	const struct pdf_about *about = &d->p->about;
	const char *made = about->made && about->made[0] ? about->made : "2000-01-01T00:00:00Z";
	struct buf x = buf_new(d->p->a);
	qpdf_oh stream = qpdf_oh_new_stream(d->q), dict = qpdf_oh_get_dict(d->q, stream);

	buf_add(&x, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
		"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	buf_add_html(&x, about->title);
	buf_add(&x, "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>");
	buf_add_html(&x, about->lang ? about->lang : "en-GB");
	buf_add(&x, "</rdf:li></rdf:Bag></dc:language>");
	if (about->author && about->author[0]) {
		buf_add(&x, "<dc:creator><rdf:Seq><rdf:li>");
		buf_add_html(&x, about->author);
		buf_add(&x, "</rdf:li></rdf:Seq></dc:creator>");
	}
	buf_printf(&x,
		"<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:CreatorTool>OpenSENCO</xmp:CreatorTool>"
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n", made, made);
	qpdf_oh_replace_stream_data(d->q, stream, (const unsigned char *)buf_text(&x), x.len, qpdf_oh_new_null(d->q),
		qpdf_oh_new_null(d->q));
	put_name(d, dict, "/Type", "/Metadata");
	put_name(d, dict, "/Subtype", "/XML");
	put(d, root, "/Metadata", stream);
}

static bool dress_all(struct dress *d)
{
	qpdf_oh root = qpdf_get_root(d->q), tree = qpdf_oh_get_key(d->q, root, "/StructTreeRoot"),
		see = qpdf_oh_new_dictionary(d->q);

	put_text(d, root, "/Lang", d->p->about.lang ? d->p->about.lang : "en-GB");
	put(d, see, "/DisplayDocTitle", qpdf_oh_new_bool(d->q, QPDF_TRUE));
	put(d, root, "/ViewerPreferences", see);
	add_xmp(d, root);
	qpdf_set_info_key(d->q, "/Producer", "OpenSENCO");
	if (!qpdf_oh_is_dictionary(d->q, tree) || !dress_pages(d, tree))
		return false;
	walk_inside(d, tree);
	return !d->odd && d->at == d->n;
}

const struct fault *pdf_dress(struct pdf *p, struct buf *raw, struct tag **met, int n, struct buf *bytes)
{
	struct dress d = { .p = p, .q = qpdf_init(), .met = met, .n = n };
	bool read, dressed = false, written = false;

	qpdf_set_suppress_warnings(d.q, QPDF_TRUE);
	qpdf_silence_errors(d.q);
	read = !(qpdf_read_memory(d.q, "paper", raw->data, raw->len, NULL) & QPDF_ERRORS);
	if (read)
		dressed = dress_all(&d);
	if (dressed && !(qpdf_init_write_memory(d.q) & QPDF_ERRORS)) {
		qpdf_set_object_stream_mode(d.q, qpdf_o_generate);
		qpdf_set_compress_streams(d.q, QPDF_TRUE);
		qpdf_set_decode_level(d.q, qpdf_dl_none);
		qpdf_set_deterministic_ID(d.q, QPDF_TRUE);
		written = !(qpdf_write(d.q) & QPDF_ERRORS);
	}
	if (written)
		buf_add_n(bytes, (const char *)qpdf_get_buffer(d.q), qpdf_get_buffer_length(d.q));
	qpdf_cleanup(&d.q);
	if (written)
		return NULL;
	return FAULT(p->a, FAULT_BROKEN, !read ? "the drawn PDF cannot be read again" : !dressed ?
		"the PDF's structure is not what was drawn (tag %d of %d)" : "the PDF could not be written (tag %d of %d)", d.at,
		d.n);
}

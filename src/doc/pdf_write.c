/* pdf_write.c - parts that cairo drew, put together as one file: their pages, fonts and pictures copied as they are, and around
 * them what cairo 1.16 cannot say: language, title shown, XMP, artifacts, one structure (pdf_tree.c). What is no stream is
 * squeezed, many objects at a time. The same parts give the same bytes. */
#include "doc/pdf_file.h"

#include <zlib.h>

int file_new(struct file *f)
{
	if (f->count + 1 >= f->room) {
		int room = f->room ? 2 * f->room : 1024;
		struct object *more = arena_array(f->a, (size_t)room, sizeof *more);

		if (f->count)
			memcpy(more, f->object, ((size_t)f->count + 1) * sizeof *more);
		f->object = more;
		f->room = room;
	}
	return ++f->count;
}

void file_put(struct file *f, int number, const struct buf *b)
{
	f->object[number].text = buf_text(b);
	f->object[number].n = b->len;
}

void file_put_stream(struct file *f, int number, const struct buf *b, const unsigned char *bytes, size_t n)
{
	file_put(f, number, b);
	f->object[number].stream = bytes;
	f->object[number].length = n;
}

/* Plain letters as they are; others in UTF-16. */
void file_text(struct buf *b, const char *text)
{
	bool plain = true;
	char *wide;
	gsize n = 0;

	for (const char *at = text; *at && plain; at++)
		plain = *at >= ' ' && *at < 127;
	if (plain) {
		buf_add_c(b, '(');
		for (; *text; text++)
			buf_printf(b, strchr("()\\", *text) ? "\\%c" : "%c", *text);
		buf_add_c(b, ')');
		return;
	}
	wide = g_convert_with_fallback(text, -1, "UTF-16BE", "UTF-8", "?", NULL, &n, NULL);
	buf_add(b, "<FEFF");
	for (gsize i = 0; wide && i < n; i++)
		buf_printf(b, "%02X", (unsigned char)wide[i]);
	buf_add_c(b, '>');
	g_free(wide);
}

/* ---- a part read ---- */

static bool mark_page(struct arena *a, const struct raw *file, struct page_of *p)
{
	const char *contents = raw_key(&p->o, "/Contents");
	struct raw_object o;
	unsigned char *plain;
	size_t n;

	if (!contents || !raw_object(file, raw_ref(contents), &o) || !o.stream || !(plain = raw_inflate(a, o.stream, o.length, &n)))
		return false;
	artifacts_mark(plain, n);
	p->stream = raw_deflate(a, plain, n, &p->length);
	return p->stream != NULL;
}

static bool read_pages(struct arena *a, struct part *part, const struct raw_object *root)
{
	const char *pages = raw_key(root, "/Pages"), *kids;
	struct raw_object o;
	int n = 0;

	if (!pages || !raw_object(&part->file, raw_ref(pages), &o) || !(kids = raw_key(&o, "/Kids")) || *kids != '[')
		return false;
	for (const char *k = kids + 2; raw_ref(k); k = raw_past(k))
		n++;
	part->page = arena_array(a, (size_t)n + 1, sizeof *part->page);
	for (const char *k = kids + 2; raw_ref(k); k = raw_past(k)) {
		struct page_of *p = &part->page[part->pages++];

		p->was = raw_ref(k);
		if (!raw_object(&part->file, p->was, &p->o) || !mark_page(a, &part->file, p))
			return false;
	}
	return n > 0;
}

const struct fault *part_read(struct pdf *p, struct arena *a, const struct buf *raw, struct part *part)
{
	struct raw_object trailer, root;
	const char *end, *at;

	if (!raw_open(a, raw, &part->file))
		return FAULT(p->a, FAULT_BROKEN, "the drawn PDF cannot be read again");
	part->height = p->sheet_h;
	part->copied = arena_array(a, (size_t)part->file.count + 1, sizeof *part->copied);
	end = buf_text(raw) + raw->len;
	at = end - (raw->len > 300 ? 300 : raw->len);
	trailer = (struct raw_object){ .text = at, .n = (size_t)(end - at) };
	at = raw_key(&trailer, "/Root");
	if (!at || !raw_object(&part->file, raw_ref(at), &root) || !read_pages(a, part, &root))
		return FAULT(p->a, FAULT_BROKEN, "the drawn PDF's pages are not as they were drawn");
	return tree_read(a, part, &root) ? NULL : FAULT(p->a, FAULT_BROKEN, "the PDF's structure is not what was drawn");
}

/* ---- copied as it is ---- */

static int copy(struct file *f, struct part *part, int was);

static size_t string_end(const char *at, size_t n, size_t i)
{
	int depth = 0;

	for (; i < n; i++) {
		if (at[i] == '\\')
			i++;
		else if (at[i] == '(')
			depth++;
		else if (at[i] == ')' && --depth == 0)
			return i + 1;
	}
	return n;
}

/* The text of an object with the numbers that its references have here; of a stream without its length. */
static void copy_text(struct file *f, struct part *part, const char *at, size_t n, bool stream, struct buf *b)
{
	static const char LENGTH[] = "/Length ";
	char was = 0;

	for (size_t i = 0; i < n;) {
		bool blank = was == 0 || strchr(" [", was), digit = at[i] >= '0' && at[i] <= '9';
		size_t end = i + 1;

		if (at[i] == '(') {
			end = string_end(at, n, i);
			buf_add_n(b, at + i, end - i);
		} else if (stream && n - i > sizeof LENGTH && memcmp(at + i, LENGTH, sizeof LENGTH - 1) == 0) {
			end = (size_t)(raw_past(at + i + sizeof LENGTH - 1) - at);
		} else if (digit && blank && raw_ref(at + i)) {
			end = (size_t)(raw_past(at + i) - at);
			buf_printf(b, "%d 0 R ", copy(f, part, raw_ref(at + i)));
		} else if (digit && blank) {
			end = i + strspn(at + i, "0123456789.");
			buf_add_n(b, at + i, end - i);
		} else if (at[i] != '\n' && at[i] != ' ') {
			buf_add_c(b, at[i]);
		} else if (was != ' ') {
			buf_add_c(b, ' ');
		}
		was = b->len ? b->data[b->len - 1] : 0;
		i = end;
	}
}

static int copy(struct file *f, struct part *part, int was)
{
	struct raw_object o;
	struct buf b = buf_new(f->a);

	if (was >= part->file.count || !raw_object(&part->file, was, &o))
		return 0;
	if (part->copied[was])
		return part->copied[was];
	part->copied[was] = file_new(f);
	if (o.stream) {
		buf_printf(&b, "<</Length %zu ", o.length);
		copy_text(f, part, o.text + 2, o.n - 2, true, &b);
		file_put_stream(f, part->copied[was], &b, o.stream, o.length);
	} else {
		copy_text(f, part, o.text, o.n, false, &b);
		file_put(f, part->copied[was], &b);
	}
	return part->copied[was];
}

/* The value of a page's key, up to its closing bracket. */
static void copy_value(struct file *f, struct part *part, const char *at, struct buf *b)
{
	size_t n = strcspn(at, "\n");
	const char *close = *at == '[' ? strchr(at, ']') : strncmp(at, "<<", 2) == 0 ? strstr(at, ">>") : NULL;

	copy_text(f, part, at, close ? (size_t)(close - at) + (*at == '[' ? 1 : 2) : n, false, b);
}

static void put_page(struct file *f, struct part *part, struct page_of *p, int above, int key)
{
	static const char *const KEYS[] = { "/MediaBox", "/Resources", "/Group" };
	struct buf b = buf_new(f->a), dict = buf_new(f->a);
	int contents = file_new(f);

	buf_printf(&dict, "<</Length %zu/Filter/FlateDecode>>", p->length);
	file_put_stream(f, contents, &dict, p->stream, p->length);
	buf_printf(&b, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S", above, contents, key);
	for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
		const char *at = raw_key(&p->o, KEYS[i]);

		if (!at)
			continue;
		buf_printf(&b, "%s ", KEYS[i]);
		copy_value(f, part, at, &b);
	}
	buf_add(&b, ">>");
	file_put(f, p->number, &b);
}

static int put_pages(struct file *f, struct part *parts, int count)
{
	struct buf b = buf_new(f->a);
	int above = file_new(f), key = 0;

	buf_add(&b, "<</Type/Pages/Kids[");
	for (int i = 0; i < count; i++)
		for (int p = 0; p < parts[i].pages; p++) {
			parts[i].page[p].number = file_new(f);
			buf_printf(&b, "%s%d 0 R", key ? " " : "", parts[i].page[p].number);
			put_page(f, &parts[i], &parts[i].page[p], above, key++);
		}
	buf_printf(&b, "]/Count %d>>", key);
	file_put(f, above, &b);
	return above;
}

/* ---- bookmarks ---- */

struct item { const struct mark *m; const struct part *part; int number, above, first, last, before, after, below; };

static void put_item(struct file *f, const struct item *all, const struct item *i, int root)
{
	const int refs[] = { i->before, i->after, i->first, i->last };
	static const char *const KEYS[] = { "/Prev", "/Next", "/First", "/Last" };
	double top = i->part->height - (i->m->y > 12 ? i->m->y - 12 : 0);
	struct buf b = buf_new(f->a);

	buf_add(&b, "<</Title");
	file_text(&b, i->m->name);
	buf_printf(&b, "/Parent %d 0 R/Dest[%d 0 R/XYZ 0 %.2f 0]", i->above < 0 ? root : all[i->above].number,
		i->part->page[i->m->page].number, top);
	for (int k = 0; k < 4; k++)
		if (refs[k] >= 0)
			buf_printf(&b, "%s %d 0 R", KEYS[k], all[refs[k]].number);
	if (i->below)
		buf_printf(&b, "/Count %d", i->below);
	buf_add(&b, ">>");
	file_put(f, i->number, &b);
}

/* Each beneath the last that is less deep. */
static void hang(struct item *all, int n, int i)
{
	int above = i - 1;

	while (above >= 0 && all[above].m->level >= all[i].m->level)
		above = all[above].above;
	all[i].above = above;
	for (int k = i - 1; k > above && all[i].before < 0; k--)
		if (all[k].above == above)
			all[i].before = k;
	if (all[i].before >= 0)
		all[all[i].before].after = i;
	if (above >= 0) {
		all[above].first = all[above].first < 0 ? i : all[above].first;
		all[above].last = i;
	}
	for (int k = above; k >= 0 && k < n; k = all[k].above)
		all[k].below++;
}

static int put_bookmarks(struct file *f, struct part *parts, int count)
{
	struct item *all;
	struct buf b = buf_new(f->a);
	int n = 0, room = 0, root, first = -1, last = -1;

	for (int i = 0; i < count; i++)
		room += parts[i].mark_count;
	if (!room)
		return 0;
	all = arena_array(f->a, (size_t)room, sizeof *all);
	root = file_new(f);
	for (int i = 0; i < count; i++)
		for (int k = 0; k < parts[i].mark_count; k++, n++) {
			all[n] = (struct item){ &parts[i].marks[k], &parts[i], file_new(f), -1, -1, -1, -1, -1, 0 };
			hang(all, room, n);
			first = first < 0 ? n : first;
			last = all[n].above < 0 ? n : last;
		}
	for (int i = 0; i < n; i++)
		put_item(f, all, &all[i], root);
	buf_printf(&b, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", all[first].number, all[last].number, n);
	file_put(f, root, &b);
	return root;
}

/* ---- what it is ---- */

static const char *made_on(const struct pdf_about *about)
{
	return about->made && about->made[0] ? about->made : "2000-01-01T00:00:00Z";
}

static int put_xmp(struct file *f, const struct pdf_about *about)
{
	const char *made = made_on(about);
	struct buf x = buf_new(f->a), dict = buf_new(f->a);
	int number = file_new(f);

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
	buf_printf(&x, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:CreatorTool>OpenSENCO"
		"</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n", made, made);
	buf_printf(&dict, "<</Type/Metadata/Subtype/XML/Length %zu>>", x.len);
	file_put_stream(f, number, &dict, (const unsigned char *)buf_text(&x), x.len);
	return number;
}

static int put_info(struct file *f, const struct pdf_about *about)
{
	struct buf b = buf_new(f->a), when = buf_new(f->a);
	int number = file_new(f);

	for (const char *at = made_on(about); *at; at++)
		if (*at >= '0' && *at <= '9')
			buf_add_c(&when, *at);
	buf_add(&b, "<</Title");
	file_text(&b, about->title);
	if (about->author && about->author[0]) {
		buf_add(&b, "/Author");
		file_text(&b, about->author);
	}
	buf_printf(&b, "/Creator(OpenSENCO)/Producer(OpenSENCO)/CreationDate(D:%sZ)/ModDate(D:%sZ)>>", buf_text(&when),
		buf_text(&when));
	file_put(f, number, &b);
	return number;
}

static int put_root(struct file *f, const struct pdf_about *about, struct part *parts, int count)
{
	int number = file_new(f), pages = put_pages(f, parts, count), tree = tree_write(f, parts, count),
		marks = put_bookmarks(f, parts, count), xmp = put_xmp(f, about);
	struct buf b = buf_new(f->a);

	buf_printf(&b, "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/ViewerPreferences"
		"<</DisplayDocTitle true>>/Metadata %d 0 R/Lang", pages, tree, xmp);
	file_text(&b, about->lang ? about->lang : "en-GB");
	if (marks)
		buf_printf(&b, "/Outlines %d 0 R", marks);
	buf_add(&b, ">>");
	file_put(f, number, &b);
	return number;
}

/* ---- bytes ---- */

enum { TOGETHER = 250 }; /* objects squeezed as one */

static void write_stream(struct file *f, int number, struct buf *out)
{
	struct object *o = &f->object[number];

	o->place = out->len;
	buf_printf(out, "%d 0 obj\n", number);
	buf_add_n(out, o->text, o->n);
	buf_add(out, "\nstream\n");
	buf_add_n(out, (const char *)o->stream, o->length);
	buf_add(out, "\nendstream\nendobj\n");
}

/* The place of each object: where it begins, or in which squeezed one it is the how many-th. */
struct place { int kind; size_t at; int nth; };

static void squeeze(struct file *f, const int *which, int n, struct place *place, struct buf *out)
{
	struct buf head = buf_new(f->a), body = buf_new(f->a), dict = buf_new(f->a);
	int number = file_new(f);
	unsigned char *bytes;
	size_t length;

	for (int i = 0; i < n; i++) {
		buf_printf(&head, "%d %zu ", which[i], body.len);
		buf_add_n(&body, f->object[which[i]].text, f->object[which[i]].n);
		buf_add_c(&body, '\n');
		place[which[i]] = (struct place){ 2, (size_t)number, i };
	}
	buf_printf(&dict, "<</Type/ObjStm/N %d/First %zu/Filter/FlateDecode", n, head.len);
	buf_add_n(&head, body.data, body.len);
	bytes = raw_deflate(f->a, buf_text(&head), head.len, &length);
	buf_printf(&dict, "/Length %zu>>", length);
	file_put_stream(f, number, &dict, bytes, length);
	write_stream(f, number, out);
	place[number] = (struct place){ 1, f->object[number].place, 0 };
}

/* Two numbers of 64 bits over all that is written: the same bytes, the same id. */
static void put_id(const struct buf *out, struct buf *b)
{
	uint64_t one = 14695981039346656037u, two = 0x9ae16a3b2f90404fu;

	for (size_t i = 0; i < out->len; i++) {
		one = (one ^ (unsigned char)out->data[i]) * 1099511628211u;
		two = (two + (unsigned char)out->data[i]) * 0x9ddfea08eb382d69u;
	}
	buf_printf(b, "/ID[<%016llx%016llx><%016llx%016llx>]", (unsigned long long)one, (unsigned long long)two,
		(unsigned long long)one, (unsigned long long)two);
}

static void write_places(struct file *f, const struct place *place, int root, int info, struct buf *out)
{
	struct buf table = buf_new(f->a), dict = buf_new(f->a);
	int number = file_new(f);
	size_t start = out->len, length;
	unsigned char *bytes;

	for (int i = 0; i <= number; i++) {
		struct place p = i == number ? (struct place){ 1, start, 0 } : place[i];
		const char row[] = { (char)p.kind, (char)(p.at >> 24), (char)(p.at >> 16), (char)(p.at >> 8), (char)p.at,
			(char)(p.nth >> 8), (char)p.nth };

		buf_add_n(&table, row, sizeof row);
	}
	bytes = raw_deflate(f->a, table.data, table.len, &length);
	buf_printf(&dict, "<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/Filter/FlateDecode/Length %zu", number + 1, root,
		info,
		length);
	put_id(out, &dict);
	buf_add(&dict, ">>");
	file_put_stream(f, number, &dict, bytes, length);
	write_stream(f, number, out);
	buf_printf(out, "startxref\n%zu\n%%%%EOF\n", start);
}

void file_write(struct arena *a, const struct pdf_about *about, struct part *parts, int count, struct buf *bytes)
{
	struct file f = { .a = a };
	int root = put_root(&f, about, parts, count), info = put_info(&f, about), objects = f.count, n = 0;
	int *which = arena_array(a, (size_t)objects + 1, sizeof *which);
	struct place *place = arena_array(a, (size_t)objects + (size_t)objects / TOGETHER + 3, sizeof *place);
	struct buf out = buf_new(a);

	buf_add(&out, "%PDF-1.5\n%\xBF\xF7\xA2\xFE\n");
	for (int i = 1; i <= objects; i++) {
		if (f.object[i].stream) {
			write_stream(&f, i, &out);
			place[i] = (struct place){ 1, f.object[i].place, 0 };
			continue;
		}
		which[n++] = i;
		if (n == TOGETHER) {
			squeeze(&f, which, n, place, &out);
			n = 0;
		}
	}
	if (n)
		squeeze(&f, which, n, place, &out);
	write_places(&f, place, root, info, &out);
	buf_add_n(bytes, out.data, out.len);
}

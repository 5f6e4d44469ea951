/* pdf_tree.c - what a screen reader goes through: the structure of a part as cairo wrote it, met tag by tag in the order in
 * which the tags were opened (each must be the one expected), and put out again with what cairo 1.16 cannot say: words for
 * figures, scope of headings, numbering of lists, language; without what only decorates; and with a paragraph or cell that went
 * over a page's end as one. */
#include "doc/pdf_file.h"

struct walk { struct arena *a; struct part *part; int at; bool odd; };

static int page_of(const struct part *part, const char *at)
{
	int ref = at ? raw_ref(at) : 0;

	for (int i = 0; ref && i < part->pages; i++)
		if (part->page[i].was == ref)
			return i;
	return -1;
}

static int page_near(const struct part *part, const char *at, int near)
{
	return at && near >= 0 && part->page[near].was == raw_ref(at) ? near : page_of(part, at);
}

/* The tree's depth is the tags': at most 8. */
static void meet(struct walk *w, int number, int above)
{
	struct raw_object o;
	struct node *n = w->at < w->part->tags ? &w->part->node[w->at] : NULL;
	const struct tag *t = n ? w->part->met[w->at] : NULL;
	const char *name, *k;
	int me = w->at++;

	if (!n || !raw_object(&w->part->file, number, &o) || !(name = raw_key(&o, "/S")) || *name != '/' ||
		strncmp(name + 1, t->name, strlen(t->name)) != 0) {
		w->odd = true;
		return;
	}
	*n = (struct node){ .above = above, .page = page_near(w->part, raw_key(&o, "/Pg"), me ? w->part->node[me - 1].page : -1),
		.content = -1 };
	k = raw_key(&o, "/K");
	if (!k)
		return;
	if (*k != '[' && !raw_ref(k)) {
		n->content = (int)strtol(k, NULL, 10);
		w->odd = w->odd || n->page < 0 || n->content < 0;
		return;
	}
	for (k += *k == '[' ? 1 + strspn(k + 1, " \n") : 0; raw_ref(k) && !w->odd; k = raw_past(k))
		meet(w, raw_ref(k), me);
	w->odd = w->odd || (*k >= '0' && *k <= '9') || *k == '<'; /* content and elements mixed */
}

bool tree_read(struct arena *a, struct part *part, const struct raw_object *root)
{
	struct walk w = { .a = a, .part = part };
	const char *tree = raw_key(root, "/StructTreeRoot"), *k;
	struct raw_object o;

	part->node = arena_array(a, (size_t)part->tags + 1, sizeof *part->node);
	if (!tree || !raw_object(&part->file, raw_ref(tree), &o) || !(k = raw_key(&o, "/K")))
		return false;
	k += *k == '[' ? 1 + strspn(k + 1, " \n") : 0;
	meet(&w, raw_ref(k), -1);
	if (w.odd || w.at != part->tags)
		return false;
	for (int i = 0; i < part->tags; i++) {
		struct node *n = &part->node[i];

		part->met[i]->element = i;
		if (n->content >= 0 && n->content >= part->page[n->page].contents)
			part->page[n->page].contents = n->content + 1;
		if (part->met[i]->joins && (n->content < 0 || part->node[part->met[i]->joins->element].content < 0))
			return false;
	}
	return true;
}

/* ---- put out ---- */

static bool kept(const struct tag *t)
{
	return !t->artifact && !t->joins;
}

/* Numbers for the elements that stay; which holds which. The part's own "Document" is the file's. */
static void give_numbers(struct file *f, struct part *part, int document)
{
	for (int i = 0; i < part->tags; i++) {
		struct node *n = &part->node[i];
		struct tag *t = part->met[i];

		if (t->joins) {
			struct node *first = &part->node[t->joins->element], *last = first;

			while (last->more)
				last = last->more;
			last->more = n;
			n->number = first->number;
		}
		if (!kept(t))
			continue;
		n->number = i ? file_new(f) : document;
		if (n->above >= 0) {
			struct node *above = &part->node[n->above];

			*(above->first ? &above->last->next : &above->first) = n;
			above->last = n;
		}
	}
}

static void put_attributes(const struct part *part, const struct tag *t, struct buf *b)
{
	if (t->alt) {
		buf_add(b, "/Alt");
		file_text(b, t->alt);
		buf_printf(b, "/A<</O/Layout/BBox[%.2f %.2f %.2f %.2f]>>", t->box[0], part->height - t->box[1] - t->box[3],
			t->box[0] + t->box[2], part->height - t->box[1]);
	} else if (t->scope) {
		buf_printf(b, "/A<</O/Table/Scope/%s>>", t->scope);
	} else if (t->number) {
		buf_printf(b, "/A<</O/List/ListNumbering/%s>>", t->number);
	}
	if (t->lang) {
		buf_add(b, "/Lang");
		file_text(b, t->lang);
	}
}

static void put_content(const struct part *part, const struct node *n, struct buf *b)
{
	buf_printf(b, "/Pg %d 0 R/K", part->page[n->page].number);
	if (!n->more) {
		buf_printf(b, " %d", n->content);
		return;
	}
	buf_printf(b, "[%d", n->content);
	for (const struct node *m = n->more; m; m = m->more)
		buf_printf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", part->page[m->page].number, m->content);
	buf_add_c(b, ']');
}

static void put_inside(const struct node *n, struct buf *b)
{
	for (const struct node *k = n->first; k; k = k->next)
		buf_printf(b, "%s%d 0 R", k == n->first ? "" : " ", k->number);
}

static void put_elements(struct file *f, struct part *part)
{
	for (int i = 1; i < part->tags; i++) {
		const struct node *n = &part->node[i];
		struct buf b = buf_new(f->a);

		if (!kept(part->met[i]))
			continue;
		buf_printf(&b, "<</S/%s/P %d 0 R", part->met[i]->name, part->node[n->above].number);
		if (n->content >= 0)
			put_content(part, n, &b);
		else if (n->first) {
			buf_add(&b, "/K[");
			put_inside(n, &b);
			buf_add_c(&b, ']');
		}
		put_attributes(part, part->met[i], &b);
		buf_add(&b, ">>");
		file_put(f, n->number, &b);
	}
}

/* For each page, which element each piece of content belongs to. */
static void put_parents(struct file *f, struct part *part, int *key, struct buf *nums)
{
	for (int p = 0; p < part->pages; p++) {
		int *of = arena_array(f->a, (size_t)part->page[p].contents + 1, sizeof *of), number = file_new(f);
		struct buf b = buf_new(f->a);

		for (int i = 0; i < part->tags; i++)
			if (part->node[i].content >= 0 && part->node[i].page == p && !part->met[i]->artifact)
				of[part->node[i].content] = part->node[i].number;
		buf_add_c(&b, '[');
		for (int i = 0; i < part->page[p].contents; i++)
			buf_printf(&b, of[i] ? "%s%d 0 R" : "%snull", i ? " " : "", of[i]);
		buf_add_c(&b, ']');
		file_put(f, number, &b);
		buf_printf(nums, "%s%d %d 0 R", *key ? " " : "", *key, number);
		(*key)++;
	}
}

int tree_write(struct file *f, struct part *parts, int count)
{
	int root = file_new(f), document = file_new(f), by = file_new(f), key = 0;
	struct buf b = buf_new(f->a), nums = buf_new(f->a);

	buf_printf(&b, "<</S/Document/P %d 0 R/K[", root);
	buf_add(&nums, "<</Nums[");
	for (int i = 0; i < count; i++) {
		give_numbers(f, &parts[i], document);
		put_elements(f, &parts[i]);
		put_parents(f, &parts[i], &key, &nums);
		if (i && parts[i].node[0].first)
			buf_add_c(&b, ' ');
		put_inside(&parts[i].node[0], &b);
	}
	buf_add(&b, "]>>");
	buf_add(&nums, "]>>");
	file_put(f, document, &b);
	file_put(f, by, &nums);
	b = buf_new(f->a);
	buf_printf(&b, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", document, by, key);
	file_put(f, root, &b);
	return root;
}

/* drafts.c - what somebody typed and did not save: offered again, or thrown away. Kept by web/ when a form comes too late, and here
 * when a page's script sends one. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/session.tmpl.h"
#include "base/buf.h"

const struct fault *drafts_get(struct req *rq, struct ui *ui)
{
	struct draft_line *lines;
	struct draft *drafts;
	int count;

	TRY(draft_list(rq->act, rq->act->who->account, &drafts, &count));
	lines = arena_array(rq->a, (size_t)count + 1, sizeof *lines);
	for (int i = 0; i < count; i++) {
		const struct route *route = web_route(rq->web, drafts[i].route);

		lines[i].draft = drafts[i];
		lines[i].title = route && route->title ? route->title : "A form that is no longer there";
		if (route && route->get)
			lines[i].open = arena_printf(rq->a, "%s?draft=%s", drafts[i].route, drafts[i].id);
	}
	ui->shell.scale = UI_READ;
	return tmpl_drafts(ui, lines, count, local_path(http_value(&rq->http->query, "next")));
}

/* Only the route it says: its stamp was minted for that form, and web_stamped() looks. A body without one is nobody's form. */
const struct fault *drafts_post(struct req *rq, struct ui *ui)
{
	const char *route = rq_param(rq, "draft_of"), *id;

	(void)ui;
	if (!route || !web_route(rq->web, route) || !web_stamped(rq, route))
		return FAULT(rq->a, FAULT_INVALID, "This draft belongs to no form of ours");
	TRY(draft_keep(rq->act, rq->act->who->account, route, "Kept while you were writing", web_typed(rq), &id));
	id = arena_printf(rq->a, "kept %s\n", id);
	return rq_download(rq, HTTP_TEXT, NULL, id, strlen(id));
}

const struct fault *draft_discard_post(struct req *rq, struct ui *ui)
{
	(void)ui;
	TRY(draft_drop(rq->act, rq->act->who->account, rq_arg(rq, "draft")));
	rq_notice(rq, NULL, "The draft is gone.");
	return go(rq, "/drafts");
}

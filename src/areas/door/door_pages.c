/* door_pages.c - the holder's side: a link is opened, a code is asked for and typed, a session of one task begins. Opening an
 * address changes nothing, for mail scanners open addresses too; every step is a POST. */
#include <string.h>

#include "areas/door/area.h"
#include "areas/door/door.tmpl.h"
#include "base/random.h"
#include "base/text.h"
#include "seal/hash.h"
#include "web/tell.h"

static void shell(struct req *rq, const char *title)
{
	rq->ui->shell.title = title;
	rq->ui->shell.scale = UI_PHONE;
}

static const struct fault *program(struct req *rq, struct act **out)
{
	*out = act_lift(rq->act);
	return act_guard(*out);
}

/* Name and telephone of the school: what everybody may know. */
static const struct fault *school_of(struct req *rq, struct act *all, const char *campus, const char **phone)
{
	const struct record *r = record_find(all->house, "campus");
	struct row *row;

	TRY(record_get(all, r, campus, &row));
	rq->ui->shell.school = row_text(row, field_find(r, "name"));
	*phone = row_text(row, field_find(r, "phone"));
	return NULL;
}

/* The school whose link it was; of a token that nobody has, the school if there is but one. */
static const struct fault *gone_where(struct req *rq, struct act *all, const struct row *link, const char **phone)
{
	struct rows schools;

	*phone = "";
	if (link)
		return school_of(rq, all, row_campus(link), phone);
	TRY(record_list(all, record_find(all->house, "campus"), &(struct ask){ .limit = 2 }, &schools));
	return schools.count == 1 ? school_of(rq, all, row_id(schools.row[0]), phone) : NULL;
}

static const struct fault *gone(struct req *rq, struct ui *ui, struct act *all, const struct row *link, const struct fault *f)
{
	const char *phone;

	if (f->code != FAULT_NONE)
		return f;
	shell(rq, "This link cannot be used");
	rq->status = 404;
	TRY(gone_where(rq, all, link, &phone));
	journal_note(rq->act, "denied", "link", "", "", "a link that cannot be used");
	return tmpl_door_gone(ui, phone);
}

/* The link behind this address if it can be used now; else the fault that gone() takes, with the link if there is one. */
static const struct fault *usable(struct req *rq, struct act *all, struct row **link)
{
	const struct fault *f = link_of_token(all, rq_arg(rq, "token"), link);
	bool stands;

	if (f)
		return f;
	all->campus = row_campus(*link);
	TRY(link_stands(rq->web, all, *link, &stands, NULL));
	return stands ? NULL : FAULT(rq->a, FAULT_NONE, "its holder has no right to it any longer");
}

/* "r…@example.org": enough to know which address is meant, too little to learn it. */
static const char *hint_of(struct arena *a, const char *address)
{
	const char *at = strrchr(address, '@');

	return at && at > address ? arena_printf(a, "%.1s…%s", address, at) : "";
}

static const struct fault *draw_door(struct req *rq, struct ui *ui, struct act *all, const struct row *link, const char *note,
	const char *error)
{
	struct door d = { .token = rq_arg(rq, "token"), .note = note, .error = error };

	shell(rq, "A page for you");
	TRY(school_of(rq, all, row_campus(link), &d.phone));
	d.school = ui->shell.school;
	d.send_to = hint_of(rq->a, row_text(link, LINK_CODE_TO));
	return tmpl_door(ui, &d);
}

/* To what was half typed before, if it belongs to this task (the newest), else to the task's first page. */
static const struct fault *go_in(struct req *rq, struct act *all, const struct row *link)
{
	const struct link_task *t = link_task_find(rq->web, row_text(link, LINK_TASK));
	const char *home = link_path(rq->a, t->path, row_about(link), row_text(link, LINK_TARGET));
	struct draft *drafts;
	const char *to = home;
	int count;

	TRY(draft_list(all, row_id(link), &drafts, &count));
	for (int i = count - 1; i >= 0; i--)
		if (strncmp(drafts[i].route, home, strlen(home)) == 0)
			to = arena_printf(rq->a, "%s?draft=%s", drafts[i].route, drafts[i].id);
	return go(rq, "%s", to);
}

const struct fault *door_get(struct req *rq, struct ui *ui)
{
	const char *said = rq_text(rq, "said");
	const struct fault *f;
	struct row *link = NULL;
	struct act *all;

	TRY(program(rq, &all));
	f = usable(rq, all, &link);
	if (rq->link && link && strcmp(rq->link->id, row_id(link)) == 0 && (!f || rq->link->done))
		return go_in(rq, all, link); /* or to their thanks: who has just sent it may tap the link again */
	if (f)
		return gone(rq, ui, all, link, f);
	return draw_door(rq, ui, all, link, strcmp(said, "sent") == 0 ? "A code is on its way. It works for 15 minutes." : NULL,
		strcmp(said, "wrong") == 0 ? "That is not the code, or it is older than 15 minutes. Check it, or ask for a new "
		"one" :
		strcmp(said, "five") == 0 ? "That was not the code, and this one works no longer. Ask for a new one" :
		strcmp(said, "wait") == 0 ? "That was tried too often. Wait a few minutes and try again" :
		strcmp(said, "many") == 0 ? "No more codes can be sent for this link. Ring the school" : NULL);
}

const struct fault *door_send(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	struct row *link = NULL;
	struct act *all;
	const char *code;

	TRY(program(rq, &all));
	f = usable(rq, all, &link);
	if (f)
		return gone(rq, ui, all, link, f);
	if (!*row_text(link, LINK_CODE_TO))
		return go(rq, "/link/%s", rq_arg(rq, "token"));
	f = link_new_code(all, link, &code);
	if (f && f->code == FAULT_INVALID)
		return go(rq, "/link/%s?said=many", rq_arg(rq, "token"));
	TRY(f);
	TRY(tell(all, &(struct tell){ .to = TELL_ADDRESS, .id = row_text(link, LINK_CODE_TO), .name = row_text(link, LINK_NAME),
		.kind = "code", .subject = "Your code",
		.text = arena_printf(rq->a, "Your code is %.3s %s. It works for 15 minutes, for the page you opened.\n\n"
			"If you did not ask for it, tell the school.", code, code + 3), .why_record = "link", .why = row_id(link) },
			NULL));
	return go(rq, "/link/%s?said=sent", rq_arg(rq, "token"));
}

static const struct fault *begin(struct req *rq, struct act *all, const struct row *link)
{
	struct session *s = arena_alloc(rq->a, sizeof *s);
	const char *token;

	if (rq->session && !rq->session->ended)
		TRY(session_end(all, rq->session->id));
	*s = (struct session){ .account = row_id(link), .campus = row_campus(link), .role = "link", .agent = web_agent(rq),
		.pupil = row_about(link), .fresh_at = "" };
	random_bytes(s->stamp_key, sizeof s->stamp_key);
	TRY(session_make(all, s, &token)); /* one browser at a time: whoever had the page open before has not the newest code */
	s->id = seal_token_hash(rq->a, token);
	TRY(session_end_others(all, row_id(link), s->id));
	rq->cookie = token;
	rq->session = s;
	web_wake(rq, s->id);
	journal_note(all, "sign-in", "link", row_id(link), row_about(link), "by link and code");
	return NULL;
}

const struct fault *door_post(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	struct row *link = NULL;
	struct act *all;
	bool right, last;

	TRY(program(rq, &all));
	f = usable(rq, all, &link);
	if (f)
		return gone(rq, ui, all, link, f);
	if (!*rq_text(rq, "code"))
		return draw_door(rq, ui, all, link, NULL, "Enter the code");
	if (web_try(rq, row_id(link)))
		return go(rq, "/link/%s?said=wait", rq_arg(rq, "token"));
	last = row_int(link, LINK_CODE_TRIES) + 1 >= CODE_TRIES;
	TRY(link_try_code(all, link, rq_text(rq, "code"), &right));
	if (!right) {
		journal_note(all, "denied", "link", row_id(link), row_about(link), "a wrong code");
		return go(rq, "/link/%s?said=%s", rq_arg(rq, "token"), last ? "five" : "wrong");
	}
	web_tried(rq, row_id(link));
	TRY(begin(rq, all, link));
	return go_in(rq, all, link);
}

const struct fault *door_away(struct req *rq, struct ui *ui)
{
	shell(rq, "Open your link again");
	ui->shell.school = rq->session && *rq->session->school ? rq->session->school : NULL;
	return tmpl_door_away(ui, http_value(&rq->http->query, "kept") != NULL, http_value(&rq->http->query, "later") != NULL,
		http_value(&rq->http->query, "out") != NULL);
}

/* sar_pages.c - the extract on screen and as a download. Who may is decided in sar_make(), for whoever asks. */
#include "reports/derive.h"
#include "reports/sar.tmpl.h"

const struct fault *subject_access_page(struct req *rq, struct ui *ui)
{
	struct sar s;

	TRY(sar_make(rq->act, rq_arg(rq, "child"), &s));
	ui->shell.scale = UI_READ;
	ui->shell.title = "Everything kept about a child";
	return tmpl_sar(ui, &s, arena_printf(rq->a, "/pupils/%s/subject-access/file", s.pupil));
}

const struct fault *subject_access_file(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct buf bytes;
	struct sar s;

	TRY(sar_make(rq->act, rq_arg(rq, "child"), &s));
	TRY(sar_zip(rq->act, &s, &bytes));
	return rq_download(rq, "application/zip", arena_printf(rq->a, "extract-%s.zip", day_iso(rq->a, rq->act->today)), bytes.data,
		bytes.len);
}

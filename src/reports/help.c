/* help.c - the pages that the footer links to. Their words are in help.tmpl. */
#include "reports/derive.h"
#include "reports/help.tmpl.h"

const struct fault *help_page(struct req *rq, struct ui *ui)
{
	ui->shell.scale = UI_READ;
	return tmpl_help(ui, rq->session && *rq->act->who->account);
}

const struct fault *help_keyboard(__attribute__((unused)) struct req *rq, struct ui *ui)
{
	ui->shell.scale = UI_READ;
	return tmpl_help_keyboard(ui);
}

const struct fault *help_accessibility(__attribute__((unused)) struct req *rq, struct ui *ui)
{
	ui->shell.scale = UI_READ;
	return tmpl_help_accessibility(ui);
}

const struct fault *help_privacy(__attribute__((unused)) struct req *rq, struct ui *ui)
{
	ui->shell.scale = UI_READ;
	return tmpl_help_privacy(ui);
}

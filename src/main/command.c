/* command.c - the table of commands, and what every command may use; apart from main.c, so that tests and serve can run commands
 * too. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "main/commands.h"

int command_fault(struct args *args, const char *doing, const struct fault *f)
{
	fprintf(args->err, "%s: %s\n", doing, f->text);
	return EXIT_BAD;
}

int command_misuse(struct args *args, const char *name)
{
	const struct command *c = command_find(name);

	fprintf(args->err, "It is used like this: opensenco %s %s\n", name, c ? c->usage : "");
	return EXIT_MISUSE;
}

const struct command COMMANDS[] = {
	{ "init", "Makes an empty installation with one school and a first account.",
	  "--data DIR [--school NAME] [--urn URN] [--phase primary|secondary|...] [--login NAME] [--name NAME]",
	  "opensenco init --data /var/lib/opensenco --school \"Thistlewick Primary\" --login r.okonkwo --name \"Ruth Okonkwo\"",
	  cmd_init },
	{ "demo", "Makes an invented school to try things on: three years of it, the same facts each time.",
	  "DIR [--pupils N] [--seed S] [--on DATE]", "opensenco demo ./demo\nopensenco demo ./trust --pupils 60000 --on 2026-11-23",
	  cmd_demo },
	{ "serve", "Serves the pages of an installation.",
		"[--data DIR] [--port N] [--address A] [--cert FILE --tls-key FILE] [--proxy ADDRESS] [--forget]",
	  "opensenco serve --data ./demo --port 8080", cmd_serve },
	{ "import", "Brings files of another system in: pupil lists, transfer files, contacts, tests, calendars.",
	  "FILE... [--data DIR] [--campus NAME] [--dry-run] [--json] [--answer QUESTION=ANSWER] [--as LOGIN]",
	  "opensenco import sims_pupils.csv --dry-run\nopensenco import oneroster.zip --answer 'need:adhd=SEMH'",
	  cmd_import, .served = true },
	{ "register", "Lists the SEND register: who has support or a plan, what for, what is next.",
	  "[--data DIR] [--campus NAME] [--as-at DAY] [--known-on DAY] [--all] [--format csv|json|xlsx] [--out FILE] [--as LOGIN]",
	  "opensenco register --data ./demo --as-at 2026-09-01 --format xlsx --out register.xlsx",
	  cmd_register, .served = true },
	{ "due", "Lists the dates that are open, the nearest first.",
	  "[--data DIR] [--campus NAME] [--overdue] [--within DAYS] [--json] [--as LOGIN]",
	  "opensenco due --data ./demo --within 7", cmd_due, .served = true },
	{ "user", "Lists, adds and closes accounts, gives roles, and lets somebody in who is locked out.",
	  "list | add LOGIN [--name NAME] [--email E] [--role ROLE] | password LOGIN | code LOGIN | role LOGIN ROLE [--from DAY] "
	  "[--until DAY] [--end] | close LOGIN | open LOGIN   [--data DIR] [--campus NAME] [--json] [--as LOGIN]",
	  "opensenco user add h.marsh --name \"Helen Marsh\" --role head --data ./demo\nopensenco user password r.okonkwo --data "
	  "./demo", cmd_user, .served = true },
	{ "token", "Makes a token by which another program may act as an account through the API, or ends one.",
	  "LOGIN [--name NAME] [--until DAY] [--campus NAME] [--end]   [--data DIR] [--as LOGIN]",
	  "opensenco token r.okonkwo --name \"Provision map\" --data ./demo\ncurl -H \"Authorization: Bearer TOKEN\" "
	  "http://127.0.0.1:8080/api/1", cmd_token, .served = true },
	{ "export", "Writes one kind of record as CSV or XLSX, or all that is kept about a child as a zip.",
	  "TYPE [--format csv|xlsx] [--as-at DAY] | --pupil UPN   --out FILE [--campus NAME] [--data DIR] [--as LOGIN]",
	  "opensenco export need --format xlsx --out needs.xlsx --data ./demo\nopensenco export --pupil A999234525001 --out "
	  "extract.zip --data ./demo", cmd_export, .served = true },
	{ "report", "Writes a report as a file: one-page profiles, a page for each child on the register, or one child's; the look "
		"back "
	  "for those who lead; the report to governors, which no child can be told from.",
	  "profiles --out FILE.pdf [--pupil UPN] [--print large|easy] [--written]   or\n"
	  "       look-back|governors --out FILE.pdf|FILE.xlsx [--when term|year|last]   [--campus NAME] [--data DIR] [--as LOGIN]",
	  "opensenco report profiles --out profiles.pdf --data ./demo\nopensenco report profiles --pupil A999234525001 --out "
	  "profile.pdf --data ./demo\nopensenco report governors --when year --out governors.pdf --data ./demo", cmd_report,
	  .served = true },
	{ "who-can", "Says all that a role, or a person, reaches: records, rights, fields and pages.",
		"ROLE | LOGIN | --list  [--data DIR] [--json]",
	  "opensenco who-can teacher\nopensenco who-can t.okafor --data ./demo",
	  cmd_who_can, .served = true },
	{ "audit", "Checks the journal's chain, or lists its newest entries.", "verify|list [--data DIR] [--json]",
	  "opensenco audit verify --data ./demo",
	  cmd_audit, .served = true },
	{ "backup", "Writes an encrypted copy of the store while people work, restores it to a scratch file and checks it.",
	  "[--data DIR] [--out FILE] [--as LOGIN]", "opensenco backup --data ./demo --out /mnt/backup/monday.backup",
	  cmd_backup, .served = true, .out = backup_name },
	{ "restore", "Restores a backup into an empty directory.", "FILE --data DIR --secret-file KEY",
	  "opensenco restore monday.backup --data ./restored --secret-file recovery-key.txt", cmd_restore },
	{ "copy", "Copies a school to another store, SQLite or PostgreSQL, and compares both.", "TO [--data DIR]",
	  "opensenco copy --data ./school postgresql:///opensenco", cmd_copy },
	{ "migrate", "Brings the store's schema up to date.", "[--data DIR] [--draft]", "opensenco migrate --data ./demo",
		cmd_migrate },
	{ "show", "Prints what the tables give: a record type, the schema, the golden facts.",
		"RECORD | schema | routes | clocks | --golden NAME",
	  "opensenco show need", cmd_show },
	{ "clock", "Works out a statutory date, and says why.",
	  "ID DATE [key=value ...] [--calendar cal-a|none] [--data DIR|URL] [--campus NAME] [--why] [--json] | --list",
	  "opensenco clock ehcna-final-plan 2026-09-07 --why\nopensenco clock record-transfer 2027-03-19 --calendar cal-a",
	  cmd_clock },
	{ "help", "Says what the commands do, or how to use one of them.", "[COMMAND]", "opensenco help import", cmd_help },
};

const int COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS;

const struct command *command_find(const char *name)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (strcmp(COMMANDS[i].name, name) == 0)
			return &COMMANDS[i];
	}
	return NULL;
}

/* The command whose name is fewest slips away, if that is close enough to be a guess. */
static const struct command *command_guess(const char *name)
{
	const struct command *best = NULL;
	int fewest = 3;

	for (int i = 0; i < COMMAND_COUNT; i++) {
		int slips = text_slips(COMMANDS[i].name, name, fewest);

		if (slips < fewest) {
			fewest = slips;
			best = &COMMANDS[i];
		}
	}
	return best;
}

int command_unknown(FILE *err, const char *name)
{
	const struct command *guess = command_guess(name);

	fprintf(err, "There is no command \"%s\".", name);
	if (guess)
		fprintf(err, " Did you mean \"%s\"?", guess->name);
	fprintf(err, " See: opensenco help\n");
	return EXIT_MISUSE;
}

int command_explain(FILE *out, const struct command *c)
{
	fprintf(out, "opensenco %s%s%s\n\n%s\n\nFor example:\n", c->name, *c->usage ? " " : "", c->usage, c->summary);
	for (const char *line = c->example; *line;) {
		size_t n = strcspn(line, "\n");

		fprintf(out, "  %.*s\n", (int)n, line);
		line += n + (line[n] == '\n');
	}
	return EXIT_FINE;
}

int cmd_help(struct args *args)
{
	const char *name = args_next(args);

	if (!args_done(args))
		return EXIT_MISUSE;
	if (name)
		return command_find(name) ? command_explain(args->out, command_find(name)) : command_unknown(args->err, name);
	fputs("OpenSENCO: the whole work of a SENCO in one program.\n\nopensenco COMMAND [--data DIR|URL] ...\n\n", args->out);
	for (int i = 0; i < COMMAND_COUNT; i++)
		fprintf(args->out, "  %-10s %s\n", COMMANDS[i].name, COMMANDS[i].summary);
	fputs("\nopensenco COMMAND --help shows how to use one of them, with an example.\n", args->out);
	return EXIT_FINE;
}

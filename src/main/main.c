/* main.c - finds the command that was asked for and runs it, in the serve that serves the installation or else here. What a command
 * does is in a file of its own (commands.h). */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "main/commands.h"
#include "main/local.h"

static int command_run(const struct command *c, int argc, char **argv)
{
	struct arena *a = arena_new((size_t)4 << 30);
	struct args args = args_of(a, argc, argv);
	int code = LOCAL_NOBODY;

	if (args_flag(&args, "--help"))
		code = command_explain(stdout, c);
	else if (c->served)
		code = local_ask(&args, c);
	if (code == LOCAL_NOBODY)
		code = c->run(&args);
	arena_free(a);
	if (fflush(stdout) != 0 && code == EXIT_FINE)
		return EXIT_BAD;
	return code;
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "help";
	const struct command *c;

	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is a full disk: "not saved", and the program lives */
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
		name = "help";
	c = command_find(name);
	if (!c)
		return command_unknown(stderr, name);
	return command_run(c, argc > 2 ? argc - 2 : 0, argv + 2);
}

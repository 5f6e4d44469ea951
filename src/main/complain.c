/* complain.c - how a command says that it could not. */
#include <stdio.h>

#include "main/commands.h"

int command_fault(const char *doing, const struct fault *f)
{
	fprintf(stderr, "%s: %s\n", doing, f->text);
	return EXIT_BAD;
}

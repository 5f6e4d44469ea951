/* command.c - what every command may use; apart from main.c, so that tests can link commands without main(). */
#include <stdio.h>

#include "main/commands.h"

int command_fault(const char *doing, const struct fault *f)
{
	fprintf(stderr, "%s: %s\n", doing, f->text);
	return EXIT_BAD;
}

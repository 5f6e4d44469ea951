/* log.c - one line an entry, on standard error. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

static enum log_level least = LOG_INFO;

void log_quiet(enum log_level level)
{
	least = level;
}

void log_line(enum log_level level, const char *format, ...)
{
	static const char *const NAMES[] = { "debug", "info", "warn", "ALARM" };
	char text[1024], line[2048], when[32];
	time_t now = time(NULL);
	struct tm parts;
	size_t n = 0;
	va_list ap;

	if (level < least)
		return;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	for (const char *p = text; *p && n < sizeof line - 5; p++) {
		unsigned char c = (unsigned char)*p;

		if (c < 0x20 || c == 0x7f)
			n += (size_t)snprintf(line + n, sizeof line - n, "\\x%02x", c);
		else
			line[n++] = (char)c;
	}
	line[n] = 0;
	gmtime_r(&now, &parts);
	strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &parts);
	fprintf(stderr, "%s %s %s\n", when, NAMES[level], line);
}

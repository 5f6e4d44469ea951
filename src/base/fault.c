/* fault.c - faults are made here and nowhere else. */
#include "base/fault.h"

const struct fault *fault_new(struct arena *a, enum fault_code code, const char *file, int line, const char *format, ...)
{
	struct fault *f = arena_alloc(a, sizeof *f);
	va_list ap;

	va_start(ap, format);
	f->text = arena_vprintf(a, format, ap);
	va_end(ap);
	f->code = code;
	f->file = file;
	f->line = line;
	return f;
}

const char *fault_name(enum fault_code code)
{
	static const char *const NAMES[] = {
		[FAULT_INVALID] = "INVALID", [FAULT_NONE] = "NONE", [FAULT_DENIED] = "DENIED", [FAULT_STEP_UP] = "STEP_UP",
		[FAULT_STALE] = "STALE", [FAULT_REPEAT] = "REPEAT", [FAULT_BUSY] = "BUSY", [FAULT_FULL] = "FULL",
		[FAULT_TOO_LARGE] = "TOO_LARGE", [FAULT_TAMPERED] = "TAMPERED", [FAULT_BROKEN] = "BROKEN",
	};

	return code > 0 && code < sizeof NAMES / sizeof *NAMES ? NAMES[code] : "UNKNOWN";
}

/* clock.h - statutory and official dates: one row a clock, one function that reads all rows.
 *
 * A row says: so many units after a field of a record, something must be done by someone, as this law says. The few that a row
 * cannot say name a function (.odd). Limits run in calendar days unless the unit says otherwise; nothing pauses for holidays; a
 * date that falls on a weekend stays there (the practical date, the last school day on or before, is given beside it); an exemption
 * is a defence somebody may rely on and never moves a date. Counting rules and sources: the domain notes on clocks, section 2; each
 * row cites its own. Rows that were not read in the source itself carry SETTING: the row is then a default, and a school's dated
 * setting of the same id wins. A confirmed row takes only a safety margin (days earlier) or an earlier local date. Everything
 * returned lives in the arena given or is const. */
#ifndef LAW_CLOCK_H
#define LAW_CLOCK_H

#include "base/calendar.h"
#include "base/fault.h"

enum clock_unit { DAYS, WEEKS, MONTHS, YEARS, WORKING_DAYS, SCHOOL_DAYS, TRIBUNAL_DAYS };

enum clock_flag {
	SETTING = 1,       /* not read at source, or a school's own choice: editable */
	START_COUNTS = 2,  /* "beginning with": the start is day 1; months and years then end the day before */
	DERIVED = 4,       /* a planning date worked out from law, not itself a limit */
	EARLIEST = 8,      /* the day something begins or may first be done, not the last day for it */
	PATTERN = 16,      /* follows the pattern of past published dates: check the published one */
};

struct clock_sum;
struct clock_row {
	const char *id;
	const char *record, *starts_on, *met_by; /* record type and its fields; met_by may be other_record.field */
	int n;
	enum clock_unit unit;
	unsigned flags;
	const char *duty;        /* who breaks the law if the date is missed */
	const char *cite;        /* the law, guidance or practice */
	const char *from, *until;/* in force, ISO days; until NULL: still */
	const char *text;        /* what must be done, for people */
	const char *status;      /* how sure we are: "confirmed", "recalled (high)", "derived", ... */
	const char *fixed;       /* ISO day: the same for everybody, whatever the start */
	day (*odd)(struct clock_sum *sum); /* works the date out; DAY_NONE after clock_none() */
	const char *needs;       /* input keys that odd reads, with spaces between; "" none */
	/* Laid over by law_at(); not written in rows. */
	int margin;              /* days earlier, by the school's choice */
	const char *local;       /* ISO day: an earlier local date */
	const char *setting;     /* NULL, or the day the setting that changed this row began */
};

/* Facts beside the start day: "reopens" = "2027-09-01". Values are kept as typed. */
struct clock_input { const char *key, *value; };
struct clock_inputs { const struct clock_input *list; int count; };

struct clock_answer {
	day due;                    /* DAY_NONE: none */
	day base;                   /* by the rule alone, before a margin or an earlier local date */
	const char *none;           /* why there is none; "" if there is a date */
	const char *const *working; /* how it was worked out, a line each */
	int n_working;
	const char *rule;           /* id and version: "ehcna-final-plan@2014-09-01" */
	const char *cite;
	const char *calendar;       /* kind of days counted: "calendar days", "school days (cal-a)" */
	const char *status;
	bool setting;               /* SETTING row: says "check with your LA" or the like */
	day practical;              /* last school day on or before due, if that is another day and is known; else DAY_NONE */
	const char *warning;        /* "" or what is not known: bank holidays past the lists */
};

/* All rows, in the order of the notes. Several may share an id (law changed): see law_at(). */
const struct clock_row *law_clock_rows(int *count);

/* A school's dated change. Days as ISO text; empty or NULL: not said. */
struct clock_setting {
	const char *id, *from, *until;
	bool sets_n;                /* n and unit are to be used */
	int n;
	enum clock_unit unit;
	const char *fixed;          /* another fixed date, for rows that have one */
	int margin;
	const char *local;
};

/* The row of a clock in force on `date`, with the newest setting in force that day laid over it; the earliest row if all are later.
 * NULL: no such clock. */
const struct clock_row *law_at(struct arena *a, const char *id, day date, const struct clock_setting *settings, int n_settings);
/* The same over a table of one's own: tests. */
const struct clock_row *law_at_in(struct arena *a, const struct clock_row *rows, int n_rows, const char *id, day date,
	const struct clock_setting *settings, int n_settings);

/* Work out one date. `calendar` may be law_england() or a campus's; never NULL. Faults: FAULT_INVALID for an input that is not what
 * its key needs (a date that is no date). A missing input is no fault: due is none and says why. */
MUST const struct fault *clock_due(const struct clock_row *row, day start, const struct clock_inputs *inputs,
	const struct calendar *calendar, struct arena *a, struct clock_answer *out);

/* The value of a key, or NULL. */
const char *clock_input(const struct clock_inputs *inputs, const char *key);
/* True if some clock reads the key, or every clock takes it (exemption). */
bool clock_key_known(const char *key);

/* "20 weeks", "15 school days beginning with the start", "a fixed date": how long a row gives, for people. */
const char *clock_length(struct arena *a, const struct clock_row *row);
/* Every row, as golden/clocks.txt keeps it. */
const char *law_clocks_text(struct arena *a);

#endif

/* sql_text.h - just enough of SQL's spelling to find parameters and statement ends: quotes and comments are skipped whole. It does
 * not parse. Within db/ and tools/ only. */
#ifndef DB_SQL_TEXT_H
#define DB_SQL_TEXT_H

#include "base/arena.h"

/* Bytes of the string, quoted name, comment or $$body$$ that starts at `p`; 0 if none does. One that never ends goes to the NUL. */
size_t sql_skip(const char *p);
/* True if `c` can stand inside a name. */
bool sql_name_char(char c);
/* The parameter number of the $n at `p`, with its length in bytes; 0 if there is none. `before` is the character before `p`. */
int sql_param(const char *p, char before, size_t *length);
/* The highest parameter number in the text. */
int sql_params(const char *sql);
/* Every $n as ?n: SQLite numbers `$2 ... $1` by first appearance. In arena. */
const char *sql_question_marks(struct arena *a, const char *sql);
/* The next statement, without its ';', blank ones passed over; *at moves on. NULL at the end. */
const char *sql_next(struct arena *a, const char **at);

#endif

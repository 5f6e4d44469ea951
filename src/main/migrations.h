/* migrations.h - the numbered SQL files of migrations/, carried in the program. Append-only from the first release. */
#ifndef MAIN_MIGRATIONS_H
#define MAIN_MIGRATIONS_H

#include "db/db.h"

extern const struct migration MIGRATIONS[];
extern const int MIGRATION_COUNT;

#endif

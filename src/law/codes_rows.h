/* codes_rows.h - where codes.c finds its data. Nobody else includes it. */
#ifndef LAW_CODES_ROWS_H
#define LAW_CODES_ROWS_H

#include "law/codes.h"

extern const struct code CODES[];
extern const int CODE_COUNT;

#endif

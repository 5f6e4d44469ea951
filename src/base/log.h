/* log.h - lines for whoever runs the installation. Never a child's data: references, row numbers and field names only (R20).
 * One line an entry on standard error: time in UTC, level, text; control characters are encoded, so a line cannot be forged. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ALARM };

void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));
void log_quiet(enum log_level least); /* what is below `least` is not written; LOG_INFO at start */

#endif

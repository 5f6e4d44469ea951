/* test.h - a test names a behaviour, and can fail.
 *
 *	TEST(a_leap_day_plus_a_year_is_the_28th)
 *	{
 *		expect_text(day_iso(t->a, day_add_months(day_of(2024, 2, 29), 12)), "2025-02-28");
 *	}
 *
 * `t->a` is an arena that ends with the test; `t->pg` is the PostgreSQL address when the run is on PostgreSQL, else NULL.
 * A failed expectation is printed with its place and the test goes on; expect_stop() ends the test there. Every test that needs
 * a store runs on both: ask for it with TEST_STORE (or let world_new do so). No sleeps, no clock readings. */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <string.h>

#include "base/fault.h"

struct test {
	struct arena *a;
	const char *pg;     /* "postgresql://..." of an empty database server, or NULL: SQLite */
	const char *dir;    /* a directory of this test's own, removed afterwards */
	const char *data;   /* tests/data */
	int failed;
	jmp_buf stop;
};

struct test_row {
	const char *name, *file;
	void (*run)(struct test *);
	bool store;         /* runs once on each store */
	struct test_row *next;
};

void test_register(struct test_row *row);
void test_fail(struct test *t, const char *file, int line, const char *format, ...) __attribute__((format(printf, 4, 5)));

#define TEST_ROW(fn, on_store)                                                                      \
	static void fn(struct test *t);                                                             \
	__attribute__((constructor)) static void fn##_register(void)                                \
	{                                                                                           \
		static struct test_row row = { #fn, __FILE__, fn, on_store, NULL };                  \
		test_register(&row);                                                                \
	}                                                                                           \
	static void fn(__attribute__((unused)) struct test *t)
#define TEST(fn) TEST_ROW(fn, false)
#define TEST_STORE(fn) TEST_ROW(fn, true)

#define expect(cond)                                                                                \
	do {                                                                                        \
		if (!(cond))                                                                        \
			test_fail(t, __FILE__, __LINE__, "expected: %s", #cond);                    \
	} while (0)
#define expect_int(got, want)                                                                       \
	do {                                                                                        \
		long long got_ = (long long)(got), want_ = (long long)(want);                       \
		if (got_ != want_)                                                                  \
			test_fail(t, __FILE__, __LINE__, "%s is %lld, expected %lld", #got, got_, want_); \
	} while (0)
#define expect_text(got, want)                                                                      \
	do {                                                                                        \
		const char *got_ = (got), *want_ = (want);                                          \
		if (strcmp(got_ ? got_ : "(null)", want_ ? want_ : "(null)") != 0)                  \
			test_fail(t, __FILE__, __LINE__, "%s is \"%s\", expected \"%s\"", #got, got_ ? got_ : "(null)", want_ ? want_ : "(null)"); \
	} while (0)
#define expect_has(got, part)                                                                       \
	do {                                                                                        \
		const char *got_ = (got), *part_ = (part);                                          \
		if (!got_ || !strstr(got_, part_))                                                  \
			test_fail(t, __FILE__, __LINE__, "%s lacks \"%s\"", #got, part_);           \
	} while (0)
#define expect_lacks(got, part)                                                                     \
	do {                                                                                        \
		const char *got_ = (got), *part_ = (part);                                          \
		if (got_ && strstr(got_, part_))                                                    \
			test_fail(t, __FILE__, __LINE__, "%s has \"%s\"", #got, part_);             \
	} while (0)
/* No fault, else say which and end the test. */
#define expect_fine(call)                                                                           \
	do {                                                                                        \
		const struct fault *f_ = (call);                                                    \
		if (f_) {                                                                           \
			test_fail(t, __FILE__, __LINE__, "%s: %s: %s (%s:%d)", #call, fault_name(f_->code), f_->text, f_->file, f_->line); \
			longjmp(t->stop, 1);                                                        \
		}                                                                                   \
	} while (0)
#define expect_fault(call, want)                                                                    \
	do {                                                                                        \
		const struct fault *f_ = (call);                                                    \
		if (!f_ || f_->code != (want))                                                      \
			test_fail(t, __FILE__, __LINE__, "%s: %s, expected %s", #call, f_ ? fault_name(f_->code) : "fine", fault_name(want)); \
	} while (0)
#define expect_stop(cond)                                                                           \
	do {                                                                                        \
		if (!(cond)) {                                                                      \
			test_fail(t, __FILE__, __LINE__, "expected: %s", #cond);                    \
			longjmp(t->stop, 1);                                                        \
		}                                                                                   \
	} while (0)

#endif

/* file.h - files and backups sealed as they flow, 64 KiB at a time, with a tag that says "this was the end" (R18, R30).
 *
 * A stream comes from a struct seal_source and goes to a struct seal_sink, or to and from descriptors with the _fd forms, which
 * read to the end and neither sync nor close. Memory: 130 KiB a stream, in the arena, wiped with it. What a reader hands out is
 * authentic chunk by chunk; that nothing is missing is known only once it says n = 0. A file that was cut, changed, moved to
 * another place or given another key: FAULT_TAMPERED. */
#ifndef SEAL_FILE_H
#define SEAL_FILE_H

#include "seal/seal.h"

struct seal_sink { /* takes all n bytes, or faults */
	const struct fault *(*put)(void *to, const void *bytes, size_t n);
	void *to;
};

struct seal_source { /* gives 1 to room bytes; *n = 0 at the end */
	const struct fault *(*get)(void *from, void *bytes, size_t room, size_t *n);
	void *from;
};

struct seal_writer;
struct seal_reader;

/* A file of a record: place->column says which of the row's files. */
const struct fault *seal_file_writer(struct arena *a, const struct seal_key *key, const struct seal_place *place,
				     struct seal_sink to, struct seal_writer **out) MUST;
const struct fault *seal_file_reader(struct arena *a, const struct seal_key *key, const struct seal_place *place,
				     struct seal_source from, struct seal_reader **out) MUST;
const struct fault *seal_write(struct seal_writer *w, const void *bytes, size_t n) MUST;
const struct fault *seal_write_end(struct seal_writer *w) MUST; /* without it the file does not open */
const struct fault *seal_read(struct seal_reader *r, void *bytes, size_t room, size_t *n) MUST;

const struct fault *seal_file_fd(struct arena *a, const struct seal_key *key, const struct seal_place *place, int in, int out) MUST;
const struct fault *seal_file_open_fd(struct arena *a, const struct seal_key *key, const struct seal_place *place, int in,
				      int out) MUST;
/* The key id in a sealed file's first bytes (128 are enough). NULL: not a sealed file. */
const char *seal_file_key_id(struct arena *a, const void *start, size_t n);
/* Sources and sinks on descriptors; *fd must outlive them. */
struct seal_source seal_from_fd(struct arena *a, int fd);
struct seal_sink seal_to_fd(struct arena *a, int fd);

/* --- recovery: who can open a backup, or the copy of the root key that is kept apart --- */
/* A new pair, as text to print: the public part ("osr1-...") stays in the settings, the secret ("OSR1-...", groups of four with
 * check letters, fit to be typed from paper) goes to a person and is kept nowhere. */
const struct fault *seal_recovery_make(struct arena *a, const char **public_text, const char **secret_text) MUST;
/* FAULT_INVALID, with a sentence for people, if what was typed is neither part of a recovery key (case, spaces, o, i, l do not
 * matter). */
const struct fault *seal_recovery_check(struct arena *a, const char *text) MUST;
/* Does this secret open what is sealed to that recipient? */
bool seal_recovery_pair(struct arena *a, const char *public_text, const char *secret_text);

enum { SEAL_RECIPIENTS = 4 };

struct seal_recipient { /* one of the two */
	const char *public_text;
	const char *passphrase; /* Argon2id, 128 MiB: about half a second; at least 12 letters */
};

struct seal_opener { /* one of the two */
	const char *secret_text;
	const char *passphrase;
};

/* A backup opens for any one of its recipients. Not for this opener: FAULT_DENIED; cut or changed: FAULT_TAMPERED. */
const struct fault *seal_backup_writer(struct arena *a, const struct seal_recipient *to, size_t count, struct seal_sink sink,
				       struct seal_writer **out) MUST;
const struct fault *seal_backup_reader(struct arena *a, const struct seal_opener *who, struct seal_source source,
				       struct seal_reader **out) MUST;
const struct fault *seal_backup_fd(struct arena *a, const struct seal_recipient *to, size_t count, int in, int out) MUST;
const struct fault *seal_backup_open_fd(struct arena *a, const struct seal_opener *who, int in, int out) MUST;

#endif

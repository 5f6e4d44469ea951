/* records.c - what an import leaves behind: the file's own row, headings learnt, and differences to decide. */
#include "areas/intake/area.h"

const struct choice IMPORT_KINDS[] = {
	{ "ctf", "Common transfer file" }, { "atf", "Admissions file" }, { "census", "School census" }, { "pupils",
		"Pupil list" },
	{ "contacts", "Contacts" }, { "attendance", "Attendance" }, { "sen", "SEN register" }, { "provision", "Provision map" },
	{ "tests", "Test results" }, { "staff", "Staff list" }, { "classes", "Classes" }, { "terms", "Term dates" },
	{ "bank_holidays", "Bank holidays" }, { "oneroster", "OneRoster" }, { "giap", "Get Information about Pupils" },
	{ "gias", "Get Information about Schools" }, { "other", "Other" },
	{ NULL, NULL },
};

const struct choice IMPORT_STATES[] = {
	{ "preview", "Looked at, nothing saved" }, { "saved", "Saved" }, { "undone", "Undone" }, { "refused", "Refused" },
	{ "dropped", "Dropped without saving" },
	{ NULL, NULL },
};

const struct choice ITEM_DECISIONS[] = {
	{ "ours", "Keep ours" }, { "theirs", "Take the file's" }, { "both", "Neither: written by hand" }, { NULL, NULL },
};

static const struct field import_fields[IMPORT_FIELDS] = {
	[IMPORT_FILE_NAME] = { "file_name", "File", .type = F_TEXT, .flags = REQUIRED, .max = 255 },
	[IMPORT_HASH]      = { "hash", "Hash of the file", .type = F_TEXT, .flags = BY_SYSTEM | INDEXED, .max = 64 },
	[IMPORT_KIND]      = { "kind", "Kind", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = IMPORT_KINDS },
	[IMPORT_SOURCE]    = { "source", "Where it came from", "For example SIMS, Arbor or a previous school", F_TEXT,
			     .max = 120 },
	[IMPORT_ENCODING]  = { "encoding", "How its letters were read", .type = F_TEXT, .flags = BY_SYSTEM, .max = 40 },
	[IMPORT_ROWS]      = { "row_count", "Rows", .type = F_NUMBER, .flags = BY_SYSTEM },
	[IMPORT_NEW]       = { "new_count", "New", .type = F_NUMBER, .flags = BY_SYSTEM },
	[IMPORT_CHANGED]   = { "changed_count", "Changed", .type = F_NUMBER, .flags = BY_SYSTEM },
	[IMPORT_UNCHANGED] = { "unchanged_count", "Unchanged", .type = F_NUMBER, .flags = BY_SYSTEM },
	[IMPORT_REJECTED]  = { "rejected_count", "Rejected", .type = F_NUMBER, .flags = BY_SYSTEM },
	[IMPORT_ASKED]     = { "asked_count", "For the SENCO to decide", .type = F_NUMBER, .flags = BY_SYSTEM },
	[IMPORT_STATE]     = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = IMPORT_STATES },
	[IMPORT_AT]        = { "saved_at", "Saved", .type = F_TIME, .flags = BY_SYSTEM },
	[IMPORT_BY]        = { "saved_by", "Saved by", .type = F_REF, .flags = BY_SYSTEM, .ref = "account" },
	[IMPORT_UNDONE_AT] = { "undone_at", "Undone", .type = F_TIME, .flags = BY_SYSTEM },
	[IMPORT_BLOB]      = { "blob", "Stored file", .type = F_TEXT, .flags = BY_SYSTEM, .max = 64 },
	[IMPORT_REPORT]    = { "report",
			     "Report", "Rows rejected and questions, without a child's name", F_LONGTEXT, BY_SYSTEM,
			     .max = 200000 },
	[IMPORT_ANSWERS]   = { "answers", "Answers given", "One a line: the question's key, then the answer", F_LONGTEXT, BY_SYSTEM,
			     .max = 20000 },
};

static const struct view import_views[] = {
	{ "counts", (const char *const[]){ "kind", "source", "state", "saved_at", "undone_at", "row_count", "new_count",
		"changed_count", "unchanged_count", "rejected_count", "asked_count", NULL } },
	{ NULL, NULL },
};

const struct record IMPORT = {
	"import", "File brought in", "Files brought in", import_fields, IMPORT_FIELDS, .tier = T2, .order = "-saved_at",
		.keep = "import",
	.views = import_views, .says = "A file that was read: what it held, what it changed, and whether it was undone.",
};

static const struct field source_map_fields[SOURCE_MAP_FIELDS] = {
	[SOURCE_MAP_SOURCE]    = { "source", "Where files come from", .type = F_TEXT, .flags = REQUIRED | INDEXED, .max = 120 },
	[SOURCE_MAP_HEADING]   = { "heading", "Heading or word in the file", .type = F_TEXT, .flags = REQUIRED | INDEXED,
			     .max = 200 },
	[SOURCE_MAP_CANONICAL] = { "canonical", "What it means", "Empty: leave it out", F_TEXT, .max = 80 },
};

const struct record SOURCE_MAP = {
	"source_map", "Meaning of a heading", "Meanings of headings", source_map_fields, SOURCE_MAP_FIELDS, .tier = T1,
		.order = "source heading",
	.keep = "settings", .says = "What a heading of one source means, as somebody answered once.",
};

static const struct field import_item_fields[IMPORT_ITEM_FIELDS] = {
	[IMPORT_ITEM_PUPIL]      = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil" },
	[IMPORT_ITEM_IMPORT]     = { "import", "File", .type = F_REF, .flags = REQUIRED | BY_SYSTEM, .ref = "import" },
	[IMPORT_ITEM_FACT]       = { "fact", "Fact", "Kind of record and field, for example register_status.provision", F_TEXT,
				     REQUIRED | BY_SYSTEM | INDEXED, .max = 80 },
	[IMPORT_ITEM_OURS]       = { "ours", "What we have", .type = F_TEXT, .flags = BY_SYSTEM, .max = 2000 },
	[IMPORT_ITEM_THEIRS]     = { "theirs", "What the file says", .type = F_TEXT, .flags = BY_SYSTEM, .max = 2000 },
	[IMPORT_ITEM_DECISION]   = { "decision", "Decision", .type = F_CHOICE, .flags = INDEXED, .choices = ITEM_DECISIONS,
				     .ask = "Choose what to keep" },
	[IMPORT_ITEM_DECIDED_BY] = { "decided_by", "Decided by", .type = F_REF, .flags = BY_SYSTEM, .ref = "account" },
	[IMPORT_ITEM_DECIDED_ON] = { "decided_on", "Decided on", .type = F_DATE, .flags = BY_SYSTEM },
};

const struct record IMPORT_ITEM = {
	"import_item", "Difference to decide", "Differences to decide", import_item_fields, IMPORT_ITEM_FIELDS,
		.about = "pupil", .tier = T2,
	.order = "fact", .keep = "import",
		.says = "A fact the SENCO owns that a file says otherwise: nothing changes until somebody decides.",
};

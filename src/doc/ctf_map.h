/* ctf_map.h - inside doc/ only: which element of a CTF, an ATF or a census message means what, as data (domain/formats.md sections
 * 3-5). */
#ifndef DOC_CTF_MAP_H
#define DOC_CTF_MAP_H

enum ctf_place { /* where in the tree we are; places with a sheet make one row each time they are entered */
	IN_FILE, IN_HEADER, IN_SOURCE, IN_DEST, IN_PUPIL, IN_LEAVER, IN_SEN, IN_NEED, IN_ADDRESS, IN_PHONE, IN_CONTACT,
		IN_CONTACT_ADDRESS,
	IN_CONTACT_PHONE, IN_YEAR_DATA, IN_MARKS, IN_FSM, IN_LANGUAGE, IN_PROFICIENCY, IN_KEY_STAGE, IN_ASSESSMENT, IN_SCHOOL,
		IN_NOTHING,
	CTF_PLACES
};

enum { CTF_COLUMNS = 48 };

struct ctf_step { /* an element that leads from one place to another; what leads nowhere and is no value leads to IN_NOTHING */
	enum ctf_place from;
	const char *element;
	enum ctf_place to;
};

struct ctf_value { /* an element whose text is a value */
	enum ctf_place in;
	const char *element, *column;
};

struct ctf_sheet {
	enum ctf_place place;
	const char *name;
	const char *columns[CTF_COLUMNS]; /* the first is always "pupil": the number of the pupil in the file, from 1 */
};

extern const struct ctf_step CTF_STEPS[];
extern const struct ctf_value CTF_VALUES[];
extern const struct ctf_sheet CTF_SHEETS[];
extern const int CTF_STEP_COUNT, CTF_VALUE_COUNT, CTF_SHEET_COUNT;

#endif

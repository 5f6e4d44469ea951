/* codes.c - the choices of guidance. */
#include "areas/guidance/area.h"

const struct choice GUIDANCE_AREAS[] = {
	{ "cognition", "Cognition and learning" }, { "communication", "Communication and interaction" },
	{ "semh", "Social, emotional and mental health" }, { "sensory", "Sensory and physical" },
	{ "independence", "Independence" }, { "behaviour", "Behaviour" }, { "engagement", "Engagement" },
	{ "reintegration", "Coming back to lessons" }, { NULL, NULL },
};

const struct choice GUIDE_NEEDS_OF[] = {
	{ "SPLD", "Specific learning difficulty" }, { "MLD", "Moderate learning difficulty" },
	{ "SLD", "Severe learning difficulty" }, { "PMLD", "Profound and multiple learning difficulty" },
	{ "SEMH", "Social, emotional and mental health" }, { "SLCN", "Speech, language and communication needs" },
	{ "ASD", "Autistic spectrum disorder" }, { "HI", "Hearing impairment" }, { "VI", "Vision impairment" },
	{ "MSI", "Multi-sensory impairment" }, { "PD", "Physical disability" }, { "DS", "Down syndrome" },
	{ "OTH", "Other difficulty or disability" }, { NULL, NULL },
};

const struct choice QUESTION_STATES[] = {
	{ "new", "Waiting for an answer" }, { "answered", "Answered" }, { "worry", "Now a worry" }, { NULL, NULL },
};

const struct choice QUESTION_HOW[] = {
	{ "here", "Asked here" }, { "person", "In person" }, { "phone", "By telephone" }, { "email", "By e-mail" }, { NULL, NULL },
};

const struct choice ACT_NOTE_WHOM[] = {
	{ "all", "Teachers of the child, and TAs who work with the child" }, { "teachers", "Teachers of the child alone" },
	{ NULL, NULL },
};

const struct choice READING_KINDS[] = {
	{ "policy", "Policy" }, { "change", "Change of a policy" }, { "role", "Role card" }, { "handbook", "Handbook" },
	{ "notice", "Notice" }, { NULL, NULL },
};

const struct choice READING_WHOMS[] = {
	{ "all", "Everybody who works here" }, { "role", "Everybody in a role" }, { "subject", "Everybody who teaches a subject" },
	{ "year", "Everybody who teaches a year group" }, { NULL, NULL },
};

const struct choice READING_STATES[] = {
	{ "draft", "Draft" }, { "out", "To be read" }, { "over", "No longer asked" }, { NULL, NULL },
};

const struct choice READER_ROLES[] = {
	{ "teacher", "Teachers" }, { "ta", "Teaching assistants" }, { "senco", "SENCO" }, { "asst_senco", "Assistant SENCO" },
	{ "hoy", "Heads of year" }, { "head", "Head" }, { "slt", "Senior leaders" }, { "dsl", "Safeguarding leads" },
	{ "dt", "Designated teacher" }, { "pp_lead", "Pupil premium lead" }, { "exams", "Exams officer" }, { "office", "Office" },
	{ "governor", "Governors" }, { NULL, NULL },
};

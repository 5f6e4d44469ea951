/* codes.c - short code lists of referrals: the school's own words, no census codes among them. */
#include "areas/referrals/area.h"

const struct choice AGENCY_KINDS[] = {
	{ "ep", "Educational psychology" }, { "slt", "Speech and language therapy" }, { "ot", "Occupational therapy" },
	{ "physio", "Physiotherapy" }, { "paediatrics", "Paediatrics" }, { "camhs", "Mental health (CAMHS)" },
	{ "teacher", "Specialist teaching or advice" }, { "sensory", "Sensory support: hearing, vision, both" },
	{ "nurse", "School nursing" }, { "early_help", "Early help and family support" }, { "social", "Social care" },
	{ "virtual", "Virtual school" }, { "la", "Local authority SEND team" },
	{ "voluntary", "Charity or parents’ advice service" },
	{ "other", "Other" },
	{ NULL, NULL },
};

const struct choice REFERRAL_STATES[] = {
	{ "asked", "Asked for in school" }, { "sent", "Sent, no answer yet" }, { "accepted", "Accepted" }, { "waiting",
		"On their waiting list" },
	{ "visit", "Visit arranged" }, { "reported", "Report received" }, { "closed", "Closed" }, { "declined", "Not accepted" },
	{ NULL, NULL },
};

const struct choice CONSENT_WHO[] = {
	{ "parent", "Parent or carer" }, { "child", "The young person" }, { "both", "Both" }, { "not_needed",
		"Not needed for this service" },
	{ NULL, NULL },
};

const struct choice SHARING[] = {
	{ "teachers", "Those who teach the child may read what they are to do" },
	{ "team", "The SENCO’s team alone" },
	{ "ask", "Ask the author before it goes further" },
	{ NULL, NULL },
};

const struct choice ADVICE_DECISIONS[] = {
	{ "accepted", "We do it" }, { "adapted", "We do it in another way" }, { "declined", "We do not do it" }, { NULL, NULL },
};

const struct choice REVIEW_RESULTS[] = {
	{ "works", "Done, and it helps" }, { "partly", "Partly done, go on" }, { "stuck", "Stuck: something must change" },
	{ "over", "No longer needed" }, { NULL, NULL },
};

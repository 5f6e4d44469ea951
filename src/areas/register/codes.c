/* codes.c - the code lists of the register. Sources: census code lists (domain notes,
		codes.csv), Code 6.28-6.35 for the areas. */
#include "areas/register/area.h"

const struct choice PROVISIONS[] = {
	{ "N", "No SEN" }, { "K", "SEN Support" }, { "E", "EHC plan" },
	{ "A", "School Action (before 2015)" }, { "P", "School Action Plus (before 2015)" },
	{ "Q", "School Action Plus and assessment (before 2014)" }, { "S", "Statement of SEN (before 2018)" },
	{ NULL, NULL },
};

const struct choice NEED_TYPES[] = {
	{ "SPLD", "Specific learning difficulty" }, { "MLD", "Moderate learning difficulty" }, { "SLD",
		"Severe learning difficulty" },
	{ "PMLD", "Profound and multiple learning difficulty" }, { "SEMH", "Social, emotional and mental health" },
	{ "SLCN", "Speech, language and communication needs" }, { "ASD", "Autistic spectrum disorder" }, { "HI",
		"Hearing impairment" },
	{ "VI", "Vision impairment" }, { "MSI", "Multi-sensory impairment" }, { "PD", "Physical disability" }, { "DS",
		"Down syndrome" },
	{ "NSA", "SEN Support, type not yet assessed" }, { "OTH", "Other difficulty or disability" },
	{ "BESD", "Behavioural, emotional and social (before 2014)" },
	{ NULL, NULL },
};

const struct choice NEED_AREAS[] = {
	{ "cognition", "Cognition and learning" }, { "communication", "Communication and interaction" },
	{ "semh", "Social, emotional and mental health" }, { "sensory", "Sensory and physical" },
	{ NULL, NULL },
};

const struct choice TOLD_HOW[] = {
	{ "meeting", "At a meeting" }, { "phone", "By telephone" }, { "letter", "By letter" }, { "email", "By e-mail" },
	{ "previous", "By the previous school" }, { "not_yet", "Not told yet" },
	{ NULL, NULL },
};

const struct choice EXIT_REASONS[] = {
	{ "progress", "Enough progress: ordinary teaching now meets the need" }, { "not_sen",
		"Assessed: not a special educational need" },
	{ "parents", "Parents asked" }, { "plan", "Now has an EHC plan" }, { "ceased", "EHC plan ceased" }, { "left",
		"Left the school" },
	{ "mistake", "Recorded by mistake" },
	{ NULL, NULL },
};

const struct choice WATCH_DECISIONS[] = {
	{ "support", "Put on SEN Support" }, { "extend", "Watch for longer" }, { "stop", "No longer worried" },
	{ "elsewhere", "Another team takes it on" },
	{ NULL, NULL },
};

const struct choice IDENTIFIED_HOW[] = {
	{ "teacher", "Teacher's assessment" }, { "screening", "Screening or test in school" }, { "specialist",
		"Specialist's report" },
	{ "diagnosis", "Medical diagnosis" }, { "parent", "Parents' report" }, { "previous", "Previous school" }, { "plan",
		"EHC plan" },
	{ NULL, NULL },
};

const struct choice PROVENANCES[] = {
	{ "school", "Written here" }, { "mis", "School's management system" }, { "ctf", "Transfer file" }, { "old",
		"Earlier SEN register" },
	{ "map", "Provision map" }, { "parent", "Parents" }, { "child", "The child" }, { "professional", "Professional" },
	{ NULL, NULL },
};

const struct choice STRATEGY_KINDS[] = {
	{ "helps", "Helps" }, { "avoid", "Avoid" }, { "trigger", "Trigger or early sign" }, { "calms", "Calms" }, { NULL, NULL },
};

const struct choice NOTE_KINDS[] = {
	{ "observation", "Observation" }, { "conversation", "Conversation with the child" }, { "parent", "Contact with parents" },
	{ "professional", "Contact with a professional" }, { "teacher", "From a teacher" }, { "worry", "Worry about learning" },
	{ "support", "Support session" }, { "decision", "Decision" }, { "import", "From an imported file" },
	{ NULL, NULL },
};

const struct choice SCORE_TYPES[] = {
	{ "standard", "Standard score" }, { "scaled", "Scaled score" }, { "raw", "Raw score" }, { "age",
		"Reading or spelling age" },
	{ "percentile", "Percentile" }, { "rating", "Rating on a scale" }, { "count", "Count" }, { "other", "Other, in words" },
	{ NULL, NULL },
};

const struct choice SCORE_LIMITS[] = { { "floor", "At the floor of the test" }, { "ceiling", "At the ceiling of the test" },
		{ NULL, NULL } };

const struct choice WAVES[] = {
	{ "universal", "Universal (wave 1)" }, { "targeted", "Targeted (wave 2)" }, { "specialist", "Specialist (wave 3)" },
		{ NULL, NULL },
};

const struct choice FUNDINGS[] = {
	{ "core", "Core budget" }, { "notional", "Notional SEN budget" }, { "topup", "Top-up from the local authority" },
	{ "pp", "Pupil premium" }, { "grant", "Inclusion grant" }, { "other", "Other" },
	{ NULL, NULL },
};

const struct choice IMPACTS[] = {
	{ "exceeded", "More than hoped" }, { "met", "Met" }, { "partly", "Partly met" }, { "not_met", "Not met" },
	{ "not_measured", "Not measured" },
	{ NULL, NULL },
};

const struct choice MEETING_HOW[] = {
	{ "person", "In person" }, { "phone", "By telephone" }, { "video", "By video" }, { "home", "At home" }, { NULL, NULL },
};

const struct choice DOCUMENT_KINDS[] = {
	{ "plan", "EHC plan" }, { "report", "Professional's report" }, { "review", "Review or annual review" }, { "letter",
		"Letter" },
	{ "assessment", "Assessment" }, { "profile", "One-page profile" }, { "medical", "Medical" }, { "order", "Court order" },
	{ "consent", "Consent" }, { "work", "Child's work" }, { "other", "Other" },
	{ NULL, NULL },
};

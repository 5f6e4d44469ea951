/* demo_words_all.c - what is written about any child in the invented school: strengths, meetings, calls, worries. */
#include "jobs/demo_make.h"

const char *const STRENGTHS[] = {
	"Makes others laugh, and never at anyone's cost", "Draws from memory with every detail",
		"Looks after younger children at break", "Remembers what was done weeks ago",
	"Fair: says so when a game is not", "Mends things", "Knows everything about football statistics",
		"Sings in tune and likes an audience", "Patient with animals",
	"Works hard for a teacher {he} trusts", "Good at explaining to a friend", "Quick with mental arithmetic",
		"Brave in gymnastics", "Asks the question others dare not ask",
	"Builds whole towns in computing", "Speaks two languages and helps at parents' evenings",
		"Honest about what {he} does not understand", "Cooks at home for the family",
	"Never forgets a birthday", "Strong swimmer", "Careful with tools in technology", "Reads faces well",
		"Keeps going after a bad start", "Tells a good story aloud", NULL,
};

const char *const AGREED[] = {
	"Same targets until half-term. School: ten minutes' reading with an adult three times a week. Home: {he} reads what {he} "
		"likes, no book is too easy. We look again at the next meeting.",
	"Laptop in English and humanities from Monday. {m} signs the loan form. {t} tells all teachers.",
	"School asks for an eye test to be booked. Home lets us know the result. Seat moves to the front until then.",
	"One target kept, one met and closed, one new: asks for help with {his} card. Keyworker checks at the end of each day; "
		"note home on Fridays.",
	"We ask the speech and language service for advice. {m} agrees and signs today. Meanwhile the small group goes on.",
	"Homework limited to 30 minutes a night; {m} writes 'time' and signs. Teachers were told the same day.",
	"Support steps down to one session a week. If marks fall before Christmas we go back to three.",
	"{n} came for the second half and chose the order of {his} targets. New start card made together.", NULL,
};

const char *const SAID[] = {
	"{n}: 'I like it when they tell me what comes next.' {m}: sleeping better since the timetable came home.",
	"{n}: 'The group helps. I can hear there.' {m} is worried about the tests in summer.",
	"{n} drew the playground and put {himself} at the edge. {m} says there is one good friend out of school.",
	"{n}: 'I want to read the sign on the bus.' {m}: {he} reads menus aloud at the café now.",
	"{n} did not want to come and sent three sentences with {his} keyworker. {m} would like letters in plain words.",
	"{n}: 'It is better than last year.' Both parents agree and thank {t}.", NULL,
};

const char *const PARENT_NOTES[] = {
	"Telephone call with {m} about homework: an hour and a half a night is too much. I will speak to the teachers.",
		"{m} rang: {n} would not come in this morning. Talked it through; in by ten.",
	"Met {m} at the gate. Glasses have come. Asked for the seat to stay where it is.",
		"Wrote to {m} with the dates of the next meetings.",
	"{m} asked whether an assessment for a plan is the next step. Explained how it works, that parents may ask the authority "
		"themselves, and gave the address of the advice service.",
	"{m} sent the hospital letter; copy in documents.", NULL,
};

const char *const WATCHED_FOR[] = {
	"{t} finds that {n} starts work late and finishes little. Watching attention and reading until the next review; quick "
		"reading check booked.",
	"Two teachers report that {n} is very quiet and answers nothing aloud. Watching speech and friendships; {m} has been told.",
	"Spelling has not moved since Christmas. Trying a daily five minutes with {t} first.",
		"Came from another country in September. Is it language, or more than language? Watching with the EAL teacher.",
	"Marks have dropped in four subjects since the summer. Pastoral lead talks to {n} weekly; we look again together.", NULL,
};

const char *const EXIT_NOTES[] = {
	"Reading is now within the class's range and has been for two terms. {m} agrees. Monitored for a term.",
		"Targets met three times running; ordinary teaching with the profile is enough. {n} was proud.",
	"The assessment shows no special educational need; EAL support goes on.", NULL,
};

/* first_sheets.c - the sheets a school begins with, in plain words: what may be seen, what helps in lessons, what to avoid,
 * when to ask
 * for more. General classroom practice; no law, no figures, no child. */
#include "areas/guidance/first.h"

#define MORE_LEARNING \
	"Tell the SENCO when this has been in place for half a term and little has changed: bring two pieces of work, and say " \
	"what you tried.\n" \
	"Ask the child what helps. Children often know, and are seldom asked."

const struct first_sheet FIRST_SHEETS[] = {
	{ "ADHD and attention", "semh", "SEMH OTH",
	  "Starts quickly and drifts; finishes little without a nudge\n"
	  "Loses things, forgets instructions that were just given\n"
	  "Moves, taps, talks, calls out; or is quiet and far away\n"
	  "Can stay long with something that interests: that is not a choice made against your lesson\n"
	  "Small troubles grow fast, and are over fast",
	  "Give one instruction at a time, short, and then a look to check\n"
	  "Cut the task in parts with something to tick after each\n"
	  "Seat where you can reach, away from door, window and traffic\n"
	  "Build movement in: give out books, stand to work, a job half-way\n"
	  "Name what goes well at once, in a few words and quietly\n"
	  "Show time: a timer or a line on the board\n"
	  "Warn before a change, and say what comes next\n"
	  "Keep the same routines for starting and ending",
	  "Taking away break or movement\n"
	  "Long talks about behaviour in front of others\n"
	  "Going over everything that went wrong this week",
	  "Medicine is a matter for family and health staff: pass on what you see, with day and time, to the SENCO.\n"
	  "Tell the SENCO if it is getting worse, or if sleep, eating or mood have changed." },
	{ "Autism", "communication", "ASD",
	  "Takes words as they are said; jokes and hints may be lost\n"
	  "Prefers things to go as they were said to go\n"
	  "Noise, light, smell, touch or a crowd may be too much\n"
	  "May not look at you and be listening well\n"
	  "May hold it together all day and be worn out at home\n"
	  "Strong interests and an eye for detail",
	  "Say what will happen, in which order, and when it ends; show it in writing or pictures\n"
	  "Say the name first, wait, then say what to do in few words\n"
	  "Warn of changes early, and say what stays the same\n"
	  "Ask a clear question rather than an open one; offer two choices\n"
	  "Give time: count to ten in your head before you ask again\n"
	  "Agree a quiet place and a sign for using it\n"
	  "Make group work safe: say who does what, and for how long\n"
	  "Use the interest as a way in",
	  "Insisting on eye contact\n"
	  "Sarcasm, hints, “would you like to” when you mean “do”\n"
	  "Touch without warning; surprises as treats",
	  "Look for what came before when something went wrong: noise, a change, hunger, a word.\n"
	  "Ask the SENCO for help with unstructured times: corridors, lunch and break are often the hardest." },
	{ "Dyslexia and reading", "cognition", "SPLD",
	  "Reads slowly, or guesses from the first letter\n"
	  "Spells the same word in several ways on one page\n"
	  "Says far more than is written\n"
	  "Loses the place; tires when reading\n"
	  "Forgets sequences: days, tables, instructions",
	  "Read the task aloud, or let a partner read it\n"
	  "Teach new words before the lesson: hear it, say it, see it, use it\n"
	  "Print at a size and on a colour that the child finds easy; leave space between lines\n"
	  "Give notes instead of copying from the board\n"
	  "Allow more time, or less to write for the same thinking\n"
	  "Let them show it in another way: speak, draw, type, label\n"
	  "Mark what was asked for; correct a few spellings that matter\n"
	  "Keep a word list or a worked example on the desk",
	  "Reading aloud without warning\n"
	  "“Try harder” or “check your spelling”\n"
	  "Copying out as practice",
	  MORE_LEARNING },
	{ "Difficulty with number", "cognition", "SPLD MLD",
	  "Still counts in ones where others know it\n"
	  "Loses place value; writes numbers as they sound\n"
	  "Learnt facts are gone next week\n"
	  "Knows how to do it today, not which to do\n"
	  "Worry about number shows before the work begins",
	  "Begin with things that can be moved, then pictures, then signs\n"
	  "Use the same models each time: number line, ten frame, bar\n"
	  "Say the words of the sum and have the child say them back\n"
	  "Give a worked example to keep, with the steps named\n"
	  "Few sums, well chosen; squared paper\n"
	  "Come back to yesterday’s step before today’s\n"
	  "Let them use a table or a calculator when the lesson is about something else",
	  "Quick-fire questions in front of the class\n"
	  "A page of the same mistake\n"
	  "New method and new numbers at once",
	  MORE_LEARNING },
	{ "Language: DLD and understanding", "communication", "SLCN",
	  "Does the first part of an instruction and waits, or watches others\n"
	  "Answers beside the question\n"
	  "Uses “thing” and “that”; looks for words\n"
	  "Sentences are short or out of order; stories are hard to follow\n"
	  "May be quiet, or seem not to listen\n"
	  "It is not about being clever, and it cannot be seen",
	  "Get attention first: name, pause, then speak\n"
	  "One idea in a sentence; the order in which it is to be done\n"
	  "Show as you say: object, picture, gesture, key word on the board\n"
	  "Ask the child to tell you what to do, not whether it was understood\n"
	  "Pre-teach the words of a topic and use them often\n"
	  "Give time to answer; give the start of a sentence\n"
	  "Say back what was meant in a better sentence, without correcting\n"
	  "Sentence openers and word mats for writing",
	  "Questions with “not” or two parts\n"
	  "Finishing every sentence for them\n"
	  "Taking silence for rudeness",
	  "Tell the SENCO if speech is hard to follow, if words are lost that were there, or if talk has stopped in some places." },
	{ "Hearing", "sensory", "HI MSI",
	  "Turns one side to you; watches faces\n"
	  "Mishears endings and similar words\n"
	  "Misses what is said behind, far off or in noise\n"
	  "Is tired after lessons with much talk\n"
	  "Hearing aids help; they do not give ordinary hearing",
	  "Face the child and the light; speak plainly and not slower than you would\n"
	  "Seat near you, with the better ear to the class\n"
	  "Repeat what others said, and say who is speaking\n"
	  "Write key words, page numbers and homework down\n"
	  "Use the microphone or other equipment each time, and pass it round\n"
	  "Cut noise: door closed, felt under chairs, one voice at a time\n"
	  "Captions on films; words beforehand\n"
	  "Check by asking for it back",
	  "Talking while you write on the board or walk about\n"
	  "Shouting, or covering the mouth\n"
	  "“Never mind, it was not important”",
	  "Equipment that fails is a reason to tell the SENCO the same day.\n"
	  "The teacher of the deaf, where there is one, can look at the room with you." },
	{ "Vision", "sensory", "VI MSI",
	  "Holds things close, tilts the head, loses the line\n"
	  "Misses what is on the board or at the side\n"
	  "Is careful on stairs, in crowds, in bright light or in the dark\n"
	  "Tires in the afternoon; eyes sore or head aching\n"
	  "What can be seen may change from day to day",
	  "Ask where it is best to sit, and keep to it\n"
	  "Give each sheet and slide beforehand, in the print that was agreed\n"
	  "Strong contrast, plain letters, matt paper, nothing over pictures\n"
	  "Say what you write and what you point at\n"
	  "Say names: “Sam, it is your turn”\n"
	  "Keep ways clear and things in their place; tell of changes in the room\n"
	  "More time for looking, and breaks from it\n"
	  "Real things to touch",
	  "“Over there”, “like this”\n"
	  "Standing with your back to the window\n"
	  "Sharing one book",
	  "Ask the SENCO about print size, equipment and trips in good time; the specialist teacher’s report says which." },
	{ "Brain injury", "cognition", "OTH PD",
	  "Looks well, and is not yet as before\n"
	  "Tires suddenly; slow in the afternoon\n"
	  "Remembers what was known, and not what was new this week\n"
	  "Acts before thinking; temper is shorter\n"
	  "Finds it hard to begin, to plan, to do two things at once\n"
	  "New difficulties may show only later, when more is asked",
	  "Short tasks with rest between; a shorter day if that was agreed\n"
	  "Write the steps down; use the same book, place and order\n"
	  "One thing at a time; cut noise and crowds\n"
	  "Repeat often and check the next day\n"
	  "Give more time to answer and to change from one thing to the next\n"
	  "A quiet place, without having to ask\n"
	  "Prompts on the desk: what, with what, how long, what next\n"
	  "Tell all who teach the child the same things",
	  "“You could do this before”\n"
	  "Leaving it to the child to say when it is too much\n"
	  "Contact sport or climbing, unless it was agreed in writing",
	  "Headache, sickness, new sleepiness or confusion: first aid at once, then the family and the SENCO.\n"
	  "Tell the SENCO of changes you see, also a year and more after." },
	{ "Physical disability", "sensory", "PD",
	  "Takes longer to move, write, change, eat\n"
	  "Pain and tiredness differ from day to day\n"
	  "Equipment has to be where the child is\n"
	  "May be left out without anybody meaning it",
	  "Think the room through: way in, table height, reach, exit\n"
	  "Let the child say what help is wanted, and from whom\n"
	  "Leave early enough to be there on time; lift keys, door, bag\n"
	  "Less writing for the same thinking: type, scribe, label, photograph\n"
	  "Plan practical work and sport so that there is a real part in it\n"
	  "Speak to the child, not to the adult beside\n"
	  "Rest without fuss",
	  "Moving a wheelchair or a person without asking\n"
	  "Doing what the child can do\n"
	  "Finding out on the day that the trip has steps",
	  "Lifting and personal care only by those who were shown how, as the child’s own plan says.\n"
	  "Ask the SENCO early about trips, exams and new rooms." },
	{ "Coordination (DCD, dyspraxia)", "sensory", "PD SPLD OTH",
	  "Writing is slow, hurts, or cannot be read\n"
	  "Bumps, spills, drops; changing takes long\n"
	  "Learns movements slowly and loses them\n"
	  "Desk, bag and day in disorder\n"
	  "Says it well, and cannot get it down",
	  "Feet on the floor, table at elbow height, room for both arms\n"
	  "Try a pencil grip, a slope, wide lines, a keyboard\n"
	  "Break movements into steps and name them\n"
	  "Give notes; ask for less writing, well done\n"
	  "More time for practical work and changing\n"
	  "Lists, colours and one place for each thing\n"
	  "In sport, beat your own score",
	  "Choosing teams in front of all\n"
	  "Writing out again because it is untidy\n"
	  "Hurrying",
	  MORE_LEARNING },
	{ "Worry, sadness and withdrawal", "semh", "SEMH",
	  "Goes quiet, sits apart, stops putting a hand up\n"
	  "Stomach aches and headaches, most before certain lessons\n"
	  "Needs to be told again and again that it is right\n"
	  "Tears up work, or will not begin\n"
	  "Comes late, leaves early, is missing on some days",
	  "Greet by name, at the door, each time\n"
	  "Say how the lesson will go, and what is asked of the child\n"
	  "Give a first step that cannot go wrong\n"
	  "Let them answer on paper, to a partner, or not today\n"
	  "Agree who the child goes to, and how, without asking aloud\n"
	  "Notice, kindly and briefly: “You seem quiet today. I am here until one.”\n"
	  "Bring back a little at a time what was avoided\n"
	  "Praise in private if public praise is hard",
	  "“Cheer up”, “there is nothing to worry about”\n"
	  "Being called on without warning\n"
	  "Promising to keep a secret",
	  "Something that makes you think a child is not safe goes to the safeguarding lead at once, and is not written here.\n"
	  "Tell the SENCO or the pastoral lead if it lasts longer than two weeks." },
	{ "Behaviour that worries us", "behaviour", "SEMH",
	  "Behaviour says something that cannot yet be said in words\n"
	  "It often starts before it is seen: look at the ten minutes before\n"
	  "It may be about the work, the place, a person, or what came before school\n"
	  "After it the child may be ashamed, and hide that",
	  "Stay calm, low and slow; few words\n"
	  "Say what to do, not what to stop\n"
	  "Give two choices that are both all right with you, and time\n"
	  "Let the child step out by the way that was agreed\n"
	  "Keep rules few, the same for all, and explained\n"
	  "Repair afterwards, with the child, when both are calm\n"
	  "Begin the next lesson new\n"
	  "Write down what came before, what happened, what came after",
	  "An audience\n"
	  "Arguing to the last word\n"
	  "Punishing what the child cannot yet do",
	  "Bring the SENCO three of your notes: the pattern is often in what came before.\n"
	  "What is in the child’s own behaviour plan goes before this sheet." },
	{ "Coming back to lessons", "reintegration", "SEMH",
	  "Has been away: ill, excluded, elsewhere, or unable to come in\n"
	  "Fears questions more than the work\n"
	  "Has missed steps that others now take for granted\n"
	  "The first week goes well; the third is the test",
	  "Agree the first day with the child: who meets them, where they sit, what they say\n"
	  "Tell the class only what the child wants told\n"
	  "Give one page: what we did, what matters most of it\n"
	  "Begin with something the child can do\n"
	  "Fewer lessons well rather than all of them badly, as the plan says\n"
	  "A place and a person for when it is too much\n"
	  "Ask each Friday: what went well, what next",
	  "“Where have you been?”\n"
	  "All the missed work\n"
	  "A welcome before the whole class",
	  "Tell the SENCO the same day if a lesson was missed or left: small steps back are easier than large ones." },
	{ "Learning that takes longer", "cognition", "MLD SLD DS",
	  "Learns in smaller steps, and needs to meet them often\n"
	  "Does it with you, and not yet alone\n"
	  "Concrete things first; words follow\n"
	  "May copy well and not understand",
	  "Know the very next step, and teach that\n"
	  "Same lesson, same topic: fewer ideas and a real part in it\n"
	  "Show, do together, do alone\n"
	  "Things to handle, pictures, signs, short words\n"
	  "Practise little and often, in different places\n"
	  "Plan for less help: who steps back, when\n"
	  "Work with other children, not only beside an adult\n"
	  "Celebrate what is new",
	  "Colouring in and keeping busy\n"
	  "An adult who always sits between child and teacher\n"
	  "Work that is for much younger children",
	  MORE_LEARNING },
	{ "Complex needs", "sensory", "PMLD MSI SLD",
	  "Speaks with eyes, hands, sounds, stillness\n"
	  "Needs time to notice, and time to answer\n"
	  "Health comes first on some days\n"
	  "Knows people, places, music, routines better than words",
	  "Say who you are, each time, with the same words or touch\n"
	  "Offer one thing; wait; watch for the answer\n"
	  "Use the signs, switches or symbols of the child’s own plan\n"
	  "Keep routines, and mark beginnings and ends\n"
	  "Position, light, warmth and quiet before learning\n"
	  "Let the child choose, many times a day\n"
	  "Write down what you saw, not what you hoped",
	  "Talking over the child’s head\n"
	  "Many voices and many things at once\n"
	  "Doing to, without saying",
	  "Care, feeding, medicine and lifting only as the child’s own plan says, by those who were shown how.\n"
	  "What is new and worries you goes to the nurse or first aider at once." },
	{ "Engagement in lessons", "engagement", "",
	  "There, and not with you\n"
	  "Waits to be told, or waits it out\n"
	  "Says “I cannot” before looking\n"
	  "Joins in elsewhere: look where, and why",
	  "Begin with something everybody can do\n"
	  "Say why it is worth knowing, in one sentence\n"
	  "Ask all: boards, pairs, show me; not hands up alone\n"
	  "Give a choice of how\n"
	  "Check in the first five minutes of work\n"
	  "Use what the child cares about\n"
	  "Name effort and method, not cleverness",
	  "Long openings\n"
	  "Help that does the thinking\n"
	  "Taking silence for understanding",
	  "If it is so in one lesson only, compare notes with a colleague whose lesson works; if in all, tell the SENCO." },
	{ NULL, NULL, NULL, NULL, NULL, NULL, NULL },
};

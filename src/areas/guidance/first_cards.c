/* first_cards.c - role cards a school begins with: who is responsible for what, in plain words. They cite the SEND Code and
 * the Children
 * and Families Act 2014 only where a sentence rests on them; the rest is how schools commonly share the work, and the school's to
 * change. They are drafts until somebody puts them before those they are for. */
#include "areas/guidance/first.h"

#define OWN "\n\nThis is the school’s own text. Change it to how you share the work here."

const struct first_card FIRST_CARDS[] = {
	{ "Role card: class and subject teacher", "teacher",
	  "What you are responsible for\n\n"
	  "Every child in your class is yours, whoever else helps. When a teaching assistant or a specialist works with a child "
		"away from "
	  "the class, you stay responsible for the child’s progress (SEND Code 6.52).\n\n"
	  "Teach so that as few children as possible need something apart: this is the first answer to a need.\n\n"
	  "Read the one-page profile of each child you teach, tick it, and do what it asks in your lessons. A note for now comes "
		"before "
	  "everything else.\n\n"
	  "When a child does not get on, say so early: raise a worry, or ask the SENCO. You need no diagnosis and no form.\n\n"
	  "In each cycle of assess, plan, do and review (SEND Code 6.44 to 6.56) you say what you see, agree what you will do, do "
		"it, and "
	  "say at the review whether it helped.\n\n"
	  "Plan with the adults who help: what they do, with whom, and what they tell you afterwards.\n\n"
	  "For a child on SEN Support you are likely to lead a meeting with the parents; the school meets them at least three "
		"times a year "
	  "(SEND Code 6.64 to 6.71).\n\n"
	  "Expect much. Adapt the way, keep the aim." OWN },
	{ "Role card: teaching assistant", "ta",
	  "What you are responsible for\n\n"
	  "You help children to learn and to need less help. The teacher stays responsible for their progress (SEND Code 6.52); "
		"you are "
	  "their eyes and hands.\n\n"
	  "Know the profile and the steps of the plan of each child you work with. Ask before the lesson what the child should be "
		"able to "
	  "do at its end.\n\n"
	  "Wait before you help. Prompt before you show, show before you do.\n\n"
	  "Write down after a session what was done and how it went, in a line. Tell the teacher the same day what did not "
		"work.\n\n"
	  "Do care, lifting and medicine only if you were shown how and it stands in the child’s own plan.\n\n"
	  "You may raise a worry about any child, and ask the SENCO anything.\n\n"
	  "Be a friend of the whole class: a child with an adult always beside has fewer friends." OWN },
	{ "Role card: SENCO", "senco asst_senco",
	  "What you are responsible for\n\n"
	  "The school must have a SENCO (Children and Families Act 2014, section 67). The governing board decides your part in "
		"leading the "
	  "school and sees to it that the work is done well (SEN and Disability Regulations 2014, regulation 50).\n\n"
	  "Co-ordinate: identify needs with teachers and parents, see that provision is planned, given and looked at, keep the "
		"records.\n\n"
	  "See that a child’s parents are told when the school gives special educational provision (Children and Families Act "
		"2014, section "
	  "68), and that parents of children on SEN Support are met at least three times a year (SEND Code 6.64 to 6.71).\n\n"
	  "Advise colleagues: answer their questions, show what works, bring training.\n\n"
	  "Work with parents, with services and with other schools; pass on what is needed when a child moves.\n\n"
	  "Select, guide and train those who support, as far as the board has given you that.\n\n"
	  "Prepare the SEN information report, which is published and brought up to date each year (section 69).\n\n"
	  "Tell the head and the board what is going well, what is not, and what you need." OWN },
	{ "Role card: head", "head slt",
	  "What you are responsible for\n\n"
	  "SEND is everybody’s work and yours to lead: the SENCO co-ordinates, and cannot do it instead of the school.\n\n"
	  "Give the SENCO time, authority and a place where decisions are made.\n\n"
	  "See that money and people go where needs are, and that it can be shown what came of it.\n\n"
	  "The school uses its best endeavours that a child’s special educational needs are met (Children and Families Act 2014, "
		"section "
	  "66).\n\n"
	  "Look at teaching for all children, and ask of each plan for improvement who could lose out.\n\n"
	  "Know the few figures: who is on the register, whose review is late, whose parents were not met, who is often away.\n\n"
	  "Sign what is yours to sign, and read what the SENCO escalates within the week." OWN },
	{ "Role card: governor with an eye on SEND", "governor",
	  "What you are responsible for\n\n"
	  "The board sees to it that the school has a SENCO (Children and Families Act 2014, section 67) and watches how well "
		"that work is "
	  "done (SEN and Disability Regulations 2014, regulation 50).\n\n"
	  "The board publishes the SEN information report and sees that it is brought up to date each year (section 69).\n\n"
	  "Ask, and do not run: How do children with SEND get on here, beside others and beside last year? What has the school "
		"changed? "
	  "What do parents and children say? What does the SENCO lack?\n\n"
	  "You see figures and never a named child. Small numbers are left out so that nobody can be told from them.\n\n"
	  "Visit once a term with a question agreed beforehand, and write down what you saw." OWN },
	{ NULL, NULL, NULL },
};

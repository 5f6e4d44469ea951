/* demo_names.c - names as an English school has them: forenames by their counts from the ONS, surnames and further forenames by
 * where families come from. */
#include <string.h>

#include "jobs/demo_make.h"

__asm__(".pushsection .rodata\n"
	"demo_names_boys:\n"
	".incbin \"data/names/boys.csv\"\n"
	".byte 0\n"
	"demo_names_girls:\n"
	".incbin \"data/names/girls.csv\"\n"
	".byte 0\n"
	".popsection\n");

extern const char demo_names_boys[] __attribute__((visibility("hidden")));
extern const char demo_names_girls[] __attribute__((visibility("hidden")));

#define LIST(...) (const char *const[]){ __VA_ARGS__, NULL }

static const char *const ENGLISH[] = {
	"Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies", "Robinson", "Wright", "Thompson", "Evans",
		"Walker",
	"White", "Roberts", "Green", "Hall", "Wood", "Jackson", "Clarke", "Harrison", "Turner", "Hill", "Cooper", "Ward", "Moore",
		"Baker",
	"Harris", "Morris", "Parker", "Bennett", "Cook", "Allen", "Shaw", "Carter", "Ellis", "Foster", "Webb", "Mason",
		"Fletcher", "Dawson",
	"Whitlock", "Ashdown", "Birtwistle", "Cholmondeley", "Wrigglesworth", "Pemberton", "Dunmore", "Tregenza", "Penhaligon",
		"Thackeray",
	"Quayle", "Grantham", "Featherstonehaugh", "Smith-Jones", "Hargreaves", "Ramsbottom", "Sidebottom", "Loveday", "Fairclough",
	"Entwistle", "Holroyd", "Sutcliffe", "Barraclough", "Greenhalgh", "Tattersall", "Lightfoot", "Makepeace", "Winterbottom",
		"Pettigrew",
	"Marchbank", "Blenkinsop", "Ollerenshaw", "Stott", "Nuttall", "Crabtree", "Ogden", "Kershaw", "Haworth", "Bracegirdle",
		"Threlfall",
	"St. John", "Cave-Browne", "Lloyd-Parry", "Hunt", "Marsh", "Frost", "Nash", "Rhodes", "Slater", "Barker", "Hobbs",
		"Pratt", NULL,
};

const struct heritage HERITAGE[HERITAGES] = {
	{ LIST("ENG"), LIST("WBRI"), ENGLISH, LIST("Olivia"), LIST("Oliver"), 640, 0 },
	{ LIST("ENG"), LIST("WIRI", "WBRI", "WIRT"), LIST("O'Brien", "O’Connor", "Murphy", "Ó Murchú", "Kelly", "Ní Bhriain",
		"McLoughlin", "D’Arcy",
		"Fitzgerald", "Mac Giolla Phádraig"), LIST("Niamh", "Siobhán", "Aoife", "Caoimhe", "Róisín", "Saoirse"),
		LIST("Seán", "Oisín", "Pádraig", "Conor", "Cillian", "Darragh"), 40, 700 },
	{ LIST("ENG", "CYM"), LIST("WBRI"), LIST("Llewellyn", "ap Rhys", "Prydderch", "Gwynne", "Pritchard", "Cadwaladr"),
		LIST("Siân", "Ffion", "Angharad", "Carys", "Eluned"), LIST("Rhys", "Iolo", "Ieuan", "Gethin", "Llŷr"), 25, 600 },
	{ LIST("URD", "PNJ", "ENG"), LIST("APKN", "APKN", "MWAS"), LIST("Khan", "Hussain", "Iqbal", "Ahmed", "Mahmood", "Malik",
		"Akhtar", "Shah", "Mirza"),
		LIST("Aisha", "Fatima", "Zainab", "Maryam", "Hafsa", "Amna", "Nia"), LIST("Muhammad", "Ibrahim", "Yusuf", "Hamza",
			"Zayn", "Bilal", "Haris"),
		70, 850 },
	{ LIST("BNG", "BNG", "ENG"), LIST("ABAN"), LIST("Begum", "Rahman", "Miah", "Islam", "Chowdhury", "Uddin", "Khatun"),
		LIST("Sumaiya", "Nusrat", "Tahmina", "Nia", "Ayesha"), LIST("Tanvir", "Mohammed", "Rafi", "Ayaan", "Sakib"), 35,
			850 },
	{ LIST("GUJ", "PNJ", "TAM", "ENG"), LIST("AIND", "AIND", "AOTH"), LIST("Patel", "Singh", "Kaur", "Mistry", "Sivakumar",
		"Sharma", "Desai", "Rao"),
		LIST("Anaya", "Diya", "Saanvi", "Priya", "Kavya"), LIST("Arjun", "Rohan", "Vivaan", "Ishaan", "Dev"), 45, 750 },
	{ LIST("ENG", "AKAT", "YOR", "IGB"), LIST("BAFR", "BCRB", "MWBC", "MWBA"), LIST("Okonkwo", "Adeyemi", "Osei", "Mensah",
		"Boateng", "Chukwu", "Campbell",
		"Nwosu", "Gordon", "Afolabi", "Williams"), LIST("Adaeze", "Temi", "Ama", "Chiamaka", "Esi", "Blessing"),
		LIST("Emeka", "Kofi", "Tobi", "Kwame", "Dylan", "Ezra"), 55, 550 },
	{ LIST("POL", "POL", "LIT", "UKR"), LIST("WOTH", "WEEU"), LIST("Kowalski", "Nowak", "Wiśniewska", "Wójcik", "Żukowski",
		"Kazlauskas", "Shevchenko",
		"Łukasiewicz"), LIST("Zuzanna", "Maja", "Oliwia", "Zofia", "Małgorzata"), LIST("Łukasz", "Kacper", "Jakub",
			"Filip", "Szymon"), 40, 800 },
	{ LIST("RMN", "POR", "SPA", "ITA"), LIST("WOTH", "WWEU", "WROM"), LIST("Popescu", "Ionescu", "de la Cruz", "Hernández",
		"da Silva", "García Márquez",
		"Müller", "Sørensen", "van der Berg", "Gonçalves"), LIST("Ioana", "Inês", "Sofía", "Chloé", "Zoë"),
		LIST("Andrei", "João", "Matías", "Günther", "Theo"), 22, 650 },
	{ LIST("CHI", "VIE", "ENG"), LIST("CHNE", "AOTH"), LIST("Ng", "Nguyen", "Wong", "Li", "Tran", "Cheung", "Xu"),
		LIST("Mei-Ling", "Xin Yi", "Thảo", "Hoa", "Jia-Hui"), LIST("Jun", "Wei", "Minh", "Kai", "Zhi-Hao"), 13, 600 },
	{ LIST("SOM", "ARA", "TUR", "KUR"), LIST("BAFR", "OOTH", "OOTH"), LIST("Abdi", "Yılmaz", "al-Hassan", "Hassan", "Çelik",
		"Warsame", "El-Sayed"),
		LIST("Hodan", "Ayşe", "Layla", "Sahra", "Nour"), LIST("Abdirahman", "Emre", "Omar", "Mustafa", "Idris"), 13, 850 },
	{ LIST("ENG"), LIST("NOBT", "REFU", "OOTH"), LIST("Xi", "Nguyễn-O’Shaughnessy", "Bartholomew-Featherstonehaugh",
		"Oyelowo"), LIST("Bo", "Wilhelmina"), LIST("Jo", "Maximilian"), 2, 500 },
};

/* One of the 800 by its count. The lists are short enough to walk. */
static const char *ons(struct arena *a, struct chance *c, bool girl)
{
	const char *list = girl ? demo_names_girls : demo_names_boys;
	long all = girl ? 210442 : 245055, at = (long)(chance_next(c) % (uint64_t)all); /* what the counts add up to */

	for (const char *p = list; *p;) {
		size_t n = strcspn(p, ",");
		long count = strtol(p + n + 1, NULL, 10);

		if (at < count)
			return arena_text_n(a, p, n);
		at -= count;
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	return girl ? "Olivia" : "Oliver";
}

const char *forename_of(struct arena *a, struct chance *c, int heritage, bool girl)
{
	const struct heritage *h = &HERITAGE[heritage];

	if (chance_in(c, h->own))
		return chance_pick(c, girl ? h->girls : h->boys);
	return ons(a, c, girl);
}

/* Grown-ups were not named in 2020. */
const char *adult_forename(struct chance *c, int heritage, bool woman)
{
	static const char *const WOMEN[] = { "Sarah", "Claire", "Emma", "Nicola", "Joanne", "Louise", "Rachel", "Kelly", "Laura",
		"Gemma", "Ava",
		"Helen", "Karen", "Samantha", "Donna", "Rebecca", "Natalie", "Leanne", "Katherine", "Denise", "Angela", "Hannah",
			"Amy", NULL };
	static const char *const MEN[] = { "Paul", "David", "Andrew", "Mark", "Stephen", "Lee", "Christopher", "Matthew",
		"Daniel", "Craig", "Simon",
		"Gareth", "Wayne", "Neil", "Robert", "Ryan", "Gavin", "Stuart", "Darren", "Ian", "Thomas", "Michael", NULL };

	if (HERITAGE[heritage].own && chance_in(c, 900))
		return chance_pick(c, woman ? HERITAGE[heritage].girls : HERITAGE[heritage].boys);
	return chance_pick(c, woman ? WOMEN : MEN);
}

/* intake_headings.c - the headings of other systems' files, as data: SIMS and its Next Gen, Arbor, Bromcom, ScholarPack, Integris,
 * Pupil Asset, Cloud School, iSAMS, Go 4 Schools, Wonde, Compass, Progresso, and what schools call things in sheets of their own
 * (domain/formats.md section 7). To take in a new source, add its headings here: lower case, letters and digits only, % as "pct", &
 * as "and", "send" as "sen". */
#include "doc/intake_parts.h"

const struct field_row INTAKE_FIELDS[FIELD_COUNT] = {
	[FIELD_NONE] = { "", "", V_TEXT, 0, "" },
	/* who */
	[FIELD_UPN] = { "upn",
		"UPN", V_UPN, W_WHO, "upn|uniquepupilnumber|uniquepupilno|upnnumber|upnno|currentupn|upncode|"
		"uniquepupilnumberupn|pupilupn" },
	[FIELD_FORMER_UPN] = { "former_upn", "Former UPN", V_UPN, W_WHO, "formerupn|previousupn|oldupn" },
	[FIELD_ULN] = { "uln", "ULN", V_ULN, W_WHO, "uln|uniquelearnernumber|uniquelearnerno|ulnnumber|uniquelearnernumberuln" },
	[FIELD_MIS_ID] = { "mis_id", "School's own number", V_ID, W_WHO,
		"misid|adno|admissionnumber|admissionno|admno|admissionsnumber|admissionsno|admissionid|personid|primaryid|"
		"arborstudentid|"
		"arborid|studentid|pupilid|pan|id|simsid|simsnumber|externalid|wondeid|systemid|learnerid|bromcomid|schoolid|"
		"studentcode|"
		"studentnumber|studentno|pupilnumber|pupilno|pupilcode|compassid|learnercode|pupilassetid|localid|"
		"misidentifier|schoolnumber|"
		"schoolpupilnumber|admin|adm|go4schoolsid|progressoid|pupilreference|pupilref" },
	[FIELD_SURNAME] = { "surname", "Surname", V_NAME, W_WHO,
		"surname|legalsurname|lastname|legallastname|familyname|legalfamilyname|secondname|officialsurname|"
		"officiallastname|sname|lname" },
	[FIELD_FORENAME] = { "forename", "Forename", V_NAME, W_WHO,
		"forename|legalforename|firstname|legalfirstname|givenname|legalgivenname|christianname|forenames|givennames|"
		"firstnames|"
		"officialforename|officialfirstname|fname|forename1|legalforenames" },
	[FIELD_MIDDLE_NAMES] = { "middle_names",
		"Middle names", V_NAME, W_WHO, "middlename|middlenames|othernames|legalmiddlename|legalmiddlenames|"
		"middleforenames" },
	[FIELD_PREFERRED_SURNAME] = { "preferred_surname", "Preferred surname", V_NAME, W_WHO,
		"preferredsurname|preferredlastname|chosensurname|chosenlastname|knownassurname|preferredfamilyname|"
		"preffamilyname|prefsurname" },
	[FIELD_PREFERRED_FORENAME] = { "preferred_forename", "Known as", V_NAME, W_WHO,
		"preferredforename|preferredfirstname|preferredname|knownas|chosenname|chosenforename|chosenfirstname|"
		"preferredgivenname|"
		"knownasforename|knownasname|callingname|usualname|alsoknownas|nickname|prefforename|preferredforenames|"
		"likestobeknownas|"
		"calledname|chosengivenname" },
	[FIELD_FORMER_SURNAME] = { "former_surname",
		"Former surname", V_NAME, W_WHO, "formersurname|previoussurname|formerlastname|previouslastname" },
	[FIELD_FULL_NAME] = { "full_name", "Name", V_NAME, W_WHO,
		"name|fullname|studentname|pupilname|surnameforename|preferredsurnameforename|preferredsurnamepreferredforename|"
		"legalsurnameforename|legalsurnamelegalforename|student|pupil|child|childname|childsname|pupilsname|"
		"nameofpupil|nameofchild|learner|learnername|"
		"displayname|legalname|legalfullname|lastnamefirstname|surnamefirstname|pupilfullname|studentfullname|"
		"surnameandforename|"
		"preferredfullname|forenamesurname|firstnamelastname|youngperson|nameofstudent|preferrednamesurname|"
		"namesurnameforename" },
	[FIELD_DOB] = { "dob",
		"Date of birth", V_DOB, W_WHO, "dob|dateofbirth|birthdate|dateofbirthdob|born|birthday|dobdate|birth|"
		"dateborn|bday" },
	[FIELD_SEX] = { "sex",
		"Sex", V_SEX, W_WHO, "sex|gender|legalsex|legalgender|genderatbirth|birthsex|sexatbirth|mf|gen|"
		"genderidentity|mforf|boygirl|sexgender|gendersex" },
	[FIELD_YEAR] = { "year", "Year group", V_YEAR, W_WHO,
		"year|yeargroup|yr|ncyear|yeartaughtin|nationalcurriculumyear|ncyearactual|yrgrp|yeargrp|yrgroup|ncy|ncyeargroup|"
		"currentyear|yearname|yeargroupname|yeargroupcode|yeartaught|curriculumyear|nationalcurriculumyeargroup|"
		"grade|grades|ygroup|"
		"ncyeartaught|currentyeargroup|actualncyear|yearactual|curriculumyearname|ncyr|studentyear|yearlevel" },
	[FIELD_GROUP] = { "group", "Class or tutor group", V_TEXT, W_WHO,
		"group|reg|reggroup|registrationgroup|tutorgroup|form|class|registrationform|registration|formgroup|tutorgrp|"
		"reggrp|classname|"
		"registrationclass|classgroup|formclass|registrationgroupname|tutorset|formname|currentclass|reggroupname|"
		"homegroup|tg|"
		"currentregistrationform|currentregistrationgroup|tutorgroupname|mainclass|regclass|currentform|"
		"currenttutorgroup|band|classform|formcode" },
	[FIELD_HOUSE] = { "house", "House", V_TEXT, W_WHO, "house|housename|housegroup|schoolhouse" },
	[FIELD_ENTRY_DATE] = { "entry_date", "Joined", V_DATE, W_PUPIL,
		"dateofadmission|doa|admissiondate|enrolmentstart|entrydate|dateofentry|enrolmentstartdate|datestarted|"
		"dateadmitted|joined|"
		"joindate|dateofjoining|enrolmentdate|schoolstartdate|datejoined|arrivaldate|admissiontoschooldate|"
		"dateofarrival|startedschool|startdateatschool|dateenrolled" },
	[FIELD_LEAVE_DATE] = { "leave_date", "Left", V_DATE, W_PUPIL,
		"dateofleaving|leavingdate|dateleft|enrolmentend|enrolmentenddate|leavedate|leaverdate|dol|dateofleave|"
		"leftdate|departuredate|schoolleavingdate" },
	[FIELD_ENROL_STATUS] = { "enrol_status",
		"Enrolment status", V_CODE, W_PUPIL, "enrolstatus|enrolmentstatus|enrolmentstatuscode|enrollmentstatus" },
	[FIELD_ON_ROLL] = { "on_roll", "On roll", V_YES_NO, W_PUPIL, "onroll|isonroll|currentlyonroll" },
	[FIELD_PART_TIME] = { "part_time", "Part time", V_YES_NO, W_PUPIL, "parttime|parttimeindicator|isparttime" },

	/* special educational needs */
	[FIELD_SEN_STATUS] = { "sen_status", "SEN status", V_STATUS, W_PUPIL,
		"senstatus|senprovision|currentsen|sencode|senstage|sen|sencategory|senprovisioncode|senprovisiondescription|"
		"currentsenstatus|"
		"specialeducationalneeds|specialeducationalneed|specialeducationneeds|specialeducationalneedsanddisabilities|"
		"senlevel|"
		"senstatuscode|senstatusdescription|senprovisiontype|senlevelofsupport|levelofsen|registerstatus|"
		"codeofpracticestage|"
		"copstage|sencop|sencopstage|sensupportstatus|specialeducationalneedsstatus|specialneedsstatus|specialneeds|"
		"senprovisionlevel|"
		"statusofsen|currentsenprovision|senke|senkore|senregisterstatus|senstatuscurrent|sencurrentstatus|"
		"levelofsupport|senlevelofneed|"
		"currentsenstage|senstagecode|senstatusname|sencategorycode|senstagename|currentsencategory|"
		"senstagedescription|senstatustype|senbanding|"
		"specialeducationalneedsstage|sencodeofpractice|senprovisionname|sencategoryname|sensupportlevel|"
		"specialneedsstage|provisionstatus|sentier|sentag" },
	[FIELD_SEN_STAGE] = { "sen_stage", "Local stage", V_TEXT, W_PUPIL, "localsenstage|localstage" },
	[FIELD_SEN_START] = { "sen_start", "SEN status since", V_DATE, W_PUPIL,
		"senstartdate|statusstart|senstatusstartdate|provisionstart|senstart|senprovisionstartdate|datesenstarted|"
		"dateaddedtosenregister|"
		"dateaddedtoregister|dateonregister|senregisterdate|senstatusstart|senstatusdate|provisionstartdate|sensince|"
		"statusstartdate|"
		"dateplacedonregister|senprovisionstart|datesenidentified|addedtoregister|senregisterstartdate|dateadded|"
		"senstartedon|startofsen|"
		"datesenstatusstarted|datejoinedsenregister|senstatusfrom|senfrom|senstageeffectivedate|senstartdatecurrent|"
		"onregistersince|"
		"specialneedssince|specialneedsfrom|"
		"specialneedsstartdate|senstagestartdate|sencategorystartdate|dateputonregister|senstagestart|sendate|statusdate|"
		"dateofsenstatus" },
	[FIELD_SEN_END] = { "sen_end",
		"SEN status until", V_DATE, W_PUPIL, "senenddate|senstatusenddate|senend|senprovisionenddate|senstatusuntil|"
		"dateoffregister|removedfromregister|statusenddate|provisionend" },
	[FIELD_EHCP] = { "ehcp", "Has an EHC plan", V_YES_NO, W_PUPIL,
		"ehcp|ehcplan|hasehcp|ehc|hasanehcp|educationhealthandcareplan|educationhealthcareplan|ehcpyn|ehcpinplace|"
		"ehcpflag|hasehcplan|ehcpstatus|isehcp|ehcpyesno" },
	[FIELD_SEN_FLAG] = { "sen_flag", "On the SEN register", V_YES_NO, W_PUPIL,
		"issen|senyn|senflag|onsenregister|hassen|senregister|isonsenregister|senindicator|senyesno|sensupport|"
		"sensupportyn|haspecialneeds|hasspecialneeds|senk" },
	[FIELD_NEEDS] = { "needs", "Needs", V_NEED, W_PUPIL,
		"senneeds|needs|needtype|senneed|sentype|sentypes|senneedtype|senneedtypes|typeofneed|typesofneed|areaofneed|"
		"areasofneed|need|"
		"senneedslist|senneeddescription|natureofneed|senneedcode|categoryofneed|senneedcategory|areasofsen|"
		"areaofsen|senareasofneed|"
		"senareaofneed|sentypedescription|needdescription|needcode|allneeds|listofneeds|sentypecode|senneedsall|"
		"typeofsen|sendescription|"
		"identifiedneeds|identifiedneed|needtypes|senneedscodes|senneedtypedescription|currentsenneeds|currentneeds|"
		"currentsenneed|needsdescription|areaneed" },
	[FIELD_NEED_1] = { "need_1", "Primary need", V_NEED, W_PUPIL,
		"primaryneed|primarysenneed|senprimaryneed|senneed1|senneedtype1|need1|primaryneedtype|primaryneedcode|"
		"senprimaryneedtype|"
		"primarysentype|primarysenneedstype|primaryseneedstype|mainneed|primarysenneedtype|primaryareaofneed|"
		"needtype1|sentype1|firstneed|"
		"mainareaofneed|primarytypeofneed|primaryneeddescription|senneed1type|senprimaryneedcode|primarysenneedcode|"
		"primarycategoryofneed|"
		"1stneed|sentyperank1|primaryneed1|mainsenneed|rank1need|primarysen|senprimary|primaryneedsen|senneedprimary|"
		"needprimary|"
		"primarysenneeds|primaryneeds|senprimaryneeds|sentypeprimary|primarysentypecode|1stsenneed|firstsenneed|"
		"senneed1description|"
		"primarysenneeddescription|primarysenneedname|primaryneedname|needonetype|sen1|primaryspecialneed|"
		"areaofneed1|primaryseneedtype|mainneedtype|mainsentype" },
	[FIELD_NEED_2] = { "need_2", "Secondary need", V_NEED, W_PUPIL,
		"secondaryneed|secondarysenneed|sensecondaryneed|senneed2|senneedtype2|need2|secondaryneedtype|secondaryneedcode|"
		"sensecondaryneedtype|secondarysentype|secondarysenneedstype|secondaryseneedstype|secondarysenneedtype|"
		"secondaryareaofneed|"
		"needtype2|sentype2|secondneed|secondarytypeofneed|secondaryneeddescription|senneed2type|sensecondaryneedcode|"
		"secondarysenneedcode|2ndneed|sentyperank2|rank2need|secondarysen|sensecondary|secondaryneeds|"
		"secondarysenneeds|otherneed|"
		"otherneeds|additionalneed|secondaryneed1|sentypesecondary|2ndsenneed|secondsenneed|sensecondaryneeds|"
		"areaofneed2|sen2|secondarysenneeddescription|"
		"secondarysenneedname|secondaryneedname|additionalneeds|needsecondary|senneedsecondary|othersenneeds" },
	[FIELD_NEED_3] = { "need_3",
		"Third need", V_NEED, W_PUPIL, "tertiaryneed|tertiarysenneed|sentertiaryneed|senneed3|senneedtype3|need3|"
		"thirdneed|needtype3|sentype3|3rdneed|rank3need|areaofneed3" },
	[FIELD_NEED_4] = { "need_4",
		"Fourth need", V_NEED, W_PUPIL, "senneed4|senneedtype4|need4|fourthneed|needtype4|sentype4|4thneed|rank4need|"
		"areaofneed4" },
	[FIELD_NEED_RANK] = { "need_rank",
		"Rank of need", V_WHOLE, W_PUPIL, "ranking|rank|needrank|senneedrank|needranking|senneedranking|needpriority|"
		"sentyperank|sentyperanking|senneedpriority" },
	[FIELD_SEN_NOTES] = { "sen_notes", "SEN notes", V_TEXT, W_PUPIL,
		"sencomments|sennotes|sencomment|sennote|notes|comments|sendetails|seninformation|background|comment|note|"
		"senadditionalinformation|"
		"furtherinformation|additionalinformation|otherinformation|details|description|sensummary|descriptionofneeds|"
		"summaryofneeds" },
	[FIELD_NEXT_REVIEW] = { "next_review", "Next review", V_DATE, W_PUPIL,
		"nextreview|nextreviewdate|reviewdate|reviewdue|datenextreview|annualreviewdue|nextannualreview|"
		"annualreviewdate|reviewduedate|"
		"ehcpreviewdate|ardate|nextardate|dateofnextreview|nextannualreviewdate|annualreview|ardue|senreviewdate|"
		"senreview|nextsenreview|nextreviewdue|review" },
	[FIELD_LAST_REVIEW] = { "last_review", "Last review", V_DATE, W_PUPIL,
		"lastreview|lastreviewdate|dateoflastreview|lastannualreview|lastannualreviewdate|datelastreviewed|"
		"previousreview|lastardate|reviewed|dateofreview|lastsenreview" },
	[FIELD_KEYWORKER] = { "keyworker",
		"Keyworker", V_TEXT, W_PUPIL, "keyworker|keyadult|keystaff|leadadult|keyperson|namedadult|senkeyworker|lsa|"
		"ta|teachingassistant|assignedta" },
	[FIELD_SEN_UNIT] = { "sen_unit",
		"In a SEN unit", V_YES_NO, W_PUPIL, "senunitindicator|senunit|inasenunit|senunitmember|memberofsenunit|"
		"insenunit|senunitplace" },
	[FIELD_RESOURCED_PROVISION] = { "resourced_provision",
		"In resourced provision", V_YES_NO, W_PUPIL, "resourcedprovisionindicator|resourcedprovision|rp|"
		"inresourcedprovision|resourceprovision|memberofresourcedprovision" },
	[FIELD_PLAN_DATE] = { "plan_date", "Date of EHC plan", V_DATE, W_PUPIL,
		"ehcpdate|ehcpstartdate|planstartdate|dateofehcp|ehcplandate|dateehcpissued|ehcpissued|finalplandate|"
		"dateofplan|ehcpissuedate|plandate|ehcpstart|ehcpfinalised|ehcplanstartdate|dateoffinalplan" },
	[FIELD_PLAN_LA] = { "plan_la",
		"Authority of the plan", V_TEXT, W_PUPIL, "ehcpla|planla|maintainingla|fundingla|responsiblela|"
		"localauthority|ehcplocalauthority|homela|maintaininglocalauthority|homelocalauthority" },
	[FIELD_TOP_UP] = { "top_up",
		"Top-up funding", V_TEXT, W_PUPIL, "topup|topupfunding|highneedsfunding|hnf|highneedstopup|"
		"topupfundingindicator|topupamount|element3|element3funding|bandfunding|funding" },
	[FIELD_STRENGTHS] = { "strengths",
		"Strengths", V_TEXT, W_PUPIL, "strengths|strengthsandinterests|whatimgoodat|strengthsinterests" },
	[FIELD_STRATEGIES] = { "strategies",
		"What helps", V_TEXT, W_PUPIL, "strategies|supportstrategies|teachingstrategies|whathelps|"
		"classroomstrategies|senstrategies|recommendedstrategies|qualityfirstteaching|qft|support|currentsupport|"
		"howtohelp" },
	[FIELD_OUTCOMES] = { "outcomes",
		"Outcomes", V_TEXT, W_PUPIL, "outcomes|ehcpoutcomes|currenttargets|targets|currentoutcomes|senoutcomes|target" },

	/* funding and circumstances */
	[FIELD_FSM] = { "fsm", "Free school meals", V_YES_NO, W_PUPIL,
		"fsm|fsmeligible|freeschoolmeals|freemeals|fsmoncensusday|freeschoolmeal|fsmeligibility|freeschoolmealseligible|"
		"eligibleforfreeschoolmeals|eligibleforfsm|fsmentitlement|isfsm|currentfsm|freeschoolmealeligibility|fsmflag|"
		"fsmstatus|"
		"eligibleforfreemeals|currentlyfsm|fsmindicator|fsmyn|freeschoolmealstatus|freeschoolmealsfsm|"
		"fsmeligibilitystatus|currentlyeligibleforfsm" },
	[FIELD_EVER6] = { "ever6", "FSM Ever 6", V_YES_NO, W_PUPIL,
		"ever6fsm|fsm6|fsmever6|ever6|isfsm6|everfsm6|ever6freeschoolmeals|fsmever|ever6fsmeligible|"
		"freeschoolmealsever6|fsminlast6years|everfsm|fsm6ever|eversixfsm|fsmeversix|eversix" },
	[FIELD_PP] = { "pp", "Pupil premium (recipient)", V_YES_NO, W_PUPIL,
		"pupilpremiumindicator|pp|pupilpremium|pupilpremiumrecipient|ispp|pupilpremiumflag|pupilpremiumstatus|ppflag|"
		"disadvantaged|"
		"pprecipient|ppi|ppstatus|receivespupilpremium|inreceiptofpupilpremium|ppindicator|isdisadvantaged|"
		"pupilpremiumyn|ppyn|pupilpremiumpp|premium" },
	[FIELD_PP_ELIGIBLE] = { "pp_eligible",
		"Pupil premium (eligible)", V_YES_NO, W_PUPIL, "pupilpremiumeligible|ppeligible|eligibleforpupilpremium|"
		"pupilpremiumeligibility|ppeligibility|ispupilpremiumeligible" },
	[FIELD_IN_CARE] = { "in_care", "In care", V_YES_NO, W_PUPIL,
		"incare|cla|lac|incarestatus|lookedafter|lookedafterchild|childlookedafter|childrenlookedafter|islac|iscla|"
		"currentlyincare|"
		"lookedafterstatus|lacstatus|incareflag|incareindicator|clastatus|childincare|cic|looked|lookedaftercla|"
		"isincare|careleaver" },
	[FIELD_EVER_IN_CARE] = { "ever_in_care",
		"Ever in care", V_YES_NO, W_PUPIL, "everincare|previouslyincare|previouslylookedafter|everlac|pla|"
		"iseverincare|previouslylac|plc|previouslycla" },
	[FIELD_PLAC] = { "plac",
		"Post looked-after arrangements", V_TEXT, W_PUPIL, "postlookedafterarrangements|plac|plaa|postlac|"
		"adoptedfromcare|postlookedafter|plaastatus|postlookedafterarrangement|placstatus" },
	[FIELD_SERVICE_CHILD] = { "service_child",
		"Service child", V_YES_NO, W_PUPIL, "servicechild|servicechildren|servicechildindicator|parentinarmedforces|"
		"servicefamily|servicepupil|isservicechild|armedforces|servicechildineducation|servicechildflag" },
	[FIELD_EAL] = { "eal",
		"English as an additional language", V_YES_NO, W_PUPIL, "eal|englishasadditionallanguage|"
		"englishasanadditionallanguage|iseal|ealstatus|ealflag|ealindicator|ealyn|englishadditionallanguage|ealpupil" },
	[FIELD_FIRST_LANGUAGE] = { "first_language",
		"First language", V_TEXT, W_PUPIL, "firstlanguage|language|homelanguage|mothertongue|firstlang|"
		"firstlanguagecode|homefirstlanguage|mainlanguage|nativelanguage|firstlanguagename|languagecode|"
		"homelanguagename" },
	[FIELD_ETHNICITY] = { "ethnicity",
		"Ethnicity", V_TEXT, W_PUPIL, "ethnicity|ethnicitycode|ethnicorigin|ethnicgroup|ethniccode|"
		"ethnicitydescription|ethnicbackground|ethnicityname|ethnic" },
	[FIELD_YOUNG_CARER] = { "young_carer",
		"Young carer", V_YES_NO, W_PUPIL, "youngcarer|isyoungcarer|youngcarerflag|youngcarerindicator" },

	/* attendance */
	[FIELD_ATTENDANCE_PCT] = { "attendance_pct", "Attendance %", V_PERCENT, W_ATTENDANCE,
		"attendance|attendancepct|pctattendance|percentageattendance|attendancepercentage|attendancepercent|"
		"percentattendance|attpct|"
		"pctatt|attendancerate|overallattendance|presentpct|pctpresent|percentagepresent|attendanceytd|ytdattendance|att|"
		"attendanceyeartodate|attendancethisyear|percentageattended|currentattendance|attendancecurrentyear|"
		"pctattended|attendanceoverall|overallattendancepct|totalattendance" },
	[FIELD_POSSIBLE] = { "possible",
		"Sessions possible", V_WHOLE, W_ATTENDANCE, "possible|sessionspossible|possiblesessions|possiblemarks|"
		"totalpossible|possibleattendances|totalsessions|possibleattendance|sessions" },
	[FIELD_PRESENT] = { "present",
		"Sessions present", V_WHOLE, W_ATTENDANCE, "present|attended|sessionsattended|presentmarks|attendances|"
		"sessionspresent|presents|presentsessions|actualattendances|attendedsessions|totalpresent" },
	[FIELD_AUTHORISED] = { "authorised",
		"Authorised absence", V_WHOLE, W_ATTENDANCE, "authorised|authorisedabsence|authorisedabsences|auth|"
		"sessionsauthorised|authabsence|authorizedabsence|authorizedabsences|authorized|authabsences|"
		"authorisedabsencesessions|authorisedsessions" },
	[FIELD_UNAUTHORISED] = { "unauthorised",
		"Unauthorised absence", V_WHOLE, W_ATTENDANCE, "unauthorised|unauthorisedabsence|unauthorisedabsences|unauth|"
		"sessionsunauthorised|unauthabsence|unauthorizedabsence|unauthorizedabsences|unauthorized|unauthabsences|"
		"unauthorisedabsencesessions|unauthorisedsessions" },
	[FIELD_LATES] = { "lates",
		"Late", V_WHOLE, W_ATTENDANCE, "late|lates|latebeforeregistersclosed|latebeforereg|latebeforeregisterscloses|"
		"latemarks|latel|timeslate|numberoflates" },

	/* reach */
	[FIELD_ADDRESS] = { "address", "Address", V_LINES, W_PUPIL | W_SCHOOL,
		"address|homeaddress|address1|address2|address3|address4|address5|addressline1|addressline2|addressline3|"
		"addressline4|addressline5|"
		"fulladdress|addressblock|housenumber|street|locality|town|county|homeaddress1|homeaddress2|apartment|"
		"countyname|streetname|towncity|city|district|mainaddress|addresstown|addresscounty|addressstreet" },
	[FIELD_POSTCODE] = { "postcode",
		"Postcode", V_POSTCODE, W_PUPIL | W_SCHOOL, "postcode|homepostcode|postalcode|zip|addresspostcode|"
		"homeaddresspostcode" },
	[FIELD_PHONE] = { "phone",
		"Telephone", V_PHONE, W_PUPIL, "telephone|phone|homephone|hometelephone|tel|telephonenumber|phonenumber|"
		"homephonenumber|landline|hometel|telephoneno|maintelephone" },
	[FIELD_MOBILE] = { "mobile", "Mobile", V_PHONE, W_PUPIL, "mobile|mobilephone|mobilenumber|mobiletelephone|mobiletel" },
	[FIELD_EMAIL] = { "email",
		"Email", V_EMAIL, W_PUPIL, "email|emailaddress|studentemail|pupilemail|schoolemail|schoolemailaddress|"
		"workemail|mainemail" },

	/* a contact */
	[FIELD_CONTACT_TITLE] = { "contact_title",
		"Contact's title", V_TEXT, W_CONTACT, "contacttitle|title|parenttitle|guardiantitle|contact1title|"
		"parent1title" },
	[FIELD_CONTACT_FORENAME] = { "contact_forename",
		"Contact's forename", V_NAME, W_CONTACT, "contactforename|contactfirstname|parentforename|parentfirstname|"
		"guardianforename|guardianfirstname|carerforename|contact1forename|contact1firstname|parent1forename|"
		"parent1firstname|contactgivenname|guardian1firstname|primarycontactfirstname|primarycontactforename" },
	[FIELD_CONTACT_SURNAME] = { "contact_surname",
		"Contact's surname", V_NAME, W_CONTACT, "contactsurname|contactlastname|parentsurname|parentlastname|"
		"guardiansurname|guardianlastname|carersurname|contact1surname|contact1lastname|parent1surname|"
		"parent1lastname|contactfamilyname|guardian1lastname|primarycontactlastname|primarycontactsurname" },
	[FIELD_CONTACT_NAME] = { "contact_name", "Contact's name", V_NAME, W_CONTACT,
		"contactname|contactfullname|parentname|guardianname|carername|parentcarername|parent|guardian|carer|contact|"
		"contact1|contact1name|"
		"parent1|parent1name|guardian1name|guardian1|priority1contactname|nameofparent|nameofcontact|parentcarer|"
		"primarycontact|"
		"primarycontactname|maincontact|maincontactname|primaryguardian|primaryguardianname|primaryguardians|"
		"parentsname|parentcarers|parentguardian|parentguardianname|firstcontact|emergencycontact|"
		"emergencycontactname" },
	[FIELD_RELATIONSHIP] = { "relationship",
		"Relationship", V_TEXT, W_CONTACT, "relationship|relationshiptopupil|relationshiptostudent|"
		"relationshiptochild|relation|contactrelationship|contact1relationship|parent1relationship|contacttype|"
		"relationshiptype|relationshipname|guardianrelationship" },
	[FIELD_PRIORITY] = { "priority",
		"Priority", V_WHOLE, W_CONTACT, "priority|contactpriority|order|contactorder|prioritynumber|contactno|"
		"priorityorder|callorder|contactnumberorder|emergencypriority|prioritylevel" },
	[FIELD_PARENTAL_RESPONSIBILITY] = { "parental_responsibility",
		"Parental responsibility", V_YES_NO, W_CONTACT, "parentalresponsibility|pr|hasparentalresponsibility|"
		"parentresponsibility|responsibility|legalresponsibility|parentalresp|isparentalresponsibility|legalguardian" },
	[FIELD_COURT_ORDER] = { "court_order",
		"Court order", V_YES_NO, W_CONTACT, "courtorder|hascourtorder|courtorders|courtorderflag|subjecttocourtorder|"
		"nocontactorder" },
	[FIELD_CONTACT_PHONE] = { "contact_phone",
		"Contact's telephone", V_PHONE, W_CONTACT, "contacttelephone|contactphone|parenttelephone|parentphone|"
		"guardianphone|contact1telephone|contact1phone|parent1phone|contacthomephone|telephone|phone|hometelephone|"
		"homephone|tel|telephonenumber|phonenumber|daytimephone|daytelephone|maintelephone|contactnumber|contacttel|"
		"guardian1phone|contacthometelephone|landline|telephone1|phone1|primaryphone" },
	[FIELD_CONTACT_MOBILE] = { "contact_mobile",
		"Contact's mobile", V_PHONE, W_CONTACT, "contactmobile|parentmobile|guardianmobile|mobile|mobilephone|"
		"mobilenumber|mobiletelephone|contact1mobile|parent1mobile|contactmobilenumber|mobiletel|contactmobilephone" },
	[FIELD_CONTACT_WORK_PHONE] = { "contact_work_phone",
		"Contact's work telephone", V_PHONE, W_CONTACT, "contactworkphone|workphone|worktelephone|worktel|"
		"contactworktelephone|worknumber" },
	[FIELD_CONTACT_EMAIL] = { "contact_email",
		"Contact's email", V_EMAIL, W_CONTACT, "contactemail|parentemail|guardianemail|email|emailaddress|"
		"contactemailaddress|contact1email|parent1email|primaryemail|homeemail|guardian1email|parentcareremail|"
		"primaryguardianemail|maincontactemail|careremail" },
	[FIELD_CONTACT_ADDRESS] = { "contact_address",
		"Contact's address", V_LINES, W_CONTACT, "contactaddress|parentaddress|address|homeaddress|guardianaddress|"
		"fulladdress|addressblock|contacthomeaddress|addressline1|addressline2|addressline3|addressline4|town|county|"
		"street|contactaddressblock" },
	[FIELD_CONTACT_POSTCODE] = { "contact_postcode",
		"Contact's postcode", V_POSTCODE, W_CONTACT, "contactpostcode|postcode|homepostcode|parentpostcode" },
	[FIELD_LIVES_WITH] = { "lives_with",
		"Lives with the child", V_YES_NO, W_CONTACT, "liveswithpupil|liveswith|liveswithstudent|sameaddress|"
		"liveswithchild|sameaddressaspupil|addressaspupil|liveatsameaddress" },

	/* a test */
	[FIELD_TEST_DATE] = { "test_date",
		"Test date", V_DATE, W_TEST, "testdate|dateoftest|date|assessmentdate|datetested|dateofassessment|"
		"dateassessed|datetaken|completed|datecompleted|testedon|administeredon" },
	[FIELD_TEST_NAME] = { "test_name",
		"Test", V_TEXT, W_TEST, "test|testname|assessment|assessmentname|nameoftest|testtype|assessmenttype|"
		"testtitle|battery|testform|aspect|aspectname|markset" },
	[FIELD_RAW_SCORE] = { "raw_score",
		"Raw score", V_TEXT, W_TEST, "rawscore|raw|mark|marks|rawmark|score|totalmark|rawresult|total" },
	[FIELD_STANDARDISED_SCORE] = { "standardised_score",
		"Standardised score", V_TEXT, W_TEST, "standardisedscore|standardizedscore|ss|sas|standardagescore|"
		"standardscore|stdscore|agestandardisedscore|standardised|overallsas|standscore|stdised|normreferencedscore|"
		"nss|standardisedscorenss|agestdscore" },
	[FIELD_READING_AGE] = { "reading_age",
		"Reading age", V_AGE, W_TEST, "readingage|ra|readage|readingagera|wordreadingage|accuracyage|"
		"comprehensionage|readingageyearsmonths" },
	[FIELD_SPELLING_AGE] = { "spelling_age", "Spelling age", V_AGE, W_TEST, "spellingage|sa|spellage|spellingagesa" },
	[FIELD_PERCENTILE] = { "percentile",
		"Percentile", V_TEXT, W_TEST, "percentile|percentilerank|pr|pctile|npr|nationalpercentilerank|percentilescore" },
	[FIELD_STANINE] = { "stanine", "Stanine", V_TEXT, W_TEST, "stanine|overallstanine|st9" },
	[FIELD_SCALED_SCORE] = { "scaled_score", "Scaled score", V_TEXT, W_TEST, "scaledscore|scaled" },
	[FIELD_TEST_NOTES] = { "test_notes",
		"Notes on the test", V_TEXT, W_TEST, "notes|comments|testnotes|comment|note|observations" },

	/* a provision */
	[FIELD_PROVISION] = { "provision",
		"Provision", V_TEXT, W_PROVISION, "provisionname|provision|intervention|interventionname|provisiontitle|"
		"nameofprovision|nameofintervention|programme|activity|interventiontitle|provisionintervention|supportname|"
		"typeofprovision|strategy" },
	[FIELD_WAVE] = { "wave", "Wave", V_TEXT, W_PROVISION, "wave|tier|level|wavelevel|provisionwave" },
	[FIELD_AREA_OF_NEED] = { "area_of_need",
		"Area of need", V_TEXT, W_PROVISION, "areaofneed|areaofneeds|needarea|area|broadarea|broadareaofneed|"
		"category|needcategory|primaryneed|need|senarea" },
	[FIELD_START] = { "start",
		"Start", V_DATE, W_PROVISION, "startdate|start|from|datestarted|startedon|begindate|datefrom|provisionstart|"
		"interventionstart|provisionstartdate|dateofstart|begins" },
	[FIELD_END] = { "end",
		"End", V_DATE, W_PROVISION, "enddate|end|to|until|dateended|finishdate|endedon|dateto|provisionend|"
		"interventionend|finish|provisionenddate|reviewdate|ends" },
	[FIELD_SESSIONS] = { "sessions_per_week",
		"Sessions a week", V_DECIMAL, W_PROVISION, "sessionsperweek|sessionsweek|sessions|frequency|timesperweek|"
		"perweek|numberofsessions|weeklysessions|sessionsaweek|noofsessions" },
	[FIELD_MINUTES] = { "minutes",
		"Minutes a session", V_WHOLE, W_PROVISION, "minutespersession|minutes|mins|duration|sessionlength|length|"
		"minspersession|durationmins|lengthofsession|sessionduration|time|durationminutes|minutesession" },
	[FIELD_GROUP_SIZE] = { "group_size",
		"Group size", V_WHOLE, W_PROVISION, "groupsize|sizeofgroup|pupilsingroup|numberingroup|ratio|noofpupils" },
	[FIELD_STAFF] = { "staff",
		"Staff", V_TEXT, W_PROVISION, "staff|staffmember|deliveredby|leadstaff|ledby|adult|adults|ta|tutor|staffname|"
		"provider|stafftype|runby|leader|who" },
	[FIELD_HOURLY_COST] = { "hourly_cost",
		"Cost an hour", V_MONEY, W_PROVISION, "hourlycost|costperhour|hourlyrate|rate|costanhour|ratehour" },
	[FIELD_COST] = { "cost",
		"Cost", V_MONEY, W_PROVISION, "cost|totalcost|annualcost|costperpupil|costperyear|weeklycost|termlycost|price" },
	[FIELD_ENTRY_DATA] = { "entry_data",
		"At the start", V_TEXT, W_PROVISION, "entrydata|baseline|entry|startdata|entryscore|startingpoint|"
		"baselinedata|onentry|startscore|entrylevel|baselinescore|entryassessment" },
	[FIELD_EXIT_DATA] = { "exit_data",
		"At the end", V_TEXT, W_PROVISION, "exitdata|exit|enddata|exitscore|outcomedata|onexit|endscore|exitlevel|"
		"exitassessment|finalscore" },
	[FIELD_IMPACT] = { "impact",
		"Impact", V_TEXT, W_PROVISION, "impact|progress|effectiveness|outcome|evaluation|impactrating|result|"
		"impactrag" },
	[FIELD_TARGET] = { "target",
		"Target", V_TEXT, W_PROVISION, "target|targets|objective|goal|aim|smarttarget|outcomesought|intendedoutcome|"
		"objectives|targetoutcome" },
	[FIELD_PROVISION_NOTES] = { "provision_notes",
		"Notes", V_TEXT, W_PROVISION, "notes|comments|comment|note|details|description" },

	/* staff and classes */
	[FIELD_STAFF_CODE] = { "staff_code",
		"Staff code", V_ID, W_STAFF | W_CLASS, "staffcode|teachercode|staffid|employeeid|payrollnumber|"
		"employeenumber|teacherid|staffinitials|initials|code|arborstaffid|teacherinitials|staffnumber|employeeno|"
		"payrollno|externalid|staffmisid" },
	[FIELD_STAFF_TITLE] = { "staff_title", "Title", V_TEXT, W_STAFF, "title|stafftitle|salutation" },
	[FIELD_STAFF_FORENAME] = { "staff_forename",
		"Forename", V_NAME, W_STAFF, "forename|firstname|stafforename|staffforename|staffirstname|stafffirstname|"
		"givenname|legalforename|preferredforename|legalfirstname|preferredfirstname|teacherfirstname|"
		"teacherforename|firstnames" },
	[FIELD_STAFF_SURNAME] = { "staff_surname",
		"Surname", V_NAME, W_STAFF, "surname|lastname|staffsurname|stafflastname|familyname|legalsurname|"
		"preferredsurname|legallastname|preferredlastname|teachersurname|teacherlastname" },
	[FIELD_STAFF_NAME] = { "staff_name",
		"Name", V_NAME, W_STAFF, "name|staffname|fullname|staffmember|employee|teachername|staff|displayname|"
		"staffmembername|employeename|memberofstaff" },
	[FIELD_STAFF_ROLE] = { "staff_role",
		"Role", V_TEXT, W_STAFF, "role|jobtitle|job|position|post|staffrole|roles|posttitle|jobrole|stafftype|"
		"occupation|positiontitle|staffcategory|responsibilities" },
	[FIELD_STAFF_EMAIL] = { "staff_email",
		"Email", V_EMAIL, W_STAFF | W_CLASS, "email|emailaddress|workemail|staffemail|schoolemail|teacheremail|"
		"workemailaddress|schoolemailaddress" },
	[FIELD_STAFF_PHONE] = { "staff_phone",
		"Telephone", V_PHONE, W_STAFF, "telephone|phone|mobile|workphone|extension|ext|worktelephone|tel" },
	[FIELD_CLASS_ID] = { "class_id", "Class id", V_ID, W_CLASS, "classid|groupid|classsourcedid|courseid|classreference" },
	[FIELD_CLASS_NAME] = { "class_name",
		"Class", V_TEXT, W_CLASS, "class|classname|teachinggroup|group|classcode|set|teachinggroupname|teachingset|"
		"groupname|groupcode|classgroup|teachinggroupcode|teachingclass|setname|timetablegroup|course|lesson" },
	[FIELD_SUBJECT] = { "subject",
		"Subject", V_TEXT, W_CLASS, "subject|subjectname|subjectcode|coursename|department|subjecttitle" },
	[FIELD_TEACHER] = { "teacher",
		"Teacher", V_NAME, W_CLASS, "teacher|teachername|classteacher|teachers|mainteacher|staff|staffname|"
		"leadteacher|staffmember|tutor|formtutor|classtutor|teachingstaff|academicleader|supervisor|teachernames|"
		"assignedstaff" },
	[FIELD_MAIN_TEACHER] = { "main_teacher",
		"Main teacher", V_YES_NO, W_CLASS, "ismainteacher|primary|isprimary|maintutor|leadyn" },
	[FIELD_CLASS_YEAR] = { "class_year",
		"Year group of the class", V_TEXT, W_CLASS, "yeargroup|year|ncyear|yr|classyear|curriculumyear" },
	[FIELD_ROOM] = { "room", "Room", V_TEXT, W_CLASS, "room|location|roomname|roomcode" },

	/* calendars */
	[FIELD_TERM] = { "term", "Term", V_TEXT, W_TERM, "term|termname|name|period|title|halfterm|termtitle|event|description" },
	[FIELD_TERM_START] = { "term_start",
		"Starts", V_DATE, W_TERM, "starts|start|startdate|termstart|termstarts|from|begins|firstday|opens|"
		"startofterm|termbegins|termstartdate|datefrom|firstdayofterm" },
	[FIELD_TERM_END] = { "term_end",
		"Ends", V_DATE, W_TERM, "ends|end|enddate|termend|termends|to|until|finishes|lastday|closes|endofterm|finish|"
		"termenddate|dateto|lastdayofterm" },
	[FIELD_HALF_START] = { "half_start",
		"Half term starts", V_DATE, W_TERM, "halftermstarts|halftermstart|halftermfrom|halftermbegins|"
		"halftermstartdate|htstart|startofhalfterm" },
	[FIELD_HALF_END] = { "half_end",
		"Half term ends", V_DATE, W_TERM, "halftermends|halftermend|halftermto|halftermfinishes|halftermenddate|"
		"htend|endofhalfterm" },
	[FIELD_HOLIDAY] = { "holiday",
		"Bank holiday", V_TEXT, W_HOLIDAY, "bankholiday|holiday|publicholiday|holidayname|bankholidayname|title" },
	[FIELD_HOLIDAY_DATE] = { "holiday_date", "Date", V_DATE, W_HOLIDAY, "date|holidaydate|day|bankholidaydate" },
	[FIELD_DIVISION] = { "division", "Part of the UK", V_TEXT, W_HOLIDAY, "division|country|region|nation" },
	[FIELD_HOLIDAY_NOTES] = { "holiday_notes", "Notes", V_TEXT, W_HOLIDAY, "notes|note|comments" },

	/* a school */
	[FIELD_URN] = { "urn", "URN", V_ID, W_SCHOOL, "urn|establishmenturn|schoolurn" },
	[FIELD_LA_CODE] = { "la_code", "LA number", V_ID, W_SCHOOL, "lacode|la|lanumber|leacode" },
	[FIELD_LA_NAME] = { "la_name", "LA", V_TEXT, W_SCHOOL, "laname|localauthority|localauthorityname" },
	[FIELD_ESTAB] = { "estab", "Establishment number", V_ID, W_SCHOOL, "establishmentnumber|estab|dfenumber|estabnumber" },
	[FIELD_LAESTAB] = { "laestab", "DfE number", V_ID, W_SCHOOL, "laestab" },
	[FIELD_SCHOOL_NAME] = { "school_name", "School", V_TEXT, W_SCHOOL, "establishmentname|schoolname|school" },
	[FIELD_SCHOOL_TYPE] = { "school_type", "Type of school", V_TEXT, W_SCHOOL, "typeofestablishmentname|schooltype" },
	[FIELD_SCHOOL_STATUS] = { "school_status", "Open or closed", V_ID, W_SCHOOL, "establishmentstatuscode" },
	[FIELD_PHASE] = { "phase", "Phase", V_TEXT, W_SCHOOL, "phaseofeducationname|phase" },
	[FIELD_LOW_AGE] = { "low_age", "Youngest age", V_WHOLE, W_SCHOOL, "statutorylowage" },
	[FIELD_HIGH_AGE] = { "high_age", "Oldest age", V_WHOLE, W_SCHOOL, "statutoryhighage" },
	[FIELD_SCHOOL_SEX] = { "school_sex", "Boys, girls or mixed", V_TEXT, W_SCHOOL, "gendername" },
	[FIELD_ON_ROLL_COUNT] = { "on_roll_count", "Pupils", V_WHOLE, W_SCHOOL, "numberofpupils" },
	[FIELD_PCT_FSM] = { "pct_fsm", "% FSM", V_DECIMAL, W_SCHOOL, "percentagefsm" },
	[FIELD_WEBSITE] = { "website", "Website", V_TEXT, W_SCHOOL, "schoolwebsite" },
	[FIELD_UKPRN] = { "ukprn", "UKPRN", V_ID, W_SCHOOL, "ukprn" },
	[FIELD_CLOSE_DATE] = { "close_date", "Closed", V_DATE, W_SCHOOL, "closedate" },
	[FIELD_SEN_TYPES] = { "sen_types", "SEN provision", V_LINES, W_SCHOOL,
		"sen1name|sen2name|sen3name|sen4name|sen5name|sen6name|sen7name|sen8name|sen9name|sen10name|sen11name|"
		"sen12name|sen13name" },
	[FIELD_RP_TYPE] = { "rp_type", "Resourced provision", V_TEXT, W_SCHOOL, "typeofresourcedprovisionname" },
	[FIELD_RP_ON_ROLL] = { "rp_on_roll", "In resourced provision", V_WHOLE, W_SCHOOL, "resourcedprovisiononroll" },
	[FIELD_RP_CAPACITY] = { "rp_capacity", "Places in resourced provision", V_WHOLE, W_SCHOOL, "resourcedprovisioncapacity" },
	[FIELD_UNIT_ON_ROLL] = { "unit_on_roll", "In SEN unit", V_WHOLE, W_SCHOOL, "senunitonroll" },
	[FIELD_UNIT_CAPACITY] = { "unit_capacity", "Places in SEN unit", V_WHOLE, W_SCHOOL, "senunitcapacity" },
	[FIELD_SECTION41] = { "section41", "Section 41 approved", V_TEXT, W_SCHOOL, "section41approvedname" },
	[FIELD_LEAVE_REASON] = { "leave_reason",
		"Reason for leaving", V_CODE, W_PUPIL, "leavingreason|reasonforleaving|leavereason|reasonleft" },

	/* Get Information About Pupils */
	[FIELD_PP_DEPRIVATION] = { "pp_deprivation",
		"Deprivation premium", V_YES_NO, W_GIAP, "deprivationpupilpremium|deprivation|deprivationpremium" },
	[FIELD_PP_SERVICE] = { "pp_service",
		"Service premium", V_YES_NO, W_GIAP, "servicechildpremium|service|servicepupilpremium" },
	[FIELD_PP_ADOPTED] = { "pp_adopted",
		"Adopted from care premium", V_YES_NO, W_GIAP, "adoptedfromcarepremium|postlac|postlacpremium|adoptedfromcare" },
	[FIELD_PP_LOOKED_AFTER] = { "pp_looked_after",
		"Looked-after premium", V_YES_NO, W_GIAP, "lookedafterpremium|lacpremium|lac" },
	[FIELD_PP_FTE] = { "pp_fte", "Premium FTE", V_DECIMAL, W_GIAP, "pupilpremiumfte|ppfte" },
	[FIELD_PP_AMOUNT] = { "pp_amount", "Premium amount", V_MONEY, W_GIAP, "pupilpremiumcashamount" },
	[FIELD_PP_FROM] = { "pp_from", "Financial year from", V_DATE, W_GIAP, "pupilpremiumfystartdate|financialyearstart" },
	[FIELD_PP_UNTIL] = { "pp_until", "Financial year until", V_DATE, W_GIAP, "pupilpremiumfyenddate|financialyearend" },
	[FIELD_LAST_FSM] = { "last_fsm", "Last FSM", V_DATE, W_GIAP, "lastfsm|lastfsmdate" },
	[FIELD_ACADEMIC_YEAR] = { "academic_year", "Academic year", V_TEXT, W_GIAP, "academicyear" },
	[FIELD_CENSUS_TERM] = { "census_term", "Census", V_TEXT, W_GIAP, "censusterm" },
	[FIELD_MATCH_REF] = { "match_ref", "Match reference", V_ID, W_GIAP, "pupilmatchingref|pupilmatchingrefanonymous" },

	/* an assessment as a CTF has it: no headings, filled by name */
	[FIELD_STAGE] = { "stage", "Stage", V_TEXT, 0, "" }, [FIELD_ASSESS_YEAR] = { "assess_year", "Year", V_TEXT, 0, "" },
	[FIELD_ASSESS_SUBJECT] = { "assess_subject",
		"Subject", V_TEXT, 0, "" }, [FIELD_METHOD] = { "method", "Method", V_TEXT, 0, "" },
	[FIELD_COMPONENT] = { "component",
		"Component", V_TEXT, 0, "" }, [FIELD_RESULT_STATUS] = { "result_status", "Status", V_TEXT, 0, "" },
	[FIELD_QUALIFIER] = { "qualifier", "Qualifier", V_TEXT, 0, "" }, [FIELD_RESULT] = { "result", "Result", V_TEXT, 0, "" },
	[FIELD_RESULT_DATE] = { "result_date",
		"Date", V_DATE, 0, "" }, [FIELD_LANGUAGE_TYPE] = { "language_type", "Kind of language", V_TEXT, 0, "" },

	/* a safeguarding log */
	[FIELD_INCIDENT] = { "incident",
		"Incident", V_TEXT, W_SAFEGUARDING, "incident|concern|incidentdetails|incidentid|concernid|"
		"incidentdescription|concerndetails|incidentdatetime|concerndescription|incidentnumber|incidentdate" },
	[FIELD_CATEGORIES] = { "categories",
		"Categories", V_TEXT, W_SAFEGUARDING, "categories|category|concerncategory|incidentcategory|categorytags|"
		"subcategory|abusetype" },
	[FIELD_ACTION_TAKEN] = { "action_taken",
		"Action taken", V_TEXT, W_SAFEGUARDING, "actiontaken|actions|action|actionstaken|followup|outcomeaction" },
	[FIELD_LINKED] = { "linked",
		"Linked pupils", V_TEXT, W_SAFEGUARDING, "linkedstudents|linkedpupils|linkedstudent|linkedchildren|"
		"otherpupils|involvedstudents|alertedstaff|staffalerted" },
};

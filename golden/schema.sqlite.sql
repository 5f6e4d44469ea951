CREATE TABLE journal (number INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, campus TEXT NOT NULL,
  kind TEXT NOT NULL, record TEXT NOT NULL, tier INTEGER NOT NULL, "row" TEXT NOT NULL, pupil TEXT, detail BYTES, salt BYTES NOT NULL,
  hash BYTES NOT NULL);
CREATE INDEX journal_by_row ON journal ("row");
CREATE INDEX journal_by_account ON journal (account, number);
CREATE INDEX journal_by_pupil ON journal (pupil, number);
CREATE TABLE journal_head (one INTEGER PRIMARY KEY, number INTEGER NOT NULL, hash BYTES NOT NULL);
CREATE TABLE checkpoint (number INTEGER PRIMARY KEY, at TEXT NOT NULL, hash BYTES NOT NULL, public_key BYTES NOT NULL,
  signature BYTES NOT NULL);
CREATE TABLE seal_key (id TEXT PRIMARY KEY, campus TEXT NOT NULL, compartment INTEGER NOT NULL, subject TEXT NOT NULL,
  wrapped BYTES NOT NULL, made_at TEXT NOT NULL);
CREATE UNIQUE INDEX seal_key_of ON seal_key (subject, compartment, campus);
CREATE TABLE token (campus TEXT NOT NULL, token TEXT NOT NULL, record TEXT NOT NULL, "row" TEXT NOT NULL, pupil TEXT,
  PRIMARY KEY (campus, token, record, "row"));
CREATE INDEX token_of ON token ("row");
CREATE TABLE once (id TEXT PRIMARY KEY, body BYTES NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX once_at ON once (at);
CREATE TABLE session (id TEXT PRIMARY KEY, account TEXT NOT NULL, campus TEXT NOT NULL, role TEXT NOT NULL, stamp_key BYTES NOT NULL,
  made_at TEXT NOT NULL, used_at TEXT NOT NULL, fresh_at TEXT, locked INTEGER NOT NULL, agent TEXT NOT NULL, pupil TEXT,
  ended_at TEXT);
CREATE INDEX session_of ON session (account);
CREATE TABLE bearer (id TEXT PRIMARY KEY, account TEXT NOT NULL, campus TEXT NOT NULL, name TEXT NOT NULL, made_at TEXT NOT NULL,
  until TEXT NOT NULL);
CREATE TABLE draft (id TEXT PRIMARY KEY, account TEXT NOT NULL, campus TEXT NOT NULL, route TEXT NOT NULL, at TEXT NOT NULL,
  why TEXT NOT NULL, body BYTES NOT NULL);
CREATE INDEX draft_of ON draft (account, route);
CREATE TABLE blob (id TEXT PRIMARY KEY, campus TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT NULL,
  at TEXT NOT NULL, body BYTES NOT NULL);
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE house (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO house (name, value) VALUES ('store', 'opensenco');
INSERT INTO counter (name, value) VALUES ('rights', 1), ('facts', 1);
CREATE TABLE "campus" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "urn" TEXT,
  "laestab" TEXT,
  "la" TEXT,
  "phase" TEXT,
  "year_first" TEXT,
  "year_last" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "head" TEXT,
  "opened_on" TEXT CHECK ("opened_on" LIKE '____-__-__'),
  "closed_on" TEXT CHECK ("closed_on" LIKE '____-__-__'));
CREATE INDEX campus_by_campus ON "campus" (campus);
CREATE INDEX campus_by_name_fold ON "campus" (campus, "name_fold");
CREATE INDEX campus_by_urn ON "campus" (campus, "urn");
CREATE INDEX campus_by_laestab ON "campus" (campus, "laestab");
CREATE TABLE "campus_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "urn" TEXT,
  "laestab" TEXT,
  "la" TEXT,
  "phase" TEXT,
  "year_first" TEXT,
  "year_last" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "head" TEXT,
  "opened_on" TEXT,
  "closed_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX campus_version_by_act ON "campus_version" (act);
CREATE INDEX campus_version_by_campus ON "campus_version" (campus);
CREATE TABLE "setting" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "name" TEXT,
  "value" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "reason" TEXT);
CREATE INDEX setting_by_campus ON "setting" (campus);
CREATE INDEX setting_by_name ON "setting" (campus, "name");
CREATE TABLE "setting_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "name" TEXT,
  "value" TEXT,
  "from" TEXT,
  "until" TEXT,
  "reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX setting_version_by_act ON "setting_version" (act);
CREATE INDEX setting_version_by_campus ON "setting_version" (campus);
CREATE TABLE "holiday" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "kind" TEXT,
  "name" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX holiday_by_campus ON "holiday" (campus);
CREATE INDEX holiday_by_kind ON "holiday" (campus, "kind");
CREATE TABLE "holiday_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "kind" TEXT,
  "name" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX holiday_version_by_act ON "holiday_version" (act);
CREATE INDEX holiday_version_by_campus ON "holiday_version" (campus);
CREATE TABLE "term_day" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "on_day" TEXT CHECK ("on_day" LIKE '____-__-__'),
  "kind" TEXT,
  "reason" TEXT);
CREATE INDEX term_day_by_campus ON "term_day" (campus);
CREATE TABLE "term_day_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "on_day" TEXT,
  "kind" TEXT,
  "reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX term_day_version_by_act ON "term_day_version" (act);
CREATE INDEX term_day_version_by_campus ON "term_day_version" (campus);
CREATE TABLE "staff" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "title" TEXT,
  "forename" TEXT,
  "forename_fold" TEXT,
  "surname" TEXT,
  "surname_fold" TEXT,
  "known_as" TEXT,
  "post" TEXT,
  "code" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "mis_id" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX staff_by_campus ON "staff" (campus);
CREATE INDEX staff_by_forename_fold ON "staff" (campus, "forename_fold");
CREATE INDEX staff_by_surname_fold ON "staff" (campus, "surname_fold");
CREATE INDEX staff_by_code ON "staff" (campus, "code");
CREATE INDEX staff_by_email ON "staff" (campus, "email");
CREATE INDEX staff_by_mis_id ON "staff" (campus, "mis_id");
CREATE TABLE "staff_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "title" TEXT,
  "forename" TEXT,
  "forename_fold" TEXT,
  "surname" TEXT,
  "surname_fold" TEXT,
  "known_as" TEXT,
  "post" TEXT,
  "code" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "mis_id" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX staff_version_by_act ON "staff_version" (act);
CREATE INDEX staff_version_by_campus ON "staff_version" (campus);
CREATE TABLE "class" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "subject" TEXT,
  "year" TEXT,
  "room" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX class_by_campus ON "class" (campus);
CREATE INDEX class_by_name ON "class" (campus, "name");
CREATE INDEX class_by_name_fold ON "class" (campus, "name_fold");
CREATE INDEX class_by_kind ON "class" (campus, "kind");
CREATE INDEX class_by_year ON "class" (campus, "year");
CREATE TABLE "class_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "subject" TEXT,
  "year" TEXT,
  "room" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX class_version_by_act ON "class_version" (act);
CREATE INDEX class_version_by_campus ON "class_version" (campus);
CREATE TABLE "class_member" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "class" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX class_member_by_campus ON "class_member" (campus);
CREATE INDEX class_member_by_pupil ON "class_member" ("pupil");
CREATE INDEX class_member_by_class ON "class_member" ("class");
CREATE TABLE "class_member_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "class" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX class_member_version_by_act ON "class_member_version" (act);
CREATE INDEX class_member_version_by_campus ON "class_member_version" (campus);
CREATE INDEX class_member_version_by_pupil ON "class_member_version" ("pupil");
CREATE TABLE "teaching" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "class" TEXT,
  "staff" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX teaching_by_campus ON "teaching" (campus);
CREATE INDEX teaching_by_class ON "teaching" ("class");
CREATE INDEX teaching_by_staff ON "teaching" ("staff");
CREATE TABLE "teaching_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "class" TEXT,
  "staff" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX teaching_version_by_act ON "teaching_version" (act);
CREATE INDEX teaching_version_by_campus ON "teaching_version" (campus);
CREATE TABLE "caseload" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "staff" TEXT,
  "kind" TEXT,
  "weight" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX caseload_by_campus ON "caseload" (campus);
CREATE INDEX caseload_by_pupil ON "caseload" ("pupil");
CREATE INDEX caseload_by_staff ON "caseload" ("staff");
CREATE INDEX caseload_by_kind ON "caseload" (campus, "kind");
CREATE TABLE "caseload_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "staff" TEXT,
  "kind" TEXT,
  "weight" INTEGER,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX caseload_version_by_act ON "caseload_version" (act);
CREATE INDEX caseload_version_by_campus ON "caseload_version" (campus);
CREATE INDEX caseload_version_by_pupil ON "caseload_version" ("pupil");
CREATE TABLE "year_lead" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "staff" TEXT,
  "year" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX year_lead_by_campus ON "year_lead" (campus);
CREATE INDEX year_lead_by_staff ON "year_lead" ("staff");
CREATE INDEX year_lead_by_year ON "year_lead" (campus, "year");
CREATE TABLE "year_lead_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "staff" TEXT,
  "year" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX year_lead_version_by_act ON "year_lead_version" (act);
CREATE INDEX year_lead_version_by_campus ON "year_lead_version" (campus);
CREATE TABLE "pupil" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "known_as" TEXT,
  "known_as_fold" TEXT,
  "known_surname" TEXT,
  "known_surname_fold" TEXT,
  "forename" TEXT,
  "forename_fold" TEXT,
  "surname" TEXT,
  "surname_fold" TEXT,
  "middle_names" TEXT,
  "former_surname" TEXT,
  "dob" TEXT CHECK ("dob" LIKE '____-__-__'),
  "sex" TEXT,
  "pronouns" TEXT,
  "upn" TEXT,
  "former_upn" TEXT,
  "uln" TEXT,
  "mis_id" TEXT,
  "language" TEXT,
  "ethnicity" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "alias_of" TEXT);
CREATE INDEX pupil_by_campus ON "pupil" (campus);
CREATE INDEX pupil_by_known_as_fold ON "pupil" (campus, "known_as_fold");
CREATE INDEX pupil_by_known_surname_fold ON "pupil" (campus, "known_surname_fold");
CREATE INDEX pupil_by_forename_fold ON "pupil" (campus, "forename_fold");
CREATE INDEX pupil_by_surname_fold ON "pupil" (campus, "surname_fold");
CREATE INDEX pupil_by_dob ON "pupil" (campus, "dob");
CREATE INDEX pupil_by_upn ON "pupil" (campus, "upn");
CREATE INDEX pupil_by_former_upn ON "pupil" (campus, "former_upn");
CREATE INDEX pupil_by_uln ON "pupil" (campus, "uln");
CREATE INDEX pupil_by_mis_id ON "pupil" (campus, "mis_id");
CREATE INDEX pupil_by_alias_of ON "pupil" ("alias_of") WHERE alias_of IS NOT NULL;
CREATE TABLE "pupil_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "known_as" TEXT,
  "known_as_fold" TEXT,
  "known_surname" TEXT,
  "known_surname_fold" TEXT,
  "forename" TEXT,
  "forename_fold" TEXT,
  "surname" TEXT,
  "surname_fold" TEXT,
  "middle_names" TEXT,
  "former_surname" TEXT,
  "dob" TEXT,
  "sex" TEXT,
  "pronouns" TEXT,
  "upn" TEXT,
  "former_upn" TEXT,
  "uln" TEXT,
  "mis_id" TEXT,
  "language" TEXT,
  "ethnicity" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "alias_of" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX pupil_version_by_act ON "pupil_version" (act);
CREATE INDEX pupil_version_by_campus ON "pupil_version" (campus);
CREATE TABLE "enrolment" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "year" TEXT,
  "form" TEXT,
  "form_fold" TEXT,
  "house" TEXT,
  "status" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "leaving_reason" TEXT,
  "destination" TEXT);
CREATE INDEX enrolment_by_campus ON "enrolment" (campus);
CREATE INDEX enrolment_by_pupil ON "enrolment" ("pupil");
CREATE INDEX enrolment_by_year ON "enrolment" (campus, "year");
CREATE INDEX enrolment_by_form ON "enrolment" (campus, "form");
CREATE INDEX enrolment_by_form_fold ON "enrolment" (campus, "form_fold");
CREATE TABLE "enrolment_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "year" TEXT,
  "form" TEXT,
  "form_fold" TEXT,
  "house" TEXT,
  "status" TEXT,
  "from" TEXT,
  "until" TEXT,
  "leaving_reason" TEXT,
  "destination" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX enrolment_version_by_act ON "enrolment_version" (act);
CREATE INDEX enrolment_version_by_campus ON "enrolment_version" (campus);
CREATE INDEX enrolment_version_by_pupil ON "enrolment_version" ("pupil");
CREATE TABLE "contact" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "title" TEXT,
  "forename" TEXT,
  "surname" TEXT,
  "surname_fold" TEXT,
  "relationship" TEXT,
  "priority" INTEGER,
  "responsibility" INTEGER,
  "lives_with" INTEGER,
  "phone" TEXT,
  "phone_other" TEXT,
  "email" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "letters" INTEGER,
  "language" TEXT,
  "interpreter" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX contact_by_campus ON "contact" (campus);
CREATE INDEX contact_by_pupil ON "contact" ("pupil");
CREATE INDEX contact_by_surname_fold ON "contact" (campus, "surname_fold");
CREATE TABLE "contact_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "title" TEXT,
  "forename" TEXT,
  "surname" TEXT,
  "surname_fold" TEXT,
  "relationship" TEXT,
  "priority" INTEGER,
  "responsibility" INTEGER,
  "lives_with" INTEGER,
  "phone" TEXT,
  "phone_other" TEXT,
  "email" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "letters" INTEGER,
  "language" TEXT,
  "interpreter" INTEGER,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX contact_version_by_act ON "contact_version" (act);
CREATE INDEX contact_version_by_campus ON "contact_version" (campus);
CREATE INDEX contact_version_by_pupil ON "contact_version" ("pupil");
CREATE TABLE "contact_limit" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "kind" TEXT,
  "detail" BYTES,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "order_seen_on" TEXT CHECK ("order_seen_on" LIKE '____-__-__'));
CREATE INDEX contact_limit_by_campus ON "contact_limit" (campus);
CREATE INDEX contact_limit_by_pupil ON "contact_limit" ("pupil");
CREATE INDEX contact_limit_by_contact ON "contact_limit" ("contact");
CREATE TABLE "contact_limit_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "kind" TEXT,
  "detail" BYTES,
  "from" TEXT,
  "until" TEXT,
  "order_seen_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX contact_limit_version_by_act ON "contact_limit_version" (act);
CREATE INDEX contact_limit_version_by_campus ON "contact_limit_version" (campus);
CREATE INDEX contact_limit_version_by_pupil ON "contact_limit_version" ("pupil");
CREATE TABLE "pupil_flag" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "code" TEXT,
  "detail" TEXT,
  "source" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX pupil_flag_by_campus ON "pupil_flag" (campus);
CREATE INDEX pupil_flag_by_pupil ON "pupil_flag" ("pupil");
CREATE INDEX pupil_flag_by_code ON "pupil_flag" (campus, "code");
CREATE TABLE "pupil_flag_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "code" TEXT,
  "detail" TEXT,
  "source" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX pupil_flag_version_by_act ON "pupil_flag_version" (act);
CREATE INDEX pupil_flag_version_by_campus ON "pupil_flag_version" (campus);
CREATE INDEX pupil_flag_version_by_pupil ON "pupil_flag_version" ("pupil");
CREATE TABLE "attendance_summary" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "possible" INTEGER,
  "present" INTEGER,
  "authorised" INTEGER,
  "unauthorised" INTEGER,
  "per_mille" INTEGER);
CREATE INDEX attendance_summary_by_campus ON "attendance_summary" (campus);
CREATE INDEX attendance_summary_by_pupil ON "attendance_summary" ("pupil");
CREATE INDEX attendance_summary_by_per_mille ON "attendance_summary" (campus, "per_mille");
CREATE TABLE "attendance_summary_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "from" TEXT,
  "until" TEXT,
  "possible" INTEGER,
  "present" INTEGER,
  "authorised" INTEGER,
  "unauthorised" INTEGER,
  "per_mille" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX attendance_summary_version_by_act ON "attendance_summary_version" (act);
CREATE INDEX attendance_summary_version_by_campus ON "attendance_summary_version" (campus);
CREATE INDEX attendance_summary_version_by_pupil ON "attendance_summary_version" ("pupil");
CREATE TABLE "medical_alert" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "line" TEXT,
  "action" TEXT,
  "kept_where" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX medical_alert_by_campus ON "medical_alert" (campus);
CREATE INDEX medical_alert_by_pupil ON "medical_alert" ("pupil");
CREATE TABLE "medical_alert_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "line" TEXT,
  "action" TEXT,
  "kept_where" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX medical_alert_version_by_act ON "medical_alert_version" (act);
CREATE INDEX medical_alert_version_by_campus ON "medical_alert_version" (campus);
CREATE INDEX medical_alert_version_by_pupil ON "medical_alert_version" ("pupil");
CREATE TABLE "register_status" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "provision" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "reason" TEXT,
  "evidence" BYTES,
  "agreed_by" TEXT,
  "parents_told_on" TEXT CHECK ("parents_told_on" LIKE '____-__-__'),
  "parents_told_how" TEXT,
  "review_on" TEXT CHECK ("review_on" LIKE '____-__-__'),
  "exit_reason" TEXT,
  "source" TEXT);
CREATE INDEX register_status_by_campus ON "register_status" (campus);
CREATE INDEX register_status_by_pupil ON "register_status" ("pupil");
CREATE INDEX register_status_by_provision ON "register_status" (campus, "provision");
CREATE INDEX register_status_by_review_on ON "register_status" (campus, "review_on");
CREATE TABLE "register_status_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "provision" TEXT,
  "from" TEXT,
  "until" TEXT,
  "reason" TEXT,
  "evidence" BYTES,
  "agreed_by" TEXT,
  "parents_told_on" TEXT,
  "parents_told_how" TEXT,
  "review_on" TEXT,
  "exit_reason" TEXT,
  "source" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX register_status_version_by_act ON "register_status_version" (act);
CREATE INDEX register_status_version_by_campus ON "register_status_version" (campus);
CREATE INDEX register_status_version_by_pupil ON "register_status_version" ("pupil");
CREATE TABLE "watch" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "expires_on" TEXT CHECK ("expires_on" LIKE '____-__-__'),
  "reason" BYTES,
  "raised_by" TEXT,
  "decision" TEXT,
  "decided_on" TEXT CHECK ("decided_on" LIKE '____-__-__'),
  "decided_by" TEXT);
CREATE INDEX watch_by_campus ON "watch" (campus);
CREATE INDEX watch_by_pupil ON "watch" ("pupil");
CREATE INDEX watch_by_expires_on ON "watch" (campus, "expires_on");
CREATE INDEX watch_by_raised_by ON "watch" ("raised_by");
CREATE INDEX watch_by_decided_by ON "watch" ("decided_by");
CREATE TABLE "watch_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "from" TEXT,
  "expires_on" TEXT,
  "reason" BYTES,
  "raised_by" TEXT,
  "decision" TEXT,
  "decided_on" TEXT,
  "decided_by" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX watch_version_by_act ON "watch_version" (act);
CREATE INDEX watch_version_by_campus ON "watch_version" (campus);
CREATE INDEX watch_version_by_pupil ON "watch_version" ("pupil");
CREATE TABLE "need" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "type" TEXT,
  "rank" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "identified_how" TEXT,
  "identified_by" TEXT,
  "provenance" TEXT,
  "note" BYTES);
CREATE INDEX need_by_campus ON "need" (campus);
CREATE INDEX need_by_pupil ON "need" ("pupil");
CREATE INDEX need_by_type ON "need" (campus, "type");
CREATE TABLE "need_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "type" TEXT,
  "rank" INTEGER,
  "from" TEXT,
  "until" TEXT,
  "identified_how" TEXT,
  "identified_by" TEXT,
  "provenance" TEXT,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX need_version_by_act ON "need_version" (act);
CREATE INDEX need_version_by_campus ON "need_version" (campus);
CREATE INDEX need_version_by_pupil ON "need_version" ("pupil");
CREATE TABLE "strength" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "text" TEXT,
  "source" TEXT,
  "priority" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX strength_by_campus ON "strength" (campus);
CREATE INDEX strength_by_pupil ON "strength" ("pupil");
CREATE TABLE "strength_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "text" TEXT,
  "source" TEXT,
  "priority" INTEGER,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX strength_version_by_act ON "strength_version" (act);
CREATE INDEX strength_version_by_campus ON "strength_version" (campus);
CREATE INDEX strength_version_by_pupil ON "strength_version" ("pupil");
CREATE TABLE "strategy" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "priority" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX strategy_by_campus ON "strategy" (campus);
CREATE INDEX strategy_by_pupil ON "strategy" ("pupil");
CREATE INDEX strategy_by_kind ON "strategy" (campus, "kind");
CREATE TABLE "strategy_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "priority" INTEGER,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX strategy_version_by_act ON "strategy_version" (act);
CREATE INDEX strategy_version_by_campus ON "strategy_version" (campus);
CREATE INDEX strategy_version_by_pupil ON "strategy_version" ("pupil");
CREATE TABLE "note" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "happened_on" TEXT CHECK ("happened_on" LIKE '____-__-__'),
  "text" BYTES,
  "staff" TEXT,
  "corrects" TEXT);
CREATE INDEX note_by_campus ON "note" (campus);
CREATE INDEX note_by_pupil ON "note" ("pupil");
CREATE INDEX note_by_kind ON "note" (campus, "kind");
CREATE INDEX note_by_staff ON "note" ("staff");
CREATE INDEX note_by_corrects ON "note" ("corrects");
CREATE TABLE "note_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "happened_on" TEXT,
  "text" BYTES,
  "staff" TEXT,
  "corrects" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX note_version_by_act ON "note_version" (act);
CREATE INDEX note_version_by_campus ON "note_version" (campus);
CREATE INDEX note_version_by_pupil ON "note_version" ("pupil");
CREATE TABLE "assessment" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "test" TEXT,
  "form" TEXT,
  "skill" TEXT,
  "score_type" TEXT,
  "score" INTEGER,
  "score_low" INTEGER,
  "score_high" INTEGER,
  "months" INTEGER,
  "result" TEXT,
  "at_limit" TEXT,
  "taken_on" TEXT CHECK ("taken_on" LIKE '____-__-__'),
  "assessor" TEXT,
  "provenance" TEXT);
CREATE INDEX assessment_by_campus ON "assessment" (campus);
CREATE INDEX assessment_by_pupil ON "assessment" ("pupil");
CREATE INDEX assessment_by_test ON "assessment" (campus, "test");
CREATE INDEX assessment_by_taken_on ON "assessment" (campus, "taken_on");
CREATE TABLE "assessment_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "test" TEXT,
  "form" TEXT,
  "skill" TEXT,
  "score_type" TEXT,
  "score" INTEGER,
  "score_low" INTEGER,
  "score_high" INTEGER,
  "months" INTEGER,
  "result" TEXT,
  "at_limit" TEXT,
  "taken_on" TEXT,
  "assessor" TEXT,
  "provenance" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX assessment_version_by_act ON "assessment_version" (act);
CREATE INDEX assessment_version_by_campus ON "assessment_version" (campus);
CREATE INDEX assessment_version_by_pupil ON "assessment_version" ("pupil");
CREATE TABLE "provision_line" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "name" TEXT,
  "wave" TEXT,
  "area" TEXT,
  "staff" TEXT,
  "staff_words" TEXT,
  "sessions" INTEGER,
  "minutes" INTEGER,
  "group_size" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "cost" INTEGER,
  "funding" TEXT,
  "entry" TEXT,
  "exit" TEXT,
  "impact" TEXT,
  "note" BYTES);
CREATE INDEX provision_line_by_campus ON "provision_line" (campus);
CREATE INDEX provision_line_by_pupil ON "provision_line" ("pupil");
CREATE INDEX provision_line_by_name ON "provision_line" (campus, "name");
CREATE INDEX provision_line_by_wave ON "provision_line" (campus, "wave");
CREATE INDEX provision_line_by_area ON "provision_line" (campus, "area");
CREATE INDEX provision_line_by_staff ON "provision_line" ("staff");
CREATE TABLE "provision_line_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "name" TEXT,
  "wave" TEXT,
  "area" TEXT,
  "staff" TEXT,
  "staff_words" TEXT,
  "sessions" INTEGER,
  "minutes" INTEGER,
  "group_size" INTEGER,
  "from" TEXT,
  "until" TEXT,
  "cost" INTEGER,
  "funding" TEXT,
  "entry" TEXT,
  "exit" TEXT,
  "impact" TEXT,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX provision_line_version_by_act ON "provision_line_version" (act);
CREATE INDEX provision_line_version_by_campus ON "provision_line_version" (campus);
CREATE INDEX provision_line_version_by_pupil ON "provision_line_version" ("pupil");
CREATE TABLE "parent_meeting" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "met_on" TEXT CHECK ("met_on" LIKE '____-__-__'),
  "how" TEXT,
  "present" TEXT,
  "led_by" TEXT,
  "agreed" BYTES,
  "views" BYTES,
  "next_on" TEXT CHECK ("next_on" LIKE '____-__-__'));
CREATE INDEX parent_meeting_by_campus ON "parent_meeting" (campus);
CREATE INDEX parent_meeting_by_pupil ON "parent_meeting" ("pupil");
CREATE INDEX parent_meeting_by_met_on ON "parent_meeting" (campus, "met_on");
CREATE INDEX parent_meeting_by_led_by ON "parent_meeting" ("led_by");
CREATE TABLE "parent_meeting_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "met_on" TEXT,
  "how" TEXT,
  "present" TEXT,
  "led_by" TEXT,
  "agreed" BYTES,
  "views" BYTES,
  "next_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX parent_meeting_version_by_act ON "parent_meeting_version" (act);
CREATE INDEX parent_meeting_version_by_campus ON "parent_meeting_version" (campus);
CREATE INDEX parent_meeting_version_by_pupil ON "parent_meeting_version" ("pupil");
CREATE TABLE "due" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "clock" TEXT,
  "title" TEXT,
  "reason" TEXT,
  "starts_on" TEXT CHECK ("starts_on" LIKE '____-__-__'),
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "base_on" TEXT CHECK ("base_on" LIKE '____-__-__'),
  "rule_version" TEXT,
  "inputs" TEXT,
  "source" TEXT,
  "source_id" TEXT,
  "duty" TEXT,
  "met_on" TEXT CHECK ("met_on" LIKE '____-__-__'),
  "exempt_reason" TEXT);
CREATE INDEX due_by_campus ON "due" (campus);
CREATE INDEX due_by_pupil ON "due" ("pupil");
CREATE INDEX due_by_clock ON "due" (campus, "clock");
CREATE INDEX due_by_due_on ON "due" (campus, "due_on");
CREATE INDEX due_by_source_id ON "due" (campus, "source_id");
CREATE INDEX due_by_duty ON "due" (campus, "duty");
CREATE INDEX due_by_met_on ON "due" (campus, "met_on");
CREATE TABLE "due_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "clock" TEXT,
  "title" TEXT,
  "reason" TEXT,
  "starts_on" TEXT,
  "due_on" TEXT,
  "base_on" TEXT,
  "rule_version" TEXT,
  "inputs" TEXT,
  "source" TEXT,
  "source_id" TEXT,
  "duty" TEXT,
  "met_on" TEXT,
  "exempt_reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX due_version_by_act ON "due_version" (act);
CREATE INDEX due_version_by_campus ON "due_version" (campus);
CREATE INDEX due_version_by_pupil ON "due_version" ("pupil");
CREATE TABLE "document" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "title" TEXT,
  "kind" TEXT,
  "written_on" TEXT CHECK ("written_on" LIKE '____-__-__'),
  "author" TEXT,
  "file_name" TEXT,
  "mime" TEXT,
  "bytes" INTEGER,
  "blob" TEXT,
  "paper_where" TEXT,
  "note" BYTES);
CREATE INDEX document_by_campus ON "document" (campus);
CREATE INDEX document_by_pupil ON "document" ("pupil");
CREATE INDEX document_by_kind ON "document" (campus, "kind");
CREATE TABLE "document_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "title" TEXT,
  "kind" TEXT,
  "written_on" TEXT,
  "author" TEXT,
  "file_name" TEXT,
  "mime" TEXT,
  "bytes" INTEGER,
  "blob" TEXT,
  "paper_where" TEXT,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX document_version_by_act ON "document_version" (act);
CREATE INDEX document_version_by_campus ON "document_version" (campus);
CREATE INDEX document_version_by_pupil ON "document_version" ("pupil");
CREATE TABLE "saved_view" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "staff" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "query" TEXT,
  "shared" INTEGER);
CREATE INDEX saved_view_by_campus ON "saved_view" (campus);
CREATE INDEX saved_view_by_staff ON "saved_view" ("staff");
CREATE INDEX saved_view_by_name_fold ON "saved_view" (campus, "name_fold");
CREATE TABLE "saved_view_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "staff" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "query" TEXT,
  "shared" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX saved_view_version_by_act ON "saved_view_version" (act);
CREATE INDEX saved_view_version_by_campus ON "saved_view_version" (campus);
CREATE TABLE "letter_template" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "purpose" TEXT,
  "subject" TEXT,
  "body" TEXT,
  "file" TEXT,
  "file_name" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX letter_template_by_campus ON "letter_template" (campus);
CREATE INDEX letter_template_by_name ON "letter_template" (campus, "name");
CREATE INDEX letter_template_by_name_fold ON "letter_template" (campus, "name_fold");
CREATE TABLE "letter_template_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "purpose" TEXT,
  "subject" TEXT,
  "body" TEXT,
  "file" TEXT,
  "file_name" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX letter_template_version_by_act ON "letter_template_version" (act);
CREATE INDEX letter_template_version_by_campus ON "letter_template_version" (campus);
CREATE TABLE "letter" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "name" TEXT,
  "address" BYTES,
  "template" TEXT,
  "title" TEXT,
  "written_on" TEXT CHECK ("written_on" LIKE '____-__-__'),
  "staff" TEXT,
  "channel" TEXT,
  "state" TEXT,
  "body" BYTES,
  "blob" TEXT,
  "blob_type" TEXT,
  "agreed" INTEGER,
  "batch" TEXT,
  "message" TEXT,
  "sent_on" TEXT CHECK ("sent_on" LIKE '____-__-__'),
  "proof" TEXT,
  "reason" TEXT);
CREATE INDEX letter_by_campus ON "letter" (campus);
CREATE INDEX letter_by_pupil ON "letter" ("pupil");
CREATE INDEX letter_by_contact ON "letter" ("contact");
CREATE INDEX letter_by_template ON "letter" ("template");
CREATE INDEX letter_by_staff ON "letter" ("staff");
CREATE INDEX letter_by_state ON "letter" (campus, "state");
CREATE INDEX letter_by_batch ON "letter" (campus, "batch");
CREATE INDEX letter_by_message ON "letter" (campus, "message");
CREATE TABLE "letter_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "name" TEXT,
  "address" BYTES,
  "template" TEXT,
  "title" TEXT,
  "written_on" TEXT,
  "staff" TEXT,
  "channel" TEXT,
  "state" TEXT,
  "body" BYTES,
  "blob" TEXT,
  "blob_type" TEXT,
  "agreed" INTEGER,
  "batch" TEXT,
  "message" TEXT,
  "sent_on" TEXT,
  "proof" TEXT,
  "reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX letter_version_by_act ON "letter_version" (act);
CREATE INDEX letter_version_by_campus ON "letter_version" (campus);
CREATE INDEX letter_version_by_pupil ON "letter_version" ("pupil");
CREATE TABLE "message" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "to_kind" TEXT,
  "to_id" TEXT,
  "name" TEXT,
  "address" BYTES,
  "kind" TEXT,
  "subject" TEXT,
  "body" BYTES,
  "path" TEXT,
  "file" TEXT,
  "file_name" TEXT,
  "file_type" TEXT,
  "pupil" TEXT,
  "why_record" TEXT,
  "why_id" TEXT,
  "state" TEXT,
  "agreed" INTEGER,
  "tries" INTEGER,
  "queued_at" TEXT,
  "next_try_at" TEXT,
  "lease_until" TEXT,
  "words" TEXT,
  "message_id" TEXT,
  "sent_at" TEXT);
CREATE INDEX message_by_campus ON "message" (campus);
CREATE INDEX message_by_to_kind ON "message" (campus, "to_kind");
CREATE INDEX message_by_to_id ON "message" (campus, "to_id");
CREATE INDEX message_by_kind ON "message" (campus, "kind");
CREATE INDEX message_by_pupil ON "message" ("pupil");
CREATE INDEX message_by_why_id ON "message" (campus, "why_id");
CREATE INDEX message_by_state ON "message" (campus, "state");
CREATE INDEX message_by_queued_at ON "message" (campus, "queued_at");
CREATE INDEX message_by_next_try_at ON "message" (campus, "next_try_at");
CREATE TABLE "message_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "to_kind" TEXT,
  "to_id" TEXT,
  "name" TEXT,
  "address" BYTES,
  "kind" TEXT,
  "subject" TEXT,
  "body" BYTES,
  "path" TEXT,
  "file" TEXT,
  "file_name" TEXT,
  "file_type" TEXT,
  "pupil" TEXT,
  "why_record" TEXT,
  "why_id" TEXT,
  "state" TEXT,
  "agreed" INTEGER,
  "tries" INTEGER,
  "queued_at" TEXT,
  "next_try_at" TEXT,
  "lease_until" TEXT,
  "words" TEXT,
  "message_id" TEXT,
  "sent_at" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX message_version_by_act ON "message_version" (act);
CREATE INDEX message_version_by_campus ON "message_version" (campus);
CREATE INDEX message_version_by_pupil ON "message_version" ("pupil");
CREATE TABLE "mail_server" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "host" TEXT,
  "port" INTEGER,
  "tls" TEXT,
  "user_name" TEXT,
  "password" BYTES,
  "from_name" TEXT,
  "from_address" TEXT,
  "reply_to" TEXT,
  "site" TEXT,
  "on_now" INTEGER);
CREATE INDEX mail_server_by_campus ON "mail_server" (campus);
CREATE TABLE "mail_server_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "host" TEXT,
  "port" INTEGER,
  "tls" TEXT,
  "user_name" TEXT,
  "password" BYTES,
  "from_name" TEXT,
  "from_address" TEXT,
  "reply_to" TEXT,
  "site" TEXT,
  "on_now" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX mail_server_version_by_act ON "mail_server_version" (act);
CREATE INDEX mail_server_version_by_campus ON "mail_server_version" (campus);
CREATE TABLE "agency" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "address" TEXT,
  "what_for" TEXT,
  "how" TEXT,
  "reply_weeks" INTEGER,
  "checked_on" TEXT CHECK ("checked_on" LIKE '____-__-__'),
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX agency_by_campus ON "agency" (campus);
CREATE INDEX agency_by_name_fold ON "agency" (campus, "name_fold");
CREATE INDEX agency_by_kind ON "agency" (campus, "kind");
CREATE TABLE "agency_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "kind" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "address" TEXT,
  "what_for" TEXT,
  "how" TEXT,
  "reply_weeks" INTEGER,
  "checked_on" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX agency_version_by_act ON "agency_version" (act);
CREATE INDEX agency_version_by_campus ON "agency_version" (campus);
CREATE TABLE "professional" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "agency" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "job" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX professional_by_campus ON "professional" (campus);
CREATE INDEX professional_by_agency ON "professional" ("agency");
CREATE INDEX professional_by_name_fold ON "professional" (campus, "name_fold");
CREATE TABLE "professional_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "agency" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "job" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX professional_version_by_act ON "professional_version" (act);
CREATE INDEX professional_version_by_campus ON "professional_version" (campus);
CREATE TABLE "referral" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "agency" TEXT,
  "professional" TEXT,
  "reason" BYTES,
  "consent_by" TEXT,
  "consent_on" TEXT CHECK ("consent_on" LIKE '____-__-__'),
  "asked_by" TEXT,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "sent_on" TEXT CHECK ("sent_on" LIKE '____-__-__'),
  "state" TEXT,
  "visit_on" TEXT CHECK ("visit_on" LIKE '____-__-__'),
  "reply_by" TEXT CHECK ("reply_by" LIKE '____-__-__'),
  "closed_on" TEXT CHECK ("closed_on" LIKE '____-__-__'),
  "outcome" BYTES);
CREATE INDEX referral_by_campus ON "referral" (campus);
CREATE INDEX referral_by_pupil ON "referral" ("pupil");
CREATE INDEX referral_by_agency ON "referral" ("agency");
CREATE INDEX referral_by_professional ON "referral" ("professional");
CREATE INDEX referral_by_asked_by ON "referral" ("asked_by");
CREATE INDEX referral_by_state ON "referral" (campus, "state");
CREATE INDEX referral_by_visit_on ON "referral" (campus, "visit_on");
CREATE INDEX referral_by_reply_by ON "referral" (campus, "reply_by");
CREATE TABLE "referral_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "agency" TEXT,
  "professional" TEXT,
  "reason" BYTES,
  "consent_by" TEXT,
  "consent_on" TEXT,
  "asked_by" TEXT,
  "asked_on" TEXT,
  "sent_on" TEXT,
  "state" TEXT,
  "visit_on" TEXT,
  "reply_by" TEXT,
  "closed_on" TEXT,
  "outcome" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX referral_version_by_act ON "referral_version" (act);
CREATE INDEX referral_version_by_campus ON "referral_version" (campus);
CREATE INDEX referral_version_by_pupil ON "referral_version" ("pupil");
CREATE TABLE "advice_report" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "title" TEXT,
  "referral" TEXT,
  "agency" TEXT,
  "document" TEXT,
  "author" TEXT,
  "written_on" TEXT CHECK ("written_on" LIKE '____-__-__'),
  "received_on" TEXT CHECK ("received_on" LIKE '____-__-__'),
  "findings" BYTES,
  "sharing" TEXT,
  "limits" BYTES,
  "read_by" TEXT,
  "closed_on" TEXT CHECK ("closed_on" LIKE '____-__-__'),
  "link" TEXT);
CREATE INDEX advice_report_by_campus ON "advice_report" (campus);
CREATE INDEX advice_report_by_pupil ON "advice_report" ("pupil");
CREATE INDEX advice_report_by_referral ON "advice_report" ("referral");
CREATE INDEX advice_report_by_agency ON "advice_report" ("agency");
CREATE INDEX advice_report_by_document ON "advice_report" ("document");
CREATE INDEX advice_report_by_received_on ON "advice_report" (campus, "received_on");
CREATE INDEX advice_report_by_read_by ON "advice_report" ("read_by");
CREATE INDEX advice_report_by_closed_on ON "advice_report" (campus, "closed_on");
CREATE TABLE "advice_report_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "title" TEXT,
  "referral" TEXT,
  "agency" TEXT,
  "document" TEXT,
  "author" TEXT,
  "written_on" TEXT,
  "received_on" TEXT,
  "findings" BYTES,
  "sharing" TEXT,
  "limits" BYTES,
  "read_by" TEXT,
  "closed_on" TEXT,
  "link" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX advice_report_version_by_act ON "advice_report_version" (act);
CREATE INDEX advice_report_version_by_campus ON "advice_report_version" (campus);
CREATE INDEX advice_report_version_by_pupil ON "advice_report_version" ("pupil");
CREATE TABLE "recommendation" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "report" TEXT,
  "number" INTEGER,
  "text" BYTES,
  "decision" TEXT,
  "reason" BYTES,
  "decided_on" TEXT CHECK ("decided_on" LIKE '____-__-__'),
  "decided_by" TEXT);
CREATE INDEX recommendation_by_campus ON "recommendation" (campus);
CREATE INDEX recommendation_by_pupil ON "recommendation" ("pupil");
CREATE INDEX recommendation_by_report ON "recommendation" ("report");
CREATE INDEX recommendation_by_decision ON "recommendation" (campus, "decision");
CREATE INDEX recommendation_by_decided_by ON "recommendation" ("decided_by");
CREATE TABLE "recommendation_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "report" TEXT,
  "number" INTEGER,
  "text" BYTES,
  "decision" TEXT,
  "reason" BYTES,
  "decided_on" TEXT,
  "decided_by" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX recommendation_version_by_act ON "recommendation_version" (act);
CREATE INDEX recommendation_version_by_campus ON "recommendation_version" (campus);
CREATE INDEX recommendation_version_by_pupil ON "recommendation_version" ("pupil");
CREATE TABLE "advice_action" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "recommendation" TEXT,
  "what" BYTES,
  "owner" TEXT,
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "told_on" TEXT CHECK ("told_on" LIKE '____-__-__'),
  "done_on" TEXT CHECK ("done_on" LIKE '____-__-__'),
  "evidence" BYTES);
CREATE INDEX advice_action_by_campus ON "advice_action" (campus);
CREATE INDEX advice_action_by_pupil ON "advice_action" ("pupil");
CREATE INDEX advice_action_by_recommendation ON "advice_action" ("recommendation");
CREATE INDEX advice_action_by_owner ON "advice_action" ("owner");
CREATE INDEX advice_action_by_due_on ON "advice_action" (campus, "due_on");
CREATE INDEX advice_action_by_done_on ON "advice_action" (campus, "done_on");
CREATE TABLE "advice_action_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "recommendation" TEXT,
  "what" BYTES,
  "owner" TEXT,
  "due_on" TEXT,
  "told_on" TEXT,
  "done_on" TEXT,
  "evidence" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX advice_action_version_by_act ON "advice_action_version" (act);
CREATE INDEX advice_action_version_by_campus ON "advice_action_version" (campus);
CREATE INDEX advice_action_version_by_pupil ON "advice_action_version" ("pupil");
CREATE TABLE "advice_review" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "report" TEXT,
  "reviewed_on" TEXT CHECK ("reviewed_on" LIKE '____-__-__'),
  "staff" TEXT,
  "result" TEXT,
  "note" BYTES);
CREATE INDEX advice_review_by_campus ON "advice_review" (campus);
CREATE INDEX advice_review_by_pupil ON "advice_review" ("pupil");
CREATE INDEX advice_review_by_report ON "advice_review" ("report");
CREATE INDEX advice_review_by_reviewed_on ON "advice_review" (campus, "reviewed_on");
CREATE INDEX advice_review_by_staff ON "advice_review" ("staff");
CREATE TABLE "advice_review_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "report" TEXT,
  "reviewed_on" TEXT,
  "staff" TEXT,
  "result" TEXT,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX advice_review_version_by_act ON "advice_review_version" (act);
CREATE INDEX advice_review_version_by_campus ON "advice_review_version" (campus);
CREATE INDEX advice_review_version_by_pupil ON "advice_review_version" ("pupil");
CREATE TABLE "meeting" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "kind" TEXT,
  "meet_on" TEXT CHECK ("meet_on" LIKE '____-__-__'),
  "start_time" TEXT,
  "minutes_long" INTEGER,
  "place" TEXT,
  "lead" TEXT,
  "state" TEXT,
  "agenda" BYTES,
  "shared_on" TEXT CHECK ("shared_on" LIKE '____-__-__'),
  "sequence" INTEGER);
CREATE INDEX meeting_by_campus ON "meeting" (campus);
CREATE INDEX meeting_by_kind ON "meeting" (campus, "kind");
CREATE INDEX meeting_by_meet_on ON "meeting" (campus, "meet_on");
CREATE INDEX meeting_by_lead ON "meeting" ("lead");
CREATE INDEX meeting_by_state ON "meeting" (campus, "state");
CREATE TABLE "meeting_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "kind" TEXT,
  "meet_on" TEXT,
  "start_time" TEXT,
  "minutes_long" INTEGER,
  "place" TEXT,
  "lead" TEXT,
  "state" TEXT,
  "agenda" BYTES,
  "shared_on" TEXT,
  "sequence" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX meeting_version_by_act ON "meeting_version" (act);
CREATE INDEX meeting_version_by_campus ON "meeting_version" (campus);
CREATE TABLE "meeting_child" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "reason" BYTES,
  "minutes" BYTES,
  "outcome" BYTES,
  "owner" TEXT,
  "next_on" TEXT CHECK ("next_on" LIKE '____-__-__'),
  "counted" TEXT);
CREATE INDEX meeting_child_by_campus ON "meeting_child" (campus);
CREATE INDEX meeting_child_by_pupil ON "meeting_child" ("pupil");
CREATE INDEX meeting_child_by_meeting ON "meeting_child" ("meeting");
CREATE INDEX meeting_child_by_owner ON "meeting_child" ("owner");
CREATE INDEX meeting_child_by_next_on ON "meeting_child" (campus, "next_on");
CREATE INDEX meeting_child_by_counted ON "meeting_child" ("counted");
CREATE TABLE "meeting_child_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "reason" BYTES,
  "minutes" BYTES,
  "outcome" BYTES,
  "owner" TEXT,
  "next_on" TEXT,
  "counted" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX meeting_child_version_by_act ON "meeting_child_version" (act);
CREATE INDEX meeting_child_version_by_campus ON "meeting_child_version" (campus);
CREATE INDEX meeting_child_version_by_pupil ON "meeting_child_version" ("pupil");
CREATE TABLE "meeting_staff" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "meeting" TEXT,
  "staff" TEXT,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "answer" TEXT,
  "came" INTEGER);
CREATE INDEX meeting_staff_by_campus ON "meeting_staff" (campus);
CREATE INDEX meeting_staff_by_meeting ON "meeting_staff" ("meeting");
CREATE INDEX meeting_staff_by_staff ON "meeting_staff" ("staff");
CREATE TABLE "meeting_staff_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "meeting" TEXT,
  "staff" TEXT,
  "asked_on" TEXT,
  "answer" TEXT,
  "came" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX meeting_staff_version_by_act ON "meeting_staff_version" (act);
CREATE INDEX meeting_staff_version_by_campus ON "meeting_staff_version" (campus);
CREATE TABLE "meeting_person" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "contact" TEXT,
  "professional" TEXT,
  "name" TEXT,
  "email" TEXT,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "answer" TEXT,
  "came" INTEGER,
  "interpreter" TEXT,
  "words" BYTES,
  "answered_at" TEXT,
  "through" TEXT);
CREATE INDEX meeting_person_by_campus ON "meeting_person" (campus);
CREATE INDEX meeting_person_by_pupil ON "meeting_person" ("pupil");
CREATE INDEX meeting_person_by_meeting ON "meeting_person" ("meeting");
CREATE INDEX meeting_person_by_contact ON "meeting_person" ("contact");
CREATE INDEX meeting_person_by_professional ON "meeting_person" ("professional");
CREATE TABLE "meeting_person_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "contact" TEXT,
  "professional" TEXT,
  "name" TEXT,
  "email" TEXT,
  "asked_on" TEXT,
  "answer" TEXT,
  "came" INTEGER,
  "interpreter" TEXT,
  "words" BYTES,
  "answered_at" TEXT,
  "through" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX meeting_person_version_by_act ON "meeting_person_version" (act);
CREATE INDEX meeting_person_version_by_campus ON "meeting_person_version" (campus);
CREATE INDEX meeting_person_version_by_pupil ON "meeting_person_version" ("pupil");
CREATE TABLE "meeting_time" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "person" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "day" TEXT CHECK ("day" LIKE '____-__-__'),
  "start_time" TEXT,
  "said_on" TEXT CHECK ("said_on" LIKE '____-__-__'));
CREATE INDEX meeting_time_by_campus ON "meeting_time" (campus);
CREATE INDEX meeting_time_by_pupil ON "meeting_time" ("pupil");
CREATE INDEX meeting_time_by_meeting ON "meeting_time" ("meeting");
CREATE INDEX meeting_time_by_person ON "meeting_time" ("person");
CREATE INDEX meeting_time_by_day ON "meeting_time" (campus, "day");
CREATE TABLE "meeting_time_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "person" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "day" TEXT,
  "start_time" TEXT,
  "said_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX meeting_time_version_by_act ON "meeting_time_version" (act);
CREATE INDEX meeting_time_version_by_campus ON "meeting_time_version" (campus);
CREATE INDEX meeting_time_version_by_pupil ON "meeting_time_version" ("pupil");
CREATE TABLE "meeting_action" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "what" BYTES,
  "owner" TEXT,
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "done_on" TEXT CHECK ("done_on" LIKE '____-__-__'),
  "note" BYTES);
CREATE INDEX meeting_action_by_campus ON "meeting_action" (campus);
CREATE INDEX meeting_action_by_pupil ON "meeting_action" ("pupil");
CREATE INDEX meeting_action_by_meeting ON "meeting_action" ("meeting");
CREATE INDEX meeting_action_by_owner ON "meeting_action" ("owner");
CREATE INDEX meeting_action_by_due_on ON "meeting_action" (campus, "due_on");
CREATE INDEX meeting_action_by_done_on ON "meeting_action" (campus, "done_on");
CREATE TABLE "meeting_action_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "meeting" TEXT,
  "what" BYTES,
  "owner" TEXT,
  "due_on" TEXT,
  "done_on" TEXT,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX meeting_action_version_by_act ON "meeting_action_version" (act);
CREATE INDEX meeting_action_version_by_campus ON "meeting_action_version" (campus);
CREATE INDEX meeting_action_version_by_pupil ON "meeting_action_version" ("pupil");
CREATE TABLE "contact_log" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "who" TEXT,
  "spoke_on" TEXT CHECK ("spoke_on" LIKE '____-__-__'),
  "channel" TEXT,
  "staff" TEXT,
  "summary" BYTES,
  "agreed" BYTES,
  "follow_up_on" TEXT CHECK ("follow_up_on" LIKE '____-__-__'));
CREATE INDEX contact_log_by_campus ON "contact_log" (campus);
CREATE INDEX contact_log_by_pupil ON "contact_log" ("pupil");
CREATE INDEX contact_log_by_contact ON "contact_log" ("contact");
CREATE INDEX contact_log_by_spoke_on ON "contact_log" (campus, "spoke_on");
CREATE INDEX contact_log_by_staff ON "contact_log" ("staff");
CREATE INDEX contact_log_by_follow_up_on ON "contact_log" (campus, "follow_up_on");
CREATE TABLE "contact_log_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "who" TEXT,
  "spoke_on" TEXT,
  "channel" TEXT,
  "staff" TEXT,
  "summary" BYTES,
  "agreed" BYTES,
  "follow_up_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX contact_log_version_by_act ON "contact_log_version" (act);
CREATE INDEX contact_log_version_by_campus ON "contact_log_version" (campus);
CREATE INDEX contact_log_version_by_pupil ON "contact_log_version" ("pupil");
CREATE TABLE "contact_plan" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "staff" TEXT,
  "contact" TEXT,
  "every_weeks" INTEGER,
  "channel" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX contact_plan_by_campus ON "contact_plan" (campus);
CREATE INDEX contact_plan_by_pupil ON "contact_plan" ("pupil");
CREATE INDEX contact_plan_by_staff ON "contact_plan" ("staff");
CREATE INDEX contact_plan_by_contact ON "contact_plan" ("contact");
CREATE TABLE "contact_plan_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "staff" TEXT,
  "contact" TEXT,
  "every_weeks" INTEGER,
  "channel" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX contact_plan_version_by_act ON "contact_plan_version" (act);
CREATE INDEX contact_plan_version_by_campus ON "contact_plan_version" (campus);
CREATE INDEX contact_plan_version_by_pupil ON "contact_plan_version" ("pupil");
CREATE TABLE "home_concern" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "who" TEXT,
  "raised_on" TEXT CHECK ("raised_on" LIKE '____-__-__'),
  "channel" TEXT,
  "kind" TEXT,
  "theme" TEXT,
  "said" BYTES,
  "wanted" BYTES,
  "taken_by" TEXT,
  "owner" TEXT,
  "stage" TEXT,
  "state" TEXT,
  "reply_by" TEXT CHECK ("reply_by" LIKE '____-__-__'),
  "found" BYTES,
  "replied_on" TEXT CHECK ("replied_on" LIKE '____-__-__'),
  "reply" BYTES,
  "outcome" TEXT,
  "learned" BYTES,
  "content" TEXT,
  "closed_on" TEXT CHECK ("closed_on" LIKE '____-__-__'),
  "link" TEXT);
CREATE INDEX home_concern_by_campus ON "home_concern" (campus);
CREATE INDEX home_concern_by_pupil ON "home_concern" ("pupil");
CREATE INDEX home_concern_by_contact ON "home_concern" ("contact");
CREATE INDEX home_concern_by_raised_on ON "home_concern" (campus, "raised_on");
CREATE INDEX home_concern_by_kind ON "home_concern" (campus, "kind");
CREATE INDEX home_concern_by_theme ON "home_concern" (campus, "theme");
CREATE INDEX home_concern_by_taken_by ON "home_concern" ("taken_by");
CREATE INDEX home_concern_by_owner ON "home_concern" ("owner");
CREATE INDEX home_concern_by_state ON "home_concern" (campus, "state");
CREATE INDEX home_concern_by_reply_by ON "home_concern" (campus, "reply_by");
CREATE INDEX home_concern_by_outcome ON "home_concern" (campus, "outcome");
CREATE INDEX home_concern_by_closed_on ON "home_concern" (campus, "closed_on");
CREATE INDEX home_concern_by_link ON "home_concern" (campus, "link");
CREATE TABLE "home_concern_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "contact" TEXT,
  "who" TEXT,
  "raised_on" TEXT,
  "channel" TEXT,
  "kind" TEXT,
  "theme" TEXT,
  "said" BYTES,
  "wanted" BYTES,
  "taken_by" TEXT,
  "owner" TEXT,
  "stage" TEXT,
  "state" TEXT,
  "reply_by" TEXT,
  "found" BYTES,
  "replied_on" TEXT,
  "reply" BYTES,
  "outcome" TEXT,
  "learned" BYTES,
  "content" TEXT,
  "closed_on" TEXT,
  "link" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX home_concern_version_by_act ON "home_concern_version" (act);
CREATE INDEX home_concern_version_by_campus ON "home_concern_version" (campus);
CREATE INDEX home_concern_version_by_pupil ON "home_concern_version" ("pupil");
CREATE TABLE "progress_update" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "made_on" TEXT CHECK ("made_on" LIKE '____-__-__'),
  "staff" TEXT,
  "family" BYTES,
  "teachers" BYTES,
  "child_words" BYTES,
  "next_step" BYTES,
  "state" TEXT);
CREATE INDEX progress_update_by_campus ON "progress_update" (campus);
CREATE INDEX progress_update_by_pupil ON "progress_update" ("pupil");
CREATE INDEX progress_update_by_made_on ON "progress_update" (campus, "made_on");
CREATE INDEX progress_update_by_staff ON "progress_update" ("staff");
CREATE INDEX progress_update_by_state ON "progress_update" (campus, "state");
CREATE TABLE "progress_update_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "made_on" TEXT,
  "staff" TEXT,
  "family" BYTES,
  "teachers" BYTES,
  "child_words" BYTES,
  "next_step" BYTES,
  "state" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX progress_update_version_by_act ON "progress_update_version" (act);
CREATE INDEX progress_update_version_by_campus ON "progress_update_version" (campus);
CREATE INDEX progress_update_version_by_pupil ON "progress_update_version" ("pupil");
CREATE TABLE "update_read" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "progress_update" TEXT,
  "staff" TEXT,
  "read_on" TEXT CHECK ("read_on" LIKE '____-__-__'));
CREATE INDEX update_read_by_campus ON "update_read" (campus);
CREATE INDEX update_read_by_pupil ON "update_read" ("pupil");
CREATE INDEX update_read_by_progress_update ON "update_read" ("progress_update");
CREATE INDEX update_read_by_staff ON "update_read" ("staff");
CREATE TABLE "update_read_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "progress_update" TEXT,
  "staff" TEXT,
  "read_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX update_read_version_by_act ON "update_read_version" (act);
CREATE INDEX update_read_version_by_campus ON "update_read_version" (campus);
CREATE INDEX update_read_version_by_pupil ON "update_read_version" ("pupil");
CREATE TABLE "worry" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "raised_on" TEXT CHECK ("raised_on" LIKE '____-__-__'),
  "raised_by" TEXT,
  "hard" TEXT,
  "seen" BYTES,
  "tried" BYTES,
  "state" TEXT,
  "answer" BYTES,
  "decided_on" TEXT CHECK ("decided_on" LIKE '____-__-__'),
  "decided_by" TEXT,
  "round" TEXT);
CREATE INDEX worry_by_campus ON "worry" (campus);
CREATE INDEX worry_by_pupil ON "worry" ("pupil");
CREATE INDEX worry_by_raised_on ON "worry" (campus, "raised_on");
CREATE INDEX worry_by_raised_by ON "worry" ("raised_by");
CREATE INDEX worry_by_state ON "worry" (campus, "state");
CREATE INDEX worry_by_decided_by ON "worry" ("decided_by");
CREATE INDEX worry_by_round ON "worry" ("round");
CREATE TABLE "worry_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "raised_on" TEXT,
  "raised_by" TEXT,
  "hard" TEXT,
  "seen" BYTES,
  "tried" BYTES,
  "state" TEXT,
  "answer" BYTES,
  "decided_on" TEXT,
  "decided_by" TEXT,
  "round" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX worry_version_by_act ON "worry_version" (act);
CREATE INDEX worry_version_by_campus ON "worry_version" (campus);
CREATE INDEX worry_version_by_pupil ON "worry_version" ("pupil");
CREATE TABLE "question" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "text" TEXT,
  "text_fold" TEXT,
  "area" TEXT,
  "phase" TEXT,
  "kind" TEXT,
  "place" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "who" TEXT);
CREATE INDEX question_by_campus ON "question" (campus);
CREATE INDEX question_by_text_fold ON "question" (campus, "text_fold");
CREATE TABLE "question_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "text" TEXT,
  "text_fold" TEXT,
  "area" TEXT,
  "phase" TEXT,
  "kind" TEXT,
  "place" INTEGER,
  "from" TEXT,
  "until" TEXT,
  "who" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX question_version_by_act ON "question_version" (act);
CREATE INDEX question_version_by_campus ON "question_version" (campus);
CREATE TABLE "ask_round" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "reason" BYTES,
  "worry" TEXT,
  "area" TEXT,
  "opened_on" TEXT CHECK ("opened_on" LIKE '____-__-__'),
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "closed_on" TEXT CHECK ("closed_on" LIKE '____-__-__'),
  "questions" TEXT,
  "plan" TEXT);
CREATE INDEX ask_round_by_campus ON "ask_round" (campus);
CREATE INDEX ask_round_by_pupil ON "ask_round" ("pupil");
CREATE INDEX ask_round_by_worry ON "ask_round" ("worry");
CREATE INDEX ask_round_by_opened_on ON "ask_round" (campus, "opened_on");
CREATE INDEX ask_round_by_closed_on ON "ask_round" (campus, "closed_on");
CREATE INDEX ask_round_by_plan ON "ask_round" ("plan");
CREATE TABLE "ask_round_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "reason" BYTES,
  "worry" TEXT,
  "area" TEXT,
  "opened_on" TEXT,
  "due_on" TEXT,
  "closed_on" TEXT,
  "questions" TEXT,
  "plan" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX ask_round_version_by_act ON "ask_round_version" (act);
CREATE INDEX ask_round_version_by_campus ON "ask_round_version" (campus);
CREATE INDEX ask_round_version_by_pupil ON "ask_round_version" ("pupil");
CREATE TABLE "ask" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "round" TEXT,
  "staff" TEXT,
  "subject" TEXT,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "chased_on" TEXT CHECK ("chased_on" LIKE '____-__-__'),
  "answered_on" TEXT CHECK ("answered_on" LIKE '____-__-__'),
  "no_reason" TEXT,
  "questions" TEXT,
  "closed_on" TEXT CHECK ("closed_on" LIKE '____-__-__'),
  "chases" INTEGER);
CREATE INDEX ask_by_campus ON "ask" (campus);
CREATE INDEX ask_by_pupil ON "ask" ("pupil");
CREATE INDEX ask_by_round ON "ask" ("round");
CREATE INDEX ask_by_staff ON "ask" ("staff");
CREATE INDEX ask_by_due_on ON "ask" (campus, "due_on");
CREATE INDEX ask_by_answered_on ON "ask" (campus, "answered_on");
CREATE TABLE "ask_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "round" TEXT,
  "staff" TEXT,
  "subject" TEXT,
  "asked_on" TEXT,
  "due_on" TEXT,
  "chased_on" TEXT,
  "answered_on" TEXT,
  "no_reason" TEXT,
  "questions" TEXT,
  "closed_on" TEXT,
  "chases" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX ask_version_by_act ON "ask_version" (act);
CREATE INDEX ask_version_by_campus ON "ask_version" (campus);
CREATE INDEX ask_version_by_pupil ON "ask_version" ("pupil");
CREATE TABLE "ask_answer" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "ask" TEXT,
  "staff" TEXT,
  "question" TEXT,
  "asked" TEXT,
  "kind" TEXT,
  "scale" INTEGER,
  "words" BYTES,
  "home" TEXT,
  "name" TEXT);
CREATE INDEX ask_answer_by_campus ON "ask_answer" (campus);
CREATE INDEX ask_answer_by_pupil ON "ask_answer" ("pupil");
CREATE INDEX ask_answer_by_ask ON "ask_answer" ("ask");
CREATE INDEX ask_answer_by_staff ON "ask_answer" ("staff");
CREATE INDEX ask_answer_by_question ON "ask_answer" ("question");
CREATE INDEX ask_answer_by_home ON "ask_answer" ("home");
CREATE TABLE "ask_answer_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "ask" TEXT,
  "staff" TEXT,
  "question" TEXT,
  "asked" TEXT,
  "kind" TEXT,
  "scale" INTEGER,
  "words" BYTES,
  "home" TEXT,
  "name" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX ask_answer_version_by_act ON "ask_answer_version" (act);
CREATE INDEX ask_answer_version_by_campus ON "ask_answer_version" (campus);
CREATE INDEX ask_answer_version_by_pupil ON "ask_answer_version" ("pupil");
CREATE TABLE "home_ask" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "round" TEXT,
  "whose" TEXT,
  "reason" BYTES,
  "questions" TEXT,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "asked_by" TEXT,
  "name" TEXT,
  "answered_on" TEXT CHECK ("answered_on" LIKE '____-__-__'));
CREATE INDEX home_ask_by_campus ON "home_ask" (campus);
CREATE INDEX home_ask_by_pupil ON "home_ask" ("pupil");
CREATE INDEX home_ask_by_round ON "home_ask" ("round");
CREATE INDEX home_ask_by_asked_by ON "home_ask" ("asked_by");
CREATE INDEX home_ask_by_answered_on ON "home_ask" (campus, "answered_on");
CREATE TABLE "home_ask_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "round" TEXT,
  "whose" TEXT,
  "reason" BYTES,
  "questions" TEXT,
  "asked_on" TEXT,
  "asked_by" TEXT,
  "name" TEXT,
  "answered_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX home_ask_version_by_act ON "home_ask_version" (act);
CREATE INDEX home_ask_version_by_campus ON "home_ask_version" (campus);
CREATE INDEX home_ask_version_by_pupil ON "home_ask_version" ("pupil");
CREATE TABLE "barrier" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "need" TEXT,
  "text" BYTES,
  "identified_how" TEXT,
  "identified_by" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX barrier_by_campus ON "barrier" (campus);
CREATE INDEX barrier_by_pupil ON "barrier" ("pupil");
CREATE INDEX barrier_by_need ON "barrier" ("need");
CREATE TABLE "barrier_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "need" TEXT,
  "text" BYTES,
  "identified_how" TEXT,
  "identified_by" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX barrier_version_by_act ON "barrier_version" (act);
CREATE INDEX barrier_version_by_campus ON "barrier_version" (campus);
CREATE INDEX barrier_version_by_pupil ON "barrier_version" ("pupil");
CREATE TABLE "need_area" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "scheme" TEXT,
  "scheme_fold" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "basis" TEXT,
  "place" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX need_area_by_campus ON "need_area" (campus);
CREATE INDEX need_area_by_scheme_fold ON "need_area" (campus, "scheme_fold");
CREATE INDEX need_area_by_name_fold ON "need_area" (campus, "name_fold");
CREATE TABLE "need_area_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "scheme" TEXT,
  "scheme_fold" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "basis" TEXT,
  "place" INTEGER,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX need_area_version_by_act ON "need_area_version" (act);
CREATE INDEX need_area_version_by_campus ON "need_area_version" (campus);
CREATE TABLE "need_area_type" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "area" TEXT,
  "type" TEXT);
CREATE INDEX need_area_type_by_campus ON "need_area_type" (campus);
CREATE INDEX need_area_type_by_area ON "need_area_type" ("area");
CREATE TABLE "need_area_type_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "area" TEXT,
  "type" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX need_area_type_version_by_act ON "need_area_type_version" (act);
CREATE INDEX need_area_type_version_by_campus ON "need_area_type_version" (campus);
CREATE TABLE "diagnosis_pathway" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "condition" BYTES,
  "service" BYTES,
  "state" TEXT,
  "referred_on" TEXT CHECK ("referred_on" LIKE '____-__-__'),
  "referred_by" TEXT,
  "parents_agreed_on" TEXT CHECK ("parents_agreed_on" LIKE '____-__-__'),
  "accepted_on" TEXT CHECK ("accepted_on" LIKE '____-__-__'),
  "seen_on" TEXT CHECK ("seen_on" LIKE '____-__-__'),
  "outcome" TEXT,
  "outcome_on" TEXT CHECK ("outcome_on" LIKE '____-__-__'),
  "note" BYTES);
CREATE INDEX diagnosis_pathway_by_campus ON "diagnosis_pathway" (campus);
CREATE INDEX diagnosis_pathway_by_pupil ON "diagnosis_pathway" ("pupil");
CREATE INDEX diagnosis_pathway_by_state ON "diagnosis_pathway" (campus, "state");
CREATE TABLE "diagnosis_pathway_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "condition" BYTES,
  "service" BYTES,
  "state" TEXT,
  "referred_on" TEXT,
  "referred_by" TEXT,
  "parents_agreed_on" TEXT,
  "accepted_on" TEXT,
  "seen_on" TEXT,
  "outcome" TEXT,
  "outcome_on" TEXT,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX diagnosis_pathway_version_by_act ON "diagnosis_pathway_version" (act);
CREATE INDEX diagnosis_pathway_version_by_campus ON "diagnosis_pathway_version" (campus);
CREATE INDEX diagnosis_pathway_version_by_pupil ON "diagnosis_pathway_version" ("pupil");
CREATE TABLE "assessment_plan" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "what" TEXT,
  "reason" BYTES,
  "staff" TEXT,
  "who" TEXT,
  "specialist" INTEGER,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "done_on" TEXT CHECK ("done_on" LIKE '____-__-__'),
  "assessment" TEXT,
  "worry" TEXT);
CREATE INDEX assessment_plan_by_campus ON "assessment_plan" (campus);
CREATE INDEX assessment_plan_by_pupil ON "assessment_plan" ("pupil");
CREATE INDEX assessment_plan_by_staff ON "assessment_plan" ("staff");
CREATE INDEX assessment_plan_by_due_on ON "assessment_plan" (campus, "due_on");
CREATE INDEX assessment_plan_by_done_on ON "assessment_plan" (campus, "done_on");
CREATE INDEX assessment_plan_by_assessment ON "assessment_plan" ("assessment");
CREATE INDEX assessment_plan_by_worry ON "assessment_plan" ("worry");
CREATE TABLE "assessment_plan_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "what" TEXT,
  "reason" BYTES,
  "staff" TEXT,
  "who" TEXT,
  "specialist" INTEGER,
  "asked_on" TEXT,
  "due_on" TEXT,
  "done_on" TEXT,
  "assessment" TEXT,
  "worry" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX assessment_plan_version_by_act ON "assessment_plan_version" (act);
CREATE INDEX assessment_plan_version_by_campus ON "assessment_plan_version" (campus);
CREATE INDEX assessment_plan_version_by_pupil ON "assessment_plan_version" ("pupil");
CREATE TABLE "test" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "form" TEXT,
  "publisher" TEXT,
  "score_type" TEXT,
  "reliability" INTEGER,
  "floor" INTEGER,
  "ceiling" INTEGER,
  "age_from" INTEGER,
  "age_until" INTEGER,
  "lower_better" INTEGER);
CREATE INDEX test_by_campus ON "test" (campus);
CREATE INDEX test_by_name_fold ON "test" (campus, "name_fold");
CREATE TABLE "test_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "form" TEXT,
  "publisher" TEXT,
  "score_type" TEXT,
  "reliability" INTEGER,
  "floor" INTEGER,
  "ceiling" INTEGER,
  "age_from" INTEGER,
  "age_until" INTEGER,
  "lower_better" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX test_version_by_act ON "test_version" (act);
CREATE INDEX test_version_by_campus ON "test_version" (campus);
CREATE TABLE "behaviour_summary" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "incidents" INTEGER,
  "points" INTEGER,
  "note" BYTES);
CREATE INDEX behaviour_summary_by_campus ON "behaviour_summary" (campus);
CREATE INDEX behaviour_summary_by_pupil ON "behaviour_summary" ("pupil");
CREATE TABLE "behaviour_summary_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "from" TEXT,
  "until" TEXT,
  "incidents" INTEGER,
  "points" INTEGER,
  "note" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX behaviour_summary_version_by_act ON "behaviour_summary_version" (act);
CREATE INDEX behaviour_summary_version_by_campus ON "behaviour_summary_version" (campus);
CREATE INDEX behaviour_summary_version_by_pupil ON "behaviour_summary_version" ("pupil");
CREATE TABLE "plan_type" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "code" TEXT,
  "name" TEXT,
  "edition" INTEGER,
  "state" TEXT,
  "replaces" TEXT,
  "basis" TEXT,
  "says" TEXT,
  "steps" INTEGER,
  "weeks" INTEGER,
  "signers" TEXT,
  "viewers" TEXT,
  "words" TEXT,
  "sheet" INTEGER,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX plan_type_by_campus ON "plan_type" (campus);
CREATE INDEX plan_type_by_code ON "plan_type" (campus, "code");
CREATE INDEX plan_type_by_state ON "plan_type" (campus, "state");
CREATE INDEX plan_type_by_replaces ON "plan_type" ("replaces");
CREATE TABLE "plan_type_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "code" TEXT,
  "name" TEXT,
  "edition" INTEGER,
  "state" TEXT,
  "replaces" TEXT,
  "basis" TEXT,
  "says" TEXT,
  "steps" INTEGER,
  "weeks" INTEGER,
  "signers" TEXT,
  "viewers" TEXT,
  "words" TEXT,
  "sheet" INTEGER,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX plan_type_version_by_act ON "plan_type_version" (act);
CREATE INDEX plan_type_version_by_campus ON "plan_type_version" (campus);
CREATE TABLE "plan_field" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "plan_type" TEXT,
  "step" TEXT,
  "place" INTEGER,
  "section" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "label" TEXT,
  "hint" TEXT,
  "required" INTEGER,
  "most" INTEGER,
  "choices" TEXT);
CREATE INDEX plan_field_by_campus ON "plan_field" (campus);
CREATE INDEX plan_field_by_plan_type ON "plan_field" ("plan_type");
CREATE TABLE "plan_field_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "plan_type" TEXT,
  "step" TEXT,
  "place" INTEGER,
  "section" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "label" TEXT,
  "hint" TEXT,
  "required" INTEGER,
  "most" INTEGER,
  "choices" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX plan_field_version_by_act ON "plan_field_version" (act);
CREATE INDEX plan_field_version_by_campus ON "plan_field_version" (campus);
CREATE TABLE "plan" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan_type" TEXT,
  "number" INTEGER,
  "state" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "review_on" TEXT CHECK ("review_on" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "lead" TEXT,
  "follows" TEXT,
  "worry" TEXT,
  "parents_told_on" TEXT CHECK ("parents_told_on" LIKE '____-__-__'),
  "parents_told_how" TEXT,
  "shared_on" TEXT CHECK ("shared_on" LIKE '____-__-__'),
  "decision" TEXT,
  "signed_on" TEXT CHECK ("signed_on" LIKE '____-__-__'),
  "only" TEXT,
  "more" BYTES);
CREATE INDEX plan_by_campus ON "plan" (campus);
CREATE INDEX plan_by_pupil ON "plan" ("pupil");
CREATE INDEX plan_by_plan_type ON "plan" ("plan_type");
CREATE INDEX plan_by_state ON "plan" (campus, "state");
CREATE INDEX plan_by_review_on ON "plan" (campus, "review_on");
CREATE INDEX plan_by_lead ON "plan" ("lead");
CREATE INDEX plan_by_follows ON "plan" ("follows");
CREATE INDEX plan_by_signed_on ON "plan" (campus, "signed_on");
CREATE TABLE "plan_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan_type" TEXT,
  "number" INTEGER,
  "state" TEXT,
  "from" TEXT,
  "review_on" TEXT,
  "until" TEXT,
  "lead" TEXT,
  "follows" TEXT,
  "worry" TEXT,
  "parents_told_on" TEXT,
  "parents_told_how" TEXT,
  "shared_on" TEXT,
  "decision" TEXT,
  "signed_on" TEXT,
  "only" TEXT,
  "more" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX plan_version_by_act ON "plan_version" (act);
CREATE INDEX plan_version_by_campus ON "plan_version" (campus);
CREATE INDEX plan_version_by_pupil ON "plan_version" ("pupil");
CREATE TABLE "target" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "number" INTEGER,
  "horizon" TEXT,
  "area" TEXT,
  "outcome" BYTES,
  "baseline" BYTES,
  "aim" BYTES,
  "measure" BYTES,
  "unit" TEXT,
  "start_value" INTEGER,
  "goal_value" INTEGER,
  "better" TEXT,
  "by_date" TEXT CHECK ("by_date" LIKE '____-__-__'),
  "at_school" BYTES,
  "at_home" BYTES,
  "own_words" BYTES,
  "toward" TEXT,
  "help_now" TEXT,
  "help_next" TEXT,
  "help_by" TEXT CHECK ("help_by" LIKE '____-__-__'),
  "minutes_now" INTEGER,
  "minutes_aim" INTEGER,
  "carried_from" TEXT,
  "answered" TEXT,
  "only" TEXT);
CREATE INDEX target_by_campus ON "target" (campus);
CREATE INDEX target_by_pupil ON "target" ("pupil");
CREATE INDEX target_by_plan ON "target" ("plan");
CREATE INDEX target_by_toward ON "target" ("toward");
CREATE INDEX target_by_carried_from ON "target" ("carried_from");
CREATE TABLE "target_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "number" INTEGER,
  "horizon" TEXT,
  "area" TEXT,
  "outcome" BYTES,
  "baseline" BYTES,
  "aim" BYTES,
  "measure" BYTES,
  "unit" TEXT,
  "start_value" INTEGER,
  "goal_value" INTEGER,
  "better" TEXT,
  "by_date" TEXT,
  "at_school" BYTES,
  "at_home" BYTES,
  "own_words" BYTES,
  "toward" TEXT,
  "help_now" TEXT,
  "help_next" TEXT,
  "help_by" TEXT,
  "minutes_now" INTEGER,
  "minutes_aim" INTEGER,
  "carried_from" TEXT,
  "answered" TEXT,
  "only" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX target_version_by_act ON "target_version" (act);
CREATE INDEX target_version_by_campus ON "target_version" (campus);
CREATE INDEX target_version_by_pupil ON "target_version" ("pupil");
CREATE TABLE "progress" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "target" TEXT,
  "on_day" TEXT CHECK ("on_day" LIKE '____-__-__'),
  "kind" TEXT,
  "value" INTEGER,
  "note" BYTES,
  "by_staff" TEXT,
  "only" TEXT);
CREATE INDEX progress_by_campus ON "progress" (campus);
CREATE INDEX progress_by_pupil ON "progress" ("pupil");
CREATE INDEX progress_by_target ON "progress" ("target");
CREATE INDEX progress_by_by_staff ON "progress" ("by_staff");
CREATE TABLE "progress_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "target" TEXT,
  "on_day" TEXT,
  "kind" TEXT,
  "value" INTEGER,
  "note" BYTES,
  "by_staff" TEXT,
  "only" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX progress_version_by_act ON "progress_version" (act);
CREATE INDEX progress_version_by_campus ON "progress_version" (campus);
CREATE INDEX progress_version_by_pupil ON "progress_version" ("pupil");
CREATE TABLE "target_review" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "target" TEXT,
  "plan" TEXT,
  "reviewed_on" TEXT CHECK ("reviewed_on" LIKE '____-__-__'),
  "rating" TEXT,
  "value" INTEGER,
  "next_step" TEXT,
  "note" BYTES,
  "sessions" INTEGER,
  "help_now" TEXT,
  "minutes_now" INTEGER,
  "by_staff" TEXT,
  "only" TEXT);
CREATE INDEX target_review_by_campus ON "target_review" (campus);
CREATE INDEX target_review_by_pupil ON "target_review" ("pupil");
CREATE INDEX target_review_by_target ON "target_review" ("target");
CREATE INDEX target_review_by_plan ON "target_review" ("plan");
CREATE INDEX target_review_by_rating ON "target_review" (campus, "rating");
CREATE INDEX target_review_by_by_staff ON "target_review" ("by_staff");
CREATE TABLE "target_review_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "target" TEXT,
  "plan" TEXT,
  "reviewed_on" TEXT,
  "rating" TEXT,
  "value" INTEGER,
  "next_step" TEXT,
  "note" BYTES,
  "sessions" INTEGER,
  "help_now" TEXT,
  "minutes_now" INTEGER,
  "by_staff" TEXT,
  "only" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX target_review_version_by_act ON "target_review_version" (act);
CREATE INDEX target_review_version_by_campus ON "target_review_version" (campus);
CREATE INDEX target_review_version_by_pupil ON "target_review_version" ("pupil");
CREATE TABLE "plan_view" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "target" TEXT,
  "whose" TEXT,
  "contact" TEXT,
  "name" TEXT,
  "given_on" TEXT CHECK ("given_on" LIKE '____-__-__'),
  "how" TEXT,
  "agrees" TEXT,
  "feels" INTEGER,
  "well" BYTES,
  "hard" BYTES,
  "wants" BYTES,
  "through" TEXT,
  "only" TEXT);
CREATE INDEX plan_view_by_campus ON "plan_view" (campus);
CREATE INDEX plan_view_by_pupil ON "plan_view" ("pupil");
CREATE INDEX plan_view_by_plan ON "plan_view" ("plan");
CREATE INDEX plan_view_by_target ON "plan_view" ("target");
CREATE INDEX plan_view_by_whose ON "plan_view" (campus, "whose");
CREATE INDEX plan_view_by_contact ON "plan_view" ("contact");
CREATE TABLE "plan_view_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "target" TEXT,
  "whose" TEXT,
  "contact" TEXT,
  "name" TEXT,
  "given_on" TEXT,
  "how" TEXT,
  "agrees" TEXT,
  "feels" INTEGER,
  "well" BYTES,
  "hard" BYTES,
  "wants" BYTES,
  "through" TEXT,
  "only" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX plan_view_version_by_act ON "plan_view_version" (act);
CREATE INDEX plan_view_version_by_campus ON "plan_view_version" (campus);
CREATE INDEX plan_view_version_by_pupil ON "plan_view_version" ("pupil");
CREATE TABLE "signature" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "role" TEXT,
  "name" TEXT,
  "account" TEXT,
  "contact" TEXT,
  "signed_at" TEXT,
  "plan_version" INTEGER,
  "words" BYTES,
  "through" TEXT,
  "only" TEXT,
  "words_read" BYTES,
  "signs" TEXT);
CREATE INDEX signature_by_campus ON "signature" (campus);
CREATE INDEX signature_by_pupil ON "signature" ("pupil");
CREATE INDEX signature_by_plan ON "signature" ("plan");
CREATE INDEX signature_by_account ON "signature" ("account");
CREATE INDEX signature_by_contact ON "signature" ("contact");
CREATE TABLE "signature_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "role" TEXT,
  "name" TEXT,
  "account" TEXT,
  "contact" TEXT,
  "signed_at" TEXT,
  "plan_version" INTEGER,
  "words" BYTES,
  "through" TEXT,
  "only" TEXT,
  "words_read" BYTES,
  "signs" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX signature_version_by_act ON "signature_version" (act);
CREATE INDEX signature_version_by_campus ON "signature_version" (campus);
CREATE INDEX signature_version_by_pupil ON "signature_version" ("pupil");
CREATE TABLE "profile_read" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "plan_version" INTEGER,
  "staff" TEXT,
  "read_at" TEXT,
  "answered" INTEGER);
CREATE INDEX profile_read_by_campus ON "profile_read" (campus);
CREATE INDEX profile_read_by_pupil ON "profile_read" ("pupil");
CREATE INDEX profile_read_by_plan ON "profile_read" ("plan");
CREATE INDEX profile_read_by_staff ON "profile_read" ("staff");
CREATE TABLE "profile_read_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "plan_version" INTEGER,
  "staff" TEXT,
  "read_at" TEXT,
  "answered" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX profile_read_version_by_act ON "profile_read_version" (act);
CREATE INDEX profile_read_version_by_campus ON "profile_read_version" (campus);
CREATE INDEX profile_read_version_by_pupil ON "profile_read_version" ("pupil");
CREATE TABLE "profile_use" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "plan_version" INTEGER,
  "class" TEXT,
  "staff" TEXT,
  "used_at" TEXT);
CREATE INDEX profile_use_by_campus ON "profile_use" (campus);
CREATE INDEX profile_use_by_pupil ON "profile_use" ("pupil");
CREATE INDEX profile_use_by_plan ON "profile_use" ("plan");
CREATE INDEX profile_use_by_class ON "profile_use" ("class");
CREATE INDEX profile_use_by_staff ON "profile_use" ("staff");
CREATE TABLE "profile_use_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "plan_version" INTEGER,
  "class" TEXT,
  "staff" TEXT,
  "used_at" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX profile_use_version_by_act ON "profile_use_version" (act);
CREATE INDEX profile_use_version_by_campus ON "profile_use_version" (campus);
CREATE INDEX profile_use_version_by_pupil ON "profile_use_version" ("pupil");
CREATE TABLE "strategy_bank" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "text" TEXT,
  "need" TEXT,
  "phase" TEXT,
  "reason" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX strategy_bank_by_campus ON "strategy_bank" (campus);
CREATE INDEX strategy_bank_by_need ON "strategy_bank" (campus, "need");
CREATE TABLE "strategy_bank_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "text" TEXT,
  "need" TEXT,
  "phase" TEXT,
  "reason" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX strategy_bank_version_by_act ON "strategy_bank_version" (act);
CREATE INDEX strategy_bank_version_by_campus ON "strategy_bank_version" (campus);
CREATE TABLE "strategy_use" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "bank" TEXT,
  "text" BYTES,
  "who" TEXT,
  "side" TEXT,
  "staff" TEXT,
  "often" TEXT,
  "cover" BYTES,
  "helped" TEXT,
  "only" TEXT);
CREATE INDEX strategy_use_by_campus ON "strategy_use" (campus);
CREATE INDEX strategy_use_by_pupil ON "strategy_use" ("pupil");
CREATE INDEX strategy_use_by_plan ON "strategy_use" ("plan");
CREATE INDEX strategy_use_by_bank ON "strategy_use" ("bank");
CREATE INDEX strategy_use_by_side ON "strategy_use" (campus, "side");
CREATE INDEX strategy_use_by_staff ON "strategy_use" ("staff");
CREATE INDEX strategy_use_by_helped ON "strategy_use" (campus, "helped");
CREATE TABLE "strategy_use_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "plan" TEXT,
  "bank" TEXT,
  "text" BYTES,
  "who" TEXT,
  "side" TEXT,
  "staff" TEXT,
  "often" TEXT,
  "cover" BYTES,
  "helped" TEXT,
  "only" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX strategy_use_version_by_act ON "strategy_use_version" (act);
CREATE INDEX strategy_use_version_by_campus ON "strategy_use_version" (campus);
CREATE INDEX strategy_use_version_by_pupil ON "strategy_use_version" ("pupil");
CREATE TABLE "guide" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "area" TEXT,
  "needs" TEXT,
  "looks" TEXT,
  "helps" TEXT,
  "avoid" TEXT,
  "more" TEXT,
  "source" TEXT,
  "source_on" TEXT CHECK ("source_on" LIKE '____-__-__'),
  "checked_on" TEXT CHECK ("checked_on" LIKE '____-__-__'),
  "checked_by" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX guide_by_campus ON "guide" (campus);
CREATE INDEX guide_by_title_fold ON "guide" (campus, "title_fold");
CREATE INDEX guide_by_area ON "guide" (campus, "area");
CREATE INDEX guide_by_checked_by ON "guide" ("checked_by");
CREATE TABLE "guide_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "area" TEXT,
  "needs" TEXT,
  "looks" TEXT,
  "helps" TEXT,
  "avoid" TEXT,
  "more" TEXT,
  "source" TEXT,
  "source_on" TEXT,
  "checked_on" TEXT,
  "checked_by" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX guide_version_by_act ON "guide_version" (act);
CREATE INDEX guide_version_by_campus ON "guide_version" (campus);
CREATE TABLE "staff_question" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "asked_by" TEXT,
  "how" TEXT,
  "text" BYTES,
  "state" TEXT,
  "answer" BYTES,
  "answered_on" TEXT CHECK ("answered_on" LIKE '____-__-__'),
  "answered_by" TEXT,
  "guide" TEXT,
  "worry" TEXT,
  "stored" TEXT);
CREATE INDEX staff_question_by_campus ON "staff_question" (campus);
CREATE INDEX staff_question_by_pupil ON "staff_question" ("pupil");
CREATE INDEX staff_question_by_asked_on ON "staff_question" (campus, "asked_on");
CREATE INDEX staff_question_by_asked_by ON "staff_question" ("asked_by");
CREATE INDEX staff_question_by_state ON "staff_question" (campus, "state");
CREATE INDEX staff_question_by_answered_on ON "staff_question" (campus, "answered_on");
CREATE INDEX staff_question_by_answered_by ON "staff_question" ("answered_by");
CREATE INDEX staff_question_by_guide ON "staff_question" ("guide");
CREATE INDEX staff_question_by_worry ON "staff_question" ("worry");
CREATE INDEX staff_question_by_stored ON "staff_question" ("stored");
CREATE TABLE "staff_question_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "asked_on" TEXT,
  "asked_by" TEXT,
  "how" TEXT,
  "text" BYTES,
  "state" TEXT,
  "answer" BYTES,
  "answered_on" TEXT,
  "answered_by" TEXT,
  "guide" TEXT,
  "worry" TEXT,
  "stored" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX staff_question_version_by_act ON "staff_question_version" (act);
CREATE INDEX staff_question_version_by_campus ON "staff_question_version" (campus);
CREATE INDEX staff_question_version_by_pupil ON "staff_question_version" ("pupil");
CREATE TABLE "stored_answer" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "question" TEXT,
  "question_fold" TEXT,
  "text" TEXT,
  "area" TEXT,
  "guide" TEXT,
  "not_names" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX stored_answer_by_campus ON "stored_answer" (campus);
CREATE INDEX stored_answer_by_question_fold ON "stored_answer" (campus, "question_fold");
CREATE INDEX stored_answer_by_area ON "stored_answer" (campus, "area");
CREATE INDEX stored_answer_by_guide ON "stored_answer" ("guide");
CREATE TABLE "stored_answer_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "question" TEXT,
  "question_fold" TEXT,
  "text" TEXT,
  "area" TEXT,
  "guide" TEXT,
  "not_names" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX stored_answer_version_by_act ON "stored_answer_version" (act);
CREATE INDEX stored_answer_version_by_campus ON "stored_answer_version" (campus);
CREATE TABLE "act_note" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "text" BYTES,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "who" TEXT,
  "only" TEXT,
  "released_by" TEXT);
CREATE INDEX act_note_by_campus ON "act_note" (campus);
CREATE INDEX act_note_by_pupil ON "act_note" ("pupil");
CREATE INDEX act_note_by_released_by ON "act_note" ("released_by");
CREATE TABLE "act_note_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "text" BYTES,
  "from" TEXT,
  "until" TEXT,
  "who" TEXT,
  "only" TEXT,
  "released_by" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX act_note_version_by_act ON "act_note_version" (act);
CREATE INDEX act_note_version_by_campus ON "act_note_version" (campus);
CREATE INDEX act_note_version_by_pupil ON "act_note_version" ("pupil");
CREATE TABLE "act_note_seen" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "note" TEXT,
  "note_version" INTEGER,
  "staff" TEXT,
  "seen_at" TEXT);
CREATE INDEX act_note_seen_by_campus ON "act_note_seen" (campus);
CREATE INDEX act_note_seen_by_pupil ON "act_note_seen" ("pupil");
CREATE INDEX act_note_seen_by_note ON "act_note_seen" ("note");
CREATE INDEX act_note_seen_by_staff ON "act_note_seen" ("staff");
CREATE TABLE "act_note_seen_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "note" TEXT,
  "note_version" INTEGER,
  "staff" TEXT,
  "seen_at" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX act_note_seen_version_by_act ON "act_note_seen_version" (act);
CREATE INDEX act_note_seen_version_by_campus ON "act_note_seen_version" (campus);
CREATE INDEX act_note_seen_version_by_pupil ON "act_note_seen_version" ("pupil");
CREATE TABLE "reading" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "file_name" TEXT,
  "mime" TEXT,
  "bytes" INTEGER,
  "blob" TEXT,
  "whom" TEXT,
  "whom_of" TEXT,
  "question" TEXT,
  "state" TEXT,
  "edition" INTEGER,
  "asked_on" TEXT CHECK ("asked_on" LIKE '____-__-__'),
  "due_on" TEXT CHECK ("due_on" LIKE '____-__-__'),
  "chased_on" TEXT CHECK ("chased_on" LIKE '____-__-__'));
CREATE INDEX reading_by_campus ON "reading" (campus);
CREATE INDEX reading_by_title_fold ON "reading" (campus, "title_fold");
CREATE INDEX reading_by_kind ON "reading" (campus, "kind");
CREATE INDEX reading_by_state ON "reading" (campus, "state");
CREATE TABLE "reading_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "title" TEXT,
  "title_fold" TEXT,
  "kind" TEXT,
  "text" TEXT,
  "file_name" TEXT,
  "mime" TEXT,
  "bytes" INTEGER,
  "blob" TEXT,
  "whom" TEXT,
  "whom_of" TEXT,
  "question" TEXT,
  "state" TEXT,
  "edition" INTEGER,
  "asked_on" TEXT,
  "due_on" TEXT,
  "chased_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX reading_version_by_act ON "reading_version" (act);
CREATE INDEX reading_version_by_campus ON "reading_version" (campus);
CREATE TABLE "receipt" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "reading" TEXT,
  "edition" INTEGER,
  "account" TEXT,
  "read_at" TEXT,
  "answer" BYTES);
CREATE INDEX receipt_by_campus ON "receipt" (campus);
CREATE INDEX receipt_by_reading ON "receipt" ("reading");
CREATE INDEX receipt_by_account ON "receipt" ("account");
CREATE TABLE "receipt_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "reading" TEXT,
  "edition" INTEGER,
  "account" TEXT,
  "read_at" TEXT,
  "answer" BYTES,
  PRIMARY KEY (id, version));
CREATE INDEX receipt_version_by_act ON "receipt_version" (act);
CREATE INDEX receipt_version_by_campus ON "receipt_version" (campus);
CREATE TABLE "account" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "login" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "staff" TEXT,
  "email" TEXT,
  "state" TEXT,
  "password" TEXT,
  "totp" BYTES,
  "totp_step" INTEGER,
  "recovery" TEXT,
  "password_set_at" TEXT,
  "signed_in_at" TEXT);
CREATE INDEX account_by_campus ON "account" (campus);
CREATE INDEX account_by_login ON "account" (campus, "login");
CREATE INDEX account_by_name_fold ON "account" (campus, "name_fold");
CREATE INDEX account_by_staff ON "account" ("staff");
CREATE INDEX account_by_email ON "account" (campus, "email");
CREATE INDEX account_by_state ON "account" (campus, "state");
CREATE TABLE "account_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "login" TEXT,
  "name" TEXT,
  "name_fold" TEXT,
  "staff" TEXT,
  "email" TEXT,
  "state" TEXT,
  "password" TEXT,
  "totp" BYTES,
  "totp_step" INTEGER,
  "recovery" TEXT,
  "password_set_at" TEXT,
  "signed_in_at" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX account_version_by_act ON "account_version" (act);
CREATE INDEX account_version_by_campus ON "account_version" (campus);
CREATE TABLE "role_held" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "account" TEXT,
  "role" TEXT,
  "extent" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "reason" TEXT);
CREATE INDEX role_held_by_campus ON "role_held" (campus);
CREATE INDEX role_held_by_account ON "role_held" ("account");
CREATE INDEX role_held_by_role ON "role_held" (campus, "role");
CREATE TABLE "role_held_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "account" TEXT,
  "role" TEXT,
  "extent" TEXT,
  "from" TEXT,
  "until" TEXT,
  "reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX role_held_version_by_act ON "role_held_version" (act);
CREATE INDEX role_held_version_by_campus ON "role_held_version" (campus);
CREATE TABLE "delegation" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "giver" TEXT,
  "taker" TEXT,
  "role" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'),
  "reason" TEXT);
CREATE INDEX delegation_by_campus ON "delegation" (campus);
CREATE INDEX delegation_by_giver ON "delegation" ("giver");
CREATE INDEX delegation_by_taker ON "delegation" ("taker");
CREATE INDEX delegation_by_role ON "delegation" (campus, "role");
CREATE TABLE "delegation_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "giver" TEXT,
  "taker" TEXT,
  "role" TEXT,
  "from" TEXT,
  "until" TEXT,
  "reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX delegation_version_by_act ON "delegation_version" (act);
CREATE INDEX delegation_version_by_campus ON "delegation_version" (campus);
CREATE TABLE "invitation" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "account" TEXT,
  "token" TEXT,
  "expires_at" TEXT,
  "used_at" TEXT);
CREATE INDEX invitation_by_campus ON "invitation" (campus);
CREATE INDEX invitation_by_account ON "invitation" ("account");
CREATE INDEX invitation_by_token ON "invitation" (campus, "token");
CREATE TABLE "invitation_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "account" TEXT,
  "token" TEXT,
  "expires_at" TEXT,
  "used_at" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX invitation_version_by_act ON "invitation_version" (act);
CREATE INDEX invitation_version_by_campus ON "invitation_version" (campus);
CREATE TABLE "case_grant" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "account" TEXT,
  "pupil" TEXT,
  "record" TEXT,
  "view" TEXT,
  "purpose" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX case_grant_by_campus ON "case_grant" (campus);
CREATE INDEX case_grant_by_account ON "case_grant" ("account");
CREATE INDEX case_grant_by_pupil ON "case_grant" ("pupil");
CREATE INDEX case_grant_by_record ON "case_grant" (campus, "record");
CREATE TABLE "case_grant_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "account" TEXT,
  "pupil" TEXT,
  "record" TEXT,
  "view" TEXT,
  "purpose" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX case_grant_version_by_act ON "case_grant_version" (act);
CREATE INDEX case_grant_version_by_campus ON "case_grant_version" (campus);
CREATE INDEX case_grant_version_by_pupil ON "case_grant_version" ("pupil");
CREATE TABLE "conflict" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "account" TEXT,
  "pupil" TEXT,
  "reason" TEXT);
CREATE INDEX conflict_by_campus ON "conflict" (campus);
CREATE INDEX conflict_by_account ON "conflict" ("account");
CREATE INDEX conflict_by_pupil ON "conflict" ("pupil");
CREATE TABLE "conflict_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "account" TEXT,
  "pupil" TEXT,
  "reason" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX conflict_version_by_act ON "conflict_version" (act);
CREATE INDEX conflict_version_by_campus ON "conflict_version" (campus);
CREATE INDEX conflict_version_by_pupil ON "conflict_version" ("pupil");
CREATE TABLE "link" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "to_kind" TEXT,
  "contact" TEXT,
  "professional" TEXT,
  "name" TEXT,
  "task" TEXT,
  "target" TEXT,
  "way" TEXT,
  "sent_to" TEXT,
  "code_to" TEXT,
  "agreed" INTEGER,
  "made_by" TEXT,
  "token" TEXT,
  "expires_at" TEXT,
  "code" TEXT,
  "code_until" TEXT,
  "code_tries" INTEGER,
  "codes" INTEGER,
  "opened_at" TEXT,
  "used_at" TEXT,
  "made_at" TEXT);
CREATE INDEX link_by_campus ON "link" (campus);
CREATE INDEX link_by_pupil ON "link" ("pupil");
CREATE INDEX link_by_contact ON "link" ("contact");
CREATE INDEX link_by_task ON "link" (campus, "task");
CREATE INDEX link_by_token ON "link" (campus, "token");
CREATE TABLE "link_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "to_kind" TEXT,
  "contact" TEXT,
  "professional" TEXT,
  "name" TEXT,
  "task" TEXT,
  "target" TEXT,
  "way" TEXT,
  "sent_to" TEXT,
  "code_to" TEXT,
  "agreed" INTEGER,
  "made_by" TEXT,
  "token" TEXT,
  "expires_at" TEXT,
  "code" TEXT,
  "code_until" TEXT,
  "code_tries" INTEGER,
  "codes" INTEGER,
  "opened_at" TEXT,
  "used_at" TEXT,
  "made_at" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX link_version_by_act ON "link_version" (act);
CREATE INDEX link_version_by_campus ON "link_version" (campus);
CREATE INDEX link_version_by_pupil ON "link_version" ("pupil");
CREATE TABLE "views" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "said_on" TEXT CHECK ("said_on" LIKE '____-__-__'),
  "scale" INTEGER,
  "well" BYTES,
  "hard" BYTES,
  "helps" BYTES,
  "other" BYTES,
  "target" TEXT,
  "link" TEXT);
CREATE INDEX views_by_campus ON "views" (campus);
CREATE INDEX views_by_pupil ON "views" ("pupil");
CREATE INDEX views_by_kind ON "views" (campus, "kind");
CREATE INDEX views_by_link ON "views" (campus, "link");
CREATE TABLE "views_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "name" TEXT,
  "said_on" TEXT,
  "scale" INTEGER,
  "well" BYTES,
  "hard" BYTES,
  "helps" BYTES,
  "other" BYTES,
  "target" TEXT,
  "link" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX views_version_by_act ON "views_version" (act);
CREATE INDEX views_version_by_campus ON "views_version" (campus);
CREATE INDEX views_version_by_pupil ON "views_version" ("pupil");
CREATE TABLE "import" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "file_name" TEXT,
  "hash" TEXT,
  "kind" TEXT,
  "source" TEXT,
  "encoding" TEXT,
  "row_count" INTEGER,
  "new_count" INTEGER,
  "changed_count" INTEGER,
  "unchanged_count" INTEGER,
  "rejected_count" INTEGER,
  "asked_count" INTEGER,
  "state" TEXT,
  "saved_at" TEXT,
  "saved_by" TEXT,
  "undone_at" TEXT,
  "blob" TEXT,
  "report" TEXT,
  "answers" TEXT);
CREATE INDEX import_by_campus ON "import" (campus);
CREATE INDEX import_by_hash ON "import" (campus, "hash");
CREATE INDEX import_by_kind ON "import" (campus, "kind");
CREATE INDEX import_by_state ON "import" (campus, "state");
CREATE INDEX import_by_saved_by ON "import" ("saved_by");
CREATE TABLE "import_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "file_name" TEXT,
  "hash" TEXT,
  "kind" TEXT,
  "source" TEXT,
  "encoding" TEXT,
  "row_count" INTEGER,
  "new_count" INTEGER,
  "changed_count" INTEGER,
  "unchanged_count" INTEGER,
  "rejected_count" INTEGER,
  "asked_count" INTEGER,
  "state" TEXT,
  "saved_at" TEXT,
  "saved_by" TEXT,
  "undone_at" TEXT,
  "blob" TEXT,
  "report" TEXT,
  "answers" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX import_version_by_act ON "import_version" (act);
CREATE INDEX import_version_by_campus ON "import_version" (campus);
CREATE TABLE "source_map" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  "source" TEXT,
  "heading" TEXT,
  "canonical" TEXT);
CREATE INDEX source_map_by_campus ON "source_map" (campus);
CREATE INDEX source_map_by_source ON "source_map" (campus, "source");
CREATE INDEX source_map_by_heading ON "source_map" (campus, "heading");
CREATE TABLE "source_map_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "source" TEXT,
  "heading" TEXT,
  "canonical" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX source_map_version_by_act ON "source_map_version" (act);
CREATE INDEX source_map_version_by_campus ON "source_map_version" (campus);
CREATE TABLE "import_item" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "import" TEXT,
  "fact" TEXT,
  "ours" TEXT,
  "theirs" TEXT,
  "decision" TEXT,
  "decided_by" TEXT,
  "decided_on" TEXT CHECK ("decided_on" LIKE '____-__-__'));
CREATE INDEX import_item_by_campus ON "import_item" (campus);
CREATE INDEX import_item_by_pupil ON "import_item" ("pupil");
CREATE INDEX import_item_by_import ON "import_item" ("import");
CREATE INDEX import_item_by_fact ON "import_item" (campus, "fact");
CREATE INDEX import_item_by_decision ON "import_item" (campus, "decision");
CREATE INDEX import_item_by_decided_by ON "import_item" ("decided_by");
CREATE TABLE "import_item_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "import" TEXT,
  "fact" TEXT,
  "ours" TEXT,
  "theirs" TEXT,
  "decision" TEXT,
  "decided_by" TEXT,
  "decided_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX import_item_version_by_act ON "import_item_version" (act);
CREATE INDEX import_item_version_by_campus ON "import_item_version" (campus);
CREATE INDEX import_item_version_by_pupil ON "import_item_version" ("pupil");
CREATE TABLE "subject_access_request" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "asked_by" TEXT,
  "capacity" TEXT,
  "received_on" TEXT CHECK ("received_on" LIKE '____-__-__'),
  "identity_on" TEXT CHECK ("identity_on" LIKE '____-__-__'),
  "scope" BYTES,
  "withheld" BYTES,
  "answered_on" TEXT CHECK ("answered_on" LIKE '____-__-__'));
CREATE INDEX subject_access_request_by_campus ON "subject_access_request" (campus);
CREATE INDEX subject_access_request_by_pupil ON "subject_access_request" ("pupil");
CREATE INDEX subject_access_request_by_kind ON "subject_access_request" (campus, "kind");
CREATE TABLE "subject_access_request_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "kind" TEXT,
  "asked_by" TEXT,
  "capacity" TEXT,
  "received_on" TEXT,
  "identity_on" TEXT,
  "scope" BYTES,
  "withheld" BYTES,
  "answered_on" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX subject_access_request_version_by_act ON "subject_access_request_version" (act);
CREATE INDEX subject_access_request_version_by_campus ON "subject_access_request_version" (campus);
CREATE INDEX subject_access_request_version_by_pupil ON "subject_access_request_version" ("pupil");
CREATE TABLE "disposal" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "reason" TEXT,
  "state" TEXT,
  "proposed_by" TEXT,
  "approved_by" TEXT,
  "done_on" TEXT CHECK ("done_on" LIKE '____-__-__'),
  "row_count" INTEGER);
CREATE INDEX disposal_by_campus ON "disposal" (campus);
CREATE INDEX disposal_by_pupil ON "disposal" ("pupil");
CREATE INDEX disposal_by_state ON "disposal" (campus, "state");
CREATE INDEX disposal_by_proposed_by ON "disposal" ("proposed_by");
CREATE INDEX disposal_by_approved_by ON "disposal" ("approved_by");
CREATE TABLE "disposal_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "reason" TEXT,
  "state" TEXT,
  "proposed_by" TEXT,
  "approved_by" TEXT,
  "done_on" TEXT,
  "row_count" INTEGER,
  PRIMARY KEY (id, version));
CREATE INDEX disposal_version_by_act ON "disposal_version" (act);
CREATE INDEX disposal_version_by_campus ON "disposal_version" (campus);
CREATE INDEX disposal_version_by_pupil ON "disposal_version" ("pupil");
CREATE TABLE "legal_hold" (id TEXT PRIMARY KEY, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  "pupil" TEXT,
  "reason" TEXT,
  "from" TEXT CHECK ("from" LIKE '____-__-__'),
  "until" TEXT CHECK ("until" LIKE '____-__-__'));
CREATE INDEX legal_hold_by_campus ON "legal_hold" (campus);
CREATE INDEX legal_hold_by_pupil ON "legal_hold" ("pupil");
CREATE TABLE "legal_hold_version" (id TEXT NOT NULL, campus TEXT NOT NULL, version INTEGER NOT NULL, act TEXT NOT NULL, withdrawn TEXT,
  joined_from TEXT,
  at TEXT NOT NULL, by_account TEXT NOT NULL, by_name TEXT NOT NULL, why TEXT,
  "pupil" TEXT,
  "reason" TEXT,
  "from" TEXT,
  "until" TEXT,
  PRIMARY KEY (id, version));
CREATE INDEX legal_hold_version_by_act ON "legal_hold_version" (act);
CREATE INDEX legal_hold_version_by_campus ON "legal_hold_version" (campus);
CREATE INDEX legal_hold_version_by_pupil ON "legal_hold_version" ("pupil");

-- The questions of guidance: whose needs, what helped, who has seen a note, who has read what.

-- name: guidance_names(campus text, today text) -> known, forename, surname, other   scope: CAMPUS   tier: T1
-- Names of the children on roll: no text for everybody may hold one.
SELECT coalesce(p.known_as, ''), coalesce(p.forename, ''), coalesce(p.known_surname, ''), coalesce(p.surname, '')
  FROM pupil p WHERE {scope p} AND p.campus = $1 AND p.alias_of IS NULL AND p.id IN
       (SELECT e.pupil FROM enrolment e WHERE {scope e} AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2));

-- name: guidance_needs(pupil text, class text, staff text, today text) -> type, children   scope: PUPIL   tier: T2
-- Needs in force of one child, of a class, or of all whom this member of staff teaches or looks after.
SELECT n.type, count(DISTINCT n.pupil) FROM need n
 WHERE {scope n} AND n."from" <= $4 AND (n."until" IS NULL OR n."until" >= $4) AND (n.pupil = $1 OR n.pupil IN
       (SELECT m1.pupil FROM class_member m1 WHERE {scope m1} AND m1.class = $2 AND m1."from" <= $4 AND (m1."until" IS NULL OR m1."until" >= $4)
        UNION SELECT m2.pupil FROM class_member m2 JOIN teaching t ON t.class = m2.class
         WHERE {scope m2} AND {scope t} AND t.staff = $3 AND m2."from" <= $4 AND (m2."until" IS NULL OR m2."until" >= $4)
           AND t."from" <= $4 AND (t."until" IS NULL OR t."until" >= $4)
        UNION SELECT cl.pupil FROM caseload cl WHERE {scope cl} AND cl.staff = $3 AND cl."from" <= $4 AND (cl."until" IS NULL OR cl."until" >= $4)))
 GROUP BY n.type ORDER BY 2 DESC, 1;

-- name: guidance_children(staff text, today text) -> id, first, last   scope: PUPIL   tier: T1
-- Children whom this member of staff teaches or looks after.
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname, '') FROM pupil p
 WHERE {scope p} AND p.alias_of IS NULL AND p.id IN
       (SELECT cm.pupil FROM class_member cm JOIN teaching t ON t.class = cm.class
         WHERE {scope cm} AND {scope t} AND t.staff = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
           AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
        UNION SELECT cl.pupil FROM caseload cl WHERE {scope cl} AND cl.staff = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2))
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 400;

-- name: card_evidence(campus text, area text, today text) -> id, text, area, reason, ages, children, helped   scope: CAMPUS   tier: T2
-- The bank of strategies, with how many children each was used with here and how many it helped.
SELECT b.id, b.text, coalesce(b.need, ''), coalesce(b.reason, ''), coalesce(b.phase, ''),
 (SELECT count(DISTINCT u1.pupil) FROM strategy_use u1 WHERE {scope u1} AND u1.campus = $1 AND u1.bank = b.id AND u1.helped IN ('yes', 'partly', 'no')),
 (SELECT count(DISTINCT u2.pupil) FROM strategy_use u2 WHERE {scope u2} AND u2.campus = $1 AND u2.bank = b.id AND u2.helped IN ('yes', 'partly'))
  FROM strategy_bank b
 WHERE {scope b} AND b.campus = $1 AND (b."until" IS NULL OR b."until" >= $3) AND ($2 = '' OR b.need = $2)
 ORDER BY 3, 7 DESC, 6 DESC, 2, 1 LIMIT 600;

-- name: question_list(state text, by text) -> id, pupil, first, last, form, asker   scope: CAMPUS   tier: T2
-- Questions in a state ($1) or of one member of staff ($2), oldest first.
SELECT q.id, coalesce(q.pupil, ''), coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname, ''),
       coalesce((SELECT min(e.form) FROM enrolment e WHERE {scope e} AND e.pupil = q.pupil AND e."until" IS NULL), ''),
       trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, ''))
  FROM staff_question q LEFT JOIN pupil p ON p.id = q.pupil AND {scope p} LEFT JOIN staff s ON s.id = q.asked_by AND {scope s}
 WHERE {scope q} AND ($1 = '' OR q.state = $1) AND ($2 = '' OR q.asked_by = $2) ORDER BY q.asked_on, q.id LIMIT 1000;

-- name: question_waiting() -> many, oldest   scope: CAMPUS   tier: T2
SELECT count(*), coalesce(min(q.asked_on), '') FROM staff_question q WHERE {scope q} AND q.state = 'new';

-- name: act_note_readers(note text, today text) -> note, staff, name, seen, earlier   scope: CAMPUS   tier: T2
-- Who should see each note in force (or the one in $1): those who teach the child today, and those named for the child unless it is for
-- teachers alone; when they saw the version that stands now, and when any.
SELECT n.id, s.id, trim(coalesce(s.title || ' ', '') || s.surname),
       coalesce((SELECT max(x.seen_at) FROM act_note_seen x WHERE {scope x} AND x.note = n.id AND x.staff = s.id AND x.note_version = n.version), ''),
       coalesce((SELECT max(y.seen_at) FROM act_note_seen y WHERE {scope y} AND y.note = n.id AND y.staff = s.id), '')
  FROM act_note n JOIN class_member cm ON cm.pupil = n.pupil JOIN teaching t ON t.class = cm.class JOIN staff s ON s.id = t.staff
 WHERE {scope n} AND {scope cm} AND {scope t} AND {scope s} AND ($1 = '' OR n.id = $1) AND n."until" >= $2
   AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2) AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
UNION
SELECT n2.id, s2.id, trim(coalesce(s2.title || ' ', '') || s2.surname),
       coalesce((SELECT max(x2.seen_at) FROM act_note_seen x2 WHERE {scope x2} AND x2.note = n2.id AND x2.staff = s2.id AND x2.note_version = n2.version), ''),
       coalesce((SELECT max(y2.seen_at) FROM act_note_seen y2 WHERE {scope y2} AND y2.note = n2.id AND y2.staff = s2.id), '')
  FROM act_note n2 JOIN caseload cl ON cl.pupil = n2.pupil JOIN staff s2 ON s2.id = cl.staff
 WHERE {scope n2} AND {scope cl} AND {scope s2} AND ($1 = '' OR n2.id = $1) AND n2."until" >= $2 AND n2.who = 'all'
   AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
ORDER BY 3, 2, 1;

-- name: act_note_list(today text) -> id, pupil, first, last, form   scope: CAMPUS   tier: T2
-- Notes not over, those that end first first; then those over in the last eight weeks are asked for by their own list.
SELECT n.id, n.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname, ''),
       coalesce((SELECT min(e.form) FROM enrolment e WHERE {scope e} AND e.pupil = n.pupil AND e."until" IS NULL), '')
  FROM act_note n JOIN pupil p ON p.id = n.pupil WHERE {scope n} AND {scope p} AND n."until" >= $1 ORDER BY n."until", n.id LIMIT 400;

-- name: act_notes_unseen(staff text, today text) -> id, pupil, first, last, form   scope: PUPIL   tier: T2
-- Notes in force about this person's children whose present version they have not seen.
SELECT n.id, n.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname, ''),
       coalesce((SELECT min(e.form) FROM enrolment e WHERE {scope e} AND e.pupil = n.pupil AND e."until" IS NULL), '')
  FROM act_note n JOIN pupil p ON p.id = n.pupil
 WHERE {scope n} AND {scope p} AND n."from" <= $2 AND n."until" >= $2 AND (n.pupil IN
       (SELECT cm.pupil FROM class_member cm JOIN teaching t ON t.class = cm.class
         WHERE {scope cm} AND {scope t} AND t.staff = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
           AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2))
   OR (n.who = 'all' AND n.pupil IN
       (SELECT cl.pupil FROM caseload cl WHERE {scope cl} AND cl.staff = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2))))
   AND NOT EXISTS (SELECT 1 FROM act_note_seen x WHERE {scope x} AND x.note = n.id AND x.staff = $1 AND x.note_version = n.version)
 ORDER BY n."until", p.known_surname_fold, n.id LIMIT 60;

-- name: readings_mine(account text, staff text, today text) -> id, title, kind, due_on, edition, has_question, read_at   scope: CAMPUS   tier: T2
-- What this person is asked to read, with when they read the edition that stands now.
SELECT r.id, r.title, r.kind, coalesce(r.due_on, ''), r.edition, CASE WHEN r.question IS NULL THEN 0 ELSE 1 END,
       coalesce((SELECT max(c.read_at) FROM receipt c WHERE {scope c} AND c.reading = r.id AND c.edition = r.edition AND c.account = $1), '')
  FROM reading r WHERE {scope r} AND r.state = 'out' AND ((r.whom = 'all' AND $2 <> '')
    OR (r.whom = 'role' AND EXISTS (SELECT 1 FROM role_held h WHERE {scope h} AND h.account = $1 AND h.campus = r.campus AND h."from" <= $3
	AND (h."until" IS NULL OR h."until" >= $3) AND ' ' || coalesce(r.whom_of, '') || ' ' LIKE '% ' || h.role || ' %'))
    OR (r.whom IN ('subject', 'year') AND EXISTS (SELECT 1 FROM teaching t JOIN class k ON k.id = t.class WHERE {scope t} AND {scope k} AND t.staff = $2
	AND t."from" <= $3 AND (t."until" IS NULL OR t."until" >= $3) AND ((r.whom = 'subject' AND k.subject = r.whom_of) OR (r.whom = 'year' AND k.year = r.whom_of)))))
 ORDER BY 7, coalesce(r.due_on, '9999'), r.title_fold, r.id LIMIT 200;

-- name: reading_people(reading text, today text) -> account, name, staff, read_at, earlier   scope: CAMPUS   tier: T2
-- Who is asked to read it, and when they read the edition that stands now, or any.
SELECT a.id, a.name, coalesce(a.staff, ''),
       coalesce((SELECT max(c.read_at) FROM receipt c WHERE {scope c} AND c.reading = r.id AND c.edition = r.edition AND c.account = a.id), ''),
       coalesce((SELECT max(d.read_at) FROM receipt d WHERE {scope d} AND d.reading = r.id AND d.account = a.id), '')
  FROM reading r JOIN account a ON a.state = 'open' WHERE {scope r} AND {scope a} AND r.id = $1
   AND ((r.whom = 'all' AND a.staff IS NOT NULL AND EXISTS (SELECT 1 FROM role_held h0 WHERE {scope h0} AND h0.account = a.id AND h0.campus = r.campus
	AND h0."from" <= $2 AND (h0."until" IS NULL OR h0."until" >= $2)))
    OR (r.whom = 'role' AND EXISTS (SELECT 1 FROM role_held h WHERE {scope h} AND h.account = a.id AND h.campus = r.campus AND h."from" <= $2
	AND (h."until" IS NULL OR h."until" >= $2) AND ' ' || coalesce(r.whom_of, '') || ' ' LIKE '% ' || h.role || ' %'))
    OR (r.whom IN ('subject', 'year') AND EXISTS (SELECT 1 FROM teaching t JOIN class k ON k.id = t.class WHERE {scope t} AND {scope k} AND t.staff = a.staff
	AND k.campus = r.campus AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
	AND ((r.whom = 'subject' AND k.subject = r.whom_of) OR (r.whom = 'year' AND k.year = r.whom_of)))))
 ORDER BY 4, a.name, a.id LIMIT 2000;

-- name: staff_without_account(today text, campus text) -> many   scope: CAMPUS   tier: T2
-- Who works here today and cannot sign in: they are not asked, and somebody must tell them.
SELECT count(*) FROM staff s WHERE {scope s} AND s.campus = $2 AND s."from" <= $1
   AND (s."until" IS NULL OR s."until" >= $1) AND NOT EXISTS (SELECT 1 FROM account a WHERE {scope a} AND a.staff = s.id AND a.state = 'open');

-- name: guidance_subjects(today text) -> kind, name   scope: CAMPUS   tier: T1
-- Subjects and years that are taught today.
SELECT DISTINCT 'subject', k.subject FROM class k WHERE {scope k} AND k.subject IS NOT NULL AND k."from" <= $1 AND (k."until" IS NULL OR k."until" >= $1)
UNION
SELECT DISTINCT 'year', k2.year FROM class k2 WHERE {scope k2} AND k2.year IS NOT NULL AND k2."from" <= $1 AND (k2."until" IS NULL OR k2."until" >= $1)
ORDER BY 1, 2;

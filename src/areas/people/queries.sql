-- Lists of people: who is on roll, who works here, which classes there are.

-- name: on_roll(today text, year text, first text, last text, most int, offset int) -> id, known, surname, year, form, status, since, total   scope: CAMPUS   tier: T1
-- Children whose known name or surname begins with what was typed (folded; $3 to $4), by pages of 50.
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.year, ''), coalesce(e.form, ''),
       e.status, e."from", count(*) OVER ()
  FROM enrolment e JOIN pupil p ON p.id = e.pupil
 WHERE {scope e} AND {scope p} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) AND ($2 = '' OR e.year = $2)
   AND ((p.known_surname_fold >= $3 AND p.known_surname_fold < $4) OR (p.known_as_fold >= $3 AND p.known_as_fold < $4)
        OR (p.known_as_fold || ' ' || p.known_surname_fold >= $3 AND p.known_as_fold || ' ' || p.known_surname_fold < $4))
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT CAST($5 AS INTEGER) OFFSET CAST($6 AS INTEGER);

-- name: roll_moves(since text, today text) -> id, known, surname, year, form, happened, reason   scope: CAMPUS   tier: T1
-- Who left since then.
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.year, ''), coalesce(e.form, ''), e."until",
       coalesce(e.leaving_reason, '')
  FROM enrolment e JOIN pupil p ON p.id = e.pupil
 WHERE {scope e} AND {scope p} AND e."until" >= $1 AND e."until" < $2
   AND NOT EXISTS (SELECT 1 FROM enrolment e2 WHERE {scope e2} AND e2.pupil = e.pupil AND e2."from" > e."until")
 ORDER BY e."until" DESC, p.known_surname_fold, p.known_as_fold, e.id LIMIT 200;

-- name: same_child(surname text, dob text, upn text) -> id, known, surname   scope: CAMPUS   tier: T1
-- Somebody who may be the child being added.
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname) FROM pupil p
 WHERE {scope p} AND ((p.surname_fold = $1 AND p.dob = $2) OR (p.upn = $3 AND $3 <> '')) ORDER BY p.id LIMIT 5;

-- name: class_list(today text) -> id, name, kind, subject, year, room, children, teachers   scope: CAMPUS   tier: T1
SELECT k.id, k.name, k.kind, coalesce(k.subject, ''), coalesce(k.year, ''), coalesce(k.room, ''),
       (SELECT count(*) FROM class_member cm WHERE {scope cm} AND cm.class = k.id AND cm."from" <= $1 AND (cm."until" IS NULL OR cm."until" >= $1)),
       (SELECT count(*) FROM teaching t WHERE {scope t} AND t.class = k.id AND t."from" <= $1 AND (t."until" IS NULL OR t."until" >= $1))
  FROM class k WHERE {scope k} AND k."from" <= $1 AND (k."until" IS NULL OR k."until" >= $1)
 ORDER BY k.kind, length(coalesce(k.year, '')), k.name_fold, k.id LIMIT 2000;

-- name: class_people(class text, today text) -> kind, row, who, name   scope: CAMPUS   tier: T1
SELECT 'child', cm.id, p.id, trim(coalesce(p.known_as, p.forename, '') || ' ' || coalesce(p.known_surname, p.surname))
  FROM class_member cm JOIN pupil p ON p.id = cm.pupil
 WHERE {scope cm} AND {scope p} AND cm.class = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
UNION ALL
SELECT 'teacher', t.id, s.id, trim(coalesce(s.forename, '') || ' ' || s.surname)
  FROM teaching t JOIN staff s ON s.id = t.staff
 WHERE {scope t} AND {scope s} AND t.class = $1 AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
ORDER BY 1 DESC, 4, 2;

-- name: staff_choice(today text) -> id, name   scope: CAMPUS   tier: T1
SELECT s.id, trim(s.surname || ', ' || coalesce(s.forename, '')) FROM staff s
 WHERE {scope s} AND (s."until" IS NULL OR s."until" >= $1) ORDER BY s.surname_fold, s.forename_fold, s.id;

-- name: same_as(pupil text) -> id, known, surname, dob, upn   scope: CAMPUS   tier: T1
-- Who may be the same child: a number in common, or a birthday and one of the names.
SELECT o.id, coalesce(o.known_as, o.forename, ''), coalesce(o.known_surname, o.surname), coalesce(o.dob, ''), coalesce(o.upn, '')
  FROM pupil p JOIN pupil o ON o.campus = p.campus AND o.id <> p.id
 WHERE {scope p} AND {scope o} AND p.id = $1
   AND (o.upn IN (p.upn, p.former_upn) OR o.former_upn = p.upn OR o.uln = p.uln OR o.mis_id = p.mis_id
        OR (o.dob = p.dob AND (o.surname_fold = p.surname_fold OR o.known_surname_fold = p.known_surname_fold
            OR o.forename_fold = p.forename_fold OR o.known_as_fold = p.known_as_fold)))
 ORDER BY o.known_surname_fold, o.known_as_fold, o.id LIMIT 20;

-- name: held_twice() -> id, known, surname, other, other_known, other_surname, dob, why, here   scope: CAMPUS   tier: T1
-- Pairs of records that look like one child: a number in common, or the same birthday and surname. Twins have different forenames.
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), o.id, coalesce(o.known_as, o.forename, ''),
       coalesce(o.known_surname, o.surname), coalesce(p.dob, ''), 'upn',
       (SELECT count(*) FROM enrolment e WHERE {scope e} AND e.pupil = p.id AND e."until" IS NULL)
  FROM pupil p JOIN pupil o ON o.campus = p.campus AND o.upn = p.upn AND o.id > p.id
 WHERE {scope p} AND {scope o} AND p.upn IS NOT NULL
UNION ALL
SELECT p2.id, coalesce(p2.known_as, p2.forename, ''), coalesce(p2.known_surname, p2.surname), o2.id, coalesce(o2.known_as, o2.forename, ''),
       coalesce(o2.known_surname, o2.surname), coalesce(p2.dob, ''), 'name',
       (SELECT count(*) FROM enrolment e2 WHERE {scope e2} AND e2.pupil = p2.id AND e2."until" IS NULL)
  FROM pupil p2 JOIN pupil o2 ON o2.campus = p2.campus AND o2.dob = p2.dob AND o2.id > p2.id
 WHERE {scope p2} AND {scope o2} AND (o2.forename_fold = p2.forename_fold OR o2.known_as_fold = p2.known_as_fold)
   AND (o2.surname_fold = p2.surname_fold OR o2.known_surname_fold = p2.known_surname_fold) AND (o2.upn IS NULL OR p2.upn IS NULL OR o2.upn <> p2.upn)
 ORDER BY 3, 2, 1, 4 LIMIT 200;

-- name: running(pupil text, today text) -> kind, what, id, since   scope: PUPIL   tier: T2
-- What a child has one of at a time: two of a kind are left over where two records were joined.
SELECT 'plan', pt.name, pl.id, coalesce(pl."from", '') FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type
 WHERE {scope pl} AND {scope pt} AND pl.pupil = $1 AND pl.state NOT IN ('signed', 'ended') AND (pl."until" IS NULL OR pl."until" >= $2)
UNION ALL
SELECT 'round', '', r.id, r.opened_on FROM ask_round r WHERE {scope r} AND r.pupil = $1 AND r.closed_on IS NULL
UNION ALL
SELECT 'worry', '', w.id, w.raised_on FROM worry w WHERE {scope w} AND w.pupil = $1 AND w.state = 'new'
UNION ALL
SELECT 'roll', '', e.id, e."from" FROM enrolment e
 WHERE {scope e} AND e.pupil = $1 AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
UNION ALL
SELECT 'status', '', s.id, s."from" FROM register_status s
 WHERE {scope s} AND s.pupil = $1 AND s."from" <= $2 AND (s."until" IS NULL OR s."until" >= $2)
UNION ALL
SELECT 'contact', trim(coalesce(c.forename, '') || ' ' || coalesce(c.surname, '')), c.id, coalesce(c."from", '') FROM contact c
 WHERE {scope c} AND c.pupil = $1 AND (c."from" IS NULL OR c."from" <= $2) AND (c."until" IS NULL OR c."until" >= $2)
ORDER BY 1, 2, 4, 3;

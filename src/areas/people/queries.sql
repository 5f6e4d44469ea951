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

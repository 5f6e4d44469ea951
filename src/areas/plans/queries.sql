-- The questions of plans: who a child is, who is on which step, what worked.

-- name: plan_child(pupil text, today text) -> kind, code, detail   scope: PUPIL   tier: T2
-- Year and form today; status today; the last day, if that is past.
SELECT 'roll', coalesce(e.year, ''), coalesce(e.form, '') FROM enrolment e
 WHERE {scope e} AND e.pupil = $1 AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
UNION ALL
SELECT 'status', rs.provision, rs."from" FROM register_status rs
 WHERE {scope rs} AND rs.pupil = $1 AND rs.provision IN ('K', 'E') AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2)
UNION ALL
SELECT 'was', '', max(x."until") FROM enrolment x WHERE {scope x} AND x.pupil = $1 AND x."until" < $2
ORDER BY 1, 2, 3;

-- name: plan_chain(pupil text) -> id, type, number, state, began, review_on, ended, signed_on, decision, type_name, type_code, steps, sheet   scope: PUPIL   tier: T2
-- A child's plans, newest first.
SELECT pl.id, pl.plan_type, pl.number, pl.state, pl."from", pl.review_on, pl."until", pl.signed_on, pl.decision, pt.name, pt.code, pt.steps, pt.sheet
  FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type
 WHERE {scope pl} AND {scope pt} AND pl.pupil = $1
 ORDER BY CASE WHEN pl.state IN ('signed', 'ended') THEN 1 ELSE 0 END, coalesce(pl."until", '9999') DESC, pl.number DESC, pl.id DESC;

-- name: plan_helped(need text) -> bank, text, need, uses, helped   scope: CAMPUS   tier: T2
-- The bank, with how often each was used in a signed plan and helped.
SELECT b.id, b.text, coalesce(b.need, ''),
 (SELECT count(*) FROM strategy_use u1 WHERE {scope u1} AND u1.bank = b.id AND u1.helped IN ('yes', 'partly', 'no')),
 (SELECT count(*) FROM strategy_use u2 WHERE {scope u2} AND u2.bank = b.id AND u2.helped IN ('yes', 'partly'))
  FROM strategy_bank b
 WHERE {scope b} AND b."until" IS NULL AND ($1 = '' OR b.need = $1)
 ORDER BY 3, 5 DESC, 2, 1;

-- name: plans_running(today text, pupil_class text, staff text, support text)
-- -> plan, pupil, known_as, known_surname, form, number, state, began, review_on, version, sessions, targets, reviewed
-- scope: CAMPUS   tier: T2
-- Cycles in do or review, by class, keyworker or support group; empty: all that this person comes to.
SELECT pl.id, pl.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), pl.number, pl.state, pl."from", pl.review_on,
 pl.version,
 (SELECT max(v1.sessions) FROM provision_line v1 WHERE {scope v1} AND v1.pupil = pl.pupil AND v1."from" <= $1 AND (v1."until" IS NULL OR v1."until" >= pl."from")
	AND ($4 = '' OR v1.name = $4)),
 (SELECT count(*) FROM target t1 WHERE {scope t1} AND t1.plan = pl.id),
 (SELECT count(DISTINCT r1.target) FROM target_review r1 WHERE {scope r1} AND r1.plan = pl.id AND r1.next_step IS NOT NULL)
  FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type JOIN pupil p ON p.id = pl.pupil
  LEFT JOIN enrolment e ON e.pupil = pl.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope pl} AND {scope pt} AND {scope p} AND pl.state IN ('do', 'review') AND pt.steps = 1 AND p.alias_of IS NULL
   AND ($2 = '' OR EXISTS (SELECT 1 FROM class_member cm WHERE {scope cm} AND cm.class = $2 AND cm.pupil = pl.pupil AND cm."from" <= $1
	AND (cm."until" IS NULL OR cm."until" >= $1)))
   AND ($3 = '' OR EXISTS (SELECT 1 FROM caseload cl WHERE {scope cl} AND cl.staff = $3 AND cl.pupil = pl.pupil AND cl."from" <= $1
	AND (cl."until" IS NULL OR cl."until" >= $1)))
   AND ($4 = '' OR EXISTS (SELECT 1 FROM provision_line v2 WHERE {scope v2} AND v2.name = $4 AND v2.pupil = pl.pupil AND v2."from" <= $1
	AND (v2."until" IS NULL OR v2."until" >= pl."from")))
 ORDER BY p.known_surname_fold, p.known_as_fold, pl.id LIMIT 200;

-- name: plan_groups(today text) -> kind, id, name   scope: CAMPUS   tier: T2
-- By what children may be reviewed together: classes, keyworkers and groups of support with a cycle running.
SELECT DISTINCT 'class', c.id, c.name FROM plan pl JOIN class_member cm ON cm.pupil = pl.pupil JOIN class c ON c.id = cm.class
 WHERE {scope pl} AND {scope cm} AND {scope c} AND pl.state IN ('do', 'review') AND cm."from" <= $1 AND (cm."until" IS NULL OR cm."until" >= $1)
UNION ALL
SELECT DISTINCT 'staff', s.id, trim(s.surname || ', ' || coalesce(s.forename, '')) FROM plan p2 JOIN caseload cl ON cl.pupil = p2.pupil
  JOIN staff s ON s.id = cl.staff
 WHERE {scope p2} AND {scope cl} AND {scope s} AND p2.state IN ('do', 'review') AND cl."from" <= $1 AND (cl."until" IS NULL OR cl."until" >= $1)
UNION ALL
SELECT DISTINCT 'support', v.name, v.name FROM plan p3 JOIN provision_line v ON v.pupil = p3.pupil
 WHERE {scope p3} AND {scope v} AND p3.state IN ('do', 'review') AND v."from" <= $1 AND (v."until" IS NULL OR v."until" >= p3."from")
ORDER BY 1, 3, 2;

-- name: plans_to_review(until text) -> plan, pupil, known_as, known_surname, form, number, state, review_on   scope: CAMPUS   tier: T2
-- Cycles whose review is due by a day, the nearest first.
SELECT pl.id, pl.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce((SELECT min(e.form) FROM enrolment e WHERE {scope e}
	AND e.pupil = pl.pupil AND e."until" IS NULL), ''), pl.number, pl.state, pl.review_on
  FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type JOIN pupil p ON p.id = pl.pupil
 WHERE {scope pl} AND {scope pt} AND {scope p} AND pt.steps = 1 AND pl.state IN ('do', 'review') AND pl.review_on <= $1 AND p.alias_of IS NULL
 ORDER BY pl.review_on, p.known_surname_fold, p.known_as_fold, pl.id LIMIT 200;

-- name: plans_wanting(today text) -> pupil, known_as, known_surname, form, since   scope: CAMPUS   tier: T2
-- On SEN Support without a cycle that is not over.
SELECT p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), rs."from"
  FROM register_status rs JOIN pupil p ON p.id = rs.pupil JOIN enrolment e ON e.pupil = rs.pupil
 WHERE {scope rs} AND {scope p} AND {scope e} AND rs.provision = 'K' AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
   AND e.status <> 'X' AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) AND p.alias_of IS NULL
   AND NOT EXISTS (SELECT 1 FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type WHERE {scope pl} AND {scope pt} AND pl.pupil = rs.pupil
	AND pt.steps = 1 AND pl.state NOT IN ('signed', 'ended'))
 ORDER BY rs."from", p.known_surname_fold, p.id LIMIT 400;

-- name: plans_left(today text) -> plan, pupil, known_as, known_surname, left_on   scope: CAMPUS   tier: T2
-- Plans that run for children who are on roll no longer: they are ended, with what the next school needs.
SELECT pl.id, p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''),
 (SELECT max(e1."until") FROM enrolment e1 WHERE {scope e1} AND e1.pupil = pl.pupil)
  FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type JOIN pupil p ON p.id = pl.pupil
 WHERE {scope pl} AND {scope pt} AND {scope p} AND pt.steps = 1 AND pl.state IN ('assess', 'plan', 'do', 'review')
   AND NOT EXISTS (SELECT 1 FROM enrolment e2 WHERE {scope e2} AND e2.pupil = pl.pupil AND (e2."until" IS NULL OR e2."until" >= $1))
   AND EXISTS (SELECT 1 FROM enrolment e3 WHERE {scope e3} AND e3.pupil = pl.pupil)
 ORDER BY 5 DESC, p.known_surname_fold, pl.id LIMIT 50;

-- name: plans_grown(born text) -> plan, pupil, known_as, known_surname, dob, began   scope: CAMPUS   tier: T2
-- Plans that run for children born by a day: those who become young people soon, or did while the plan ran.
SELECT pl.id, p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), p.dob, coalesce(pl."from", '')
  FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type JOIN pupil p ON p.id = pl.pupil
 WHERE {scope pl} AND {scope pt} AND {scope p} AND pt.steps = 1 AND pl.state IN ('assess', 'plan', 'do', 'review') AND p.dob <= $1
 ORDER BY p.dob, p.known_surname_fold, pl.id LIMIT 200;

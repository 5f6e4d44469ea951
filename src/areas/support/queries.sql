-- The questions of support: worries, rounds of asking, what is known beside them.

-- name: worry_children(staff text, today text) -> pupil, first, last, form   scope: PUPIL   tier: T1
-- Children whom this member of staff teaches or looks after: they are offered first.
SELECT p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, '')
  FROM pupil p LEFT JOIN enrolment e ON e.pupil = p.id AND {scope e} AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
 WHERE {scope p} AND p.alias_of IS NULL AND p.id IN
       (SELECT cm.pupil FROM teaching t JOIN class_member cm ON cm.class = t.class
         WHERE {scope t} AND {scope cm} AND t.staff = $1 AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
           AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
        UNION SELECT cl.pupil FROM caseload cl WHERE {scope cl} AND cl.staff = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2))
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 400;

-- name: worry_find(words text, form text, today text) -> pupil, first, last, form   scope: CAMPUS   tier: T1
-- Children on roll by parts of their names, folded: "%word%".
SELECT p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, '')
  FROM pupil p JOIN enrolment e ON e.pupil = p.id
 WHERE {scope p} AND {scope e} AND p.alias_of IS NULL AND e."from" <= $3 AND (e."until" IS NULL OR e."until" >= $3)
   AND ' ' || coalesce(p.known_as_fold, '') || ' ' || coalesce(p.known_surname_fold, '') || ' ' || coalesce(p.known_as_fold, '') LIKE $1
   AND ($2 = '' OR e.form_fold = $2)
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 20;

-- name: worry_queue(today text)
-- -> id, pupil, first, last, year, form, hard, state, raised_on, raised_by, status, watched, attendance, earlier, test, score, asked, answered, round, watch_until, to_find, found_out, waits
-- scope: CAMPUS   tier: T2
-- What waits for the SENCO, oldest first, with what else is known beside it. A watch that ran out, or that nobody keeps any more without having
-- decided it, and a plan that nobody began bring their worry back by themselves; the ones that want a decision have 1 under waits.
SELECT w.id, w.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.year, ''), coalesce(e.form, ''), w.hard, w.state,
       w.raised_on, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(rs.provision, ''),
       (SELECT count(*) FROM watch wa WHERE {scope wa} AND wa.pupil = w.pupil AND wa.decided_on IS NULL),
       (SELECT t.per_mille FROM attendance_summary t WHERE {scope t} AND t.pupil = w.pupil AND t.per_mille IS NOT NULL ORDER BY t."until" DESC, t.id LIMIT 1),
       (SELECT count(*) FROM worry w2 WHERE {scope w2} AND w2.pupil = w.pupil AND (w2.raised_on < w.raised_on OR (w2.raised_on = w.raised_on AND w2.id < w.id))),
       (SELECT a1.test FROM assessment a1 WHERE {scope a1} AND a1.pupil = w.pupil AND a1.score IS NOT NULL ORDER BY a1.taken_on DESC, a1.id LIMIT 1),
       (SELECT a2.score FROM assessment a2 WHERE {scope a2} AND a2.pupil = w.pupil AND a2.score IS NOT NULL ORDER BY a2.taken_on DESC, a2.id LIMIT 1),
       (SELECT count(*) FROM ask k1 WHERE {scope k1} AND k1.round = w.round AND (k1.answered_on IS NOT NULL OR k1.no_reason IS NULL)),
       (SELECT count(*) FROM ask k2 WHERE {scope k2} AND k2.round = w.round AND k2.answered_on IS NOT NULL),
       coalesce(w.round, ''),
       (SELECT max(wu.expires_on) FROM watch wu WHERE {scope wu} AND wu.pupil = w.pupil AND wu.decided_on IS NULL AND wu."from" >= w.decided_on),
       (SELECT count(*) FROM assessment_plan ap1 WHERE {scope ap1} AND ap1.worry = w.id AND ap1.done_on IS NULL),
       (SELECT count(*) FROM assessment_plan ap2 WHERE {scope ap2} AND ap2.worry = w.id AND ap2.done_on IS NOT NULL),
       CASE WHEN w.state IN ('new', 'watching') THEN 1 ELSE 0 END
  FROM worry w JOIN pupil p ON p.id = w.pupil
  LEFT JOIN enrolment e ON e.pupil = w.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
  LEFT JOIN staff s ON s.id = w.raised_by AND {scope s}
  LEFT JOIN register_status rs ON rs.pupil = w.pupil AND {scope rs} AND rs.provision IN ('K', 'E') AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
 WHERE {scope w} AND {scope p} AND (w.state IN ('new', 'asking', 'assessing')
   OR (w.state = 'watching' AND NOT EXISTS (SELECT 1 FROM watch wk WHERE {scope wk} AND wk.pupil = w.pupil AND wk."from" >= w.decided_on
	AND (wk.decision <> 'extend' OR (wk.decided_on IS NULL AND wk.expires_on > $1))))
   OR (w.state = 'cycle' AND NOT EXISTS (SELECT 1 FROM register_status ro WHERE {scope ro} AND ro.pupil = w.pupil AND ro.provision IN ('K', 'E')
	AND ro."from" >= w.decided_on) AND NOT EXISTS (SELECT 1 FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type WHERE {scope pl} AND {scope pt}
	AND pl.pupil = w.pupil AND pt.code <> 'profile' AND (pl.worry = w.id OR pl."from" >= w.decided_on OR pl."until" IS NULL OR pl."until" >= $1))))
 ORDER BY CASE WHEN w.state IN ('new', 'watching') THEN 0 ELSE 1 END, w.raised_on, w.id LIMIT 200;

-- name: worry_counts(today text) -> waiting, oldest   scope: CAMPUS   tier: T2
-- New ones, and those whose watch ran out or is kept no more.
SELECT count(*), min(w.raised_on) FROM worry w WHERE {scope w} AND (w.state = 'new'
   OR (w.state = 'watching' AND NOT EXISTS (SELECT 1 FROM watch wk WHERE {scope wk} AND wk.pupil = w.pupil AND wk."from" >= w.decided_on
	AND (wk.decision <> 'extend' OR (wk.decided_on IS NULL AND wk.expires_on > $1)))));

-- name: worry_stands(staff text, worry text, since text)
-- -> id, pupil, first, last, hard, state, raised_on, decided_on, watch_until, watch_ended, round_closed, planned
-- scope: CAMPUS   tier: T2
-- Worries, and what became of each as far as this person may know: those that $1 raised, the one $2, those decided since $3; '' asks nothing.
SELECT w.id, w.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), w.hard, w.state, w.raised_on, coalesce(w.decided_on, ''),
       (SELECT max(w1.expires_on) FROM watch w1 WHERE {scope w1} AND w1.pupil = w.pupil AND w1.decided_on IS NULL AND w1."from" >= w.decided_on),
       (SELECT w2.decision FROM watch w2 WHERE {scope w2} AND w2.pupil = w.pupil AND w2.decision <> 'extend' AND w2."from" >= w.decided_on
	 ORDER BY w2.decided_on DESC, w2.id LIMIT 1),
       (SELECT r.closed_on FROM ask_round r WHERE {scope r} AND r.id = w.round),
       (SELECT min(pl."from") FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type
	 WHERE {scope pl} AND {scope pt} AND pl.pupil = w.pupil AND pt.code <> 'profile' AND (pl.worry = w.id OR pl."from" >= w.decided_on))
  FROM worry w JOIN pupil p ON p.id = w.pupil
 WHERE {scope w} AND {scope p} AND ($1 = '' OR w.raised_by = $1) AND ($2 = '' OR w.id = $2) AND ($3 = '' OR w.decided_on >= $3)
 ORDER BY CASE WHEN $3 = '' THEN w.raised_on ELSE w.decided_on END DESC, w.id DESC LIMIT 100;

-- name: beside_child(pupil text, today text) -> kind, what, detail, happened   scope: PUPIL   tier: T2
-- What else is known of a child whom somebody worries about.
SELECT 'status', rs.provision, '', rs."from" FROM register_status rs
 WHERE {scope rs} AND rs.pupil = $1 AND rs.provision IN ('K', 'E') AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2)
UNION ALL
SELECT 'watch', '', wa.expires_on, wa."from" FROM watch wa WHERE {scope wa} AND wa.pupil = $1 AND wa.decided_on IS NULL
UNION ALL
SELECT 'need', n.type, '', n."from" FROM need n WHERE {scope n} AND n.pupil = $1 AND n."from" <= $2 AND (n."until" IS NULL OR n."until" >= $2)
UNION ALL
SELECT 'attendance', '', CAST(t.per_mille AS TEXT), t."until" FROM attendance_summary t WHERE {scope t} AND t.pupil = $1 AND t.per_mille IS NOT NULL
UNION ALL
SELECT 'score', a.test, coalesce(CAST(a.score AS TEXT), ''), a.taken_on FROM assessment a WHERE {scope a} AND a.pupil = $1
UNION ALL
SELECT 'worry', w.hard, w.state, w.raised_on FROM worry w WHERE {scope w} AND w.pupil = $1
UNION ALL
SELECT 'support', pl.name, pl.wave, pl."from" FROM provision_line pl
 WHERE {scope pl} AND pl.pupil = $1 AND pl."from" <= $2 AND (pl."until" IS NULL OR pl."until" >= $2)
ORDER BY 1, 4 DESC, 2;

-- name: question_bank(area text, phase text, today text) -> id, text, kind, area   scope: CAMPUS   tier: T0
-- Questions in force about an area, and those about any need, that suit an age.
SELECT q.id, q.text, q.kind, q.area FROM question q
 WHERE {scope q} AND q.area IN ($1, 'general') AND q.who IS NULL AND q.phase IN ($2, 'any') AND q."from" <= $3 AND (q."until" IS NULL OR q."until" >= $3)
 ORDER BY q.place, q.id;

-- name: question_count() -> many   scope: CAMPUS   tier: T0
SELECT count(*) FROM question q WHERE {scope q} AND q.who IS NULL;

-- name: who_teaches(pupil text, today text) -> staff, name, subject, class, kind   scope: PUPIL   tier: T1
SELECT s.id, trim(coalesce(s.forename, '') || ' ' || s.surname), coalesce(k.subject, ''), k.name, k.kind
  FROM class_member cm JOIN class k ON k.id = cm.class JOIN teaching t ON t.class = k.id JOIN staff s ON s.id = t.staff
 WHERE {scope cm} AND {scope k} AND {scope t} AND {scope s} AND cm.pupil = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
   AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
UNION
SELECT s2.id, trim(coalesce(s2.forename, '') || ' ' || s2.surname), '', cl.kind, 'caseload' FROM caseload cl JOIN staff s2 ON s2.id = cl.staff
 WHERE {scope cl} AND {scope s2} AND cl.pupil = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
ORDER BY 2, 1, 5 DESC, 3, 4;

-- name: asks_mine(staff text) -> id, pupil, first, last, asked_on, due_on, chased_on, answered_on, closed_on, questions, subject   scope: SELF   tier: T2
SELECT k.id, k.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), k.asked_on, k.due_on, coalesce(k.chased_on, ''),
       coalesce(k.answered_on, ''), coalesce(k.closed_on, ''), coalesce(k.questions, ''), coalesce(k.subject, '')
  FROM ask k JOIN pupil p ON p.id = k.pupil
 WHERE {scope k} AND {scope p} AND k.staff = $1 ORDER BY k.due_on, k.id LIMIT 200;

-- name: round_asks(round text) -> id, staff, name, subject, asked_on, due_on, chased_on, answered_on, no_reason, address, until
-- scope: CAMPUS   tier: T2
SELECT k.id, k.staff, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(k.subject, ''), k.asked_on, k.due_on,
       coalesce(k.chased_on, ''), coalesce(k.answered_on, ''), coalesce(k.no_reason, ''), CASE WHEN s.email LIKE '%@%' THEN 1 ELSE 0 END, s."until"
  FROM ask k LEFT JOIN staff s ON s.id = k.staff AND {scope s} WHERE {scope k} AND k.round = $1 ORDER BY k.subject, s.surname_fold, k.id LIMIT 60;

-- name: round_told(round text) -> ask, told_on, state   scope: CAMPUS   tier: T2
-- E-mails to those asked in a round, oldest first.
SELECT m.why_id, substr(m.queued_at, 1, 10), m.state FROM message m JOIN ask k ON k.id = m.why_id
 WHERE {scope m} AND {scope k} AND m.why_record = 'ask' AND k.round = $1 ORDER BY m.queued_at, m.id LIMIT 400;

-- name: child_asks(pupil text) -> id, round, name, subject, answered_on   scope: PUPIL   tier: T2
SELECT k.id, coalesce(k.round, ''), trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(k.subject, ''), coalesce(k.answered_on, '')
  FROM ask k LEFT JOIN staff s ON s.id = k.staff AND {scope s} WHERE {scope k} AND k.pupil = $1 ORDER BY k.asked_on, k.subject, k.id LIMIT 2000;

-- name: rounds_open(today text) -> id, pupil, first, last, form, opened_on, due_on, asked, answered   scope: CAMPUS   tier: T2
SELECT r.id, r.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), r.opened_on, r.due_on,
       (SELECT count(*) FROM ask k1 WHERE {scope k1} AND k1.round = r.id AND (k1.answered_on IS NOT NULL OR k1.no_reason IS NULL)),
       (SELECT count(*) FROM ask k2 WHERE {scope k2} AND k2.round = r.id AND k2.answered_on IS NOT NULL)
  FROM ask_round r JOIN pupil p ON p.id = r.pupil
  LEFT JOIN enrolment e ON e.pupil = r.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope r} AND {scope p} AND r.closed_on IS NULL ORDER BY r.due_on, r.id LIMIT 100;

-- name: asks_late(today text, week_ago text, most text) -> id, gone   scope: GROUP   tier: T2
-- To be asked again: not answered by the day, and so often at most; and those asked who no longer work here.
SELECT k.id, CASE WHEN s."until" < $1 THEN 1 ELSE 0 END FROM ask k JOIN staff s ON s.id = k.staff
 WHERE {scope k} AND {scope s} AND k.answered_on IS NULL AND k.no_reason IS NULL AND k.closed_on IS NULL
   AND (s."until" < $1 OR (k.due_on <= $1 AND (k.chased_on IS NULL OR k.chased_on <= $2) AND coalesce(k.chases, 0) < CAST($3 AS INTEGER)))
 ORDER BY k.campus, k.due_on, k.id LIMIT 500;

-- name: child_areas(pupil text, today text) -> type, area, scheme, basis   scope: PUPIL   tier: T2
-- The areas that a child's needs lie in, by every grouping in force.
SELECT n.type, a.name, a.scheme, a.basis FROM need n JOIN need_area_type t ON t.type = n.type JOIN need_area a ON a.id = t.area
 WHERE {scope n} AND {scope t} AND {scope a} AND n.pupil = $1 AND n."from" <= $2 AND (n."until" IS NULL OR n."until" >= $2)
   AND a."from" <= $2 AND (a."until" IS NULL OR a."until" >= $2) ORDER BY a.scheme_fold, n.rank, a.place, a.id;

-- name: pathway_children(today text) -> id, first, last, form   scope: CAMPUS   tier: T2
SELECT d.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, '')
  FROM diagnosis_pathway d JOIN pupil p ON p.id = d.pupil
  LEFT JOIN enrolment e ON e.pupil = d.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope d} AND {scope p} AND d.state <> 'outcome' ORDER BY d.referred_on, d.id LIMIT 300;

-- name: assess_queue(today text) -> id, pupil, first, last, form, what, staff, who, specialist, due_on   scope: CAMPUS   tier: T2
SELECT ap.id, ap.pupil, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), ap.what,
       trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(ap.who, ''), coalesce(ap.specialist, 0), ap.due_on
  FROM assessment_plan ap JOIN pupil p ON p.id = ap.pupil
  LEFT JOIN enrolment e ON e.pupil = ap.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
  LEFT JOIN staff s ON s.id = ap.staff AND {scope s}
 WHERE {scope ap} AND {scope p} AND ap.done_on IS NULL ORDER BY ap.due_on, p.known_surname_fold, ap.id LIMIT 200;

-- name: assess_gaps(today text, year_ago text) -> pupil, first, last, form, provision, last_test, untyped   scope: CAMPUS   tier: T2
-- Children with support of whom no test was taken for a year, or whose type of need nobody has assessed, and nothing is asked for.
SELECT p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), rs.provision,
       (SELECT max(a.taken_on) FROM assessment a WHERE {scope a} AND a.pupil = p.id),
       (SELECT count(*) FROM need n WHERE {scope n} AND n.pupil = p.id AND n.type = 'NSA' AND n."from" <= $1 AND (n."until" IS NULL OR n."until" >= $1))
  FROM register_status rs JOIN pupil p ON p.id = rs.pupil JOIN enrolment e ON e.pupil = p.id
 WHERE {scope rs} AND {scope p} AND {scope e} AND rs.provision IN ('K', 'E') AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
   AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
   AND (NOT EXISTS (SELECT 1 FROM assessment a2 WHERE {scope a2} AND a2.pupil = p.id AND a2.taken_on >= $2)
        OR EXISTS (SELECT 1 FROM need n2 WHERE {scope n2} AND n2.pupil = p.id AND n2.type = 'NSA' AND n2."from" <= $1 AND (n2."until" IS NULL OR n2."until" >= $1)))
   AND NOT EXISTS (SELECT 1 FROM assessment_plan ap WHERE {scope ap} AND ap.pupil = p.id AND ap.done_on IS NULL)
 ORDER BY 6, p.known_surname_fold, p.id LIMIT 200;

-- name: pipeline(today text, since text)
-- -> pupil, first, last, form, year, sex, pp, need, raised, looked, state, assessed, status, watched, plan, help, review, owner, answered
-- scope: CAMPUS   tier: T2
-- Each child with a worry in the last year: the first of them, and the day of the record that proves each step after it.
SELECT p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), coalesce(e.year, ''), coalesce(p.sex, ''),
       (SELECT count(*) FROM pupil_flag pf WHERE {scope pf} AND pf.pupil = p.id AND pf.code = 'PP' AND (pf."until" IS NULL OR pf."until" >= $1)),
       (SELECT min(CAST(n.rank AS TEXT) || n.type) FROM need n WHERE {scope n} AND n.pupil = p.id AND (n."until" IS NULL OR n."until" >= $1)),
       w.raised_on, coalesce(w.decided_on, ''), w.state,
       (SELECT min(x.done) FROM (
	SELECT a.taken_on AS done FROM assessment a WHERE {scope a} AND a.pupil = w.pupil AND a.taken_on >= w.raised_on
	UNION ALL SELECT ap.done_on FROM assessment_plan ap WHERE {scope ap} AND ap.pupil = w.pupil AND ap.done_on >= w.raised_on
	UNION ALL SELECT r.closed_on FROM ask_round r WHERE {scope r} AND r.pupil = w.pupil AND r.closed_on >= w.raised_on) x),
       (SELECT min(rs."from") FROM register_status rs WHERE {scope rs} AND rs.pupil = w.pupil AND rs.provision IN ('K', 'E') AND rs."from" >= w.raised_on),
       (SELECT min(wa."from") FROM watch wa WHERE {scope wa} AND wa.pupil = w.pupil AND wa."from" >= w.raised_on),
       (SELECT min(pl."from") FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type
	 WHERE {scope pl} AND {scope pt} AND pl.pupil = w.pupil AND pt.code <> 'profile' AND pl."from" >= w.raised_on AND pl."from" <= $1),
       (SELECT min(v."from") FROM provision_line v WHERE {scope v} AND v.pupil = w.pupil AND v."from" >= w.raised_on AND v."from" <= $1),
       (SELECT min(y.done) FROM (
	SELECT pr.signed_on AS done FROM plan pr WHERE {scope pr} AND pr.pupil = w.pupil AND pr.signed_on >= w.raised_on
	UNION ALL SELECT d.met_on FROM due d WHERE {scope d} AND d.pupil = w.pupil AND d.clock = 'apdr-review' AND d.met_on >= w.raised_on) y),
       trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(w.round, '')
  FROM worry w JOIN pupil p ON p.id = w.pupil JOIN enrolment e ON e.pupil = w.pupil
  LEFT JOIN staff s ON s.id = w.decided_by AND {scope s}
 WHERE {scope w} AND {scope p} AND {scope e} AND p.alias_of IS NULL AND w.raised_on >= $2 AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
   AND NOT EXISTS (SELECT 1 FROM worry w2 WHERE {scope w2} AND w2.pupil = w.pupil AND w2.raised_on >= $2
	AND (w2.raised_on < w.raised_on OR (w2.raised_on = w.raised_on AND w2.id < w.id)))
 ORDER BY w.raised_on, p.id LIMIT 1000;

-- name: own_settings(prefix text, today text) -> name, value   scope: CAMPUS   tier: T1
SELECT se.name, se.value FROM setting se
 WHERE {scope se} AND se.name LIKE $1 AND se."from" <= $2 AND (se."until" IS NULL OR se."until" >= $2) ORDER BY se."from", se.id;

-- name: phase_wanted(today text, year_began text) -> pupil, year   scope: GROUP   tier: T2
-- Children with support in the last year of a phase whose needs nobody was asked to look at this school year.
SELECT p.id, e.year FROM pupil p JOIN enrolment e ON e.pupil = p.id JOIN register_status rs ON rs.pupil = p.id
 WHERE {scope p} AND {scope e} AND {scope rs} AND p.alias_of IS NULL AND e.year IN ('R', '2', '6', '9', '11', '13') AND rs.provision IN ('K', 'E')
   AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
   AND NOT EXISTS (SELECT 1 FROM due d WHERE {scope d} AND d.pupil = p.id AND d.clock = 'phase-needs' AND d.starts_on = $2)
 ORDER BY p.campus, p.id LIMIT 300;

-- name: phase_over(today text, year_began text) -> id   scope: GROUP   tier: T2
-- Such dates still open of another year, or about a child who has left or has no support any more.
SELECT d.id FROM due d WHERE {scope d} AND d.clock = 'phase-needs' AND d.met_on IS NULL AND (d.starts_on < $2
   OR NOT EXISTS (SELECT 1 FROM enrolment e WHERE {scope e} AND e.pupil = d.pupil AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1))
   OR NOT EXISTS (SELECT 1 FROM register_status rs WHERE {scope rs} AND rs.pupil = d.pupil AND rs.provision IN ('K', 'E') AND rs."from" <= $1
	AND (rs."until" IS NULL OR rs."until" >= $1)))
 ORDER BY d.campus, d.id LIMIT 300;

-- name: phase_list(today text) -> pupil, first, last, form, title, due_on, changed   scope: CAMPUS   tier: T2
SELECT p.id, coalesce(p.known_as, ''), coalesce(p.known_surname, ''), coalesce(e.form, ''), d.title, d.due_on,
       (SELECT max(n."from") FROM need n WHERE {scope n} AND n.pupil = p.id AND n."from" <= $1)
  FROM due d JOIN pupil p ON p.id = d.pupil
  LEFT JOIN enrolment e ON e.pupil = p.id AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope d} AND {scope p} AND d.clock = 'phase-needs' AND d.met_on IS NULL ORDER BY CASE WHEN e.year = 'R' THEN 0 ELSE CAST(e.year AS INTEGER) END,
       p.known_surname_fold, p.known_as_fold, p.id LIMIT 300;

-- name: ahead(today text) -> kind, value   scope: CAMPUS   tier: T2
-- For the SENCO's home, in one question: how many wait to be looked at before they change phase; the school's own mark for a long wait;
-- and from when each child waits to be seen about a possible diagnosis.
SELECT 'phase', CAST(count(*) AS TEXT) FROM due d WHERE {scope d} AND d.clock = 'phase-needs' AND d.met_on IS NULL
UNION ALL
SELECT 'wait', dp.referred_on FROM diagnosis_pathway dp
 WHERE {scope dp} AND dp.state <> 'outcome' AND dp.seen_on IS NULL AND dp.outcome_on IS NULL
UNION ALL
SELECT 'weeks', (SELECT se.value FROM setting se
	WHERE {scope se} AND se.name = 'pathway.long-wait' AND se."from" <= $1 AND (se."until" IS NULL OR se."until" >= $1)
	ORDER BY se."from" DESC, se.id LIMIT 1)
ORDER BY 1 DESC;

-- Queries of the child's page and the homes: each shows what its matrix rows show, fields only that every view of the table has.

-- name: child_facts(pupil text, today text) -> kind, code, detail, extra, rank, since, until   scope: PUPIL   tier: T2
-- What the strip and the first panel say, in one go.
-- unscoped: role_held who leads SEND here is told to everybody
-- unscoped: account of the SENCO the name alone
SELECT 'enrolment', e.year, e.form, e.status, 0, e."from", e."until"
  FROM enrolment e WHERE {scope e} AND e.pupil = $1 AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
UNION ALL
SELECT 'status', rs.provision, '', '', 0, rs."from", rs."until"
  FROM register_status rs WHERE {scope rs} AND rs.pupil = $1 AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2)
UNION ALL
SELECT 'watch', '', '', '', 0, w."from", w.expires_on
  FROM watch w WHERE {scope w} AND w.pupil = $1 AND w."from" <= $2 AND (w.decided_on IS NULL OR w.decided_on > $2)
UNION ALL
SELECT 'need', n.type, '', '', n.rank, n."from", n."until"
  FROM need n WHERE {scope n} AND n.pupil = $1 AND n."from" <= $2 AND (n."until" IS NULL OR n."until" >= $2)
UNION ALL
SELECT 'flag', pf.code, '', '', 0, pf."from", pf."until"
  FROM pupil_flag pf WHERE {scope pf} AND pf.pupil = $1 AND pf."from" <= $2 AND (pf."until" IS NULL OR pf."until" >= $2)
UNION ALL
SELECT 'alert', ma.line, ma.action, ma.kept_where, 0, ma."from", ma."until"
  FROM medical_alert ma WHERE {scope ma} AND ma.pupil = $1 AND ma."from" <= $2 AND (ma."until" IS NULL OR ma."until" >= $2)
UNION ALL
SELECT 'attendance', '', '', '', ats.per_mille, ats."from", ats."until"
  FROM attendance_summary ats WHERE {scope ats} AND ats.pupil = $1 AND ats.per_mille IS NOT NULL
UNION ALL
SELECT 'strength', st.text, coalesce(st.source, ''), '', coalesce(st.priority, 99), st."from", st."until"
  FROM strength st WHERE {scope st} AND st.pupil = $1 AND st."from" <= $2 AND (st."until" IS NULL OR st."until" >= $2)
UNION ALL
SELECT 'strategy', sg.kind, sg.text, '', coalesce(sg.priority, 99), sg."from", sg."until"
  FROM strategy sg WHERE {scope sg} AND sg.pupil = $1 AND sg."from" <= $2 AND (sg."until" IS NULL OR sg."until" >= $2)
UNION ALL
SELECT 'works', cl.kind, trim(coalesce(s1.forename, '') || ' ' || s1.surname), coalesce(s1.post, ''), 0, cl."from", cl."until"
  FROM caseload cl JOIN staff s1 ON s1.id = cl.staff
 WHERE {scope cl} AND {scope s1} AND cl.pupil = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
UNION ALL
SELECT 'tutor', k.name, trim(coalesce(s2.forename, '') || ' ' || s2.surname), coalesce(s2.post, ''), 0, t."from", t."until"
  FROM class_member cm JOIN class k ON k.id = cm.class JOIN teaching t ON t.class = k.id JOIN staff s2 ON s2.id = t.staff
 WHERE {scope cm} AND {scope k} AND {scope t} AND {scope s2} AND cm.pupil = $1 AND k.kind = 'form'
   AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2) AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
UNION ALL
SELECT 'senco', '', ac.name, '', 0, rh."from", rh."until"
  FROM pupil p JOIN role_held rh ON rh.campus = p.campus JOIN account ac ON ac.id = rh.account
 WHERE {scope p} AND p.id = $1 AND rh.role = 'senco' AND rh.withdrawn IS NULL AND ac.state = 'open'
   AND rh."from" <= $2 AND (rh."until" IS NULL OR rh."until" >= $2)
ORDER BY 1, 5, 6 DESC, 2, 3;

-- name: child_support(pupil text, today text) -> id, name, wave, who, words, sessions, minutes, group_size, since, until   scope: PUPIL   tier: T2
SELECT pl.id, pl.name, pl.wave, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(pl.staff_words, ''),
       pl.sessions, pl.minutes, pl.group_size, pl."from", pl."until"
  FROM provision_line pl LEFT JOIN staff s ON s.id = pl.staff AND {scope s}
 WHERE {scope pl} AND pl.pupil = $1 AND pl."from" <= $2 AND (pl."until" IS NULL OR pl."until" >= $2)
 ORDER BY CASE pl.wave WHEN 'specialist' THEN 0 WHEN 'targeted' THEN 1 ELSE 2 END, pl.name, pl.id LIMIT 12;

-- name: child_classes(pupil text, today text) -> id, name, kind, subject, who   scope: PUPIL   tier: T1
SELECT k.id, k.name, k.kind, coalesce(k.subject, ''), trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, ''))
  FROM class_member cm JOIN class k ON k.id = cm.class
  LEFT JOIN teaching t ON t.class = k.id AND {scope t} AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
  LEFT JOIN staff s ON s.id = t.staff AND {scope s}
 WHERE {scope cm} AND {scope k} AND cm.pupil = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
 ORDER BY k.kind, k.name_fold, s.surname_fold, k.id LIMIT 60;

-- name: role_holders(today text) -> account, name, staff, role, since, until   scope: CAMPUS   tier: T2
-- Everybody who holds a role here today.
SELECT a.id, a.name, coalesce(a.staff, ''), rh.role, rh."from", rh."until"
  FROM role_held rh JOIN account a ON a.id = rh.account
 WHERE {scope rh} AND {scope a} AND a.state = 'open' AND rh."from" <= $1 AND (rh."until" IS NULL OR rh."until" >= $1)
 ORDER BY rh.role, a.name_fold, a.id LIMIT 500;

-- name: staff_names() -> id, name   scope: CAMPUS   tier: T1
SELECT s.id, trim(coalesce(s.forename, '') || ' ' || s.surname) FROM staff s WHERE {scope s} ORDER BY s.surname_fold, s.forename_fold, s.id;

-- name: child_grants(pupil text, today text) -> account, name, record, purpose, since, until   scope: CAMPUS   tier: T2
SELECT cg.account, a.name, cg.record, cg.purpose, cg."from", cg."until"
  FROM case_grant cg JOIN account a ON a.id = cg.account
 WHERE {scope cg} AND {scope a} AND cg.pupil = $1 AND cg."from" <= $2 AND (cg."until" IS NULL OR cg."until" >= $2)
 ORDER BY a.name_fold, cg.record, cg.id LIMIT 200;

-- name: home_dues(since text, until text, today text, most int) -> id, pupil, first, last, form, provision, title, reason, due, clock, source, source_id, total   scope: CAMPUS   tier: T2
-- Dates not yet met, of children whom this person reaches; the count of all stands in every row.
SELECT d.id, d.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.form, ''),
       coalesce(rs.provision, ''), d.title, coalesce(d.reason, ''), d.due_on, d.clock, coalesce(d.source, ''), coalesce(d.source_id, ''),
       count(*) OVER ()
  FROM due d JOIN pupil p ON p.id = d.pupil
  LEFT JOIN enrolment e ON e.pupil = d.pupil AND {scope e} AND e."from" <= $3 AND (e."until" IS NULL OR e."until" >= $3)
  LEFT JOIN register_status rs ON rs.pupil = d.pupil AND {scope rs} AND rs."from" <= $3 AND (rs."until" IS NULL OR rs."until" >= $3)
 WHERE {scope d} AND {scope p} AND d.met_on IS NULL AND d.exempt_reason IS NULL AND d.due_on >= $1 AND d.due_on <= $2
 ORDER BY d.due_on, p.known_surname_fold, p.known_as_fold, d.id LIMIT CAST($4 AS INTEGER);

-- name: home_next_due(after text) -> due, title   scope: CAMPUS   tier: T2
SELECT d.due_on, d.title FROM due d WHERE {scope d} AND d.met_on IS NULL AND d.exempt_reason IS NULL AND d.due_on > $1 ORDER BY d.due_on, d.id LIMIT 1;

-- name: home_new(since text, today text, most int) -> kind, id, pupil, first, last, form, code, happened, total   scope: CAMPUS   tier: T2
SELECT x.kind, x.id, x.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.form, ''), x.code,
       x.happened, count(*) OVER ()
  FROM (SELECT 'status' AS kind, rs.id AS id, rs.pupil AS pupil, rs.provision AS code, rs."from" AS happened FROM register_status rs
         WHERE {scope rs} AND rs."from" >= $1 AND rs.provision IN ('K', 'E')
        UNION ALL
        SELECT 'watch', w.id, w.pupil, '', w."from" FROM watch w WHERE {scope w} AND w."from" >= $1 AND w.decided_on IS NULL
        UNION ALL
        SELECT 'worry', n.id, n.pupil, n.kind, n.happened_on FROM note n
         WHERE {scope n} AND n.happened_on >= $1 AND n.kind IN ('worry', 'teacher')
        UNION ALL
        SELECT 'joined', en.id, en.pupil, en.year, en."from" FROM enrolment en
         WHERE {scope en} AND en."from" >= $1 AND en."from" <= $2 AND en.pupil IN
               (SELECT r2.pupil FROM register_status r2 WHERE {scope r2} AND r2.provision IN ('K', 'E') AND (r2."until" IS NULL OR r2."until" >= $2))
       ) x JOIN pupil p ON p.id = x.pupil
  LEFT JOIN enrolment e ON e.pupil = x.pupil AND {scope e} AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
 WHERE {scope p}
 ORDER BY 8 DESC, p.known_surname_fold, p.known_as_fold, x.id LIMIT CAST($3 AS INTEGER);

-- name: home_stuck(today text, earlier text, most int) -> kind, id, pupil, first, last, form, what, since, total   scope: CAMPUS   tier: T2
-- What waits longer than it should: a watch past its day, support that ended unjudged, a status without a review, a status without needs.
SELECT x.kind, x.id, x.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.form, ''), x.what,
       x.since, count(*) OVER ()
  FROM (SELECT 'watch' AS kind, w.id AS id, w.pupil AS pupil, '' AS what, w.expires_on AS since FROM watch w
         WHERE {scope w} AND w.decided_on IS NULL AND w.expires_on < $1
        UNION ALL
        SELECT 'impact', pl.id, pl.pupil, pl.name, pl."until" FROM provision_line pl
         WHERE {scope pl} AND pl.impact IS NULL AND pl."until" < $2 AND pl."until" >= '2000-01-01' AND pl.wave <> 'universal'
        UNION ALL
        SELECT 'told', rs.id, rs.pupil, rs.provision, rs."from" FROM register_status rs
         WHERE {scope rs} AND rs.provision = 'K' AND rs.parents_told_on IS NULL AND coalesce(rs.parents_told_how, '') <> 'previous' AND rs."from" < $2 AND (rs."until" IS NULL OR rs."until" >= $1)
        UNION ALL
        SELECT 'needs', r3.id, r3.pupil, r3.provision, r3."from" FROM register_status r3
         WHERE {scope r3} AND r3.provision IN ('K', 'E') AND r3."from" < $2 AND (r3."until" IS NULL OR r3."until" >= $1)
           AND NOT EXISTS (SELECT 1 FROM need n WHERE {scope n} AND n.pupil = r3.pupil AND (n."until" IS NULL OR n."until" >= $1))
       ) x JOIN pupil p ON p.id = x.pupil
  JOIN enrolment e ON e.pupil = x.pupil AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope p} AND {scope e}
 ORDER BY 8, p.known_surname_fold, p.known_as_fold, x.id LIMIT CAST($3 AS INTEGER);

-- name: home_changed(since text, today text, most int) -> kind, id, pupil, first, last, form, code, happened, total   scope: CAMPUS   tier: T2
SELECT x.kind, x.id, x.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.form, ''), x.code,
       x.happened, count(*) OVER ()
  FROM (SELECT 'ended' AS kind, rs.id AS id, rs.pupil AS pupil, rs.provision AS code, rs."until" AS happened FROM register_status rs
         WHERE {scope rs} AND rs."until" >= $1 AND rs."until" < $2
        UNION ALL
        SELECT 'keyworker', cl.id, cl.pupil, cl.kind, cl."from" FROM caseload cl
         WHERE {scope cl} AND cl."from" >= $1 AND cl."from" <= $2 AND cl.kind = 'keyworker'
        UNION ALL
        SELECT 'left', en.id, en.pupil, en.year, en."until" FROM enrolment en
         WHERE {scope en} AND en."until" >= $1 AND en."until" < $2
           AND en.pupil IN (SELECT r2.pupil FROM register_status r2 WHERE {scope r2} AND r2.provision IN ('K', 'E'))
           AND NOT EXISTS (SELECT 1 FROM enrolment e4 WHERE {scope e4} AND e4.pupil = en.pupil AND e4."from" > en."until")
       ) x JOIN pupil p ON p.id = x.pupil
  LEFT JOIN enrolment e ON e.pupil = x.pupil AND {scope e} AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
 WHERE {scope p}
 ORDER BY 8 DESC, p.known_surname_fold, p.known_as_fold, x.id LIMIT CAST($3 AS INTEGER);

-- name: home_meetings(today text, earliest text) -> pupil, first, last, how   scope: CAMPUS   tier: T2
-- Parents who were promised today.
SELECT pm.pupil, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), pm.how
  FROM parent_meeting pm JOIN pupil p ON p.id = pm.pupil
 WHERE {scope pm} AND {scope p} AND pm.next_on = $1 AND pm.met_on >= $2 ORDER BY p.known_surname_fold, p.known_as_fold, pm.id LIMIT 12;

-- name: home_waiting(today text) -> kind, many, oldest   scope: CAMPUS   tier: T2
SELECT 'difference', count(*), min(i.saved_at) FROM import_item ii JOIN import i ON i.id = ii.import WHERE {scope ii} AND {scope i} AND ii.decision IS NULL
UNION ALL
SELECT 'watch', count(*), min(w."from") FROM watch w WHERE {scope w} AND w.decided_on IS NULL
UNION ALL
SELECT 'told', count(*), min(rs."from") FROM register_status rs
 WHERE {scope rs} AND rs.provision = 'K' AND rs.parents_told_on IS NULL AND coalesce(rs.parents_told_how, '') <> 'previous' AND (rs."until" IS NULL OR rs."until" >= $1);

-- name: home_round(term text, today text) -> children, met   scope: CAMPUS   tier: T2
-- Of the children on the register, with how many parents there was a meeting since the term began.
SELECT count(*), count(m.pupil)
  FROM register_status rs JOIN enrolment e ON e.pupil = rs.pupil AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
  LEFT JOIN (SELECT DISTINCT pm.pupil AS pupil FROM parent_meeting pm WHERE {scope pm} AND pm.met_on >= $1) m ON m.pupil = rs.pupil
 WHERE {scope rs} AND {scope e} AND rs.provision IN ('K', 'E') AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2);

-- name: first_steps(today text) -> pupils, register, teaching, terms, accounts   scope: CAMPUS   tier: T2
-- Of each: none, one, or more; nobody counts a school to see whether it is there.
SELECT (SELECT count(*) FROM (SELECT e.id FROM enrolment e WHERE {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) LIMIT 2) n1),
       (SELECT count(*) FROM (SELECT rs.id FROM register_status rs WHERE {scope rs} AND rs.provision IN ('K', 'E') AND (rs."until" IS NULL
          OR rs."until" >= $1) LIMIT 2) n2),
       (SELECT count(*) FROM (SELECT t.id FROM teaching t WHERE {scope t} AND (t."until" IS NULL OR t."until" >= $1) LIMIT 2) n3),
       (SELECT count(*) FROM (SELECT h.id FROM holiday h WHERE {scope h} AND h.kind = 'term' AND h."until" >= $1 LIMIT 2) n4),
       (SELECT count(*) FROM (SELECT a.id FROM account a WHERE {scope a} AND a.state IN ('open', 'invited') LIMIT 2) n5);

-- name: my_classes(staff text, today text) -> id, name, kind, subject, room, year, children, supported   scope: PUPIL   tier: T2
SELECT k.id, k.name, k.kind, coalesce(k.subject, ''), coalesce(k.room, ''), coalesce(k.year, ''), count(DISTINCT cm.pupil),
       count(DISTINCT rs.pupil)
  FROM teaching t JOIN class k ON k.id = t.class
  LEFT JOIN class_member cm ON cm.class = k.id AND {scope cm} AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
  LEFT JOIN register_status rs ON rs.pupil = cm.pupil AND {scope rs} AND rs.provision IN ('K', 'E') AND rs."from" <= $2
       AND (rs."until" IS NULL OR rs."until" >= $2)
 WHERE {scope t} AND {scope k} AND t.staff = $1 AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
   AND k."from" <= $2 AND (k."until" IS NULL OR k."until" >= $2)
 GROUP BY k.id, k.name, k.kind, k.subject, k.room, k.year, k.name_fold
 ORDER BY k.kind, length(coalesce(k.year, '')), k.name_fold, k.id LIMIT 60;

-- name: class_children(class text, today text) -> pupil, first, last, provision   scope: PUPIL   tier: T2
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(rs.provision, '')
  FROM class_member cm JOIN pupil p ON p.id = cm.pupil
  LEFT JOIN register_status rs ON rs.pupil = cm.pupil AND {scope rs} AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2)
 WHERE {scope cm} AND {scope p} AND cm.class = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 400;

-- name: my_children(staff text, today text) -> pupil, first, last, form, provision, kind   scope: PUPIL   tier: T2
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.form, ''), coalesce(rs.provision, ''), cl.kind
  FROM caseload cl JOIN pupil p ON p.id = cl.pupil
  LEFT JOIN enrolment e ON e.pupil = p.id AND {scope e} AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
  LEFT JOIN register_status rs ON rs.pupil = p.id AND {scope rs} AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2)
 WHERE {scope cl} AND {scope p} AND cl.staff = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
 ORDER BY CASE cl.kind WHEN 'keyworker' THEN 0 ELSE 1 END, p.known_surname_fold, p.known_as_fold, p.id LIMIT 100;

-- name: my_support(staff text, today text) -> id, pupil, name, sessions, minutes, group_size, until   scope: PUPIL   tier: T2
-- The support that this member of staff gives today, by its name.
SELECT pl.id, pl.pupil, pl.name, pl.sessions, pl.minutes, pl.group_size, coalesce(pl."until", '')
  FROM provision_line pl WHERE {scope pl} AND pl.staff = $1 AND pl."from" <= $2 AND (pl."until" IS NULL OR pl."until" >= $2)
 ORDER BY pl.name, pl.pupil LIMIT 200;

-- name: five_lines(class text, staff text, today text) -> pupil, kind, text, rank   scope: PUPIL   tier: T2
-- What a teacher must know of the children of a class ($1), or of a person's caseload ($2): needs, do, avoid, alert, support.
SELECT n.pupil, 'need', n.type, n.rank FROM need n
 WHERE {scope n} AND n."from" <= $3 AND (n."until" IS NULL OR n."until" >= $3) AND n.pupil IN
       (SELECT m1.pupil FROM class_member m1 WHERE {scope m1} AND m1.class = $1 AND m1."from" <= $3 AND (m1."until" IS NULL OR m1."until" >= $3)
        UNION SELECT c1.pupil FROM caseload c1 WHERE {scope c1} AND c1.staff = $2 AND (c1."until" IS NULL OR c1."until" >= $3))
UNION ALL
SELECT sg.pupil, sg.kind, sg.text, coalesce(sg.priority, 99) FROM strategy sg
 WHERE {scope sg} AND sg."from" <= $3 AND (sg."until" IS NULL OR sg."until" >= $3) AND sg.pupil IN
       (SELECT m2.pupil FROM class_member m2 WHERE {scope m2} AND m2.class = $1 AND m2."from" <= $3 AND (m2."until" IS NULL OR m2."until" >= $3)
        UNION SELECT c2.pupil FROM caseload c2 WHERE {scope c2} AND c2.staff = $2 AND (c2."until" IS NULL OR c2."until" >= $3))
UNION ALL
SELECT ma.pupil, 'alert', ma.line || coalesce(': ' || ma.action, ''), 0 FROM medical_alert ma
 WHERE {scope ma} AND ma."from" <= $3 AND (ma."until" IS NULL OR ma."until" >= $3) AND ma.pupil IN
       (SELECT m3.pupil FROM class_member m3 WHERE {scope m3} AND m3.class = $1 AND m3."from" <= $3 AND (m3."until" IS NULL OR m3."until" >= $3)
        UNION SELECT c3.pupil FROM caseload c3 WHERE {scope c3} AND c3.staff = $2 AND (c3."until" IS NULL OR c3."until" >= $3))
UNION ALL
SELECT pl.pupil, 'support', pl.name, 0 FROM provision_line pl
 WHERE {scope pl} AND pl.wave <> 'universal' AND pl."from" <= $3 AND (pl."until" IS NULL OR pl."until" >= $3) AND pl.pupil IN
       (SELECT m4.pupil FROM class_member m4 WHERE {scope m4} AND m4.class = $1 AND m4."from" <= $3 AND (m4."until" IS NULL OR m4."until" >= $3)
        UNION SELECT c4.pupil FROM caseload c4 WHERE {scope c4} AND c4.staff = $2 AND (c4."until" IS NULL OR c4."until" >= $3))
ORDER BY 1, 2, 4, 3;

-- name: five_targets(class text, staff text, today text) -> pupil, target   scope: PUPIL   tier: T2
-- What the children of a class ($1), or of a person's caseload ($2), are working on: the first two of each plan that runs.
SELECT t.pupil, t.id FROM target t JOIN plan pl ON pl.id = t.plan
 WHERE {scope t} AND {scope pl} AND pl.state IN ('do', 'review') AND t.number <= 2 AND $3 <> '' AND t.pupil IN
       (SELECT m1.pupil FROM class_member m1 WHERE {scope m1} AND m1.class = $1 AND m1."from" <= $3 AND (m1."until" IS NULL OR m1."until" >= $3)
        UNION SELECT c1.pupil FROM caseload c1 WHERE {scope c1} AND c1.staff = $2 AND (c1."until" IS NULL OR c1."until" >= $3))
 ORDER BY t.pupil, t.number, t.id;

-- name: send_state(today text, term text) -> roll, k, e, overdue, untold, unreviewed, met, watched   scope: CAMPUS   tier: T2
-- The five figures of a head, and what they stand on.
SELECT (SELECT count(DISTINCT e0.pupil) FROM enrolment e0 WHERE {scope e0} AND e0."from" <= $1 AND (e0."until" IS NULL OR e0."until" >= $1)),
       (SELECT count(*) FROM register_status r1 WHERE {scope r1} AND r1.provision = 'K' AND r1."from" <= $1 AND (r1."until" IS NULL OR r1."until" >= $1)),
       (SELECT count(*) FROM register_status r2 WHERE {scope r2} AND r2.provision = 'E' AND r2."from" <= $1 AND (r2."until" IS NULL OR r2."until" >= $1)),
       (SELECT count(*) FROM due d WHERE {scope d} AND d.met_on IS NULL AND d.exempt_reason IS NULL AND d.due_on < $1),
       (SELECT count(*) FROM register_status r3 WHERE {scope r3} AND r3.provision = 'K' AND r3.parents_told_on IS NULL AND coalesce(r3.parents_told_how, '') <> 'previous' AND (r3."until" IS NULL OR r3."until" >= $1)),
       (SELECT count(*) FROM register_status r4 WHERE {scope r4} AND r4.provision IN ('K', 'E') AND r4.review_on < $1 AND (r4."until" IS NULL OR r4."until" >= $1)),
       (SELECT count(*) FROM register_status r5 WHERE {scope r5} AND r5.provision IN ('K', 'E') AND r5."from" <= $1 AND (r5."until" IS NULL OR r5."until" >= $1)
          AND r5.pupil IN (SELECT pm.pupil FROM parent_meeting pm WHERE {scope pm} AND pm.met_on >= $2)),
       (SELECT count(*) FROM watch w WHERE {scope w} AND w.decided_on IS NULL);

-- name: send_by_year(today text) -> year, roll, k, e   scope: CAMPUS   tier: T2
SELECT coalesce(en.year, ''), count(DISTINCT en.pupil), count(DISTINCT CASE WHEN rs.provision = 'K' THEN rs.pupil END),
       count(DISTINCT CASE WHEN rs.provision = 'E' THEN rs.pupil END)
  FROM enrolment en LEFT JOIN register_status rs ON rs.pupil = en.pupil AND {scope rs} AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
 WHERE {scope en} AND en."from" <= $1 AND (en."until" IS NULL OR en."until" >= $1)
 GROUP BY en.year ORDER BY en.year;

-- name: send_by_need(today text) -> type, children   scope: CAMPUS   tier: T2
SELECT n.type, count(DISTINCT n.pupil)
  FROM need n JOIN register_status rs ON rs.pupil = n.pupil AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
 WHERE {scope n} AND {scope rs} AND n.rank = 1 AND rs.provision IN ('K', 'E') AND n."from" <= $1 AND (n."until" IS NULL OR n."until" >= $1)
 GROUP BY n.type ORDER BY 2 DESC, 1;

-- name: numbers_by_year(campus text, today text) -> year, roll, k, e   scope: CAMPUS   tier: T2
-- For those who get numbers and no names: run with the program's rights, so the school is named here.
SELECT coalesce(en.year, ''), count(DISTINCT en.pupil), count(DISTINCT CASE WHEN rs.provision = 'K' THEN rs.pupil END),
       count(DISTINCT CASE WHEN rs.provision = 'E' THEN rs.pupil END)
  FROM enrolment en LEFT JOIN register_status rs ON rs.pupil = en.pupil AND {scope rs} AND rs."from" <= $2 AND (rs."until" IS NULL OR rs."until" >= $2)
 WHERE {scope en} AND en.campus = $1 AND en."from" <= $2 AND (en."until" IS NULL OR en."until" >= $2)
 GROUP BY en.year ORDER BY en.year;

-- name: flagged(today text) -> code, children, on_register   scope: CAMPUS   tier: T2
-- How many children on roll carry each flag today, and how many of them are on the register.
SELECT f.code, count(DISTINCT f.pupil), count(DISTINCT rs.pupil)
  FROM pupil_flag f JOIN enrolment e ON e.pupil = f.pupil AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
  LEFT JOIN register_status rs ON rs.pupil = f.pupil AND {scope rs} AND rs.provision IN ('K', 'E') AND rs."from" <= $1 AND (rs."until" IS NULL OR rs."until" >= $1)
 WHERE {scope f} AND {scope e} AND f."from" <= $1 AND (f."until" IS NULL OR f."until" >= $1)
 GROUP BY f.code ORDER BY f.code;

-- name: it_counts(today text) -> open, invited, terms, file   scope: CAMPUS   tier: T2
SELECT (SELECT count(*) FROM account a WHERE {scope a} AND a.state = 'open'),
       (SELECT count(*) FROM account a2 WHERE {scope a2} AND a2.state = 'invited'),
       (SELECT count(*) FROM holiday h WHERE {scope h} AND h.kind = 'term' AND h."until" >= $1),
       (SELECT coalesce(max(i.saved_at), '') FROM import i WHERE {scope i} AND i.state = 'saved');

-- name: health(since text, campus text) -> sessions, entries, checkpoint, backup, files, files_size, keys   scope: PUBLIC   tier: T0
-- unscoped: session how many were used lately; not whose
-- unscoped: journal_head how long the journal is
-- unscoped: checkpoint when it was last signed
-- unscoped: journal when a backup was made
-- unscoped: blob how many files and how large
-- unscoped: seal_key how many
SELECT (SELECT count(*) FROM session s WHERE s.ended_at IS NULL AND s.used_at >= $1),
       (SELECT coalesce(max(jh.number), 0) FROM journal_head jh),
       (SELECT coalesce(max(c.at), '') FROM checkpoint c),
       (SELECT coalesce(max(j.at), '') FROM journal j WHERE j.kind = 'backup'),
       (SELECT count(*) FROM blob b WHERE b.campus = $2),
       (SELECT coalesce(sum(b2.size), 0) FROM blob b2 WHERE b2.campus = $2),
       (SELECT count(*) FROM seal_key k);

-- name: office_counts(today text, since text) -> pupils, staff, classes, joined, leaving, differences   scope: CAMPUS   tier: T1
SELECT (SELECT count(*) FROM enrolment e WHERE {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)),
       (SELECT count(*) FROM staff s WHERE {scope s} AND (s."until" IS NULL OR s."until" >= $1)),
       (SELECT count(*) FROM class k WHERE {scope k} AND k."from" <= $1 AND (k."until" IS NULL OR k."until" >= $1)),
       (SELECT count(*) FROM enrolment e2 WHERE {scope e2} AND e2."from" >= $2 AND e2."from" <= $1),
       (SELECT count(*) FROM enrolment e3 WHERE {scope e3} AND e3."until" >= $2 AND e3."until" <= $1 AND e3.leaving_reason IS NOT NULL),
       (SELECT count(*) FROM import_item ii WHERE {scope ii} AND ii.decision IS NULL);

-- name: profile_children(pupil text, class text, today text) -> pupil, upn, first, last, sort, year, form   scope: PUPIL   tier: T2
-- Whose profiles: one child's ($1); those of a class ($2) on the register or with a profile in use; else everybody's on the register. By
-- id, so that they can be found.
SELECT p.id, coalesce(p.upn, ''), coalesce(p.known_as, p.forename), coalesce(p.known_surname, p.surname),
       coalesce(p.known_surname_fold, p.surname_fold) || ' ' || coalesce(p.known_as_fold, ''), coalesce(en.year, ''), coalesce(en.form, '')
  FROM pupil p LEFT JOIN enrolment en ON en.pupil = p.id AND {scope en} AND en."from" <= $3 AND (en."until" IS NULL OR en."until" >= $3)
 WHERE {scope p} AND p.withdrawn IS NULL AND p.alias_of IS NULL AND ($1 = '' OR p.id = $1)
   AND ($2 = '' OR p.id IN (SELECT cm.pupil FROM class_member cm WHERE {scope cm} AND cm.class = $2 AND cm."from" <= $3
       AND (cm."until" IS NULL OR cm."until" >= $3)))
   AND ($1 <> '' OR p.id IN (SELECT rs.pupil FROM register_status rs WHERE {scope rs} AND rs.provision IN ('K', 'E') AND rs."from" <= $3
       AND (rs."until" IS NULL OR rs."until" >= $3))
       OR ($2 <> '' AND p.id IN (SELECT pl.pupil FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type WHERE {scope pl} AND {scope pt}
       AND pt.sheet = 1 AND pl.state = 'do')))
 ORDER BY p.id;

-- name: profile_facts(pupil text, today text) -> pupil, kind, text, extra, rank   scope: PUPIL   tier: T2
-- What the record holds that a profile says.
SELECT st.pupil, 'strength', st.text, '', coalesce(st.priority, 99) FROM strength st
 WHERE {scope st} AND ($1 = '' OR st.pupil = $1) AND st."from" <= $2 AND (st."until" IS NULL OR st."until" >= $2)
UNION ALL
SELECT sg.pupil, sg.kind, sg.text, '', coalesce(sg.priority, 99) FROM strategy sg
 WHERE {scope sg} AND ($1 = '' OR sg.pupil = $1) AND sg."from" <= $2 AND (sg."until" IS NULL OR sg."until" >= $2)
UNION ALL
SELECT ma.pupil, 'alert', ma.line, coalesce(ma.action, ''), 0 FROM medical_alert ma
 WHERE {scope ma} AND ($1 = '' OR ma.pupil = $1) AND ma."from" <= $2 AND (ma."until" IS NULL OR ma."until" >= $2)
UNION ALL
SELECT cl.pupil, 'adult', trim(coalesce(s.title || ' ', '') || s.surname), '', 0 FROM caseload cl JOIN staff s ON s.id = cl.staff
 WHERE {scope cl} AND {scope s} AND cl.kind = 'keyworker' AND ($1 = '' OR cl.pupil = $1) AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
ORDER BY 1, 2, 5, 3;

-- name: profile_open_plans(pupil text) -> id   scope: PUPIL   tier: T2
SELECT pl.id FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type
 WHERE {scope pl} AND {scope pt} AND ($1 = '' OR pl.pupil = $1) AND pl.state IN ('do', 'review') AND coalesce(pt.sheet, 0) = 0;

-- name: profile_teachers(pupil text, today text) -> staff, name   scope: PUPIL   tier: T2
-- Who teaches or supports this child: those who are asked to read the profile.
SELECT DISTINCT s.id, trim(coalesce(s.title || ' ', '') || s.surname)
  FROM class_member cm JOIN teaching t ON t.class = cm.class JOIN staff s ON s.id = t.staff
 WHERE {scope cm} AND {scope t} AND {scope s} AND cm.pupil = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
   AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
UNION
SELECT s2.id, trim(coalesce(s2.title || ' ', '') || s2.surname) FROM caseload cl JOIN staff s2 ON s2.id = cl.staff
 WHERE {scope cl} AND {scope s2} AND cl.pupil = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
ORDER BY 2, 1;

-- name: profile_unread(staff text, today text) -> pupil, first, last   scope: PUPIL   tier: T2
-- Profiles in use of this person's children whose present version they have not read.
SELECT DISTINCT p.id, coalesce(p.known_as, p.forename), coalesce(p.known_surname, p.surname)
  FROM plan pl JOIN plan_type pt ON pt.id = pl.plan_type JOIN pupil p ON p.id = pl.pupil
 WHERE {scope pl} AND {scope pt} AND {scope p} AND pt.sheet = 1 AND pl.state = 'do' AND pl.pupil IN
       (SELECT cm.pupil FROM class_member cm JOIN teaching t ON t.class = cm.class
         WHERE {scope cm} AND {scope t} AND t.staff = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
           AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
        UNION SELECT cl.pupil FROM caseload cl WHERE {scope cl} AND cl.staff = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2))
   AND NOT EXISTS (SELECT 1 FROM profile_read pr WHERE {scope pr} AND pr.plan = pl.id AND pr.staff = $1 AND pr.plan_version = pl.version)
 ORDER BY 3, 2, 1;

-- name: profile_classes(pupil text, staff text, today text) -> class, name, subject   scope: PUPIL   tier: T2
-- The classes in which this person teaches this child.
SELECT DISTINCT k.id, k.name, coalesce(k.subject, '')
  FROM class_member cm JOIN teaching t ON t.class = cm.class JOIN class k ON k.id = cm.class
 WHERE {scope cm} AND {scope t} AND {scope k} AND cm.pupil = $1 AND t.staff = $2 AND cm."from" <= $3 AND (cm."until" IS NULL OR cm."until" >= $3)
   AND t."from" <= $3 AND (t."until" IS NULL OR t."until" >= $3)
 ORDER BY 3, 2, 1;

-- name: profile_practice(today text) -> pupil, first, last, staff, name, class, subject, read_at, earlier, used_at, first_by, then_by   scope: PUPIL   tier: T2
-- Each profile in use beside each who teaches the child (a row a class) or supports it (no class): was this version read, is it used?
-- CROSS JOIN: from the few who have a profile to their classes, and not from all who sit in a class.
SELECT DISTINCT p.id, coalesce(p.known_as, p.forename), coalesce(p.known_surname, p.surname), w.staff, trim(coalesce(s.title || ' ', '') || s.surname),
       w.class, w.subject,
       coalesce((SELECT max(pr.read_at) FROM profile_read pr WHERE {scope pr} AND pr.plan = w.plan AND pr.staff = w.staff AND pr.plan_version = w.version), ''),
       coalesce((SELECT max(pe.read_at) FROM profile_read pe WHERE {scope pe} AND pe.plan = w.plan AND pe.staff = w.staff), ''),
       coalesce((SELECT max(pu.used_at) FROM profile_use pu WHERE {scope pu} AND pu.plan = w.plan AND pu.staff = w.staff AND pu.class = w.class
                 AND pu.plan_version = w.version), ''),
       coalesce(p.known_surname_fold, p.surname_fold), s.surname_fold
  FROM (
	SELECT pl.id AS plan, pl.version AS version, pl.pupil AS pupil, t.staff AS staff, k.id AS class, coalesce(k.subject, k.name) AS subject
	  FROM plan_type pt CROSS JOIN plan pl CROSS JOIN class_member cm JOIN class k ON k.id = cm.class JOIN teaching t ON t.class = cm.class
	 WHERE pl.plan_type = pt.id AND cm.pupil = pl.pupil AND {scope pl} AND {scope pt} AND {scope cm} AND {scope k} AND {scope t} AND pt.sheet = 1 AND pl.state = 'do'
	   AND cm."from" <= $1 AND (cm."until" IS NULL OR cm."until" >= $1) AND t."from" <= $1 AND (t."until" IS NULL OR t."until" >= $1)
	UNION SELECT p2.id, p2.version, p2.pupil, cl.staff, '', '' FROM plan p2 JOIN plan_type y2 ON y2.id = p2.plan_type JOIN caseload cl ON cl.pupil = p2.pupil
	 WHERE {scope p2} AND {scope y2} AND {scope cl} AND y2.sheet = 1 AND p2.state = 'do' AND cl."from" <= $1 AND (cl."until" IS NULL OR cl."until" >= $1)
	) w JOIN pupil p ON p.id = w.pupil JOIN staff s ON s.id = w.staff
 WHERE {scope p} AND {scope s}
 ORDER BY 11, 2, 1, 12, 5, 4, 7;

-- name: profile_practice_counts(today text) -> unread, people, unused   scope: PUPIL   tier: T2
-- The same, counted: readings that are wanting, those whose they are, lessons in which a profile is not said to be in use.
SELECT count(DISTINCT CASE WHEN x.reads = 0 THEN x.pupil || x.staff END), count(DISTINCT CASE WHEN x.reads = 0 THEN x.staff END),
       coalesce(sum(CASE WHEN x.class <> '' AND x.uses = 0 THEN 1 ELSE 0 END), 0)
  FROM (SELECT w.pupil AS pupil, w.staff AS staff, w.class AS class,
       (SELECT count(*) FROM profile_read pr WHERE {scope pr} AND pr.plan = w.plan AND pr.staff = w.staff AND pr.plan_version = w.version) AS reads,
       (SELECT count(*) FROM profile_use pu WHERE {scope pu} AND pu.plan = w.plan AND pu.staff = w.staff AND pu.class = w.class
           AND pu.plan_version = w.version) AS uses
  FROM (
	SELECT pl.id AS plan, pl.version AS version, pl.pupil AS pupil, t.staff AS staff, k.id AS class, coalesce(k.subject, k.name) AS subject
	  FROM plan_type pt CROSS JOIN plan pl CROSS JOIN class_member cm JOIN class k ON k.id = cm.class JOIN teaching t ON t.class = cm.class
	 WHERE pl.plan_type = pt.id AND cm.pupil = pl.pupil AND {scope pl} AND {scope pt} AND {scope cm} AND {scope k} AND {scope t} AND pt.sheet = 1 AND pl.state = 'do'
	   AND cm."from" <= $1 AND (cm."until" IS NULL OR cm."until" >= $1) AND t."from" <= $1 AND (t."until" IS NULL OR t."until" >= $1)
	UNION SELECT p2.id, p2.version, p2.pupil, cl.staff, '', '' FROM plan p2 JOIN plan_type y2 ON y2.id = p2.plan_type JOIN caseload cl ON cl.pupil = p2.pupil
	 WHERE {scope p2} AND {scope y2} AND {scope cl} AND y2.sheet = 1 AND p2.state = 'do' AND cl."from" <= $1 AND (cl."until" IS NULL OR cl."until" >= $1)
	) w JOIN pupil p ON p.id = w.pupil JOIN staff s ON s.id = w.staff
 WHERE {scope p} AND {scope s}) x;

-- name: look_back(campus text, from_day text, until_day text, year text, eve text) -> what, part, how, pupil, first, last, need   scope: CAMPUS   tier: T2
-- Everything the look back counts, a row each, so that a figure and the rows behind it are the same. $4: the first day of the school year;
-- $5: the day before $2. A movement is the difference between the register of $5 and that of $3, so that start and movements make the end.
SELECT x.what, x.part, x.how, p.id, coalesce(p.known_as, p.forename), coalesce(p.known_surname, p.surname),
       coalesce((SELECT min(n.type) FROM need n WHERE {scope n} AND n.pupil = x.pupil AND n.rank = 1 AND n."from" <= $3
                 AND (n."until" IS NULL OR n."until" >= $3)), '') FROM (
SELECT CASE WHEN r.provision = 'E' THEN 'now_e' ELSE 'now_k' END AS what, '' AS part, '' AS how, r.pupil AS pupil FROM register_status r
 WHERE {scope r} AND r.campus = $1 AND r.provision IN ('K', 'E') AND r."from" <= $3 AND (r."until" IS NULL OR r."until" >= $3)
UNION ALL
SELECT CASE WHEN r2.provision = 'E' THEN 'then_e' ELSE 'then_k' END, '', '', r2.pupil FROM register_status r2
 WHERE {scope r2} AND r2.campus = $1 AND r2.provision IN ('K', 'E') AND r2."from" <= $5 AND (r2."until" IS NULL OR r2."until" >= $5)
UNION ALL
SELECT CASE WHEN o.id IS NULL THEN 'joined' ELSE 'moved' END, r3.provision, '', r3.pupil
  FROM register_status r3 LEFT JOIN register_status o ON o.pupil = r3.pupil AND {scope o} AND o.campus = $1 AND o.provision IN ('K', 'E')
   AND o."from" <= $5 AND (o."until" IS NULL OR o."until" >= $5)
 WHERE {scope r3} AND r3.campus = $1 AND r3.provision IN ('K', 'E') AND r3."from" <= $3 AND (r3."until" IS NULL OR r3."until" >= $3)
   AND (o.id IS NULL OR o.provision <> r3.provision)
UNION ALL
SELECT 'left', r4.provision, coalesce(r4.exit_reason, ''), r4.pupil FROM register_status r4
 WHERE {scope r4} AND r4.campus = $1 AND r4.provision IN ('K', 'E') AND r4."from" <= $5 AND (r4."until" IS NULL OR r4."until" >= $5) AND NOT EXISTS
	(SELECT 1 FROM register_status o2 WHERE {scope o2} AND o2.pupil = r4.pupil AND o2.campus = $1 AND o2.provision IN ('K', 'E') AND o2."from" <= $3
	 AND (o2."until" IS NULL OR o2."until" >= $3))
UNION ALL
SELECT 'year', coalesce(en.year, ''), '', en.pupil FROM enrolment en JOIN register_status r7 ON r7.pupil = en.pupil
 WHERE {scope en} AND {scope r7} AND en.campus = $1 AND r7.provision IN ('K', 'E') AND en."from" <= $3 AND (en."until" IS NULL OR en."until" >= $3)
   AND r7."from" <= $3 AND (r7."until" IS NULL OR r7."until" >= $3)
UNION ALL
SELECT 'signed', '', coalesce(pl.decision, ''), pl.pupil FROM plan pl WHERE {scope pl} AND pl.campus = $1 AND pl.signed_on >= $2 AND pl.signed_on <= $3
UNION ALL
SELECT 'target', coalesce(t.area, ''), tr.rating, tr.pupil FROM target_review tr JOIN target t ON t.id = tr.target
 WHERE {scope tr} AND {scope t} AND tr.campus = $1 AND tr.reviewed_on >= $2 AND tr.reviewed_on <= $3
UNION ALL
SELECT 'strategy', sb.text, CASE WHEN su.helped = 'not_used' THEN '' ELSE su.helped END, su.pupil FROM strategy_use su JOIN strategy_bank sb ON sb.id = su.bank JOIN plan ps ON ps.id = su.plan
 WHERE {scope su} AND {scope sb} AND {scope ps} AND su.campus = $1 AND su.helped IS NOT NULL AND ps.signed_on >= $2 AND ps.signed_on <= $3
UNION ALL
SELECT 'support', pv.name, CASE WHEN pv.impact IN ('exceeded', 'met') THEN 'worked' WHEN pv.impact IS NULL OR pv.impact = 'not_measured' THEN ''
	ELSE 'not' END, pv.pupil FROM provision_line pv
 WHERE {scope pv} AND pv.campus = $1 AND pv."until" >= $2 AND pv."until" <= $3
UNION ALL
SELECT 'unreviewed', '', '', r5.pupil FROM register_status r5
 WHERE {scope r5} AND r5.campus = $1 AND r5.provision = 'K' AND r5."from" <= $5 AND (r5."until" IS NULL OR r5."until" >= $3)
   AND NOT EXISTS (SELECT 1 FROM plan pn WHERE {scope pn} AND pn.pupil = r5.pupil AND pn.signed_on >= $2 AND pn.signed_on <= $3)
UNION ALL
SELECT 'unmet', '', '', r6.pupil FROM register_status r6
 WHERE {scope r6} AND r6.campus = $1 AND r6.provision IN ('K', 'E') AND r6."from" <= $3 AND (r6."until" IS NULL OR r6."until" >= $3)
   AND NOT EXISTS (SELECT 1 FROM parent_meeting pm WHERE {scope pm} AND pm.pupil = r6.pupil AND pm.met_on >= $4 AND pm.met_on <= $3)
) x JOIN pupil p ON p.id = x.pupil
 WHERE {scope p} AND p.withdrawn IS NULL
 ORDER BY x.what, x.part, x.how, coalesce(p.known_surname_fold, p.surname_fold), p.known_as_fold, p.id;

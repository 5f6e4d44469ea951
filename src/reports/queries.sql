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

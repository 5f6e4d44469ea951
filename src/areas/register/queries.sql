-- The register's questions. Each takes the day looked at first; the engine puts scope and tier where the marks are.
-- Flags come as a sum of powers of 16, in the order of FLAGS (list.c): one digit a code, however many rows have it, for a list of words
-- is not portable.

-- name: register_all(on_day text, status text, name text, upn text, year text, form text, need text, keyworker text, flag text, review text, soon text, term text, filtered text)
-- The children on the register, on the watch list, or on roll, by name. The last parameter is empty if no filter is set: then none of
-- them is looked at.
-- -> pupil, known_as, known_surname, upn, year, form, form_fold, provision, since, told_on, told_how, review_on
-- scope: CAMPUS   tier: T2
SELECT r.pupil, p.known_as, p.known_surname, p.upn, en.year, en.form, en.form_fold, r.provision, r.since, r.told_on, r.told_how, r.review_on
FROM (
	SELECT rs.pupil AS pupil, rs.provision AS provision, rs."from" AS since, rs.parents_told_on AS told_on, rs.parents_told_how AS told_how,
	       rs.review_on AS review_on
	  FROM register_status rs
	 WHERE $2 IN ('KE', 'K', 'E') AND {scope rs} AND (rs."from" IS NULL OR rs."from" <= $1) AND (rs."until" IS NULL OR rs."until" >= $1)
	   AND (rs.provision = 'K' OR rs.provision = 'E') AND ($2 = 'KE' OR $2 = rs.provision)
	UNION ALL
	SELECT w.pupil, 'W', w."from", NULL, NULL, w.expires_on
	  FROM watch w
	 WHERE $2 = 'watch' AND {scope w} AND w."from" <= $1 AND (w.decided_on IS NULL OR w.decided_on > $1)
	UNION ALL
	SELECT ea.pupil, coalesce(ra.provision, 'N'), ra."from", ra.parents_told_on, ra.parents_told_how, ra.review_on
	  FROM enrolment ea LEFT JOIN register_status ra ON ra.pupil = ea.pupil AND {scope ra} AND (ra."from" IS NULL OR ra."from" <= $1)
	   AND (ra."until" IS NULL OR ra."until" >= $1) AND (ra.provision = 'K' OR ra.provision = 'E')
	 WHERE $2 = 'all' AND {scope ea} AND (ea."from" IS NULL OR ea."from" <= $1) AND (ea."until" IS NULL OR ea."until" >= $1)
) r JOIN pupil p ON p.id = r.pupil JOIN enrolment en ON en.pupil = r.pupil
WHERE {scope p} AND p.alias_of IS NULL AND {scope en} AND (en."from" IS NULL OR en."from" <= $1)
   AND (en."until" IS NULL OR en."until" >= $1) AND en.status <> 'X'
   AND ($13 = '' OR (($3 = '' OR p.upn = $4 OR coalesce(p.known_as_fold, '') || ' ' || coalesce(p.known_surname_fold, '') || ' '
	|| coalesce(p.known_as_fold, '') || ' ' || coalesce(p.surname_fold, '') LIKE $3)
	AND ($5 = '' OR en.year = $5)
	AND ($6 = '' OR en.form_fold = $6 OR EXISTS (SELECT 1 FROM class_member cm JOIN class cl ON cl.id = cm.class
	WHERE {scope cm} AND {scope cl} AND cm.pupil = r.pupil AND cl.name_fold = $6 AND (cm."from" IS NULL OR cm."from" <= $1)
		AND (cm."until" IS NULL OR cm."until" >= $1)))
	AND ($7 = '' OR EXISTS (SELECT 1 FROM need nf WHERE {scope nf} AND nf.pupil = r.pupil AND nf.type = $7 AND (nf."from" IS NULL
		OR nf."from" <= $1) AND (nf."until" IS NULL OR nf."until" >= $1)))
	AND ($8 = '' OR EXISTS (SELECT 1 FROM caseload kf WHERE {scope kf} AND kf.pupil = r.pupil AND kf.staff = $8
	AND kf.kind = 'keyworker' AND (kf."from" IS NULL OR kf."from" <= $1) AND (kf."until" IS NULL OR kf."until" >= $1)))
	AND ($9 = '' OR EXISTS (SELECT 1 FROM pupil_flag ff WHERE {scope ff} AND ff.pupil = r.pupil AND ff.code = $9
		AND (ff."from" IS NULL OR ff."from" <= $1) AND (ff."until" IS NULL OR ff."until" >= $1)))
	AND ($10 = '' OR ($10 = 'untold' AND r.provision = 'K' AND r.told_on IS NULL AND coalesce(r.told_how, '') <> 'previous')
	OR ($10 = 'unmet' AND NOT EXISTS (SELECT 1 FROM parent_meeting mf WHERE {scope mf} AND mf.pupil = r.pupil
		AND mf.met_on >= $12 AND mf.met_on <= $1))
	OR ($10 <> 'untold' AND $10 <> 'unmet' AND EXISTS (SELECT 1 FROM due df WHERE {scope df} AND df.pupil = r.pupil
		AND (df.met_on IS NULL OR df.met_on > $1) AND (df.starts_on IS NULL OR df.starts_on <= $1)
		AND (($10 = 'overdue' AND df.due_on < $1) OR ($10 = 'week' AND df.due_on >= $1 AND df.due_on <= $11)))))))
ORDER BY p.known_surname_fold, p.known_as_fold, p.id;

-- name: register_needs(on_day text) -> pupil, type, rank    scope: CAMPUS   tier: T2
-- Every need in force of the children this person reads: beside the list, and for the counts.
SELECT n.pupil, n.type, n.rank FROM need n
 WHERE {scope n} AND (n."from" IS NULL OR n."from" <= $1) AND (n."until" IS NULL OR n."until" >= $1);

-- name: register_details(on_day text, p1 text, p2 text, p3 text, p4 text, p5 text, p6 text, p7 text, p8 text, p9 text, p10 text, p11 text, p12 text, p13 text, p14 text, p15 text, p16 text, p17 text, p18 text, p19 text, p20 text, p21 text, p22 text, p23 text, p24 text, p25 text, p26 text, p27 text, p28 text, p29 text, p30 text, p31 text, p32 text, p33 text, p34 text, p35 text, p36 text, p37 text, p38 text, p39 text, p40 text, p41 text, p42 text, p43 text, p44 text, p45 text, p46 text, p47 text, p48 text, p49 text, p50 text, p51 text, p52 text, p53 text, p54 text, p55 text, p56 text, p57 text, p58 text, p59 text, p60 text)
-- What stands beside each of up to 60 children; empty places are NULL.
-- -> pupil, due, keyworker, met_on, flags, attendance
-- scope: CAMPUS   tier: T2
SELECT b.id,
 (SELECT min(d1.due_on || ' ' || d1.id || ' ' || d1.title) FROM due d1 WHERE {scope d1} AND d1.pupil = b.id
	AND (d1.met_on IS NULL OR d1.met_on > $1) AND (d1.starts_on IS NULL OR d1.starts_on <= $1)),
 (SELECT min(coalesce(substr(s1.forename, 1, 1) || ' ', '') || s1.surname) FROM caseload k1 JOIN staff s1 ON s1.id = k1.staff
	WHERE {scope k1} AND {scope s1} AND k1.pupil = b.id AND k1.kind = 'keyworker' AND (k1."from" IS NULL OR k1."from" <= $1) AND (k1."until" IS NULL OR k1."until" >= $1)),
 (SELECT max(m1.met_on) FROM parent_meeting m1 WHERE {scope m1} AND m1.pupil = b.id AND m1.met_on <= $1),
 (SELECT sum(CASE f1.code
		WHEN 'PP' THEN 1 WHEN 'FSM' THEN 16 WHEN 'E6' THEN 256 WHEN 'LAC' THEN 4096
		WHEN 'PLAC' THEN 65536 WHEN 'EAL' THEN 1048576 WHEN 'SVC' THEN 16777216 WHEN 'YC' THEN 268435456
		WHEN 'CIN' THEN 4294967296 WHEN 'TOPUP' THEN 68719476736 WHEN 'UNIT' THEN 1099511627776 WHEN 'RP' THEN 17592186044416
		WHEN 'EXAM' THEN 281474976710656 ELSE 0 END)
	FROM pupil_flag f1 WHERE {scope f1} AND f1.pupil = b.id AND (f1."from" IS NULL OR f1."from" <= $1) AND (f1."until" IS NULL OR f1."until" >= $1)),
 (SELECT t1.per_mille FROM attendance_summary t1 WHERE {scope t1} AND t1.pupil = b.id AND t1."from" <= $1
	ORDER BY t1."until" DESC, t1.id LIMIT 1)
  FROM pupil b WHERE {scope b} AND b.id IN (
	$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
	$17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31,
	$32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46,
	$47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61);

-- name: register_keyworkers(on_day text) -> staff, name, sort_one, sort_two    scope: CAMPUS   tier: T1
SELECT DISTINCT s.id, coalesce(s.forename || ' ', '') || s.surname AS called, s.surname_fold, s.forename_fold
  FROM caseload k JOIN staff s ON s.id = k.staff
 WHERE {scope k} AND {scope s} AND k.kind = 'keyworker' AND (k."from" IS NULL OR k."from" <= $1) AND (k."until" IS NULL OR k."until" >= $1)
 ORDER BY s.surname_fold, s.forename_fold;

-- name: watched(on_day text) -> watched    scope: CAMPUS   tier: T2
SELECT count(*) FROM watch w WHERE {scope w} AND w."from" <= $1 AND (w.decided_on IS NULL OR w.decided_on > $1);

-- name: roll(on_day text) -> roll    scope: CAMPUS   tier: T1
SELECT count(DISTINCT e.pupil) FROM enrolment e WHERE {scope e} AND e.status <> 'X' AND (e."from" IS NULL OR e."from" <= $1) AND (e."until" IS NULL OR e."until" >= $1);

-- name: shared_views(campus text, staff text) -> id, name, query, shared, staff    scope: CAMPUS   tier: T1
-- unscoped: saved_view what a colleague shares is for the whole campus, and holds filters, nobody's data
SELECT v.id, v.name, v.query, v.shared, v.staff FROM saved_view v
 WHERE v.campus = $1 AND v.withdrawn IS NULL AND (v.shared = 1 OR v.staff = $2) ORDER BY v.name_fold, v.id LIMIT 30;

-- name: find_child(on_day text, name text, upn text) -> pupil, known_as, known_surname, year, form, provision    scope: CAMPUS   tier: T2
-- Children on roll by the beginnings of their names, for those who put a child on a list.
SELECT p.id, p.known_as, p.known_surname, e.year, e.form,
 (SELECT min(rs.provision) FROM register_status rs WHERE {scope rs} AND rs.pupil = p.id AND (rs."from" IS NULL
		OR rs."from" <= $1) AND (rs."until" IS NULL OR rs."until" >= $1)
	AND (rs.provision = 'K' OR rs.provision = 'E'))
  FROM pupil p JOIN enrolment e ON e.pupil = p.id
 WHERE {scope p} AND {scope e} AND p.alias_of IS NULL AND (e."from" IS NULL OR e."from" <= $1) AND (e."until" IS NULL
		OR e."until" >= $1) AND e.status <> 'X'
   AND (p.upn = $3 OR ' ' || coalesce(p.known_as_fold, '') || ' ' || coalesce(p.known_surname_fold, '') || ' '
	|| coalesce(p.known_as_fold, '') || ' ' || coalesce(p.forename_fold, '') || ' ' || coalesce(p.surname_fold, '') LIKE $2)
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 20;

-- name: needs_without_status(on_day text) -> pupil, known_as, known_surname, year, form, many    scope: CAMPUS   tier: T2
-- The census takes no need for a child who is not K or E.
SELECT p.id, p.known_as, p.known_surname, e.year, e.form, count(n.id)
  FROM need n JOIN pupil p ON p.id = n.pupil JOIN enrolment e ON e.pupil = n.pupil
 WHERE {scope n} AND {scope p} AND {scope e} AND p.alias_of IS NULL AND e.status <> 'X' AND (n."from" IS NULL OR n."from" <= $1)
		AND (n."until" IS NULL OR n."until" >= $1) AND (e."from" IS NULL OR e."from" <= $1) AND (e."until" IS NULL
		OR e."until" >= $1)
   AND NOT EXISTS (SELECT 1 FROM register_status rs WHERE {scope rs} AND rs.pupil = n.pupil AND (rs."from" IS NULL
		OR rs."from" <= $1) AND (rs."until" IS NULL OR rs."until" >= $1)
	AND (rs.provision = 'K' OR rs.provision = 'E'))
 GROUP BY p.id, p.known_as, p.known_surname, p.known_surname_fold, p.known_as_fold, e.year, e.form
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id;

-- name: watch_rows(on_day text) -> watch, pupil, known_as, known_surname, year, form, since, expires_on, raised_by    scope: CAMPUS   tier: T2
SELECT w.id, p.id, p.known_as, p.known_surname, e.year, e.form, w."from", w.expires_on,
 (SELECT coalesce(s.forename || ' ', '') || s.surname FROM staff s WHERE {scope s} AND s.id = w.raised_by)
  FROM watch w JOIN pupil p ON p.id = w.pupil LEFT JOIN enrolment e ON e.pupil = w.pupil AND {scope e} AND (e."from" IS NULL
		OR e."from" <= $1) AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope w} AND {scope p} AND w."from" <= $1 AND (w.decided_on IS NULL OR w.decided_on > $1)
 ORDER BY w.expires_on, p.known_surname_fold, p.known_as_fold, w.id;

-- name: round_rows(on_day text, began text) -> pupil, known_as, known_surname, year, form, status_id, version, review_on, reviewed_on, needs
-- scope: CAMPUS   tier: T2
-- SEN Support in one review round: who was reviewed since it began, and who is still to do.
SELECT p.id, p.known_as, p.known_surname, e.year, e.form, rs.id, rs.version, rs.review_on,
 (SELECT max(d.met_on) FROM due d WHERE {scope d} AND d.pupil = rs.pupil AND d.clock = 'apdr-review' AND d.met_on >= $2),
 (SELECT min(n.rank || n.type) FROM need n WHERE {scope n} AND n.pupil = rs.pupil AND (n."from" IS NULL OR n."from" <= $1)
		AND (n."until" IS NULL OR n."until" >= $1))
  FROM register_status rs JOIN pupil p ON p.id = rs.pupil JOIN enrolment e ON e.pupil = rs.pupil
 WHERE {scope rs} AND {scope p} AND {scope e} AND rs.provision = 'K' AND (rs."from" IS NULL OR rs."from" <= $1)
		AND (rs."until" IS NULL OR rs."until" >= $1) AND (e."from" IS NULL OR e."from" <= $1) AND (e."until" IS NULL
		OR e."until" >= $1) AND e.status <> 'X'
   AND rs."from" < $1
 ORDER BY CASE WHEN length(e.year) = 1 THEN '0' ELSE '' END
		|| coalesce(e.year, ''), e.form_fold, p.known_surname_fold, p.known_as_fold, p.id;

-- name: due_open(on_day text, first text, last text, most int)
-- -> due, pupil, known_as, known_surname, year, form, provision, clock, title, reason, due_on, source, source_id, exempt_reason
-- scope: CAMPUS   tier: T2
-- Dates not yet met on the day looked at, from first to last; the nearest first.
SELECT d.id, d.pupil, p.known_as, p.known_surname, e.year, e.form,
 (SELECT min(rs.provision) FROM register_status rs WHERE {scope rs} AND rs.pupil = d.pupil AND (rs."from" IS NULL
		OR rs."from" <= $1) AND (rs."until" IS NULL OR rs."until" >= $1)
	AND (rs.provision = 'K' OR rs.provision = 'E')),
 d.clock, d.title, d.reason, d.due_on, d.source, d.source_id, d.exempt_reason
  FROM due d JOIN pupil p ON p.id = d.pupil LEFT JOIN enrolment e ON e.pupil = d.pupil AND {scope e} AND (e."from" IS NULL
		OR e."from" <= $1) AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope d} AND {scope p} AND d.due_on >= $2 AND d.due_on <= $3 AND (d.met_on IS NULL OR d.met_on > $1)
 ORDER BY d.due_on, p.known_surname_fold, p.known_as_fold, d.id LIMIT CAST($4 AS INTEGER);

-- name: act_rows(act text) -> record, id, version    scope: CAMPUS   tier: T2
-- What one act added or changed of the register's records, in the order in which it is safest taken back.
SELECT 'due', d.id, d.version FROM due d WHERE {scope d} AND d.act = $1
UNION ALL SELECT 'need', n.id, n.version FROM need n WHERE {scope n} AND n.act = $1
UNION ALL SELECT 'strength', g.id, g.version FROM strength g WHERE {scope g} AND g.act = $1
UNION ALL SELECT 'strategy', t.id, t.version FROM strategy t WHERE {scope t} AND t.act = $1
UNION ALL SELECT 'note', o.id, o.version FROM note o WHERE {scope o} AND o.act = $1
UNION ALL SELECT 'parent_meeting', m.id, m.version FROM parent_meeting m WHERE {scope m} AND m.act = $1
UNION ALL SELECT 'watch', w.id, w.version FROM watch w WHERE {scope w} AND w.act = $1
UNION ALL SELECT 'register_status', r.id, r.version FROM register_status r WHERE {scope r} AND r.act = $1
ORDER BY 1, 3;

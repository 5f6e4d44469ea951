-- The register's questions. Each takes the day looked at first; the engine puts scope and tier where the marks are.
-- Lists made of codes come as a sum of bits in the order of NEED_TYPES and FLAGS (list.c), for a list of words is not portable.

-- name: register_rows(on_day text, status text, name text, upn text, year text, form text, need text, keyworker text, flag text, review text, soon text, term text, sort text, dir text, most int, skip int)
-- One row a child. Names are sorted after everything else, so that every order is whole.
-- -> pupil, known_as, known_surname, upn, year, form, provision, since, told_on, told_how, review_on, needs, due, keyworker, met_on, flags, attendance
-- scope: CAMPUS   tier: T2
SELECT b.pupil, b.known_as, b.known_surname, b.upn, b.year, b.form, b.provision, b.since, b.told_on, b.told_how, b.review_on,
 (SELECT min(CASE WHEN n1.rank < 10 THEN '0' ELSE '' END || n1.rank || n1.type) || ' ' || sum(DISTINCT CASE n1.type
		WHEN 'SPLD' THEN 1 WHEN 'MLD' THEN 2 WHEN 'SLD' THEN 4 WHEN 'PMLD' THEN 8 WHEN 'SEMH' THEN 16
		WHEN 'SLCN' THEN 32 WHEN 'ASD' THEN 64 WHEN 'HI' THEN 128 WHEN 'VI' THEN 256 WHEN 'MSI' THEN 512
		WHEN 'PD' THEN 1024 WHEN 'DS' THEN 2048 WHEN 'NSA' THEN 4096 WHEN 'OTH' THEN 8192 WHEN 'BESD' THEN 16384 ELSE 0 END)
	FROM need n1 WHERE {scope n1} AND n1.pupil = b.pupil AND (n1."from" IS NULL OR n1."from" <= $1) AND (n1."until" IS NULL
		OR n1."until" >= $1)),
 (SELECT min(d1.due_on || ' ' || d1.id || ' ' || d1.title) FROM due d1 WHERE {scope d1} AND d1.pupil = b.pupil
	AND (d1.met_on IS NULL OR d1.met_on > $1) AND (d1.starts_on IS NULL OR d1.starts_on <= $1)),
 (SELECT min(coalesce(substr(s1.forename, 1, 1) || ' ', '') || s1.surname) FROM caseload k1 JOIN staff s1 ON s1.id = k1.staff
	WHERE {scope k1} AND {scope s1} AND k1.pupil = b.pupil AND k1.kind = 'keyworker' AND (k1."from" IS NULL
		OR k1."from" <= $1) AND (k1."until" IS NULL OR k1."until" >= $1)),
 (SELECT max(m1.met_on) FROM parent_meeting m1 WHERE {scope m1} AND m1.pupil = b.pupil AND m1.met_on <= $1),
 (SELECT sum(DISTINCT CASE f1.code
		WHEN 'PP' THEN 1 WHEN 'FSM' THEN 2 WHEN 'E6' THEN 4 WHEN 'LAC' THEN 8 WHEN 'PLAC' THEN 16
		WHEN 'EAL' THEN 32 WHEN 'SVC' THEN 64 WHEN 'YC' THEN 128 WHEN 'CIN' THEN 256 WHEN 'TOPUP' THEN 512
		WHEN 'UNIT' THEN 1024 WHEN 'RP' THEN 2048 WHEN 'EXAM' THEN 4096 ELSE 0 END)
	FROM pupil_flag f1 WHERE {scope f1} AND f1.pupil = b.pupil AND (f1."from" IS NULL OR f1."from" <= $1)
		AND (f1."until" IS NULL OR f1."until" >= $1)),
 (SELECT t1.per_mille FROM attendance_summary t1 WHERE {scope t1} AND t1.pupil = b.pupil AND t1."from" <= $1
	ORDER BY t1."until" DESC, t1.id LIMIT 1)
FROM (SELECT c.pupil, c.known_as, c.known_surname, c.known_as_fold, c.known_surname_fold, c.upn, c.year, c.form, c.provision,
	c.since, c.told_on, c.told_how, c.review_on, c.k
	FROM (SELECT r.pupil AS pupil, p.known_as AS known_as, p.known_surname AS known_surname, p.known_as_fold AS known_as_fold,
	p.known_surname_fold AS known_surname_fold, p.upn AS upn, en.year AS year, en.form AS form, r.provision AS provision, r.since AS since,
	r.told_on AS told_on, r.told_how AS told_how, r.review_on AS review_on,
	CASE $13 WHEN 'form' THEN CASE en.year WHEN 'E1' THEN ' 1' WHEN 'E2' THEN ' 2' WHEN 'N1' THEN ' 3' WHEN 'N2' THEN ' 4'
		WHEN 'R' THEN ' 5'
		ELSE CASE WHEN length(en.year) = 1 THEN '0' ELSE '' END || coalesce(en.year, '') END || ' '
		|| coalesce(en.form_fold, '')
	WHEN 'status' THEN r.provision WHEN 'since' THEN r.since WHEN 'review' THEN r.review_on WHEN 'upn' THEN p.upn
	WHEN 'need' THEN (SELECT min(nd.rank || nd.type) FROM need nd WHERE {scope nd} AND nd.pupil = r.pupil
		AND (nd."from" IS NULL OR nd."from" <= $1) AND (nd."until" IS NULL OR nd."until" >= $1))
	WHEN 'date' THEN (SELECT min(d2.due_on || ' ' || d2.id || ' ' || d2.title) FROM due d2 WHERE {scope d2}
		AND d2.pupil = r.pupil
	AND (d2.met_on IS NULL OR d2.met_on > $1) AND (d2.starts_on IS NULL OR d2.starts_on <= $1))
	WHEN 'key' THEN (SELECT min(coalesce(substr(s2.forename, 1, 1) || ' ', '') || s2.surname) FROM caseload k2
		JOIN staff s2 ON s2.id = k2.staff
	WHERE {scope k2} AND {scope s2} AND k2.pupil = r.pupil AND k2.kind = 'keyworker' AND (k2."from" IS NULL
		OR k2."from" <= $1) AND (k2."until" IS NULL OR k2."until" >= $1))
	WHEN 'met' THEN (SELECT max(m2.met_on) FROM parent_meeting m2 WHERE {scope m2} AND m2.pupil = r.pupil AND m2.met_on <= $1)
	WHEN 'att' THEN (SELECT CAST(10000 + t2.per_mille AS TEXT) FROM attendance_summary t2 WHERE {scope t2}
		AND t2.pupil = r.pupil AND t2."from" <= $1
	ORDER BY t2."until" DESC, t2.id LIMIT 1)
	END AS k
	FROM (
	SELECT rs.pupil AS pupil, rs.provision AS provision, rs."from" AS since, rs.parents_told_on AS told_on,
		rs.parents_told_how AS told_how, rs.review_on AS review_on
	  FROM register_status rs
	 WHERE {scope rs} AND (rs."from" IS NULL OR rs."from" <= $1) AND (rs."until" IS NULL OR rs."until" >= $1)
	   AND ($2 = 'KE' OR $2 = rs.provision) AND $2 <> 'all' AND $2 <> 'watch' AND (rs.provision = 'K' OR rs.provision = 'E')
	UNION ALL
	SELECT w.pupil, 'W', w."from", NULL, NULL, w.expires_on
	  FROM watch w
	 WHERE $2 = 'watch' AND {scope w} AND w."from" <= $1 AND (w.decided_on IS NULL OR w.decided_on > $1)
	UNION ALL
	SELECT ea.pupil, coalesce(ra.provision, 'N'), ra."from", ra.parents_told_on, ra.parents_told_how, ra.review_on
	  FROM enrolment ea LEFT JOIN register_status ra ON ra.pupil = ea.pupil AND {scope ra}
	   AND (ra."from" IS NULL OR ra."from" <= $1) AND (ra."until" IS NULL OR ra."until" >= $1) AND (ra.provision = 'K'
		OR ra.provision = 'E')
	 WHERE $2 = 'all' AND {scope ea} AND (ea."from" IS NULL OR ea."from" <= $1) AND (ea."until" IS NULL OR ea."until" >= $1)
) r
	JOIN pupil p ON p.id = r.pupil JOIN enrolment en ON en.pupil = r.pupil
	WHERE {scope p} AND p.alias_of IS NULL AND {scope en} AND (en."from" IS NULL OR en."from" <= $1) AND (en."until" IS NULL
		OR en."until" >= $1) AND en.status <> 'X'
   AND ($3 = '' OR p.upn = $4 OR coalesce(p.known_as_fold, '') || ' ' || coalesce(p.known_surname_fold, '') || ' '
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
		AND (($10 = 'overdue' AND df.due_on < $1) OR ($10 = 'week' AND df.due_on >= $1 AND df.due_on <= $11)))))) c
	ORDER BY CASE WHEN $14 = '' THEN coalesce(c.k, '~') END, CASE WHEN $14 <> '' THEN coalesce(c.k, '') END DESC,
	c.known_surname_fold, c.known_as_fold, c.pupil
	LIMIT CAST($15 AS INTEGER) OFFSET CAST($16 AS INTEGER)) b
ORDER BY CASE WHEN $14 = '' THEN coalesce(b.k, '~') END, CASE WHEN $14 <> '' THEN coalesce(b.k, '') END DESC,
 b.known_surname_fold, b.known_as_fold, b.pupil;

-- name: register_all(on_day text, status text, name text, upn text, year text, form text, need text, keyworker text, flag text, review text, soon text, term text)
-- The same children, all of them, with what the counts beside the list and the check before the census need. Needs: how many, how many
-- different ranks, the highest rank, the main one, all as a sum of bits.
-- -> pupil, known_as, known_surname, year, form, provision, needs
-- scope: CAMPUS   tier: T2
SELECT r.pupil, p.known_as, p.known_surname, en.year, en.form, r.provision,
 (SELECT count(n1.id) || ' ' || count(DISTINCT n1.rank) || ' ' || max(n1.rank) || ' '
	|| min(CASE WHEN n1.rank < 10 THEN '0' ELSE '' END || n1.rank || n1.type) || ' ' || sum(DISTINCT CASE n1.type
		WHEN 'SPLD' THEN 1 WHEN 'MLD' THEN 2 WHEN 'SLD' THEN 4 WHEN 'PMLD' THEN 8 WHEN 'SEMH' THEN 16
		WHEN 'SLCN' THEN 32 WHEN 'ASD' THEN 64 WHEN 'HI' THEN 128 WHEN 'VI' THEN 256 WHEN 'MSI' THEN 512
		WHEN 'PD' THEN 1024 WHEN 'DS' THEN 2048 WHEN 'NSA' THEN 4096 WHEN 'OTH' THEN 8192 WHEN 'BESD' THEN 16384 ELSE 0 END)
	FROM need n1 WHERE {scope n1} AND n1.pupil = r.pupil AND (n1."from" IS NULL OR n1."from" <= $1) AND (n1."until" IS NULL
		OR n1."until" >= $1))
FROM (
SELECT rs.pupil AS pupil, rs.provision AS provision, rs."from" AS since, rs.parents_told_on AS told_on,
	rs.parents_told_how AS told_how, rs.review_on AS review_on
  FROM register_status rs
 WHERE {scope rs} AND (rs."from" IS NULL OR rs."from" <= $1) AND (rs."until" IS NULL OR rs."until" >= $1)
   AND ($2 = 'KE' OR $2 = rs.provision) AND $2 <> 'all' AND $2 <> 'watch' AND (rs.provision = 'K' OR rs.provision = 'E')
UNION ALL
SELECT w.pupil, 'W', w."from", NULL, NULL, w.expires_on
  FROM watch w
 WHERE $2 = 'watch' AND {scope w} AND w."from" <= $1 AND (w.decided_on IS NULL OR w.decided_on > $1)
UNION ALL
SELECT ea.pupil, coalesce(ra.provision, 'N'), ra."from", ra.parents_told_on, ra.parents_told_how, ra.review_on
  FROM enrolment ea LEFT JOIN register_status ra ON ra.pupil = ea.pupil AND {scope ra}
   AND (ra."from" IS NULL OR ra."from" <= $1) AND (ra."until" IS NULL OR ra."until" >= $1) AND (ra.provision = 'K'
		OR ra.provision = 'E')
 WHERE $2 = 'all' AND {scope ea} AND (ea."from" IS NULL OR ea."from" <= $1) AND (ea."until" IS NULL OR ea."until" >= $1)
) r
JOIN pupil p ON p.id = r.pupil JOIN enrolment en ON en.pupil = r.pupil
WHERE {scope p} AND p.alias_of IS NULL AND {scope en} AND (en."from" IS NULL OR en."from" <= $1) AND (en."until" IS NULL
		OR en."until" >= $1) AND en.status <> 'X'
   AND ($3 = '' OR p.upn = $4 OR coalesce(p.known_as_fold, '') || ' ' || coalesce(p.known_surname_fold, '') || ' '
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
	AND (($10 = 'overdue' AND df.due_on < $1) OR ($10 = 'week' AND df.due_on >= $1 AND df.due_on <= $11)))))
ORDER BY p.known_surname_fold, p.known_as_fold, r.pupil;

-- name: register_keyworkers(on_day text) -> staff, name, sort_one, sort_two    scope: CAMPUS   tier: T1
SELECT DISTINCT s.id, coalesce(s.forename || ' ', '') || s.surname AS called, s.surname_fold, s.forename_fold
  FROM caseload k JOIN staff s ON s.id = k.staff
 WHERE {scope k} AND {scope s} AND k.kind = 'keyworker' AND (k."from" IS NULL OR k."from" <= $1) AND (k."until" IS NULL
		OR k."until" >= $1)
 ORDER BY s.surname_fold, s.forename_fold;

-- name: register_counts(on_day text) -> watched, roll    scope: CAMPUS   tier: T2
SELECT (SELECT count(*) FROM watch w WHERE {scope w} AND w."from" <= $1 AND (w.decided_on IS NULL OR w.decided_on > $1)),
 (SELECT count(DISTINCT e.pupil) FROM enrolment e WHERE {scope e} AND e.status <> 'X' AND (e."from" IS NULL OR e."from" <= $1)
		AND (e."until" IS NULL OR e."until" >= $1));

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
SELECT 'need', n.id, n.version FROM need n WHERE {scope n} AND n.act = $1
UNION ALL SELECT 'strength', g.id, g.version FROM strength g WHERE {scope g} AND g.act = $1
UNION ALL SELECT 'strategy', t.id, t.version FROM strategy t WHERE {scope t} AND t.act = $1
UNION ALL SELECT 'note', o.id, o.version FROM note o WHERE {scope o} AND o.act = $1
UNION ALL SELECT 'parent_meeting', m.id, m.version FROM parent_meeting m WHERE {scope m} AND m.act = $1
UNION ALL SELECT 'watch', w.id, w.version FROM watch w WHERE {scope w} AND w.act = $1
UNION ALL SELECT 'register_status', r.id, r.version FROM register_status r WHERE {scope r} AND r.act = $1
ORDER BY 1, 3;

-- Questions of other people's advice: what is undecided, undone, not looked at, expected. Each shows what its matrix rows show.

-- name: advice_undecided(on_day text) -> recommendation, report, number, pupil, known_as, known_surname, form, title, author, received_on    scope: CAMPUS   tier: T2
-- Every recommendation that nobody has decided, the report that waits longest first.
SELECT r.id, a.id, r.number, p.id, p.known_as, p.known_surname, e.form, a.title, a.author, a.received_on
  FROM recommendation r JOIN advice_report a ON a.id = r.report JOIN pupil p ON p.id = r.pupil
  LEFT JOIN enrolment e ON e.pupil = r.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope r} AND {scope a} AND {scope p} AND (r.decision IS NULL OR r.decision = '')
 ORDER BY a.received_on, a.id, r.number, r.id LIMIT 600;

-- name: advice_open(on_day text, owner text, pupil text) -> action, recommendation, pupil, known_as, known_surname, form, owner, owner_name, due_on, told_on    scope: CAMPUS   tier: T2
-- Actions not done, the latest first; $2 and $3 empty: everybody's, about every child.
SELECT a.id, a.recommendation, p.id, p.known_as, p.known_surname, e.form, a.owner, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), a.due_on,
       a.told_on
  FROM advice_action a JOIN pupil p ON p.id = a.pupil
  LEFT JOIN staff s ON s.id = a.owner AND {scope s}
  LEFT JOIN enrolment e ON e.pupil = a.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope a} AND {scope p} AND a.done_on IS NULL AND ($2 = '' OR a.owner = $2) AND ($3 = '' OR a.pupil = $3)
 ORDER BY a.due_on, p.known_surname_fold, p.known_as_fold, a.id LIMIT 600;

-- name: advice_unreviewed(on_day text, term text) -> report, pupil, known_as, known_surname, form, title, author, received_on, reviewed_on    scope: CAMPUS   tier: T2
-- Open reports that came before this term and were not looked at in it.
SELECT a.id, p.id, p.known_as, p.known_surname, e.form, a.title, a.author, a.received_on,
 (SELECT max(v.reviewed_on) FROM advice_review v WHERE {scope v} AND v.report = a.id)
  FROM advice_report a JOIN pupil p ON p.id = a.pupil
  LEFT JOIN enrolment e ON e.pupil = a.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope a} AND {scope p} AND a.closed_on IS NULL AND a.received_on < $2
   AND NOT EXISTS (SELECT 1 FROM advice_review w WHERE {scope w} AND w.report = a.id AND w.reviewed_on >= $2)
 ORDER BY a.received_on, a.id LIMIT 300;

-- name: advice_expected(on_day text, pupil text) -> referral, pupil, known_as, known_surname, form, agency, person, state, asked_on, sent_on, visit_on, reply_by    scope: CAMPUS   tier: T2
-- Referrals that are still on their way, and those that staff asked for and nobody sent. The one longest overdue first.
SELECT f.id, p.id, p.known_as, p.known_surname, e.form, g.name, n.name, f.state, f.asked_on, f.sent_on, f.visit_on, f.reply_by
  FROM referral f JOIN pupil p ON p.id = f.pupil
  LEFT JOIN agency g ON g.id = f.agency AND {scope g}
  LEFT JOIN professional n ON n.id = f.professional AND {scope n}
  LEFT JOIN enrolment e ON e.pupil = f.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope f} AND {scope p} AND f.state IN ('asked', 'sent', 'accepted', 'waiting', 'visit') AND ($2 = '' OR f.pupil = $2)
 ORDER BY CASE WHEN f.state = 'asked' THEN 0 ELSE 1 END, coalesce(f.reply_by, f.visit_on, '9'), f.id LIMIT 300;

-- name: agency_list(on_day text) -> id, name, kind, phone, email, checked_on, people, open_referrals, until    scope: CAMPUS   tier: T1
SELECT g.id, g.name, g.kind, g.phone, g.email, g.checked_on,
 (SELECT count(*) FROM professional n WHERE {scope n} AND n.agency = g.id AND n."from" <= $1 AND (n."until" IS NULL OR n."until" >= $1)),
 (SELECT count(*) FROM referral f WHERE {scope f} AND f.agency = g.id AND f.state IN ('sent', 'accepted', 'waiting', 'visit')), g."until"
  FROM agency g WHERE {scope g} ORDER BY CASE WHEN g."until" IS NULL OR g."until" >= $1 THEN 0 ELSE 1 END, g.name_fold, g.id LIMIT 500;

-- name: whom_to_ask(on_day text) -> agency, professional, service, person, job, reply_weeks, sort_one, sort_two    scope: CAMPUS   tier: T1
-- Services in use, and beneath each the people there.
SELECT g.id, '', g.name, '', '', g.reply_weeks, g.name_fold AS one, '' AS two FROM agency g
 WHERE {scope g} AND g."from" <= $1 AND (g."until" IS NULL OR g."until" >= $1)
UNION ALL
SELECT h.id, n.id, h.name, n.name, coalesce(n.job, ''), h.reply_weeks, h.name_fold, n.name_fold FROM professional n JOIN agency h ON h.id = n.agency
 WHERE {scope n} AND {scope h} AND n."from" <= $1 AND (n."until" IS NULL OR n."until" >= $1) AND (h."until" IS NULL OR h."until" >= $1)
 ORDER BY 7, 8, 1, 2;

-- name: same_size(pupil text, bytes text) -> document, title, written_on, blob    scope: PUPIL   tier: T2
-- Files of this child that may be the very one that is sent again.
SELECT d.id, d.title, d.written_on, d.blob FROM document d WHERE {scope d} AND d.pupil = $1 AND d.bytes = CAST($2 AS INTEGER) AND d.blob IS NOT NULL;

-- name: report_progress(pupil text) -> report, recommendations, undecided, actions, undone    scope: PUPIL   tier: T2
SELECT a.id,
 (SELECT count(*) FROM recommendation r1 WHERE {scope r1} AND r1.report = a.id),
 (SELECT count(*) FROM recommendation r2 WHERE {scope r2} AND r2.report = a.id AND (r2.decision IS NULL OR r2.decision = '')),
 (SELECT count(*) FROM advice_action x1 JOIN recommendation r3 ON r3.id = x1.recommendation WHERE {scope x1} AND {scope r3} AND r3.report = a.id),
 (SELECT count(*) FROM advice_action x2 JOIN recommendation r4 ON r4.id = x2.recommendation WHERE {scope x2} AND {scope r4} AND r4.report = a.id
	AND x2.done_on IS NULL)
  FROM advice_report a WHERE {scope a} AND a.pupil = $1 ORDER BY a.received_on DESC, a.id;

-- name: advice_owners() -> staff, name    scope: CAMPUS   tier: T2
SELECT DISTINCT s.id, trim(coalesce(s.forename, '') || ' ' || s.surname) AS called
  FROM advice_action a JOIN staff s ON s.id = a.owner WHERE {scope a} AND {scope s} AND a.done_on IS NULL ORDER BY 2, 1;

-- name: advice_waiting(on_day text, term text) -> undecided, unwritten, late, unreviewed, expected_late, asked    scope: CAMPUS   tier: T2
-- How much of each waits: nothing of a report leaves these counts until somebody has dealt with it.
SELECT (SELECT count(*) FROM recommendation r JOIN advice_report a1 ON a1.id = r.report WHERE {scope r} AND {scope a1} AND (r.decision IS NULL OR r.decision = '')),
       (SELECT count(*) FROM advice_report a2 WHERE {scope a2} AND a2.closed_on IS NULL AND NOT EXISTS
	 (SELECT 1 FROM recommendation r2 WHERE {scope r2} AND r2.report = a2.id)),
       (SELECT count(*) FROM advice_action x WHERE {scope x} AND x.done_on IS NULL AND x.due_on < $1),
       (SELECT count(*) FROM advice_report a3 WHERE {scope a3} AND a3.closed_on IS NULL AND a3.received_on < $2
	 AND NOT EXISTS (SELECT 1 FROM advice_review w WHERE {scope w} AND w.report = a3.id AND w.reviewed_on >= $2)),
       (SELECT count(*) FROM referral f1 WHERE {scope f1} AND f1.state IN ('asked', 'sent', 'accepted', 'waiting', 'visit') AND f1.reply_by < $1),
       (SELECT count(*) FROM referral f2 WHERE {scope f2} AND f2.state = 'asked');

-- name: advice_unwritten(on_day text) -> report, pupil, known_as, known_surname, form, title, author, received_on    scope: CAMPUS   tier: T2
-- Open reports of which nobody has written a recommendation down.
SELECT a.id, p.id, p.known_as, p.known_surname, e.form, a.title, a.author, a.received_on
  FROM advice_report a JOIN pupil p ON p.id = a.pupil
  LEFT JOIN enrolment e ON e.pupil = a.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope a} AND {scope p} AND a.closed_on IS NULL AND NOT EXISTS (SELECT 1 FROM recommendation r WHERE {scope r} AND r.report = a.id)
 ORDER BY a.received_on, a.id LIMIT 300;

-- Questions of meetings, of contact with families and of caseloads. Each shows what its matrix rows show.

-- name: meetings_between(first text, last text, staff text) -> meeting, kind, meet_on, at, place, lead, lead_name, state, children, asked, shared_on    scope: CAMPUS   tier: T2
-- Meetings of those days; $3 empty: all of them, else those this person leads or is asked to.
SELECT m.id, m.kind, m.meet_on, m.start_time, m.place, m.lead, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), m.state,
 (SELECT count(*) FROM meeting_child c WHERE {scope c} AND c.meeting = m.id),
 (SELECT count(*) FROM meeting_staff a WHERE {scope a} AND a.meeting = m.id) + (SELECT count(*) FROM meeting_person q WHERE {scope q} AND q.meeting = m.id),
 m.shared_on
  FROM meeting m LEFT JOIN staff s ON s.id = m.lead AND {scope s}
 WHERE {scope m} AND m.meet_on >= $1 AND m.meet_on <= $2
   AND ($3 = '' OR m.lead = $3 OR EXISTS (SELECT 1 FROM meeting_staff b WHERE {scope b} AND b.meeting = m.id AND b.staff = $3))
 ORDER BY m.meet_on, coalesce(m.start_time, ''), m.id LIMIT 300;

-- name: meeting_children(meeting text, on_day text) -> row, pupil, known_as, known_surname, year, form    scope: CAMPUS   tier: T2
SELECT c.id, p.id, p.known_as, p.known_surname, e.year, e.form
  FROM meeting_child c JOIN pupil p ON p.id = c.pupil
  LEFT JOIN enrolment e ON e.pupil = c.pupil AND {scope e} AND e."from" <= $2 AND (e."until" IS NULL OR e."until" >= $2)
 WHERE {scope c} AND {scope p} AND c.meeting = $1 ORDER BY p.known_surname_fold, p.known_as_fold, c.id;

-- name: meeting_guests(meeting text) -> kind, row, who, name, post, email, asked_on, answer, came, pupil    scope: CAMPUS   tier: T2
-- Colleagues first, then those who come for a child.
SELECT 'staff', a.id, s.id, trim(coalesce(s.forename, '') || ' ' || s.surname), coalesce(s.post, ''), '', a.asked_on, a.answer, a.came, ''
  FROM meeting_staff a JOIN staff s ON s.id = a.staff WHERE {scope a} AND {scope s} AND a.meeting = $1
UNION ALL
SELECT 'guest', q.id, coalesce(q.contact, q.professional, ''), q.name, '', coalesce(q.email, ''), q.asked_on, q.answer, q.came, q.pupil
  FROM meeting_person q WHERE {scope q} AND q.meeting = $1
ORDER BY 1 DESC, 4, 2;

-- name: could_come(pupil text, on_day text) -> staff, name, subject, place    scope: CAMPUS   tier: T1
-- Those who could be asked to a meeting about this child: keyworkers, the form tutor, teachers.
SELECT s1.id, trim(coalesce(s1.forename, '') || ' ' || s1.surname), cl.kind, 0 AS place
  FROM caseload cl JOIN staff s1 ON s1.id = cl.staff
 WHERE {scope cl} AND {scope s1} AND cl.pupil = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
UNION ALL
SELECT s2.id, trim(coalesce(s2.forename, '') || ' ' || s2.surname), CASE WHEN k.kind = 'form' THEN 'tutor' ELSE coalesce(k.subject, k.name) END,
       CASE WHEN k.kind = 'form' THEN 1 ELSE 2 END
  FROM class_member cm JOIN class k ON k.id = cm.class JOIN teaching t ON t.class = k.id JOIN staff s2 ON s2.id = t.staff
 WHERE {scope cm} AND {scope k} AND {scope t} AND {scope s2} AND cm.pupil = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
   AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2)
 ORDER BY 4, 2, 1, 3;

-- name: who_advises(pupil text, on_day text) -> professional, name, job, service, email    scope: CAMPUS   tier: T2
-- People at services who were asked about this child.
SELECT DISTINCT n.id, n.name, coalesce(n.job, '') AS job, g.name AS service, coalesce(n.email, g.email, '') AS email
  FROM referral f JOIN agency g ON g.id = f.agency JOIN professional n ON n.agency = g.id
 WHERE {scope f} AND {scope g} AND {scope n} AND f.pupil = $1 AND n."from" <= $2 AND (n."until" IS NULL OR n."until" >= $2)
 ORDER BY 4, 2, 1;

-- name: agreed_open(on_day text, owner text, pupil text) -> action, meeting, pupil, known_as, known_surname, form, owner_name, due_on    scope: CAMPUS   tier: T2
-- Actions from meetings that are not done, the latest first.
SELECT a.id, a.meeting, p.id, p.known_as, p.known_surname, e.form, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), a.due_on
  FROM meeting_action a JOIN pupil p ON p.id = a.pupil
  LEFT JOIN staff s ON s.id = a.owner AND {scope s}
  LEFT JOIN enrolment e ON e.pupil = a.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope a} AND {scope p} AND a.done_on IS NULL AND ($2 = '' OR a.owner = $2) AND ($3 = '' OR a.pupil = $3)
 ORDER BY a.due_on, p.known_surname_fold, p.known_as_fold, a.id LIMIT 400;

-- name: concerns(on_day text, since text) -> row, meeting, meet_on, state, pupil, known_as, known_surname, form, owner_name, next_on, open_actions    scope: CAMPUS   tier: T2
-- Children at students-of-concern meetings, each once: the newest meeting, planned ones first.
SELECT c.id, m.id, m.meet_on, m.state, p.id, p.known_as, p.known_surname, e.form, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), c.next_on,
 (SELECT count(*) FROM meeting_action a WHERE {scope a} AND a.pupil = c.pupil AND a.done_on IS NULL)
  FROM meeting_child c JOIN meeting m ON m.id = c.meeting JOIN pupil p ON p.id = c.pupil
  LEFT JOIN staff s ON s.id = c.owner AND {scope s}
  LEFT JOIN enrolment e ON e.pupil = c.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope c} AND {scope m} AND {scope p} AND m.kind = 'concern' AND m.state <> 'cancelled' AND m.meet_on >= $2
   AND NOT EXISTS (SELECT 1 FROM meeting_child d JOIN meeting n ON n.id = d.meeting WHERE {scope d} AND {scope n} AND d.pupil = c.pupil AND n.kind = 'concern'
	AND n.state <> 'cancelled' AND (n.meet_on > m.meet_on OR (n.meet_on = m.meet_on AND d.id > c.id)))
 ORDER BY CASE m.state WHEN 'planned' THEN 0 ELSE 1 END, m.meet_on, p.known_surname_fold, p.known_as_fold, c.id LIMIT 300;

-- name: child_meetings(pupil text) -> row, meeting, kind, meet_on, at, state, lead_name    scope: PUPIL   tier: T2
SELECT c.id, m.id, m.kind, m.meet_on, m.start_time, m.state, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, ''))
  FROM meeting_child c JOIN meeting m ON m.id = c.meeting LEFT JOIN staff s ON s.id = m.lead AND {scope s}
 WHERE {scope c} AND {scope m} AND c.pupil = $1 ORDER BY m.meet_on DESC, m.id LIMIT 100;

-- name: caseloads(on_day text, staff text) -> caseload, staff, name, weight, pupil, known_as, known_surname, form, every_weeks, channel, plan_from, spoke_on, met_on    scope: CAMPUS   tier: T2
-- Keyworkers and their children, what is planned with each family and when somebody was last in touch. $2 empty: everybody's.
SELECT c.id, s.id, trim(coalesce(s.forename, '') || ' ' || s.surname), c.weight, p.id, p.known_as, p.known_surname, e.form,
 (SELECT min(l.every_weeks) FROM contact_plan l WHERE {scope l} AND l.pupil = c.pupil AND l."from" <= $1 AND (l."until" IS NULL OR l."until" >= $1)),
 (SELECT min(l2.channel) FROM contact_plan l2 WHERE {scope l2} AND l2.pupil = c.pupil AND l2."from" <= $1 AND (l2."until" IS NULL OR l2."until" >= $1)),
 (SELECT min(l3."from") FROM contact_plan l3 WHERE {scope l3} AND l3.pupil = c.pupil AND l3."from" <= $1 AND (l3."until" IS NULL OR l3."until" >= $1)),
 (SELECT max(g.spoke_on) FROM contact_log g WHERE {scope g} AND g.pupil = c.pupil),
 (SELECT max(t.met_on) FROM parent_meeting t WHERE {scope t} AND t.pupil = c.pupil AND t.met_on <= $1)
  FROM caseload c JOIN staff s ON s.id = c.staff JOIN pupil p ON p.id = c.pupil
  JOIN enrolment e ON e.pupil = c.pupil
 WHERE {scope c} AND {scope s} AND {scope p} AND {scope e} AND c.kind = 'keyworker' AND c."from" <= $1 AND (c."until" IS NULL OR c."until" >= $1)
   AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) AND e.status <> 'X' AND ($2 = '' OR c.staff = $2)
 ORDER BY s.surname_fold, s.forename_fold, s.id, p.known_surname_fold, p.known_as_fold, c.id LIMIT 2000;

-- name: follow_ups(on_day text, staff text) -> log, pupil, known_as, known_surname, form, spoke_on, follow_up_on, staff_name    scope: CAMPUS   tier: T2
-- Promised to speak again, and nobody has since.
SELECT g.id, p.id, p.known_as, p.known_surname, e.form, g.spoke_on, g.follow_up_on, trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, ''))
  FROM contact_log g JOIN pupil p ON p.id = g.pupil LEFT JOIN staff s ON s.id = g.staff AND {scope s}
  LEFT JOIN enrolment e ON e.pupil = g.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope g} AND {scope p} AND g.follow_up_on IS NOT NULL AND ($2 = '' OR g.staff = $2)
   AND NOT EXISTS (SELECT 1 FROM contact_log h WHERE {scope h} AND h.pupil = g.pupil AND h.spoke_on > g.spoke_on)
 ORDER BY g.follow_up_on, p.known_surname_fold, g.id LIMIT 200;

-- name: child_named(on_day text, first text, last text) -> pupil, known_as, known_surname, form    scope: CAMPUS   tier: T1
-- Children on roll whose known name or surname begins with what was typed, folded.
SELECT p.id, p.known_as, p.known_surname, e.form FROM enrolment e JOIN pupil p ON p.id = e.pupil
 WHERE {scope e} AND {scope p} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) AND p.alias_of IS NULL
   AND ((p.known_surname_fold >= $2 AND p.known_surname_fold < $3) OR (p.known_as_fold >= $2 AND p.known_as_fold < $3)
	OR (p.known_as_fold || ' ' || p.known_surname_fold >= $2 AND p.known_as_fold || ' ' || p.known_surname_fold < $3))
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 12;

-- name: who_does_what(pupil text, on_day text) -> kind, who, detail, on_day, many, gone    scope: PUPIL   tier: T2
-- Every adult with a part in this child's support, and whether they have left since. Owners of actions with how many and the nearest day.
SELECT 'keyworker' AS kind, trim(coalesce(s1.forename, '') || ' ' || s1.surname) AS who, cl.kind AS detail, cl."from" AS day, 1 AS many, s1."until" AS gone
  FROM caseload cl JOIN staff s1 ON s1.id = cl.staff
 WHERE {scope cl} AND {scope s1} AND cl.pupil = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
UNION ALL
SELECT 'support', trim(coalesce(s2.forename, '') || ' ' || coalesce(s2.surname, coalesce(pl.staff_words, ''))), pl.name, pl."from", 1, s2."until"
  FROM provision_line pl LEFT JOIN staff s2 ON s2.id = pl.staff AND {scope s2}
 WHERE {scope pl} AND pl.pupil = $1 AND pl."from" <= $2 AND (pl."until" IS NULL OR pl."until" >= $2)
UNION ALL
SELECT 'advice', trim(coalesce(s3.forename, '') || ' ' || coalesce(s3.surname, '')), '', min(aa.due_on), count(aa.id), s3."until"
  FROM advice_action aa LEFT JOIN staff s3 ON s3.id = aa.owner AND {scope s3}
 WHERE {scope aa} AND aa.pupil = $1 AND aa.done_on IS NULL GROUP BY aa.owner, s3.forename, s3.surname, s3."until"
UNION ALL
SELECT 'agreed', trim(coalesce(s4.forename, '') || ' ' || coalesce(s4.surname, '')), '', min(ma.due_on), count(ma.id), s4."until"
  FROM meeting_action ma LEFT JOIN staff s4 ON s4.id = ma.owner AND {scope s4}
 WHERE {scope ma} AND ma.pupil = $1 AND ma.done_on IS NULL GROUP BY ma.owner, s4.forename, s4.surname, s4."until"
UNION ALL
SELECT 'contact', trim(coalesce(s5.forename, '') || ' ' || s5.surname), cp.channel, cp."from", cp.every_weeks, s5."until"
  FROM contact_plan cp JOIN staff s5 ON s5.id = cp.staff
 WHERE {scope cp} AND {scope s5} AND cp.pupil = $1 AND cp."from" <= $2 AND (cp."until" IS NULL OR cp."until" >= $2)
UNION ALL
SELECT 'service', coalesce(g.name, ''), f.state, coalesce(f.reply_by, f.visit_on), 1, NULL
  FROM referral f LEFT JOIN agency g ON g.id = f.agency AND {scope g}
 WHERE {scope f} AND f.pupil = $1 AND f.state IN ('asked', 'sent', 'accepted', 'waiting', 'visit')
UNION ALL
SELECT 'meeting', trim(coalesce(s6.forename, '') || ' ' || coalesce(s6.surname, '')), m.kind, m.meet_on, 1, s6."until"
  FROM meeting_child mc JOIN meeting m ON m.id = mc.meeting LEFT JOIN staff s6 ON s6.id = m.lead AND {scope s6}
 WHERE {scope mc} AND {scope m} AND mc.pupil = $1 AND m.state = 'planned' AND m.meet_on >= $2
 ORDER BY 1, 4, 2, 3;

-- Questions of concerns from home.

-- name: home_concerns(on_day text, which text, most int) -> concern, pupil, known_as, known_surname, form, kind, theme, stage, state, raised_on, reply_by, replied_on, owner_name, outcome    scope: CAMPUS   tier: T2
-- $2 'open': those not closed, the next answer first; else those closed, newest first.
SELECT c.id, p.id, p.known_as, p.known_surname, coalesce(e.form, ''), c.kind, coalesce(c.theme, ''), c.stage, c.state, c.raised_on, c.reply_by, c.replied_on,
       trim(coalesce(s.forename, '') || ' ' || coalesce(s.surname, '')), coalesce(c.outcome, '')
  FROM home_concern c JOIN pupil p ON p.id = c.pupil
  LEFT JOIN staff s ON s.id = c.owner AND {scope s}
  LEFT JOIN enrolment e ON e.pupil = c.pupil AND {scope e} AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1)
 WHERE {scope c} AND {scope p} AND (($2 = 'open' AND c.state <> 'closed') OR ($2 <> 'open' AND c.state = 'closed'))
 ORDER BY CASE WHEN c.state = 'answered' THEN 1 ELSE 0 END, CASE WHEN $2 = 'open' THEN coalesce(c.reply_by, '9999') ELSE '' END, c.raised_on DESC, c.id
 LIMIT CAST($3 AS INTEGER);

-- name: home_concern_facts(first text, last text) -> theme, kind, outcome, raised_on, reply_by, replied_on, state    scope: CAMPUS   tier: T2
-- Every concern of those days, without whom it is about.
SELECT coalesce(c.theme, ''), c.kind, coalesce(c.outcome, ''), c.raised_on, c.reply_by, c.replied_on, c.state FROM home_concern c
 WHERE {scope c} AND c.raised_on >= $1 AND c.raised_on <= $2 ORDER BY c.raised_on, c.id LIMIT 2000;

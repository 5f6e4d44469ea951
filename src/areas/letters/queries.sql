-- The outbox in figures, and the children a letter to many goes to.

-- name: outbox_counts() -> state, n, oldest   scope: CAMPUS   tier: T2
SELECT m.state, count(*), min(m.queued_at) FROM message m WHERE {scope m} GROUP BY m.state ORDER BY m.state;

-- name: outbox_words(most int) -> words, n, latest   scope: CAMPUS   tier: T2
-- What mail servers said of messages that are not sent.
SELECT m.words, count(*), max(m.queued_at) FROM message m
 WHERE {scope m} AND m.words IS NOT NULL AND (m.state = 'queued' OR m.state = 'refused' OR m.state = 'unknown')
 GROUP BY m.words ORDER BY 2 DESC, 1 LIMIT CAST($1 AS INTEGER);

-- name: letter_counts() -> state, n   scope: CAMPUS   tier: T2
SELECT l.state, count(*) FROM letter l WHERE {scope l} GROUP BY l.state ORDER BY l.state;

-- name: letter_children(today text, provision text, year text, form text, need text) -> pupil, known_as, known_surname, year, form, provision   scope: CAMPUS   tier: T2
-- Children on roll today whose register status, year, form and need are those asked for; empty is any.
SELECT p.id, coalesce(p.known_as, p.forename, ''), coalesce(p.known_surname, p.surname), coalesce(e.year, ''), coalesce(e.form, ''),
       coalesce(r.provision, '')
  FROM enrolment e JOIN pupil p ON p.id = e.pupil
  LEFT JOIN register_status r ON r.pupil = p.id AND {scope r} AND r."from" <= $1 AND (r."until" IS NULL OR r."until" >= $1)
 WHERE {scope e} AND {scope p} AND p.alias_of IS NULL AND e."from" <= $1 AND (e."until" IS NULL OR e."until" >= $1) AND e.status <> 'X'
   AND ($2 = '' OR ($2 = 'KE' AND (r.provision = 'K' OR r.provision = 'E')) OR r.provision = $2)
   AND ($3 = '' OR e.year = $3) AND ($4 = '' OR e.form_fold = $4)
   AND ($5 = '' OR EXISTS (SELECT 1 FROM need n WHERE {scope n} AND n.pupil = p.id AND n.type = $5 AND n."from" <= $1
        AND (n."until" IS NULL OR n."until" >= $1)))
 ORDER BY p.known_surname_fold, p.known_as_fold, p.id LIMIT 400;

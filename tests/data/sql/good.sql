-- Named queries that the tool takes. The tests look at what it makes of them.

-- name: open_concerns(before text) -> id, risk, raised_at    scope: CAMPUS   tier: T4
-- unscoped: concern_ack only whether there is one
SELECT c.id, c.risk, c.raised_at FROM concern c LEFT JOIN concern_ack a ON a.concern_id = c.id -- it's; a comment {scope x}
 WHERE {scope c} AND a.id IS NULL AND c.raised_at < $1 ORDER BY c.raised_at, c.id;

-- name: busiest_pupils(since text, most int)
-- What stands here is for people.
-- -> pupil, many
-- scope: GROUP   tier: T2
WITH RECURSIVE visits AS (
	SELECT s.pupil AS pupil, count(*) AS many FROM session s WHERE {scope s} AND s.held_on >= $1 GROUP BY s.pupil
), top (pupil, many) AS (SELECT v.pupil, v.many FROM visits v)
SELECT t.pupil, max(t.many) FILTER (WHERE t.many > 0) FROM top t, pupil p, (SELECT x.id FROM plan AS x WHERE {scope x}) y
 WHERE {scope p} AND t.pupil = p.id AND p.house IS DISTINCT FROM p.form
   AND p.id IN (SELECT pupil FROM room WHERE {scope room} AND name = '; $9 "')
 GROUP BY t.pupil LIMIT $2;

-- name: campus_names() -> name    scope: PUBLIC   tier: T0
SELECT name FROM campus
 WHERE {scope campus};

-- Questions of short updates.

-- name: update_teachers(pupil text, on_day text) -> staff, name    scope: CAMPUS   tier: T1
-- Those who teach or look after this child today, each once.
SELECT s1.id AS staff, trim(coalesce(s1.forename, '') || ' ' || s1.surname) AS name
  FROM class_member cm JOIN class k ON k.id = cm.class JOIN teaching t ON t.class = k.id JOIN staff s1 ON s1.id = t.staff
 WHERE {scope cm} AND {scope k} AND {scope t} AND {scope s1} AND cm.pupil = $1 AND cm."from" <= $2 AND (cm."until" IS NULL OR cm."until" >= $2)
   AND t."from" <= $2 AND (t."until" IS NULL OR t."until" >= $2) AND (s1."until" IS NULL OR s1."until" >= $2)
UNION
SELECT s2.id, trim(coalesce(s2.forename, '') || ' ' || s2.surname) FROM caseload cl JOIN staff s2 ON s2.id = cl.staff
 WHERE {scope cl} AND {scope s2} AND cl.pupil = $1 AND cl."from" <= $2 AND (cl."until" IS NULL OR cl."until" >= $2)
   AND (s2."until" IS NULL OR s2."until" >= $2)
 ORDER BY 2, 1;

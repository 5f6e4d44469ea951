-- Each `-- bad:` line is part of a complaint that the tool must make about this file; it makes no others.

-- bad: query no_scope has no scope
-- name: no_scope() -> id   tier: T2
SELECT p.id FROM pupil p WHERE {scope p};

-- bad: query no_tier has no tier
-- name: no_tier() -> id   scope: CAMPUS
SELECT p.id FROM pupil p WHERE {scope p};

-- bad: scope WORLD: one of
-- bad: tier T9: one of
-- bad: query odd has no tier
-- name: odd() -> id   scope: WORLD   tier: T9
SELECT p.id FROM pupil p WHERE {scope p};

-- bad: table plan has no {scope l}, and no `-- unscoped: plan why`
-- name: unmarked() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p JOIN plan l ON l.pupil = p.id WHERE {scope p};

-- bad: table plan has no {scope plan}
-- name: unmarked_below() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p} AND EXISTS (SELECT 1 FROM plan WHERE plan.pupil = p.id);

-- bad: table session has no {scope s}
-- name: unmarked_comma() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p, session s WHERE {scope p};

-- bad: unscoped: say the table and why
-- name: no_reason() -> id   scope: CAMPUS   tier: T2
-- unscoped: pupil
SELECT p.id FROM pupil p;

-- bad: unscoped: plan is not asked, or has its mark
-- name: needless() -> id   scope: CAMPUS   tier: T2
-- unscoped: plan holds nothing
SELECT p.id FROM pupil p WHERE {scope p};

-- bad: {scope q}: no table has this alias
-- bad: table pupil has no {scope p}
-- name: wrong_alias() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope q};

-- bad: the alias p stands for two tables
-- name: twice() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p} AND p.id IN (SELECT p.pupil FROM plan p);

-- bad: $2: the query has 1 parameter
-- name: too_many(one text) -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p} AND p.a = $1 AND p.b = $2;

-- bad: parameter two ($2) is not used
-- name: unused(one text, two int) -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p} AND p.a = $1;

-- bad: a parameter reads `name type`
-- name: untyped(one) -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p};

-- bad: says 2 columns and selects 3
-- name: columns() -> id, name   scope: CAMPUS   tier: T2
SELECT p.id, p.name, coalesce(p.a, p.b) FROM pupil p WHERE {scope p};

-- bad: name the columns instead of *
-- name: star() -> id   scope: CAMPUS   tier: T2
SELECT p.* FROM pupil p WHERE {scope p};

-- bad: DELETE: a named query only reads
-- bad: does not begin with SELECT
-- name: writes() -> id   scope: CAMPUS   tier: T2
DELETE FROM pupil p WHERE {scope p};

-- bad: now is not portable
-- bad: ILIKE is not portable
-- name: one_sided() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p} AND p.at < now() AND p.name ILIKE 'a%';

-- bad: in braces only {scope ALIAS} may stand
-- name: braces() -> id   scope: CAMPUS   tier: T2
-- unscoped: pupil for this test
SELECT p.id FROM pupil p WHERE {scop p};

-- bad: a { in a string
-- name: string_brace() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p} AND p.name = '{scope p}';

-- bad: names in quotes are not portable
-- name: quotes() -> id   scope: CAMPUS   tier: T2
SELECT p."id" FROM pupil p WHERE {scope p};

-- bad: query quotes is here twice
-- name: quotes() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p};

-- bad: query open_ended does not end in ;
-- name: open_ended() -> id   scope: CAMPUS   tier: T2
SELECT p.id FROM pupil p WHERE {scope p}

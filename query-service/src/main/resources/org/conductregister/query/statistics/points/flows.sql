-- What was pending when a period began, was received, reopened and closed in it, and is pending at its end, by the values that
-- each has at the end. Of allegations or cases.
WITH atEnd AS (
  SELECT p.register, p.member, p.category /* groups */, p.status AS statusThen, p.reopenings
  FROM knownAllegations p /* grouped unit */
  WHERE p.occurredOn <= (SELECT periodTo FROM question)
    AND 1 = 1 /* population */
  GROUP BY p.register, p.member, p.category /* groups */, p.status, p.reopenings
  HAVING sum(p.delta) > 0
),
before AS (
  SELECT p.register, p.member, p.status, p.reopenings
  FROM knownAllegations p /* unit */
  WHERE p.occurredOn < (SELECT periodFrom FROM question)
  GROUP BY p.register, p.member, p.status, p.reopenings
  HAVING sum(p.delta) > 0
),
flow AS (
  SELECT p.*,
         CASE WHEN b.status = 'PENDING' THEN 1 ELSE 0 END AS atStart,
         CASE WHEN b.member IS NULL THEN 1 ELSE 0 END AS received,
         p.reopenings - coalesce(b.reopenings, 0) AS reopened,
         CASE WHEN p.statusThen = 'PENDING' THEN 1 ELSE 0 END AS pending
  FROM atEnd p
  LEFT JOIN before b ON b.register = p.register AND b.member = p.member
)
SELECT p.category /* groups */, sum(p.atStart) AS pendingAtStart, sum(p.received) AS received,
       sum(p.atStart + p.received + p.reopened - p.pending) AS closed, sum(p.reopened) AS reopened,
       sum(p.pending) AS pendingAtEnd
FROM flow p
GROUP BY p.category /* groups */
HAVING sum(p.atStart) <> 0 OR sum(p.received) <> 0 OR sum(p.reopened) <> 0 OR sum(p.pending) <> 0
ORDER BY p.category /* groups */

-- How many as at the end of each of some days. The changes of a day are added up first, so the join is of few rows.
WITH days AS (
  SELECT DATE '2017-12-31' AS asAt UNION ALL SELECT DATE '2018-12-31' /* days */
),
change AS (
  SELECT p.status /* groups */, p.occurredOn, sum(p.delta) AS delta
  FROM knownAllegations p /* grouped unit */
  WHERE p.occurredOn <= (SELECT max(asAt) FROM days)
    AND 1 = 1 /* population */
  GROUP BY p.status /* groups */, p.occurredOn
)
SELECT d.asAt, p.status /* groups */, sum(p.delta) AS units
FROM change p
JOIN days d ON p.occurredOn <= d.asAt
GROUP BY d.asAt, p.status /* groups */
HAVING sum(p.delta) <> 0
ORDER BY d.asAt, p.status /* groups */

-- How long it took from one moment to another, of allegations or cases. A moment is a day number: REPORTED s.reportedDay,
-- REFERRED s.referredDay, DECIDED coalesce(m.decision, m.outcome), LISTED m.listing, HEARD coalesce(m.finding, m.outcome),
-- CLOSED m.closed, FINALISED m.finalised, LEFT m.hasLeft. Days counted: `days`, or `workingDays`, of the calendar.
WITH standing AS (
  SELECT p.register, p.member, p.reportedDay, p.referredDay, p.category /* groups */
  FROM knownAllegations p /* grouped unit */
  WHERE p.occurredOn <= (SELECT asAt FROM question)
    AND 1 = 1 /* population */
  GROUP BY p.register, p.member, p.reportedDay, p.referredDay, p.category /* groups */
  HAVING sum(p.delta) > 0
),
-- by member and day, what began to hold (1) and ceased to (-1)
step AS (
  SELECT p.register, p.member, p.occurredDay,
         sum(CASE WHEN p.hasDecision THEN p.delta ELSE 0 END) AS decision,
         sum(CASE WHEN p.hasListing THEN p.delta ELSE 0 END) AS listing,
         sum(CASE WHEN p.hasFinding THEN p.delta ELSE 0 END) AS finding,
         sum(CASE WHEN p.hasOutcome THEN p.delta ELSE 0 END) AS outcome,
         sum(CASE WHEN p.isClosed THEN p.delta ELSE 0 END) AS closed,
         sum(CASE WHEN p.isFinalised THEN p.delta ELSE 0 END) AS finalised,
         sum(CASE WHEN p.isSuspended THEN p.delta ELSE 0 END) AS suspended,
         sum(CASE WHEN p.hasLeft THEN p.delta ELSE 0 END) AS hasLeft,
         sum(CASE WHEN p.hadLeftBefore THEN p.delta ELSE 0 END) AS leftBefore
  FROM knownAllegations p /* unit */
  WHERE p.occurredOn <= (SELECT asAt FROM question)
  GROUP BY p.register, p.member, p.occurredDay
),
-- by member, the day since which each has held
moment AS (
  SELECT t.register, t.member,
         CASE WHEN sum(t.decision) > 0 THEN max(CASE WHEN t.decision > 0 THEN t.occurredDay END) END AS decision,
         CASE WHEN sum(t.listing) > 0 THEN max(CASE WHEN t.listing > 0 THEN t.occurredDay END) END AS listing,
         CASE WHEN sum(t.finding) > 0 THEN max(CASE WHEN t.finding > 0 THEN t.occurredDay END) END AS finding,
         CASE WHEN sum(t.outcome) > 0 THEN max(CASE WHEN t.outcome > 0 THEN t.occurredDay END) END AS outcome,
         CASE WHEN sum(t.closed) > 0 THEN max(CASE WHEN t.closed > 0 THEN t.occurredDay END) END AS closed,
         CASE WHEN sum(t.finalised) > 0 THEN max(CASE WHEN t.finalised > 0 THEN t.occurredDay END) END AS finalised,
         CASE WHEN sum(t.hasLeft) > 0 THEN max(CASE WHEN t.hasLeft > 0 THEN t.occurredDay END) END AS hasLeft,
         sum(t.leftBefore) AS leftBefore
  FROM step t
  GROUP BY t.register, t.member
),
measured AS (
  SELECT s.register, s.member, s.category /* standing groups */,
         s.reportedDay /* from */ AS began, m.closed /* to */ AS reached,
         CASE WHEN m.leftBefore > 0 AND 'CLOSED' /* end */ = 'LEFT' THEN 1 ELSE 0 END AS leftBefore
  FROM standing s
  JOIN moment m ON m.register = s.register AND m.member = s.member
),
ended AS (
  SELECT d.*, coalesce(d.reached, q.asAtDay) AS until,
         CASE WHEN d.leftBefore = 1 OR d.reached < d.began THEN 'LEFT_OUT'
              WHEN d.reached IS NULL THEN 'OPEN' ELSE 'ENDED' END AS part
  FROM measured d
  CROSS JOIN questionDay q
  WHERE d.began IS NOT NULL
),
-- days on which it stood closed and was reopened, or was suspended
span AS (
  SELECT t.register, t.member, 'CLOSED' AS why, t.occurredDay AS spanFrom, t.spanTo
  FROM (SELECT register, member, occurredDay, closed,
               lead(occurredDay) OVER (PARTITION BY register, member ORDER BY occurredDay) AS spanTo
        FROM step WHERE closed <> 0) t
  WHERE t.closed > 0 AND t.spanTo IS NOT NULL
  UNION ALL
  SELECT t.register, t.member, 'SUSPENDED' AS why, t.occurredDay AS spanFrom, coalesce(t.spanTo, q.asAtDay)
  FROM (SELECT register, member, occurredDay, suspended,
               lead(occurredDay) OVER (PARTITION BY register, member ORDER BY occurredDay) AS spanTo
        FROM step WHERE suspended <> 0) t
  CROSS JOIN questionDay q
  WHERE t.suspended > 0 AND 'INCLUDED' /* suspension */ = 'EXCLUDED'
),
-- those of them that lie between the two moments. A closing counts if the reopening came no later than the second
gap AS (
  SELECT e.register, e.member, greatest(a.spanFrom, e.began) AS gapFrom, least(a.spanTo, e.until) AS gapTo
  FROM ended e
  JOIN span a ON a.register = e.register AND a.member = e.member
  WHERE (a.why = 'SUSPENDED' OR a.spanTo <= e.until)
    AND greatest(a.spanFrom, e.began) < least(a.spanTo, e.until)
),
lost AS (
  SELECT g.register, g.member, sum(c2.days /* clock */ - c1.days /* clock */) AS days
  FROM gap g
  JOIN calendar c1 ON c1.register = g.register AND c1.days = g.gapFrom
  JOIN calendar c2 ON c2.register = g.register AND c2.days = g.gapTo
  GROUP BY g.register, g.member
),
duration AS (
  SELECT p.category /* groups */, p.part,
         CAST(c2.days /* clock */ - c1.days /* clock */ - coalesce(l.days, 0) AS DOUBLE) AS days
  FROM ended p
  LEFT JOIN calendar c1 ON c1.register = p.register AND c1.days = p.began
  LEFT JOIN calendar c2 ON c2.register = p.register AND c2.days = p.until
  LEFT JOIN lost l ON l.register = p.register AND l.member = p.member
)
SELECT p.category /* groups */, p.part, count(*) AS units, avg(p.days) AS mean,
       percentile_cont(0.25) WITHIN GROUP (ORDER BY p.days) AS p25,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY p.days) AS median,
       percentile_cont(0.75) WITHIN GROUP (ORDER BY p.days) AS p75,
       percentile_cont(0.9) WITHIN GROUP (ORDER BY p.days) AS p90,
       avg(CAST(CASE WHEN p.days > 365 /* over */ THEN 1 ELSE 0 END AS DOUBLE)) AS shareOver
FROM duration p
GROUP BY p.category /* groups */, p.part
ORDER BY p.category /* groups */, p.part

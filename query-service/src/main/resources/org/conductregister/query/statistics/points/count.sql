-- How many, as at a day, as known at an instant. Likewise of knownCases, knownReferrals and knownResponses.
SELECT p.status /* groups */, sum(p.delta) AS units
FROM knownAllegations p /* grouped unit */
WHERE p.occurredOn <= (SELECT asAt FROM question)
  AND 1 = 1 /* population */
GROUP BY p.status /* groups */
HAVING sum(p.delta) <> 0
ORDER BY p.status /* groups */

-- How many people have an allegation in the population. Of the values of their allegations, the one that comes first in
-- `precedence` is theirs. Of codes (officerForce, rank, gender, ethnicity), the first by the alphabet.
WITH standing AS (
  SELECT p.register, p.person, p.status, p.officerForce /* values */, sum(p.delta) AS allegations
  FROM knownAllegations p
  WHERE p.occurredOn <= (SELECT asAt FROM question)
    AND p.person IS NOT NULL
    AND 1 = 1 /* population */
  GROUP BY p.register, p.person, p.status, p.officerForce /* values */
  HAVING sum(p.delta) <> 0
),
officer AS (
  SELECT s.register, s.person,
         substr(min(v1.ordered), 4) AS status, min(s.officerForce) AS force /* firsts */,
         sum(s.allegations) AS allegationCount
  FROM standing s
  JOIN precedence v1 ON v1.dimension = 'status' AND v1.word = s.status /* precedence */
  GROUP BY s.register, s.person
)
SELECT p.status, p.force /* groups */, count(*) AS units
FROM officer p
WHERE 1 = 1 /* persons */
GROUP BY p.status, p.force /* groups */
ORDER BY p.status, p.force /* groups */

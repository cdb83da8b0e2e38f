-- What was known at the instant of the question. Any engine that has CREATE TEMPORARY VIEW takes it as it is, after open-*.sql.
-- Sets come with each increment, so one may be there several times. Of findings and the calendar, the last increment of each
-- register has all.

CREATE OR REPLACE TEMPORARY VIEW tags AS SELECT DISTINCT tags, tag FROM tagFiles;

CREATE OR REPLACE TEMPORARY VIEW traits AS SELECT DISTINCT traits, trait, category, workforce, tags FROM traitFiles;

CREATE OR REPLACE TEMPORARY VIEW repeated AS SELECT DISTINCT repeatedCategories, category FROM repeatedFiles;

CREATE OR REPLACE TEMPORARY VIEW precedence AS SELECT DISTINCT dimension, word, ordered FROM precedenceFiles;

CREATE OR REPLACE TEMPORARY VIEW calendar AS
SELECT c.register, c.days, c.workingDays
FROM calendarFiles c
JOIN (SELECT register, max(position) AS position FROM calendarFiles GROUP BY register) l
  ON l.register = c.register AND l.position = c.position;

-- Results that a finding of a force decides: which are upheld, as the list said then
CREATE OR REPLACE TEMPORARY VIEW upheld AS
SELECT DISTINCT f.register, r.storedResult
FROM findingFiles f
JOIN (SELECT register, max(position) AS position FROM calendarFiles GROUP BY register) l
  ON l.register = f.register AND l.position = f.position
JOIN resultFiles r ON r.finding = f.finding
CROSS JOIN question q
WHERE f.knownFrom <= q.knownAt AND f.knownTo > q.knownAt;

CREATE OR REPLACE TEMPORARY VIEW knownAllegations AS
SELECT p.*,
       CASE WHEN p.registeredForce = '' THEN p.force ELSE p.registeredForce END AS officerForce,
       CASE WHEN p.registeredWorkforce = '' THEN p.workforce ELSE p.registeredWorkforce END AS officerWorkforce,
       CASE WHEN p.storedResult NOT LIKE 'UPHELD BY %' THEN p.storedResult
            WHEN u.storedResult IS NOT NULL THEN 'UPHELD' ELSE 'NO_FURTHER_ACTION' END AS result
FROM allegations p
LEFT JOIN upheld u ON u.register = p.register AND u.storedResult = p.storedResult
WHERE p.recordedAt <= (SELECT knownAt FROM question);

CREATE OR REPLACE TEMPORARY VIEW knownCases AS
SELECT p.*,
       CASE WHEN p.storedResult NOT LIKE 'UPHELD BY %' THEN p.storedResult
            WHEN u.storedResult IS NOT NULL THEN 'UPHELD' ELSE 'NO_FURTHER_ACTION' END AS result
FROM cases p
LEFT JOIN upheld u ON u.register = p.register AND u.storedResult = p.storedResult
WHERE p.recordedAt <= (SELECT knownAt FROM question);

CREATE OR REPLACE TEMPORARY VIEW knownReferrals AS
SELECT p.* FROM referrals p WHERE p.recordedAt <= (SELECT knownAt FROM question);

CREATE OR REPLACE TEMPORARY VIEW knownResponses AS
SELECT p.* FROM responses p WHERE p.recordedAt <= (SELECT knownAt FROM question);

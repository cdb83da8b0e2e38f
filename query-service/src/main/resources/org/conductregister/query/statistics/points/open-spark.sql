-- The points as views of Spark SQL 3.4 or newer. Put the directory of the points in the place of the word in capitals in each
-- path, or {kent,essex} for those of several registers.

CREATE OR REPLACE TEMPORARY VIEW question AS
SELECT DATE '2018-06-02' AS asAt, TIMESTAMP '2026-01-01T00:00:00Z' AS knownAt,
       DATE '2018-01-01' AS periodFrom, DATE '2018-03-31' AS periodTo;

CREATE OR REPLACE TEMPORARY VIEW questionDay AS SELECT unix_date(asAt) AS asAtDay FROM question;

CREATE OR REPLACE TEMPORARY VIEW allegations AS
SELECT *, unix_date(occurredOn) AS occurredDay, unix_date(reportedOn) AS reportedDay,
       unix_date(referredOn) AS referredDay
FROM parquet.`POINTS/*-*/allegations.parquet`;

CREATE OR REPLACE TEMPORARY VIEW cases AS
SELECT *, unix_date(occurredOn) AS occurredDay, unix_date(reportedOn) AS reportedDay,
       unix_date(referredOn) AS referredDay
FROM parquet.`POINTS/*-*/cases.parquet`;

CREATE OR REPLACE TEMPORARY VIEW referrals AS
SELECT *, unix_date(occurredOn) AS occurredDay
FROM parquet.`POINTS/*-*/referrals.parquet`;

CREATE OR REPLACE TEMPORARY VIEW responses AS
SELECT *, unix_date(occurredOn) AS occurredDay
FROM parquet.`POINTS/*-*/responses.parquet`;

CREATE OR REPLACE TEMPORARY VIEW tagFiles AS SELECT * FROM parquet.`POINTS/*-*/tags.parquet`;
CREATE OR REPLACE TEMPORARY VIEW traitFiles AS SELECT * FROM parquet.`POINTS/*-*/traits.parquet`;
CREATE OR REPLACE TEMPORARY VIEW repeatedFiles AS SELECT * FROM parquet.`POINTS/*-*/repeated.parquet`;
CREATE OR REPLACE TEMPORARY VIEW resultFiles AS SELECT * FROM parquet.`POINTS/*-*/results.parquet`;
CREATE OR REPLACE TEMPORARY VIEW findingFiles AS SELECT * FROM parquet.`POINTS/*-*/findings.parquet`;
CREATE OR REPLACE TEMPORARY VIEW calendarFiles AS SELECT * FROM parquet.`POINTS/*-*/calendar.parquet`;
CREATE OR REPLACE TEMPORARY VIEW precedenceFiles AS SELECT * FROM parquet.`POINTS/*-*/precedence.parquet`;

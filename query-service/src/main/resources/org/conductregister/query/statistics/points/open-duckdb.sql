-- The points as views of DuckDB. Run in the directory of the points. Of several registers, put their directories in brackets:
-- read_parquet(['kent/*-*/allegations.parquet', 'essex/*-*/allegations.parquet']).

CREATE OR REPLACE TEMPORARY VIEW question AS
SELECT DATE '2018-06-02' AS asAt, TIMESTAMPTZ '2026-01-01T00:00:00Z' AS knownAt,
       DATE '2018-01-01' AS periodFrom, DATE '2018-03-31' AS periodTo;

CREATE OR REPLACE TEMPORARY VIEW questionDay AS SELECT asAt - DATE '1970-01-01' AS asAtDay FROM question;

CREATE OR REPLACE TEMPORARY VIEW allegations AS
SELECT *, occurredOn - DATE '1970-01-01' AS occurredDay, reportedOn - DATE '1970-01-01' AS reportedDay,
       referredOn - DATE '1970-01-01' AS referredDay
FROM read_parquet('*-*/allegations.parquet');

CREATE OR REPLACE TEMPORARY VIEW cases AS
SELECT *, occurredOn - DATE '1970-01-01' AS occurredDay, reportedOn - DATE '1970-01-01' AS reportedDay,
       referredOn - DATE '1970-01-01' AS referredDay
FROM read_parquet('*-*/cases.parquet');

CREATE OR REPLACE TEMPORARY VIEW referrals AS
SELECT *, occurredOn - DATE '1970-01-01' AS occurredDay FROM read_parquet('*-*/referrals.parquet');

CREATE OR REPLACE TEMPORARY VIEW responses AS
SELECT *, occurredOn - DATE '1970-01-01' AS occurredDay FROM read_parquet('*-*/responses.parquet');

CREATE OR REPLACE TEMPORARY VIEW tagFiles AS SELECT * FROM read_parquet('*-*/tags.parquet');
CREATE OR REPLACE TEMPORARY VIEW traitFiles AS SELECT * FROM read_parquet('*-*/traits.parquet');
CREATE OR REPLACE TEMPORARY VIEW repeatedFiles AS SELECT * FROM read_parquet('*-*/repeated.parquet');
CREATE OR REPLACE TEMPORARY VIEW resultFiles AS SELECT * FROM read_parquet('*-*/results.parquet');
CREATE OR REPLACE TEMPORARY VIEW findingFiles AS SELECT * FROM read_parquet('*-*/findings.parquet');
CREATE OR REPLACE TEMPORARY VIEW calendarFiles AS SELECT * FROM read_parquet('*-*/calendar.parquet');
CREATE OR REPLACE TEMPORARY VIEW precedenceFiles AS SELECT * FROM read_parquet('*-*/precedence.parquet');

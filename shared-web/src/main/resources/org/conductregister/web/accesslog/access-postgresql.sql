CREATE TABLE IF NOT EXISTS AccessEntry (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    record TEXT,
    shown TEXT,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    asked TEXT,
    status INTEGER NOT NULL,
    address TEXT NOT NULL,
    correlationId TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS AccessEntryByPerson ON AccessEntry (person, id);
CREATE INDEX IF NOT EXISTS AccessEntryByInstant ON AccessEntry (at);
CREATE TABLE IF NOT EXISTS AccessedRecord (
    record TEXT NOT NULL,
    entryId BIGINT NOT NULL,
    PRIMARY KEY (record, entryId));
CREATE INDEX IF NOT EXISTS AccessedRecordByEntry ON AccessedRecord (entryId);
CREATE TABLE IF NOT EXISTS SearchedWords (
    entryId BIGINT PRIMARY KEY,
    day TEXT NOT NULL,
    subjects TEXT NOT NULL,
    sealed TEXT NOT NULL);

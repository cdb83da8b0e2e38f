-- The place in the log up to which each view speaks; recordedAt in microseconds since 1970
CREATE TABLE Head (
    view TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    recordedAt INTEGER NOT NULL
) WITHOUT ROWID;

-- Every entry, in order of the log, with its fact as JSON; checksum: CRC-32C of the other columns
CREATE TABLE FiledEntry (
    position INTEGER NOT NULL PRIMARY KEY,
    record TEXT NOT NULL,
    recordedAt INTEGER NOT NULL,
    recordedBy TEXT NOT NULL,
    entryId TEXT NOT NULL,
    type TEXT NOT NULL,
    fact TEXT NOT NULL,
    checksum INTEGER NOT NULL
);

CREATE INDEX FiledEntryByRecord ON FiledEntry (record);

-- The cases in which an officer is named, or once was
CREATE TABLE NamedInCase (
    record TEXT NOT NULL,
    caseId TEXT NOT NULL,
    PRIMARY KEY (record, caseId)
) WITHOUT ROWID;

-- The records that are marked as duplicates of another, or once were
CREATE TABLE MarkedDuplicate (
    record TEXT NOT NULL,
    duplicate TEXT NOT NULL,
    PRIMARY KEY (record, duplicate)
) WITHOUT ROWID;

-- Entries that a view could not take in, and those that wait behind them; times in microseconds since 1970
CREATE TABLE DeadLetter (
    view TEXT NOT NULL,
    position INTEGER NOT NULL,
    sequence TEXT NOT NULL,
    enqueuedAt INTEGER NOT NULL,
    lastTouched INTEGER NOT NULL,
    causeType TEXT,
    causeMessage TEXT,
    PRIMARY KEY (view, position)
) WITHOUT ROWID;

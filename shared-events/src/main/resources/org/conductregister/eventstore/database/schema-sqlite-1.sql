CREATE TABLE DomainEventEntry (
    globalIndex INTEGER PRIMARY KEY,
    timeStamp INTEGER NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    eventIdentifier BLOB NOT NULL UNIQUE, -- the 16 bytes of a UUID
    type TEXT NOT NULL,
    aggregateIdentifier TEXT NOT NULL CHECK (length(aggregateIdentifier) <= 255),
    sequenceNumber INTEGER NOT NULL,
    payloadType TEXT NOT NULL,
    payloadRevision TEXT NOT NULL,
    payload TEXT NOT NULL, -- JSON
    metaData TEXT NOT NULL, -- JSON
    checksum INTEGER NOT NULL, -- CRC-32C of the other columns
    UNIQUE (aggregateIdentifier, sequenceNumber)
) STRICT

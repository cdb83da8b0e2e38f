CREATE TABLE IF NOT EXISTS DomainEventEntry (
    globalIndex BIGINT PRIMARY KEY,
    timeStamp BIGINT NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    eventIdentifier UUID NOT NULL UNIQUE,
    type VARCHAR(255) NOT NULL,
    aggregateIdentifier VARCHAR(255) NOT NULL,
    sequenceNumber BIGINT NOT NULL,
    payloadType VARCHAR(255) NOT NULL,
    payloadRevision VARCHAR(255) NOT NULL,
    payload VARCHAR(1000000) NOT NULL,
    metaData VARCHAR(1000000) NOT NULL,
    UNIQUE (aggregateIdentifier, sequenceNumber)
)

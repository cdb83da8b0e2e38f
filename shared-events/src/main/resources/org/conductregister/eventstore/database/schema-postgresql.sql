CREATE TABLE IF NOT EXISTS DomainEventEntry (
    globalIndex bigint PRIMARY KEY,
    timeStamp bigint NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    eventIdentifier uuid NOT NULL UNIQUE,
    type varchar(255) NOT NULL,
    aggregateIdentifier varchar(255) COLLATE "C" NOT NULL,
    sequenceNumber bigint NOT NULL,
    payloadType varchar(255) NOT NULL,
    payloadRevision varchar(255) NOT NULL,
    payload text NOT NULL,
    metaData text NOT NULL,
    UNIQUE (aggregateIdentifier, sequenceNumber)
)

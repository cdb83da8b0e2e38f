CREATE TABLE IF NOT EXISTS LogInstant (
    instant bigint PRIMARY KEY -- of what is recorded beside the log; microseconds since 1970-01-01T00:00:00Z
)

CREATE TABLE LogInstant (
    instant INTEGER PRIMARY KEY -- of what is recorded beside the log; microseconds since 1970-01-01T00:00:00Z
) STRICT

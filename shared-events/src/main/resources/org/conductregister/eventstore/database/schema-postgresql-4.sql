CREATE TABLE IF NOT EXISTS Unsealed AS -- the rows up to which personal text may lie in clear, no row once all is sealed
    SELECT max(globalIndex) AS upTo FROM DomainEventEntry HAVING max(globalIndex) > 0

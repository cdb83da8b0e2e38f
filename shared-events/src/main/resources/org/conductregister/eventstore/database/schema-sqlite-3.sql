ALTER TABLE DomainEventEntry ADD COLUMN salt BLOB; -- 16 random bytes, without which the entry's leaf cannot be made
UPDATE DomainEventEntry SET salt = randomblob(16)

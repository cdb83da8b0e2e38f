ALTER TABLE DomainEventEntry ADD COLUMN IF NOT EXISTS salt bytea; -- 16 random bytes, without which the entry's leaf cannot be made
UPDATE DomainEventEntry SET salt = uuid_send(gen_random_uuid()) WHERE salt IS NULL

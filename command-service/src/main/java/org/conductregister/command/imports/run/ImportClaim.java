package org.conductregister.command.imports.run;

import java.time.Duration;
import java.util.UUID;
import org.conductregister.command.imports.stored.FileStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The claim of the node that runs imports, which one of all nodes on a database has at a time, so that imports run one after
 * another. It has an end, by the database's clock, and is claimed anew before that; another node takes it where it has ended.
 * Thread-safe. Where nobody shares the database, it is always had.
 */
@Component
public class ImportClaim {

    private static final Logger log = LoggerFactory.getLogger(ImportClaim.class);

    /** Beyond the longest pause of a healthy node. */
    private static final Duration LENGTH = Duration.ofSeconds(10);

    /** After this long without a new claim this node does as if it had none: sooner than another may take it. */
    private static final Duration TRUSTED = Duration.ofSeconds(8);

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS ImportClaim (
                id smallint PRIMARY KEY,
                owner uuid NOT NULL,
                until timestamp with time zone NOT NULL)\
            """;

    private static final String CLAIM = """
            INSERT INTO ImportClaim AS now (id, owner, until) VALUES (1, ?, clock_timestamp() + ? * interval '1 second')
            ON CONFLICT (id) DO UPDATE SET owner = EXCLUDED.owner, until = EXCLUDED.until
            WHERE now.owner = EXCLUDED.owner OR now.until < clock_timestamp()\
            """;

    private final JdbcTemplate jdbc;
    private final boolean shared;
    private final UUID self = UUID.randomUUID();
    private volatile boolean claimed;
    private volatile long claimedAt;

    ImportClaim(JdbcTemplate jdbc, FileStores stores) {
        this.jdbc = jdbc;
        this.shared = stores.areShared();
        if (shared) {
            createTable();
        }
    }

    /** Looked for first, for whoever may write in it need not be who makes it. Two nodes may make it at once. */
    private void createTable() {
        try {
            makeMissing();
        } catch (DataAccessException e) {
            makeMissing();
        }
    }

    private void makeMissing() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("SELECT to_regclass('importclaim') IS NOT NULL", Boolean.class))) {
            jdbc.execute(TABLE);
        }
    }

    /** Whether other nodes may run imports as well. */
    public boolean isShared() {
        return shared;
    }

    /**
     * Claims it, or claims it anew.
     *
     * @return whether this node has it now
     */
    public boolean claim() {
        if (!shared) {
            return true;
        }
        long at = System.nanoTime();
        boolean had = claimed;
        claimed = jdbc.update(CLAIM, self, LENGTH.toSeconds()) == 1;
        if (claimed) {
            claimedAt = at;
        }
        if (had != claimed) {
            log.info(claimed ? "Imports are run here" : "Imports are run by another node");
        }
        return claimed;
    }

    /** Whether this node has it, as far as it knows; asks nobody. */
    public boolean isHeld() {
        return !shared || (claimed && System.nanoTime() - claimedAt < TRUSTED.toNanos());
    }

    /** Does as if it were lost, until it is claimed anew: another node has done what only who has it does. */
    public void doubt() {
        claimed = false;
    }

    /** Lets another node have it at once. */
    public void letGo() {
        if (shared && claimed) {
            claimed = false;
            jdbc.update("UPDATE ImportClaim SET until = clock_timestamp() - interval '1 second' WHERE owner = ?", self);
        }
    }
}

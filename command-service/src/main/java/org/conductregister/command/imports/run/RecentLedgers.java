package org.conductregister.command.imports.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers that one import decided on last. In a file in order of the day the entries of a case lie thousands of lines
 * apart, and reading it from the log again costs more than all else that is done with a line.
 *
 * <p>Somebody else may have recorded on a record meanwhile. An append on such a ledger then collides and is decided again;
 * a refusal on one must be.
 */
final class RecentLedgers {

    /** The most records remembered. */
    private static final int MOST = 20_000;

    /** Longer ones are not remembered, so that all together stay small. */
    private static final int LONGEST = 32;

    private final Map<RecordId, Ledger<?>> recent = new LinkedHashMap<>();

    /** Gives a ledger away: unless it is kept again, it is forgotten. Null where it is not remembered. */
    @Nullable
    Ledger<?> take(RecordId record) {
        return recent.remove(record);
    }

    void keep(RecordId record, Ledger<?> ledger) {
        if (ledger.version() > LONGEST) {
            return;
        }
        recent.put(record, ledger);
        if (recent.size() > MOST) {
            var oldest = recent.entrySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}

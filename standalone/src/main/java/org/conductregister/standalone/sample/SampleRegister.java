package org.conductregister.standalone.sample;

import java.util.List;
import org.conductregister.entries.Entry;
import org.conductregister.facts.EntryId;
import org.conductregister.standalone.sample.script.EntryCollector;

/**
 * The sample register: about 2,300 fictional cases over the forces of England and Wales, whose counts are figures that
 * were really published. It is the same at each start, down to the ids of the entries.
 */
public final class SampleRegister {

    private static final long SEED = 2022_03_31L;

    private static final List<Plan> PLANS = List.of(
            new AbuseOfPowers(),
            new ReferralsToTheWatchdog(),
            new LancashireSixYears(),
            new ViolenceAgainstWomenAndGirls(),
            new Inspection(),
            new OtherMatters(),
            new AccusedOfSexualAssault());

    /** The last of {@link #entries()}, known without making them all; a test keeps it true. */
    public static final EntryId LAST = EntryId.of("11854580-5db5-86b7-8624-f78fbc0a0601");

    private SampleRegister() {}

    /** Every entry, in the order in which staff would have logged them; that of each record among them. */
    public static List<Entry> entries() {
        return entries(SEED);
    }

    /** Another seed gives other people and other days, and the same counts. */
    static List<Entry> entries(long seed) {
        var collector = new EntryCollector(seed);
        PLANS.forEach(plan -> plan.write(collector));
        return collector.inOrderOfRecording();
    }
}

package org.conductregister.standalone.sample.script;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.keys.ContentIds;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;

/** Collects the entries that staff would have logged, each with the day they would have; numbers records and entries. For one thread. */
public final class EntryCollector {

    private record Line(LocalDate loggedOn, Entry entry) {}

    private final long seed;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();

    public EntryCollector(long seed) {
        this.seed = seed;
    }

    /**
     * Returns the random choices for one purpose.
     *
     * @param what the purpose; each has a sequence of its own
     */
    public SeededRandom random(String what) {
        return new SeededRandom(seed, what);
    }

    /**
     * Adds an entry. Its id is made of its record and its place in it, so it is the same every time.
     *
     * @param loggedOn decides the order of recording; lines of one day stay in the order written
     */
    public EntryId log(LocalDate loggedOn, RecordId record, Fact fact) {
        var name = "sample/" + record + "/" + next(record.toString());
        var entryId = ContentIds.unkeyed(fact.occurredOn(), name.getBytes(StandardCharsets.UTF_8));
        lines.add(new Line(loggedOn, new Entry(entryId, record, fact)));
        return entryId;
    }

    /** {@code LAN-2016-0003}: the third case of Lancashire in 2016. */
    CaseId newCase(Force force, LocalDate openedOn) {
        var year = "%s-%d".formatted(force.prefix(), openedOn.getYear());
        return new CaseId("%s-%04d".formatted(year, next(year)));
    }

    /** {@code LAN-O-17} */
    OfficerId newOfficer(Force force) {
        var series = force.prefix() + "-O";
        return new OfficerId("%s-%d".formatted(series, next(series)));
    }

    public List<Entry> inOrderOfRecording() {
        return lines.stream()
                .sorted(Comparator.comparing(Line::loggedOn))
                .map(Line::entry)
                .toList();
    }

    private int next(String series) {
        return counters.merge(series, 1, Integer::sum);
    }
}

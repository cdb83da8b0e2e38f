package org.conductregister.platform.codelists;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The codes that entries may use: those the product comes with, and those that administrators have added. A code is added,
 * relabelled or marked, never removed. Labels are remembered for a second, for another node may change them; a code that is not
 * among the remembered ones is looked up each time, for another node may have added it meanwhile.
 */
public final class KnownCodes implements ListedCodes, DatedCodes, MovesWithLog {

    private static final Logger LOG = LoggerFactory.getLogger(KnownCodes.class);
    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CodeTable table;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ConcurrentMap<CodeList, Remembered> remembered = new ConcurrentHashMap<>();

    KnownCodes(CodeTable table, TransactionOperations transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Code lists to be read, of a database that another program may change. */
    public static KnownCodes in(JdbcTemplate jdbc, Clock clock) {
        return new KnownCodes(new CodeTable(jdbc), TransactionOperations.withoutTransaction(), clock);
    }

    /** Returns the instants at which a list was changed. */
    public SortedSet<Instant> changesOf(CodeList list) {
        return table.all(list).stream().map(SaidOfCode::at).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Remembered(
            ListHistory history, SortedMap<String, Code> codes, SortedMap<String, String> labels, long readAtNanos) {

        static Remembered of(ListHistory history, long readAtNanos) {
            var codes = history.at(Instant.MAX);
            var labels = new TreeMap<String, String>();
            codes.values().forEach(code -> labels.put(code.code(), code.label()));
            return new Remembered(history, codes, Collections.unmodifiableSortedMap(labels), readAtNanos);
        }

        /** True for ever once true, for no code is removed. */
        boolean has(String code) {
            return labels.containsKey(code);
        }

        boolean holds() {
            return System.nanoTime() - readAtNanos < REMEMBERED_NANOS;
        }
    }

    @Override
    public List<AppendedTable> movedTables() {
        return table.tables();
    }

    @Override
    public boolean knows(CodeList list, String code) {
        var labels = remembered.get(list);
        return (labels != null && labels.has(code)) || labels(list).containsKey(code) || addedMeanwhile(list, code);
    }

    private boolean addedMeanwhile(CodeList list, String code) {
        boolean added = table.has(list, code);
        if (added) {
            remembered.remove(list);
        }
        return added;
    }

    @Override
    public SortedMap<String, String> labels(CodeList list) {
        return remembered(list).labels();
    }

    @Override
    public Optional<String> label(CodeList list, String code, Instant knownAt) {
        var known = remembered(list);
        return known.history()
                .labelOf(code, knownAt)
                .or(() -> Optional.ofNullable(known.labels().get(code)));
    }

    private Remembered remembered(CodeList list) {
        var now = remembered.get(list);
        if (now == null || !now.holds()) {
            // Read under the map's lock, so that what was read before a change is not remembered after it
            now = remembered.compute(list, (key, last) -> last != null && last.holds() ? last : readOrKeep(key, last));
        }
        return now;
    }

    /** In order of the codes, read anew: who keeps a list, or chooses from it, sees what another node has just changed. */
    @Override
    public List<Code> codes(CodeList list) {
        var now = remembered.compute(list, (key, last) -> read(key));
        return List.copyOf(Objects.requireNonNull(now).codes().values());
    }

    @Override
    public List<Code> codes(CodeList list, Instant knownAt) {
        return List.copyOf(history(list).at(knownAt).values());
    }

    @Override
    public Set<String> upheldFindings(Instant knownAt) {
        return codes(CodeList.FINDINGS, knownAt).stream()
                .filter(code -> Boolean.TRUE.equals(code.upheld()))
                .map(Code::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private ListHistory history(CodeList list) {
        return new ListHistory(list, table.all(list));
    }

    /** Where the database cannot be read, labels stay as they were, or as the product comes with them: no page fails for a label. */
    private Remembered readOrKeep(CodeList list, @Nullable Remembered last) {
        try {
            return read(list);
        } catch (DataAccessException e) {
            LOG.warn(
                    "The labels of the {} cannot be read, and are shown as they were: {}", list.path(), e.getMessage());
            var history = last == null ? new ListHistory(list, List.of()) : last.history();
            return Remembered.of(history, System.nanoTime());
        }
    }

    private Remembered read(CodeList list) {
        long at = System.nanoTime();
        return Remembered.of(history(list), at);
    }

    /** Adds those that are new, and changes what is said otherwise of those that are there, all or nothing; who did so is kept. */
    public void put(CodeList list, Collection<Code> codes, String by) {
        table.create();
        transactions.executeWithoutResult(transaction -> append(list, codes, by));
        remembered.remove(list);
    }

    private void append(CodeList list, Collection<Code> codes, String by) {
        var at = table.beginAppend(clock);
        var known = history(list).at(Instant.MAX);
        var changes = new ArrayList<SaidOfCode>();
        for (var code : codes) {
            var before = known.get(code.code());
            boolean relabelled = before == null || !before.label().equals(code.label());
            var upheld = code.upheld();
            boolean marked = upheld != null && !upheld.equals(before != null && Boolean.TRUE.equals(before.upheld()));
            if (relabelled || marked) {
                changes.add(new SaidOfCode(at, code.code(), relabelled ? code.label() : null, marked ? upheld : null));
            }
        }
        table.append(list, changes, by);
    }
}

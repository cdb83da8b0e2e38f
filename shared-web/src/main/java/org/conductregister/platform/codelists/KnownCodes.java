package org.conductregister.platform.codelists;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.conductregister.entries.CodeList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The codes that entries may use: those the product comes with, and those that administrators have added. A code is added
 * or relabelled, never removed. Labels are remembered for a second, for another node may change them; a code that is not
 * among the remembered ones is looked up each time, for another node may have added it meanwhile.
 */
public final class KnownCodes implements ListedCodes {

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

    private record Remembered(SortedMap<String, String> labels, long readAtNanos) {

        /** True for ever once true, for no code is removed. */
        boolean has(String code) {
            return labels.containsKey(code);
        }

        boolean holds() {
            return System.nanoTime() - readAtNanos < REMEMBERED_NANOS;
        }
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
        var now = remembered.get(list);
        if (now == null || !now.holds()) {
            // Read under the map's lock, so that what was read before a change is not remembered after it
            now = remembered.compute(list, (key, last) -> last != null && last.holds() ? last : readOrKeep(key, last));
        }
        return now.labels();
    }

    /** In order of the codes, read anew: who keeps a list, or chooses from it, sees what another node has just changed. */
    @Override
    public List<Code> codes(CodeList list) {
        remembered.compute(list, (key, last) -> read(key));
        return ListedCodes.super.codes(list);
    }

    /** Where the database cannot be read, labels stay as they were, or as the product comes with them: no page fails for a label. */
    private Remembered readOrKeep(CodeList list, @Nullable Remembered last) {
        try {
            return read(list);
        } catch (DataAccessException e) {
            LOG.warn(
                    "The labels of the {} cannot be read, and are shown as they were: {}", list.path(), e.getMessage());
            return new Remembered(last == null ? supplied(list) : last.labels(), System.nanoTime());
        }
    }

    private Remembered read(CodeList list) {
        long at = System.nanoTime();
        var labels = supplied(list);
        table.latest(list).forEach(code -> labels.put(code.code(), code.label()));
        return new Remembered(Collections.unmodifiableSortedMap(labels), at);
    }

    private static SortedMap<String, String> supplied(CodeList list) {
        var labels = new TreeMap<String, String>();
        SuppliedCodes.of(list).forEach(code -> labels.put(code.code(), code.label()));
        return labels;
    }

    /** Adds those that are new and relabels those whose label differs, all or nothing; who did so is kept. */
    public void put(CodeList list, Collection<Code> codes, String by) {
        table.create();
        transactions.executeWithoutResult(transaction -> append(list, codes, by));
        remembered.remove(list);
    }

    private void append(CodeList list, Collection<Code> codes, String by) {
        table.beginAppend();
        var labels = new TreeMap<>(read(list).labels());
        var changed = codes.stream()
                .filter(code -> !code.label().equals(labels.put(code.code(), code.label())))
                .toList();
        table.append(list, changed, clock.instant(), by);
    }
}

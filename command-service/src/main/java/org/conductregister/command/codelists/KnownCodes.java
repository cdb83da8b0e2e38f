package org.conductregister.command.codelists;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.CodeLists;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes that entries may use: those the product comes with, and those that administrators have added. A code is added
 * or relabelled, never removed, so that a code is known may be remembered; an unknown one is looked up each time, for
 * another node may have added it meanwhile. Labels are not remembered: another node may have changed them.
 */
@Service
public class KnownCodes implements CodeLists {

    private final CodeTable table;
    private final Clock clock;
    private final Map<CodeList, Set<String>> known = new EnumMap<>(CodeList.class);

    KnownCodes(CodeTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
        table.create();
        for (var list : CodeList.values()) {
            Set<String> codes = ConcurrentHashMap.newKeySet();
            codes.addAll(labels(list).keySet());
            known.put(list, codes);
        }
    }

    @Override
    public boolean knows(CodeList list, String code) {
        return known.get(list).contains(code) || addedMeanwhile(list, code);
    }

    private boolean addedMeanwhile(CodeList list, String code) {
        boolean added = table.has(list, code);
        if (added) {
            known.get(list).add(code);
        }
        return added;
    }

    /** In order of the codes. */
    public List<Code> codes(CodeList list) {
        return labels(list).entrySet().stream()
                .map(entry -> new Code(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Adds those that are new and relabels those whose label differs, all or nothing; who did so is kept. */
    @Transactional
    public void put(CodeList list, Collection<Code> codes, String by) {
        table.beginAppend();
        var labels = labels(list);
        var changed = codes.stream()
                .filter(code -> !code.label().equals(labels.put(code.code(), code.label())))
                .toList();
        table.append(list, changed, clock.instant(), by);
    }

    /** What people read for each code, in order of the codes. */
    public Map<String, String> labels(CodeList list) {
        var labels = new TreeMap<String, String>();
        SuppliedCodes.of(list).forEach(code -> labels.put(code.code(), code.label()));
        table.latest(list).forEach(code -> labels.put(code.code(), code.label()));
        return labels;
    }
}

package org.conductregister.command.codelists;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.CodeLists;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes that entries may use: those the product comes with, and those that administrators have added. A code is added
 * or relabelled, never removed, so what is known may be remembered; only an unknown one is looked up again, for another
 * node may have added it.
 */
@Service
public class KnownCodes implements CodeLists {

    private final CodeTable table;
    private final Clock clock;
    private final Map<CodeList, ConcurrentMap<String, String>> labels = new EnumMap<>(CodeList.class);

    KnownCodes(CodeTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
        table.create();
        for (var list : CodeList.values()) {
            var known = new ConcurrentHashMap<String, String>();
            SuppliedCodes.of(list).forEach(code -> known.put(code.code(), code.label()));
            table.latest(list).forEach(code -> known.put(code.code(), code.label()));
            labels.put(list, known);
        }
    }

    @Override
    public boolean knows(CodeList list, String code) {
        return labels.get(list).containsKey(code) || addedElsewhere(list, code);
    }

    private boolean addedElsewhere(CodeList list, String code) {
        var label = table.labelOf(list, code);
        label.ifPresent(text -> labels.get(list).put(code, text));
        return label.isPresent();
    }

    /** In order of the codes, as this node knows them. */
    List<Code> codes(CodeList list) {
        return labels.get(list).entrySet().stream()
                .map(entry -> new Code(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** Adds those that are new and relabels those whose label differs, all or nothing; who did so is kept. */
    @Transactional
    public void put(CodeList list, Collection<Code> codes, String by) {
        var known = labels.get(list);
        var changed = codes.stream()
                .filter(code -> !code.label().equals(known.get(code.code())))
                .toList();
        table.append(list, changed, clock.instant(), by);
        changed.forEach(code -> known.put(code.code(), code.label()));
    }
}

package org.conductregister.platform.codelists;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.entries.CodeList;

/**
 * A code list as known at any instant: the codes that the product comes with, known since ever, and all changes of them. Immutable.
 *
 * @param changes in order of their instants
 */
record ListHistory(CodeList list, List<SaidOfCode> changes) {

    ListHistory {
        changes = changes.stream().sorted(Comparator.comparing(SaidOfCode::at)).toList();
    }

    /** The codes known at an instant, that included, by code; O(changes). */
    SortedMap<String, Code> at(Instant knownAt) {
        var codes = new TreeMap<String, Code>();
        SuppliedCodes.of(list).forEach(code -> codes.put(code.code(), code));
        for (var change : changes) {
            if (change.at().isAfter(knownAt)) {
                break;
            }
            codes.merge(change.code(), asNew(change), (known, added) -> changed(known, change));
        }
        return codes;
    }

    /** The label of a code as known at an instant, if it was on the list then; O(changes). */
    Optional<String> labelOf(String code, Instant knownAt) {
        return Optional.ofNullable(at(knownAt).get(code)).map(Code::label);
    }

    /** A code is added with its label. */
    private Code asNew(SaidOfCode change) {
        var label = change.label() == null ? change.code() : change.label();
        return new Code(change.code(), label, list.saysUpheld() ? Boolean.TRUE.equals(change.upheld()) : null);
    }

    private static Code changed(Code known, SaidOfCode change) {
        return new Code(
                known.code(),
                change.label() == null ? known.label() : change.label(),
                change.upheld() == null ? known.upheld() : change.upheld());
    }
}

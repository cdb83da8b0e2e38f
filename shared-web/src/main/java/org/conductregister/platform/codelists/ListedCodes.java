package org.conductregister.platform.codelists;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.CodeLists;

/**
 * The code lists for those who only read them. In the standalone edition a change is seen at once; where the services run
 * apart, labels may be up to a second old, and an added code is seen at once. Safe for use by several threads; a call
 * costs a look into a map, and a query of the database at most once a second for each list and once for each unlisted code;
 * {@link #codes} always asks the database.
 */
public interface ListedCodes extends CodeLists {

    /** Returns whether the code is on the list. */
    @Override
    boolean knows(CodeList list, String code);

    /** Returns what people read for the code, or nothing if it is not on the list. */
    default Optional<String> label(CodeList list, String code) {
        return Optional.ofNullable(labels(list).get(code));
    }

    /**
     * Returns what people read for the code as known at an instant; as known now where it was not on the list then, and nothing if
     * it is not on it now either.
     */
    default Optional<String> label(CodeList list, String code, Instant knownAt) {
        return label(list, code);
    }

    /** Returns the codes of the list with their labels, in order of the codes. */
    default List<Code> codes(CodeList list) {
        return labels(list).entrySet().stream()
                .map(entry -> new Code(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the label of each code of the list, in order of the codes; unmodifiable. */
    Map<String, String> labels(CodeList list);
}

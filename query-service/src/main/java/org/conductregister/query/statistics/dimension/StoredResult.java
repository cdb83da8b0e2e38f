package org.conductregister.query.statistics.dimension;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.terms.states.Result;

/**
 * A result as it is stored. Whether a finding of a force is against the officer is said by a list that changes, so a result that depends
 * on that alone is stored as the findings that would make it UPHELD, and read as UPHELD or NO_FURTHER_ACTION by what the list
 * said at the instant asked about.
 */
public final class StoredResult {

    /** Before the codes of findings, which have no blanks. */
    private static final String BY_FINDING = "UPHELD BY ";

    private static final String SEPARATOR = " ";

    private StoredResult() {}

    /** The result of an allegation that is closed with a finding of its force, and has no other result. */
    static String byFinding(String finding) {
        return BY_FINDING + finding;
    }

    private static boolean isByFinding(String stored) {
        return stored.startsWith(BY_FINDING);
    }

    private static Stream<String> findings(String stored) {
        return Stream.of(stored.substring(BY_FINDING.length()).split(SEPARATOR));
    }

    /** The findings that would make a stored result UPHELD; empty where it does not depend on them. */
    public static Optional<List<String>> findingsOf(String stored) {
        return isByFinding(stored) ? Optional.of(findings(stored).toList()) : Optional.empty();
    }

    /** The result that comes first among several, as stored. */
    static String first(String one, String other) {
        if (isByFinding(one) && isByFinding(other)) {
            return BY_FINDING
                    + Stream.concat(findings(one), findings(other))
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .collect(Collectors.joining(SEPARATOR));
        }
        return order(one) <= order(other) ? one : other;
    }

    /** Twice the place in the order of results; what may be upheld comes between UPHELD and NO_FURTHER_ACTION. */
    private static int order(String stored) {
        return isByFinding(stored)
                ? 2 * Result.UPHELD.ordinal() + 1
                : 2 * Result.valueOf(stored).ordinal();
    }

    /** Reads a stored result. */
    public static UnaryOperator<Object> reading(Set<String> upheldFindings) {
        return stored -> {
            var result = stored.toString();
            if (!isByFinding(result)) {
                return result;
            }
            boolean upheld = findings(result).anyMatch(upheldFindings::contains);
            return (upheld ? Result.UPHELD : Result.NO_FURTHER_ACTION).name();
        };
    }
}

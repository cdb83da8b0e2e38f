package org.conductregister.web.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request that may stand in the access log: those whose values the register knows as codes, days, numbers or
 * identifiers, once it has accepted them. Words that somebody typed are left out, tags among them.
 */
final class AskedParameters {

    private static final int LONGEST = 1_000;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@:,/+-]{1,80}");

    private static final Set<String> KNOWN = Set.of(
            ("unit groupBy asAt asAt2 knownAt knownAt2 atLeast from to step yearStart anchored clock suspension over format"
                            + " suppressBelow roundTo per zeros columns totals force kind source category alsoCategory workforce"
                            + " reportedFrom reportedTo referredFrom referredTo recommendationId status finalised stage severity"
                            + " referral mode misconduct criminal sentence employment finding outcome result proceedings regime"
                            + " allegationCount rank gender ethnicity barred pension basis response grade page size limit user"
                            + " record officerId caseId type since until state duty dueFrom dueTo before")
                    .split(" "));

    private AskedParameters() {}

    /** Returns them as in an address, in order of their names; null where there are none. */
    static @Nullable String of(HttpServletRequest request) {
        var asked = new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .filter(parameter -> isKnown(parameter.getKey()))
                        .flatMap(parameter -> Stream.of(parameter.getValue())
                                .filter(value -> PLAIN.matcher(value).matches())
                                .map(value -> parameter.getKey() + "=" + value))
                        .collect(Collectors.joining("&"));
        return asked.isEmpty() ? null : asked.substring(0, Math.min(LONGEST, asked.length()));
    }

    /** Limits of a page's question have a prefix. */
    private static boolean isKnown(String name) {
        int dot = name.indexOf('.');
        return KNOWN.contains(dot < 0 ? name : name.substring(dot + 1));
    }
}

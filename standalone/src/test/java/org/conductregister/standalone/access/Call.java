package org.conductregister.standalone.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * A call that there is, of an address that its pattern matches.
 *
 * @param pattern with variables in braces; each word that a variable may be is a pattern of its own
 */
record Call(String method, String pattern) implements Comparable<Call> {

    /** A record that nobody has. */
    static final String NEVER = "MX-NEVER";

    /** The patterns that take the paths that no controller has. */
    private static final Set<String> TAKEN_BY_NOBODY = Set.of("/**", "/error");

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z-]+(?:\\|[a-z-]+)+)}");
    private static final Pattern CASE = Pattern.compile("/cases/(\\{\\w+})");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*}?[^}]*)?}");

    static Stream<Call> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(pattern -> !TAKEN_BY_NOBODY.contains(pattern))
                .flatMap(Call::choices)
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Call(method.name(), pattern)));
    }

    private static Stream<String> choices(String pattern) {
        var matcher = CHOICE.matcher(pattern);
        return matcher.find()
                ? Stream.of(matcher.group(1).split("\\|")).flatMap(word -> choices(matcher.replaceFirst(word)))
                : Stream.of(pattern);
    }

    boolean isOfApi() {
        return pattern.startsWith("/api/");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether it is about one case. */
    boolean isOfACase() {
        return CASE.matcher(pattern).find();
    }

    /** Returns an address of what nobody has. */
    String path() {
        return withVariables(pattern);
    }

    /** Returns the address of the call on a case. */
    String pathOfCase(String caseId) {
        return withVariables(CASE.matcher(pattern).replaceFirst("/cases/" + caseId));
    }

    private static String withVariables(String pattern) {
        return VARIABLE.matcher(pattern)
                .replaceAll(variable -> switch (variable.group(1)) {
                    case "importId", "entryId", "publicationId", "draftId" -> new UUID(1, 1).toString();
                    case "type" -> "NoteAdded";
                    default -> NEVER;
                })
                .replace("/**", "/" + NEVER);
    }

    @Override
    public int compareTo(Call other) {
        return Comparator.comparing(Call::pattern).thenComparing(Call::method).compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    /** The calls of a list that end nobody's session, which a test would go on with. */
    static List<Call> withoutSigningOut(List<Call> calls) {
        return calls.stream()
                .filter(call -> !call.pattern().contains("sign-out"))
                .toList();
    }
}

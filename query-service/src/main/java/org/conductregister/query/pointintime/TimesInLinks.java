package org.conductregister.query.pointintime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * The times of a page as its links carry them, so that the next page shows the same day and the same state of
 * knowledge.
 */
public final class TimesInLinks {

    private TimesInLinks() {}

    /** The query of an address, with its question mark; empty where the page is of today, as known now. */
    public static String of(Parameters parameters) {
        var query = Stream.of("asAt", "knownAt")
                .flatMap(name ->
                        parameters.texts(name).stream().map(value -> name + "=" + UriUtils.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}

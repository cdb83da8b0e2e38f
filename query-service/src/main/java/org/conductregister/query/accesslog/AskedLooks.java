package org.conductregister.query.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.conductregister.web.accesslog.AccessQuery;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;

/** Reads which entries of the access log are asked for. Faults are left with the parameters. */
final class AskedLooks {

    private static final int LONGEST = 80;

    private AskedLooks() {}

    static AccessQuery read(Parameters parameters) {
        var user = parameters.text("user");
        var from = instant(parameters, "from", false);
        var to = instant(parameters, "to", true);
        if (from != null && to != null && to.isBefore(from)) {
            parameters.fault("to", "must not be before the beginning");
        }
        return new AccessQuery(
                user == null ? null : user.strip(),
                records(parameters),
                parameters.choice("action", Action.class),
                from,
                to);
    }

    /** Written with its kind, or without: then of any kind. */
    private static Set<String> records(Parameters parameters) {
        var record = parameters.text("record");
        if (record == null) {
            return Set.of();
        }
        var text = record.strip();
        try {
            return text.contains("/")
                    ? Set.of(named(text))
                    : Arrays.stream(RecordKind.values())
                            .map(kind -> new RecordId(kind, text).toString())
                            .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            parameters.fault(
                    "record", "must be the number of a case, officer or recommendation, such as LAN-2012-0007");
            return Set.of();
        }
    }

    /** Users are no records of the log, and changes of them are in the access log. */
    private static String named(String text) {
        return text.startsWith("user/") && text.length() <= LONGEST
                ? text
                : RecordId.parse(text).toString();
    }

    /** An instant, or a day of London: its beginning, or its end. */
    private static @Nullable Instant instant(Parameters parameters, String name, boolean atEnd) {
        var text = parameters.text(name);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() > "2018-06-02".length()) {
                return bounded(Instant.parse(text));
            }
            var day = LocalDate.parse(text);
            return bounded(
                    atEnd
                            ? day.plusDays(1)
                                    .atStartOfDay(Words.LONDON)
                                    .toInstant()
                                    .minusNanos(1)
                            : day.atStartOfDay(Words.LONDON).toInstant());
        } catch (DateTimeParseException | ArithmeticException e) {
            parameters.fault(
                    name,
                    "must be an instant in UTC, such as 2018-06-02T09:30:00Z, or a day of the calendar, as YYYY-MM-DD");
            return null;
        }
    }

    /** @throws ArithmeticException where it cannot be told in microseconds */
    private static Instant bounded(Instant instant) {
        long unused = Math.multiplyExact(instant.getEpochSecond(), 1_000_000L);
        return instant;
    }
}

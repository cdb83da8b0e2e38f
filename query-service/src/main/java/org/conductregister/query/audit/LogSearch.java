package org.conductregister.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are wanted; what is null or empty is not asked for.
 *
 * @param records any of these; empty for all, as is {@code unknownRecord} unless what was typed names none
 * @param from the first position
 * @param to the last position; the latest entry is shown first
 * @param since the first day, in London, on which they were recorded
 * @param until the last
 */
record LogSearch(
        List<RecordId> records,
        boolean unknownRecord,
        @Nullable FactType type,
        @Nullable String recordedBy,
        long from,
        long to,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** Faults are left with the parameters. */
    static LogSearch read(Parameters parameters) {
        var record = parameters.text("record");
        var records = record == null ? List.<RecordId>of() : named(record.strip());
        return new LogSearch(
                records,
                record != null && records.isEmpty(),
                type(parameters),
                parameters.text("by"),
                parameters.number("from", 1, 1, Long.MAX_VALUE),
                parameters.number("to", Long.MAX_VALUE, 1, Long.MAX_VALUE),
                parameters.day("since"),
                parameters.day("until"));
    }

    /** Written with its kind, as in the log, or without: then of any kind. */
    private static List<RecordId> named(String text) {
        try {
            return text.contains("/")
                    ? List.of(RecordId.parse(text))
                    : Arrays.stream(RecordKind.values())
                            .map(kind -> new RecordId(kind, text))
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static @Nullable FactType type(Parameters parameters) {
        var name = parameters.text("type");
        var type = name == null ? null : FactType.named(name).orElse(null);
        if (name != null && type == null) {
            parameters.fault("type", "is not a kind of fact that the register knows");
        }
        return type;
    }

    /** The instant before the first that it asks for. */
    Instant before() {
        return since == null
                ? Instant.EPOCH
                : since.atStartOfDay(Words.LONDON).toInstant().minusNanos(1);
    }

    /** The last instant that it asks for. */
    Instant last() {
        return until == null
                ? Instant.MAX
                : until.plusDays(1).atStartOfDay(Words.LONDON).toInstant().minusNanos(1);
    }

    boolean isNarrow() {
        return type != null || recordedBy != null;
    }
}

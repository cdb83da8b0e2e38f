package org.conductregister.query.casefile.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.query.casefile.files.FiledEntry;
import org.conductregister.query.casefile.files.RecordFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries of one record, in order of the day they happened and, on one day, as recorded. {@code asAt} leaves out
 * what happened later by the day that counts, re-dated if it was, struck or not. Corrections are there from the
 * instant they are known, whatever their own day, which only says where in the list they stand.
 *
 * <p>The timeline of an officer has the entries of the numbers that are marked as duplicates of theirs, too.
 *
 * @param caseId or one of the other two says whose it is
 * @param position of the last entry of the log that was known
 * @param version how many entries of the record were known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineAnswer(
        @Nullable String caseId,
        @Nullable String officerId,
        @Nullable String recommendationId,
        LocalDate asAt,
        Instant knownAt,
        long position,
        long version,
        List<TimelineEntry> entries) {

    /**
     * One entry as it was logged.
     *
     * @param officerId the number that it is recorded under, where that is another of the officer's
     * @param occurredOn as stated
     * @param data what it states beside its day
     * @param struckBy the retraction that holds against it; null where it counts
     * @param redatedTo the day it counts from instead; null where that is {@code occurredOn}
     * @param redatedBy the re-dating or correction that says so
     * @param correctedTo what it states instead, beside its day; null where that is {@code data}
     * @param correctedBy the correction that says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TimelineEntry(
            EntryId entryId,
            @Nullable String officerId,
            String type,
            LocalDate occurredOn,
            Instant recordedAt,
            String recordedBy,
            long position,
            ObjectNode data,
            @Nullable EntryId struckBy,
            @Nullable LocalDate redatedTo,
            @Nullable EntryId redatedBy,
            @Nullable ObjectNode correctedTo,
            @Nullable EntryId correctedBy) {

        public LocalDate day() {
            return redatedTo == null ? occurredOn : redatedTo;
        }
    }

    private static final Comparator<TimelineEntry> BY_DAY_THEN_AS_RECORDED =
            Comparator.comparing(TimelineEntry::day).thenComparingLong(TimelineEntry::position);

    public static TimelineAnswer of(ReadContext asked, RecordFile known, List<RecordFile> also) {
        var kind = known.record().kind();
        var id = known.record().id();
        return new TimelineAnswer(
                kind == RecordKind.CASE ? id : null,
                kind == RecordKind.OFFICER ? id : null,
                kind == RecordKind.RECOMMENDATION ? id : null,
                asked.times().asAt(),
                asked.times().knownAt(),
                asked.position(),
                known.version(),
                Stream.concat(Stream.of(known), also.stream())
                        .flatMap(file ->
                                entries(file, file.equals(known), asked.times().asAt()))
                        .sorted(BY_DAY_THEN_AS_RECORDED)
                        .toList());
    }

    private static Stream<TimelineEntry> entries(RecordFile known, boolean own, LocalDate asAt) {
        var under = own ? null : known.record().id();
        var history = known.history();
        return known.entries().stream()
                .filter(entry -> entry.fact() instanceof Correction
                        || !history.dayOf(logged(entry)).isAfter(asAt))
                .map(entry -> of(entry, history, under));
    }

    private static Logged logged(FiledEntry entry) {
        return new Logged(entry.entryId(), entry.fact());
    }

    private static TimelineEntry of(FiledEntry entry, History history, @Nullable String under) {
        var id = entry.entryId();
        var correctedBy = history.correctedBy(id);
        var day = history.dayOf(logged(entry));
        boolean redated = !day.equals(entry.fact().occurredOn());
        return new TimelineEntry(
                id,
                under,
                FactType.of(entry.fact()).name(),
                entry.fact().occurredOn(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.position(),
                FactJson.data(entry.fact()),
                history.struckBy(id),
                redated ? day : null,
                redated ? history.dayStatedBy(id) : null,
                correctedBy == null ? null : FactJson.data(history.factOf(logged(entry))),
                correctedBy);
    }
}

package org.conductregister.query.casefile.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.FactType;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.query.casefile.answers.TimelineAnswer;
import org.conductregister.query.casefile.answers.TimelineAnswer.TimelineEntry;
import org.conductregister.query.casefile.pages.TimelineRow.Corrected;
import org.conductregister.query.casefile.pages.TimelineRow.Line;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Puts a timeline into words for a page, the latest first. */
@Component
class TimelineRows {

    /** Fields by which an entry names another; the page shows that other beside it. */
    private static final Set<String> NOT_SHOWN = Set.of("retracts", "redates", "corrects");

    private final Words words;
    private final FieldWords fields;

    TimelineRows(Words words, FieldWords fields) {
        this.words = words;
        this.fields = fields;
    }

    /** @param justRecorded the position of the entry to mark; 0 for none */
    List<TimelineRow> of(TimelineAnswer timeline, long justRecorded) {
        return of(timeline.entries(), justRecorded);
    }

    /** @param entries of one record, in order of the day and, on one day, as recorded */
    List<TimelineRow> of(List<TimelineEntry> entries, long justRecorded) {
        var byId = new HashMap<EntryId, TimelineEntry>();
        entries.forEach(entry -> byId.put(entry.entryId(), entry));
        var late = late(entries);
        return entries.reversed().stream()
                .map(entry -> of(entry, byId, late.contains(entry.entryId()), entry.position() == justRecorded))
                .toList();
    }

    private TimelineRow of(TimelineEntry entry, Map<EntryId, TimelineEntry> byId, boolean late, boolean isNew) {
        var type = typeOf(entry);
        var states = entry.correctedTo() == null ? entry.data() : entry.correctedTo();
        var lines = lines(states, type);
        return new TimelineRow(
                entry.entryId().toString(),
                entry.officerId(),
                entry.position(),
                words.label(entry.type()),
                entry.day(),
                entry.redatedTo() == null ? null : entry.occurredOn(),
                entry.recordedAt(),
                entry.recordedBy(),
                late,
                isNew,
                lines,
                correction(byId.get(entry.struckBy())),
                entry.redatedBy() == null || entry.redatedBy().equals(entry.correctedBy())
                        ? null
                        : correction(byId.get(entry.redatedBy())),
                correction(byId.get(entry.correctedBy())),
                entry.correctedTo() == null ? List.of() : different(lines(entry.data(), type), lines),
                isCorrection(entry),
                PersonalDataFact.class.isAssignableFrom(type.javaType()));
    }

    private static FactType typeOf(TimelineEntry entry) {
        return FactType.named(entry.type()).orElseThrow();
    }

    private static boolean isCorrection(TimelineEntry entry) {
        return Correction.class.isAssignableFrom(typeOf(entry).javaType());
    }

    private static List<Line> different(List<Line> before, List<Line> now) {
        return before.stream().filter(line -> !now.contains(line)).toList();
    }

    private List<Line> lines(ObjectNode data, FactType type) {
        return type.fields().stream()
                .filter(field -> data.has(field.name()) && !NOT_SHOWN.contains(field.name()))
                .map(field -> new Line(fields.label(type, field.name()), fields.value(field, data.get(field.name()))))
                .toList();
    }

    private static @Nullable Corrected correction(@Nullable TimelineEntry by) {
        return by == null
                ? null
                : new Corrected(
                        by.recordedBy(),
                        by.recordedAt(),
                        by.data().get("reason").stringValue());
    }

    private static Set<EntryId> late(List<TimelineEntry> entries) {
        var asRecorded = new ArrayList<>(entries);
        asRecorded.sort(Comparator.comparingLong(TimelineEntry::position));
        var late = new HashSet<EntryId>();
        var latest = LocalDate.MIN;
        for (var entry : asRecorded) {
            if (isCorrection(entry)) {
                continue;
            }
            if (entry.occurredOn().isBefore(latest)) {
                late.add(entry.entryId());
            } else {
                latest = entry.occurredOn();
            }
        }
        return late;
    }
}

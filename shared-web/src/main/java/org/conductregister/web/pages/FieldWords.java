package org.conductregister.web.pages;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The labels of facts' fields, and of their values, on forms and pages; in templates, {@code @fields}. A label for one
 * kind of fact alone is listed as {@code Kind.field}.
 */
@Component("fields")
public class FieldWords {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("accepted", "Does the force accept it?"),
            Map.entry("addressedTo", "Addressed to"),
            Map.entry("allegationId", "Allegation"),
            Map.entry("AllegationReported.allegationId", "Number of the allegation"),
            Map.entry("AllegationReported.occurredOn", "The day it was reported"),
            Map.entry("AppealDecided.outcome", "Outcome in place of the one before"),
            Map.entry("basis", "Basis of the referral"),
            Map.entry("caseId", "Case number"),
            Map.entry("category", "What is alleged"),
            Map.entry("corrects", "Entry that was wrong"),
            Map.entry("dayStatedAs", "The day in the words of the source"),
            Map.entry("decision", "Decision"),
            Map.entry("CaseMarkedDuplicate.duplicateOf", "The case that it duplicates"),
            Map.entry("OfficerMarkedDuplicate.duplicateOf", "The number that the person keeps"),
            Map.entry("duplicateOf", "What it duplicates"),
            Map.entry("entryId", "Number of the entry"),
            Map.entry("ethnicity", "Ethnic group"),
            Map.entry("fact", "What it states instead"),
            Map.entry("finding", "Finding"),
            Map.entry("force", "Force"),
            Map.entry("gender", "Gender"),
            Map.entry("grade", "Progress"),
            Map.entry("issuedBy", "Issued by"),
            Map.entry("kind", "Kind of case"),
            Map.entry("mode", "Mode of investigation"),
            Map.entry("months", "Length in months"),
            Map.entry("name", "Name"),
            Map.entry("newOccurredOn", "The day it really happened"),
            Map.entry("note", "Note"),
            Map.entry("NoteAdded.text", "What is to be noted"),
            Map.entry("occurredOn", "The day it happened"),
            Map.entry("offence", "Offence"),
            Map.entry("officerId", "Officer"),
            Map.entry("OfficerTransferred.force", "Force they serve in now"),
            Map.entry("outcome", "Outcome"),
            Map.entry("proceedings", "Kind of proceedings"),
            Map.entry("rank", "Rank"),
            Map.entry("reason", "Reason"),
            Map.entry("recommendationId", "Recommendation number"),
            Map.entry("redates", "Entry on the wrong day"),
            Map.entry("reference", "Reference"),
            Map.entry("regime", "Conduct regulations"),
            Map.entry("responseDueOn", "Answer due on"),
            Map.entry("retracts", "Entry that was wrong"),
            Map.entry("result", "Result of the appeal"),
            Map.entry("sentence", "Sentence"),
            Map.entry("severity", "Severity, if proved"),
            Map.entry("source", "Who brought it"),
            Map.entry("summary", "Summary"),
            Map.entry("tags", "Tags"),
            Map.entry("text", "Text"),
            Map.entry("theme", "Theme"),
            Map.entry("title", "Title"),
            Map.entry("type", "Kind of fact"),
            Map.entry("verdict", "Verdict"),
            Map.entry("watchdog", "Watchdog"),
            Map.entry("workforce", "Workforce"));

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("AllegationReported.allegationId", "Within the case, such as A1"),
            Map.entry(
                    "AppealDecided.outcome",
                    "Only where the appeal varied the outcome. One that is upheld sets the outcome aside"),
            Map.entry("AllegationClosed.finding", "In the force’s own wording"),
            Map.entry("caseId", "Your force’s own, as it is written, such as LAN/2026/001"),
            Map.entry("fact", "The whole fact: its type, its own day and all its fields, without entryId and record"),
            Map.entry("dayStatedAs", "Only where it gave no exact day, such as “December 2011”"),
            Map.entry("EntryCorrected.reason", "Why it was wrong. What it said stays to be read"),
            Map.entry("CaseMarkedDuplicate.duplicateOf", "Its number or its reference, as it is written"),
            Map.entry("OfficerMarkedDuplicate.duplicateOf", "The officer’s number or name"),
            Map.entry("CaseMarkedDuplicate.reason", "How you know that it is the same complaint or matter"),
            Map.entry("OfficerMarkedDuplicate.reason", "How you know that both numbers are one person’s"),
            Map.entry("reference", "The number that the force or another body gives the case, as it is written there"),
            Map.entry("EntryRetracted.reason", "Why it was wrong. The entry stays to be read, and counts no more"),
            Map.entry("EntryRedated.reason", "Why the day was wrong"),
            Map.entry("months", "Only of imprisonment, for life or not, or a suspended sentence"),
            Map.entry("officerId", "The officer’s number or name. They may be registered later"),
            Map.entry("OfficerLeft.reason", "How they left, where they neither resigned, retired nor were dismissed"),
            Map.entry("summary", "What is said to have happened, in a sentence or two"),
            Map.entry("tags", "Choose all that apply"),
            Map.entry("title", "A few words to know the case by"),
            Map.entry("watchdog", "The IOPC, if left empty"));

    private final Words words;

    public FieldWords(Words words) {
        this.words = words;
    }

    /** Such as "Severity, if proved". */
    public String label(FactType type, String field) {
        return LABELS.getOrDefault(type + "." + field, LABELS.getOrDefault(field, words.label(field)));
    }

    /** Such as "Case number", of a field that all kinds of fact call the same. */
    public String label(String field) {
        return LABELS.getOrDefault(field, words.label(field));
    }

    /** Returns a hint that helps to fill it in; null where the label says it all. */
    public @Nullable String hint(FactType type, String field) {
        return HINTS.getOrDefault(type + "." + field, HINTS.get(field));
    }

    public @Nullable String hint(String field) {
        return HINTS.get(field);
    }

    /** A value that an entry states, as people read it. */
    public String value(FactField field, JsonNode value) {
        return switch (field.kind()) {
            case CHOICE -> words.label(value.stringValue());
            case CODE -> code(field.codeList(), value.stringValue());
            case CODES ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(each -> field.name().equals("tags")
                                ? words.tag(each.stringValue())
                                : code(field.codeList(), each.stringValue()))
                        .collect(Collectors.joining(", "));
            case DAY -> words.day(LocalDate.parse(value.stringValue()));
            case YES_NO -> value.booleanValue() ? "Yes" : "No";
            case NUMBER -> value.asString();
            case IDENTIFIER, TEXT -> value.stringValue();
            case FACT -> fact(value);
        };
    }

    /** Returns the fact that a correction states instead, in a line. */
    private String fact(JsonNode fact) {
        var type = FactType.named(fact.get("type").stringValue()).orElseThrow();
        return type.fields().stream()
                .filter(field -> fact.has(field.name()))
                .map(field -> label(type, field.name()) + ": " + value(field, fact.get(field.name())))
                .collect(Collectors.joining("; "));
    }

    private String code(@Nullable CodeList list, String code) {
        return list == null ? words.label(code) : words.of(list, code);
    }
}

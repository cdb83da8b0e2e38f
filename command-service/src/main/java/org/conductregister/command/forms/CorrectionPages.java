package org.conductregister.command.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.platform.Provenance;
import org.conductregister.web.kept.Prefilled;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Corrects, retracts or re-dates one entry, with the reason. */
@Controller
@RequestMapping("/{records:cases|officers|recommendations}/{id}/entries/{entry}/{how:correct|retract|redate}")
class CorrectionPages {

    private static final String CORRECT = "correct";

    private final Ledgers ledgers;
    private final FormFields fields;
    private final OfferedForms offered;
    private final Recording recording;
    private final Words words;
    private final FieldWords fieldWords;

    CorrectionPages(
            Ledgers ledgers,
            FormFields fields,
            OfferedForms offered,
            Recording recording,
            Words words,
            FieldWords fieldWords) {
        this.ledgers = ledgers;
        this.fields = fields;
        this.offered = offered;
        this.recording = recording;
        this.words = words;
        this.fieldWords = fieldWords;
    }

    @GetMapping
    ModelAndView fill(
            @PathVariable String records,
            @PathVariable String id,
            @PathVariable String entry,
            @PathVariable String how,
            @Prefilled MultiValueMap<String, String> asked) {
        var at = RecordAddress.of(records, id);
        var type = typeOf(how);
        var logged = logged(at.record(), entry);
        var sent = offered.begun(new SentForm(asked), fields.of(type));
        if (how.equals(CORRECT) && !asked.containsKey(SentForm.ENTRY_ID)) {
            filled(sent, logged.fact(), corrected(logged, at.record()));
        }
        return form(at, type, how, logged, sent).page(HttpStatus.OK);
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String records,
            @PathVariable String id,
            @PathVariable String entry,
            @PathVariable String how,
            @RequestParam MultiValueMap<String, String> sent,
            Provenance by) {
        var at = RecordAddress.of(records, id);
        var type = typeOf(how);
        var logged = logged(at.record(), entry);
        var form = new SentForm(sent).set(how + "s", entry);
        var outcome = how.equals(CORRECT)
                ? recording.correct(at.record(), FactType.of(logged.fact()), fields(logged, at.record()), form, by)
                : recording.record(at.record(), type, fields.of(type), form, by);
        return switch (outcome) {
            case Recording.Outcome.Recorded(long position) ->
                new ModelAndView("redirect:" + at.showing(type, position));
            case Recording.Outcome.NotRecorded(HttpStatus status, FormFaults faults) ->
                form(at, type, how, logged, form).with(faults).page(status);
        };
    }

    private static FactType typeOf(String how) {
        var kind = switch (how) {
            case CORRECT -> Correction.EntryCorrected.class;
            case "retract" -> Correction.EntryRetracted.class;
            default -> Correction.EntryRedated.class;
        };
        return FactType.named(kind.getSimpleName()).orElseThrow();
    }

    private EntryForm form(RecordAddress at, FactType type, String how, Standing logged, SentForm sent) {
        var heading = switch (how) {
            case CORRECT -> "Correct this entry";
            case "retract" -> "Retract this entry?";
            default -> "When did it really happen?";
        };
        var button = switch (how) {
            case CORRECT -> "Record the correction";
            case "retract" -> "Retract";
            default -> "Re-date";
        };
        return new EntryForm(
                heading,
                offered.caption(at),
                at.path() + "/entries/" + logged.entryId() + "/" + how,
                at.path(),
                button,
                how.equals(CORRECT) ? fields(logged, at.record()) : fields.of(type),
                sent,
                FormFaults.none(),
                new EntryForm.Logged(words.label(FactType.of(logged.fact())), words.day(logged.day()), lines(logged)));
    }

    /** Returns the fields of a correction: all that the entry states, and why it was wrong. */
    private List<FormField> fields(Standing logged, RecordId record) {
        return Stream.concat(corrected(logged, record).stream(), fields.of(typeOf(CORRECT), List.of("reason")).stream())
                .toList();
    }

    private List<FormField> corrected(Standing logged, RecordId record) {
        if (logged.fact() instanceof Correction) {
            throw RecordAddress.unknown("A correction is not corrected. Retract it, and correct the entry anew.");
        }
        var data = FactJson.data(logged.fact());
        return offered.fields(FactType.of(logged.fact()), record).stream()
                .map(field -> field.name().equals("reason") ? field.named("fact.reason") : field)
                .map(field -> field.control() == FormField.Control.TAGS && data.has(field.name())
                        ? field.and(unlisted(data.get(field.name()), field))
                        : field)
                .toList();
    }

    /** The tags of an entry that are on no list, to be chosen again. */
    private List<Option> unlisted(JsonNode tags, FormField field) {
        return tags.values().stream()
                .map(JsonNode::stringValue)
                .filter(tag -> field.options().stream()
                        .noneMatch(option -> option.value().equals(tag)))
                .map(tag -> new Option(tag, words.tag(tag)))
                .toList();
    }

    /** Fills in what the entry states. */
    private static void filled(SentForm form, Fact fact, List<FormField> fields) {
        var data = FactJson.mapper().<ObjectNode>valueToTree(fact);
        for (var field : fields) {
            var value = data.get(field.name().equals("fact.reason") ? "reason" : field.name());
            if (value == null) {
                continue;
            }
            if (field.control() == FormField.Control.DAY) {
                form.setDay(field.name(), LocalDate.parse(value.stringValue()));
            } else if (value.isArray()) {
                var items = value.values().stream().map(JsonNode::stringValue).toList();
                form.setAll(field.name(), field.isChosen() ? items : List.of(String.join(", ", items)));
            } else {
                form.set(field.name(), value.asString());
            }
        }
    }

    /** An entry as it stands: as logged, or as last corrected. */
    private record Standing(EntryId entryId, Fact fact, LocalDate day) {}

    private Standing logged(RecordId record, String entry) {
        var history = new History(ledgers.of(record).entries());
        return history.entries().stream()
                .filter(each -> each.entryId().equals(identified(entry)))
                .findFirst()
                .map(each -> new Standing(each.entryId(), history.factOf(each), history.dayOf(each)))
                .orElseThrow(() -> RecordAddress.unknown("No such entry stands on this record."));
    }

    private static EntryId identified(String entry) {
        try {
            return EntryId.of(entry);
        } catch (IllegalArgumentException e) {
            throw RecordAddress.unknown("No such entry stands on this record.");
        }
    }

    private List<EntryForm.Logged.Line> lines(Standing logged) {
        var type = FactType.of(logged.fact());
        var data = FactJson.data(logged.fact());
        return type.fields().stream()
                .filter(field -> data.has(field.name()))
                .map(field -> new EntryForm.Logged.Line(
                        fieldWords.label(type, field.name()), fieldWords.value(field, data.get(field.name()))))
                .toList();
    }
}

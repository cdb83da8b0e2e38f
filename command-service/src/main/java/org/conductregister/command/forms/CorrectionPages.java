package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Retracts or re-dates one entry, with the reason. */
@Controller
@RequestMapping("/{records:cases|officers|recommendations}/{id}/entries/{entry}/{how:retract|redate}")
class CorrectionPages {

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
            @PathVariable String how) {
        var at = RecordAddress.of(records, id);
        var type = typeOf(how);
        var sent = new SentForm(new LinkedMultiValueMap<>());
        return form(at, type, how, entry, offered.begun(sent, fields.of(type))).page(HttpStatus.OK);
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
        var form = new SentForm(sent).set(how + "s", entry);
        return switch (recording.record(at.record(), type, fields.of(type), form, by)) {
            case Recording.Outcome.Recorded(long position) ->
                new ModelAndView("redirect:" + at.showing(type, position));
            case Recording.Outcome.NotRecorded(HttpStatus status, FormFaults faults) ->
                form(at, type, how, entry, form).with(faults).page(status);
        };
    }

    private static FactType typeOf(String how) {
        var kind = how.equals("retract") ? Correction.EntryRetracted.class : Correction.EntryRedated.class;
        return FactType.named(kind.getSimpleName()).orElseThrow();
    }

    private EntryForm form(RecordAddress at, FactType type, String how, String entry, SentForm sent) {
        var retracts = how.equals("retract");
        return new EntryForm(
                retracts ? "Retract this entry?" : "When did it really happen?",
                at.caption(),
                at.path() + "/entries/" + entry + "/" + how,
                at.path(),
                retracts ? "Retract" : "Re-date",
                fields.of(type),
                sent,
                FormFaults.none(),
                logged(at.record(), entry));
    }

    private EntryForm.Logged logged(RecordId record, String entry) {
        var history = new History(ledgers.of(record).entries());
        return history.entries().stream()
                .filter(each -> each.entryId().equals(identified(entry)))
                .findFirst()
                .map(each -> new EntryForm.Logged(
                        words.label(FactType.of(each.fact())), words.day(history.dayOf(each)), lines(each)))
                .orElseThrow(() -> RecordAddress.unknown("No such entry stands on this record."));
    }

    private static EntryId identified(String entry) {
        try {
            return EntryId.of(entry);
        } catch (IllegalArgumentException e) {
            throw RecordAddress.unknown("No such entry stands on this record.");
        }
    }

    private List<EntryForm.Logged.Line> lines(History.Logged logged) {
        var type = FactType.of(logged.fact());
        var data = FactJson.data(logged.fact());
        return type.fields().stream()
                .filter(field -> data.has(field.name()))
                .map(field -> new EntryForm.Logged.Line(
                        fieldWords.label(type, field.name()), fieldWords.value(field, data.get(field.name()))))
                .toList();
    }
}

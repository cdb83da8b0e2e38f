package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.FactType;
import org.conductregister.facts.Correction;
import org.conductregister.platform.Provenance;
import org.conductregister.web.kept.Prefilled;
import org.conductregister.web.pages.FormFaults;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Marks a case, or an officer's number, as a duplicate of another. The marking is an entry, and is retracted like any. */
@Controller
@RequestMapping("/{records:cases|officers}/{id}/duplicate")
class DuplicatePages {

    private final FormFields fields;
    private final OfferedForms offered;
    private final Recording recording;

    DuplicatePages(FormFields fields, OfferedForms offered, Recording recording) {
        this.fields = fields;
        this.offered = offered;
        this.recording = recording;
    }

    @GetMapping
    ModelAndView fill(
            @PathVariable String records, @PathVariable String id, @Prefilled MultiValueMap<String, String> asked) {
        var at = RecordAddress.of(records, id);
        return form(at, offered.begun(new SentForm(asked), List.of())).page(HttpStatus.OK);
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String records,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Provenance by) {
        var at = RecordAddress.of(records, id);
        var type = typeOn(at);
        var form = new SentForm(sent);
        return switch (recording.record(at.record(), type, fields.of(type), form, by)) {
            case Recording.Outcome.Recorded(long position) ->
                new ModelAndView("redirect:" + at.showing(type, position));
            case Recording.Outcome.NotRecorded(HttpStatus status, FormFaults faults) ->
                form(at, form).with(faults).page(status);
        };
    }

    private static FactType typeOn(RecordAddress at) {
        var kind = switch (at.record().kind()) {
            case OFFICER -> Correction.OfficerMarkedDuplicate.class;
            case CASE, RECOMMENDATION -> Correction.CaseMarkedDuplicate.class;
        };
        return FactType.named(kind.getSimpleName()).orElseThrow();
    }

    private EntryForm form(RecordAddress at, SentForm sent) {
        var heading = switch (at.record().kind()) {
            case OFFICER -> "Is this another number of somebody in the register?";
            case CASE, RECOMMENDATION -> "Is this case in the register twice?";
        };
        return new EntryForm(
                heading,
                offered.caption(at),
                at.path() + "/duplicate",
                at.path(),
                "Mark as a duplicate",
                fields.of(typeOn(at)),
                sent,
                FormFaults.none(),
                null);
    }
}

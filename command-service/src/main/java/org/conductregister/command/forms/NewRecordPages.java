package org.conductregister.command.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.platform.Provenance;
import org.conductregister.web.RequestedPath;
import org.conductregister.web.kept.Prefilled;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Begins the record of an officer or a recommendation: the form of its first fact, and the number it goes by. */
@Controller
@RequestMapping({"/officers/new", "/recommendations/new"})
class NewRecordPages {

    private final FormFields fields;
    private final OfferedForms offered;
    private final Recording recording;
    private final Words words;
    private final FieldWords fieldWords;

    NewRecordPages(FormFields fields, OfferedForms offered, Recording recording, Words words, FieldWords fieldWords) {
        this.fields = fields;
        this.offered = offered;
        this.recording = recording;
        this.words = words;
        this.fieldWords = fieldWords;
    }

    @GetMapping
    ModelAndView fill(HttpServletRequest request, @Prefilled MultiValueMap<String, String> asked) {
        var kind = kindOf(request);
        return form(kind, offered.begun(new SentForm(asked), fields(kind))).page(HttpStatus.OK);
    }

    @PostMapping
    ModelAndView record(HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent, Provenance by) {
        var kind = kindOf(request);
        var form = new SentForm(sent);
        try {
            var at = RecordAddress.of(new RecordId(kind, form.text(kind.idField())));
            return switch (recording.record(at.record(), first(kind), fields(kind), form, by)) {
                case Recording.Outcome.Recorded(long position) ->
                    new ModelAndView("redirect:" + at.showing(first(kind), position));
                case Recording.Outcome.NotRecorded(HttpStatus status, FormFaults faults) ->
                    form(kind, form).with(faults).page(status);
            };
        } catch (IllegalArgumentException e) {
            var what = "“%s” %s".formatted(fieldWords.label(kind.idField()), e.getMessage());
            return form(kind, form)
                    .with(FormFaults.none().add(kind.idField(), what))
                    .page(HttpStatus.BAD_REQUEST);
        }
    }

    private static RecordKind kindOf(HttpServletRequest request) {
        return RequestedPath.of(request).equals("/officers/new") ? RecordKind.OFFICER : RecordKind.RECOMMENDATION;
    }

    private static FactType first(RecordKind kind) {
        var type = kind == RecordKind.OFFICER ? OfficerRegistered.class : RecommendationIssued.class;
        return FactType.named(type.getSimpleName()).orElseThrow();
    }

    private List<FormField> fields(RecordKind kind) {
        var all = new ArrayList<FormField>();
        all.add(new FormField(
                kind.idField(),
                FormField.Control.TEXT,
                fieldWords.label(kind.idField()),
                "Your own: letters, digits, full stops, hyphens and underscores",
                true,
                List.of(),
                "govuk-input--width-20"));
        all.addAll(fields.of(first(kind)));
        return all;
    }

    private EntryForm form(RecordKind kind, SentForm sent) {
        var type = first(kind);
        var home = "/" + kind.word() + "s";
        var caption = kind == RecordKind.OFFICER ? "New officer" : "New recommendation";
        return new EntryForm(
                words.label(type), caption, home + "/new", home, "Record", fields(kind), sent, FormFaults.none(), null);
    }
}

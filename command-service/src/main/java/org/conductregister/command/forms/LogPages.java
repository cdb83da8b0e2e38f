package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.consequences.Consequences;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.kept.Prefilled;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Logs one fact on a record: which, and then its form. */
@Controller
@RequestMapping("/{records:cases|officers|recommendations}/{id}/log")
class LogPages {

    private static final String FROM = "from";

    private final OfferedForms offered;
    private final Recording recording;
    private final Consequences consequences;
    private final Words words;

    LogPages(OfferedForms offered, Recording recording, Consequences consequences, Words words) {
        this.offered = offered;
        this.recording = recording;
        this.consequences = consequences;
        this.words = words;
    }

    @GetMapping
    ModelAndView choose(
            @PathVariable String records, @PathVariable String id, @RequestParam MultiValueMap<String, String> asked) {
        var at = RecordAddress.of(records, id);
        var page = new ModelAndView("forms/choose");
        page.addObject("caption", offered.caption(at));
        page.addObject("path", at.path());
        page.addObject("choice", offered.on(at.record()));
        page.addObject("back", cameFrom(new SentForm(asked), at));
        page.addObject("from", caseOf(new SentForm(asked)));
        return page;
    }

    @GetMapping("/{type}")
    ModelAndView fill(
            @PathVariable String records,
            @PathVariable String id,
            @PathVariable String type,
            @Prefilled MultiValueMap<String, String> asked) {
        var at = RecordAddress.of(records, id);
        var fields = offered.fields(at.type(type), at.record());
        return form(at, at.type(type), fields, offered.begun(new SentForm(asked), fields))
                .page(HttpStatus.OK)
                .addObject("warnings", consequences.before(at.type(type), at.record()));
    }

    @PostMapping("/{type}")
    ModelAndView record(
            @PathVariable String records,
            @PathVariable String id,
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> sent,
            Provenance by) {
        var at = RecordAddress.of(records, id);
        var kind = at.type(type);
        var fields = offered.fields(kind, at.record());
        var form = new SentForm(sent);
        return switch (recording.record(at.record(), kind, fields, form, by)) {
            case Recording.Outcome.Recorded(long position) ->
                new ModelAndView("redirect:" + shownAfter(form, at).showing(kind, position));
            case Recording.Outcome.NotRecorded(HttpStatus status, FormFaults faults) ->
                form(at, kind, fields, form)
                        .with(faults)
                        .page(status)
                        .addObject("warnings", consequences.before(kind, at.record()));
        };
    }

    private EntryForm form(RecordAddress at, FactType type, List<FormField> fields, SentForm sent) {
        return new EntryForm(
                words.label(type),
                offered.caption(at),
                at.path() + "/log/" + type,
                cameFrom(sent, at),
                "Record",
                fields,
                sent,
                FormFaults.none(),
                null);
    }

    private static String cameFrom(SentForm form, RecordAddress at) {
        return shownAfter(form, at).path();
    }

    /** Returns the record to show afterwards: the case from which an officer's fact was logged, else the record itself. */
    private static RecordAddress shownAfter(SentForm form, RecordAddress at) {
        var from = caseOf(form);
        return from == null ? at : RecordAddress.of(RecordId.of(from));
    }

    private static @Nullable CaseId caseOf(SentForm form) {
        try {
            return form.text(FROM).isEmpty() ? null : new CaseId(form.text(FROM));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package org.conductregister.command.forms.report;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.forms.CaseNumbers;
import org.conductregister.command.forms.RecordAddress;
import org.conductregister.command.forms.Recording;
import org.conductregister.command.forms.Recording.Outcome;
import org.conductregister.command.forms.Recording.Reading;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.kept.Prefilled;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reports an allegation step by step, in a case that is there or a new one. Opening the case and reporting the allegation
 * are recorded together or not at all.
 */
@Controller
@RequestMapping("/report")
class ReportPages {

    /** A step of each entry that a report makes, in the order to be recorded. */
    private static final List<ReportStep> ENTRIES_OF_CASE = List.of(ReportStep.ALLEGATION);

    private static final List<ReportStep> ENTRIES_OF_NEW_CASE = List.of(ReportStep.OPENING, ReportStep.ALLEGATION);

    private final ReportForms forms;
    private final Recording recording;
    private final CaseNumbers numbers;

    ReportPages(ReportForms forms, Recording recording, CaseNumbers numbers) {
        this.forms = forms;
        this.recording = recording;
        this.numbers = numbers;
    }

    @GetMapping
    ModelAndView begin(@Prefilled MultiValueMap<String, String> asked) {
        var form = new SentForm(asked);
        return page(ReportStep.named(form.text("step")), forms.begun(form), FormFaults.none(), HttpStatus.OK);
    }

    @GetMapping("/done")
    ModelAndView done(
            @RequestParam("case") String caseId, @RequestParam String allegation, @RequestParam long position) {
        var page = new ModelAndView("forms/reported");
        try {
            page.addObject("case", new CaseId(caseId).value());
            page.addObject("reference", numbers.referenceOf(new CaseId(caseId)));
            page.addObject("allegation", new AllegationId(allegation).value());
        } catch (IllegalArgumentException e) {
            throw RecordAddress.unknown("No allegation goes by this number.");
        }
        page.addObject("path", "/cases/" + caseId);
        page.addObject("position", position);
        return page;
    }

    @PostMapping
    ModelAndView goOn(
            @RequestParam ReportStep step,
            @RequestParam(required = false) @Nullable ReportStep change,
            @RequestParam MultiValueMap<String, String> sent,
            Provenance by) {
        var form = forms.identified(forms.begun(new SentForm(sent)));
        if (change != null) {
            return page(change, form, FormFaults.none(), HttpStatus.OK);
        }
        return step == ReportStep.CHECK ? record(form, by) : next(step, form);
    }

    private ModelAndView next(ReportStep step, SentForm form) {
        var faults = forms.faults(step, form);
        return faults.isEmpty()
                ? page(step.next(form.opensCase()), form, faults, HttpStatus.OK)
                : page(step, form, faults, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView record(SentForm form, Provenance by) {
        for (var step : ReportStep.values()) {
            var faults = forms.faults(step, form);
            if (!faults.isEmpty()) {
                return page(step, form, faults, HttpStatus.BAD_REQUEST);
            }
        }
        var record = RecordId.of(new CaseId(form.text("caseId")));
        var entries = new ArrayList<Entry>();
        for (var step : form.opensCase() ? ENTRIES_OF_NEW_CASE : ENTRIES_OF_CASE) {
            switch (forms.read(step, record, form)) {
                case Reading.Read(var entry) -> entries.add(entry);
                case Reading.Faulty(var faults) -> {
                    return page(ReportStep.CHECK, form, faults, HttpStatus.BAD_REQUEST);
                }
            }
        }
        return switch (recording.record(record, entries, List.of(), by)) {
            case Outcome.Recorded(long position) ->
                new ModelAndView("redirect:/report/done?case=%s&allegation=%s&position=%d"
                        .formatted(record.id(), form.text("allegationId"), position));
            case Outcome.NotRecorded(HttpStatus status, FormFaults faults) ->
                page(ReportStep.CHECK, form, faults, status);
        };
    }

    private ModelAndView page(ReportStep step, SentForm form, FormFaults faults, HttpStatus status) {
        var report = forms.report(step, form, faults);
        var page = new ModelAndView("forms/report", status);
        page.addObject("report", report);
        page.addObject("title", faults.isEmpty() ? report.heading() : "Error: " + report.heading());
        return page;
    }
}

package org.conductregister.command.forms.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.cases.CaseState;
import org.conductregister.command.entries.AllowedEntries;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.forms.EntryForm;
import org.conductregister.command.forms.FormField;
import org.conductregister.command.forms.FormField.Control;
import org.conductregister.command.forms.FormFields;
import org.conductregister.command.forms.Recording;
import org.conductregister.command.forms.Recording.Reading;
import org.conductregister.command.forms.SentForm;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of the steps in which an allegation is reported, and what is wrong with what was filled in. */
@Component
class ReportForms {

    private static final String CASE_ID = "caseId";
    private static final Pattern NO_IDENTIFIER = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Set<String> OF_THE_PAGE = Set.of("step", "change", "_csrf");

    private final FormFields fields;
    private final Recording recording;
    private final AllowedEntries allowed;
    private final Ledgers ledgers;
    private final Today today;
    private final FieldWords fieldWords;
    private final Words words;

    ReportForms(
            FormFields fields,
            Recording recording,
            AllowedEntries allowed,
            Ledgers ledgers,
            Today today,
            FieldWords fieldWords,
            Words words) {
        this.fields = fields;
        this.recording = recording;
        this.allowed = allowed;
        this.ledgers = ledgers;
        this.today = today;
        this.fieldWords = fieldWords;
        this.words = words;
    }

    /** With identities for both entries, so that the last step sent twice is recorded once. */
    SentForm begun(SentForm form) {
        return form.or(identityOf(ReportStep.OPENING), EntryId.random().toString())
                .or(identityOf(ReportStep.ALLEGATION), EntryId.random().toString())
                .or("occurredOn", today.day());
    }

    /**
     * Makes the number of a new case of one that has other characters: those become hyphens, and the number is kept as its
     * reference, as it was typed.
     */
    SentForm identified(SentForm form) {
        var typed = form.text(CASE_ID);
        if (form.opensCase() && !typed.isEmpty() && caseIn(form) == null) {
            var made = NO_IDENTIFIER.matcher(typed).replaceAll("-");
            form.set(CASE_ID, made).or("reference", typed);
        }
        return form;
    }

    private static String identityOf(ReportStep step) {
        return step.type() + "." + Recording.ENTRY_ID;
    }

    Report report(ReportStep step, SentForm form, FormFaults faults) {
        var shown = fields(step);
        var record = caseIn(form);
        if (step == ReportStep.ALLEGATION && record != null) {
            form.or("allegationId", nextAllegation(record));
        }
        boolean last = step == ReportStep.CHECK;
        return new Report(
                step,
                last ? 0 : step.ordinal() + 1,
                step == ReportStep.CASE ? null : step.previous(form.opensCase()),
                step.heading(),
                last ? "Record" : "Continue",
                shown,
                form,
                faults,
                kept(form, shown),
                last ? answers(form) : List.of());
    }

    private List<FormField> fields(ReportStep step) {
        return step == ReportStep.CASE ? whichCase() : fields.of(step.type(), step.fields());
    }

    private List<FormField> whichCase() {
        var options = List.of(
                new Option("NEW", "A new case", "It came in by itself"),
                new Option("EXISTING", "A case that is in the register", null));
        return List.of(
                new FormField("which", Control.RADIOS, "New, or one more in a case", null, true, options, ""),
                new FormField(
                        CASE_ID,
                        Control.TEXT,
                        fieldWords.label(CASE_ID),
                        fieldWords.hint(CASE_ID),
                        true,
                        List.of(),
                        "govuk-input--width-20"));
    }

    private static Map<String, List<String>> kept(SentForm form, List<FormField> shown) {
        var kept = new LinkedHashMap<>(form.values());
        kept.keySet().removeAll(OF_THE_PAGE);
        shown.stream()
                .flatMap(field -> field.control() == Control.DAY
                        ? Stream.of("-day", "-month", "-year").map(part -> field.name() + part)
                        : Stream.of(field.name()))
                .forEach(kept::remove);
        return kept;
    }

    FormFaults faults(ReportStep step, SentForm form) {
        if (step == ReportStep.CASE) {
            return faultsOfCase(form);
        }
        if (step == ReportStep.CHECK || (step == ReportStep.OPENING && !form.opensCase())) {
            return FormFaults.none();
        }
        var record = caseIn(form);
        if (record == null) {
            return FormFaults.none();
        }
        return switch (read(step, record, form)) {
            case Reading.Read read -> FormFaults.none();
            case Reading.Faulty(var faults) -> onlyOf(step, faults);
        };
    }

    private static FormFaults onlyOf(ReportStep step, FormFaults all) {
        var ofStep = FormFaults.none();
        all.all().stream()
                .filter(fault -> fault.field() != null && step.fields().contains(fault.field()))
                .forEach(fault -> ofStep.add(fault.field(), fault.target(), fault.message()));
        return ofStep;
    }

    private FormFaults faultsOfCase(SentForm form) {
        var faults = FormFaults.none();
        if (!form.text("which").matches("NEW|EXISTING")) {
            faults.add("which", "Choose whether the case is new");
        }
        if (form.text(CASE_ID).isEmpty()) {
            return faults.add(CASE_ID, "Fill in “%s”".formatted(fieldWords.label(CASE_ID)));
        }
        var record = caseIn(form);
        if (record == null) {
            var rule = "must be 1 to 64 letters, digits, '.', '_' or '-'";
            return faults.add(CASE_ID, "“%s” %s".formatted(fieldWords.label(CASE_ID), rule));
        }
        if (faults.isEmpty() && !isRecorded(record, form)) {
            var first = form.opensCase() ? ReportStep.OPENING : ReportStep.ALLEGATION;
            allowed.refusal(record, first.type()).ifPresent(refusal -> faults.add(CASE_ID, refusal.sentence()));
        }
        return faults;
    }

    /** Whether this very form was recorded before: then it is answered as the first time, and not refused. */
    private boolean isRecorded(RecordId record, SentForm form) {
        var identity = form.text(identityOf(ReportStep.ALLEGATION));
        return ledgers.of(record).entries().stream()
                .anyMatch(entry -> entry.entryId().toString().equals(identity));
    }

    /** Reads the entry that a step belongs to from the whole form. */
    Reading read(ReportStep step, RecordId record, SentForm form) {
        var own = new SentForm(form.copy()).set(Recording.ENTRY_ID, form.text(identityOf(step)));
        return recording.read(record, step.type(), entryFields(step), own);
    }

    /** Returns the entry that several steps make up; the case is opened on the day of the report. */
    private List<FormField> entryFields(ReportStep step) {
        var names = new ArrayList<String>();
        for (var each : ReportStep.values()) {
            if (each.type().equals(step.type())) {
                names.addAll(each.fields());
            }
        }
        if (!names.contains("occurredOn")) {
            names.add("occurredOn");
        }
        return fields.of(step.type(), names);
    }

    private static @Nullable RecordId caseIn(SentForm form) {
        try {
            return RecordId.of(new CaseId(form.text(CASE_ID)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String nextAllegation(RecordId record) {
        var known = ledgers.of(record).head() instanceof CaseState state
                ? state.allegations().keySet()
                : Set.<AllegationId>of();
        int number = known.size() + 1;
        while (known.contains(new AllegationId("A" + number))) {
            number++;
        }
        return "A" + number;
    }

    private List<Report.Answered> answers(SentForm form) {
        return Stream.of(ReportStep.CASE, ReportStep.OPENING, ReportStep.ALLEGATION, ReportStep.OFFICER)
                .filter(step -> step != ReportStep.OPENING || form.opensCase())
                .map(step -> new Report.Answered(
                        step,
                        step.heading(),
                        fields(step).stream().map(field -> line(field, form)).toList()))
                .toList();
    }

    private EntryForm.Logged.Line line(FormField field, SentForm form) {
        var value = field.control() == Control.DAY ? day(field, form) : said(field, form);
        return new EntryForm.Logged.Line(field.label(), value.isEmpty() ? "Not stated" : value);
    }

    private String day(FormField field, SentForm form) {
        var day = form.day(field.name()).read(field.label(), false, FormFaults.none());
        return day == null ? "" : words.day(day);
    }

    private static String said(FormField field, SentForm form) {
        var sent = form.text(field.name());
        return field.options().stream()
                .filter(option -> option.value().equals(sent))
                .map(Option::text)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), texts -> texts.isEmpty() ? sent : texts.getFirst()));
    }
}

package org.conductregister.command.forms.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.cases.CaseState;
import org.conductregister.command.entries.Today;
import org.conductregister.command.forms.CaseNumbers;
import org.conductregister.command.forms.EntryForm;
import org.conductregister.command.forms.OfficerNumbers;
import org.conductregister.command.forms.Recording;
import org.conductregister.command.forms.Recording.Reading;
import org.conductregister.command.forms.WaysOut;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormField.Control;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.command.sight.RecorderSight;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.FormFaults.Link;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of the steps in which an allegation is reported, and what is wrong with what was filled in. */
@Component
class ReportForms {

    private static final String CASE_ID = "caseId";

    /** Endings that may follow the name of a field in the names of its inputs. */
    private static final List<String> PARTS_OF_FIELDS =
            List.of("", "-day", "-month", "-year", SentForm.OTHER, SentForm.CONFIRMED, SentForm.ASKED);

    private static final Set<String> OF_THE_PAGE = Set.of("step", "change", "_csrf");

    private final FormFields fields;
    private final Recording recording;
    private final RecorderSight sight;
    private final CaseNumbers numbers;
    private final OfficerNumbers officers;
    private final Today today;
    private final FieldWords fieldWords;
    private final Words words;

    ReportForms(
            FormFields fields,
            Recording recording,
            RecorderSight sight,
            CaseNumbers numbers,
            OfficerNumbers officers,
            Today today,
            FieldWords fieldWords,
            Words words) {
        this.fields = fields;
        this.recording = recording;
        this.sight = sight;
        this.numbers = numbers;
        this.officers = officers;
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
     * Puts the register's number of the case in the place of the one that was typed as the force writes it: of a case that is
     * there by its reference, of a new one with hyphens for other characters. Of a new case it is kept as the reference, as it
     * was typed.
     */
    SentForm identified(SentForm form) {
        var typed = form.text(CASE_ID);
        if (typed.isEmpty() || form.text("which").isEmpty()) {
            return form;
        }
        var known = numbers.known(typed);
        if (form.opensCase() && known.isEmpty() && numbers.identifier(typed).isEmpty()) {
            form.set(CASE_ID, numbers.identifierFor(typed).value()).or("reference", typed);
        } else if (!form.opensCase() && known.size() == 1) {
            form.set(CASE_ID, known.getFirst().value());
        }
        return form;
    }

    private static String identityOf(ReportStep step) {
        return step.type() + "." + SentForm.ENTRY_ID;
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
                .flatMap(field -> PARTS_OF_FIELDS.stream().map(part -> field.name() + part))
                .forEach(kept::remove);
        return kept;
    }

    FormFaults faults(ReportStep step, SentForm form) {
        if (step == ReportStep.CASE) {
            return faultsOfCase(form);
        }
        var asked = step == ReportStep.OFFICER ? officers.ask(fields(step), form) : FormFaults.none();
        if (!asked.isEmpty()) {
            return asked;
        }
        if (step == ReportStep.CHECK || (step == ReportStep.OPENING && !form.opensCase())) {
            return FormFaults.none();
        }
        var record = caseIn(form);
        if (record == null) {
            return FormFaults.none();
        }
        return switch (read(step, record, form)) {
            case Reading.Read read -> referenceTaken(step, record, form);
            case Reading.Faulty(var faults) -> {
                var ofStep = onlyOf(step, faults);
                yield ofStep.isEmpty() ? referenceTaken(step, record, form) : ofStep;
            }
        };
    }

    /** A reference that a case of the force has already is most likely that case. */
    private FormFaults referenceTaken(ReportStep step, RecordId record, SentForm form) {
        var faults = FormFaults.none();
        if (step == ReportStep.OPENING && !isRecorded(record, form)) {
            numbers.holderOf(form.text("force"), form.text("reference"))
                    .filter(holder -> !RecordId.of(holder).equals(record))
                    .ifPresent(holder -> faults.add(
                            "reference",
                            "reference",
                            "Already in the register: case %s of this force has the reference %s. Add to it?"
                                    .formatted(holder, form.text("reference")),
                            WaysOut.addTo(RecordId.of(holder))));
        }
        return faults;
    }

    private static FormFaults onlyOf(ReportStep step, FormFaults all) {
        var ofStep = FormFaults.none();
        all.all().stream()
                .filter(fault -> fault.field() != null && step.fields().contains(fault.field()))
                .forEach(fault -> ofStep.add(fault.field(), fault.target(), fault.message(), fault.links()));
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
        if (!faults.isEmpty() || (record != null && isRecorded(record, form))) {
            return faults;
        }
        return form.opensCase() ? faultsOfNew(form, record) : faultsOfKnown(form, record);
    }

    private FormFaults faultsOfNew(SentForm form, @Nullable RecordId record) {
        var typed = form.text(CASE_ID);
        var known = numbers.known(typed);
        if (!known.isEmpty()) {
            return FormFaults.none()
                    .add(
                            CASE_ID,
                            CASE_ID,
                            "Already in the register: %s. Add to it?".formatted(named(known)),
                            known.stream()
                                    .flatMap(id -> WaysOut.addTo(RecordId.of(id)).stream())
                                    .toList());
        }
        return record == null ? FormFaults.none().add(CASE_ID, "Fill in a shorter number") : refused(record, form);
    }

    private FormFaults faultsOfKnown(SentForm form, @Nullable RecordId record) {
        var typed = form.text(CASE_ID);
        var known = numbers.known(typed);
        if (known.size() > 1) {
            return FormFaults.none()
                    .add(
                            CASE_ID,
                            CASE_ID,
                            "Cases of several forces have the reference %s. Choose one.".formatted(typed),
                            known.stream()
                                    .map(id -> new Link("Case " + id, addingTo(id)))
                                    .toList());
        }
        if (known.isEmpty() || record == null) {
            return FormFaults.none()
                    .add(
                            CASE_ID,
                            CASE_ID,
                            "No case in the register has the number or reference %s. Check it, or report it as a new case."
                                    .formatted(typed),
                            List.of(
                                    new Link("Report it as a new case", "/report?which=NEW&caseId=" + encoded(typed)),
                                    new Link("Look “%s” up".formatted(typed), "/cases?q=" + encoded(typed))));
        }
        return refused(record, form);
    }

    private FormFaults refused(RecordId record, SentForm form) {
        var first = form.opensCase() ? ReportStep.OPENING : ReportStep.ALLEGATION;
        return recording.refused(record, first.type(), CASE_ID);
    }

    private String named(List<CaseId> cases) {
        return cases.stream()
                .map(id -> {
                    var reference = numbers.referenceOf(id);
                    return reference == null ? "case " + id : "case %s (%s)".formatted(id, reference);
                })
                .collect(Collectors.joining(", "));
    }

    private static String addingTo(CaseId id) {
        return "/report?which=EXISTING&caseId=" + id;
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    /** Whether this very form was recorded before: then it is answered as the first time, and not refused. */
    private boolean isRecorded(RecordId record, SentForm form) {
        var identity = form.text(identityOf(ReportStep.ALLEGATION));
        return sight.ledger(record).entries().stream()
                .anyMatch(entry -> entry.entryId().toString().equals(identity));
    }

    /** Reads the entry that a step belongs to from the whole form. */
    Reading read(ReportStep step, RecordId record, SentForm form) {
        var own = new SentForm(form.copy()).set(SentForm.ENTRY_ID, form.text(identityOf(step)));
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
        var known = sight.ledger(record).head() instanceof CaseState state
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
        var sent = form.all(field.name());
        var chosen = Stream.concat(
                        field.options().stream()
                                .filter(option -> sent.contains(option.value()))
                                .map(Option::text),
                        form.items(field.name() + SentForm.OTHER).stream())
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? form.text(field.name()) : chosen;
    }
}

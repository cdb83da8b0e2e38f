package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.command.entries.AllowedEntries;
import org.conductregister.command.entries.EntryLog;
import org.conductregister.command.entries.Today;
import org.conductregister.command.forms.fields.FieldFaults;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormJson;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.CodeLists;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.MalformedEntryException.Fault;
import org.conductregister.entries.RecordId;
import org.conductregister.platform.Provenance;
import org.conductregister.web.pages.FormFaults;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Records the entry of a form as the API records entries, or reports the faults at each field. */
@Service
public class Recording {

    private final EntryReader reader;
    private final EntryLog log;
    private final AllowedEntries allowed;
    private final OfficerNumbers officers;
    private final CaseNumbers cases;
    private final WaysOut waysOut;
    private final Today today;

    Recording(
            CodeLists codeLists,
            EntryLog log,
            AllowedEntries allowed,
            OfficerNumbers officers,
            CaseNumbers cases,
            WaysOut waysOut,
            Today today) {
        this.reader = new EntryReader(codeLists);
        this.log = log;
        this.allowed = allowed;
        this.officers = officers;
        this.cases = cases;
        this.waysOut = waysOut;
        this.today = today;
    }

    /** The outcome of sending a form. */
    public sealed interface Outcome {

        /**
         * The entries of a form are in the log.
         *
         * @param position of the last of its entries in the log
         */
        record Recorded(long position) implements Outcome {}

        /** Nothing is recorded, because of the faults. */
        record NotRecorded(HttpStatus status, FormFaults faults) implements Outcome {}
    }

    /** The entry that a form states, or what is wrong with the form. */
    public sealed interface Reading {

        /** The entry. */
        record Read(Entry entry) implements Reading {}

        /** The faults, each at a field or of the form as a whole. */
        record Faulty(FormFaults faults) implements Reading {}
    }

    /**
     * Reads the entry that a form states.
     *
     * @param fields that can be filled in; faults of others are those of the form as a whole
     */
    public Reading read(RecordId record, FactType type, List<FormField> fields, SentForm form) {
        var json = new FormJson(type, fields, form);
        try {
            var entry = reader.read(json.tree(), record, today.day());
            return json.dayFaults().isEmpty() ? new Reading.Read(entry) : new Reading.Faulty(json.dayFaults());
        } catch (MalformedEntryException e) {
            return new Reading.Faulty(FieldFaults.of(e, fields, json.dayFaults()));
        }
    }

    /**
     * Records the correction of an entry.
     *
     * @param type of the entry, whose fields the form has beside the reason; where it states a reason itself, that is the field
     *     {@code fact.reason}
     */
    Outcome correct(RecordId record, FactType type, List<FormField> fields, SentForm form, Provenance by) {
        var stated = fields.stream()
                .filter(field -> !field.name().equals("reason"))
                .map(field -> field.name().equals("fact.reason") ? field.named("reason") : field)
                .toList();
        var own = new SentForm(form.copy());
        own.set("reason", form.text("fact.reason"));
        var fact = new FormJson(type, stated, own);
        fact.tree().remove(SentForm.ENTRY_ID);
        var json = FactJson.mapper().createObjectNode();
        json.put("type", "EntryCorrected");
        json.put(SentForm.ENTRY_ID, form.text(SentForm.ENTRY_ID));
        json.put("corrects", form.text("corrects"));
        json.put("reason", form.text("reason").isEmpty() ? null : form.text("reason"));
        json.set("fact", fact.tree());
        try {
            var entry = reader.read(json, record, today.day());
            var asked = officers.ask(fields, form);
            return fact.dayFaults().isEmpty() && asked.isEmpty()
                    ? record(record, List.of(entry), fields, by)
                    : new Outcome.NotRecorded(
                            HttpStatus.BAD_REQUEST,
                            FormFaults.none().addAll(fact.dayFaults()).addAll(asked));
        } catch (MalformedEntryException e) {
            return new Outcome.NotRecorded(
                    HttpStatus.BAD_REQUEST, FieldFaults.of(unnested(e), fields, fact.dayFaults()));
        }
    }

    /** The faults of a corrected fact at the fields of the form. */
    private static MalformedEntryException unnested(MalformedEntryException malformed) {
        return new MalformedEntryException(malformed.faults().stream()
                .map(fault -> new Fault(fault.code(), unnested(fault.pointer()), fault.detail()))
                .toList());
    }

    private static String unnested(String pointer) {
        return pointer.equals("/fact/reason") ? "/fact.reason" : pointer.replaceFirst("^/fact/", "/");
    }

    /** Records entries of one record, all or nothing. */
    public Outcome record(RecordId record, List<Entry> entries, List<FormField> fields, Provenance by) {
        try {
            var receipt = log.log(record, entries, null, by);
            return new Outcome.Recorded(receipt.recorded().getLast().position());
        } catch (RefusedException e) {
            return new Outcome.NotRecorded(HttpStatus.CONFLICT, faults(e.refusal(), entries.get(e.index()), fields));
        }
    }

    Outcome record(RecordId record, FactType type, List<FormField> fields, SentForm form, Provenance by) {
        cases.resolve(record, type, form);
        return switch (read(record, type, fields, form)) {
            case Reading.Read(var entry) -> {
                var asked = officers.ask(fields, form);
                yield asked.isEmpty()
                        ? record(record, List.of(entry), fields, by)
                        : new Outcome.NotRecorded(HttpStatus.BAD_REQUEST, asked);
            }
            case Reading.Faulty(var faults) -> new Outcome.NotRecorded(HttpStatus.BAD_REQUEST, faults);
        };
    }

    /** Why no fact of a kind may be recorded today, at a field of a form; nothing where one may. */
    public FormFaults refused(RecordId record, FactType type, String field) {
        var faults = FormFaults.none();
        allowed.refusal(record, type)
                .ifPresent(refusal -> faults.add(
                        field, field, refusal.sentence(), waysOut.of(refusal, allowed.example(record, type))));
        return faults;
    }

    private FormFaults faults(Refusal refusal, Entry refused, List<FormField> fields) {
        if (refusal instanceof Refusal.EntryIdTaken) {
            return FormFaults.none()
                    .add(
                            null,
                            "This form was recorded before, with something else in it. What you have changed since is"
                                    + " not recorded: open the form again to log another entry.");
        }
        return RefusedField.faults(refusal, fields, waysOut.of(refusal, refused));
    }
}

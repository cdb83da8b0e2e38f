package org.conductregister.command.forms;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.command.entries.AllowedEntries;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.ReportedAllegationFact;
import org.conductregister.facts.EntryId;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/**
 * Finds the forms that one record offers: the kinds of fact that the rules take now, and the values that they narrow.
 */
@Component
class OfferedForms {

    private final AllowedEntries allowed;
    private final Ledgers ledgers;
    private final FormFields fields;
    private final Words words;
    private final Today today;

    OfferedForms(AllowedEntries allowed, Ledgers ledgers, FormFields fields, Words words, Today today) {
        this.allowed = allowed;
        this.ledgers = ledgers;
        this.fields = fields;
        this.words = words;
        this.today = today;
    }

    /**
     * @param now what may be logged with today's day
     * @param otherwise what may have happened before what is recorded, and else is refused
     * @param officers whom the allegations of a case are against
     */
    record Choice(List<FactGroup.Listed> now, List<FactGroup.Listed> otherwise, Set<OfficerId> officers) {}

    Choice on(RecordId record) {
        var names = allowed.on(record).entries().stream()
                .map(AllowedEntries.Allowed::type)
                .toList();
        var types = FactType.logged().stream()
                .filter(type -> !type.isCorrection() && type.records().equals(Set.of(record.kind())))
                .toList();
        return new Choice(
                FactGroup.list(types.stream()
                        .filter(type -> names.contains(type.name()))
                        .toList()),
                FactGroup.list(types.stream()
                        .filter(type -> !names.contains(type.name()))
                        .toList()),
                officersOf(ledgers.of(record).head()));
    }

    /** Returns the record for a heading: "Case LAN-2012-0007, reference CO 12/19". */
    String caption(RecordAddress at) {
        var opening = ledgers.of(at.record()).head() instanceof CaseState state ? state.opening() : null;
        return opening == null || opening.reference() == null
                ? at.caption()
                : at.caption() + ", reference " + opening.reference();
    }

    private static Set<OfficerId> officersOf(Object head) {
        var officers = new TreeSet<OfficerId>();
        if (head instanceof CaseState state) {
            state.allegations().values().stream()
                    .map(AllegationState::officerId)
                    .filter(officer -> officer != null)
                    .forEach(officers::add);
        }
        return officers;
    }

    /** The fields of one kind, where the record has what they are about. */
    List<FormField> fields(FactType type, RecordId record) {
        var head = ledgers.of(record).head();
        return fields.of(type).stream()
                .map(field -> narrowed(field, type, head))
                .toList();
    }

    private FormField narrowed(FormField field, FactType type, Object head) {
        if (head instanceof CaseState state
                && field.name().equals("allegationId")
                && ReportedAllegationFact.class.isAssignableFrom(type.javaType())
                && !state.allegations().isEmpty()) {
            return chosen(
                    field,
                    state.allegations().values().stream().map(this::option).toList());
        }
        if (head instanceof RecommendationState state && field.name().equals("force") && state.issued() != null) {
            return field.with(field.options().stream()
                    .filter(option -> state.answers().keySet().stream()
                            .anyMatch(force -> force.value().equals(option.value())))
                    .toList());
        }
        return field;
    }

    private static FormField chosen(FormField field, List<Option> options) {
        return new FormField(
                field.name(), FormField.Control.RADIOS, field.label(), null, true, options, field.classes());
    }

    private Option option(AllegationState allegation) {
        var id = allegation.allegationId().value();
        var against = allegation.officerId() == null ? "nobody identified" : "against " + allegation.officerId();
        return new Option(id, id + ": " + words.category(allegation.category()), against);
    }

    /** Returns the form as it is first shown: today's day, and every value about which there is no choice. */
    SentForm begun(SentForm asked, List<FormField> shown) {
        asked.or(SentForm.ENTRY_ID, EntryId.random().toString());
        for (var field : shown) {
            if (field.name().equals("occurredOn")) {
                asked.or("occurredOn", today.day());
            } else if (field.required() && field.options().size() == 1) {
                asked.or(field.name(), field.options().getFirst().value());
            }
        }
        return asked;
    }
}

package org.conductregister.command.forms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conductregister.cases.CaseState;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.command.sight.RecorderSight;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the cases that somebody means by what they type: the register's number, or the reference as a force writes it. A case that
 * they may not see is not found.
 */
@Component
public class CaseNumbers {

    private static final Pattern NO_IDENTIFIER = Pattern.compile("[^A-Za-z0-9._-]+");

    private final RecordClaims claims;
    private final Ledgers ledgers;
    private final RecorderSight sight;

    CaseNumbers(RecordClaims claims, Ledgers ledgers, RecorderSight sight) {
        this.claims = claims;
        this.ledgers = ledgers;
        this.sight = sight;
    }

    /** The cases that are known by a number or a reference: one by its number, else all, of any force, that have the reference. */
    public List<CaseId> known(String typed) {
        var byNumber = identifier(typed).filter(this::isRecorded).filter(sight::sees);
        return byNumber.isPresent()
                ? List.of(byNumber.get())
                : reference(typed).map(claims::holdersOf).orElse(List.of()).stream()
                        .filter(sight::sees)
                        .toList();
    }

    /** The case of a force that has a reference. */
    public Optional<CaseId> holderOf(String force, String typed) {
        try {
            return reference(typed)
                    .flatMap(reference -> claims.holderOf(new ForceCode(force), reference))
                    .filter(sight::sees);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A number for a new case of one that identifiers cannot be: other characters become hyphens, and no case has it. */
    public CaseId identifierFor(String typed) {
        var made = NO_IDENTIFIER.matcher(typed).replaceAll("-").replaceFirst("^-", "");
        var cut = made.substring(0, Math.min(made.length(), 60));
        var free = cut.isEmpty() ? "case" : cut;
        for (int next = 2; isRecorded(new CaseId(free)); next++) {
            free = (cut.isEmpty() ? "case" : cut) + "-" + next;
        }
        return new CaseId(free);
    }

    /** The number that a text is; empty where it cannot be one. */
    public Optional<CaseId> identifier(String typed) {
        try {
            return Optional.of(new CaseId(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Reference> reference(String typed) {
        try {
            return Optional.of(new Reference(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isRecorded(CaseId id) {
        return ledgers.of(RecordId.of(id)).version() > 0;
    }

    /** The reference of a case; null where it has none. */
    public @Nullable String referenceOf(CaseId id) {
        var opening = sight.ledger(RecordId.of(id)).head() instanceof CaseState state ? state.opening() : null;
        return opening == null || opening.reference() == null
                ? null
                : opening.reference().value();
    }

    /** Puts the number of a case in the place of its reference, where a form names the case that another duplicates. */
    void resolve(RecordId record, FactType type, SentForm form) {
        if (type.javaType() != CaseMarkedDuplicate.class) {
            return;
        }
        var found = known(form.text("duplicateOf"));
        if (found.size() == 1) {
            form.set("duplicateOf", found.getFirst().value());
        } else if (found.size() > 1) {
            ofTheSameForce(record, form.text("duplicateOf")).ifPresent(id -> form.set("duplicateOf", id.value()));
        }
    }

    private Optional<CaseId> ofTheSameForce(RecordId record, String reference) {
        var opening = sight.ledger(record).head() instanceof CaseState state ? state.opening() : null;
        return opening == null ? Optional.empty() : holderOf(opening.force().value(), reference);
    }
}

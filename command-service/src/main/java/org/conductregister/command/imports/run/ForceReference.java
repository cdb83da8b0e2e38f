package org.conductregister.command.imports.run;

import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Fact;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.Reference;
import org.jspecify.annotations.Nullable;

/** The reference of a case of a force, in the form in which two ways to write it are the same. */
public record ForceReference(String force, String reference) {

    private ForceReference(ForceCode force, Reference reference) {
        this(force.value(), reference.comparable());
    }

    /** Returns the reference that an opening, or the correction of one, states of its case; null where it states none. */
    public static @Nullable ForceReference in(Fact fact) {
        var opening = opening(fact);
        var reference = opening == null ? null : opening.reference();
        return opening == null || reference == null ? null : new ForceReference(opening.force(), reference);
    }

    /** Returns the same reference as it is written; null where the fact states none. */
    public static @Nullable Reference writtenIn(Fact fact) {
        var opening = opening(fact);
        return opening == null ? null : opening.reference();
    }

    private static @Nullable CaseOpened opening(Fact fact) {
        return fact instanceof CaseOpened opened
                ? opened
                : fact instanceof EntryCorrected corrected && corrected.fact() instanceof CaseOpened opened
                        ? opened
                        : null;
    }

    /** The key under which the case that has it is kept. */
    public String key() {
        return "reference/" + force + "/" + reference;
    }
}

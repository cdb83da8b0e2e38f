package org.conductregister.command.imports.run;

import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.Reference;

/** The reference of a case of a force, in the form in which two ways to write it are the same. */
record ForceReference(String force, String reference) {

    ForceReference(ForceCode force, Reference reference) {
        this(force.value(), reference.comparable());
    }

    /** Under which a check keeps the case that has it. */
    String key() {
        return "reference/" + force + "/" + reference;
    }
}

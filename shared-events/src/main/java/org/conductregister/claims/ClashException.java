package org.conductregister.claims;

import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.terms.identifiers.Reference;

/** Thrown for an append that says what another record stands against. Nothing of it was recorded. */
public final class ClashException extends AppendGuard.AppendRefusedException {

    private static final long serialVersionUID = 1;

    private final transient Clash clash;

    ClashException(Clash clash) {
        super(clash.kind() + ": " + clash.sentence());
        this.clash = clash;
    }

    /** Returns the refusal of a case that states a reference which another of its force has. */
    public static ClashException referenceTaken(RecordId record, RecordId holder, Reference reference) {
        return new ClashException(new Clash(Clash.Kind.REFERENCE_TAKEN, record, holder, reference.value()));
    }

    /** Returns what stands against the append. */
    public Clash clash() {
        return clash;
    }
}

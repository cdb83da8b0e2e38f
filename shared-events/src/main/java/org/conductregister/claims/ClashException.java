package org.conductregister.claims;

import org.conductregister.eventstore.engine.AppendGuard;

/** Thrown for an append that says what another record stands against. Nothing of it was recorded. */
public final class ClashException extends AppendGuard.AppendRefusedException {

    private static final long serialVersionUID = 1;

    private final transient Clash clash;

    ClashException(Clash clash) {
        super(clash.kind() + ": " + clash.sentence());
        this.clash = clash;
    }

    public Clash clash() {
        return clash;
    }
}

package org.conductregister.command.imports.stored;

import java.io.IOException;

/** Thrown to who writes a file that another node has begun to write. */
public final class TakenOverException extends IOException {

    private static final long serialVersionUID = 1;

    TakenOverException(String name) {
        super("Another node writes %s now".formatted(name));
    }
}

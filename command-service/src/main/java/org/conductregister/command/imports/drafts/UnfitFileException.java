package org.conductregister.command.imports.drafts;

import static java.util.Objects.requireNonNull;

/** A file is none that can be imported. The message is for whoever sent it. */
public final class UnfitFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfitFileException(String detail) {
        super(detail, null, false, false);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

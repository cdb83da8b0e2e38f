package org.conductregister.command.imports.sheet;

import static java.util.Objects.requireNonNull;

/** A file is no sheet that can be read, or goes beyond a limit. The message says what to do, to whoever sent it. */
public final class UnfitSheetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnfitSheetException(String detail) {
        super(detail, null, false, false);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

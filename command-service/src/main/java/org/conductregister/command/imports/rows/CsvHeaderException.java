package org.conductregister.command.imports.rows;

import static java.util.Objects.requireNonNull;

/** The first line of a CSV file does not say what its columns are. The message is for whoever sent it. */
public final class CsvHeaderException extends RuntimeException {

    CsvHeaderException(String detail) {
        super(detail, null, false, false);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

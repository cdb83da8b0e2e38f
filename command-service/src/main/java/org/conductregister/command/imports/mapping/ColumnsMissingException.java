package org.conductregister.command.imports.mapping;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping names columns that the sheet does not have. The message is for whoever sent the sheet. */
public final class ColumnsMissingException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 30;

    private final transient List<String> missing;

    ColumnsMissingException(List<String> missing, List<String> there) {
        super(
                "The sheet does not have the mapping's %s %s. It has %s."
                        .formatted(missing.size() == 1 ? "column" : "columns", quoted(missing), quoted(there)),
                null,
                false,
                false);
        this.missing = List.copyOf(missing);
    }

    private static String quoted(List<String> names) {
        return names.stream()
                .filter(name -> !name.isBlank())
                .limit(SHOWN)
                .map(name -> "“" + name + "”")
                .collect(Collectors.joining(", "));
    }

    public List<String> missing() {
        return missing;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

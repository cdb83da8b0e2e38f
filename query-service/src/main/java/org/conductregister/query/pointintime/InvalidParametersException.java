package org.conductregister.query.pointintime;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown for a read with invalid parameters. It names every fault. It is an expected answer: it has no stack trace.
 */
public final class InvalidParametersException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * One thing wrong.
     *
     * @param detail in words, without the parameter's name
     */
    public record Fault(String parameter, String detail) {}

    private final transient List<Fault> faults;

    InvalidParametersException(List<Fault> faults) {
        super(
                faults.stream()
                        .map(fault -> fault.parameter() + " " + fault.detail())
                        .collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.faults = faults;
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

package org.conductregister.entries;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown for input that is not an entry. It names every fault, so that the sender can correct all of them at once.
 */
public final class MalformedEntryException extends RuntimeException {

    /**
     * One thing wrong.
     *
     * @param pointer to the field, as JSON pointer within the entry; empty for the entry as a whole
     * @param detail in words, without the field's name
     */
    public record Fault(Code code, String pointer, String detail) {

        String sentence() {
            return pointer.isEmpty() ? detail : pointer.substring(1) + " " + detail;
        }
    }

    /** Stable words that programs may rely on. */
    public enum Code {
        TYPE_UNKNOWN,
        FIELD_UNKNOWN,
        FIELD_MISSING,
        FIELD_INVALID,
        RECORD_MISMATCH,
        CODE_UNKNOWN,
        ENTRY_INVALID
    }

    private final List<Fault> faults;

    public MalformedEntryException(List<Fault> faults) {
        super(faults.stream().map(Fault::sentence).collect(Collectors.joining("; ")), null, false, false);
        this.faults = List.copyOf(faults);
    }

    MalformedEntryException(Code code, String pointer, String detail) {
        this(List.of(new Fault(code, pointer, detail)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The one code all faults share, else {@code ENTRY_INVALID}. */
    public Code code() {
        var first = faults.getFirst().code();
        return faults.stream().allMatch(fault -> fault.code() == first) ? first : Code.ENTRY_INVALID;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}

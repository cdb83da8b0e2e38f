package org.conductregister.command.decisions;

/** What becomes of an entry that somebody wants to log. */
public sealed interface Decision {

    /** It may be recorded. */
    record Accepted() implements Decision {}

    /** It is recorded already, with the same content. */
    record Repeated() implements Decision {}

    /** It is not recorded. */
    record Refused(Refusal refusal) implements Decision {}
}

package org.conductregister.command.decisions;

/** The decision on an entry: accepted, repeated or refused. */
public sealed interface Decision {

    /** It may be recorded. */
    record Accepted() implements Decision {}

    /** It is recorded already, with the same content. */
    record Repeated() implements Decision {}

    /** It is not recorded. */
    record Refused(Refusal refusal) implements Decision {}
}

package org.conductregister.command.imports.files;

/** The kind of entry that is proposed for a difference between two extracts. */
public enum ProposalKind {
    /** The sheet states what no earlier one did. */
    NEW,
    /** The sheet states something else. */
    CORRECTED,
    /** The sheet states it no more. */
    RETRACTED,
    /** The sheet states something else or nothing, and somebody has corrected the entry meanwhile: it is only shown. */
    CONFLICT
}

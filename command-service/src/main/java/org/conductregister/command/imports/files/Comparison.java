package org.conductregister.command.imports.files;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The counts of a comparison, in statements of the sheet.
 *
 * @param added what no earlier sheet stated; {@code new} in JSON
 * @param same what earlier sheets stated alike
 */
public record Comparison(@JsonProperty("new") long added, long corrected, long retracted, long same, long conflicts) {

    public static final Comparison NONE = new Comparison(0, 0, 0, 0, 0);

    public Comparison and(ProposalKind kind) {
        return switch (kind) {
            case NEW -> new Comparison(added + 1, corrected, retracted, same, conflicts);
            case CORRECTED -> new Comparison(added, corrected + 1, retracted, same, conflicts);
            case RETRACTED -> new Comparison(added, corrected, retracted + 1, same, conflicts);
            case CONFLICT -> new Comparison(added, corrected, retracted, same, conflicts + 1);
        };
    }

    public Comparison andSame(long more) {
        return new Comparison(added, corrected, retracted, same + more, conflicts);
    }
}

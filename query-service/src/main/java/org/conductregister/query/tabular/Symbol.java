package org.conductregister.query.tabular;

/** Stands in a cell that has no number, as the Analysis Function of the UK's government has it in published tables. */
public enum Symbol {
    CONFIDENTIAL("[c]", "Confidential: hidden so that no person can be found out."),
    NOT_AVAILABLE("[x]", "Not available."),
    NOT_APPLICABLE("[z]", "Not applicable: there is nothing that this number could be of.");

    private final String text;
    private final String meaning;

    Symbol(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** The characters that stand in the cell. */
    public String text() {
        return text;
    }

    /** A sentence for the notes of a table. */
    public String meaning() {
        return meaning;
    }
}

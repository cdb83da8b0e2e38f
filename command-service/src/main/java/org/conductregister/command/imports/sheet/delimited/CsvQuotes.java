package org.conductregister.command.imports.sheet.delimited;

/**
 * Follows the quotes of a CSV row over its lines. Only a quote at the beginning of a cell opens one: in {@code 5" nail}
 * it is a character like others, and must not swallow the rows below.
 */
public final class CsvQuotes {

    private final char separator;
    private boolean open;
    private boolean mayOpen = true;

    /** @param separator of cells */
    public CsvQuotes(char separator) {
        this.separator = separator;
    }

    /** Takes in a line of the row, without its end. Returns whether the row goes on in the next line. */
    public boolean openAfter(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean opens = !open && mayOpen;
                mayOpen = open; // a quote after a closing one stands for a quote within the cell
                open = opens;
            } else {
                mayOpen = c == separator;
            }
        }
        return open;
    }
}

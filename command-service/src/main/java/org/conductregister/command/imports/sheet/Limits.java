package org.conductregister.command.imports.sheet;

/** The limits of a sheet. Memory depends on the first three alone; the others end files made to do harm. */
public final class Limits {

    /** The most characters in a cell: what a cell of Excel holds. */
    public static final int CELL = 32_767;

    /** The most characters in a row, all its cells together. */
    public static final int ROW = Lines.LONGEST;

    /** The most columns. */
    public static final int COLUMNS = 1_000;

    /** The most rows: four times what a sheet of Excel has. */
    public static final int ROWS = 4_194_304;

    /** The most cells of a workbook that something stands in. */
    public static final long CELLS = 250_000_000;

    /** The most bytes that a part of a workbook may expand to. */
    public static final long EXPANDED = 4L << 30;

    /** From how many expanded bytes on {@link #RATIO} is looked at: small parts may be as regular as they like. */
    public static final long SMALL = 64L << 20;

    /** The most expanded bytes for each byte in the file. */
    public static final int RATIO = 250;

    private Limits() {}
}

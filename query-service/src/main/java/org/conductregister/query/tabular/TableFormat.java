package org.conductregister.query.tabular;

import java.util.Locale;
import org.springframework.http.MediaType;

/** The formats that tables are written in, beside the JSON of the API, which has a shape for each kind of answer. */
public enum TableFormat {
    /** RFC 4180, with the names and codes of the API. */
    CSV(new MediaType("text", "csv")),
    /** Metadata of the CSV: what its columns are, and what heads it (W3C, CSV on the Web). */
    CSVW(new MediaType("application", "csvm+json")),
    /** A workbook of Office Open XML. */
    XLSX(new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    /** A workbook of OpenDocument. */
    ODS(new MediaType("application", "vnd.oasis.opendocument.spreadsheet"));

    /** As constants, for {@code produces}. */
    public static final String CSV_TYPE = "text/csv";

    public static final String CSVW_TYPE = "application/csvm+json";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private final MediaType type;

    TableFormat(MediaType type) {
        this.type = type;
    }

    public MediaType type() {
        return type;
    }

    /** As in requests and file names: {@code csv}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

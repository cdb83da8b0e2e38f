package org.conductregister.query.tabular;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The content of a workbook of OpenDocument, written from its beginning to its end. For one thread. */
final class OdsContent {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static final String DAY_STYLE = "day";
    private static final String SHARE_STYLE = "share";
    private static final String HEADER_STYLE = "header";

    private final XMLStreamWriter xml;

    OdsContent(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("office", "document-content", OFFICE);
        xml.writeNamespace("office", OFFICE);
        xml.writeNamespace("table", TABLE);
        xml.writeNamespace("text", TEXT);
        xml.writeNamespace("style", STYLE);
        xml.writeNamespace("number", NUMBER);
        xml.writeNamespace("fo", FO);
        xml.writeAttribute("office", OFFICE, "version", "1.3");
        styles();
        xml.writeStartElement("office", "body", OFFICE);
        xml.writeStartElement("office", "spreadsheet", OFFICE);
    }

    private void styles() throws XMLStreamException {
        xml.writeStartElement("office", "automatic-styles", OFFICE);
        xml.writeStartElement("number", "date-style", NUMBER);
        xml.writeAttribute("style", STYLE, "name", "iso");
        part("year", "long");
        literal("-");
        part("month", "long");
        literal("-");
        part("day", "long");
        xml.writeEndElement();
        xml.writeStartElement("number", "percentage-style", NUMBER);
        xml.writeAttribute("style", STYLE, "name", "percent");
        xml.writeEmptyElement("number", "number", NUMBER);
        xml.writeAttribute("number", NUMBER, "decimal-places", "1");
        xml.writeAttribute("number", NUMBER, "min-integer-digits", "1");
        literal("%");
        xml.writeEndElement();
        cellStyle(DAY_STYLE, "iso");
        cellStyle(SHARE_STYLE, "percent");
        xml.writeStartElement("style", "style", STYLE);
        xml.writeAttribute("style", STYLE, "name", HEADER_STYLE);
        xml.writeAttribute("style", STYLE, "family", "table-cell");
        xml.writeEmptyElement("style", "text-properties", STYLE);
        xml.writeAttribute("fo", FO, "font-weight", "bold");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void part(String name, String length) throws XMLStreamException {
        xml.writeEmptyElement("number", name, NUMBER);
        xml.writeAttribute("number", NUMBER, "style", length);
    }

    private void literal(String text) throws XMLStreamException {
        xml.writeStartElement("number", "text", NUMBER);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void cellStyle(String name, String format) throws XMLStreamException {
        xml.writeEmptyElement("style", "style", STYLE);
        xml.writeAttribute("style", STYLE, "name", name);
        xml.writeAttribute("style", STYLE, "family", "table-cell");
        xml.writeAttribute("style", STYLE, "data-style-name", format);
    }

    void beginSheet(String name, int columns) throws XMLStreamException {
        xml.writeStartElement("table", "table", TABLE);
        xml.writeAttribute("table", TABLE, "name", name);
        xml.writeEmptyElement("table", "table-column", TABLE);
        xml.writeAttribute("table", TABLE, "number-columns-repeated", Integer.toString(columns));
    }

    void endSheet() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** Ends the document, with the table and the notes as named ranges that can be sorted and filtered. */
    void end(int columns, long rows, int notes) throws XMLStreamException {
        xml.writeStartElement("table", "database-ranges", TABLE);
        range("data", "Table", WorkbookText.HEADER_ROW + 1, columns, rows);
        range("notes", "Notes", 4, 2, notes);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void range(String name, String sheet, int top, int columns, long rows) throws XMLStreamException {
        xml.writeEmptyElement("table", "database-range", TABLE);
        xml.writeAttribute("table", TABLE, "name", name);
        xml.writeAttribute(
                "table",
                TABLE,
                "target-range-address",
                "%s.A%d:%s.%s%d".formatted(sheet, top, sheet, letters(columns), top + rows));
        xml.writeAttribute("table", TABLE, "display-filter-buttons", "true");
        xml.writeAttribute("table", TABLE, "contains-header", "true");
    }

    /** The name of a column by its number, from 1: A to Z, then AA. */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    /** A row of texts. */
    void row(String... texts) throws XMLStreamException {
        xml.writeStartElement("table", "table-row", TABLE);
        if (texts.length == 0) {
            xml.writeEmptyElement("table", "table-cell", TABLE);
        }
        for (var text : texts) {
            text(text, null);
        }
        xml.writeEndElement();
    }

    /** The row that a table begins with. */
    void header(String... titles) throws XMLStreamException {
        xml.writeStartElement("table", "table-row", TABLE);
        for (var title : titles) {
            text(title, HEADER_STYLE);
        }
        xml.writeEndElement();
    }

    /** A row of the table. */
    void cells(List<Column> columns, List<? extends @Nullable Object> cells) throws XMLStreamException {
        xml.writeStartElement("table", "table-row", TABLE);
        for (int i = 0; i < cells.size(); i++) {
            cell(columns.get(i).kind(), cells.get(i));
        }
        xml.writeEndElement();
    }

    private void cell(Column.Kind kind, @Nullable Object cell) throws XMLStreamException {
        switch (cell) {
            case null -> xml.writeEmptyElement("table", "table-cell", TABLE);
            case Number number -> number(kind, number);
            case LocalDate day -> {
                xml.writeStartElement("table", "table-cell", TABLE);
                xml.writeAttribute("table", TABLE, "style-name", DAY_STYLE);
                xml.writeAttribute("office", OFFICE, "value-type", "date");
                xml.writeAttribute("office", OFFICE, "date-value", day.toString());
                shown(day.toString());
            }
            case Instant instant -> text(instant.toString(), null);
            default -> text(WorkbookText.of(cell), null);
        }
    }

    private void number(Column.Kind kind, Number number) throws XMLStreamException {
        boolean share = kind == Column.Kind.SHARE;
        xml.writeStartElement("table", "table-cell", TABLE);
        if (share) {
            xml.writeAttribute("table", TABLE, "style-name", SHARE_STYLE);
        }
        xml.writeAttribute("office", OFFICE, "value-type", share ? "percentage" : "float");
        xml.writeAttribute("office", OFFICE, "value", number.toString());
        shown(number.toString());
    }

    private void text(String text, @Nullable String style) throws XMLStreamException {
        xml.writeStartElement("table", "table-cell", TABLE);
        if (style != null) {
            xml.writeAttribute("table", TABLE, "style-name", style);
        }
        xml.writeAttribute("office", OFFICE, "value-type", "string");
        var fitting = WorkbookText.fitting(text, XlsxTableWriter.LONGEST_TEXT);
        for (var line : fitting.split("\\R", -1)) {
            paragraph(line);
        }
        xml.writeEndElement();
    }

    private void shown(String text) throws XMLStreamException {
        paragraph(text);
        xml.writeEndElement();
    }

    /** Blanks that follow one another, and those at the ends, would be taken for one or none. */
    private void paragraph(String line) throws XMLStreamException {
        xml.writeStartElement("text", "p", TEXT);
        int from = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean kept = c == ' ' && at > 0 && line.charAt(at - 1) != ' ' && at < line.length() - 1;
            if ((c == ' ' && !kept) || c == '\t') {
                xml.writeCharacters(line.substring(from, at));
                xml.writeEmptyElement("text", c == '\t' ? "tab" : "s", TEXT);
                from = at + 1;
            }
        }
        xml.writeCharacters(line.substring(from));
        xml.writeEndElement();
    }
}

package org.conductregister.query.tabular;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The description of a table as CSV, in the vocabulary of the W3C's CSV on the Web; an object to be written as JSON.
 */
final class CsvwMetadata {

    private CsvwMetadata() {}

    static Map<String, Object> of(DataTable table) {
        var heading = table.heading();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        metadata.put("url", heading.addressAs(TableFormat.CSV));
        metadata.put("dc:title", heading.title());
        metadata.put("dc:description", heading.sentence());
        metadata.put("dc:source", heading.address());
        metadata.put("dialect", Map.of("commentPrefix", "#", "encoding", "utf-8", "header", true));
        metadata.put("notes", notes(heading));
        metadata.put(
                "tableSchema",
                Map.of(
                        "columns",
                        table.columns().stream().map(CsvwMetadata::column).toList()));
        return metadata;
    }

    private static List<Map<String, String>> notes(Heading heading) {
        return WorkbookText.notes(heading).stream()
                .map(note -> Map.of("rdfs:label", note.getKey(), "rdfs:comment", note.getValue()))
                .toList();
    }

    private static Map<String, Object> column(Column column) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", column.name());
        described.put("titles", List.of(column.name(), column.title()));
        described.put("datatype", type(column.kind()));
        // Symbols stand where there is no number
        described.put(
                "null",
                List.of("", Symbol.CONFIDENTIAL.text(), Symbol.NOT_AVAILABLE.text(), Symbol.NOT_APPLICABLE.text()));
        return described;
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case WHOLE_NUMBER -> "integer";
            case DECIMAL, SHARE -> "double";
            case DAY -> "date";
            case INSTANT -> "dateTime";
            case FLAG -> "boolean";
        };
    }
}

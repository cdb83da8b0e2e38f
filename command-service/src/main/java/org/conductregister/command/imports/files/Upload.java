package org.conductregister.command.imports.files;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.util.Set;
import org.conductregister.command.imports.rows.ColumnFields;
import org.conductregister.command.imports.rows.CsvTrees;
import org.conductregister.command.imports.rows.EntryTrees;
import org.conductregister.command.imports.rows.MappedTrees;
import org.conductregister.command.imports.rows.NdjsonTrees;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.platform.Provenance;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The description of an upload: its format, its sender and the meaning of its columns.
 *
 * @param format in which its lines are read
 * @param name of the file, as its sender calls it; null where a program sent it
 * @param lines about how many it has; null where a program sent it, and they were not counted
 * @param mapping what its columns mean, each a field of one fact; null where its header names fields, or a kept mapping says it
 * @param mappingName under which what its columns mean is kept; null where its lines are entries
 * @param sheetMapping what its columns mean, as it was kept when the file was sent; null where its lines are entries
 * @param mode what is done with it
 * @param task what is to be done with an import that has ended before; null where it is the file itself
 */
public record Upload(
        Format format,
        String recordedBy,
        String correlationId,
        @Nullable String name,
        @Nullable Long lines,
        @Nullable ColumnFields mapping,
        @Nullable String mappingName,
        @Nullable JsonNode sheetMapping,
        Mode mode,
        @Nullable Task task) {

    public Upload {
        mode = mode == null ? Mode.RECORD : mode;
    }

    /** A task to be done with an import that has ended. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Undo.class, name = "undo"),
        @JsonSubTypes.Type(value = Accept.class, name = "accept")
    })
    public sealed interface Task permits Undo, Accept {}

    /** All that it recorded is retracted. */
    public record Undo(String reason, String by, String correlation) implements Task {}

    /**
     * Proposals of a comparison are recorded.
     *
     * @param lines those of these lines; null for all
     * @param kinds those of these kinds; null for all
     */
    public record Accept(
            @Nullable Set<Long> lines, @Nullable Set<ProposalKind> kinds, String by, String correlation)
            implements Task {

        @JsonIgnore
        public boolean isOfAll() {
            return lines == null && kinds == null;
        }
    }

    /** The same file, and what is to be done with it now. */
    public Upload to(@Nullable Task what) {
        return new Upload(
                format, recordedBy, correlationId, name, lines, mapping, mappingName, sheetMapping, mode, what);
    }

    /** The format in which the lines of an upload are read. */
    public enum Format {
        NDJSON,
        CSV,
        /** Any sheet whose columns a mapping names. */
        SHEET
    }

    /** Entries, a line each. */
    public static Upload ofEntries(
            Format format, String by, String correlationId, @Nullable String name, @Nullable Long lines) {
        return new Upload(format, by, correlationId, name, lines, null, null, null, Mode.RECORD, null);
    }

    /** Entries that a program sent. */
    public static Upload sent(Format format, String recordedBy, String correlationId) {
        return ofEntries(format, recordedBy, correlationId, null, null);
    }

    /** A sheet, with what its columns mean. */
    public static Upload ofSheet(
            String mappingName, JsonNode mapping, Mode mode, String by, String correlationId, @Nullable String name) {
        return new Upload(Format.SHEET, by, correlationId, name, null, null, mappingName, mapping, mode, null);
    }

    /** The same file, to be done something else with. */
    public Upload in(Mode other) {
        return new Upload(
                format, recordedBy, correlationId, name, lines, mapping, mappingName, sheetMapping, other, null);
    }

    /** The same file, its columns understood as a mapping now says. */
    public Upload mappedBy(JsonNode now) {
        return new Upload(format, recordedBy, correlationId, name, lines, mapping, mappingName, now, mode, null);
    }

    /** The same file, done something with by somebody else. */
    public Upload by(Provenance other) {
        return new Upload(
                format,
                other.recordedBy(),
                other.correlationId(),
                name,
                lines,
                mapping,
                mappingName,
                sheetMapping,
                mode,
                null);
    }

    /** The same file, each of its columns a field. */
    public Upload mappedBy(@Nullable ColumnFields columns) {
        return new Upload(format, recordedBy, correlationId, name, lines, columns, null, null, mode, null);
    }

    /** The same file, of which the number of rows is known. */
    Upload of(long rows) {
        return new Upload(
                format, recordedBy, correlationId, name, rows, mapping, mappingName, sheetMapping, mode, null);
    }

    /** Returns whether a mapping says what its columns mean. Not a part of its JSON. */
    @JsonIgnore
    public boolean isSheet() {
        return format == Format.SHEET;
    }

    /**
     * The lines of a file of entries; not of a sheet that a kept mapping reads.
     *
     * @throws org.conductregister.command.imports.rows.CsvHeaderException when its first line does not name fields, and nothing else says what its columns mean
     */
    public EntryTrees trees(Lines of) throws IOException {
        if (format == Format.NDJSON) {
            return new NdjsonTrees(of);
        }
        return mapping == null ? new CsvTrees(of) : new MappedTrees(of, mapping);
    }
}

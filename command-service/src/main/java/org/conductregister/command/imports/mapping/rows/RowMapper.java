package org.conductregister.command.imports.mapping.rows;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.mapping.CodeMatcher;
import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.command.imports.mapping.FactTemplate.FieldTemplate;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.rows.FactReading.Readers;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;

/**
 * Makes of each row of one sheet the facts that a {@link Mapping} says it states. It remembers of which of the sheet's
 * numbers each identifier was made, so it is asked for the rows in their order, once, by one thread.
 */
public final class RowMapper {

    private static final String ALLEGATION = "allegationId";

    private final Mapping mapping;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> stating;
    private final FieldValues values;
    private final Readers readers;

    /**
     * A mapper for one sheet.
     *
     * @param columns the names of the sheet's columns, in their order
     * @param orders of the days in columns, where one is known
     * @param made remembers of what the identifiers of this sheet are made
     * @throws org.conductregister.command.imports.mapping.ColumnsMissingException where the mapping names columns that the sheet does not have
     */
    public RowMapper(
            Mapping mapping,
            List<String> columns,
            Map<String, DayOrder> orders,
            LocalDate today,
            Fingerprints made,
            ListedCodes codes,
            Words words,
            FieldWords fields) {
        this.mapping = mapping;
        this.places.putAll(mapping.places(columns));
        this.stating = mapping.statingColumns();
        this.values = new FieldValues(mapping, new CodeMatcher(codes, words), fields);
        var cells = new CellReader(mapping.answers(), orders, mapping.dayColumns(), today);
        this.readers = new Readers(mapping, cells, values, new Identifiers(cells, made), new EntryReader(codes), today);
    }

    /** Returns the facts that a readable row states. */
    public MappedRow map(SheetRow row) {
        if (stating.stream().allMatch(column -> mapping.answers().isBlank(cell(row, column)))) {
            return new MappedRow(mapping.force(), List.of(), 0, true);
        }
        var facts = new ArrayList<Stated>(mapping.facts().size());
        int leftOut = 0;
        var force = mapping.force();
        var unstated = new HashSet<FieldTemplate>();
        for (var template : mapping.facts()) {
            boolean isStated = isStated(template, row);
            if (!isStated && template.type().javaType().equals(AllegationReported.class)) {
                unstated.add(requireNonNull(template.fields().get(ALLEGATION)));
            }
            var stated = isStated && !isAboutOne(unstated, template, row)
                    ? new FactReading(readers, template, column -> cell(row, column)).stated()
                    : null;
            if (stated == null) {
                leftOut++;
                continue;
            }
            facts.add(stated);
            if (template.record() == RecordKind.CASE && stated.json().hasNonNull("force")) {
                force = stated.json().get("force").stringValue();
            }
        }
        return new MappedRow(force, facts, leftOut, false);
    }

    private boolean isStated(FactTemplate template, SheetRow row) {
        var when = template.when();
        return when == null || when.columns().stream().anyMatch(column -> states(column, row));
    }

    /** Whether a fact is about an allegation that the row does not state, and gives no number for it. */
    private boolean isAboutOne(Set<FieldTemplate> unstated, FactTemplate template, SheetRow row) {
        var about = template.fields().get(ALLEGATION);
        return about != null
                && unstated.contains(about)
                && about.columns().stream().noneMatch(column -> states(column, row));
    }

    private boolean states(String column, SheetRow row) {
        return !values.of(column, cell(row, column)).isBlank();
    }

    private Cell cell(SheetRow row, String column) {
        return row.cell(requireNonNull(places.get(column), column));
    }

    /** The mapping by which it reads the rows. */
    public Mapping mapping() {
        return mapping;
    }
}

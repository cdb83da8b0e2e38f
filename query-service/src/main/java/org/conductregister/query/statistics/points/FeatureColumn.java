package org.conductregister.query.statistics.points;

import java.util.Arrays;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.points.ParquetColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A column that has the values of one feature of a unit. Each different value is made ready once. For one thread.
 *
 * @param column where it is in the file
 * @param fixed whether the profile of a version has the value, else the state
 * @param field of the profile or state
 */
record FeatureColumn(ParquetColumn column, boolean fixed, int field, ValueCache cache) {

    /** The values by their code in the dictionary of tuples; {@link Binary}, Integer or Boolean. */
    private static final class ValueCache {

        private @Nullable Object[] byCode = new Object[16];
    }

    /** The column of a feature, by its number. */
    static FeatureColumn of(Features<?> features, int number) {
        var name = features.names().get(number);
        var column = ParquetColumn.of(Sets.columnOf(name), kindOf(features, name));
        return new FeatureColumn(column, features.isFixed(number), features.field(number), new ValueCache());
    }

    private static Kind kindOf(Features<?> features, String name) {
        if (name.equals(Dimensions.REOPENINGS)) {
            return Kind.INT;
        }
        return features.dimensions().stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .map(dimension -> switch (dimension.values()) {
                    case NUMBER -> Kind.INT;
                    case FLAG -> Kind.FLAG;
                    case WORD, CODE, CODES, FINANCIAL_YEAR -> Kind.TEXT;
                })
                .orElse(Kind.TEXT);
    }

    /**
     * Writes the value of a tuple into a column of the row.
     *
     * @param sets is told of each set of values that is met for the first time
     */
    void write(TupleDictionary.View tuples, int tuple, ParquetTable table, int at, Sets sets) {
        int code = tuples.code(tuple, field);
        if (code >= cache.byCode.length) {
            cache.byCode = Arrays.copyOf(cache.byCode, 2 * code);
        }
        var value = cache.byCode[code];
        if (value == null) {
            value = written(tuples.valueOf(field, code), sets);
            cache.byCode[code] = value;
        }
        switch (value) {
            case Binary text -> table.put(at, text);
            case Integer number -> table.put(at, number);
            case Boolean flag -> table.put(at, flag);
            default -> throw new IllegalStateException("no column has " + value.getClass());
        }
    }

    private Object written(Object value, Sets sets) {
        if (column.kind() != Kind.TEXT) {
            return value;
        }
        return Binary.fromString(
                value instanceof Set<?> set ? sets.add(column.name(), set) : sets.text(column.name(), value));
    }
}

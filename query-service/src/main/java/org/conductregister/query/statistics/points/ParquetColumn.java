package org.conductregister.query.statistics.points;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.Type.Repetition.OPTIONAL;
import static org.apache.parquet.schema.Type.Repetition.REQUIRED;

import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;

/**
 * A column of a file.
 *
 * @param optional whether rows may have no value in it
 */
record ParquetColumn(String name, Kind kind, boolean optional) {

    /** The type of the values: one that every engine reads as its own. */
    enum Kind {
        /** A 32-bit number. */
        INT,
        /** A 64-bit number. */
        LONG,
        /** A calendar day, as days since 1970-01-01. */
        DATE,
        /** An instant, as microseconds since 1970 in UTC. */
        INSTANT,
        /** A string, encoded as the number of an entry of a dictionary where there are few. */
        TEXT,
        /** True or false. */
        FLAG
    }

    static ParquetColumn of(String name, Kind kind) {
        return new ParquetColumn(name, kind, false);
    }

    PrimitiveType type() {
        var repetition = optional ? OPTIONAL : REQUIRED;
        return switch (kind) {
            case INT -> Types.primitive(INT32, repetition).named(name);
            case LONG -> Types.primitive(INT64, repetition).named(name);
            case DATE -> Types.primitive(INT32, repetition).as(dateType()).named(name);
            case INSTANT ->
                Types.primitive(INT64, repetition)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(name);
            case TEXT -> Types.primitive(BINARY, repetition).as(stringType()).named(name);
            case FLAG -> Types.primitive(BOOLEAN, repetition).named(name);
        };
    }
}

package org.conductregister.query.statistics.points;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table that is written into a file of Parquet, row by row: each column once, then {@link #endRow}. A group of rows is held in
 * memory until it is full. The file can be read once it is closed. For one thread.
 */
final class ParquetTable implements Closeable {

    /** The rows that an engine reads as one group: large enough that columns compress, small enough that several threads find work. */
    private static final int ROWS_PER_GROUP = 500_000;

    private static final int NO_PADDING = 0;

    /** Above it, the values of a column are written out: members, positions and instants soon are. */
    private static final int DICTIONARY_BYTES = 1 << 19;

    private final MessageType schema;
    private final ParquetProperties properties;
    private final ParquetFileWriter file;
    private final ColumnWriter[] writers;
    private final int[] definitionLevels;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore group;
    private int rowsOfGroup;
    private long rows;

    /** @param path of a file that does not exist */
    ParquetTable(Path path, List<ParquetColumn> columns) throws IOException {
        this.schema = new MessageType(
                "points", columns.stream().map(ParquetColumn::type).toArray(Type[]::new));
        this.properties = ParquetProperties.builder()
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withDictionaryPageSize(DICTIONARY_BYTES)
                .build();
        this.file = new ParquetFileWriter(
                new LocalOutputFile(path),
                schema,
                Mode.CREATE,
                Long.MAX_VALUE,
                NO_PADDING,
                properties.getColumnIndexTruncateLength(),
                properties.getStatisticsTruncateLength(),
                true);
        this.writers = new ColumnWriter[columns.size()];
        this.definitionLevels =
                columns.stream().mapToInt(column -> column.optional() ? 1 : 0).toArray();
        file.start();
        this.pages = newPages();
        this.group = properties.newColumnWriteStore(schema, pages, pages);
        findWriters();
    }

    private ColumnChunkPageWriteStore newPages() {
        return new ColumnChunkPageWriteStore(
                new GzipCompressor(),
                schema,
                properties.getAllocator(),
                properties.getColumnIndexTruncateLength(),
                true);
    }

    private void findWriters() {
        for (int i = 0; i < writers.length; i++) {
            writers[i] = group.getColumnWriter(schema.getColumns().get(i));
        }
    }

    void put(int column, int value) {
        writers[column].write(value, 0, definitionLevels[column]);
    }

    void put(int column, long value) {
        writers[column].write(value, 0, definitionLevels[column]);
    }

    void put(int column, boolean value) {
        writers[column].write(value, 0, definitionLevels[column]);
    }

    void put(int column, Binary value) {
        writers[column].write(value, 0, definitionLevels[column]);
    }

    void put(int column, String value) {
        put(column, Binary.fromString(value));
    }

    void putNothing(int column) {
        writers[column].writeNull(0, 0);
    }

    void endRow() throws IOException {
        group.endRecord();
        rows++;
        if (++rowsOfGroup == ROWS_PER_GROUP) {
            endGroup();
            pages = newPages();
            group = properties.newColumnWriteStore(schema, pages, pages);
            findWriters();
        }
    }

    private void endGroup() throws IOException {
        file.startBlock(rowsOfGroup);
        group.flush();
        pages.flushToFileWriter(file);
        file.endBlock();
        group.close();
        pages.close();
        rowsOfGroup = 0;
    }

    /** The number of rows so far. */
    long rows() {
        return rows;
    }

    /** Writes what is left, and the footer. A file that fails on the way has none, and no reader takes it for whole. */
    @Override
    public void close() throws IOException {
        if (rowsOfGroup > 0) {
            endGroup();
        } else {
            group.close();
            pages.close();
        }
        file.end(Map.of());
    }
}

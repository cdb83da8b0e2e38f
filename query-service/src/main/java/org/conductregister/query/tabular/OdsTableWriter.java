package org.conductregister.query.tabular;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Writes tables as workbooks of OpenDocument 1.3: a cover, notes, and the table, named as a range, on a sheet of its own. The
 * libraries that write this format keep a whole workbook in memory; this hands each row on as it comes. For one thread.
 */
final class OdsTableWriter {

    private static final int BUFFER = 64 * 1024;
    private static final String TYPE = TableFormat.ODS_TYPE;
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
             <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
             <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """.formatted(TYPE);

    void write(DataTable table, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(new Uncloseable(out), StandardCharsets.UTF_8);
        putStored(zip, "mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
        zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("content.xml"));
        try {
            content(
                    table,
                    new BufferedOutputStream(new Uncloseable(zip), BUFFER)); // or each byte is compressed by itself
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
        zip.close();
    }

    /** The first entry, uncompressed: programs tell by it what the file is. */
    private static void putStored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void content(DataTable table, OutputStream out) throws XMLStreamException, IOException {
        var xml = new OdsContent(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
        xml.begin();
        cover(xml, table.heading());
        notes(xml, table.heading());
        table(xml, table);
        xml.end(
                table.columns().size(),
                table.rowCount(),
                WorkbookText.notes(table.heading()).size());
    }

    private static void cover(OdsContent xml, Heading heading) throws XMLStreamException {
        xml.beginSheet("Cover", 1);
        xml.row(heading.title());
        for (var line : WorkbookText.cover(heading)) {
            xml.row(line);
        }
        xml.endSheet();
    }

    private static void notes(OdsContent xml, Heading heading) throws XMLStreamException {
        xml.beginSheet("Notes", 2);
        xml.row(WorkbookText.NOTES);
        xml.row(WorkbookText.ONE_TABLE);
        xml.row();
        xml.header(WorkbookText.NOTE, WorkbookText.MEANING);
        for (var note : WorkbookText.notes(heading)) {
            xml.row(note.getKey(), note.getValue());
        }
        xml.endSheet();
    }

    private static void table(OdsContent xml, DataTable table) throws XMLStreamException, IOException {
        var columns = table.columns();
        xml.beginSheet("Table", columns.size());
        xml.row(table.heading().title());
        xml.row(table.heading().sentence());
        xml.row(WorkbookText.call(table.heading()));
        xml.row(WorkbookText.ONE_TABLE);
        xml.row();
        xml.header(columns.stream().map(Column::title).toArray(String[]::new));
        table.rows().forEach(cells -> {
            try {
                xml.cells(columns, cells);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        });
        xml.endSheet();
    }
}

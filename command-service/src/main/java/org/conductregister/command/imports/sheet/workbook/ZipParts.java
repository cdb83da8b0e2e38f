package org.conductregister.command.imports.sheet.workbook;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.conductregister.command.imports.sheet.Limits;
import org.conductregister.command.imports.sheet.UnfitSheetException;

/** The parts of a workbook, which is a ZIP archive, each expanded no further than {@link Limits} allow. */
public final class ZipParts implements Closeable {

    private final ZipFile zip;

    /** @throws UnfitSheetException when it is no whole archive */
    public ZipParts(Path file) throws IOException {
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw damaged();
        }
    }

    static UnfitSheetException damaged() {
        return new UnfitSheetException(
                "The workbook is cut off or damaged. Open it in the program that made it, save it"
                        + " again, and send that file.");
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** @throws UnfitSheetException when there is no such part; while it is read, when it expands too far or is damaged */
    InputStream part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged();
        }
        return new Expanding(zip.getInputStream(entry), entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts the bytes that a part expands to. */
    private static final class Expanding extends FilterInputStream {

        private final ZipEntry entry;
        private final CRC32 crc = new CRC32();
        private long bytes;

        Expanding(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            if (read > 0) {
                crc.update(to, offset, read);
                bytes += read;
                refuseTooFar();
            } else if (read < 0 && crc.getValue() != entry.getCrc()) {
                throw damaged();
            }
            return read;
        }

        private void refuseTooFar() {
            long compressed = Math.max(1, entry.getCompressedSize());
            if (bytes > Limits.EXPANDED || (bytes > Limits.SMALL && bytes / compressed > Limits.RATIO)) {
                throw new UnfitSheetException(
                        "The workbook expands to far more than it should: more than %,d MB. Save the"
                                        .formatted(bytes >> 20)
                                + " sheet as “CSV UTF-8”, and send that file.");
            }
        }
    }
}

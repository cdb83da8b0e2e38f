package org.conductregister.command.imports.sheet.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.conductregister.command.imports.sheet.SheetFile;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.command.imports.sheet.delimited.DelimitedFile;
import org.conductregister.command.imports.sheet.workbook.ExcelFile;
import org.conductregister.command.imports.sheet.workbook.OpenDocumentFile;
import org.conductregister.command.imports.sheet.workbook.ZipParts;

/** Opens the files of every format that can be read. */
final class SheetFiles {

    private SheetFiles() {}

    /**
     * Opens a file by what its first bytes are.
     *
     * @throws UnfitSheetException when they are no sheet's
     */
    static SheetFile of(Path file) throws IOException {
        byte[] beginning;
        try (var in = Files.newInputStream(file)) {
            beginning = in.readNBytes(64);
        }
        return switch (Signature.of(beginning)) {
            case EMPTY -> throw new UnfitSheetException("The file is empty. Choose a file with rows.");
            case OLD_WORKBOOK ->
                throw new UnfitSheetException(
                        "The file is an old Excel workbook (.xls), or one with a password. Open it in Excel or LibreOffice, "
                                + "take the password off if it has one, save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”, "
                                + "and send that file.");
            case ZIP -> ofArchive(file);
            case GZIP -> throw packed();
            case OTHER ->
                throw new UnfitSheetException(
                        "The file is neither CSV nor a workbook (.xlsx, .ods). Save the sheet as one "
                                + "of these, and send that file.");
            case MARKUP ->
                throw new UnfitSheetException(
                        "The file is a web page or XML, whatever its name says. Open it in Excel or"
                                + " LibreOffice, save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”, and send that file.");
            case TEXT -> new DelimitedFile(file);
        };
    }

    private static SheetFile ofArchive(Path file) throws IOException {
        try (var zip = new ZipParts(file)) {
            if (zip.has("xl/workbook.bin")) {
                throw new UnfitSheetException(
                        "The file is a binary Excel workbook (.xlsb). Save it as “Excel Workbook (.xlsx)”"
                                + " or “CSV UTF-8”, and send that file.");
            }
            if (zip.has("Index/Document.iwa") || zip.has("Index.zip")) {
                throw new UnfitSheetException(
                        "The file is a sheet of Numbers. Export it as “Excel” or “CSV”, and send that file.");
            }
            if (zip.has("word/document.xml") || zip.has("ppt/presentation.xml")) {
                throw document();
            }
            if (zip.has(OpenDocumentFile.CONTENT)) {
                var workbook = new OpenDocumentFile(file, zip);
                return withSheets(workbook, workbook.hasHidden());
            }
            if (zip.has("[Content_Types].xml")) {
                var workbook = new ExcelFile(file, zip);
                return withSheets(workbook, workbook.hasHidden());
            }
            throw packed();
        }
    }

    private static SheetFile withSheets(SheetFile workbook, boolean hasHidden) {
        if (workbook.names().isEmpty()) {
            throw hasHidden
                    ? new UnfitSheetException(
                            "All sheets of the workbook are hidden. Show the one that is meant, save the workbook, and send it again.")
                    : document();
        }
        return workbook;
    }

    private static UnfitSheetException document() {
        return new UnfitSheetException(
                "The file is a document or a presentation, and no workbook (.xlsx, .ods). Copy its table into"
                        + " a spreadsheet, save that as “Excel Workbook (.xlsx)” or “CSV UTF-8”, and send that file.");
    }

    private static UnfitSheetException packed() {
        return new UnfitSheetException(
                "The file is an archive, and no workbook (.xlsx, .ods). Unpack it, and send the sheet"
                        + " that is in it.");
    }

    /** The kind of file that the first bytes tell. */
    enum Signature {
        EMPTY,
        /** The container of .xls, and of a workbook with a password. */
        OLD_WORKBOOK,
        ZIP,
        GZIP,
        /** Markup that some programs call .xls. */
        MARKUP,
        TEXT,
        OTHER;

        private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        private static final byte[] LOCAL_FILE = {'P', 'K', 3, 4};
        private static final byte[] PDF = {'%', 'P', 'D', 'F'};
        private static final byte[] RTF = {'{', '\\', 'r', 't', 'f'};
        private static final byte[] DEFLATED = {0x1F, (byte) 0x8B};

        private static final Pattern MARKUP_BEGINS =
                Pattern.compile("(?i)\\uFEFF?\\s*<(!doctype|\\?xml|html|head|meta|table)\\b");

        static Signature of(byte[] bytes) {
            if (bytes.length == 0) {
                return EMPTY;
            }
            if (begins(bytes, OLE2) || isOlderStill(bytes)) {
                return OLD_WORKBOOK;
            }
            if (begins(bytes, LOCAL_FILE)) {
                return ZIP;
            }
            if (begins(bytes, DEFLATED)) {
                return GZIP;
            }
            if (begins(bytes, PDF) || begins(bytes, RTF)) {
                return OTHER;
            }
            return MARKUP_BEGINS
                            .matcher(new String(bytes, StandardCharsets.UTF_8))
                            .lookingAt()
                    ? MARKUP
                    : TEXT;
        }

        /** Whether it begins as a workbook of Excel 2 to 4, which had no container: with the length of its first record. */
        private static boolean isOlderStill(byte[] bytes) {
            return bytes.length >= 4
                    && bytes[0] == 9
                    && (bytes[1] == 0 || bytes[1] == 2 || bytes[1] == 4 || bytes[1] == 8)
                    && (bytes[2] == 4 || bytes[2] == 6 || bytes[2] == 8 || bytes[2] == 16)
                    && bytes[3] == 0;
        }

        private static boolean begins(byte[] bytes, byte[] with) {
            return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
        }
    }
}

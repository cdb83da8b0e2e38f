package org.conductregister.command.imports.sheet.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.conductregister.command.imports.sheet.SheetFile;
import org.conductregister.command.imports.sheet.SheetRows;
import org.conductregister.command.imports.sheet.UnfitSheetException;

/** A sheet or several in OpenDocument (ISO/IEC 26300), as LibreOffice saves them. */
public final class OpenDocumentFile implements SheetFile {

    public static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private final Path file;
    private final List<String> visible = new ArrayList<>();
    private boolean hasHidden;

    public OpenDocumentFile(Path file, ZipParts zip) throws IOException {
        this.file = file;
        if (zip.has(MANIFEST)) {
            refuseEncrypted(zip);
        }
        var hidden = new HashSet<String>();
        String style = null;
        try (var xml = new XmlPart(zip.part(CONTENT))) {
            for (var element = xml.nextElement(); element != null; element = xml.nextElement()) {
                switch (element) {
                    case "style" -> style = xml.attribute("name");
                    case "table-properties" -> {
                        if ("false".equals(xml.attribute("display")) && style != null) {
                            hidden.add(style);
                        }
                    }
                    case "table" -> {
                        var name = xml.attribute("name");
                        var own = xml.attribute("style-name");
                        if (name != null && own != null && hidden.contains(own)) {
                            hasHidden = true;
                        } else if (name != null) {
                            visible.add(name);
                        }
                        xml.skip();
                    }
                    default -> {}
                }
            }
        }
    }

    private static void refuseEncrypted(ZipParts zip) throws IOException {
        try (var xml = new XmlPart(zip.part(MANIFEST))) {
            for (var element = xml.nextElement(); element != null; element = xml.nextElement()) {
                if (element.equals("encryption-data")) {
                    throw new UnfitSheetException(
                            "The workbook has a password. Open it, save it without one, and send that" + " file.");
                }
            }
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(visible);
    }

    /** Whether some of its sheets are hidden. */
    public boolean hasHidden() {
        return hasHidden;
    }

    @Override
    public SheetRows rows(String sheet) throws IOException {
        var zip = new ZipParts(file);
        try {
            return new OpenDocumentRows(zip, new XmlPart(zip.part(CONTENT)), sheet);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }
}

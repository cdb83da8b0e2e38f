package org.conductregister.command.imports.sheet.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.command.imports.sheet.SheetFile;
import org.conductregister.command.imports.sheet.SheetRows;
import org.jspecify.annotations.Nullable;

/** An Excel workbook (Office Open XML, ISO/IEC 29500). */
public final class ExcelFile implements SheetFile {

    private final Path file;
    private final Map<String, String> partOfSheet;
    private final List<String> visible;
    private final boolean from1904;
    private final NumberFormats formats;
    private final @Nullable String sharedStringsPart;
    private @Nullable SharedStrings sharedStrings;

    public ExcelFile(Path file, ZipParts zip) throws IOException {
        this.file = file;
        var workbook = relation(relations(zip, "_rels/.rels", ""), "/officeDocument");
        var relations = relations(zip, relationsOf(workbook), folder(workbook));
        this.sharedStringsPart = optional(relations, "/sharedStrings");
        var styles = optional(relations, "/styles");
        this.partOfSheet = new HashMap<>();
        this.visible = new ArrayList<>();
        boolean since1904 = false;
        try (var xml = new XmlPart(zip.part(workbook))) {
            for (var element = xml.nextElement(); element != null; element = xml.nextElement()) {
                if (element.equals("workbookPr")) {
                    var stated = xml.attribute("date1904");
                    since1904 = "1".equals(stated) || "true".equals(stated);
                } else if (element.equals("sheet")) {
                    addSheet(xml, relations);
                }
            }
        }
        this.from1904 = since1904;
        if (styles == null) {
            this.formats = NumberFormats.none();
        } else {
            try (var xml = new XmlPart(zip.part(styles))) {
                this.formats = NumberFormats.read(xml);
            }
        }
    }

    private void addSheet(XmlPart xml, List<Relation> relations) {
        var name = xml.attribute("name");
        var id = xml.attribute("id");
        var state = xml.attribute("state");
        for (var relation : relations) {
            if (name != null && relation.id().equals(id) && relation.type().endsWith("/worksheet")) {
                partOfSheet.put(name, relation.target());
                if (state == null || state.equals("visible")) {
                    visible.add(name);
                }
            }
        }
    }

    /** A relation by which one part of the workbook names another. */
    private record Relation(String id, String type, String target) {}

    private static List<Relation> relations(ZipParts zip, String part, String folder) throws IOException {
        var relations = new ArrayList<Relation>();
        try (var xml = new XmlPart(zip.part(part))) {
            for (var element = xml.nextElement(); element != null; element = xml.nextElement()) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                if (element.equals("Relationship") && id != null && type != null && target != null) {
                    relations.add(
                            new Relation(id, type, target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return relations;
    }

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String relationsOf(String part) {
        return folder(part) + "_rels/" + part.substring(part.lastIndexOf('/') + 1) + ".rels";
    }

    private static String relation(List<Relation> relations, String type) {
        var target = optional(relations, type);
        if (target == null) {
            throw ZipParts.damaged();
        }
        return target;
    }

    private static @Nullable String optional(List<Relation> relations, String type) {
        return relations.stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<String> names() {
        return List.copyOf(visible);
    }

    /** Whether some of its sheets are hidden. */
    public boolean hasHidden() {
        return partOfSheet.size() > visible.size();
    }

    @Override
    public SheetRows rows(String sheet) throws IOException {
        var part = partOfSheet.get(sheet);
        if (part == null) {
            throw ZipParts.damaged();
        }
        var zip = new ZipParts(file);
        try {
            var cells = new ExcelCells(sharedStrings(zip), formats, from1904);
            return new ExcelRows(zip, new XmlPart(zip.part(part)), cells);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private synchronized SharedStrings sharedStrings(ZipParts zip) throws IOException {
        if (sharedStrings == null) {
            sharedStrings = sharedStringsPart == null || !zip.has(sharedStringsPart)
                    ? SharedStrings.NONE
                    : readStrings(zip, sharedStringsPart);
        }
        return sharedStrings;
    }

    private static SharedStrings readStrings(ZipParts zip, String part) throws IOException {
        try (var xml = new XmlPart(zip.part(part))) {
            return SharedStrings.read(xml);
        }
    }
}

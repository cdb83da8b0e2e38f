package org.conductregister.command.imports.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.ImportSight;
import org.conductregister.command.imports.Imports;
import org.conductregister.command.imports.drafts.Columns;
import org.conductregister.command.imports.drafts.Columns.Column;
import org.conductregister.command.imports.drafts.Draft;
import org.conductregister.command.imports.drafts.Drafts;
import org.conductregister.command.imports.drafts.FieldChoices;
import org.conductregister.command.imports.drafts.MappingForm;
import org.conductregister.command.imports.drafts.Sample;
import org.conductregister.command.imports.drafts.UnfitFileException;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.files.Upload.Format;
import org.conductregister.command.imports.rows.ColumnFields;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.entries.CodeLists;
import org.conductregister.platform.Provenance;
import org.conductregister.web.Problem;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file in on a page, asks what its columns mean, and shows what would come of it before anything is recorded. */
@Controller
@RequestMapping("/imports")
class DraftPages {

    private final Drafts drafts;
    private final Imports imports;
    private final ImportSight sight;
    private final CodeLists codeLists;
    private final Today today;
    private final FieldChoices choices;

    DraftPages(
            Drafts drafts, Imports imports, CodeLists codeLists, Today today, FieldChoices choices, ImportSight sight) {
        this.sight = sight;
        this.drafts = drafts;
        this.imports = imports;
        this.codeLists = codeLists;
        this.today = today;
        this.choices = choices;
    }

    @PostMapping
    String receive(@RequestParam(required = false) MultipartFile file, Provenance by, Model page) throws IOException {
        if (file == null || file.isEmpty()) {
            return ImportPages.list(
                    page, imports, sight, FormFaults.none().add("file", "Choose a file that is not empty"));
        }
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var draft = drafts.keep(content, name == null ? "" : name, by.recordedBy());
            return "redirect:/imports/drafts/" + draft.id();
        } catch (UnfitFileException | UnfitSheetException e) {
            return ImportPages.list(
                    page, imports, sight, FormFaults.none().add("file", String.valueOf(e.getMessage())));
        }
    }

    @GetMapping("/drafts/{id}")
    String draft(@PathVariable String id, Provenance by, Model page) throws IOException {
        var draft = draft(id, by);
        if (draft.format() == Format.NDJSON) {
            return preview(draft, page, by);
        }
        if (draft.format() == Format.SHEET) {
            return "redirect:/imports/drafts/{id}/sheet";
        }
        var columns = Columns.of(draft.file());
        return mapping(draft, columns, MappingForm.guessed(columns), FormFaults.none(), by, page);
    }

    /** @param go {@code check} shows what would come of it, {@code start} begins to record */
    @PostMapping("/drafts/{id}")
    String go(
            @PathVariable String id,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam MultiValueMap<String, String> form,
            Provenance by,
            Model page)
            throws IOException {
        var draft = draft(id, by);
        if (draft.format() == Format.NDJSON) {
            return begin(draft, upload(draft, null, by));
        }
        var columns = Columns.of(draft.file());
        var said = MappingForm.sent(columns, form);
        var faults = choices.faults(said, columns, draft.file());
        if (go.equals("start") && faults.isEmpty()) {
            return begin(draft, upload(draft, said.mapping(), by));
        }
        return mapping(draft, columns, said, faults, by, page);
    }

    @PostMapping("/drafts/{id}/drop")
    String drop(@PathVariable String id, Provenance by) throws IOException {
        drafts.drop(id, by.recordedBy());
        return "redirect:/imports";
    }

    private String begin(Draft draft, Upload upload) throws IOException {
        var taken = drafts.take(draft.id(), draft.by()).orElseThrow(DraftPages::gone);
        try (var content = Files.newInputStream(taken.file())) {
            return "redirect:/imports/" + imports.accept(content, upload).importId();
        } finally {
            Files.deleteIfExists(taken.file());
        }
    }

    private static Upload upload(Draft draft, @Nullable ColumnFields mapping, Provenance by) {
        long header = draft.format() == Format.CSV ? 1 : 0;
        return Upload.ofEntries(
                        draft.format(), by.recordedBy(), by.correlationId(), draft.name(), draft.lines() - header)
                .mappedBy(mapping);
    }

    private String preview(Draft draft, Model page, Provenance by) throws IOException {
        page.addAttribute("draft", draft);
        page.addAttribute("faults", FormFaults.none());
        page.addAttribute("sample", Sample.of(draft, upload(draft, null, by), codeLists, today));
        return "imports/draft";
    }

    private String mapping(
            Draft draft, List<Column> columns, MappingForm said, FormFaults faults, Provenance by, Model page)
            throws IOException {
        page.addAttribute("draft", draft);
        page.addAttribute("columns", columns);
        page.addAttribute("said", said);
        page.addAttribute("faults", faults);
        page.addAttribute("types", choices.types());
        page.addAttribute("fields", choices.fields(said.type()));
        page.addAttribute("unstated", choices.unstated(said));
        if (said.type() != null || said.aColumnSaysTheType()) {
            page.addAttribute("sample", Sample.of(draft, upload(draft, said.mapping(), by), codeLists, today));
        }
        return "imports/draft";
    }

    private Draft draft(String id, Provenance by) {
        return drafts.of(id, by.recordedBy()).orElseThrow(DraftPages::gone);
    }

    static RuntimeException gone() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "DRAFT_UNKNOWN",
                        "This file is no longer here: its import has begun, or it was dropped. Choose it again under Imports.")
                .exception();
    }
}

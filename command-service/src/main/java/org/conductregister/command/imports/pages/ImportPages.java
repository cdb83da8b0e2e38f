package org.conductregister.command.imports.pages;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.conductregister.command.imports.ImportProblems;
import org.conductregister.command.imports.ImportSight;
import org.conductregister.command.imports.Imports;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.platform.Provenance;
import org.conductregister.web.ProblemException;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Pagination;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows which imports there are, how far each is, and what was refused. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int REFUSED_A_PAGE = 50;
    private static final int LISTED = 100;

    private final Imports imports;
    private final RefusedLines refused;
    private final SheetPages sheets;
    private final ImportSight sight;

    ImportPages(Imports imports, RefusedLines refused, SheetPages sheets, ImportSight sight) {
        this.sight = sight;
        this.imports = imports;
        this.refused = refused;
        this.sheets = sheets;
    }

    @GetMapping
    String all(Model page) throws IOException {
        return list(page, imports, sight, FormFaults.none());
    }

    static String list(Model page, Imports imports, ImportSight sight, FormFaults faults) throws IOException {
        var all = imports.all().stream().filter(sight::sees).toList();
        page.addAttribute(
                "imports",
                all.stream().limit(LISTED).map(kept -> withFile(kept, imports)).toList());
        page.addAttribute("more", Math.max(0, all.size() - LISTED));
        page.addAttribute("faults", faults);
        return "imports/all";
    }

    private static Kept withFile(Kept kept, Imports imports) {
        return new Kept(imports.progress(kept), kept.upload());
    }

    @GetMapping("/{importId}")
    String one(@PathVariable UUID importId, @RequestParam(defaultValue = "0") int page, Model model)
            throws IOException {
        return one(importId, page, FormFaults.none(), model);
    }

    private String one(UUID importId, int page, FormFaults faults, Model model) throws IOException {
        var kept = show(importId, model);
        model.addAttribute("faults", faults);
        if (Boolean.FALSE.equals(model.getAttribute("isMoving"))) {
            int shown = Math.max(0, page);
            showRefused(kept, importId, shown, model);
            if (kept.upload().isSheet()) {
                sheets.show(kept, shown, model);
            }
            model.addAttribute("mayUndo", SheetPages.mayUndo(kept));
        }
        return "imports/one";
    }

    private void showRefused(Kept kept, UUID importId, int shown, Model model) throws IOException {
        List<RefusedLines.Refused> lines = refused.page(importId, (long) shown * REFUSED_A_PAGE, REFUSED_A_PAGE);
        model.addAttribute("refused", lines);
        model.addAttribute(
                "pages",
                Pagination.of(
                        kept.progress().refused(),
                        shown,
                        REFUSED_A_PAGE,
                        each -> "/imports/" + importId + "?page=" + each));
    }

    @PostMapping("/{importId}/record")
    String record(@PathVariable UUID importId, Provenance by) {
        imports.recordChecked(importId, by);
        return "redirect:/imports/{importId}";
    }

    @PostMapping("/{importId}/compare")
    String compare(@PathVariable UUID importId, Provenance by) {
        imports.compareChecked(importId, by);
        return "redirect:/imports/{importId}";
    }

    /** Answers the questions of a sheet, and checks it again. */
    @PostMapping("/{importId}/answers")
    String answer(
            @PathVariable UUID importId, @RequestParam MultiValueMap<String, String> form, Provenance by, Model model)
            throws IOException {
        var faults = sheets.answer(importId, form, by);
        if (!faults.isEmpty()) {
            model.addAttribute("said", form.toSingleValueMap());
            return one(importId, 0, faults, model);
        }
        return "redirect:/imports/{importId}";
    }

    /** Says anew what the columns of a sheet mean. */
    @PostMapping("/{importId}/mapping")
    String remap(@PathVariable UUID importId, Provenance by) throws IOException {
        return "redirect:" + sheets.remap(importId, by);
    }

    @PostMapping("/{importId}/undo")
    String undo(@PathVariable UUID importId, @RequestParam(defaultValue = "") String reason, Provenance by, Model model)
            throws IOException {
        if (reason.isBlank()) {
            return one(importId, 0, FormFaults.none().add("reason", "Enter why the import is undone"), model);
        }
        try {
            imports.undo(importId, reason.strip(), by);
        } catch (ProblemException e) {
            var faults = FormFaults.none().add(null, null, e.problem().detail());
            e.problem().errors().forEach(item -> faults.add(null, null, item.detail()));
            return one(importId, 0, faults, model);
        }
        return "redirect:/imports/{importId}";
    }

    /** @param which {@code all}, a kind of proposals, or {@code chosen} lines */
    @PostMapping("/{importId}/accept")
    String accept(
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "chosen") String which,
            @RequestParam(required = false) @Nullable List<Long> line,
            Provenance by,
            Model model)
            throws IOException {
        if (which.equals("chosen") && (line == null || line.isEmpty())) {
            return one(importId, 0, FormFaults.none().add("line", "Select what is to be recorded"), model);
        }
        switch (which) {
            case "all" -> imports.acceptProposals(importId, null, null, by);
            case "chosen" -> imports.acceptProposals(importId, Set.copyOf(requireNonNull(line)), null, by);
            default -> imports.acceptProposals(importId, null, Set.of(ProposalKind.valueOf(which)), by);
        }
        return "redirect:/imports/{importId}";
    }

    /** The part of the page that changes by itself. Once it has ended, the whole page is shown anew. */
    @GetMapping("/{importId}/progress")
    String moving(@PathVariable UUID importId, Model model, HttpServletResponse response) {
        show(importId, model);
        if (Boolean.FALSE.equals(model.getAttribute("isMoving"))) {
            response.setHeader("HX-Refresh", "true");
        }
        return "imports/one :: moving";
    }

    private Kept show(UUID importId, Model model) {
        var kept = withFile(imports.kept(importId).orElseThrow(ImportProblems::unknown), imports);
        var progress = kept.progress();
        var lines = kept.upload().lines();
        model.addAttribute("kept", kept);
        model.addAttribute("isMoving", progress.state().isMoving());
        model.addAttribute("isSheet", kept.upload().isSheet());
        model.addAttribute("percent", lines == null || lines == 0 ? null : Math.min(99, 100 * progress.read() / lines));
        return kept;
    }

    @PostMapping("/{importId}/drop")
    String drop(@PathVariable UUID importId) throws IOException {
        imports.discardFile(importId);
        return "redirect:/imports/{importId}";
    }

    @PostMapping("/{importId}/retry")
    String retry(@PathVariable UUID importId) {
        refuseUnknown(importId);
        imports.retry(importId);
        return "redirect:/imports/{importId}";
    }

    @GetMapping("/{importId}/refused.csv")
    void csv(@PathVariable UUID importId, HttpServletResponse response) throws IOException {
        beginDownload(importId, "csv", "text/csv", response);
        boolean sheet =
                imports.kept(importId).map(kept -> kept.upload().isSheet()).orElse(false);
        if (sheet) {
            refused.asSheet(importId, response.getOutputStream());
        } else {
            refused.asCsv(importId, response.getOutputStream());
        }
    }

    @GetMapping("/{importId}/refused.ndjson")
    void ndjson(@PathVariable UUID importId, HttpServletResponse response) throws IOException {
        beginDownload(importId, "ndjson", "application/x-ndjson", response);
        imports.copyRefusals(importId, response.getOutputStream());
    }

    private void beginDownload(UUID importId, String suffix, String type, HttpServletResponse response) {
        refuseUnknown(importId);
        var name = "refused-" + importId.toString().substring(0, 8) + "." + suffix;
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private void refuseUnknown(UUID importId) {
        if (imports.kept(importId).isEmpty()) {
            throw ImportProblems.unknown();
        }
    }
}

package org.conductregister.command.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.conductregister.command.imports.ImportFiles.Kept;
import org.conductregister.command.imports.ImportProgress.State;
import org.conductregister.web.Problem;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Pagination;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

    ImportPages(Imports imports, RefusedLines refused) {
        this.imports = imports;
        this.refused = refused;
    }

    @GetMapping
    String all(Model page) throws IOException {
        return list(page, imports, FormFaults.none());
    }

    static String list(Model page, Imports imports, FormFaults faults) throws IOException {
        var all = imports.all();
        page.addAttribute("imports", all.stream().limit(LISTED).toList());
        page.addAttribute("more", Math.max(0, all.size() - LISTED));
        page.addAttribute("faults", faults);
        return "imports/all";
    }

    @GetMapping("/{importId}")
    String one(@PathVariable UUID importId, @RequestParam(defaultValue = "0") int page, Model model)
            throws IOException {
        var kept = show(importId, model);
        if (Boolean.FALSE.equals(model.getAttribute("isMoving"))) {
            int shown = Math.max(0, page);
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
        return "imports/one";
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
        var kept = imports.kept(importId).orElseThrow(ImportPages::unknown);
        var progress = kept.progress();
        var lines = kept.upload().lines();
        model.addAttribute("kept", kept);
        model.addAttribute("isMoving", progress.state() == State.QUEUED || progress.state() == State.RUNNING);
        model.addAttribute("percent", lines == null || lines == 0 ? null : Math.min(99, 100 * progress.read() / lines));
        return kept;
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
        refused.asCsv(importId, response.getOutputStream());
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
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "IMPORT_UNKNOWN", "There is no import of this number on this node.")
                .exception();
    }
}

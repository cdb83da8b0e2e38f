package org.conductregister.command.imports.pages;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.ImportProblems;
import org.conductregister.command.imports.Imports;
import org.conductregister.command.imports.drafts.Drafts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ImportProgress.State;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.Proposal;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.profile.ProfileView;
import org.conductregister.command.imports.profile.Profiles;
import org.conductregister.command.imports.profile.QuestionForm;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.Provenance;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Pagination;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Shows the import of a sheet, and takes the answers that people give there. */
@Component
class SheetPages {

    private static final int PROPOSALS_A_PAGE = 50;

    private final Imports imports;
    private final ImportFiles files;
    private final Profiles profiles;
    private final Mappings mappings;
    private final Drafts drafts;
    private final FactWords words;
    private final Today today;

    SheetPages(
            Imports imports,
            ImportFiles files,
            Profiles profiles,
            Mappings mappings,
            Drafts drafts,
            FactWords words,
            Today today) {
        this.imports = imports;
        this.files = files;
        this.profiles = profiles;
        this.mappings = mappings;
        this.drafts = drafts;
        this.words = words;
        this.today = today;
    }

    /** A proposal in words. */
    record ShownProposal(
            long line,
            ProposalKind kind,
            FactWords.@Nullable Told before,
            FactWords.@Nullable Told after,
            List<String> changes) {}

    void show(Kept kept, int page, Model model) throws IOException {
        var progress = kept.progress();
        var importId = progress.importId();
        var upload = kept.upload();
        boolean checked = upload.mode() == Mode.CHECK && progress.state() == State.COMPLETED;
        model.addAttribute("checked", checked);
        model.addAttribute("earlier", checked && imports.hasEarlier(kept));
        var profile = profiles.of(importId);
        model.addAttribute("hasProfile", profile.isPresent());
        model.addAttribute("warnings", profile.map(ProfileView::warnings).orElse(List.of()));
        if (progress.state() == State.QUESTIONS) {
            model.addAttribute("form", form(importId));
        }
        var comparison = upload.mode() == Mode.COMPARE ? imports.comparison(importId) : null;
        if (comparison != null && comparison.isPresent()) {
            model.addAttribute("comparison", comparison.get());
            model.addAttribute("proposals", proposals(importId, page));
            var all = comparison.get();
            model.addAttribute(
                    "proposalPages",
                    Pagination.of(
                            all.added() + all.corrected() + all.retracted() + all.conflicts(),
                            page,
                            PROPOSALS_A_PAGE,
                            each -> "/imports/" + importId + "?page=" + each));
        }
    }

    private QuestionForm form(UUID importId) {
        return new QuestionForm(
                profiles.of(importId).map(ProfileView::questions).orElse(List.of()), today.day());
    }

    private List<ShownProposal> proposals(UUID importId, int page) throws IOException {
        try (var lines = files.list(importId, "proposals")) {
            return lines.lines()
                    .skip((long) page * PROPOSALS_A_PAGE)
                    .limit(PROPOSALS_A_PAGE)
                    .map(line -> shown(FactJson.mapper().readValue(line, Proposal.class)))
                    .toList();
        }
    }

    private ShownProposal shown(Proposal proposal) {
        var before = proposal.before();
        var after = proposal.after();
        return new ShownProposal(
                proposal.line(),
                proposal.kind(),
                words.told(before),
                words.told(after),
                before == null || after == null ? List.of() : words.changes(before, after));
    }

    /** Whether an import has recorded something that can be taken back. */
    static boolean mayUndo(Kept kept) {
        var state = kept.progress().state();
        boolean ended = state == State.COMPLETED || state == State.FAILED;
        return ended && kept.upload().mode() != Mode.CHECK && kept.progress().recorded() > 0;
    }

    /** Puts answers into the mapping, and checks the sheet again; returns what is not answered. */
    FormFaults answer(UUID importId, MultiValueMap<String, String> answers, Provenance by) {
        var kept = imports.kept(importId).orElseThrow(ImportProblems::unknown);
        var form = form(importId);
        var faults = form.faults(answers);
        if (!faults.isEmpty()) {
            return faults;
        }
        var name = requireNonNull(kept.upload().mappingName());
        var mapping = mappings.named(name);
        var answered = AnswersJson.put(mapping.json(), form.answered(answers, mapping.answers()));
        mappings.put(name, answered, by.recordedBy());
        imports.askAgain(importId);
        return faults;
    }

    /** Keeps a copy of the sheet as a draft, with the mapping as it is, and returns the page on which that goes on under its name. */
    String remap(UUID importId, Provenance by) throws IOException {
        var kept = imports.kept(importId).orElseThrow(ImportProblems::unknown);
        var upload = imports.upload(importId).orElseThrow(ImportProblems::notChecked);
        var name = requireNonNullElse(kept.upload().name(), "");
        var mapping = (ObjectNode) requireNonNull(kept.upload().sheetMapping()).deepCopy();
        return UriComponentsBuilder.fromPath("/imports/drafts/{id}/sheet")
                .queryParam("how", "new")
                .queryParam("name", "{name}")
                .encode()
                .buildAndExpand(
                        drafts.again(upload, name, mapping, by.recordedBy()).id(),
                        requireNonNull(kept.upload().mappingName()))
                .toUriString();
    }
}

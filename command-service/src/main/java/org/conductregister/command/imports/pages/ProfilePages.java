package org.conductregister.command.imports.pages;

import java.util.Set;
import java.util.UUID;
import org.conductregister.command.imports.drafts.DraftProfiles;
import org.conductregister.command.imports.drafts.DraftProfiles.Made;
import org.conductregister.command.imports.drafts.Drafts;
import org.conductregister.command.imports.profile.Profiles;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.conductregister.platform.Provenance;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what is in the columns of a file: of one that was sent and nothing recorded of, and of an import. */
@Controller
@RequestMapping("/imports")
class ProfilePages {

    private final Drafts drafts;
    private final DraftProfiles draftProfiles;
    private final Profiles profiles;

    ProfilePages(Drafts drafts, DraftProfiles draftProfiles, Profiles profiles) {
        this.drafts = drafts;
        this.draftProfiles = draftProfiles;
        this.profiles = profiles;
    }

    /** Looks through the file first where nobody has yet, and says meanwhile how far it is. */
    @GetMapping("/drafts/{id}/profile")
    String ofDraft(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable Integer header,
            Provenance by,
            Model page) {
        var draft = drafts.of(id, by.recordedBy()).orElseThrow(ProfilePages::unknown);
        var choice = new SheetChoice(sheet == null || sheet.isEmpty() ? null : sheet, header, Set.of());
        return show(draft.name(), "/imports/drafts/" + id, draftProfiles.of(draft, choice), page);
    }

    @GetMapping("/{importId}/profile")
    String ofImport(@PathVariable UUID importId, Model page) {
        var profile = profiles.of(importId).orElseThrow(ProfilePages::unknown);
        return show("Import", "/imports/" + importId, new Made(profile.rows(), profile, null), page);
    }

    private static String show(String name, String back, Made made, Model page) {
        page.addAttribute("name", name);
        page.addAttribute("back", back);
        page.addAttribute("made", made);
        return "imports/contents";
    }

    private static RuntimeException unknown() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "PROFILE_UNKNOWN",
                        "There is no file of this number to look into: its import has begun, or it was dropped.")
                .exception();
    }
}

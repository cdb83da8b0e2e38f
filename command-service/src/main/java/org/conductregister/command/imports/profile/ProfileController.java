package org.conductregister.command.imports.profile;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the columns of an imported sheet are, and which questions they leave open. */
@RestController
class ProfileController {

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @Operation(
            operationId = "importProfile",
            tags = ApiTags.IMPORTS,
            summary = "What the columns of an imported sheet are",
            description =
                    "Of each column its share of blanks, its different values with how often each occurs, the order of its"
                            + " days, the earliest and the latest; and the questions that must be answered, in the mapping,"
                            + " before anything is recorded.")
    @GetMapping("/api/v1/imports/{importId}/profile")
    ProfileView profile(@PathVariable UUID importId) {
        return profiles.of(importId)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "PROFILE_UNKNOWN",
                                "There is no profile of an import of this number: it is not known, its file is no sheet with"
                                        + " a mapping, or the sheet has not been read to its end yet.")
                        .exception());
    }
}

package org.conductregister.command.codelists;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.web.KnownAtParameter;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the code lists, and lets administrators extend them. */
@RestController
class CodeListsController {

    private final KnownCodes known;

    CodeListsController(KnownCodes known) {
        this.known = known;
    }

    @Operation(
            operationId = "codeLists",
            tags = ApiTags.CODE_LISTS,
            summary = "All code lists",
            description =
                    "Each code that entries may use, with the label that people read for it; of findings also whether"
                            + " each is upheld, that is against the officer. With knownAt, as known at that instant.")
    @GetMapping("/api/v1/code-lists")
    Map<String, List<Code>> all(@RequestParam(required = false) @Nullable String knownAt) {
        var instant = KnownAtParameter.read(knownAt);
        var lists = new LinkedHashMap<String, List<Code>>();
        Arrays.stream(CodeList.values()).forEach(list -> lists.put(list.path(), known.codes(list, instant)));
        return lists;
    }

    @Operation(
            operationId = "extendCodeList",
            tags = ApiTags.CODE_LISTS,
            summary = "Extend a code list",
            description = "Adds codes, and relabels and marks those that are there. No code is ever removed, so what an"
                    + " entry says stays readable. All is done or nothing, and recorded with its instant: answers as known"
                    + " at an earlier one stay as they were.")
    @PutMapping(path = "/api/v1/code-lists/{list}", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Code> put(@PathVariable String list, @RequestBody byte[] json, Provenance by) {
        var extended = named(list);
        known.put(extended, SentCodes.read(extended, json), by.recordedBy());
        return known.codes(extended);
    }

    private static CodeList named(String path) {
        return Arrays.stream(CodeList.values())
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "CODE_LIST_UNKNOWN",
                                "There is no such code list. There are forces, categories, findings, themes, genders and"
                                        + " ethnicities.")
                        .exception());
    }
}

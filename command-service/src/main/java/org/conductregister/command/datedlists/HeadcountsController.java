package org.conductregister.command.datedlists;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.terms.Workforce;
import org.conductregister.web.KnownAtParameter;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the headcounts of forces, and lets administrators state them. */
@RestController
@RequestMapping("/api/v1/headcounts")
class HeadcountsController {

    /** The largest headcount that is taken. */
    static final int MOST = 10_000_000;

    private static final List<String> FIELDS = List.of("force", "workforce", "asAt", "count");

    private final Headcounts headcounts;
    private final ListedCodes lists;

    HeadcountsController(Headcounts headcounts, ListedCodes lists) {
        this.headcounts = headcounts;
        this.lists = lists;
    }

    @Operation(
            operationId = "headcounts",
            tags = ApiTags.CODE_LISTS,
            summary = "How many people forces employ",
            description =
                    "The headcounts of each force and workforce, with the day of each. With knownAt, as known at that"
                            + " instant.")
    @GetMapping
    List<Headcount> all(@RequestParam(required = false) @Nullable String knownAt) {
        return headcounts.knownAt(KnownAtParameter.read(knownAt));
    }

    @Operation(
            operationId = "stateHeadcounts",
            tags = ApiTags.CODE_LISTS,
            summary = "State headcounts",
            description =
                    "States how many people of a workforce a force employed on a day, or states it anew. Rates per 1,000"
                            + " staff are of the latest day up to that of the count. All is done or nothing, and recorded with its"
                            + " instant: answers as known at an earlier one stay as they were.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Headcount> put(@RequestBody byte[] json, Provenance by) {
        var sent = SentRows.read(
                json,
                "HEADCOUNT_INVALID",
                FIELDS,
                this::headcount,
                each -> new Headcount(each.force(), each.workforce(), each.asAt(), 0));
        headcounts.put(sent, by.recordedBy());
        return headcounts.knownAt(Instant.MAX);
    }

    private @Nullable Headcount headcount(SentRows.Row row) {
        String force = row.text("force", this::force);
        Workforce workforce = row.constant("workforce", Workforce.class);
        LocalDate asAt = row.text("asAt", DayText::parse);
        Integer count = row.number("count", 0, MOST);
        return force == null || workforce == null || asAt == null || count == null
                ? null
                : new Headcount(force, workforce, asAt, count);
    }

    private String force(String code) {
        if (!lists.knows(CodeList.FORCES, code)) {
            throw new IllegalArgumentException("is not on the code list forces; an administrator can add it");
        }
        return code;
    }
}

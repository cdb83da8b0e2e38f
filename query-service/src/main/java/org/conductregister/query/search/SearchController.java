package org.conductregister.query.search;

import io.swagger.v3.oas.annotations.Operation;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.search.index.SearchWords;
import org.conductregister.web.documents.ApiTags;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches records of all kinds for programs. */
@RestController
class SearchController {

    static final int USUAL_SIZE = 10;
    static final int LARGEST_SIZE = 50;

    private final RegisterSearch search;
    private final ReadParameters times;

    SearchController(RegisterSearch search, ReadParameters times) {
        this.search = search;
        this.times = times;
    }

    /** Cases, officers and recommendations, of each the best first. */
    @Operation(
            operationId = "search",
            tags = ApiTags.RECORDS,
            summary = "Search all records",
            description = "Cases, officers and recommendations that have all the words, of each kind the best first: by"
                    + " number or reference, by name, then by words of texts and labels. Accents and apostrophes make no"
                    + " difference. A word that is found nowhere is taken for similar ones.")
    @GetMapping("/api/v1/search")
    SearchAnswer search(Parameters parameters) {
        var text = CasesController.text(parameters);
        if (text == null) {
            parameters.fault("q", "must say what to search for");
        }
        int size = (int) parameters.number("size", USUAL_SIZE, 1, LARGEST_SIZE);
        var asked = times.times(parameters);
        parameters.refuseUnknown();
        parameters.refuseFaults();
        return search.find(SearchWords.of(text), asked, size);
    }
}

package org.conductregister.command.codelists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.ForceCode;
import org.conductregister.terms.Label;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows the code lists, and lets administrators extend them. */
@RestController
class CodeListsController {

    private final KnownCodes known;

    CodeListsController(KnownCodes known) {
        this.known = known;
    }

    /** A code as sent, nothing checked yet. */
    record SentCode(@Nullable String code, @Nullable String label) {}

    @GetMapping("/api/v1/code-lists")
    Map<String, List<Code>> all() {
        var lists = new LinkedHashMap<String, List<Code>>();
        Arrays.stream(CodeList.values()).forEach(list -> lists.put(list.path(), known.codes(list)));
        return lists;
    }

    @PutMapping("/api/v1/code-lists/{list}")
    List<Code> put(@PathVariable String list, @RequestBody List<@Nullable SentCode> codes, Provenance by) {
        var extended = named(list);
        known.put(extended, checked(codes), by.recordedBy());
        return known.codes(extended);
    }

    private static CodeList named(String path) {
        return Arrays.stream(CodeList.values())
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "CODE_LIST_UNKNOWN",
                                "There is no such code list. There are forces, categories, findings and themes.")
                        .exception());
    }

    private static List<Code> checked(List<@Nullable SentCode> codes) {
        var good = new ArrayList<Code>(codes.size());
        var faults = new ArrayList<Item>();
        for (int i = 0; i < codes.size(); i++) {
            var sent = codes.get(i);
            if (sent == null || sent.code() == null || sent.label() == null) {
                faults.add(Item.at("/" + i, "FIELD_MISSING", "must be an object with code and label"));
                continue;
            }
            try {
                good.add(new Code(new ForceCode(sent.code()).value(), new Label(sent.label()).value()));
            } catch (IllegalArgumentException e) {
                faults.add(Item.at("/" + i, "FIELD_INVALID", e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "CODE_INVALID", "Nothing was changed: see the errors.", faults)
                    .exception();
        }
        return good;
    }
}

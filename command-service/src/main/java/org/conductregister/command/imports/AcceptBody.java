package org.conductregister.command.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which proposals somebody accepts.
 *
 * @param lines those of these lines; null for all
 * @param kinds those of these kinds; null for all
 */
record AcceptBody(@Nullable Set<Long> lines, @Nullable Set<ProposalKind> kinds) {

    /** @throws org.conductregister.web.ProblemException naming each fault */
    static AcceptBody read(byte[] body) {
        var json = JsonBody.tree(body);
        var faults = new ArrayList<Item>();
        if (!json.isObject()) {
            throw invalid(List.of(Item.at("", "FIELD_INVALID", "must be an object, with lines or kinds or neither")));
        }
        for (var name : json.propertyNames()) {
            if (!name.equals("lines") && !name.equals("kinds")) {
                faults.add(Item.at("/" + name, "FIELD_UNKNOWN", "is not a field here; there are lines and kinds"));
            }
        }
        Set<Long> lines = null;
        if (json.hasNonNull("lines")) {
            lines = new HashSet<>();
            for (var line : json.get("lines")) {
                if (line.isIntegralNumber()) {
                    lines.add(line.longValue());
                } else {
                    faults.add(Item.at("/lines", "FIELD_INVALID", "must be an array of numbers of lines"));
                }
            }
            if (!json.get("lines").isArray()) {
                faults.add(Item.at("/lines", "FIELD_INVALID", "must be an array of numbers of lines"));
            }
        }
        Set<ProposalKind> kinds = null;
        if (json.hasNonNull("kinds")) {
            kinds = EnumSet.noneOf(ProposalKind.class);
            for (var kind : json.get("kinds")) {
                addKind(kind.asString(""), kinds, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        return new AcceptBody(lines, kinds);
    }

    private static void addKind(String word, Set<ProposalKind> kinds, List<Item> faults) {
        for (var kind : ProposalKind.values()) {
            if (kind.name().equals(word) && kind != ProposalKind.CONFLICT) {
                kinds.add(kind);
                return;
            }
        }
        faults.add(Item.at("/kinds", "FIELD_INVALID", "must be an array of NEW, CORRECTED, RETRACTED"));
    }

    private static RuntimeException invalid(List<Item> faults) {
        return Problem.of(HttpStatus.BAD_REQUEST, "FIELD_INVALID", "Nothing was accepted: see the errors.", faults)
                .exception();
    }
}

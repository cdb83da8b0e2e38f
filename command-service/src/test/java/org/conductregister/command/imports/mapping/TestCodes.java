package org.conductregister.command.imports.mapping;

import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.ListedCodes;

/** Code lists of a few codes. */
public record TestCodes() implements ListedCodes {

    private static final Map<CodeList, Map<String, String>> LISTS = Map.of(
            CodeList.FORCES, Map.of("KENT", "Kent Police", "ESSEX", "Essex Police"),
            CodeList.CATEGORIES,
                    Map.of("OTHER", "Other", "OFF_DUTY", "Rule 7: off-duty conduct", "SEARCHES", "Searches & stops"),
            CodeList.FINDINGS,
                    Map.of(
                            "SUSTAINED",
                            "Sustained",
                            "NOT_SUSTAINED",
                            "Not sustained",
                            "ADMIN_CLOSURE",
                            "Closed (admin.)"));

    @Override
    public boolean knows(CodeList list, String code) {
        return labels(list).containsKey(code);
    }

    @Override
    public Map<String, String> labels(CodeList list) {
        return LISTS.getOrDefault(list, Map.of());
    }
}

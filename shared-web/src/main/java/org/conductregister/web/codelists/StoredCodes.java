package org.conductregister.web.codelists;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conductregister.entries.CodeList;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the code lists: the codes that the product comes with, and over them what administrators added or relabelled. The
 * command service keeps their changes in the table {@code CodeListEntry} beside the event log, so whoever may read the
 * log may read them. Thread-safe; each call is one query.
 */
public class StoredCodes {

    private static final String LATEST = """
            SELECT list, code, label FROM CodeListEntry entry WHERE id =
            (SELECT MAX(id) FROM CodeListEntry WHERE list = entry.list AND code = entry.code)""";

    private static final Map<String, CodeList> BY_PATH =
            Arrays.stream(CodeList.values()).collect(Collectors.toMap(CodeList::path, Function.identity()));

    private final JdbcTemplate jdbc;

    StoredCodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The labels of every list by code, in order of the codes.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be read
     */
    public Map<CodeList, Map<String, String>> read() {
        var labels = supplied();
        jdbc.query(LATEST, row -> {
            labels.get(BY_PATH.get(row.getString(1))).put(row.getString(2), row.getString(3));
        });
        return labels;
    }

    static Map<CodeList, Map<String, String>> supplied() {
        var labels = new EnumMap<CodeList, Map<String, String>>(CodeList.class);
        for (var list : CodeList.values()) {
            labels.put(list, new TreeMap<>(SuppliedCodes.of(list)));
        }
        return labels;
    }
}

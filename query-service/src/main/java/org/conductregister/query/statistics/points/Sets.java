package org.conductregister.query.statistics.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.dimension.StoredResult;

/**
 * The sets of values that rows have, such as tags: a row has a set as one string, and tables beside the points say what is in it,
 * so that a join, which every engine has, asks for one of them. For one thread.
 */
final class Sets {

    static final String TAGS = "tags";
    static final String TRAITS = "traits";
    static final String REPEATED_CATEGORIES = "repeatedCategories";
    static final String STORED_RESULT = "storedResult";

    private static final String BETWEEN = "|";

    private final Map<String, List<String>> tags = new TreeMap<>();
    private final Map<String, List<AllegationTraits>> traits = new TreeMap<>();
    private final Map<String, List<String>> repeated = new TreeMap<>();
    private final Map<String, List<String>> results = new TreeMap<>();

    /** The name of the column of a feature: its own, or another where the column does not have what one groups by. */
    static String columnOf(String feature) {
        return switch (feature) {
            case Dimensions.TAG -> TAGS;
            case Dimensions.RESULT -> STORED_RESULT;
            default -> feature;
        };
    }

    /** Returns the string that stands for a set in a column. */
    String add(String column, Set<?> set) {
        return switch (column) {
            case TAGS -> addTags(set);
            case TRAITS -> addTraits(set);
            case REPEATED_CATEGORIES -> addWords(repeated, set);
            default -> throw new IllegalStateException("nothing is known of the sets of " + column);
        };
    }

    /** Returns the string of another value. */
    String text(String column, Object value) {
        var text = value.toString();
        if (column.equals(STORED_RESULT)) {
            StoredResult.findingsOf(text).ifPresent(findings -> results.put(text, List.copyOf(findings)));
        }
        return text;
    }

    private String addTags(Set<?> set) {
        var key = addWords(tags, set);
        tags.put(key, HeldValues.list(set));
        return key;
    }

    private static String addWords(Map<String, List<String>> to, Set<?> set) {
        var words = set.stream().map(Object::toString).sorted().toList();
        var key = String.join(BETWEEN, words);
        to.put(key, words);
        return key;
    }

    private String addTraits(Set<?> set) {
        var byText = new TreeMap<String, AllegationTraits>();
        for (var each : set) {
            var one = (AllegationTraits) each;
            byText.put("%s/%s/%s".formatted(one.category(), one.workforce(), addTags(one.tags())), one);
        }
        var key = String.join("; ", byText.keySet());
        traits.put(key, new ArrayList<>(byText.values()));
        return key;
    }

    /** The tables by name: each one's columns, and rows of values by column. */
    Map<String, SmallTable> tables() {
        var tables = new LinkedHashMap<String, SmallTable>();
        tables.put("tags", words(TAGS, "tag", tags));
        tables.put("traits", traitRows());
        tables.put("repeated", words(REPEATED_CATEGORIES, "category", repeated));
        tables.put("results", words(STORED_RESULT, "finding", results));
        return tables;
    }

    private static SmallTable words(String set, String word, Map<String, List<String>> sets) {
        return new SmallTable(
                List.of(
                        ParquetColumn.of(set, ParquetColumn.Kind.TEXT),
                        ParquetColumn.of(word, ParquetColumn.Kind.TEXT)),
                sets.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(each -> List.<Object>of(entry.getKey(), each)))
                        .collect(Collectors.toList()));
    }

    private SmallTable traitRows() {
        var rows = new ArrayList<List<Object>>();
        traits.forEach((key, all) -> {
            for (int i = 0; i < all.size(); i++) {
                var one = all.get(i);
                rows.add(List.of(key, i, one.category(), one.workforce(), addTags(one.tags())));
            }
        });
        return new SmallTable(
                List.of(
                        ParquetColumn.of(TRAITS, ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("trait", ParquetColumn.Kind.INT),
                        ParquetColumn.of("category", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of("workforce", ParquetColumn.Kind.TEXT),
                        ParquetColumn.of(TAGS, ParquetColumn.Kind.TEXT)),
                rows);
    }
}

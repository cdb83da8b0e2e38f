package org.conductregister.command.imports.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.command.imports.profile.ColumnProfile;
import org.conductregister.command.imports.profile.ColumnProfile.ValueCount;
import org.conductregister.command.imports.profile.Profile;
import org.conductregister.command.imports.profile.ProfileView.Warning;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.Words;

/** Finds signs that a sheet has rows of other forces than its mapping says, or numbers that several forces share. */
public final class ForceWarnings {

    private static final String FORCE = "force";
    private static final FactField FORCE_FIELD = FactType.named("CaseOpened").orElseThrow().fields().stream()
            .filter(field -> field.name().equals(FORCE))
            .findFirst()
            .orElseThrow();

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:police )?(?:force|agency|constabulary|jurisdiction)(?: (?:name|code|id))?|police dep(?:artmen)?t\\.?");

    /** With more different values a column is of something else. */
    private static final int MOST_FORCES = 50;

    private final Mapping mapping;
    private final Profile profile;
    private final CodeMatcher codes;

    private ForceWarnings(Mapping mapping, Profile profile, CodeMatcher codes) {
        this.mapping = mapping;
        this.profile = profile;
        this.codes = codes;
    }

    /** Returns the warnings about a sheet. */
    public static List<Warning> of(Mapping mapping, Profile profile, ListedCodes codes, Words words) {
        var warnings = new ForceWarnings(mapping, profile, new CodeMatcher(codes, words));
        var all = new ArrayList<Warning>();
        profile.columns().forEach(column -> warnings.ofOthers(column).ifPresent(all::add));
        warnings.sharedNumbers().ifPresent(all::add);
        return all;
    }

    /** A column that names other forces, of which the mapping makes nothing. */
    private Optional<Warning> ofOthers(ColumnProfile column) {
        if (column.moreDistinct() || column.distinct() > MOST_FORCES || uses(column.name())) {
            return Optional.empty();
        }
        long known = column.values().stream()
                .filter(value -> !force(value).isEmpty())
                .mapToLong(ValueCount::count)
                .sum();
        long stated = column.rows() - column.blank();
        boolean named = NAME.matcher(column.name()).matches() && column.distinct() > 1;
        if (stated == 0 || (2 * known < stated && !named)) {
            return Optional.empty();
        }
        var others = column.values().stream()
                .filter(value -> !force(value).equals(mapping.force()))
                .map(value -> "“%s” (%,d)".formatted(value.value(), value.count()))
                .limit(3)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        column.name(),
                        "ROWS_OF_OTHER_FORCES",
                        "Column “%s” names other forces: %s. All rows are read as one force’s. Take the others’ rows out, or say that this column is the force of a case."
                                .formatted(column.name(), others)));
    }

    private boolean uses(String column) {
        return mapping.columns().stream()
                .anyMatch(each -> ColumnValues.folded(each).equals(ColumnValues.folded(column)));
    }

    /** The code of a force that a value names; empty where it names none. */
    private String force(ValueCount value) {
        var code = codes.match(FORCE_FIELD, value.value());
        var police = code == null ? codes.match(FORCE_FIELD, value.value() + " Police") : code;
        return police == null ? "" : police;
    }

    /** Numbers of people that say nothing of the force, in rows of several forces. */
    private Optional<Warning> sharedNumbers() {
        var forces = columnsOf(FORCE);
        boolean several = forces.stream()
                .anyMatch(column -> profile.column(column)
                        .map(found -> found.distinct() > 1)
                        .orElse(false));
        if (!several) {
            return Optional.empty();
        }
        for (var number : numbersOfPeople()) {
            if (!number.isEmpty() && number.stream().noneMatch(forces::contains)) {
                var column = number.iterator().next();
                var force = forces.iterator().next();
                return Optional.of(new Warning(
                        column,
                        "NUMBERS_OF_SEVERAL_FORCES",
                        "The rows are of several forces, and the number of an officer is made of “%1$s” alone: two people who have the same number in different forces become one. Unless no two have, put the force in front: {%2$s}-{%1$s}."
                                .formatted(column, force)));
            }
        }
        return Optional.empty();
    }

    private Set<String> columnsOf(String field) {
        return mapping.facts().stream()
                .flatMap(fact -> fact.columnsOf(field).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Set<String>> numbersOfPeople() {
        var numbers = new ArrayList<Set<String>>();
        var person = mapping.ids().get(RecordKind.OFFICER);
        if (person != null) {
            numbers.add(person.columns());
        }
        for (var fact : mapping.facts()) {
            numbers.add(fact.columnsOf("officerId"));
            if (fact.record() == RecordKind.OFFICER && fact.id() != null) {
                numbers.add(fact.id().columns());
            }
        }
        return numbers;
    }
}

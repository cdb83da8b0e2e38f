package org.conductregister.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.ListedCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Formats days, instants, numbers and codes for people; in templates, {@code @words}. */
@Component("words")
public class Words {

    /** Days and times of day on the pages are London's, as the days of facts are. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Pattern ISO_DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final String ISO_FORMAT = ", as YYYY-MM-DD";
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("IOPC", "IOPC"),
            Map.entry("IPCC", "IPCC"),
            Map.entry("COURT", "Went to court"),
            Map.entry("LEFT", "Left the police"),
            Map.entry("CaseMarkedDuplicate", "Marked as a duplicate"),
            Map.entry("OfficerMarkedDuplicate", "Marked as a duplicate"),
            Map.entry("EntryRedated", "Entry re-dated"));

    private static final Set<String> SMALL_WORDS = Set.of("and", "of", "the", "for", "to");

    private final ListedCodes lists;

    public Words(ListedCodes lists) {
        this.lists = lists;
    }

    /** Returns a sentence with days as people write them, and without the format in which programs do. */
    public static String withDaysInWords(String sentence) {
        return ISO_DAY.matcher(sentence.replace(ISO_FORMAT, "")).replaceAll(day -> inWords(day.group()));
    }

    private static String inWords(String day) {
        try {
            return DAY.format(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    /** Such as 2 June 2018. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as 2 Jun 2018, for tables. */
    public String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** Such as 2 June 2018 at 09:30, in London. */
    public String moment(Instant instant) {
        var there = instant.atZone(LONDON);
        return DAY.format(there) + " at " + TIME.format(there);
    }

    /** Such as 181,412. */
    public String count(long number) {
        if (LeastCount.hides(number)) {
            return LeastCount.words();
        }
        return number < 1000 && number > -1000 ? Long.toString(number) : String.format(Locale.UK, "%,d", number);
    }

    /** The size of a file, such as 1.2 MB; at least 0.1 MB. */
    public String size(long bytes) {
        return String.format(Locale.UK, "%,.1f MB", Math.max(0.1, bytes / 1e6));
    }

    /** A code as words: {@code FINAL_WRITTEN_WARNING} and {@code FinalWrittenWarning} are "Final written warning". */
    public String label(@Nullable Object code) {
        if (code == null) {
            return "";
        }
        var text = code.toString();
        var name = NAMES.get(text);
        if (name != null) {
            return name;
        }
        var spaced = text.equals(text.toUpperCase(Locale.ROOT))
                ? text.replace('_', ' ')
                : text.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        var small = spaced.toLowerCase(Locale.UK);
        return small.isEmpty() ? small : Character.toUpperCase(small.charAt(0)) + small.substring(1);
    }

    /** A value of a dimension as words: what has a label on a code list is read by it, as everywhere. */
    public String value(String dimension, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "Yes" : "No";
        }
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? label("NONE")
                    : several.stream()
                            .map(each -> value(dimension, each))
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return switch (dimension) {
            case "force" -> force(value);
            case "category", "alsoCategory" -> category(value);
            case "finding" -> finding(value);
            case "theme" -> theme(value);
            case "tag", "withoutTag" -> tag(value);
            case "gender" -> of(CodeList.GENDERS, value);
            case "ethnicity" -> of(CodeList.ETHNICITIES, value);
            case "result" -> result(value);
            case "recommendationId" -> value.toString();
            default -> label(value);
        };
    }

    /**
     * Returns the label of a result; the result "nothing yet" is not called "Pending", which is a status that more
     * have. That nothing did yet is not the status "Pending", which more have.
     */
    private String result(Object value) {
        return value.toString().equals("PENDING") ? "No result yet" : label(value);
    }

    /** The name of a force by its code: "City of London Police" for CITY_OF_LONDON. */
    public String force(Object code) {
        return listed(CodeList.FORCES, code).orElseGet(() -> name(code.toString()));
    }

    /** Returns the label of an allegation's category. */
    public String category(@Nullable Object code) {
        return of(CodeList.CATEGORIES, code);
    }

    /** How a force words what it found. */
    public String finding(@Nullable Object code) {
        return of(CodeList.FINDINGS, code);
    }

    /** Returns the label of a recommendation's theme. */
    public String theme(@Nullable Object code) {
        return of(CodeList.THEMES, code);
    }

    /** Returns the label of a tag of a case or an allegation. */
    public String tag(@Nullable Object code) {
        return of(CodeList.TAGS, code);
    }

    /** A code of a list by its label; where it is on no list, the code as words. */
    String of(CodeList list, @Nullable Object code) {
        if (code == null) {
            return "";
        }
        return list == CodeList.FORCES ? force(code) : listed(list, code).orElseGet(() -> label(code));
    }

    /** As known at the instant of the page. */
    private Optional<String> listed(CodeList list, Object code) {
        var knownAt = PageInstant.get();
        return knownAt == null ? lists.label(list, code.toString()) : lists.label(list, code.toString(), knownAt);
    }

    /** A code as a name: "Greater Manchester" for GREATER_MANCHESTER. */
    private static String name(String code) {
        return Arrays.stream(code.toLowerCase(Locale.UK).split("_", -1))
                .map(word -> SMALL_WORDS.contains(word) || word.isEmpty() ? word : capitalised(word))
                .collect(Collectors.joining(" "));
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** A count and its noun: "1 case", "1,700 cases". */
    public String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }
}

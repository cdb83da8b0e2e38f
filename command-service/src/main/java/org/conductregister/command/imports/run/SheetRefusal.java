package org.conductregister.command.imports.run;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;

/** The refusals of what a sheet states, in the words of pages, and the columns of the sheet that they are about. */
public final class SheetRefusal {

    private static final Pattern ENTRY =
            Pattern.compile(" ?\\(entry [0-9a-f-]{36}\\)| [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");

    private static final Map<String, String> NAMES = FactType.logged().stream()
            .map(FactType::name)
            .collect(Collectors.toMap(Function.identity(), SheetRefusal::words));

    private static final Pattern NAME =
            Pattern.compile(NAMES.keySet().stream().collect(Collectors.joining("|", "\\b(", ")\\b")));

    private static final String OF_ANOTHER_FORCE = "CASE_OF_ANOTHER_FORCE";
    private static final String OF_ANOTHER_FORCE_DETAIL =
            "Case %s is another force’s. Nothing of this row goes on it: change what the columns mean, so that the cases of"
                    + " this sheet have numbers of their own.";

    private static final String HELD_BACK = "CASE_HELD_BACK";
    private static final String HELD_BACK_DETAIL =
            "Case %s was not opened by this sheet, because its opening was refused. Correct that first; then send this"
                    + " row again.";

    private SheetRefusal() {}

    /** The refusal of one fact by a rule. */
    public static Row.Refused of(Row.Read row, Refusal refusal) {
        return row.of() == null
                ? new Row.Refused(row.line(), refusal.code(), refusal.sentence(), row.sent())
                : refused(row, refusal.code(), plain(refusal.sentence()));
    }

    public static Row.Refused caseOfAnotherForce(Row.Read row) {
        return refused(row, OF_ANOTHER_FORCE, detail(OF_ANOTHER_FORCE_DETAIL, row.entry()));
    }

    public static Row.Refused caseHeldBack(Row.Read row) {
        return refused(row, HELD_BACK, detail(HELD_BACK_DETAIL, row.entry()));
    }

    private static Row.Refused refused(Row.Read row, String code, String detail) {
        return new Row.Refused(row.line(), column(row.of(), code), code, detail, row.sent(), null);
    }

    /** The same of a sheet that is compared. */
    public static Row.Refused caseOfAnotherForce(Statement statement) {
        return refused(
                statement, statement.entry(), OF_ANOTHER_FORCE, detail(OF_ANOTHER_FORCE_DETAIL, statement.entry()));
    }

    /** The same of a sheet that is compared. */
    public static Row.Refused caseHeldBack(Statement statement) {
        return refused(statement, statement.entry(), HELD_BACK, detail(HELD_BACK_DETAIL, statement.entry()));
    }

    /**
     * The refusal of what a comparison would propose.
     *
     * @param entry that would record it: the statement's own, or a correction
     */
    public static Row.Refused of(Statement statement, Entry entry, Refusal refusal) {
        return refused(statement, entry, refusal.code(), plain(refusal.sentence()));
    }

    private static Row.Refused refused(Statement statement, Entry entry, String code, String detail) {
        return new Row.Refused(statement.line(), column(statement.of(), code), code, detail, FactJson.of(entry), null);
    }

    /** The refusal of a correction that no row of a sheet states. */
    public static Row.Refused of(long line, Entry entry, Refusal refusal) {
        return new Row.Refused(line, null, refusal.code(), plain(refusal.sentence()), FactJson.of(entry), null);
    }

    private static String detail(String detail, Entry entry) {
        return detail.formatted(entry.record().id());
    }

    /** The column that a reader would look at: of what the code is about, else of the day. */
    private static @Nullable String column(Row.@Nullable SheetFact of, String code) {
        if (of == null) {
            return null;
        }
        var column = of.column(fieldOf(code));
        return column == null ? of.column("occurredOn") : column;
    }

    private static String fieldOf(String code) {
        if (code.startsWith("CASE_")) {
            return "caseId";
        }
        if (code.startsWith("ALLEGATION_")) {
            return "allegationId";
        }
        if (code.startsWith("REFERENCE_")) {
            return "reference";
        }
        return code.startsWith("OFFICER_") ? "officerId" : "occurredOn";
    }

    /**
     * A sentence without what programs call things: kinds of fact in words, days as people write them, no identifiers. What it
     * quotes of the sheet stays as it is.
     */
    public static String plain(String sentence) {
        var plain = new StringBuilder();
        int from = 0;
        for (var quotes = QUOTED.matcher(sentence); quotes.find(); from = quotes.end()) {
            plain.append(plainUnquoted(sentence.substring(from, quotes.start())))
                    .append(quotes.group());
        }
        return plain.append(plainUnquoted(sentence.substring(from))).toString();
    }

    private static String plainUnquoted(String words) {
        var withoutEntries = ENTRY.matcher(words).replaceAll("");
        var named = NAME.matcher(withoutEntries)
                .replaceAll(found -> Matcher.quoteReplacement("“" + requireNonNull(NAMES.get(found.group())) + "”"));
        return Words.withDaysInWords(named);
    }

    private static String words(String type) {
        var small = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
        return Character.toUpperCase(small.charAt(0)) + small.substring(1);
    }
}

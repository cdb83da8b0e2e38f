package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.PlainWords.assertPlain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.command.Caller;
import org.conductregister.command.PlainWords;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.Correction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the refusals of a sheet's rows are in people's words. */
@RegisterTest
class ImportWordsTest {

    private static final List<String> NONSENSE = List.of(
            "",
            "Neither/nor",
            "\u0007",
            "-1",
            "1e99",
            "31/2/2019",
            "31/12/1066",
            "x".repeat(2_000),
            "'; --",
            "2019-01-01",
            "9999-12-31");

    private final Caller handler;
    private final Importer importer;

    ImportWordsTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.importer = new Importer(handler);
    }

    static Stream<FactType> everyKindThatARowMayState() {
        return FactType.logged().stream().filter(type -> !Correction.class.isAssignableFrom(type.javaType()));
    }

    @Test
    void everyRuleThatRefusesARowIsInPlainWords() {
        assertThat(PlainWords.refusals()).allSatisfy(refusal -> assertPlain(SheetRefusal.plain(refusal.sentence())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                CaseClosed of 2019-05-06 is impossible                   | “Case closed” of 6 May 2019 is impossible
                “2019-13-45” is not a day                                | “2019-13-45” is not a day
                It is before 2019-13-45                                  | It is before 2019-13-45
                must be a day from 1829-01-01, as YYYY-MM-DD             | must be a day from 1 January 1829
                The entryId 0f8fad5b-d9cb-469f-a165-70867728950e belongs | The entryId belongs
                """)
    void whatASheetSaysIsQuotedAsItIs(String sentence, String plain) {
        assertThat(SheetRefusal.plain(sentence)).isEqualTo(plain);
    }

    /** A mapping that takes every field from a column of its own. */
    private static String mapping(FactType type) {
        var fact = FactJson.mapper().createObjectNode().put("type", type.name());
        type.fields().forEach(field -> fact.put(field.name(), "{" + field.name() + "}"));
        var mapping = FactJson.mapper().createObjectNode().put("force", "KENT").put("days", "DMY");
        mapping.put("oddDays", "KEEP")
                .put("assume", "FIRST")
                .put("bentNumbers", "KEEP")
                .put("joinedNumbers", "REFUSE");
        var notBlanks = mapping.putArray("notBlanks");
        NONSENSE.forEach(notBlanks::add);
        mapping.putObject("ids").put("case", "W-{id}").put("officer", "W-{id}").put("recommendation", "W-{id}");
        mapping.putArray("facts").add(fact);
        return mapping.toString();
    }

    /** Rows of nonsense: all cells the same, and each cell by itself among cells that may be right. */
    private static String sheet(FactType type) {
        var names = type.fields().stream().map(FactField::name).toList();
        var sheet = new StringBuilder("id," + String.join(",", names) + "\n");
        int id = 0;
        for (var nonsense : NONSENSE) {
            sheet.append(++id).append(',');
            sheet.append(names.stream().map(name -> quoted(nonsense)).collect(Collectors.joining(",")))
                    .append('\n');
            for (var wrong : type.fields()) {
                sheet.append(++id).append(',');
                sheet.append(type.fields().stream()
                                .map(field -> quoted(field.equals(wrong) ? nonsense : likely(field)))
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return sheet.toString();
    }

    /** A sentence without the sheet's own words, which it quotes as they are. */
    private static String withoutTheSheets(String sentence) {
        for (var nonsense : NONSENSE) {
            sentence = sentence.replace("“" + nonsense + "”", "“x”");
        }
        return sentence;
    }

    private static String likely(FactField field) {
        return switch (field.kind()) {
            case DAY -> "1/2/2019";
            case CHOICE -> field.choices().iterator().next();
            case CODE, CODES -> "KENT";
            case NUMBER -> "3";
            case YES_NO -> "yes";
            case TEXT, IDENTIFIER, FACT -> "A1";
        };
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @ParameterizedTest
    @MethodSource("everyKindThatARowMayState")
    void whatIsWrongWithARowIsInPlainWordsAndNamesItsColumn(FactType type) {
        var name = "words-" + type.name();
        handler.put("/api/v1/import-mappings/" + name, mapping(type)).is(200);

        var checked = importer.sheet(name, "check", sheet(type));

        assertThat(checked.progress().get("state").stringValue())
                .as(checked.progress().toString())
                .isEqualTo("COMPLETED");
        assertThat(checked.refusals()).isNotEmpty().allSatisfy(refusal -> {
            assertPlain(withoutTheSheets(refusal.get("detail").stringValue()));
            assertThat(refusal.path("column").asString(""))
                    .as(refusal.toString())
                    .isNotEmpty();
        });
    }
}

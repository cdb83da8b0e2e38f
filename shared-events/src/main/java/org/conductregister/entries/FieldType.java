package org.conductregister.entries;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.Months;
import org.conductregister.terms.Regime;
import org.conductregister.terms.codes.*;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Grounds;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the values of one Java type are read from JSON. Strict: a number is not taken for a string, nor the reverse. */
record FieldType(Kind kind, List<String> choices, @Nullable CodeList codeList, Function<JsonNode, Object> reader) {

    /** The day the first modern police force took to the streets is in this year; nothing here happened before it. */
    static final LocalDate EARLIEST = LocalDate.of(1829, 1, 1);

    private static final Map<Class<?>, FieldType> KNOWN = Map.ofEntries(
            Map.entry(CaseId.class, string(Kind.IDENTIFIER, CaseId::new)),
            Map.entry(AllegationId.class, string(Kind.IDENTIFIER, AllegationId::new)),
            Map.entry(OfficerId.class, string(Kind.IDENTIFIER, OfficerId::new)),
            Map.entry(EntryId.class, string(Kind.IDENTIFIER, EntryId::of)),
            Map.entry(ForceCode.class, code(CodeList.FORCES, ForceCode::new)),
            Map.entry(CategoryCode.class, code(CodeList.CATEGORIES, CategoryCode::new)),
            Map.entry(FindingCode.class, code(CodeList.FINDINGS, FindingCode::new)),
            Map.entry(GenderCode.class, code(CodeList.GENDERS, GenderCode::new)),
            Map.entry(EthnicityCode.class, code(CodeList.ETHNICITIES, EthnicityCode::new)),
            Map.entry(ThemeCode.class, code(CodeList.THEMES, ThemeCode::new)),
            Map.entry(WatchdogCode.class, code(null, WatchdogCode::new)),
            Map.entry(
                    Tags.class,
                    codes(null, codes -> new Tags(codes.stream().map(Tag::new).toList()))),
            Map.entry(
                    ForceCodes.class,
                    codes(
                            CodeList.FORCES,
                            codes -> new ForceCodes(
                                    codes.stream().map(ForceCode::new).toList()))),
            Map.entry(Reference.class, string(Kind.TEXT, Reference::new)),
            Map.entry(Grounds.class, string(Kind.TEXT, Grounds::new)),
            Map.entry(DayStatedAs.class, string(Kind.TEXT, DayStatedAs::new)),
            Map.entry(FreeText.class, string(Kind.TEXT, FreeText::new)),
            Map.entry(PersonName.class, string(Kind.TEXT, PersonName::new)),
            Map.entry(Label.class, string(Kind.TEXT, Label::new)),
            Map.entry(LocalDate.class, string(Kind.DAY, FieldType::day)),
            Map.entry(Months.class, new FieldType(Kind.NUMBER, List.of(), null, FieldType::months)),
            Map.entry(Boolean.class, new FieldType(Kind.YES_NO, List.of(), null, FieldType::yesOrNo)),
            Map.entry(Fact.class, new FieldType(Kind.FACT, List.of(), null, FieldType::fact)));

    static FieldType of(Class<?> type) {
        if (type.isEnum()) {
            return choice(type.asSubclass(Enum.class));
        }
        var known = KNOWN.get(type);
        if (known == null) {
            throw new IllegalStateException("no way to read a " + type.getName() + " from JSON");
        }
        return known;
    }

    Object read(JsonNode value) {
        return reader.apply(value);
    }

    private static FieldType string(Kind kind, Function<String, Object> parse) {
        return new FieldType(kind, List.of(), null, node -> parse.apply(text(node)));
    }

    private static FieldType code(@Nullable CodeList list, Function<String, Object> parse) {
        return new FieldType(Kind.CODE, List.of(), list, node -> parse.apply(text(node)));
    }

    private static FieldType codes(@Nullable CodeList list, Function<List<String>, Object> parse) {
        return new FieldType(Kind.CODES, List.of(), list, node -> parse.apply(texts(node)));
    }

    @SuppressWarnings("rawtypes") // an enum class taken from a record component has no type argument to give
    private static FieldType choice(Class<? extends Enum> type) {
        var byWord = new LinkedHashMap<String, Object>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> byWord.put(wordOf(constant), constant));
        var words = List.copyOf(byWord.keySet());
        return new FieldType(Kind.CHOICE, words, null, node -> {
            var constant = byWord.get(text(node));
            if (constant == null) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", words));
            }
            return constant;
        });
    }

    private static String wordOf(Enum<?> constant) {
        return constant instanceof Regime regime ? regime.code() : constant.name();
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("must be a string");
        }
        return node.stringValue();
    }

    private static List<String> texts(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("must be an array of strings");
        }
        var texts = new ArrayList<String>(node.size());
        node.forEach(element -> texts.add(text(element)));
        return texts;
    }

    private static LocalDate day(String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a day of the calendar, as YYYY-MM-DD", e);
        }
        if (text.length() != 10 || day.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("must be a day from " + EARLIEST + ", as YYYY-MM-DD");
        }
        return day;
    }

    private static Months months(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return new Months(node.intValue());
    }

    private static Boolean yesOrNo(JsonNode node) {
        if (!node.isBoolean()) {
            throw new IllegalArgumentException("must be true or false");
        }
        return node.booleanValue();
    }

    /** Reads nothing: what a fact states is read field by field, by {@link EntryReader}. */
    private static Fact fact(JsonNode node) {
        throw new IllegalArgumentException("must be an object");
    }
}

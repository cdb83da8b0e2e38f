package org.conductregister.query.search.index;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers, codes and texts of a fact by which one record is found.
 *
 * @param begins whether the record is there by this fact
 * @param identifiers by which the record is known, as written
 * @param codes each with its list in front, as {@link #code} writes it
 * @param officer whom the fact names in a case; null where it names nobody
 */
record Findable(
        RecordId record,
        boolean begins,
        List<String> identifiers,
        List<String> names,
        List<String> texts,
        List<String> codes,
        @Nullable OfficerId officer) {

    /**
     * Returns the findable parts for the record that a fact is on, and for the officer whom it names; empty where it
     * has none.
     */
    static List<Findable> of(RecordId record, Fact fact) {
        if (fact instanceof Correction) {
            return List.of();
        }
        var officer = NamesOfficer.namedIn(fact);
        var own = ownOf(record, fact, officer);
        if (officer == null) {
            return own.isEmpty() ? List.of() : List.of(own);
        }
        var named = new Findable(
                RecordId.of(officer), false, List.of(officer.value()), List.of(), List.of(), List.of(), null);
        return List.of(own, named);
    }

    private static Findable ownOf(RecordId record, Fact fact, @Nullable OfficerId officer) {
        boolean begins = fact instanceof CaseOpened || fact instanceof RecommendationIssued;
        var identifiers = new ArrayList<String>();
        if (begins || fact instanceof OfficerFact) {
            identifiers.add(record.id());
        }
        var names = new ArrayList<String>();
        var texts = new ArrayList<String>();
        var codes = new ArrayList<String>();
        for (var value : FactType.of(fact).values(fact)) {
            switch (value) {
                case Reference reference -> identifiers.add(reference.value());
                case FreeText text -> texts.add(text.value());
                case Label label -> texts.add(label.value());
                case Tags tags ->
                    tags.tags().forEach(tag -> texts.add(tag.value().replace('_', ' ')));
                case PersonName name -> names.add(name.value());
                case CategoryCode category -> codes.add(code(CodeList.CATEGORIES, category.value()));
                case ThemeCode theme -> codes.add(code(CodeList.THEMES, theme.value()));
                case ForceCode force -> codes.add(code(CodeList.FORCES, force.value()));
                case null, default -> {
                    // A day, a number or a choice: lists are limited to these. A recommendation is addressed to most
                    // forces
                }
            }
        }
        return new Findable(record, begins, identifiers, names, texts, codes, officer);
    }

    private boolean isEmpty() {
        return identifiers.isEmpty() && names.isEmpty() && texts.isEmpty() && codes.isEmpty();
    }

    /** A code as it is indexed: {@code categories/RAPE}. */
    static String code(CodeList list, String code) {
        return list.path() + "/" + code;
    }
}

package org.conductregister.command.forms;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.claims.Clash;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.*;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.AllegationFact;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.web.pages.FormFaults.Link;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where a refusal leads to: the entry that stands in the way, to be corrected, and what would have to be recorded first. */
@Component
public final class WaysOut {

    private final Ledgers ledgers;
    private final Words words;

    WaysOut(Ledgers ledgers, Words words) {
        this.ledgers = ledgers;
        this.words = words;
    }

    /** @param refused the entry that was refused */
    List<Link> of(Refusal refusal, Entry refused) {
        return switch (refusal) {
            case RuleBroken r -> ofRule(RuleHelp.of(r.rule()), refused);
            case LaterFactImpossible r ->
                List.of(correct(refused.record(), r.entryId(), words.label(r.type()), words.day(r.day())));
            case MarkedDuplicate r -> List.of(onOriginal(r.original(), refused.fact()));
            case AgainstAnotherRecord r -> of(r.clash());
            case InTheFuture r -> List.of();
            case EntryIdTaken r -> List.of();
            case VersionStale r -> List.of();
            case ConcurrentChange r -> List.of();
        };
    }

    private List<Link> ofRule(RuleHelp help, Entry refused) {
        var links = new ArrayList<Link>(2);
        var about = allegationOf(refused.fact());
        new History(ledgers.of(refused.record()).entries())
                .inEffect().stream()
                        .filter(entry -> help.isInTheWay(entry.fact(), about))
                        .reduce((earlier, later) -> later)
                        .ifPresent(entry -> links.add(correct(refused.record(), entry)));
        var first = help.first();
        if (first != null) {
            links.add(recordFirst(first, refused.record(), about));
        }
        return links;
    }

    private static @Nullable AllegationId allegationOf(Fact fact) {
        var states = fact instanceof EntryCorrected corrected ? corrected.fact() : fact;
        return states instanceof AllegationFact about ? about.allegationId() : null;
    }

    private Link correct(RecordId record, InEffect entry) {
        return correct(record, entry.entryId(), words.label(FactType.of(entry.fact())), words.day(entry.day()));
    }

    private static Link correct(RecordId record, EntryId entry, String what, String day) {
        return new Link(
                "Correct “%s” of %s".formatted(what, day),
                "%s/entries/%s/correct".formatted(RecordAddress.of(record).path(), entry));
    }

    private Link recordFirst(Class<? extends Fact> kind, RecordId record, @Nullable AllegationId about) {
        var path = RecordAddress.of(record).path();
        if (kind == CaseOpened.class) {
            return new Link("Report it as a new case", "/report?which=NEW&caseId=" + record.id());
        }
        if (kind == AllegationReported.class) {
            return new Link("Report an allegation in this case", "/report?which=EXISTING&caseId=" + record.id());
        }
        if (kind == RecommendationIssued.class) {
            return new Link("Record that it was issued", "/recommendations/new?recommendationId=" + record.id());
        }
        var type = FactType.named(kind.getSimpleName()).orElseThrow();
        boolean asksFor = about != null
                && type.fields().stream().anyMatch(field -> field.name().equals("allegationId"));
        return new Link(
                "Record “%s”".formatted(words.label(type)),
                path + "/log/" + type + (asksFor ? "?allegationId=" + about : ""));
    }

    private static Link onOriginal(RecordId original, Fact fact) {
        var type = FactType.of(fact);
        return new Link(
                "Record it on %s".formatted(original.id()),
                type.isCorrection() || fact instanceof CaseOpened
                        ? RecordAddress.of(original).path()
                        : RecordAddress.of(original).path() + "/log/" + type);
    }

    private static List<Link> of(Clash clash) {
        var other = RecordAddress.of(clash.other());
        var see = new Link(
                "See %s %s".formatted(clash.other().kind().word(), clash.other().id()), other.path());
        return switch (clash.kind()) {
            case REFERENCE_TAKEN -> addTo(clash.other());
            case DUPLICATE_OF_DUPLICATE, HAS_DUPLICATES -> List.of(see);
            case DUPLICATE_OF_UNKNOWN -> List.of(new Link("Look a case up", "/cases"));
        };
    }

    /** Adding to a case that is in the register already, or looking at it. */
    public static List<Link> addTo(RecordId known) {
        return known.kind() == RecordKind.CASE
                ? List.of(
                        new Link(
                                "Add an allegation to case " + known.id(),
                                "/report?which=EXISTING&caseId=" + known.id()),
                        new Link("See case " + known.id(), "/cases/" + known.id()))
                : List.of();
    }
}

package org.conductregister.command.forms;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.facts.RecommendationFact.*;

/**
 * The groups under which kinds of fact are listed where somebody chooses one, in this order. Corrections begin at an
 * entry.
 */
enum FactGroup {
    BEGINNING("How it began", CaseOpened.class, OfficerRegistered.class, RecommendationIssued.class),
    ALLEGATIONS("Allegations", AllegationReported.class, OfficerIdentified.class, SeverityAssessed.class),
    REFERRAL("Referral to the watchdog", CaseReferredToWatchdog.class, InvestigationModeDecided.class),
    INVESTIGATION(
            "Investigation",
            InvestigationStarted.class,
            InvestigationSuspended.class,
            InvestigationResumed.class,
            InvestigationCompleted.class),
    MISCONDUCT(
            "Misconduct",
            CaseToAnswerDecided.class,
            ProceedingsListed.class,
            ProceedingsWithdrawn.class,
            MisconductFindingMade.class,
            MisconductOutcomeImposed.class,
            AppealLodged.class,
            AppealDecided.class),
    CRIMINAL(
            "Criminal proceedings",
            OfficerCharged.class,
            CriminalVerdictReached.class,
            SentencePassed.class,
            CautionGiven.class,
            CriminalCaseDiscontinued.class,
            ConvictionQuashed.class),
    ENDING(
            "How it ended",
            AllegationClosed.class,
            NoFurtherActionTaken.class,
            AllegationWithdrawn.class,
            CaseClosed.class,
            CaseReopened.class),
    DUTIES(
            "Duties",
            OfficerPutOnRestrictedDuties.class,
            OfficerSuspended.class,
            OfficerReturnedToFullDuties.class,
            OfficerTransferred.class),
    LEAVING("Leaving", OfficerResigned.class, OfficerRetired.class, OfficerDismissed.class, OfficerLeft.class),
    LISTS(
            "Lists and pension",
            OfficerBarred.class,
            OfficerPlacedOnAdvisoryList.class,
            OfficerDelisted.class,
            PensionForfeited.class),
    ANSWERS("Answers of forces", ForceResponded.class, ForceProgressGraded.class),
    NOTES("Notes", NoteAdded.class);

    private static final Map<Class<?>, FactGroup> BY_KIND = Arrays.stream(values())
            .flatMap(chapter -> chapter.kinds.stream().map(kind -> Map.entry(kind, chapter)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String heading;
    private final List<Class<? extends Fact>> kinds;

    @SafeVarargs
    @SuppressWarnings("varargs") // what is passed on is read, not written
    FactGroup(String heading, Class<? extends Fact>... kinds) {
        this.heading = heading;
        this.kinds = List.of(kinds);
    }

    String heading() {
        return heading;
    }

    static FactGroup of(FactType type) {
        return requireNonNull(BY_KIND.get(type.javaType()), "each kind but corrections has a chapter");
    }

    /** A chapter that has something to choose from. */
    record Listed(String heading, List<String> types) {}

    /** @param types none of them corrections */
    static List<Listed> list(List<FactType> types) {
        var byChapter = types.stream().collect(Collectors.groupingBy(FactGroup::of));
        return new TreeMap<>(byChapter)
                .entrySet().stream()
                        .map(chapter -> new Listed(chapter.getKey().heading, names(chapter.getValue())))
                        .toList();
    }

    private static List<String> names(List<FactType> types) {
        Function<FactType, String> name = FactType::name;
        return types.stream().map(name).toList();
    }
}

package org.conductregister.query.statistics.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;

/** Questions that a random register has something to say to. */
public final class RandomQuestions {

    public static final Map<Unit, List<String>> DIMENSIONS = Map.of(
            Unit.ALLEGATIONS,
                    List.of(
                            "force",
                            "kind",
                            "source",
                            "category",
                            "workforce",
                            "reportedYear",
                            "status",
                            "finalised",
                            "stage",
                            "severity",
                            "referral",
                            "mode",
                            "misconduct",
                            "criminal",
                            "sentence",
                            "employment",
                            "finding",
                            "outcome",
                            "result",
                            "proceedings",
                            "regime",
                            "tag",
                            "reportedFinancialYear"),
            Unit.CASES,
                    List.of(
                            "force",
                            "kind",
                            "source",
                            "reportedYear",
                            "status",
                            "finalised",
                            "referral",
                            "mode",
                            "allegationCount",
                            "result",
                            "employment",
                            "reportedFinancialYear"),
            Unit.OFFICERS,
                    List.of(
                            "force",
                            "workforce",
                            "rank",
                            "gender",
                            "ethnicity",
                            "status",
                            "stage",
                            "employment",
                            "result",
                            "criminal",
                            "sentence",
                            "misconduct",
                            "outcome",
                            "barred",
                            "pension",
                            "allegationCount"),
            Unit.REFERRALS, List.of("force", "basis", "mode", "referral", "referredYear", "referredFinancialYear"),
            Unit.RESPONSES, List.of("force", "recommendationId", "response", "grade"));

    private static final Map<Filter, List<String>> WORDS = Map.of(
            Filter.FORCE, RandomRegister.FORCES,
            Filter.KIND, List.of("COMPLAINT", "CONDUCT"),
            Filter.SOURCE, List.of("PUBLIC", "POLICE", "ANONYMOUS"),
            Filter.CATEGORY, RandomRegister.CATEGORIES,
            Filter.TAG, RandomRegister.TAGS,
            Filter.WITHOUT_TAG, RandomRegister.TAGS,
            Filter.ALSO_CATEGORY, RandomRegister.CATEGORIES,
            Filter.WORKFORCE, List.of("POLICE_OFFICER", "POLICE_STAFF", "VOLUNTEER", "UNKNOWN"),
            Filter.RECOMMENDATION_ID, RandomRegister.RECOMMENDATIONS);

    private final Random random;

    public RandomQuestions(Random random) {
        this.random = random;
    }

    public Question at(PointInTime times) {
        return of(Unit.values()[random.nextInt(Unit.values().length)], times);
    }

    public Question of(Unit unit, PointInTime times) {
        return new Question(unit, population(unit), some(DIMENSIONS.get(unit), 4), times);
    }

    private Population population(Unit unit) {
        var population = Population.EVERYTHING;
        for (var filter : Filter.values()) {
            if (filter.appliesTo(unit) && random.nextInt(6) == 0) {
                var words = some(WORDS.get(filter), 2);
                population = words.isEmpty() ? population : population.with(filter, words.toArray(String[]::new));
            }
        }
        if (unit != Unit.RESPONSES && random.nextInt(6) == 0) {
            population = population.reported(orOpen(3), orOpen(9));
        }
        if (unit != Unit.RESPONSES && random.nextInt(6) == 0) {
            population = population.referred(orOpen(3), orOpen(9));
        }
        return population;
    }

    private LocalDate orOpen(int day) {
        return random.nextInt(3) == 0 ? null : RandomRegister.FIRST_DAY.plusDays(day);
    }

    private List<String> some(List<String> words, int most) {
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(Math.min(most, words.size()) + 1));
    }
}

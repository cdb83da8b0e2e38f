package org.conductregister.query.statistics.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;

/** Comparisons of two engines of which it is known for which questions their answers differ. */
class ViewComparisonTest {

    private static final Instant NOW = Instant.parse("2024-03-15T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 15);
    private static final List<PointInTime> TIMES = List.of(
            new PointInTime(TODAY, NOW),
            new PointInTime(LocalDate.of(2023, 3, 15), NOW),
            new PointInTime(TODAY, Instant.parse("2024-02-14T10:00:00Z")));

    @Property(tries = 60)
    void eachQuestionAnsweredDifferentlyIsOneSentenceUpToTwenty(@ForAll Random random) {
        var different = new HashSet<Question>();
        for (int i = random.nextInt(30); i > 0; i--) {
            different.add(questions().get(random.nextInt(questions().size())));
        }
        var before = new FixedAnswers(Set.of());
        var after = new FixedAnswers(different);

        var found = new ViewComparison(before, after).differences();

        assertThat(found).doesNotHaveDuplicates();
        assertThat(found)
                .containsExactlyElementsOf(questions().stream()
                        .filter(different::contains)
                        .limit(20)
                        .map(ViewComparisonTest::sentence)
                        .toList());
        assertThat(before.asked).isEqualTo(questions()).isEqualTo(after.asked);
    }

    private static String sentence(Question question) {
        return "%s by %s as at %s, as known at %s: were [Group[values=[], count=1]], are [Group[values=[], count=2]]"
                .formatted(
                        question.unit().word(),
                        question.groupBy().getFirst(),
                        question.times().asAt(),
                        question.times().knownAt());
    }

    /** Every dimension of every unit, today, a year ago, and as known thirty days ago. */
    private static List<Question> questions() {
        var questions = new ArrayList<Question>();
        for (var times : TIMES) {
            for (var unit : Unit.values()) {
                for (var dimension : Dimensions.of(unit)) {
                    questions.add(new Question(unit, Population.EVERYTHING, List.of(dimension.name()), times));
                }
            }
        }
        return questions;
    }

    /** Answers 2 to some questions and 1 to all others. */
    private static final class FixedAnswers implements StatisticsEngine {

        private final Set<Question> two;
        private final List<Question> asked = new ArrayList<>();
        private final Head head = new Head();

        FixedAnswers(Set<Question> two) {
            this.two = two;
            head.moveTo(9, NOW);
        }

        @Override
        public Head head() {
            return head;
        }

        @Override
        public Table count(Question question) {
            asked.add(question);
            return new Table(NOW, 9, List.of(new Table.Group(List.of(), two.contains(question) ? 2 : 1)));
        }

        @Override
        public List<Dimension> dimensions(Unit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Series series(Question question, List<LocalDate> days) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Members members(Question question, Listing listing) {
            throw new UnsupportedOperationException();
        }
    }
}

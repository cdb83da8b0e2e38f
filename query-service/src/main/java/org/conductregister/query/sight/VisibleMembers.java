package org.conductregister.query.sight;

import static java.util.Objects.requireNonNull;

import java.util.TreeSet;
import java.util.function.Predicate;
import org.conductregister.platform.people.Sight;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.springframework.stereotype.Component;

/**
 * The members of counts as whoever asks may see them: of handlers with forces, cases of these forces and what hangs on them;
 * of a person who is an officer, nothing of a case in which they are named. Counts themselves are of everything. Who may see
 * all is asked for nothing more than a look at who they are.
 */
@Component
public class VisibleMembers {

    /** No code, so that nothing has it. */
    private static final String NO_FORCE = "-";

    private final StatisticsEngine engine;
    private final ReaderSight reader;

    VisibleMembers(StatisticsEngine engine, ReaderSight reader) {
        this.engine = engine;
        this.reader = reader;
    }

    /** As {@link StatisticsEngine#members}, without those that the reader may not see. */
    public Members members(Question question, Listing listing) {
        var sight = reader.sight();
        return sight.isEverything()
                ? engine.members(question, listing)
                : engine.members(narrowed(question, sight), narrowed(question.unit(), listing, sight));
    }

    /** The question, limited to what the reader may see by force. */
    public Question narrowed(Question question) {
        return narrowed(question, reader.sight());
    }

    private static Question narrowed(Question question, Sight sight) {
        var population =
                question.unit() == Unit.RESPONSES ? question.population() : narrowed(question.population(), sight);
        return new Question(question.unit(), population, question.groupBy(), question.times());
    }

    /** The population, limited to the forces of whoever asks. */
    public Population narrowed(Population population) {
        return narrowed(population, reader.sight());
    }

    private static Population narrowed(Population population, Sight sight) {
        if (sight.forces().isEmpty()) {
            return population;
        }
        var asked = population.of(Filter.FORCE);
        var may = new TreeSet<String>();
        sight.forces().stream()
                .map(ForceCode::value)
                .filter(force -> asked.isEmpty() || asked.contains(force))
                .forEach(may::add);
        return population.with(Filter.FORCE, may.isEmpty() ? new String[] {NO_FORCE} : may.toArray(String[]::new));
    }

    private Listing narrowed(Unit unit, Listing listing, Sight sight) {
        if (sight.self().isEmpty()) {
            return listing;
        }
        var records = listing.records().and(seen(unit));
        return new Listing(
                listing.group(), records, listing.relevance(), listing.order(), listing.offset(), listing.limit());
    }

    /** Whether the reader may see a member by who they are as an officer; what {@link #narrowed} limits is not looked at again. */
    public Predicate<Member> seenMembers(Unit unit) {
        if (reader.sight().self().isEmpty()) {
            return member -> true;
        }
        var seen = seen(unit);
        return member -> seen.test(
                requireNonNull(unit == Unit.OFFICERS ? member.officerId() : member.record(), "what names it"));
    }

    private Predicate<String> seen(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, CASES, REFERRALS -> {
                var hidden = reader.casesNamingReader();
                yield record -> !hidden.contains(new CaseId(record));
            }
            case OFFICERS -> {
                var hidden = reader.officersKnownByThoseAlone();
                yield officer -> !hidden.contains(new OfficerId(officer));
            }
            case RESPONSES -> record -> true;
        };
    }
}

package org.conductregister.query.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.cases.InvestigationState;
import org.conductregister.query.casefile.CaseStanding;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.states.EmploymentState;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;

/** Puts a case beside itself as it stood otherwise, track by track, in words. */
final class TrackChanges {

    private static final String NOTHING = "–";

    private final Words words;

    TrackChanges(Words words) {
        this.words = words;
    }

    /** @param title such as "Allegation A1" */
    record Part(String title, @Nullable String about, List<Track> tracks) {

        public boolean changed() {
            return tracks.stream().anyMatch(Track::changed);
        }
    }

    /** @param anchor of the help page, where the track is explained */
    record Track(String name, String anchor, String before, String after) {

        public boolean changed() {
            return !before.equals(after);
        }
    }

    /** The case itself, then each allegation that there is in either. */
    List<Part> between(CaseStanding before, CaseStanding after) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                "The case",
                null,
                List.of(
                        track("Handling", "handling", before, after, this::handling),
                        track("Referral", "referral", before, after, this::referral))));
        var ids = new LinkedHashSet<AllegationId>(before.state().allegations().keySet());
        ids.addAll(after.state().allegations().keySet());
        ids.forEach(id -> parts.add(allegation(id, before, after)));
        return parts;
    }

    private Part allegation(AllegationId id, CaseStanding before, CaseStanding after) {
        var latest = after.state().allegations().get(id);
        var shown = latest == null ? requireNonNull(before.state().allegations().get(id)) : latest;
        var about = words.category(shown.category()) + ", "
                + (shown.officerId() == null ? "nobody identified" : "against " + shown.officerId());
        return new Part(
                "Allegation " + id,
                about,
                List.of(
                        track("Handling", "handling", before, after, of(id, this::handling)),
                        track("Referral", "referral", before, after, of(id, (standing, a) -> referral(standing))),
                        track("Misconduct", "misconduct", before, after, of(id, (standing, a) -> misconduct(a))),
                        track("Criminal", "criminal", before, after, of(id, (standing, a) -> criminal(a))),
                        track("Employment", "employment", before, after, of(id, this::employment))));
    }

    private static Track track(
            String name,
            String anchor,
            CaseStanding before,
            CaseStanding after,
            Function<CaseStanding, String> inWords) {
        return new Track(name, anchor, inWords.apply(before), inWords.apply(after));
    }

    private interface OfAllegation {
        String inWords(CaseStanding standing, AllegationState allegation);
    }

    private static Function<CaseStanding, String> of(AllegationId id, OfAllegation track) {
        return standing -> {
            var allegation = standing.state().allegations().get(id);
            return allegation == null ? NOTHING : track.inWords(standing, allegation);
        };
    }

    private String handling(CaseStanding standing) {
        var state = standing.state();
        if (!state.opened()) {
            return NOTHING;
        }
        return sentence(
                words.label(state.status()),
                state.investigation() == InvestigationState.NOT_STARTED
                        ? null
                        : "investigation " + lower(state.investigation()),
                state.readyToClose() ? "ready to close" : null);
    }

    private String referral(CaseStanding standing) {
        CaseState state = standing.state();
        if (!state.opened()) {
            return NOTHING;
        }
        return state.latestReferral()
                .map(referral -> sentence(
                        words.label(referral.state()),
                        "to the " + referral.watchdog() + " on " + words.shortDay(referral.referredOn()),
                        lower(referral.basis()),
                        referral.mode() == null ? null : "mode " + lower(referral.mode())))
                .orElse("Not referred");
    }

    private String handling(CaseStanding standing, AllegationState allegation) {
        var track = allegation.handling();
        return sentence(
                words.label(track.status()),
                allegation.pending() ? lower(standing.state().stageOf(allegation)) : lower(track.ending()),
                track.severity() == null ? null : "severity " + lower(track.severity()),
                track.finding() == null ? null : "finding " + words.finding(track.finding()));
    }

    private String misconduct(AllegationState allegation) {
        var track = allegation.misconduct();
        return sentence(
                words.label(track.state()),
                track.decision() == null ? null : "decision " + lower(track.decision()),
                track.outcome() == null || !track.appealed() ? null : "outcome " + lower(track.outcome()),
                track.outcomeOn() == null ? null : "on " + words.shortDay(track.outcomeOn()));
    }

    private String criminal(AllegationState allegation) {
        var track = allegation.criminal();
        return sentence(
                words.label(track.state()),
                track.sentence() == null ? null : lower(track.sentence()),
                track.months() == null ? null : track.months().value() + " months");
    }

    private String employment(CaseStanding standing, AllegationState allegation) {
        if (allegation.officerId() == null) {
            return words.label(EmploymentState.UNIDENTIFIED);
        }
        var employment = requireNonNull(standing.employment().get(allegation.officerId()), "of each officer named");
        return sentence(
                words.label(employment.state()),
                employment.leftOn() == null ? null : "left on " + words.shortDay(employment.leftOn()));
    }

    private static String sentence(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private String lower(@Nullable Object code) {
        var label = words.label(code);
        return label.isEmpty() ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}

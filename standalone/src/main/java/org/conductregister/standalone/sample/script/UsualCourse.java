package org.conductregister.standalone.sample.script;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.terms.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The usual course of a case once its allegations are reported: assessed, investigated, decided, closed. Now and then
 * something is logged late, or wrongly and put right.
 */
public final class UsualCourse {

    private record Course(Accusation accusation, Ending ending) {}

    private final CaseScript script;
    private final List<Course> courses = new ArrayList<>();

    public UsualCourse(CaseScript script) {
        this.script = script;
    }

    public UsualCourse with(Accusation accusation, Ending ending) {
        courses.add(new Course(accusation, ending));
        return this;
    }

    /** The whole course, closed on that day. */
    public void closedOn(LocalDate day) {
        begin();
        end();
        script.until(day);
    }

    /**
     * Still under investigation as at {@code day}, nothing decided nor judged; closed later, or not at all yet.
     *
     * @param begunBy by when the investigation runs; at the latest {@code pendingOn}
     */
    public void closedOn(@Nullable LocalDate day, LocalDate begunBy, LocalDate pendingOn) {
        begin();
        script.until(begunBy);
        if (day != null) {
            script.from(pendingOn.plusDays(1));
            end();
            script.until(day);
        }
    }

    private void begin() {
        for (var course : courses) {
            if (course.ending().severity() != null) {
                assess(course.accusation(), course.ending().severity());
            }
        }
        if (courses.stream().anyMatch(course -> course.ending().investigated())) {
            script.investigationStarted();
            note();
            courses.forEach(course -> course.ending().meanwhile().accept(course.accusation()));
        }
    }

    private void end() {
        if (courses.stream().anyMatch(course -> course.ending().investigated())) {
            courses.forEach(course -> course.ending().inCourt().accept(course.accusation()));
            script.investigationCompleted();
        }
        note();
        courses.forEach(course -> course.ending().decided().accept(course.accusation()));
        script.closed();
        if (script.random().percent(2)) {
            script.loggedOut(script.random().between(3, 20));
        }
    }

    /** Now and then a first assessment was another case's, or the assessment is logged late. */
    private void assess(Accusation accusation, Severity severity) {
        if (script.random().percent(1)) {
            accusation.assessed(Severity.NEITHER).script().loggedByMistake();
        }
        accusation.assessed(severity);
        if (script.random().percent(3)) {
            script.loggedLate();
        }
    }

    private void note() {
        if (script.random().percent(10)) {
            script.noted();
        }
    }
}

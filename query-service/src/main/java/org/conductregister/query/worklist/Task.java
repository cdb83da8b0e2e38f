package org.conductregister.query.worklist;

/** The lists of what there is to do. */
enum Task {
    CLOSE("Ready to close", "Every allegation in them is closed; the case itself is not."),
    REFER(
            "To be referred",
            "Abuse of position for a sexual purpose must be referred to the watchdog; these cases were not. One that is closed stays here until it is reopened and referred."),
    QUIET(
            "Nothing for long",
            "Open cases in which nothing has happened for more than %d days. A note of today takes one off."),
    REGISTER("Officers to register", "Named in an allegation; the register knows nothing else of them."),
    ANSWER("Answers due", "Forces that a recommendation is addressed to, and that have not answered.");

    private final String heading;
    private final String about;

    Task(String heading, String about) {
        this.heading = heading;
        this.about = about;
    }

    public String heading() {
        return heading;
    }

    String about(int quietDays) {
        return about.formatted(quietDays);
    }
}

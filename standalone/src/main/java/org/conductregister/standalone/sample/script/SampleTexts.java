package org.conductregister.standalone.sample.script;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.conductregister.terms.text.FreeText;

/** The titles, notes and reasons of the sample: short, and about nobody. */
final class SampleTexts {

    private static final Map<Category, List<String>> TITLES = Map.ofEntries(
            Map.entry(
                    Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE,
                    List.of(
                            "Messages sent to a victim of crime",
                            "Contact kept up with a witness after the inquiry had ended",
                            "Relationship with a person met on duty",
                            "Visits to a vulnerable person without a policing purpose")),
            Map.entry(
                    Category.RAPE,
                    List.of(
                            "Report of rape by a former partner",
                            "Report of rape, off duty",
                            "Report of rape, not recent")),
            Map.entry(
                    Category.SEXUAL_ASSAULT,
                    List.of(
                            "Report of sexual assault, off duty",
                            "Report of touching at a social event",
                            "Report of sexual assault, not recent")),
            Map.entry(
                    Category.SEXUAL_ACTIVITY_WITH_CHILD,
                    List.of("Messages exchanged with a person under 16", "Report of sexual activity with a child")),
            Map.entry(
                    Category.INDECENT_IMAGES,
                    List.of("Indecent images on a personal telephone", "Indecent images shared in a group chat")),
            Map.entry(
                    Category.SEXUAL_HARASSMENT,
                    List.of("Remarks to a member of the public", "Unwanted messages", "Remarks in a group chat")),
            Map.entry(
                    Category.DOMESTIC_ABUSE,
                    List.of(
                            "Report of assault by a partner",
                            "Report of controlling behaviour",
                            "Disturbance at home")),
            Map.entry(
                    Category.STALKING,
                    List.of("Repeated visits to a former partner's home", "Repeated calls after being told to stop")),
            Map.entry(
                    Category.COMPUTER_MISUSE,
                    List.of("Records searched without a policing purpose", "Details of a former partner looked up")),
            Map.entry(Category.DISCRIMINATION, List.of("Remarks during a stop", "Treatment at the front counter")),
            Map.entry(Category.EXCESSIVE_FORCE, List.of("Force used on arrest", "Force used in custody")),
            Map.entry(
                    Category.NEGLECT_OF_DUTY,
                    List.of("Report of domestic abuse not followed up", "Evidence not secured", "Call not returned")),
            Map.entry(Category.CORRUPTION, List.of("Information passed to a suspect", "Expenses claimed twice")),
            Map.entry(Category.OTHER, List.of("Off-duty conduct", "Second occupation not declared")));

    private static final List<String> NOTES = List.of(
            "Statement taken from the complainant.",
            "Telephone sent for examination; the laboratory expects eight weeks.",
            "Complainant told by letter how the investigation stands.",
            "Officer interviewed, a friend present.",
            "Two witnesses still to be seen.",
            "Supervisor to review the restrictions at the end of the month.",
            "Asked the custody suite for its recordings.",
            "Complainant would rather be rung after six.",
            "Legal advice received on the case to answer.",
            "Handed over to another investigator; the file is complete.");

    private static final List<String> SLIPS =
            List.of("Logged on the wrong case.", "Belongs to another officer's file.");

    private static final List<String> MISDATINGS = List.of(
            "The day of the letter was entered, not that of the decision.",
            "Typing error in the day.",
            "The minutes give another day.");

    private SampleTexts() {}

    static FreeText title(Category category, SeededRandom random) {
        return new FreeText(random.oneOf(requireNonNull(TITLES.get(category), "each category has titles")));
    }

    static FreeText summary(Category category) {
        return new FreeText("Alleged: " + category.inWords() + ".");
    }

    static FreeText note(SeededRandom random) {
        return new FreeText(random.oneOf(NOTES));
    }

    static FreeText slip(SeededRandom random) {
        return new FreeText(random.oneOf(SLIPS));
    }

    static FreeText misdating(SeededRandom random) {
        return new FreeText(random.oneOf(MISDATINGS));
    }
}

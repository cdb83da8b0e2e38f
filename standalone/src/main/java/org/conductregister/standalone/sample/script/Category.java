package org.conductregister.standalone.sample.script;

import org.conductregister.terms.codes.CategoryCode;

/** The categories the sample uses, as on the register's code list. */
public enum Category {
    ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE("used the position for a sexual purpose", "misconduct in public office"),
    RAPE("rape", "rape"),
    SEXUAL_ASSAULT("sexual assault", "sexual assault"),
    SEXUAL_ACTIVITY_WITH_CHILD("sexual activity with a person under 16", "sexual activity with a child"),
    INDECENT_IMAGES("possession of indecent images", "making indecent photographs of children"),
    SEXUAL_HARASSMENT("unwanted sexual remarks or messages", "malicious communications"),
    DOMESTIC_ABUSE("abuse of a partner", "assault by beating"),
    STALKING("repeated unwanted attention", "stalking"),
    COMPUTER_MISUSE("records searched without a policing purpose", "unauthorised access to computer material"),
    DISCRIMINATION("treated worse on account of who they are", "racially aggravated harassment"),
    EXCESSIVE_FORCE("more force used than was needed", "common assault"),
    NEGLECT_OF_DUTY("duty not done", "misconduct in public office"),
    CORRUPTION("position used for gain", "corrupt exercise of police powers"),
    OTHER("conduct that could discredit the service", "drink driving");

    private final String inWords;
    private final String offence;

    Category(String inWords, String offence) {
        this.inWords = inWords;
        this.offence = offence;
    }

    CategoryCode code() {
        return new CategoryCode(name());
    }

    String inWords() {
        return inWords;
    }

    /** Returns the offence that one would be charged with. */
    String offence() {
        return offence;
    }
}

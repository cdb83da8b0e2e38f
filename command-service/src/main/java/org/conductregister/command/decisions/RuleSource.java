package org.conductregister.command.decisions;

/**
 * Where a {@link Rule} comes from. What the law leaves open is recorded and shown, never enforced: a rule refuses only what
 * the fact itself depends on.
 */
public enum RuleSource {
    REGISTER("The register’s own: the order of a record’s facts, and of what corrects them. No provision of law."),
    REFERRAL("Police Reform Act 2002, Sch. 3, paras 4 and 13 (referral), 5 and 14 (whether to investigate),"
            + " 15 (mode of investigation)."),
    PERSON_CONCERNED(
            "Police (Conduct) Regulations 2020 (SI 2020/4), reg. 2(1), “officer concerned”, and its predecessors."
                    + " Not certain for police staff, who are under their force’s own policy."),
    PROCEEDINGS("Police (Conduct) Regulations 2020 (SI 2020/4), regs 23 (referral to misconduct proceedings) and"
            + " 27 (withdrawal), and their predecessors."),
    APPEAL("Police (Conduct) Regulations 2020 (SI 2020/4), reg. 45 (misconduct meetings); Police Appeals Tribunals"
            + " Rules 2020 (SI 2020/1). Not certain for police staff, who are under their force’s own policy."),
    CRIMINAL_PROCEDURE("Criminal procedure in general: a verdict is on a charge, a sentence on a conviction."),
    BARRED_AND_ADVISORY_LISTS(
            "Police Act 1996, ss. 88B and 88J; Police Barred List and Police Advisory List Regulations 2017"
                    + " (SI 2017/1135)."),
    PENSION("Police Pensions Regulations 1987 (SI 1987/257), reg. K5, and the later schemes’ equivalents. Not certain"
            + " whether a second forfeiture can follow the first."),
    RECOMMENDATION(
            "Police Reform Act 2002, Sch. 3, paras 28A and 28B (watchdog); Police Act 1996, s. 55 (inspectorate).");

    private final String text;

    RuleSource(String text) {
        this.text = text;
    }

    /** The provision, for a person; it says where it is not certain. */
    public String text() {
        return text;
    }
}

package org.conductregister.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.standalone.sample.script.Casework;
import org.conductregister.standalone.sample.script.Category;
import org.conductregister.standalone.sample.script.EntryCollector;
import org.conductregister.terms.codes.Tags;

/**
 * Published of all forces, October 2021 to March 2022, about violence against women and girls: 653 conduct cases against
 * 672 officers and staff, of which 167 resolved and 13 dismissed; 524 complaints against 867. Lancashire's part: 12
 * conduct cases, of which 2 dismissed for gross misconduct, 2 about one officer who resigned and is still investigated,
 * 2 closed with no further action, 4 investigated on restricted duties.
 *
 * <p>Here: reported in those months, tagged VAWG, as at the end of 2022. Most of the rest has been closed since.
 */
final class ViolenceAgainstWomenAndGirls implements Plan {

    static final Tags VAWG = Tags.of("VAWG");
    static final LocalDate FIRST = LocalDate.of(2021, 10, 1);
    static final LocalDate LAST = LocalDate.of(2022, 3, 31);
    static final LocalDate AS_AT = LocalDate.of(2022, 12, 31);

    /** The last day on which one of these cases has been closed. */
    static final LocalDate LAST_CLOSED = LocalDate.of(2025, 6, 30);

    static final List<Category> CATEGORIES = List.of(
            Category.SEXUAL_HARASSMENT,
            Category.SEXUAL_HARASSMENT,
            Category.DOMESTIC_ABUSE,
            Category.DOMESTIC_ABUSE,
            Category.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE,
            Category.SEXUAL_ASSAULT,
            Category.STALKING,
            Category.COMPUTER_MISUSE,
            Category.RAPE);

    @Override
    public void write(EntryCollector collector) {
        new VawgConductInLancashire(new Casework(collector, "vawg-conduct-in-lancashire")).write();
        var officers = new VawgConductElsewhere(new Casework(collector, "vawg-conduct-elsewhere")).write();
        new VawgComplaints(new Casework(collector, "vawg-complaints")).write(officers);
    }
}

package org.conductregister.command.officers;

import static org.conductregister.command.entries.RecordFixture.day;

import org.conductregister.command.entries.RecordFixture;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.OfficerFact.*;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;

/** Facts of one officer, as a sentence needs them: the day, and what matters. */
public final class OfficerFacts {

    static final RecordFixture<OfficerRecord> OFFICER =
            new RecordFixture<>(OfficerRecord.class, RecordId.of(new OfficerId("LAN-O-17")));

    private OfficerFacts() {}

    /** The kind of record that they are of. */
    public static Records records() {
        return new OfficerRecords();
    }

    static OfficerRegistered registered(int day) {
        return new OfficerRegistered(day(day), new ForceCode("LANCASHIRE"), Workforce.POLICE_OFFICER, null, null, null);
    }

    static OfficerPutOnRestrictedDuties restricted(int day) {
        return new OfficerPutOnRestrictedDuties(day(day), null);
    }

    static OfficerSuspended suspended(int day) {
        return new OfficerSuspended(day(day), null);
    }

    static OfficerReturnedToFullDuties returned(int day) {
        return new OfficerReturnedToFullDuties(day(day), null);
    }

    static OfficerResigned resigned(int day) {
        return new OfficerResigned(day(day), null);
    }

    static OfficerRetired retired(int day) {
        return new OfficerRetired(day(day), null);
    }

    static OfficerDismissed dismissed(int day) {
        return new OfficerDismissed(day(day), null);
    }

    static OfficerLeft left(int day) {
        return new OfficerLeft(day(day), new FreeText("end of contract"), null);
    }

    static OfficerTransferred transferred(int day, String force) {
        return new OfficerTransferred(day(day), new ForceCode(force), null);
    }

    static OfficerBarred barred(int day) {
        return new OfficerBarred(day(day), null);
    }

    static OfficerPlacedOnAdvisoryList advised(int day) {
        return new OfficerPlacedOnAdvisoryList(day(day), null);
    }

    static OfficerDelisted delisted(int day) {
        return new OfficerDelisted(day(day), null);
    }

    static PensionForfeited forfeited(int day) {
        return new PensionForfeited(day(day), null);
    }
}

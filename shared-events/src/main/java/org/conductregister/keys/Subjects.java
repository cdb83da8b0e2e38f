package org.conductregister.keys;

import java.util.Collection;
import org.conductregister.entries.FactType;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.Confidential;
import org.conductregister.terms.text.PersonName;

/**
 * The subjects whose keys seal what a fact says: the person for a name, the record for its free texts. The subject of a record's
 * texts is the record itself, {@code case/LAN-2012-0007}; that of an officer's name {@code name/LAN-O-17}, that of words by
 * which a record was found {@code words/case/LAN-2012-0007}.
 */
final class Subjects {

    private static final String OFFICER = "officer/";
    private static final String NAME = "name/";
    private static final String WORDS = "words/";

    private Subjects() {}

    /** Returns the subject of a text that stands on a record. */
    static String of(Confidential text, String record) {
        return text instanceof PersonName ? ofNamesOn(record) : record;
    }

    /** Returns the subject of the names that stand on a record. */
    static String ofNamesOn(String record) {
        return record.startsWith(OFFICER) ? NAME + record.substring(OFFICER.length()) : NAME + record;
    }

    /** Returns the subject of words that a record was found by. */
    static String ofWordsThatFound(String record) {
        return WORDS + record;
    }

    /** Adds the subjects of all texts of a fact. */
    static void addAll(Fact fact, String record, Collection<String> to) {
        for (var text : FactType.of(fact).texts(fact)) {
            if (!text.isErased()) {
                to.add(of(text, record));
            }
        }
        if (fact instanceof EntryCorrected corrected) {
            addAll(corrected.fact(), record, to);
        }
    }
}

package org.conductregister.query.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that people find what they mean by what they type. */
class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "O'Brien, O’Brien",
        "O’Brien, O'Brien",
        "Obrien, O'Brien",
        "O'Brien, obrien",
        "O Brien, o'brien",
        "O'Brien, o brien",
        "OBrien, o brien",
        "O'Brien, brien",
        "Núñez, Nunez",
        "Nunez, Núñez",
        "Nu\u0301n\u0303ez, nunez",
        "Zoë, Zoe",
        "Zoe, zoë",
        "Smith-Jones, smith jones",
        "Smith-Jones, smithjones",
        "Smith-Jones, Jones",
        "Smith Jones, smith-jones",
        "MacDonald, McDonald",
        "Catherine, Kathryn",
        "Stephen, Steven",
        "Smith, Smyth",
        "Whinfell, Winfell",
        "Aldermere, Aldemere",
        "Aldermere, Aldremere",
        "Aldermere, alder",
        "Łukasz, Lukasz",
        "Müller, Muller",
        "François, Francois",
        "Straße, strasse",
        "D’Angelo, dangelo",
        "St. John, st john",
        "Nguyễn, nguyen"
    })
    void aNameIsFoundHoweverItIsSpelt(String name, String typed) {
        var log = new MadeLog();
        log.registered("LAN-O-1", name);
        log.registered("LAN-O-2", "Quarrendale");

        assertThat(MadeIndex.of(log).officers(typed)).containsExactly("LAN-O-1");
    }

    @ParameterizedTest
    @CsvSource({
        "Officer's diary not kept, officers diary",
        "Officer’s diary not kept, officer diary",
        "Records searched, searching records",
        "Records searched, record search",
        "Off-duty conduct, offduty",
        "Off-duty conduct, off duty",
        "Off duty conduct, off-duty",
        "Unwanted messages, unwanted mesages",
        "Unwanted messages, unw",
        "Café visit, cafe",
        "a café—late, late cafe",
        "Report to the station, the station"
    })
    void aTitleIsFoundByItsWordsHoweverTheyAreSpelt(String title, String typed) {
        var log = new MadeLog();
        log.opened("C1", title);
        log.opened("C2", "Something else");

        assertThat(MadeIndex.of(log).cases(typed)).containsExactly("C1");
    }

    @ParameterizedTest
    @CsvSource({
        "LAN-2012-0007, LAN-2012-0007",
        "LAN-2012-0007, lan-2012-0007",
        "LAN-2012-0007, LAN 2012 0007",
        "LAN-2012-0007, lan20120007",
        "LAN-2012-0007, LAN/2012/0007",
        "LAN-2012-0007, 2012-0007",
        "LAN-2012-0007, 0007",
        "LAN-2012-0007, LAN-2012-00",
        "LAN-2012-0007, lan-2012"
    })
    void aCaseIsFoundByItsNumberAndPartsOfIt(String caseId, String typed) {
        var log = new MadeLog();
        log.opened(caseId, null);
        log.opened("KEN-2013-0008", null);

        assertThat(MadeIndex.of(log).cases(typed)).containsExactly(caseId);
    }

    @ParameterizedTest
    @CsvSource({
        "CO 12/19, CO 12/19",
        "CO 12/19, co 12/19",
        "CO 12/19, co1219",
        "CO 12/19, CO-12-19",
        "CO 12/19, 12/19",
        "LAN/2026/001, LAN/2026/001",
        "LAN/2026/001, lan 2026 001",
        "LAN/2026/001, 2026/001",
        "LAN/2026/001, lan/20"
    })
    void aCaseIsFoundByTheNumberThatOthersGiveIt(String reference, String typed) {
        var log = new MadeLog();
        log.openedAs("C1", reference);
        log.openedAs("C2", "XY 99/98");

        assertThat(MadeIndex.of(log).cases(typed)).containsExactly("C1");
    }

    @ParameterizedTest
    @CsvSource({
        "harassment",
        "sexual harassment",
        "Harrassment",
        "sexual harasment",
        "SEXUAL_HARASSMENT",
        "harass",
        "lancashire harassment",
        "the harassment"
    })
    void aCaseIsFoundByTheWordsOfItsCategory(String typed) {
        var log = new MadeLog();
        log.opened("C1", null);
        log.reported("C1", "SEXUAL_HARASSMENT", null, null);
        log.opened("C2", null);
        log.reported("C2", "NEGLECT_OF_DUTY", null, null);

        assertThat(MadeIndex.of(log).cases(typed)).containsExactly("C1");
    }

    @Test
    void aNumberIsNotTakenForAnother() {
        var log = new MadeLog();
        log.opened("LAN-2012-0007", null);

        assertThat(MadeIndex.of(log).cases("LAN-2012-0008")).isEmpty();
    }

    @Test
    void whatHasNoLetterAndNoDigitFindsNothing() {
        var log = new MadeLog();
        log.opened("C1", "A title");

        assertThat(MadeIndex.of(log).cases("… !")).isEmpty();
    }
}

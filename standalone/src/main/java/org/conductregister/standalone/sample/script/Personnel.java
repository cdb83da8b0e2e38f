package org.conductregister.standalone.sample.script;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;

/** Makes up people. Their surnames are invented or rare: a name is anybody's by chance alone. */
public final class Personnel {

    private static final List<String> FIRST_NAMES = names("""
            Aaron Abigail Adam Aisha Alan Amanda Andrew Angela Arjun Barbara Benjamin Beth Callum Carol
            Catherine Christopher Claire Craig Daniel Dean Deborah Edward Eleanor Farah Gareth Gemma Graham
            Hannah Harpreet Ian Imran Jack Joanne Kelly Kenneth Kwame Laura Lee Louise Marcus Martin
            Michelle Nathan Nicola Oliver Patrick Priya Rachel Rhys Robert Samantha Sean Stephen Thomas
            Tracey Victoria Wendy William Yusuf Zoe""");

    private static final List<String> SURNAMES = names("""
            Aldermere Ashgrave Barrowick Bellhanger Birkstow Brackenlow Brindlecote Calderholt Carrowby
            Chalkmoor Cobbleshaw Crowdale Dapplemere Dunmarsh Eastergill Elmsthwaite Farrowend Fennimoss
            Foxlease Garstonby Gillowfield Greyhallow Hagglethorpe Harrowmead Hazelrig Hollinstead
            Inglemoor Kestrelby Kirkwhin Larkenshaw Lintonmere Lowbarrow Marrowdale Millgarth Mosswick
            Netherclough Nordlow Oakenshade Ottergill Pebbleham Quarrendale Ravenhope Redfallow Rooksbarrow
            Rushenden Saltmarket Scarthwick Sedgelow Silverbeck Stonecroft Swallowfen Tansybrook Thornwell
            Underwold Vexley Wainstead Wethercote Whinfell Withycroft Yarrowby""");

    private static final List<String> POSTS =
            List.of("Call handler", "Detention officer", "Enquiry officer", "Investigator", "Intelligence analyst");

    private final EntryCollector collector;
    private final SeededRandom random;

    Personnel(EntryCollector collector, SeededRandom random) {
        this.collector = collector;
        this.random = random;
    }

    /** Somebody who serves when {@code day} comes, and is registered then. */
    public Officer anybody(Force force, LocalDate day) {
        return registered(force, workforce(), day);
    }

    public Officer policeOfficer(Force force, LocalDate day) {
        return registered(force, Workforce.POLICE_OFFICER, day);
    }

    public Officer registered(Force force, Workforce workforce, LocalDate day) {
        var officer = unregistered(force, workforce);
        var joinedOn = random.workingDay(day.minusYears(25), day.minusYears(1));
        var fact = new OfficerRegistered(joinedOn, force.code(), workforce, position(workforce), officer.name(), null);
        collector.log(day, officer.record(), fact);
        return officer;
    }

    /** Somebody whom the force has named in a case but not registered. */
    public Officer unregistered(Force force, Workforce workforce) {
        return new Officer(collector.newOfficer(force), force, workforce, name());
    }

    private Label position(Workforce workforce) {
        return new Label(
                switch (workforce) {
                    case POLICE_OFFICER -> rank();
                    case SPECIAL_CONSTABLE -> "Special Constable";
                    case COMMUNITY_SUPPORT_OFFICER -> "Community Support Officer";
                    case POLICE_STAFF -> random.oneOf(POSTS);
                    case CONTRACTOR -> "Contractor";
                    case VOLUNTEER -> "Volunteer";
                });
    }

    private Workforce workforce() {
        int of100 = random.between(1, 100);
        if (of100 <= 78) {
            return Workforce.POLICE_OFFICER;
        }
        if (of100 <= 90) {
            return Workforce.POLICE_STAFF;
        }
        return of100 <= 96 ? Workforce.COMMUNITY_SUPPORT_OFFICER : Workforce.SPECIAL_CONSTABLE;
    }

    private String rank() {
        int of100 = random.between(1, 100);
        if (of100 <= 62) {
            return random.percent(75) ? "Constable" : "Detective Constable";
        }
        if (of100 <= 86) {
            return random.percent(70) ? "Sergeant" : "Detective Sergeant";
        }
        return of100 <= 96 ? "Inspector" : "Chief Inspector";
    }

    private PersonName name() {
        return new PersonName(random.oneOf(FIRST_NAMES) + " " + random.oneOf(SURNAMES));
    }

    private static List<String> names(String words) {
        return List.of(words.split("\\s+"));
    }
}

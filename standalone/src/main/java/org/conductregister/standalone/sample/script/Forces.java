package org.conductregister.standalone.sample.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;

/** The 43 territorial forces of England and Wales. */
public final class Forces {

    public static final List<Force> ALL = List.of(
            force("AVON_AND_SOMERSET", "AVS", 32),
            force("BEDFORDSHIRE", "BED", 14),
            force("CAMBRIDGESHIRE", "CAM", 16),
            force("CHESHIRE", "CHE", 23),
            force("CITY_OF_LONDON", "COL", 9),
            force("CLEVELAND", "CLE", 15),
            force("CUMBRIA", "CUM", 13),
            force("DERBYSHIRE", "DER", 20),
            force("DEVON_AND_CORNWALL", "DAC", 34),
            force("DORSET", "DOR", 13),
            force("DURHAM", "DUR", 12),
            force("DYFED_POWYS", "DYP", 12),
            force("ESSEX", "ESX", 36),
            force("GLOUCESTERSHIRE", "GLO", 12),
            force("GREATER_MANCHESTER", "GMP", 77),
            force("GWENT", "GWE", 14),
            force("HAMPSHIRE", "HAM", 33),
            force("HERTFORDSHIRE", "HER", 22),
            force("HUMBERSIDE", "HUM", 21),
            force("KENT", "KEN", 39),
            force("LANCASHIRE", "LAN", 34),
            force("LEICESTERSHIRE", "LEI", 22),
            force("LINCOLNSHIRE", "LIN", 11),
            force("MERSEYSIDE", "MER", 40),
            force("METROPOLITAN_POLICE", "MPS", 330),
            force("NORFOLK", "NOR", 18),
            force("NORTHAMPTONSHIRE", "NTH", 15),
            force("NORTHUMBRIA", "NBR", 36),
            force("NORTH_WALES", "NWP", 16),
            force("NORTH_YORKSHIRE", "NYP", 16),
            force("NOTTINGHAMSHIRE", "NOT", 23),
            force("SOUTH_WALES", "SWP", 33),
            force("SOUTH_YORKSHIRE", "SYP", 29),
            force("STAFFORDSHIRE", "STA", 18),
            force("SUFFOLK", "SUF", 13),
            force("SURREY", "SUR", 21),
            force("SUSSEX", "SSX", 30),
            force("THAMES_VALLEY", "TVP", 48),
            force("WARWICKSHIRE", "WAR", 11),
            force("WEST_MERCIA", "WMC", 24),
            force("WEST_MIDLANDS", "WMP", 78),
            force("WEST_YORKSHIRE", "WYP", 58),
            force("WILTSHIRE", "WIL", 11));

    public static final Force LANCASHIRE = named("LANCASHIRE");

    private Forces() {}

    public static Force named(String code) {
        return ALL.stream()
                .filter(force -> force.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no force " + code));
    }

    public static List<Force> allBut(Force left) {
        return ALL.stream().filter(force -> !force.equals(left)).toList();
    }

    public static ForceCodes codes() {
        return new ForceCodes(ALL.stream().map(Force::code).toList());
    }

    /** One force for each of so many cases, in proportion to size, in no order. */
    public static List<Force> share(int cases, List<Force> among, SeededRandom random) {
        int whole = among.stream().mapToInt(Force::size).sum();
        var shares = new ArrayList<Force>(cases);
        for (var force : among) {
            for (int i = 0; i < cases * force.size() / whole; i++) {
                shares.add(force);
            }
        }
        var byRemainder = among.stream()
                .sorted(Comparator.comparingInt((Force force) -> cases * force.size() % whole)
                        .reversed())
                .toList();
        for (int i = 0; shares.size() < cases; i++) {
            shares.add(byRemainder.get(i));
        }
        return random.shuffled(shares);
    }

    private static Force force(String code, String prefix, int size) {
        return new Force(new ForceCode(code), prefix, size);
    }
}

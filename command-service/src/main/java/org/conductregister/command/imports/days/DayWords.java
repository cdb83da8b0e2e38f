package org.conductregister.command.imports.days;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words in days: months, whole or shortened to three letters at least, and weekdays, in English and the languages of
 * neighbours. Accents and capitals do not count. A word that is the beginning of different months, as "jui" is of the French
 * June and July, is none. Immutable; a word costs a look-up.
 */
final class DayWords {

    private static final int SHORTEST = 3;

    /** The months of a language from January on; two spellings are parted by a slash. */
    private static final List<String> MONTHS = List.of(
            "january february march april may june july august september october november december",
            "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
            "januar/janner februar/feber marz/maerz april mai juni juli august september oktober november dezember",
            "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "januari februari maart/mrt april mei juni juli augustus september oktober november december",
            "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
            "styczen/stycznia luty/lutego marzec/marca kwiecien/kwietnia maj/maja czerwiec/czerwca lipiec/lipca"
                    + " sierpien/sierpnia wrzesien/wrzesnia pazdziernika listopada grudzien/grudnia",
            "januari februari mars april maj juni juli augusti september oktober november december",
            "januar februar marts april maj juni juli august september oktober november december/desember",
            "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr");

    private static final List<String> WEEKDAYS = List.of(
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
            "lunes martes miercoles jueves viernes sabado domingo",
            "lunedi martedi mercoledi giovedi venerdi sabato domenica",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
            "poniedzialek wtorek sroda czwartek piatek sobota niedziela",
            "mandag tisdag/tirsdag onsdag torsdag fredag lordag sondag");

    private static final Map<String, Integer> WHOLE = new HashMap<>();
    private static final Map<String, Integer> BEGINNINGS = new HashMap<>();
    private static final Set<String> WEEKDAY = new HashSet<>();

    /** The first letters of all words that stand in a day. */
    private static final Set<String> FIRST_LETTERS =
            new HashSet<>(Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"));

    static {
        for (var language : MONTHS) {
            var months = parts(language, ' ');
            for (int month = 1; month <= months.size(); month++) {
                for (var name : parts(months.get(month - 1), '/')) {
                    add(name, month);
                }
            }
        }
        for (var language : WEEKDAYS) {
            WEEKDAY.addAll(parts(language.replace('/', ' '), ' '));
        }
    }

    private DayWords() {}

    private static List<String> parts(String text, char separator) {
        return List.of(text.split(Pattern.quote(String.valueOf(separator)), -1));
    }

    private static void add(String name, int month) {
        WHOLE.put(name, month);
        FIRST_LETTERS.add(name.substring(0, SHORTEST));
        for (int length = SHORTEST; length <= name.length(); length++) {
            BEGINNINGS.merge(name.substring(0, length), month, (one, other) -> one.equals(other) ? one : (Integer) 0);
        }
    }

    /** Returns the month of this name or beginning of one, from 1; 0 where it is none. */
    static int month(String word) {
        if (word.length() < SHORTEST) {
            return 0;
        }
        var folded = folded(word);
        var whole = WHOLE.get(folded);
        return whole == null ? BEGINNINGS.getOrDefault(folded, 0) : whole;
    }

    /** Whether a word is a weekday of another language than English. */
    static boolean isWeekday(String word) {
        return WEEKDAY.contains(folded(word));
    }

    /** Whether the three letters from a place on may begin a word that stands in a day. */
    static boolean mayBeginAt(String text, int from) {
        return FIRST_LETTERS.contains(folded(text.substring(from, from + SHORTEST)));
    }

    private static String folded(String word) {
        boolean plain = word.chars().allMatch(letter -> letter < 128);
        var letters =
                plain ? word : Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return letters.toLowerCase(Locale.ROOT);
    }
}

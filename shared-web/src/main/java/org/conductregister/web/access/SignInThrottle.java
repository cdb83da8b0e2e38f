package org.conductregister.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing passwords slower and slower: after some that were wrong, the next is looked at only after a wait that doubles
 * each time, up to a minute. Wrong ones are counted
 *
 * <ul>
 *   <li>for a user from an address: {@value #FREE_FOR_A_PAIR} are free, and one where many were wrong for that user from anywhere;
 *   <li>for an address whatever the user: {@value #FREE_FOR_AN_ADDRESS} are free. It does not hold for a user who has signed in
 *       from there before, since the people of one office have one address.
 * </ul>
 *
 * So nobody is kept out by what others try from elsewhere: the first attempt from another address is always looked at. All is
 * forgotten a quarter of an hour after the last wrong one. Thread-safe.
 */
final class SignInThrottle {

    static final int FREE_FOR_A_PAIR = 5;
    static final int FREE_FOR_AN_ADDRESS = 30;
    static final int MANY_FOR_A_USER = 20;

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    /** The rest of it with which it begins anew, so that not each call of a program writes it. */
    private static final Duration KNOWN_ANEW = KNOWN_FOR.minusDays(1);

    private static final int MOST = 50_000;

    private final Clock clock;
    /** Changed by one thread at a time, and read by any: whoever is let in waits for nobody. */
    private final Map<Key, Failures> failures = new ConcurrentHashMap<>();

    private final Map<Key, Instant> knownUntil = new ConcurrentHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** The user, the address or both of an attempt; empty where it is whatever they are. */
    private record Key(String user, String address) {}

    /** @param next from when on another attempt is looked at */
    private record Failures(int count, Instant last, Instant next) {}

    /** Returns the time to wait before another attempt is looked at; zero where there is none. */
    Duration toWait(String user, String address) {
        var now = clock.instant();
        var from = network(address);
        var ofPair = until(new Key(user, from), now);
        var ofAddress = isKnown(user, from, now) ? Duration.ZERO : until(new Key("", from), now);
        return ofPair.compareTo(ofAddress) > 0 ? ofPair : ofAddress;
    }

    /** Whether a user has to wait there by themselves, whatever others tried; of the empty name, whether the address has to. */
    boolean slows(String user, String address) {
        return !until(new Key(user, network(address)), clock.instant()).isZero();
    }

    /** Whether the next wrong password from there, for whatever user but those known there, makes the address wait. */
    boolean suspects(String user, String address) {
        var now = clock.instant();
        var from = network(address);
        var known = failures.get(new Key("", from));
        return known != null
                && !isForgotten(known, now)
                && known.count() >= FREE_FOR_AN_ADDRESS - 1
                && !isKnown(user, from, now);
    }

    private Duration until(Key key, Instant now) {
        var known = failures.get(key);
        return known == null || !known.next().isAfter(now) ? Duration.ZERO : Duration.between(now, known.next());
    }

    private boolean isKnown(String user, String network, Instant now) {
        var until = knownUntil.get(new Key(user, network));
        return until != null && until.isAfter(now);
    }

    synchronized void failed(String user, String address) {
        var now = clock.instant();
        makeRoom(now);
        var from = network(address);
        int ofUser = count(new Key(user, ""), Integer.MAX_VALUE, now);
        boolean attacked = ofUser >= MANY_FOR_A_USER && !isKnown(user, from, now);
        count(new Key(user, from), attacked ? 1 : FREE_FOR_A_PAIR, now);
        count(new Key("", from), FREE_FOR_AN_ADDRESS, now);
    }

    void succeeded(String user, String address) {
        var now = clock.instant();
        var pair = new Key(user, network(address));
        var known = knownUntil.get(pair);
        if (failures.containsKey(pair) || known == null || known.isBefore(now.plus(KNOWN_ANEW))) {
            know(pair, now);
        }
    }

    private synchronized void know(Key pair, Instant now) {
        makeRoom(now);
        failures.remove(pair);
        knownUntil.put(pair, now.plus(KNOWN_FOR));
    }

    private int count(Key key, int free, Instant now) {
        var before = failures.get(key);
        int count = before == null || isForgotten(before, now) ? 1 : before.count() + 1;
        failures.put(key, new Failures(count, now, now.plus(wait(count - free))));
        return count;
    }

    private static Duration wait(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(beyond, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** Beyond the most that is remembered, what slows least goes: an attacker cannot push out their own count by many names. */
    private void makeRoom(Instant now) {
        if (failures.size() >= MOST) {
            failures.values().removeIf(each -> isForgotten(each, now));
        }
        for (int least = 1; failures.size() >= MOST; least *= 2) {
            int most = least;
            failures.values().removeIf(each -> each.count() <= most);
        }
        if (knownUntil.size() >= MOST) {
            knownUntil.values().removeIf(until -> !until.isAfter(now));
        }
        if (knownUntil.size() >= MOST) {
            knownUntil.clear();
        }
    }

    private static boolean isForgotten(@Nullable Failures known, Instant now) {
        return known == null || known.last().plus(FORGOTTEN).isBefore(now);
    }

    /** Returns the address itself, and of IPv6 the first half, for whoever has one address has the whole of that network. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var groups = new StringBuilder();
        int count = 0;
        for (var group : address.split(":", -1)) {
            if (count == 4 || (group.isEmpty() && count > 0)) {
                break;
            }
            groups.append(group).append(':');
            count++;
        }
        return groups + ":/64";
    }
}

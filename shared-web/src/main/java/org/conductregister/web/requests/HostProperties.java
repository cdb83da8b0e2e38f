package org.conductregister.web.requests;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names by which browsers and programs reach the register.
 *
 * @param hosts without ports; where there are none, a register that listens on this machine alone, behind no proxy, is known by the
 *     machine's own names, and any other by whatever it is called
 */
@ConfigurationProperties("register")
record HostProperties(@DefaultValue List<String> hosts) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    /**
     * Returns the names that are taken, in lower case; empty where all are.
     *
     * @param address where the server listens; null for everywhere
     * @param proxied whether forwarded headers of a proxy are believed
     */
    Set<String> taken(@Nullable String address, boolean proxied) {
        if (!hosts.isEmpty()) {
            return hosts.stream()
                    .map(host -> host.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
        return isThisMachine(address) && !proxied ? THIS_MACHINE : Set.of();
    }

    private static boolean isThisMachine(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notHere) {
            return false;
        }
    }
}

package org.conductregister.web.load;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many reads are answered at once.
 *
 * @param atOnce 0 for {@value #A_CORE} a core
 */
@ConfigurationProperties("register.reads")
public record ReadProperties(@DefaultValue("0") int atOnce) {

    static final int A_CORE = 2;

    /** The number of places of reads that have waited for a view: half as many. */
    int resumed() {
        return Math.max(1, places() / 2);
    }

    int places() {
        return atOnce > 0 ? atOnce : A_CORE * Runtime.getRuntime().availableProcessors();
    }
}

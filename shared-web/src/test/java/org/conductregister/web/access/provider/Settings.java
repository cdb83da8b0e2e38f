package org.conductregister.web.access.provider;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of a provider, bound as a service binds them. */
final class Settings {

    private static final Map<String, String> USUAL = Map.of(
            "issuer", "https://login.example.org/realm",
            "client-id", "register-pages",
            "client-secret", "a secret",
            "audience", "register",
            "address", "https://register.example.org");

    private Settings() {}

    /** The usual ones, and these in their place or beside them. */
    static ProviderProperties with(Map<String, String> more) {
        var all = new HashMap<String, String>();
        USUAL.forEach((name, value) -> all.put("register.provider." + name, value));
        more.forEach((name, value) -> all.put("register.provider." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("register.provider", ProviderProperties.class)
                .get();
    }
}

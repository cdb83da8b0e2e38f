package org.conductregister.standalone;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a command of the jar, such as {@code verify --data DIR}. */
final class CommandOptions {

    private CommandOptions() {}

    /**
     * Reads {@code --name value} and {@code --name=value}.
     *
     * @param names of the options that the command has
     * @param arguments the command, and what follows it
     * @return the values by name; null where anything else is there
     */
    static @Nullable Map<String, String> read(Set<String> names, String... arguments) {
        var options = new HashMap<String, String>();
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            if (!names.contains(parts[0]) || (parts.length == 1 && i + 1 == arguments.length)) {
                return null;
            }
            options.put(parts[0], parts.length == 2 ? parts[1] : arguments[++i]);
        }
        return options;
    }
}

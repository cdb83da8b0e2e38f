package org.conductregister.web.accesslog;

import java.nio.file.Path;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how who looks at what is kept.
 *
 * @param file a file of SQLite, made where there is none; null for tables in the database of the events
 * @param required whether nobody may look at anything while it cannot be kept
 * @param keep for how long, such as {@code 7y}; null for ever
 */
@ConfigurationProperties("register.access-log")
record AccessLogProperties(
        @Nullable Path file,
        @DefaultValue("true") boolean required,
        @Nullable Period keep) {}

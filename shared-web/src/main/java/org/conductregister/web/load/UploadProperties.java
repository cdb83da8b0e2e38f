package org.conductregister.web.load;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be uploaded. What is kept of it leaves {@code register.reserve} free on the disk.
 *
 * @param largest the size of one upload by a program, as it is sent
 * @param atOnce how many of one user may arrive at the same time
 * @param ofAll how many of all users may
 * @param total the size of all files together that were sent and are kept, until they are recorded
 */
@ConfigurationProperties("register.uploads")
public record UploadProperties(
        @DefaultValue("4GB") DataSize largest,
        @DefaultValue("3") int atOnce,
        @DefaultValue("20") int ofAll,
        @DefaultValue("20GB") DataSize total) {}

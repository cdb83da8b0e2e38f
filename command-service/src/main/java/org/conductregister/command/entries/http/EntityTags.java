package org.conductregister.command.entries.http;

import java.util.List;
import java.util.regex.Pattern;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A record's version as an entity tag: {@code "7"} is the record with seven entries. */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * @return the version that {@code If-Match} names; null where there is no header, or any version will do
     * @throws org.conductregister.web.ProblemException when it names none
     */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "IF_MATCH_INVALID",
                            "If-Match must be one entity tag as given by ETag, such as \"7\".",
                            List.of())
                    .exception();
        }
        return Long.valueOf(tag.group(1));
    }
}

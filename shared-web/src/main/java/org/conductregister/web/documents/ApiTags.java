package org.conductregister.web.documents;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;

/** The groups that the calls of the API are in. */
public final class ApiTags {

    public static final String LOGGING = "Logging";
    public static final String IMPORTS = "Imports";
    public static final String CODE_LISTS = "Code lists";
    public static final String RECORDS = "Records";
    public static final String STATISTICS = "Statistics";
    public static final String LOG = "Log";
    public static final String INTEGRITY = "Integrity";
    public static final String VIEWS = "Views";
    public static final String USERS = "Users";
    public static final String PERSONAL_DATA = "Personal data";

    static final List<Tag> ALL = List.of(
            tag(LOGGING, "State facts about cases, officers and recommendations, and ask which may be stated next."),
            tag(IMPORTS, "Send files of entries, and follow how far they are."),
            tag(CODE_LISTS, "The codes that entries may use, which administrators extend."),
            tag(RECORDS, "Cases, officers and recommendations as at a day, as known at an instant."),
            tag(STATISTICS, "How many, over time, in comparison, and which."),
            tag(LOG, "The immutable log, entry by entry."),
            tag(INTEGRITY, "The proof that the log is what it was: checkpoints, tiles and proofs."),
            tag(VIEWS, "How the views of the log do, and what can be done about one that does badly."),
            tag(PERSONAL_DATA, "Hold the personal data of a record, or erase it for good."),
            tag(USERS, "Who may sign in, with which roles and for which forces."));

    private ApiTags() {}

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}

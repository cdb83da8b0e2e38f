package org.conductregister.query.analysts;

import org.conductregister.platform.people.Role;
import org.conductregister.web.access.Visitor;
import org.springframework.stereotype.Component;

/** Whether the person for whom the present thread answers is an analyst who may see no person. Thread-safe. */
@Component
public class AnalystReader {

    private final Visitor visitor;
    private final AnalystProperties settings;

    AnalystReader(Visitor visitor, AnalystProperties settings) {
        this.visitor = visitor;
        this.settings = settings;
    }

    /** Whether they are one: tables are limited for them. */
    public boolean isLimited() {
        return visitor.is(Role.ANALYST) && !visitor.is(Role.HANDLER) && !visitor.is(Role.AUDITOR);
    }

    /** Whether small counts are not told to them. */
    boolean isProtected() {
        return settings.isProtected() && isLimited();
    }
}

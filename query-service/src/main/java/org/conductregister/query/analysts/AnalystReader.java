package org.conductregister.query.analysts;

import java.util.function.Predicate;
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
        return seesNobody(visitor::is);
    }

    /** Whether somebody of some roles is an analyst who may see no person. */
    public static boolean seesNobody(Predicate<Role> roles) {
        return roles.test(Role.ANALYST) && !roles.test(Role.HANDLER) && !roles.test(Role.AUDITOR);
    }

    /** Whether small counts are not told to them. */
    boolean isProtected() {
        return settings.isProtected() && isLimited();
    }
}

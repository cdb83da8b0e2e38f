package org.conductregister.query.retention;

import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.ReadParameters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with the cases that are due, from which administrators go on to the erasure of each. */
@Controller
class RetentionPage {

    private static final int PAGE = 50;

    private final DueCases due;
    private final ReadParameters times;

    RetentionPage(DueCases due, ReadParameters times) {
        this.due = due;
        this.times = times;
    }

    @GetMapping("/retention")
    String show(Parameters parameters, Model page) {
        var asked = times.times(parameters);
        long from = parameters.number("from", 0, 0, Long.MAX_VALUE);
        parameters.refuseFaults();
        page.addAttribute("due", due.page(asked, from, PAGE));
        page.addAttribute("isFirst", from == 0);
        return "operations/retention";
    }
}

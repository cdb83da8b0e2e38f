package org.conductregister.query.worklist;

import java.util.Arrays;
import java.util.List;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.web.pages.Pagination;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class WorklistPage {

    private static final int SIZE = 25;

    private final Worklist worklist;
    private final PageTimes times;

    WorklistPage(Worklist worklist, PageTimes times) {
        this.worklist = worklist;
        this.times = times;
    }

    /** One of the lists, and how long it is. */
    record Counted(Task task, String heading, long count, boolean current) {}

    @GetMapping("/worklist")
    ModelAndView worklist(Parameters parameters) {
        var chosen = parameters.choice("list", Task.class);
        int number = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        long atLeast = parameters.number("atLeast", 0, 0, Long.MAX_VALUE);
        parameters.refuseFaults();
        var now = worklist.now(times.now(atLeast));
        var task = chosen == null ? firstWithWork(now) : chosen;

        var found = worklist.of(task, now, (long) number * SIZE, SIZE);
        var page = new ModelAndView("casework/worklist");
        page.addObject("task", task);
        page.addObject("about", task.about(worklist.quietDays()));
        page.addObject("lists", lists(task, now));
        page.addObject("items", found.items());
        page.addObject("today", times.today());
        page.addObject(
                "pages",
                Pagination.of(found.total(), number, SIZE, each -> "/worklist?list=%s&page=%d".formatted(task, each)));
        return page;
    }

    private Task firstWithWork(PointInTime now) {
        return Arrays.stream(Task.values())
                .filter(task -> worklist.of(task, now, 0, 0).total() > 0)
                .findFirst()
                .orElse(Task.CLOSE);
    }

    private List<Counted> lists(Task current, PointInTime now) {
        return Arrays.stream(Task.values())
                .map(task -> new Counted(
                        task, task.heading(), worklist.of(task, now, 0, 0).total(), task == current))
                .toList();
    }
}

package org.conductregister.query.start;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.platform.RegisterDay;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says what is running, and what is pending and closed as at a day. */
@Controller
class StartPage {

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final StatisticsEngine statistics;
    private final Clock clock;

    StartPage(StatisticsEngine statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** One unit's row of the table. */
    record Row(String unit, long pending, long closed, long total) {}

    @GetMapping("/")
    String start(
            @RequestParam(name = "asAt", required = false) @Nullable String asked, HttpServletRequest who, Model page) {
        var asAt = day(asked);
        boolean readable = asAt != null;
        var shown = readable ? asAt : today();
        var head = statistics.head().now();
        page.addAttribute("asked", asked == null ? shown.toString() : asked);
        page.addAttribute("fault", !readable);
        page.addAttribute("asAtInWords", IN_WORDS.format(shown));
        page.addAttribute("position", head.position());
        page.addAttribute("user", who.getRemoteUser());
        page.addAttribute("mayCount", !who.isUserInRole("ADMIN"));
        if (!who.isUserInRole("ADMIN")) {
            page.addAttribute("rows", rows(new PointInTime(shown, head.recordedAt())));
        }
        return "start";
    }

    private List<Row> rows(PointInTime times) {
        return List.of(row(Unit.CASES, times), row(Unit.ALLEGATIONS, times), row(Unit.OFFICERS, times));
    }

    private Row row(Unit unit, PointInTime times) {
        var table = statistics.count(new Question(unit, Population.EVERYTHING, List.of("status"), times));
        Map<Object, Long> byStatus = table.groups().stream()
                .collect(Collectors.toMap(group -> group.values().getFirst(), group -> group.count()));
        return new Row(
                unit.word(), byStatus.getOrDefault("PENDING", 0L), byStatus.getOrDefault("CLOSED", 0L), table.total());
    }

    /** The day asked for; null where what was asked is none. */
    private @Nullable LocalDate day(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return today();
        }
        try {
            return LocalDate.parse(asked.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private LocalDate today() {
        return RegisterDay.by(clock);
    }
}

package org.conductregister.query.publications;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.publications.Publications.Sent;
import org.conductregister.query.publications.ReproducedFigures.Change;
import org.conductregister.query.statistics.http.TableCalls;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.tabular.TableText;
import org.conductregister.query.tabular.http.Downloads;
import org.conductregister.web.ProblemException;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.LeastCount;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of published figures, each of them, and the answer to a request as one document. */
@Controller
class PublicationPages {

    static final String PATH = "/statistics/publications";

    private final Publications publications;
    private final PageTimes times;
    private final StatisticsTables tables;
    private final Words words;

    PublicationPages(Publications publications, PageTimes times, StatisticsTables tables, Words words) {
        this.publications = publications;
        this.times = times;
        this.tables = tables;
        this.words = words;
    }

    /**
     * A change in words.
     *
     * @param told whether its entries are told; not where they would tell a small count
     */
    record ChangeRow(
            String group,
            String before,
            String after,
            boolean told,
            List<ReproducedFigures.Entry> entries,
            int entriesInAll) {}

    @GetMapping(PATH)
    String all(Model model) {
        model.addAttribute("publications", publications.all(times.now(0)));
        return "publications/all";
    }

    @GetMapping(PATH + "/{publicationId}")
    String one(@PathVariable String publicationId, Model model) {
        show(publicationId, model, FormFaults.none());
        return "publications/one";
    }

    private void show(String publicationId, Model model, FormFaults faults) {
        var answer = publications.one(publicationId, times.now(0));
        var table = publications.table(publications.published(publicationId));
        model.addAttribute("one", answer);
        model.addAttribute("heading", table.heading());
        model.addAttribute("table", TableText.of(table, words::shortDay, words::count));
        model.addAttribute(
                "changes", answer.changedSince().stream().map(this::row).toList());
        model.addAttribute("downloads", Downloads.of(table.heading().address()));
        model.addAttribute(
                "forPublication", TableCalls.forPublication(table.heading().address(), "/statistics/for-publication"));
        model.addAttribute("faults", faults);
    }

    private ChangeRow row(Change change) {
        var group = change.group().entrySet().stream()
                .map(value -> tables.label(value.getKey()) + ": " + words.value(value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
        boolean told = !hidesAny(change.before()) && !hidesAny(change.after());
        return new ChangeRow(
                group.isEmpty() ? "All" : group,
                figures(change.before()),
                figures(change.after()),
                told,
                told ? change.entries() : List.of(),
                change.entriesInAll());
    }

    private static boolean hidesAny(@Nullable Map<String, Object> figures) {
        return figures != null && LeastCount.hidesAny(figures.values());
    }

    private String figures(@Nullable Map<String, Object> figures) {
        if (figures == null) {
            return "none";
        }
        boolean withDerived = !hidesAny(figures);
        return figures.entrySet().stream()
                .filter(figure -> withDerived || !(figure.getValue() instanceof Double))
                .map(figure -> (figures.size() == 1 ? "" : figure.getKey() + " ") + figure(figure.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String figure(Object figure) {
        return figure instanceof Long count ? words.count(count) : figure.toString();
    }

    /** The question, the table, its definitions, both times and the address, to be printed and sent. */
    @GetMapping(PATH + "/{publicationId}/answer")
    String answer(@PathVariable String publicationId, Model model) {
        show(publicationId, model, FormFaults.none());
        return "publications/answer";
    }

    @PostMapping(PATH)
    String register(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String asAt,
            @RequestParam(defaultValue = "") String knownAt,
            Principal by,
            Model model) {
        try {
            var one = publications.register(new Sent(title, question, query, asAt, knownAt, null), by.getName());
            return "redirect:" + PATH + "/" + one.publicationId() + "?registered";
        } catch (ProblemException e) {
            var faults = FormFaults.none();
            e.problem()
                    .errors()
                    .forEach(fault -> faults.add(
                            field(fault.pointer()), words.label(field(fault.pointer())) + " " + fault.detail()));
            if (e.problem().errors().isEmpty()) {
                throw e;
            }
            model.addAttribute("faults", faults);
            model.addAttribute(
                    "sent",
                    Map.of("title", title, "question", question, "query", query, "asAt", asAt, "knownAt", knownAt));
            return "publications/register";
        }
    }

    private static String field(@Nullable String pointer) {
        return pointer == null ? "title" : pointer.substring(1);
    }

    @PostMapping(PATH + "/{publicationId}/withdrawal")
    String withdraw(
            @PathVariable String publicationId,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            Model model) {
        if (reason.isBlank()) {
            var faults = FormFaults.none();
            faults.add("reason", "Enter why it is withdrawn");
            show(publicationId, model, faults);
            return "publications/one";
        }
        publications.withdraw(publicationId, reason, by.getName());
        return "redirect:" + PATH + "/" + publicationId;
    }
}

package org.conductregister.query.overview;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.tables.MemberReferences;
import org.conductregister.web.pages.Pagination;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which units make up a number. */
@Controller
class MembersPage {

    private static final String PATH = "/statistics/members";
    private static final int PAGE = 50;

    private final StatisticsEngine engine;
    private final AskedCodes codes;
    private final PageTimes pageTimes;
    private final Limits limits;
    private final MemberReferences references;
    private final Words words;
    private final VisibleMembers visible;

    MembersPage(
            StatisticsEngine engine,
            AskedCodes codes,
            PageTimes pageTimes,
            Limits limits,
            MemberReferences references,
            Words words,
            VisibleMembers visible) {
        this.visible = visible;
        this.engine = engine;
        this.codes = codes;
        this.pageTimes = pageTimes;
        this.limits = limits;
        this.references = references;
        this.words = words;
    }

    /**
     * One member.
     *
     * @param reference of its case; null where that has none, or it is in none
     * @param address of its page; null where it has none
     * @param officerId where it is against an officer who is identified
     */
    record Row(
            String name,
            @Nullable String reference,
            @Nullable String address,
            @Nullable String officerId,
            List<String> values) {}

    @GetMapping(PATH)
    String members(HttpServletRequest request, Model model) {
        var page = PageQuestion.read(request.getParameterMap(), engine, codes, pageTimes);
        page.asked().awaitOn(references.head());
        int number = (int) page.parameters().number("page", 0, 0, 10_000_000);
        var found = visible.members(page.by(), Listing.page(page.group(), (long) number * PAGE, PAGE));
        var here = here(page);
        var named = references.of(page.unit(), found.members(), page.by().times());
        var columns = columns(page.unit());
        model.addAttribute("question", page);
        model.addAttribute("title", words.count(found.total()) + " " + page.noun(found.total()));
        model.addAttribute("total", found.total());
        model.addAttribute("limits", limits.of(page));
        model.addAttribute(
                "columns", columns.stream().map(name -> words.label(name)).toList());
        model.addAttribute(
                "rows",
                found.members().stream()
                        .map(member -> row(page.unit(), member, columns, named))
                        .toList());
        model.addAttribute("sentence", pageTimes.sentence(page.asked()));
        model.addAttribute("back", page.likewise("/").toString());
        model.addAttribute(
                "pagination",
                Pagination.of(
                        found.total(), number, PAGE, to -> here.with("page", to).toString()));
        return "overview/members";
    }

    private static Address here(PageQuestion page) {
        var address = page.exactly(PATH);
        for (var limit : page.group().entrySet()) {
            for (var value : limit.getValue()) {
                address = address.with("by." + limit.getKey(), value);
            }
        }
        return address;
    }

    private static List<String> columns(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS -> List.of("category", "force", "reportedYear", "status", "result");
            case CASES -> List.of("kind", "force", "reportedYear", "status", "allegationCount");
            case OFFICERS -> List.of("force", "workforce", "employment", "status", "result");
            case REFERRALS -> List.of("basis", "force", "mode", "referral", "referredYear");
            case RESPONSES -> List.of("force", "response", "grade");
        };
    }

    private Row row(Unit unit, Member member, List<String> columns, Map<String, String> named) {
        var reference = MemberReferences.of(member, named);
        var values = columns.stream()
                .map(name -> words.value(name, member.values().get(name)))
                .toList();
        return switch (unit) {
            case ALLEGATIONS ->
                new Row(
                        member.record() + " · " + member.part(),
                        reference,
                        "/cases/" + member.record(),
                        member.officerId(),
                        values);
            case CASES ->
                new Row(requireNonNull(member.record()), reference, "/cases/" + member.record(), null, values);
            case OFFICERS ->
                new Row(requireNonNull(member.officerId()), null, "/officers/" + member.officerId(), null, values);
            case REFERRALS ->
                new Row(
                        member.record() + " · " + words.shortDay(requireNonNull(member.referredOn())),
                        reference,
                        "/cases/" + member.record(),
                        null,
                        values);
            case RESPONSES ->
                new Row(requireNonNull(member.record()), null, "/recommendations/" + member.record(), null, values);
        };
    }
}

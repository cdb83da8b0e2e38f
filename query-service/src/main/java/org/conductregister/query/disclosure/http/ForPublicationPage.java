package org.conductregister.query.disclosure.http;

import java.util.List;
import org.conductregister.query.disclosure.Decision.NotPublishable;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.DisclosureControl;
import org.conductregister.query.disclosure.PublishedTable;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.tabular.TableText;
import org.conductregister.query.tabular.http.Downloads;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows how a table would be published: what is hidden and why, or what would be safe. Nothing is noted down. */
@Controller
class ForPublicationPage {

    static final String PATH = "/statistics/for-publication";

    private final AskedExports exports;
    private final DisclosureControl disclosure;
    private final ExportTables tables;
    private final Words words;

    ForPublicationPage(AskedExports exports, DisclosureControl disclosure, ExportTables tables, Words words) {
        this.exports = exports;
        this.disclosure = disclosure;
        this.tables = tables;
        this.words = words;
    }

    /** An offer, and the page that shows it. */
    record OfferRow(String words, String address) {}

    @GetMapping(PATH)
    String show(Parameters parameters, Model model) {
        var asked = exports.read(parameters);
        var decision = asked.unchecked() == null
                ? disclosure.preview(asked.question(), asked.rule())
                : disclosure.refusal(asked.unchecked(), asked.question(), asked.rule());
        switch (decision) {
            case Publishable(var table) -> {
                var times = table.question().times();
                var address = parameters.pinned(ExportController.PATH, times.asAt(), times.knownAt());
                var laidOut = tables.laidOut(table, asked.layout(), address);
                model.addAttribute("heading", laidOut.heading());
                model.addAttribute("table", TableText.of(laidOut, words::shortDay, words::count));
                model.addAttribute("rule", table.sentence());
                model.addAttribute("why", why(table));
                model.addAttribute("downloads", Downloads.of(address));
            }
            case NotPublishable refusal -> {
                model.addAttribute("refusal", refusal.why());
                model.addAttribute("offers", offers(asked, refusal));
            }
        }
        return "disclosure/for-publication";
    }

    private List<OfferRow> offers(AskedExports.Asked asked, NotPublishable refusal) {
        return refusal.offers().stream()
                .map(offer -> new OfferRow(offer.words(), ExportController.address(PATH, asked.question(), offer)))
                .toList();
    }

    private String why(PublishedTable table) {
        if (table.rule().isExact()) {
            return "These counts are exact. Use them inside, and do not publish them.";
        } else if (table.rule().isRounding()) {
            return "No count can be worked out more closely than this, from the totals or from tables published before.";
        } else if (table.hidden() == 0) {
            return "Nothing is hidden: no count is small.";
        }
        return "Of %s counts that are not zero, %s are hidden because they are small, and %s more because the small ones could be worked out from them."
                .formatted(
                        words.count(table.occupied()),
                        words.count(table.hiddenSmall()),
                        words.count(table.hidden() - table.hiddenSmall()));
    }
}

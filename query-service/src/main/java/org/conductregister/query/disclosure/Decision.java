package org.conductregister.query.disclosure;

import java.util.List;
import org.conductregister.query.pointintime.PointInTime;

/** Whether a table can leave for publication. */
public sealed interface Decision {

    /** It can, like this. */
    record Publishable(PublishedTable table) implements Decision {}

    /**
     * It cannot.
     *
     * @param why in a sentence
     * @param offers what could be published instead: each was checked like the table itself
     */
    record NotPublishable(String why, List<Offer> offers) implements Decision {

        public NotPublishable {
            offers = List.copyOf(offers);
        }
    }

    /**
     * A table that could be published instead.
     *
     * @param words in a sentence, as an order: "Round to 5."
     * @param groupBy the dimensions to ask for
     * @param rule the rule to ask for
     * @param times both times to ask for
     */
    record Offer(String words, List<String> groupBy, DisclosureRule rule, PointInTime times) {

        public Offer {
            groupBy = List.copyOf(groupBy);
        }
    }
}

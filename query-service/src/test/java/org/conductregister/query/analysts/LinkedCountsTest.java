package org.conductregister.query.analysts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tests by trying all numbers that a count which is not told may be: each small one may be one of several. */
class LinkedCountsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SmallCounts COUNTS = new SmallCounts(5);
    private static final Set<Integer> SMALL = Set.of(1, 2, 3, 4);

    @Property(tries = 200)
    void aTotalTellsNoGroup(@ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 7) Integer> groups) {
        var answer = JSON.createObjectNode();
        answer.put("total", groups.stream().mapToInt(Integer::intValue).sum());
        groups.forEach(count -> answer.withArray("groups").addObject().put("count", count));

        var told = COUNTS.without(answer);

        int untold = 0;
        int rest = told.get("total").asInt(-1);
        for (var group : told.get("groups")) {
            if (group.get("count").isInt()) {
                assertThat(group.get("count").intValue()).isGreaterThanOrEqualTo(5);
                rest -= group.get("count").intValue();
            } else {
                untold++;
            }
        }
        if (untold > 0 && told.get("total").isInt()) {
            assertThat(possible(untold, rest)).as(told.toString()).hasSizeGreaterThan(1);
        }
    }

    /** Returns what each of several small counts may be that add up to a sum. */
    private static Set<Integer> possible(int many, int sum) {
        var possible = new HashSet<Integer>();
        for (int value : SMALL) {
            if (sum - value >= many - 1 && sum - value <= 4 * (many - 1)) {
                possible.add(value);
            }
        }
        return possible;
    }

    @Property(tries = 200)
    void aPeriodTellsNoneOfItsSmallFlows(
            @ForAll @IntRange(max = 8) int start,
            @ForAll @IntRange(max = 8) int received,
            @ForAll @IntRange(max = 8) int closed,
            @ForAll @IntRange(max = 8) int reopened) {
        var period = JSON.createObjectNode()
                .put("start", start)
                .put("received", received)
                .put("closed", closed)
                .put("reopened", reopened)
                .put("end", start + received + reopened - closed);

        var told = (ObjectNode) COUNTS.without(period);

        long untold = told.properties().stream()
                .filter(flow -> !flow.getValue().isInt())
                .count();
        assertThat(untold).as(told.toString()).isNotEqualTo(1);
    }

    @Test
    void aDifferenceTellsNoSmallCount() {
        var told = COUNTS.without(JSON.readTree("""
                {"difference": [{"count": 3, "count2": 20, "difference": 17}, {"count": 20, "count2": 30, "difference": 10}]}"""));

        assertThat(told).isEqualTo(JSON.readTree("""
                {"difference": [{"count": "fewer than 5", "count2": 20, "difference": "not told"},
                                {"count": 20, "count2": 30, "difference": 10}]}"""));
    }

    @Test
    void aShareTellsNoSmallCount() {
        var told = COUNTS.without(JSON.readTree("""
                {"groups": [{"ended": {"count": 10, "median": 3, "shareOver": 0.1}, "open": {"count": 10, "shareOver": 0.5}}]}"""));

        assertThat(told).isEqualTo(JSON.readTree("""
                {"groups": [{"ended": {"count": 10, "median": 3}, "open": {"count": 10, "shareOver": 0.5}}]}"""));
    }
}

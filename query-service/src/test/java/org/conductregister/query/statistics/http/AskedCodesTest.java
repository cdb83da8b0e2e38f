package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.tables.KnownValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests that for everything asked for by a word of a list that grows, somebody has thought which list that is. */
@QueryServiceTest
class AskedCodesTest {

    /** Names of records, and marks that anybody may make: nobody keeps a list of them, so any is taken. */
    private static final Set<String> ON_NO_LIST = Set.of("recommendationId", "tag", "withoutTag");

    @Autowired
    StatisticsEngine engine;

    @Test
    void everyCodeThatCanBeAskedForIsOfAListOrOfNone() {
        var dimensions = Arrays.stream(Unit.values())
                .flatMap(unit -> engine.dimensions(unit).stream())
                .filter(dimension -> dimension.values() == Dimension.Values.CODE)
                .map(Dimension::name);
        var filters = Arrays.stream(Filter.values())
                .filter(filter -> filter.words().isEmpty())
                .map(Filter::parameter);

        var thoughtOf = Stream.concat(KnownValues.LISTS.keySet().stream(), ON_NO_LIST.stream())
                .collect(Collectors.toSet());
        assertThat(Stream.concat(dimensions, filters)).isNotEmpty().allMatch(thoughtOf::contains);
    }
}

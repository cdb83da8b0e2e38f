package org.conductregister.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaginationTest {

    @ParameterizedTest(name = "page {1} of {0} with 10 each: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0      | 0    | ''                        | 0     | 0
            7      | 0    | [1]                       | 1     | 7
            20     | 1    | 1 [2]                     | 11    | 20
            100    | 0    | [1] 2 … 10                | 1     | 10
            100    | 4    | 1 … 4 [5] 6 … 10          | 41    | 50
            100    | 9    | 1 … 9 [10]                | 91    | 100
            181412 | 9000 | 1 … 9000 [9001] 9002 … 18142 | 90001 | 90010
            30     | 8    | 1 … 3                     | 30    | 30
            """)
    void theFirstTheLastAndThoseAroundThisPageAreLinked(long total, int page, String links, long from, long to) {
        var pages = Pagination.of(total, page, 10, number -> "?page=" + number);

        assertThat(pages.links().stream()
                        .map(link -> link.address() == null
                                ? "…"
                                : link.current() ? "[" + link.number() + "]" : String.valueOf(link.number()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(links);
        assertThat(pages.from()).isEqualTo(from);
        assertThat(pages.to()).isEqualTo(to);
    }
}

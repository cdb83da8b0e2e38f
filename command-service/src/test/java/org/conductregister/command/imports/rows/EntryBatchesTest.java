package org.conductregister.command.imports.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.TestKeys;
import org.junit.jupiter.api.Test;

class EntryBatchesTest {

    private static final String IDENTIFIED = """
        {"entryId": "0f8fad5b-d9cb-469f-a165-70867728950e", "type": "CaseClosed", "caseId": "C1", \
        "occurredOn": "2012-03-04", "note": "A text"}
        {"entryId": "0f8fad5b-d9cb-469f-a165-70867728950f", "type": "CaseClosed", "caseId": "C2", \
        "occurredOn": "2012-03-04"}
        """;

    private static Batch read(String lines, DataKeys keys) throws IOException {
        var trees = new NdjsonTrees(new Lines(new ByteArrayInputStream(lines.getBytes(UTF_8))));
        var rows = new RowReader(trees, (list, code) -> true, () -> LocalDate.of(2020, 3, 31));
        return new EntryBatches(rows, new ContentIdentity(keys, ids -> List.of())).next();
    }

    @Test
    void keysOfTextsAreMadeWhenABatchIsReadAndNotOnlyWhenItIsRecorded() throws IOException {
        var keys = TestKeys.newKeys();

        var batch = read(IDENTIFIED, keys);

        assertThat(batch.read()).isEqualTo(2);
        assertThat(keys.withKeys(Set.of("case/C1", "case/C2")))
                .as("the other case has no text")
                .containsExactly("case/C1");
    }
}

package org.conductregister.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {

    @Test
    void isWrittenWithItsKind() {
        assertThat(RecordId.of(new CaseId("LAN-1"))).hasToString("case/LAN-1");
        assertThat(RecordId.of(new OfficerId("LAN-1"))).hasToString("officer/LAN-1");
        assertThat(RecordId.of(new RecommendationId("LAN-1"))).hasToString("recommendation/LAN-1");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(RecordKind kind) {
        var record = new RecordId(kind, "LAN-2012-0007");

        assertThat(RecordId.parse(record.toString())).isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/C1", "case", "caseC1", "cases/C1", "cas/C1", "folk/C1", "case/"})
    void whatNamesNoRecordIsRefused(String stream) {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordId.parse(stream));
    }
}

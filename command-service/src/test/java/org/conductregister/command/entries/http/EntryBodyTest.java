package org.conductregister.command.entries.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.ProblemException;
import org.junit.jupiter.api.Test;

/** From the body of a request to entries, or to the faults of each. */
class EntryBodyTest {

    private static final RecordId CASE = new RecordId(RecordKind.CASE, "C1");
    private static final String CLOSED = "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-02-03\"}";
    private static final String NO_DAY = "{\"type\": \"CaseClosed\"}";
    private static final String NO_KIND = "{\"type\": \"CaseForgotten\"}";

    private final EntryBody body = new EntryBody((list, code) -> true, () -> LocalDate.of(2020, 3, 1));

    @Test
    void oneEntryIsTheWholeBody() {
        var sent = read(CLOSED);

        assertThat(sent.entries()).hasSize(1);
        assertThat(sent.pointer(0)).isEmpty();
    }

    @Test
    void eachOfSeveralHasAPointerOfItsOwn() {
        var sent = read("[" + CLOSED + "," + CLOSED + "]");

        assertThat(sent.entries()).hasSize(2);
        assertThat(sent.pointer(1)).isEqualTo("/1");
    }

    @Test
    void everyFaultOfEveryEntryIsNamed() {
        var problem = refusal("[" + CLOSED + "," + NO_DAY + "," + NO_KIND + "]");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("ENTRY_INVALID");
        assertThat(problem.errors())
                .extracting(Item::pointer, Item::code)
                .containsExactly(tuple("/1/occurredOn", "FIELD_MISSING"), tuple("/2/type", "TYPE_UNKNOWN"));
    }

    @Test
    void theCodeIsThatOfTheFaultsWhereAllHaveTheSame() {
        assertThat(refusal("[" + NO_DAY + "," + NO_DAY + "]").code()).isEqualTo("FIELD_MISSING");
        assertThat(refusal(NO_DAY).code()).isEqualTo("FIELD_MISSING");
        assertThat(refusal(NO_DAY).errors()).extracting(Item::pointer).containsExactly("/occurredOn");
    }

    @Test
    void noMoreThanAHundredFaultsAreNamed() {
        var problem = refusal("[" + String.join(",", Collections.nCopies(150, NO_DAY)) + "]");

        assertThat(problem.errors()).hasSize(100);
        assertThat(problem.errors().getLast().pointer()).isEqualTo("/99/occurredOn");
    }

    @Test
    void anEmptyArrayIsNoEntry() {
        assertThat(refusal("[]").code()).isEqualTo("ENTRY_INVALID");
    }

    @Test
    void anAddressThatIsNoIdentifierIsRefused() {
        assertThat(EntryBody.recordInPath(RecordKind.CASE, "C1")).isEqualTo(CASE);

        var refused =
                catchThrowableOfType(ProblemException.class, () -> EntryBody.recordInPath(RecordKind.CASE, "no id"));

        assertThat(refused.problem().code()).isEqualTo("FIELD_INVALID");
        assertThat(refused.problem().detail()).startsWith("caseId in the address ");
        assertThat(refused.problem().errors()).hasSize(1);
    }

    private EntryBody.Sent read(String json) {
        return body.read(json.getBytes(UTF_8), CASE);
    }

    private Problem refusal(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
    }
}

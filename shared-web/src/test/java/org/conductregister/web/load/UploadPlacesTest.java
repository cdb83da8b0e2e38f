package org.conductregister.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.web.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UploadPlacesTest {

    private final UploadPlaces places =
            new UploadPlaces(new UploadProperties(DataSize.ofGigabytes(1), 2, 3, DataSize.ofGigabytes(1)));

    @Test
    void oneUserSendsSoManyAtOnceAndMoreOnceOneHasArrived() {
        assertThat(places.enter("jane")).isEmpty();
        assertThat(places.enter("jane")).isEmpty();
        assertThat(places.enter("jane")).map(Problem::status).contains(429);
        assertThat(places.enter("john")).isEmpty();

        places.leave("jane");
        assertThat(places.enter("jane")).isEmpty();
    }

    @Test
    void allUsersTogetherSendSoMany() {
        assertThat(places.enter("jane")).isEmpty();
        assertThat(places.enter("john")).isEmpty();
        assertThat(places.enter("june")).isEmpty();
        assertThat(places.enter("jack")).map(Problem::status).contains(503);

        places.leave("june");
        assertThat(places.enter("jack")).isEmpty();
    }
}

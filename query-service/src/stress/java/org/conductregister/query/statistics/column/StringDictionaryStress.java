package org.conductregister.query.statistics.column;

import java.util.stream.IntStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A view of a {@link StringDictionary} that is read from a volatile field shows every string, while the writer goes on and arrays
 * are replaced by larger ones.
 */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet")
@Outcome(id = "16, 0", expect = Expect.ACCEPTABLE, desc = "What fills the first array was published, and is whole")
@Outcome(id = "36, 0", expect = Expect.ACCEPTABLE, desc = "What made the array grow was published, and is whole")
@Outcome(id = "80, 0", expect = Expect.ACCEPTABLE, desc = "All was published, and is whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value is not what was appended")
@State
public class StringDictionaryStress extends PublishedView<StringDictionary.View> {

    private static final int[] PUBLISHED = {16, 36, 80};

    /** Seven bytes each with their length: 36 fill the first chunk of 256 bytes. */
    private static final String[] STRINGS =
            IntStream.range(0, 80).mapToObj(i -> "CASE" + (10 + i)).toArray(String[]::new);

    private final StringDictionary dictionary = new StringDictionary();

    @Actor
    public void writer() {
        write(PUBLISHED, dictionary::view);
    }

    @Actor
    public void reader(II_Result result) {
        read(result);
    }

    @Override
    void append(int number) {
        dictionary.numberOf(STRINGS[number]);
    }

    @Override
    int size(StringDictionary.View view) {
        return view.size();
    }

    @Override
    boolean isRight(StringDictionary.View view, int number) {
        return view.get(number).equals(STRINGS[number]);
    }
}

package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;
import org.conductregister.query.statistics.dimension.AllegationTraits;

class ValueCodecTest {

    private ValueCodec codec;

    @BeforeTry
    void begin() {
        codec = new ValueCodec();
    }

    @Provide
    Arbitrary<Object> values() {
        var strings = Arbitraries.strings().ofMaxLength(5);
        var tags = strings.set().ofMaxSize(3).map(Set::copyOf);
        Arbitrary<Object> simple = Arbitraries.oneOf(
                strings.map(each -> (Object) each), Arbitraries.integers(), Arbitraries.of(true, false));
        return Arbitraries.oneOf(
                simple,
                simple.set().ofMaxSize(4).map(Set::copyOf),
                Combinators.combine(strings, strings, tags).as(AllegationTraits::new));
    }

    @Property(tries = 300)
    void aValueIsReadAsItWasWritten(@ForAll("values") Object value) {
        assertThat(RoundTrip.<Object>of(out -> codec.write(value, out), codec::read))
                .isEqualTo(value);
    }

    @Example
    void equalValuesAreReadAsOneObject() {
        var values = List.of(new AllegationTraits("A", "B", Set.of("T")), new AllegationTraits("A", "C", Set.of("T")));

        var read = RoundTrip.of(
                out -> {
                    for (var value : values) {
                        codec.write(value, out);
                    }
                },
                in -> List.of((AllegationTraits) codec.read(in), (AllegationTraits) codec.read(in)));

        assertThat(read).isEqualTo(values);
        assertThat(read.get(0).category()).isSameAs(read.get(1).category());
        assertThat(read.get(0).tags()).isSameAs(read.get(1).tags());
    }

    @Property(tries = 100)
    void theFormOfASetIsThatOfAnyOtherOrder(@ForAll @Size(max = 6) @UniqueElements List<String> strings) {
        var forwards = new LinkedHashSet<Object>(strings);
        var backwards = new LinkedHashSet<Object>(strings.reversed());
        strings.forEach(each -> forwards.add(new AllegationTraits(each, "", Set.of(each))));
        strings.reversed().forEach(each -> backwards.add(new AllegationTraits(each, "", Set.of(each))));

        assertThat(RoundTrip.saved(out -> codec.write(forwards, out)))
                .isEqualTo(RoundTrip.saved(out -> codec.write(backwards, out)));
    }

    @Example
    void otherTypesAreRefused() {
        assertThatThrownBy(() -> RoundTrip.saved(out -> codec.write(1.5, out)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Double");
        var saved = RoundTrip.saved(out -> out.writeInt('?'));
        RoundTrip.Load<Object> load = codec::read;
        assertThatThrownBy(() -> RoundTrip.load(saved, load)).isInstanceOf(UncheckedIOException.class);
    }
}

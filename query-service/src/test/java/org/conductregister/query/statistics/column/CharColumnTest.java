package org.conductregister.query.statistics.column;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

class CharColumnTest extends ColumnContract<CharColumn, CharColumn.View, Character> {

    @Override
    CharColumn empty() {
        return new CharColumn();
    }

    @Override
    CharColumn loaded(int size, byte[] saved) {
        return RoundTrip.load(saved, in -> CharColumn.load(size, in));
    }

    @Override
    void appendTo(CharColumn to, Character value) {
        to.append(value);
    }

    @Override
    Character anyValue(Random random) {
        return (char) random.nextInt();
    }

    @Override
    List<Character> valuesOf(CharColumn of) {
        return IntStream.range(0, of.size()).mapToObj(of::get).toList();
    }

    @Override
    List<Character> valuesOfView(CharColumn.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }

    @Override
    Character valueAt(CharColumn.View view, int index) {
        return view.get(index);
    }

    @Override
    CharColumn.View view(CharColumn of) {
        return of.view();
    }

    @Override
    CharColumn.View view(CharColumn of, int size) {
        return of.view(size);
    }

    @Override
    RoundTrip.Save saving(CharColumn.View view) {
        return view::save;
    }

    @Override
    List<Character> chunk(CharColumn.View view, int chunk, int values) {
        var read = view.chunk(chunk);
        return IntStream.range(0, values).mapToObj(i -> read[i]).toList();
    }
}

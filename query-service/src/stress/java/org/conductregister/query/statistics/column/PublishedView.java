package org.conductregister.query.statistics.column;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A structure whose writer appends and publishes views through a volatile field, and whose reader finds the last of them.
 * Values are numbered from 0.
 *
 * @param <V> the view
 */
abstract class PublishedView<V> {

    private volatile @Nullable V published;

    /** Appends the value of this number. */
    abstract void append(int number);

    /** How many values a view has. */
    abstract int size(V view);

    /** Whether a value of a view is the one that was appended. */
    abstract boolean isRight(V view, int number);

    /** Appends values, and publishes a view each time there are as many as listed. */
    final void write(int[] sizes, Supplier<V> view) {
        int number = 0;
        for (int size : sizes) {
            while (number < size) {
                append(number++);
            }
            published = view.get();
        }
    }

    /** The size of the view that was found, -1 for none; and how many of its values are not those appended. */
    final void read(II_Result result) {
        var found = published;
        result.r1 = found == null ? -1 : size(found);
        result.r2 = 0;
        for (int number = 0; number < result.r1; number++) {
            if (!isRight(found, number)) {
                result.r2++;
            }
        }
    }
}

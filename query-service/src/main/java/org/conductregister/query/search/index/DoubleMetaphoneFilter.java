package org.conductregister.query.search.index;

import java.io.IOException;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Replaces each term by the one or two codes that the Double Metaphone algorithm gives its sound in English; leaves out terms
 * that have none, such as numbers.
 */
final class DoubleMetaphoneFilter extends TokenFilter {

    /** Two more than usual, since names of several syllables would otherwise sound alike too often. */
    private static final int CODE_LENGTH = 6;

    private final DoubleMetaphone encoder = new DoubleMetaphone();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    /** The second code of the term before; null where it has none. */
    private @Nullable String second;

    DoubleMetaphoneFilter(TokenStream input) {
        super(input);
        encoder.setMaxCodeLen(CODE_LENGTH);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (second != null) {
            term.setEmpty().append(second);
            increment.setPositionIncrement(0);
            second = null;
            return true;
        }
        while (input.incrementToken()) {
            var name = term.toString();
            var first = encoder.doubleMetaphone(name);
            if (first != null && !first.isEmpty()) {
                var other = encoder.doubleMetaphone(name, true);
                second = other.isEmpty() || other.equals(first) ? null : other;
                term.setEmpty().append(first);
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        second = null;
    }
}

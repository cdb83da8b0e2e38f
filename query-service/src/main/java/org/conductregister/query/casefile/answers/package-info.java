/**
 * The answers about one record: its state and its timeline as at a day, as known at an instant.
 *
 * <pre>
 *   RecordReader (times, 404, 503 while views read) --&gt; CaseAnswer, OfficerAnswer, RecommendationAnswer, TimelineAnswer
 * </pre>
 *
 * <p>For example case K-7 as at 1 March 2019, as known on 5 March, is open where its closing on 20 February was logged on 9 March;
 * its timeline as known today has that closing, marked late.
 */
@NullMarked
package org.conductregister.query.casefile.answers;

import org.jspecify.annotations.NullMarked;

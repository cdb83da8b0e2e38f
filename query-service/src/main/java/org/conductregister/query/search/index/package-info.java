/**
 * The search index: a view of the log in Lucene.
 *
 * <pre>
 *   log --apply--> SearchView --commit--> IndexedEntry (one document for each record that an entry can be found by)
 *                                             |
 *                                        SearchIndex      on disk, with the position it speaks for
 *                                             |
 *   SearchWords --> WordQueries (one Lucene query for each word) --> RecordScores (by record) --> Matches
 * </pre>
 *
 * <p>A document is what one entry says of one record: identifiers, names, words and codes as terms, a number for the record,
 * and when it counts, as two intervals. The words of a search may stand in different entries of a record, so each word is
 * looked up by itself, and the records that all words have found are the matches.
 *
 * <h2>An example</h2>
 *
 * <p>At 09:00 a case is opened with the title "Messages to a victim", and at 10:00 that entry is retracted. The document of
 * the first entry has {@code from} 09:00 and no end. The retraction has the documents of the case written anew: now it has
 * {@code until} 10:00. Who searches for "victim" as known at 09:30 finds the case; who searches as known now does not.
 *
 * <p>The index stores no text, only terms: what is shown and highlighted comes from the record's file.
 */
@NullMarked
package org.conductregister.query.search.index;

import org.jspecify.annotations.NullMarked;

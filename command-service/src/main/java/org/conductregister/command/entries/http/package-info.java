/**
 * Entries over HTTP: logs one or several on a record, and answers which the record would take.
 *
 * <pre>
 *   POST …/entries --&gt; EntryBody (JSON, strictly) --&gt; EntryLog --&gt; 201 with ETag, warnings
 *                                                        +--&gt; RefusalAnswers: a problem document for each refusal
 * </pre>
 *
 * <p>For example an entry sent with {@code If-Match: "3"} on a record whose fourth entry is logged already is answered 412.
 */
@NullMarked
package org.conductregister.command.entries.http;

import org.jspecify.annotations.NullMarked;

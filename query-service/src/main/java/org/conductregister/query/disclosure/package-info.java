/**
 * Disclosure control: what keeps a table that leaves for publication from telling of single people.
 *
 * <p>{@link org.conductregister.query.disclosure.DisclosureControl} decides. Small counts are hidden, and so many others that
 * nobody works them out ({@code hiding}), or everything is rounded. Before a table is released, {@code attack} plays a reader who
 * knows the rule, every margin and every table published before, and looks for small counts that have too few possible values.
 * Where one is found more is hidden; where that does not help the table is refused, with what would pass.
 *
 * <pre>
 *  question --&gt; CountedTables --&gt; TableDraft: hide --&gt; ReaderKnowledge: what readers know --&gt; SafetyCheck
 *                    |                 ^                        ^                               |
 *        who is in both tables         |               ReleasedTables                          |
 *                                      +---- hide more ---- too few values --------------------+
 *                                                                    enough --&gt; PublishedTable, noted in ReleasedTables
 * </pre>
 *
 * <p>A worked example: "force by year" shows KENT [c] [c] 9 for 3 and 6. Next day one more of the first is known, 4 and 6. Whoever
 * knows that one was added and sees a 6 would know the 3 of yesterday, so the 6 stays hidden as long as the small one beside it
 * has not changed by more than anybody can follow.
 */
@NullMarked
package org.conductregister.query.disclosure;

import org.jspecify.annotations.NullMarked;

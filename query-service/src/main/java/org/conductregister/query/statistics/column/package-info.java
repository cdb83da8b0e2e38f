/**
 * The structures that points lie in: growing columns, dictionaries and indexes. Each has one writer, which appends, and any
 * number of readers, which hold views.
 *
 * <h2>Writers and views</h2>
 *
 * A structure is its writer's own. {@code view()} makes a view of it in O(1): the arrays as they are now, and how much of them
 * has been written. The writer goes on appending behind that size, to the same arrays, and replaces an array that is full
 * with a larger one; neither changes what a view shows. A view must be published safely, by a write to a volatile field after
 * it was made; then no read needs a fence or a lock. Bounds are checked by assertions only. Two structures do change what was
 * appended, {@link org.conductregister.query.statistics.column.IntColumn#set} and
 * {@link org.conductregister.query.statistics.column.ZoneMap}, and say what readers may then see.
 *
 * <pre>
 *   writer                                      chunks of 8,192 values
 *   IntColumn   chunks -----------------------> [ 0 ]  [ 1 ]  [ 2 ]
 *               size = 20,000                    ^      ^      ^  17,000 ... 19,999: appended since
 *                                                |      |      |
 *   reader                                       |      |      |
 *   View        chunks of then ------------------+------+------+
 *               size = 17,000
 * </pre>
 *
 * <h2>Which structure for what</h2>
 *
 * <pre>
 *   values                        structure             bytes each    built from, or known as
 *   any ints                      IntColumn             4
 *   numbers from 0 to 65,535      CharColumn            2
 *   days                          DayColumn             2             DayCode, and Overflow before 1900-01-01 or after 2079-06-04
 *   numbers of a dictionary       DictionaryColumn      2             and Overflow from number 65,535 on
 *   ascending positions           RankSelectBits        about 1/4     Elias-Fano's upper bits, with rank and select
 *   instants and positions        InstantIndex          about 3       delta-encoded varints (LEB128) in blocks
 *   least and greatest of chunks  ZoneMap               8 a chunk     zone maps (Netezza), block range indexes (PostgreSQL)
 *   identifiers to numbers        StringDictionary      25 a string   HashSlots
 *   tuples to numbers             TupleDictionary       2 a field     HashSlots, and a ValueDictionary for each field
 *   pairs of states to numbers    TransitionDictionary  14            HashSlots
 * </pre>
 *
 * Dictionaries number keys 0, 1, 2, … in the order added (dictionary encoding, as in column stores).
 * {@link org.conductregister.query.statistics.column.HashSlots} is the hash table of all of them.
 *
 * <h2>A worked example: three points in columns</h2>
 *
 * Points of entries 2, 3 and 5. Transitions are numbered as they come: 0 is (none) to PENDING, 1 is PENDING to CLOSED.
 *
 * <pre>
 *   row  position  day         transition        DayColumn   DictionaryColumn
 *    0      2      2012-01-02  none    to PENDING  40,909          0
 *    1      3      2012-03-05  PENDING to CLOSED   40,972          1
 *    2      5      1829-09-29  none    to PENDING       0 *        0        * Overflow: index 2, value -51,228
 *
 *   RankSelectBits: a 0 for each position, then a 1 for each of its rows
 *      position   1  2     3     4  5
 *      bits       0  0  1  0  1  0  0  1
 *      rows             0     1        2
 * </pre>
 *
 * The code of 2012-01-02 is 40,909 because it is the 40,909th day from 1900-01-01 on. How many rows are there up to position 3? As
 * many as there are 1s before the 0 of position 4: select finds that the fourth 0 is bit 5, and rank counts two 1s before it.
 * So a reader that knows the log up to position 3 sees rows 0 and 1.
 *
 * <p>As bytes, the number 624,485 as a varint is E5 8E 26: seven bits in each, the lowest first, with the eighth bit set while
 * more follow.
 */
@NullMarked
package org.conductregister.query.statistics.column;

import org.jspecify.annotations.NullMarked;

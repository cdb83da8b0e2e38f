/**
 * The facts of every record in a few bytes each, from which a record is folded again when it is not in memory, or
 * when an entry of it is out of order. They may lie on the heap, or in a mapped file, of which the operating system holds in memory what is in use
 * ({@link org.conductregister.query.statistics.history.BufferAllocator}).
 *
 * <pre>
 *   RecordHistory           one record: add and read its entries and links
 *        |
 *   HistoryStore            nodes of all records; the address of each record's latest
 *        |     \
 *        |      FactCodec   a fact as bytes; a ValueDictionary for each type of field
 *        |         \
 *   ByteBlockPool   RecordDictionary     blocks of 65,536 bytes; records' numbers
 *        |               |
 *        BufferAllocator (heap, or MappedFileAllocator)
 * </pre>
 *
 * The nodes of a record are a linked list from the latest back to the first. A node lies in the pool like this:
 *
 * <pre>
 *   length    bytes behind this one                                     1 byte
 *   distance  back to the record's node before, or 0 in its first       varint
 *   record    in its first node alone: the number of the record         varint
 *   content   an entry: type of fact, its fields, key of the entry      1 byte, varints, 6 bytes
 *             or a link: 0xFF or 0xFE, number of a case                 1 byte, varint
 * </pre>
 *
 * <h2>A worked example</h2>
 *
 * Case C1 is record 0. Its opening, on 2012-01-01, is the first entry of all; then another record has an entry; then C1 is closed. The
 * numbers of types are those of the order in which facts are declared.
 *
 * <pre>
 *   address    1                                  17          33
 *   bytes      15 | 0  0 | type, 6 fields, key    15 | ...    9 | 32 | type, 1 field, key
 *              |    |  record 0                               |   |
 *              |    first of a record                         |   33 - 32 = 1, the node before
 *              15 bytes follow: 1 + 1 + 1 + 6 + 6             9 bytes follow: 1 + 1 + 1 + 6
 * </pre>
 *
 * To read C1: from its latest node, at 33, back by 32 to the one at 1, which is its first; then forwards. Most fields are a varint: 0
 * for null, or one more than the code of its value in the dictionary of its type, so one byte for the first 127 values of a
 * type, and two for the next 16,256. Identifiers of allegations and officers have forms of their own
 * ({@code FactCodec}). Confidential fields, such as notes, are not written at all. An entry's identifier is kept as a key of 48
 * bits. Two entries of one record hardly ever share one; if they do, the second is refused.
 */
@NullMarked
package org.conductregister.query.statistics.history;

import org.jspecify.annotations.NullMarked;

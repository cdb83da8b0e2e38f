/**
 * The rules that hold between records: a case's reference is unique within its force, and a record marked a duplicate
 * duplicates one that is none itself.
 *
 * <p>Each record decides on its own facts alone, so these rules are checked where all nodes come together: in the
 * transaction and the lock of the append. What is asked for there is kept in small tables beside the log, written with the
 * entries and made again from them where they are missing:
 *
 * <pre>
 * CaseReference   (force, reference) -> case        LANCASHIRE, CO 12/19 -> case/LAN-2019-0007
 * DuplicateRecord  duplicate -> original            case/LAN-2019-0009   -> case/LAN-2019-0007
 * NamedOfficer     (officer, case)                  LAN-O-17, case/LAN-2019-0007
 * </pre>
 *
 * <p>The third is no rule: it answers whether anybody has a number, and in which cases a person may have been dismissed, before
 * something is recorded of them.
 *
 * <p>An opening with a reference costs one look-up and one row, a fact that names an officer one row; a correction of a case or
 * an officer has that record read again; no other entry costs anything.
 */
@NullMarked
package org.conductregister.claims;

import org.jspecify.annotations.NullMarked;

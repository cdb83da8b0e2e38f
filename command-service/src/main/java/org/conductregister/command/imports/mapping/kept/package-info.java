/**
 * Mappings as they are sent and kept: read from JSON strictly, all faults at once, and kept by name.
 *
 * <p>For example a mapping whose second fact names a field that its type lacks is refused with the pointer {@code /facts/1/field},
 * together with every other fault. A mapping's earlier texts stay in the table: imports name the text that they were read by.
 */
@NullMarked
package org.conductregister.command.imports.mapping.kept;

import org.jspecify.annotations.NullMarked;

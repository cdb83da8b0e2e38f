/** The pages for logging: a form for each kind of fact, made from its fields. */
@NullMarked
package org.conductregister.command.forms;

import org.jspecify.annotations.NullMarked;

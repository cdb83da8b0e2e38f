/** The record of a case, and the rules that its facts must keep. */
@NullMarked
package org.conductregister.command.cases;

import org.jspecify.annotations.NullMarked;

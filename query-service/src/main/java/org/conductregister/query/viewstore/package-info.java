/**
 * Where views are stored: in MongoDB, or in one file of SQLite.
 *
 * <p>{@link org.conductregister.query.viewstore.ViewsFile} is that file. What it holds is a function of the log: where it
 * cannot be used, that is said in the program's log and it is made anew.
 */
@NullMarked
package org.conductregister.query.viewstore;

import org.jspecify.annotations.NullMarked;

/**
 * Limits lists and the log to what whoever asks may see. Single records are limited where their files are read, by
 * {@code casefile.files.VisibleFiles}.
 */
@NullMarked
package org.conductregister.query.sight;

import org.jspecify.annotations.NullMarked;

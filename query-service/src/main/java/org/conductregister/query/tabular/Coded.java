package org.conductregister.query.tabular;

/**
 * A cell with a code: CSV has the code, as the API's answers do; workbooks have the words.
 *
 * @param words for people
 */
public record Coded(Object code, String words) {}

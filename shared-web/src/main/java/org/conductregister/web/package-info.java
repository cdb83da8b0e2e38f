/**
 * Problem documents (RFC 9457): the form of every refusal and failure, as JSON for programs and as a page for browsers.
 *
 * <pre>
 *   Refusal of the domain, or a fault of the request --&gt; Problem (status, code, detail, errors)
 *                                                          |-- ProblemException   thrown by a controller
 *                                                          |-- ProblemWriter      written by a filter
 *                                                          +-- ProblemPage        in the layout of the pages
 * </pre>
 *
 * <p>For example a query parameter that a call does not know is {@code 400} with the code {@code PARAMETER_INVALID} and a sentence
 * that names it and those that there are.
 */
@NullMarked
package org.conductregister.web;

import org.jspecify.annotations.NullMarked;

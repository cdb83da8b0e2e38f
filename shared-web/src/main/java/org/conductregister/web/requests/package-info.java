/**
 * Requests around their controllers: the refusals before one is reached, and the answer where one fails.
 *
 * <pre>
 *   MalformedRequestValve --&gt; BodyLimit, EncodedBodies (filters) --&gt; ApiCalls: parameters, media types --&gt; controller
 *                                                                                                            |
 *                                            ProblemAnswers, ProblemsAsPages, UncaughtErrors &lt;-- thrown -----+
 * </pre>
 */
@NullMarked
package org.conductregister.web.requests;

import org.jspecify.annotations.NullMarked;

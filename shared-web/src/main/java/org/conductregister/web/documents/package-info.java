/**
 * The API document, {@code /v3/api-docs}: what both services say of themselves to those who write or generate clients.
 *
 * <p>springdoc reads the paths, the parameters and the shapes of the answers off the controllers, which state the
 * operation's name and its words in {@code @Operation}. What annotations cannot know is written by customizers: each
 * module describes its own calls with {@link org.conductregister.web.documents.DescribedCall}, from the enums, fact types
 * and rules that the code itself decides by; {@code CommonAnswers} adds what every call has in common, such as who may
 * call it and how it refuses.
 *
 * <pre>
 *   controllers --springdoc--&gt; operations, schemas --customizers of a module--&gt; codes, enums, headers
 *                                                  --CommonAnswers--&gt; roles, 401, 403, 406, 413, 415, 500
 * </pre>
 *
 * <p>For example {@code POST /api/v1/cases/{caseId}/entries}: the controller names it {@code logOnCase}; the command
 * side says that its body is a {@code CaseEntry} or an array of them, that it answers 201 with an {@code ETag}, and which
 * rule gives which code with 409; this package adds that HANDLER may call it, and 401, 403, 406, 413, 415 and 500.
 *
 * <p>The document is OpenAPI 3.0, which more generators read in full than 3.1, and it is JSON alone.
 */
@NullMarked
package org.conductregister.web.documents;

import org.jspecify.annotations.NullMarked;

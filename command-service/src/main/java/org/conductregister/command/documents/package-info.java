/**
 * The command side in the API document: a schema for each kind of fact, made from {@link
 * org.conductregister.entries.FactType}, and what the calls answer that their signatures do not tell.
 *
 * <p>A fact becomes a schema as an entry states it. {@code CaseReopened}, for example, is an object of {@code type} (always
 * {@code CaseReopened}), {@code caseId}, {@code entryId}, {@code occurredOn}, {@code reason} and {@code note}, of which
 * {@code type}, {@code occurredOn} and {@code reason} are required, and nothing else is taken. {@code CaseEntry} is any one
 * of those that go on a case, told apart by {@code type}.
 */
@NullMarked
package org.conductregister.command.documents;

import org.jspecify.annotations.NullMarked;

/**
 * Who looked at what: an entry for each record opened, each search, list, download, refusal and sign-in, kept apart from the
 * events.
 *
 * <pre>{@code
 * request -> AccessLogFilter -> ... -> answer
 *                  |
 *                  v  an entry, some microseconds
 *             AccessLog -- queue --> one thread, a commit for all that wait --> AccessStore (SQLite file or PostgreSQL)
 * }</pre>
 *
 * <p>An example: when jane asks for {@code /api/v1/cases/LAN-1}, kept is {@code {"at":"2026-11-28T09:00:00Z","user":"jane",
 * "action":"OPENED","record":"case/LAN-1","method":"GET","path":"/api/v1/cases/LAN-1","status":200,
 * "address":"127.0.0.1","correlationId":"…"}}. The words searched for, and what was answered, are not kept. While entries
 * cannot be written, looks are refused with 503 ({@code register.access-log.required}), and the first entry after a process
 * that ended without closing the log says so ({@code BROKEN_OFF}).
 */
@NullMarked
package org.conductregister.web.accesslog;

import org.jspecify.annotations.NullMarked;

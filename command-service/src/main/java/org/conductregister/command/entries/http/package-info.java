/** The API for logging: entries sent as JSON, the answer where they were recorded, and the problem document where they were refused. */
@NullMarked
package org.conductregister.command.entries.http;

import org.jspecify.annotations.NullMarked;

/**
 * Sign-in by the organisation's OpenID Connect provider, where one is configured ({@code register.provider.*}): people sign in
 * to the pages by the authorization code flow with PKCE and sign out there too; programs send its access tokens as bearer
 * tokens.
 *
 * <pre>
 *   browser ── /sign-in/with/provider ──&gt; authorization endpoint        program ── Authorization: Bearer …
 *      ^                                        |                                      |
 *      |    SignInAttempts (sealed cookie)      v                                      v
 *      └── ProviderLogin &lt;── /sign-in/from-provider ── token endpoint          ProviderTokens (keys, issuer, audience, time)
 *               |              (ID token: ProviderTokens)                              |
 *               └────────────────────────> ProviderPersons: ClaimedPerson, kept in KnownPersons
 * </pre>
 *
 * For example, the claims {@code {"sub": "u-17", "name": "Jane Doe", "roles": ["HANDLER"], "forces": ["KENT"]}} are of a handler
 * of Kent's cases; what she logs has {@code recordedBy} {@code u-17}, and timelines show her name.
 *
 * <p>The provider is asked when it is needed, never at the start: where it cannot be reached, sign-in and tokens whose keys are
 * not known yet are answered with 503.
 */
@NullMarked
package org.conductregister.web.access.provider;

import org.jspecify.annotations.NullMarked;

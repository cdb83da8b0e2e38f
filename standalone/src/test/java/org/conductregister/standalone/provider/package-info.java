/** Sign-in by an identity provider, tried against one that the tests start. */
package org.conductregister.standalone.provider;

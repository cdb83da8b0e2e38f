/** What every HTTP answer shares: problem documents and who may call what. */
package org.conductregister.web;

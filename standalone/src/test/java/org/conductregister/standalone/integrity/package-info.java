/** Helpers of the tests of the running register: they verify its log, back it up and move it. */
package org.conductregister.standalone.integrity;

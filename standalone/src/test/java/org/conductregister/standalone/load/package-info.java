/** Tests that the register answers, or says when to come again, whatever is asked of it at once and whoever asks. */
package org.conductregister.standalone.load;

/**
 * The fields of a form for one fact, made from what the kind of fact states, and what somebody fills in.
 *
 * <pre>
 *  FactType  ->  FormFields  ->  FormField ...      what the page shows
 *  SentForm  ->  FormJson                           what was sent, as the JSON of an entry
 *  what is wrong with that JSON  ->  FieldFaults    at the field, in the words of the form
 * </pre>
 */
@NullMarked
package org.conductregister.command.forms.fields;

import org.jspecify.annotations.NullMarked;

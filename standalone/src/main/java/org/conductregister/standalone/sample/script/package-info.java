/**
 * Writes the entries of fictional cases step by step, with days, people and texts that are the same at each run.
 *
 * <pre>
 *   Casework --&gt; CaseScript: opened, allegations reported, … --&gt; EntryCollector (day logged, number) --&gt; entries
 *                   +--&gt; Accusation + Ending: the steps of one allegation to its end
 * </pre>
 *
 * <p>For example {@code Ending.NO_CASE_TO_ANSWER} assesses and investigates the allegation and decides that there is no case to
 * answer; {@code UsualCourse} closes the case thereafter.
 */
@NullMarked
package org.conductregister.standalone.sample.script;

import org.jspecify.annotations.NullMarked;

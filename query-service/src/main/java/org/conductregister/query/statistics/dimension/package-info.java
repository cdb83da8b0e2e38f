/**
 * The features by which the members of each unit (allegations, cases, officers, referrals, responses) can be grouped
 * and limited.
 *
 * <p>A dimension is one of the {@link org.conductregister.query.statistics.dimension.Features} of a unit: a function from a
 * member at the end of a day to a value. A feature is <em>fixed</em> if it seldom changes: by a correction (the force of a
 * case, the category of an allegation), by the registration of a person, or, for the traits of a case, by a new allegation. It
 * is <em>changing</em> if it changes as the case proceeds (status, outcome). The split matters to storage: the fixed values of a
 * member are one tuple, its profile, the changing values another, its state. A change of state makes one point; a change of
 * profile makes a new version of the member, and points out of the old one and into the new.
 *
 * <pre>
 *   folded facts at the end of a day                 features                          tuples
 *   CaseState, AllegationState, Standing   fixed     force, kind, category, tags  -->  profile 7 of member version 12
 *   = AllegationAt                       {
 *                                          changing  status, stage, outcome       -->  state 3 from 2012-01-02 on,
 *                                                                                      state 5 from 2012-03-05 on
 * </pre>
 *
 * <p>Hidden features are not for grouping: filters read them (tags), or the dimensions of officers do (the force in which
 * the person an allegation is against is registered), or durations and flows do (the
 * {@link org.conductregister.query.statistics.dimension.Milestones} reached, the number of reopenings). Officers have no points
 * of their own. An {@link org.conductregister.query.statistics.dimension.OfficerDimension} says which feature of an officer's allegations is
 * read, and which of several values is the officer's.
 *
 * <h2>A new dimension, step by step</h2>
 *
 * Say allegations were to be grouped by the kind of proceedings last listed, which they can be.
 *
 * <ol>
 *   <li>If the folded state does not have the value yet, it is added there first (in shared-events, such as
 *       {@code MisconductTrack}).
 *   <li>One line in {@link org.conductregister.query.statistics.dimension.Dimensions#OF_ALLEGATIONS}, below
 *       {@code changing()}, at its place in the order of the API:
 *       {@code .word("proceedings", NoValue.NONE, ProceedingsKind.class, a -> a.allegation().misconduct().proceedings())}. It can
 *       then be grouped by, asked for in members, series and over HTTP. A value from a code list is a {@code code}, a year a
 *       {@code number}.
 *   <li>A fixed one would go below {@code fixed()}. If in doubt: when its value changes, is that the case proceeding
 *       (changing) or somebody correcting the record (fixed)? Either gives right counts; the wrong one costs space, since
 *       each change of a fixed value makes a new version of the member.
 *   <li>Its definition in {@code http.Definitions} and docs/domain.md, and its name in
 *       {@code DefinitionsAreWrittenDownTest.DEFINED}. The API document follows by itself. A dimension of codes also needs its list
 *       in {@code http.AskedCodes.LISTS}.
 *   <li>Its value in the oracle of the property tests ({@code OracleUnits}), written without looking at this line, and its name
 *       in {@code RandomQuestions}, or they never ask for it.
 *   <li>If it is asked for often: a {@code rollup.RollupDefinition} with it.
 * </ol>
 *
 * Checkpoints of earlier versions have other tuples: they say which features they were written with, are set aside, and the
 * view is rebuilt from the log.
 */
@NullMarked
package org.conductregister.query.statistics.dimension;

import org.jspecify.annotations.NullMarked;

package org.conductregister.standalone.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure that a source published, as a question to the register and the answer it must give.
 *
 * @param said in words
 * @param question the parameters of {@code GET /api/v1/statistics}
 * @param total of the answer
 * @param parts groups of the answer; all of them where they add up to {@code total}
 */
public record PublishedFigure(String said, String question, long total, List<Part> parts) {

    /** One group: the values of its dimensions as they are written in JSON, unquoted. */
    public record Part(Map<String, String> values, long count) {}

    private static final String LANCASHIRE_SIX_YEARS = "force=LANCASHIRE&category=RAPE&category=SEXUAL_ASSAULT"
            + "&category=SEXUAL_ACTIVITY_WITH_CHILD&category=INDECENT_IMAGES"
            + "&reportedFrom=2016-01-01&reportedTo=2021-12-31&asAt=2021-12-31";
    private static final String VAWG = "tag=VAWG&reportedFrom=2021-10-01&reportedTo=2022-03-31&asAt=2022-12-31";
    private static final String REFERRALS =
            "unit=referrals&category=ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE&asAt=2017-12-31";
    private static final String ABUSE_OF_POWERS = "unit=cases&category=ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"
            + "&reportedFrom=2009-04-01&reportedTo=2011-03-31&asAt=2012-09-30";

    private static final String SEXUAL_ASSAULT = "force=METROPOLITAN_POLICE&category=SEXUAL_ASSAULT"
            + "&reportedFrom=2012-01-01&reportedTo=2018-12-31&asAt=2021-12-31";

    public static List<PublishedFigure> all() {
        return List.of(
                new PublishedFigure(
                        "Lancashire, six years: 74 accused, 28 no further action, 27 resigned or dismissed, 8 warned or"
                                + " disciplined, 9 before a court, 2 pending",
                        "unit=officers&groupBy=result&" + LANCASHIRE_SIX_YEARS,
                        74,
                        List.of(
                                part(9, "result=COURT"),
                                part(27, "result=LEFT"),
                                part(28, "result=NO_FURTHER_ACTION"),
                                part(2, "result=PENDING"),
                                part(8, "result=SANCTIONED"))),
                new PublishedFigure(
                        "Lancashire, of the 27: one resigned and was later cautioned",
                        "unit=officers&groupBy=result,employment,criminal&" + LANCASHIRE_SIX_YEARS,
                        74,
                        List.of(part(1, "result=LEFT", "employment=RESIGNED", "criminal=CAUTIONED"))),
                new PublishedFigure(
                        "Lancashire, of the 9: one jailed, one given a suspended sentence",
                        "unit=officers&groupBy=result,sentence&" + LANCASHIRE_SIX_YEARS,
                        74,
                        List.of(
                                part(1, "result=COURT", "sentence=IMPRISONMENT"),
                                part(1, "result=COURT", "sentence=SUSPENDED_SENTENCE"),
                                part(7, "result=COURT", "sentence=NONE"))),
                new PublishedFigure(
                        "All forces, October 2021 to March 2022: 653 conduct cases, 167 resolved",
                        "unit=cases&groupBy=status&kind=CONDUCT&" + VAWG,
                        653,
                        List.of(part(167, "status=CLOSED"), part(486, "status=PENDING"))),
                new PublishedFigure(
                        "... against 672 officers and staff, 13 dismissed",
                        "unit=officers&groupBy=employment&kind=CONDUCT&" + VAWG,
                        672,
                        List.of(part(13, "employment=DISMISSED"))),
                new PublishedFigure("... 524 complaints", "unit=cases&kind=COMPLAINT&" + VAWG, 524, List.of()),
                new PublishedFigure("... against 867", "unit=officers&kind=COMPLAINT&" + VAWG, 867, List.of()),
                new PublishedFigure(
                        "Lancashire's 12 cases: 2 dismissed, 2 about one who resigned and is still investigated, 2"
                                + " closed with no further action, 4 investigated on restricted duties",
                        "unit=allegations&groupBy=employment,status,result&force=LANCASHIRE&kind=CONDUCT&" + VAWG,
                        12,
                        List.of(
                                part(2, "employment=DISMISSED", "status=CLOSED", "result=LEFT"),
                                part(2, "employment=RESIGNED", "status=PENDING", "result=LEFT"),
                                part(4, "employment=RESTRICTED_DUTIES", "status=PENDING", "result=PENDING"),
                                part(2, "employment=SERVING", "status=CLOSED", "result=NO_FURTHER_ACTION"),
                                part(1, "employment=SERVING", "status=PENDING", "result=PENDING"),
                                part(1, "employment=SUSPENDED", "status=PENDING", "result=PENDING"))),
                new PublishedFigure(
                        "Lancashire's 2 dismissals were for gross misconduct",
                        "unit=allegations&groupBy=finding,outcome&force=LANCASHIRE&kind=CONDUCT&" + VAWG,
                        12,
                        List.of(part(2, "finding=GROSS_MISCONDUCT", "outcome=DISMISSAL_WITHOUT_NOTICE"))),
                new PublishedFigure(
                        "Lancashire's 12 cases are against 11 officers: two are about one who resigned",
                        "unit=officers&groupBy=employment&force=LANCASHIRE&kind=CONDUCT&" + VAWG,
                        11,
                        List.of(part(1, "employment=RESIGNED"))),
                new PublishedFigure(
                        "Lancashire's 12 cases as cases",
                        "unit=cases&groupBy=status&force=LANCASHIRE&kind=CONDUCT&" + VAWG,
                        12,
                        List.of(part(4, "status=CLOSED"), part(8, "status=PENDING"))),
                new PublishedFigure(
                        "IPCC, April 2014 to September 2017: 320 referrals, 57 required an investigation, 33 ongoing",
                        REFERRALS + "&groupBy=referral&referredFrom=2014-04-01&referredTo=2017-09-30",
                        320,
                        List.of(
                                part(24, "referral=CONCLUDED"),
                                part(263, "referral=RETURNED"),
                                part(33, "referral=UNDER_INVESTIGATION"))),
                new PublishedFigure(
                        "... 103 in the year 2016/17",
                        REFERRALS + "&referredFrom=2016-04-01&referredTo=2017-03-31",
                        103,
                        List.of()),
                new PublishedFigure(
                        "... 66 since April 2017",
                        REFERRALS + "&referredFrom=2017-04-01&referredTo=2017-09-30",
                        66,
                        List.of()),
                new PublishedFigure(
                        "An inspection of 43 forces: 11 insufficient information, 15 not started, 15 started, 2 in place",
                        "unit=responses&groupBy=grade&recommendationId=HMIC-2016-ABUSE-OF-POSITION&asAt=2017-12-31",
                        43,
                        List.of(
                                part(2, "grade=IN_PLACE"),
                                part(11, "grade=INSUFFICIENT_INFORMATION"),
                                part(15, "grade=NOT_STARTED"),
                                part(15, "grade=STARTED"))),
                new PublishedFigure(
                        "A call for past cases: all 43 forces answered in time",
                        "unit=responses&groupBy=response&recommendationId=IPCC-2017-PAST-CASES&asAt=2017-12-31",
                        43,
                        List.of(part(43, "response=IN_TIME"))),
                new PublishedFigure(
                        "Abuse of powers, April 2009 to March 2011: 54 cases, leaving out colleagues and custody searches",
                        ABUSE_OF_POWERS + "&withoutTag=AGAINST_COLLEAGUE&withoutTag=CUSTODY_SEARCH",
                        54,
                        List.of()),
                new PublishedFigure("... 78 with those left out", ABUSE_OF_POWERS, 78, List.of()),
                new PublishedFigure(
                        "One force, 2012 to 2018: 562 accused of sexual assault, three times as many in 2017 as in 2012",
                        "unit=allegations&groupBy=reportedYear&" + SEXUAL_ASSAULT,
                        562,
                        List.of(part(41, "reportedYear=2012"), part(123, "reportedYear=2017"))),
                new PublishedFigure("... that is 562 officers", "unit=officers&" + SEXUAL_ASSAULT, 562, List.of()));
    }

    private static Part part(long count, String... values) {
        var byDimension = new LinkedHashMap<String, String>();
        Arrays.stream(values).map(value -> value.split("=")).forEach(pair -> byDimension.put(pair[0], pair[1]));
        return new Part(byDimension, count);
    }
}

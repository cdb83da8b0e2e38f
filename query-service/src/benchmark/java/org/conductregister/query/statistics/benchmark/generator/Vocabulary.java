package org.conductregister.query.statistics.benchmark.generator;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Severity;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;

/** The words of the generated register, and how often each is drawn. */
public final class Vocabulary {

    /** The territorial forces of England and Wales, the largest first. */
    public static final List<ForceCode> FORCES =
            Stream.of("""
            METROPOLITAN_POLICE GREATER_MANCHESTER WEST_MIDLANDS WEST_YORKSHIRE THAMES_VALLEY MERSEYSIDE KENT ESSEX
            HAMPSHIRE NORTHUMBRIA LANCASHIRE SOUTH_WALES SUSSEX DEVON_AND_CORNWALL SOUTH_YORKSHIRE AVON_AND_SOMERSET
            HERTFORDSHIRE WEST_MERCIA STAFFORDSHIRE CHESHIRE NOTTINGHAMSHIRE SURREY HUMBERSIDE DERBYSHIRE LEICESTERSHIRE
            NORFOLK CAMBRIDGESHIRE NORTH_WALES GWENT CLEVELAND NORTH_YORKSHIRE BEDFORDSHIRE SUFFOLK DORSET
            NORTHAMPTONSHIRE CUMBRIA DURHAM DYFED_POWYS GLOUCESTERSHIRE LINCOLNSHIRE WILTSHIRE WARWICKSHIRE
            CITY_OF_LONDON""".split("\\s+")).map(ForceCode::new).toList();

    public static final List<CategoryCode> CATEGORIES =
            Stream.of("""
            NEGLECT_OF_DUTY EXCESSIVE_FORCE OTHER DISCRIMINATION CORRUPTION COMPUTER_MISUSE DOMESTIC_ABUSE
            SEXUAL_HARASSMENT SEXUAL_ASSAULT ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE STALKING RAPE INDECENT_IMAGES
            SEXUAL_ACTIVITY_WITH_CHILD""".split("\\s+")).map(CategoryCode::new).toList();

    public static final List<String> TAGS =
            List.of("VAWG", "AGAINST_COLLEAGUE", "CUSTODY_SEARCH", "OFF_DUTY", "SOCIAL_MEDIA");

    public static final List<FindingCode> FINDINGS = Stream.of("NOT_SUSTAINED", "SUSTAINED", "UNFOUNDED", "EXONERATED")
            .map(FindingCode::new)
            .toList();

    static final Weighted<ForceCode> FORCE = Weighted.falling(FORCES);
    static final Weighted<CategoryCode> CATEGORY = Weighted.falling(CATEGORIES);
    static final Weighted<FindingCode> FINDING = Weighted.falling(FINDINGS);
    static final Weighted<CaseKind> KIND = Weighted.of(List.of(CaseKind.values()), 80, 14, 4, 2);
    static final Weighted<CaseSource> OF_COMPLAINT = Weighted.of(List.of(CaseSource.values()), 95, 0, 2, 2, 1);
    static final Weighted<CaseSource> OF_CONDUCT = Weighted.of(List.of(CaseSource.values()), 5, 75, 10, 8, 2);
    static final Weighted<Workforce> WORKFORCE = Weighted.of(List.of(Workforce.values()), 86, 2, 8, 3, 0.5, 0.5);
    static final Weighted<Severity> SEVERITY = Weighted.of(List.of(Severity.values()), 10, 25, 25, 40);
    static final Weighted<InvestigationMode> MODE =
            Weighted.of(List.of(InvestigationMode.values()), 18, 7, 2, 3, 45, 25);
    static final Weighted<MisconductOutcome> OUTCOME =
            Weighted.of(List.of(MisconductOutcome.values()), 18, 9, 2, 2, 20, 20, 8, 8, 5, 8);
    static final Weighted<Sentence> SENTENCE = Weighted.of(List.of(Sentence.values()), 1, 34, 25, 20, 15, 5);

    private Vocabulary() {}

    /** Whether what is alleged is of a sexual kind or at home, and so carries the first tag. */
    static boolean againstWomen(CategoryCode category) {
        var word = category.value();
        return word.startsWith("SEXUAL")
                || word.equals("RAPE")
                || word.equals("DOMESTIC_ABUSE")
                || word.equals("STALKING");
    }
}

package org.conductregister.query.casefile.http;

import io.swagger.v3.oas.annotations.Operation;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.answers.OfficerAnswer;
import org.conductregister.query.casefile.answers.RecordAnswers;
import org.conductregister.query.casefile.answers.RecordReader;
import org.conductregister.query.casefile.answers.SubjectAccess;
import org.conductregister.query.casefile.answers.SubjectAccessAnswer;
import org.conductregister.query.casefile.answers.TimelineAnswer;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.tabular.http.GetTable;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.documents.ApiTags;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/officers/{officerId}")
class OfficerFileController {

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final SubjectAccess subjectAccess;
    private final TimelineTables tables;

    OfficerFileController(
            RecordReader reader, RecordAnswers answers, SubjectAccess subjectAccess, TimelineTables tables) {
        this.reader = reader;
        this.answers = answers;
        this.subjectAccess = subjectAccess;
        this.tables = tables;
    }

    /** How a person stands, and the allegations against them. 404 where they are neither registered nor named. */
    @Operation(
            operationId = "getOfficer",
            tags = ApiTags.RECORDS,
            summary = "An officer as at a day",
            description =
                    "How they serve, and every allegation against them, with what had happened by the end of asAt, as"
                            + " known at knownAt. An officer who is named and not registered is found too.")
    @GetMapping
    OfficerAnswer state(@PathVariable String officerId, AskedTimes times) {
        return answers.ofOfficer(officerId, reader.asked(times));
    }

    /** All that the register says of a person. 404 where they are neither registered nor named. */
    @Operation(
            operationId = "getSubjectAccess",
            tags = ApiTags.RECORDS,
            summary = "All that the register says of an officer",
            description =
                    "One document for a subject access request: how the person stands, every entry of their own record under"
                            + " all their numbers, and of each case that names them, or once did, the entries about their"
                            + " allegations and about the case as a whole. Of cases that the reader may not see there is"
                            + " nothing, so an auditor, who sees all, is who should ask. Texts may speak of other people: read"
                            + " them before the document is given to anybody.")
    @GetMapping("/subject-access")
    SubjectAccessAnswer subjectAccess(@PathVariable String officerId, AskedTimes times) {
        return subjectAccess.of(officerId, reader.asked(times));
    }

    /** A person's own entries, struck ones too. 404 before any was known. */
    @Operation(
            operationId = "getOfficerTimeline",
            tags = ApiTags.RECORDS,
            summary = "The entries of an officer",
            description =
                    "All entries that were known, struck ones too, in order of the day and, on one day, as recorded."
                            + " asAt leaves out what happened later.")
    @GetTable("/timeline")
    Tabular<TimelineAnswer> timeline(@PathVariable String officerId, AskedTimes times) {
        return tables.tabular(RecordKind.OFFICER, officerId, reader.timeline(RecordKind.OFFICER, officerId, times));
    }
}

package org.conductregister.command.entries.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.claims.Clash;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.AgainstAnotherRecord;
import org.conductregister.command.decisions.Refusal.ConcurrentChange;
import org.conductregister.command.decisions.Refusal.EntryIdTaken;
import org.conductregister.command.decisions.Refusal.InTheFuture;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Refusal.MarkedDuplicate;
import org.conductregister.command.decisions.Refusal.OutOfSight;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.command.decisions.Refusal.VersionStale;
import org.conductregister.command.decisions.Rule;
import org.conductregister.entries.FactType;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Describes what logging answers: the version of the record, and each refusal that the rules know. */
@Component
class EntriesDocuments implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        for (RecordKind kind : RecordKind.values()) {
            String record = "/api/v1/%ss/{%s}".formatted(kind.word(), kind.idField());
            describeLogging(DescribedCall.at(api, HttpMethod.POST, record + "/entries"));
            DescribedCall.at(api, HttpMethod.GET, record + "/allowed-entries")
                    .answers(HttpStatus.OK, "The kinds of fact that may be logged today, each with its fields.")
                    .etag()
                    .refuses(HttpStatus.BAD_REQUEST, List.of("FIELD_INVALID"));
        }
    }

    private static void describeLogging(DescribedCall call) {
        call.answers(HttpStatus.CREATED, "Where and when each entry was recorded, in the order sent.")
                .etag()
                .parameter(
                        HttpHeaders.IF_MATCH,
                        "The version that the caller has read, as given by ETag; `*` or none where any will do.",
                        new StringSchema().example("\"7\""))
                .refuses(HttpStatus.BAD_REQUEST, malformed())
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
        refusals()
                .forEach(refusal -> call.refuses(
                        HttpStatus.valueOf(RefusalAnswers.problem(refusal, "").status()),
                        Map.of(refusal.code(), sentence(refusal))));
    }

    private static List<String> malformed() {
        return Stream.concat(
                        Arrays.stream(MalformedEntryException.Code.values()).map(Enum::name),
                        Stream.of("BODY_NOT_JSON", "IF_MATCH_INVALID"))
                .toList();
    }

    /** One of each kind, and one for each rule. */
    static List<Refusal> refusals() {
        LocalDate day = LocalDate.of(2019, 5, 6);
        EntryId entry = EntryId.of("0f8fad5b-d9cb-469f-a165-70867728950e");
        return Stream.concat(
                        Arrays.stream(Rule.values()).<Refusal>map(RuleBroken::new),
                        Stream.<Refusal>concat(
                                Stream.concat(
                                        againstAnotherRecord(),
                                        Arrays.stream(OutOfSight.Kind.values())
                                                .map(kind -> new OutOfSight(kind, "LANCASHIRE"))),
                                Stream.of(
                                        new LaterFactImpossible(
                                                FactType.logged().getFirst(), day, entry, Rule.CASE_ALREADY_OPENED),
                                        new InTheFuture(day, day.minusDays(1)),
                                        new EntryIdTaken(entry),
                                        new VersionStale(7),
                                        new MarkedDuplicate(RecordId.of(new CaseId("LAN-2019-0003"))),
                                        new ConcurrentChange())))
                .toList();
    }

    private static Stream<Refusal> againstAnotherRecord() {
        RecordId record = RecordId.of(new CaseId("LAN-2019-0007"));
        RecordId other = RecordId.of(new CaseId("LAN-2019-0003"));
        return Arrays.stream(Clash.Kind.values())
                .map(kind -> new AgainstAnotherRecord(new Clash(kind, record, other, "CO 12/19")));
    }

    /**
     * Returns the sentence of a refusal as the document shows it: without a particular case for a rule, else with a
     * day or an entry.
     */
    private static String sentence(Refusal refusal) {
        return switch (refusal) {
            case RuleBroken broken -> broken.sentence();
            case LaterFactImpossible later -> "A fact that is recorded of a later day would become impossible.";
            case MarkedDuplicate marked ->
                "The record is marked a duplicate: what is new goes on the one that it names.";
            case AgainstAnotherRecord against ->
                switch (against.clash().kind()) {
                    case REFERENCE_TAKEN -> "Another case of the force has this reference; the sentence names it.";
                    case DUPLICATE_OF_DUPLICATE -> "What it is to be a duplicate of is a duplicate itself.";
                    case DUPLICATE_OF_UNKNOWN -> "The case that it is to be a duplicate of is not in the register.";
                    case HAS_DUPLICATES -> "Others are marked as duplicates of this record.";
                };
            case OutOfSight out ->
                switch (out.kind()) {
                    case FORCE_NOT_YOURS -> "The case is of a force that the caller does not work for.";
                    case CONFLICT_OF_INTEREST -> "The entry is about the caller as an officer.";
                    case CASE_ID_NOT_AVAILABLE -> "The identifier cannot be used for a new case.";
                    case REFERENCE_TAKEN -> "Another case of the force has this reference; the sentence names it.";
                    case MARKED_DUPLICATE ->
                        "The record is marked a duplicate: what is new goes on the one that it names.";
                    case DUPLICATE_OF_DUPLICATE -> "What it is to be a duplicate of is a duplicate itself.";
                    case HAS_DUPLICATES -> "Others are marked as duplicates of this record.";
                };
            case InTheFuture future -> "The day is in the future.";
            case EntryIdTaken taken -> "The entryId belongs to an entry with other content.";
            case VersionStale stale -> "The record has changed since the version that If-Match names.";
            case ConcurrentChange change -> change.sentence();
        };
    }
}

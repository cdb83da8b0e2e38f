package org.conductregister.apiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.client.ApiException;
import org.conductregister.client.JSON;
import org.conductregister.client.api.CodeListsApi;
import org.conductregister.client.api.ImportsApi;
import org.conductregister.client.api.LogApi;
import org.conductregister.client.api.LoggingApi;
import org.conductregister.client.api.RecordsApi;
import org.conductregister.client.api.StatisticsApi;
import org.conductregister.client.model.AllegationReported;
import org.conductregister.client.model.CaseAnswer;
import org.conductregister.client.model.CaseEntry;
import org.conductregister.client.model.CaseEntryOrEntries;
import org.conductregister.client.model.CaseOpened;
import org.conductregister.client.model.Code;
import org.conductregister.client.model.Group;
import org.conductregister.client.model.ImportProgress;
import org.conductregister.client.model.OfficerEntry;
import org.conductregister.client.model.OfficerEntryOrEntries;
import org.conductregister.client.model.Problem;
import org.conductregister.client.model.RecommendationEntry;
import org.conductregister.client.model.RecommendationEntryOrEntries;
import org.conductregister.client.model.RecordedAs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever generates a client from the API document can do with it what there is to do: no body here is made by hand. */
class GeneratedClientTest {

    @TempDir
    static Path directory;

    private static Register register;

    private final LoggingApi logging = new LoggingApi(register.client("handler"));

    @BeforeAll
    static void start() throws IOException {
        register = Register.start(directory);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        register.close();
    }

    @Test
    void theClientIsOfTheDocumentThatIsServed() throws Exception {
        assertThat(JsonParser.parseString(register.document()))
                .isEqualTo(JsonParser.parseString(Files.readString(ApiDocumentTest.FILE)));
    }

    @Test
    void aFactOfEveryKindIsLogged() throws Exception {
        Set<String> logged = new TreeSet<>();
        for (Object entry : EveryFact.ofACase()) {
            assertThat(logOnCase("EVERY", entry)).hasSize(1);
            logged.add(entry.getClass().getSimpleName());
        }
        for (Object entry : EveryFact.ofAnOfficer()) {
            var request = new OfficerEntryOrEntries(new OfficerEntry(entry));
            assertThat(logging.logOnOfficer("EVERY", request).execute()).hasSize(1);
            logged.add(entry.getClass().getSimpleName());
        }
        for (Object entry : EveryFact.otherWaysToLeave()) {
            String name = entry.getClass().getSimpleName();
            assertThat(logOnOfficer("EVERY-" + name, EveryFact.registered(), entry))
                    .hasSize(2);
            logged.add(name);
        }
        for (Object entry : EveryFact.ofARecommendation()) {
            var request = new RecommendationEntryOrEntries(new RecommendationEntry(entry));
            assertThat(logging.logOnRecommendation("EVERY", request).execute()).hasSize(1);
            logged.add(entry.getClass().getSimpleName());
        }

        for (Object entry : EveryFact.ofACaseEnteredTwice("EVERY")) {
            assertThat(logOnCase("EVERY-TWICE", entry)).hasSize(1);
            logged.add(entry.getClass().getSimpleName());
        }
        for (Object entry : EveryFact.ofASecondNumber("EVERY")) {
            assertThat(logOnOfficer("EVERY-SECOND", entry)).hasSize(1);
            logged.add(entry.getClass().getSimpleName());
        }

        assertThat(logged).containsExactlyElementsOf(documentedTypes());
    }

    @Test
    void aVersionThatIsStaleIsRefusedWithACodeThatTheClientReads() throws Exception {
        var opened = new CaseEntryOrEntries(new CaseEntry(EveryFact.ofACase().getFirst()));
        var created = logging.logOnCase("STALE", opened).executeWithHttpInfo();
        assertThat(created.getStatusCode()).isEqualTo(201);
        assertThat(created.getHeaders().get("etag")).containsExactly("\"1\"");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() ->
                        logging.logOnCase("STALE", opened).ifMatch("\"7\"").execute())
                .satisfies(refused -> {
                    assertThat(refused.getCode()).isEqualTo(412);
                    assertThat(Problem.fromJson(refused.getResponseBody()).getCode())
                            .isEqualTo("VERSION_STALE");
                });
    }

    @Test
    void aFileIsImportedAndCountedAndItsMembersAndEventsAreRead() throws Exception {
        var imports = new ImportsApi(register.client("handler"));
        var started = imports.startImport(file().toFile()).execute();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.importProgress(started.getImportId())
                        .execute()
                        .getState()
                        .equals(ImportProgress.StateEnum.COMPLETED));
        var progress = imports.importProgress(started.getImportId()).execute();
        assertThat(progress.getRecorded()).isEqualTo(6);
        assertThat(progress.getRefused()).isZero();

        List<JsonElement> events = events();
        long position = events.getLast().getAsJsonObject().get("position").getAsLong();
        var statistics = new StatisticsApi(register.client("auditor"));
        var table = statistics
                .count("cases")
                .groupBy(List.of("force", "status"))
                .tag(List.of("IMPORTED"))
                .atLeast(position)
                .execute();
        assertThat(table.getTotal()).isEqualTo(3);
        assertThat(table.getGroups()).singleElement().satisfies(group -> {
            assertThat(group.getForce()).isEqualTo("LANCASHIRE");
            assertThat(group.getStatus()).isEqualTo(Group.StatusEnum.PENDING);
            assertThat(group.getCount()).isEqualTo(3);
        });

        var members = statistics
                .countMembers("allegations")
                .tag(List.of("IMPORTED"))
                .byStatus(List.of("PENDING"))
                .execute();
        assertThat(members.getMembers())
                .extracting(member -> member.getCaseId() + " " + member.getAllegationId())
                .containsExactlyInAnyOrder("IMPORT-1 A1", "IMPORT-2 A1", "IMPORT-3 A1");
        var series = statistics
                .countSeries("cases", EveryFact.DAY, EveryFact.DAY.plusDays(1), "DAY")
                .tag(List.of("IMPORTED"))
                .execute();
        assertThat(series.getPoints()).hasSize(2);

        var records = new RecordsApi(register.client("handler"));
        var file = records.getCase("IMPORT-1").execute();
        assertThat(file.getStatus()).isEqualTo(CaseAnswer.StatusEnum.PENDING);
        assertThat(records.getCaseTimeline("IMPORT-1").execute().getEntries())
                .extracting(entry -> entry.getType())
                .containsExactly("CaseOpened", "AllegationReported");
        assertThat(events)
                .extracting(event -> event.getAsJsonObject().get("type").getAsString())
                .contains("CaseOpened", "AllegationReported");
    }

    @Test
    void aCodeListIsExtended() throws Exception {
        var lists = new CodeListsApi(register.client("admin"));

        var themes = lists.extendCodeList(
                        "themes", List.of(new Code().code("CLIENTS").label("Clients")))
                .execute();

        assertThat(themes).extracting(Code::getCode).contains("CLIENTS");
        assertThat(lists.codeLists().execute().getThemes())
                .extracting(Code::getCode)
                .contains("CLIENTS");
    }

    private List<RecordedAs> logOnCase(String caseId, Object entry) throws ApiException {
        return logging.logOnCase(caseId, new CaseEntryOrEntries(new CaseEntry(entry)))
                .execute();
    }

    private List<RecordedAs> logOnOfficer(String officerId, Object... entries) throws ApiException {
        List<OfficerEntry> several = new ArrayList<>();
        for (Object entry : entries) {
            several.add(new OfficerEntry(entry));
        }
        return logging.logOnOfficer(officerId, new OfficerEntryOrEntries(several))
                .execute();
    }

    /** Three cases with an allegation each, an entry a line. */
    private static Path file() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String caseId : List.of("IMPORT-1", "IMPORT-2", "IMPORT-3")) {
            lines.add(JSON.serialize(new CaseOpened()
                    .caseId(caseId)
                    .occurredOn(EveryFact.DAY)
                    .force("LANCASHIRE")
                    .kind(CaseOpened.KindEnum.COMPLAINT)
                    .source(CaseOpened.SourceEnum.PUBLIC)
                    .tags(List.of("IMPORTED"))));
            lines.add(JSON.serialize(new AllegationReported()
                    .caseId(caseId)
                    .occurredOn(EveryFact.DAY)
                    .allegationId("A1")
                    .category("EXCESSIVE_FORCE")));
        }
        return Files.write(directory.resolve("entries.ndjson"), lines);
    }

    private static List<JsonElement> events() throws ApiException, IOException {
        var log = new LogApi(register.client("auditor"))
                .readLog()
                .from(1L)
                .limit(1000)
                .execute();
        return Files.readAllLines(log.toPath()).stream()
                .map(JsonParser::parseString)
                .toList();
    }

    /** Returns the types of entries of all records, as the document lists them. */
    private static Set<String> documentedTypes() throws IOException {
        var schemas = JsonParser.parseString(Files.readString(ApiDocumentTest.FILE))
                .getAsJsonObject()
                .getAsJsonObject("components")
                .getAsJsonObject("schemas");
        Set<String> types = new TreeSet<>();
        for (String union : List.of("CaseEntry", "OfficerEntry", "RecommendationEntry")) {
            types.addAll(schemas.getAsJsonObject(union)
                    .getAsJsonObject("discriminator")
                    .getAsJsonObject("mapping")
                    .keySet());
        }
        return types;
    }
}

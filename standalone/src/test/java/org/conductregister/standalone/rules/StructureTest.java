package org.conductregister.standalone.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that keep the modules apart. Each was broken once, to see it fail. */
@AnalyzeClasses(packages = "org.conductregister", importOptions = DoNotIncludeTests.class)
class StructureTest {

    private static final String STATISTICS = "org.conductregister.query.statistics";

    private static final DescribedPredicate<JavaClass> SHARED_EVENTS = describe(
            "shared-events",
            type -> type.getPackageName().startsWith("org.conductregister.")
                    && Stream.of("web", "platform", "command", "query", "standalone")
                            .noneMatch(other ->
                                    (type.getPackageName() + ".").startsWith("org.conductregister." + other + ".")));

    @ArchTest
    static final ArchRule questionsNeedNothingOfTheSideThatWrites = noClasses()
            .that()
            .resideInAPackage("org.conductregister.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.conductregister.command..", "org.conductregister.standalone..");

    @ArchTest
    static final ArchRule writingNeedsNothingOfTheSideThatAnswers = noClasses()
            .that()
            .resideInAPackage("org.conductregister.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.conductregister.query..", "org.conductregister.standalone..");

    @ArchTest
    static final ArchRule factsKnowNoFramework =
            noClasses().that(SHARED_EVENTS).should().dependOnClassesThat().resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule onlyTheEventStoreKnowsAxon = noClasses()
            .that(SHARED_EVENTS)
            .and()
            .resideOutsideOfPackage("org.conductregister.eventstore..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyDo = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..");

    /** Names of our own invention, for which the literature or a library has a name that readers can look up. */
    static final Set<String> INVENTED_NAMES = Set.of(
            "WhoMay",
            "Turnstile",
            "KeyedDigests",
            "Bell",
            "Keeper",
            "Keeping",
            "LogFeed",
            "Tale",
            "Dice",
            "Logbook",
            "Guises",
            "Strata",
            "Extremes",
            "Beside",
            "KeptGrouping",
            "DayPrefix",
            "Names",
            "Tuples",
            "Moves",
            "Positions",
            "VastCounts",
            "TupleTest",
            "Wanted",
            "Ink",
            "Cursor",
            "Ready",
            "Room",
            "Untold");

    @ArchTest
    static final ArchRule classesHaveNamesThatCanBeLookedUp =
            noClasses().should(be(describe("invented names", type -> INVENTED_NAMES.contains(type.getSimpleName()))));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.conductregister.(**)").should().beFreeOfCycles();

    /** A class belongs to the file of its outermost class. */
    @ArchTest
    static final ArchRule filesOfTheStatisticsHaveNoCycles = slices().assignedFrom(new SliceAssignment() {

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith(STATISTICS)
                            ? SliceIdentifier.of(file(type))
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "files of the statistics";
                }
            })
            .should()
            .beFreeOfCycles();

    private static final int MAX_FILES = 20;

    /** The folders of a module whose sources are packages. */
    private static final Pattern SOURCES = Pattern.compile("[\\w-]+/src/\\w+/java/(.+)");

    /** Counts the files of all modules: those of the product, of its tests, fixtures, benchmarks and stress tests. */
    @Test
    void noPackageHasMoreThan20Files() throws IOException {
        assertThat(filesByFolder())
                .hasSizeGreaterThan(100)
                .allSatisfy((folder, files) -> assertThat(files).as(folder).hasSizeLessThanOrEqualTo(MAX_FILES));
    }

    /** The packages of the programs themselves hold but a class with {@code main}. */
    @Test
    void everyPackageHasAPage() throws IOException {
        var ofPrograms = Set.of("org/conductregister/command", "org/conductregister/query");
        var ofProduct = filesByFolder().entrySet().stream()
                .filter(folder -> folder.getKey().contains("/src/main/"))
                .filter(folder -> ofPrograms.stream().noneMatch(folder.getKey()::endsWith));

        assertThat(ofProduct)
                .hasSizeGreaterThan(60)
                .allSatisfy(folder ->
                        assertThat(folder.getValue()).as(folder.getKey()).contains("package-info.java"));
    }

    private static Map<String, List<String>> filesByFolder() throws IOException {
        var root = Path.of("..");
        try (var files = Files.find(root, 30, (file, is) -> file.toString().endsWith(".java"))) {
            return files.map(root::relativize)
                    .filter(file -> SOURCES.matcher(folder(file)).matches())
                    .collect(groupingBy(
                            StructureTest::folder,
                            mapping(file -> file.getFileName().toString(), toList())));
        }
    }

    private static String folder(Path file) {
        return file.getParent().toString().replace(File.separatorChar, '/');
    }

    /**
     * Headers are written by filters when the thread of the request leaves them. Where another thread writes the body, both
     * may change the headers at once, which Tomcat answers with a broken header or an exception, now and then. One class has the server
     * answer a request from the start by another of its threads, which it begins when the first has left.
     */
    @ArchTest
    static final ArchRule anAnswerIsWrittenByTheThreadOfItsRequest = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.conductregister.web.load.SuspendedRequests")
            .should()
            .dependOnClassesThat(describe(
                    "answer on another thread",
                    type -> Set.of(
                                    "StreamingResponseBody",
                                    "ResponseBodyEmitter",
                                    "SseEmitter",
                                    "DeferredResult",
                                    "WebAsyncTask",
                                    "AsyncContext")
                            .contains(type.getSimpleName())));

    @ArchTest
    static final ArchRule aSuspendedRequestIsOnlyAnsweredFromTheStart = noClasses()
            .should()
            .callMethodWhere(describe(
                    "an answer is written, or ended, by a thread of no request",
                    (JavaMethodCall call) ->
                            call.getTargetOwner().getSimpleName().equals("AsyncContext")
                                    && !Set.of("dispatch", "setTimeout").contains(call.getName())));

    /** A path is decoded before anything is decided by it, else one and the same path has many names. */
    @ArchTest
    static final ArchRule nothingIsDecidedByAPathAsItWasSent = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.conductregister.web.RequestedPath")
            .should()
            .callMethodWhere(describe(
                    "the path is read as it was sent",
                    (JavaMethodCall call) -> Set.of("getRequestURI", "getRequestURL", "getServletPath", "getPathInfo")
                                    .contains(call.getName())
                            && call.getTargetOwner().getPackageName().startsWith("jakarta.servlet")));

    private static String file(JavaClass type) {
        var name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    @ArchTest
    static final ArchRule whatAClassNeedsIsInItsConstructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule timeComesIn = noClasses()
            .should()
            .callMethodWhere(describe(
                    "the machine's clock is read past java.time.Clock",
                    (JavaMethodCall call) -> call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule oneClockReadsTheMachines = noClasses()
            .that()
            .resideOutsideOfPackage("org.conductregister.platform")
            .should()
            .callMethodWhere(describe(
                    "a clock is made",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")));
}

package org.conductregister.standalone.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A switch over a sealed type or an enum of ours names every case: it has no {@code default}, and no case is answered by
 * "this cannot be". So a new fact, refusal or code does not compile until each has been told what to make of it. The
 * sources are read by the compiler itself, for class files no longer show it.
 */
class SwitchesTest {

    private static final List<String> MODULES =
            List.of("shared-events", "shared-web", "command-service", "query-service", "gateway", "standalone");
    private static final Set<String> CANNOT_BE = Set.of(
            "IllegalStateException",
            "IllegalArgumentException",
            "UnsupportedOperationException",
            "AssertionError",
            "MatchException");

    @Test
    void switchesOverClosedSetsNameEveryCase() throws IOException {
        var sources = new ArrayList<Path>();
        for (var module : MODULES) {
            sources.addAll(javaFilesUnder(Path.of("..", module, "src", "main", "java")));
        }

        assertThat(sources).hasSizeGreaterThan(200);
        assertThat(faultsOf(sources.stream().map(SwitchesTest::source).toList()))
                .isEmpty();
    }

    @Test
    void aDefaultAndACannotBeAreFound() throws IOException {
        var code = """
            package org.conductregister.made;

            import org.conductregister.facts.CaseFact;
            import org.conductregister.facts.Correction;
            import org.conductregister.terms.Verdict;

            class Made {
                int ofDefault(CaseFact fact) {
                    return switch (fact) {
                        case CaseFact.CaseOpened f -> 1;
                        default -> 2;
                    };
                }

                void ofOldDefault(Verdict verdict) {
                    switch (verdict) {
                        case CONVICTED:
                            break;
                        default:
                    }
                }

                int ofCannotBe(Correction.DuplicateMarking fact) {
                    return switch (fact) {
                        case Correction.CaseMarkedDuplicate f -> 1;
                        case Correction.OfficerMarkedDuplicate f -> throw new IllegalStateException("decided before");
                    };
                }

                <F extends CaseFact> int ofVariable(F fact) {
                    return switch (fact) {
                        case CaseFact.CaseOpened f -> 1;
                        case null, default -> 2;
                    };
                }

                int ofOpenSets(String text, Object any, Verdict verdict) {
                    int first = switch (text) {
                        case "a" -> 1;
                        default -> 2;
                    };
                    int second = switch (any) {
                        case Verdict v -> 1;
                        default -> throw new IllegalArgumentException();
                    };
                    return first + second + switch (verdict) {
                        case CONVICTED -> 1;
                        case ACQUITTED -> 2;
                    };
                }
            }
            """;

        assertThat(faultsOf(List.of(source("Made", code))))
                .containsExactly(
                        "Made.java:9: a default",
                        "Made.java:16: a default",
                        "Made.java:24: a case that cannot be",
                        "Made.java:31: a default");
    }

    private static List<Path> javaFilesUnder(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static JavaFileObject source(Path file) {
        try {
            return source(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String name, String code) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return true;
            }
        };
    }

    private static List<String> faultsOf(List<JavaFileObject> sources) throws IOException {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("--release", "21", "-proc:none", "-Xlint:none", "-classpath", classPath()),
                    null,
                    sources);
            var parsed = task.parse();
            task.analyze();
            assertThat(diagnostics.getDiagnostics())
                    .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .isEmpty();
            var scan = new Scan(Trees.instance(task));
            parsed.forEach(unit -> scan.scan(unit, null));
            return scan.faults;
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Scan extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private final List<String> faults = new ArrayList<>();

        Scan(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitSwitch(SwitchTree node, Void unused) {
            look(node, node.getExpression(), node.getCases());
            return super.visitSwitch(node, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Void unused) {
            look(node, node.getExpression(), node.getCases());
            return super.visitSwitchExpression(node, null);
        }

        private void look(Tree node, ExpressionTree selector, List<? extends CaseTree> cases) {
            if (!isClosed(selector)) {
                return;
            }
            if (cases.stream()
                    .flatMap(each -> each.getLabels().stream())
                    .anyMatch(DefaultCaseLabelTree.class::isInstance)) {
                faults.add(at(node) + "a default");
            } else if (cases.stream().anyMatch(Scan::cannotBe)) {
                faults.add(at(node) + "a case that cannot be");
            }
        }

        /** Whether the compiler knows all there is: of a sealed type, or an enum, of ours. */
        private boolean isClosed(ExpressionTree selector) {
            var type = trees.getTypeMirror(new TreePath(getCurrentPath(), selector));
            while (type instanceof javax.lang.model.type.TypeVariable variable) {
                type = variable.getUpperBound();
            }
            if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
                return false;
            }
            boolean ours = element.getQualifiedName().toString().startsWith("org.conductregister.");
            return ours
                    && (element.getKind() == ElementKind.ENUM
                            || element.getModifiers().contains(Modifier.SEALED));
        }

        private static boolean cannotBe(CaseTree one) {
            return one.getBody() instanceof ThrowTree thrown
                    && thrown.getExpression() instanceof NewClassTree made
                    && CANNOT_BE.contains(made.getIdentifier().toString());
        }

        private String at(Tree node) {
            var unit = getCurrentPath().getCompilationUnit();
            long start = trees.getSourcePositions().getStartPosition(unit, node);
            return "%s:%d: "
                    .formatted(
                            Path.of(unit.getSourceFile().toUri().getPath()).getFileName(),
                            unit.getLineMap().getLineNumber(start));
        }
    }
}

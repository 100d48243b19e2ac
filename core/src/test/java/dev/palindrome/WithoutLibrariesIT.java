package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who excludes a library that he does not need still has the rest; what needs it says so. */
class WithoutLibrariesIT {

    @Test
    void withoutTestcontainersThereAreNoContainers() throws Exception {
        assertThat(WithoutClasses.run(
                        WithoutContainers.class,
                        name -> name.startsWith("org.testcontainers.") || name.startsWith("com.github.dockerjava.")))
                .containsExactly("embedded, reversible", """
                        SQL Server was asked for, and the embedded engine may not stand in for it.
                        Tried:
                        - existing server: palindrome.url is not set
                        - container mcr.microsoft.com/mssql/server:2022-latest: Testcontainers is not on the class path
                        Ways out, of which one is enough:
                        - set palindrome.url, palindrome.username and palindrome.password to those of a SQL Server that runs
                        - add org.testcontainers:testcontainers-mssqlserver to the test class path, for SQL Server in Docker""");
    }

    @Test
    void withoutDatafakerNoTextsAreGenerated() throws Exception {
        String missing =
                "Generated texts come from Datafaker, which is not on the class path. Add net.datafaker:datafaker"
                        + " to the test class path, or give the rows by scripts, files or insert, and the columns of a fill by byRow.";

        assertThat(WithoutClasses.run(
                        WithoutFakes.class,
                        name -> name.startsWith("net.datafaker.") || name.startsWith("com.google.i18n.")))
                .containsExactly("reversible", "inserted 1", "filled", missing, missing, missing);
    }

    @Test
    void withoutDatafakerASeederCompilesThatWantsNoFaker(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Own.java"), """
                import dev.palindrome.seed.SeedContext;
                import dev.palindrome.seed.Seeder;

                class Own implements Seeder {
                    @Override
                    public void seed(SeedContext context) {
                        context.fill("users", 3).byRow("name", row -> "n" + row).withEdges();
                        context.insert("users", java.util.Map.of("id", 7));
                    }
                }
                """);
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("datafaker"))
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            assertThat(compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    List.of("-proc:none", "-cp", classPath, "-d", folder.toString()),
                                    null,
                                    files.getJavaFileObjects(source))
                            .call())
                    .as(() -> said.toString())
                    .isTrue();
        }
    }

    /** The engine that is left, and why not the one that was asked for. */
    public static final class WithoutContainers implements Callable<List<String>> {

        @Override
        public List<String> call() {
            List<String> said = new ArrayList<>();
            try (TestDatabase database = builder(EngineKind.AUTO).start()) {
                said.add((database.engine() == EngineKind.EMBEDDED ? "embedded" : "another")
                        + (database.verifyRoundTrips().isReversible() ? ", reversible" : ""));
            }
            try (TestDatabase none = builder(EngineKind.SQL_SERVER).start()) {
                said.add("started " + none);
            } catch (PalindromeException e) {
                said.add(e.getMessage());
            }
            return said;
        }
    }

    /** What goes on, and what is refused. */
    public static final class WithoutFakes implements Callable<List<String>> {

        @Override
        public List<String> call() {
            List<String> said = new ArrayList<>();
            TestDatabase.Builder builder = builder(EngineKind.EMBEDDED);
            said.add(
                    builder.withoutReports()
                                    .verifyRoundTrips(RoundTripOptions.none())
                                    .isReversible()
                            ? "reversible"
                            : "not reversible");
            try (TestDatabase database = builder(EngineKind.EMBEDDED).start();
                    Snapshot snapshot = database.snapshot()) {
                database.seed(SeedPlan.empty().seeders(seed -> {
                    seed.insert("users", Map.of("id", 7, "remark", "x"));
                    said.add("inserted 1");
                }));
                snapshot.restore();
                database.seed(SeedPlan.empty().seeders(seed -> {
                    seed.fill("users", 3).byRow("remark", row -> "n" + row).byRow("age", row -> null);
                    said.add("filled");
                }));
                snapshot.restore();
                said.add(refusal(() -> database.seed(
                        SeedPlan.empty().seeders(seed -> seed.fill("users", 3).with("remark", (faker, row) -> null)))));
                said.add(refusal(() -> database.seed(SeedPlan.empty().fill("users:2"))));
                said.add(refusal(() -> database.seed(
                        SeedPlan.empty().seeders(seed -> said.add(seed.faker().toString())))));
            }
            return said;
        }

        private static String refusal(Runnable refused) {
            try {
                refused.run();
                return "not refused";
            } catch (PalindromeException e) {
                return e.getCause() instanceof PalindromeException cause ? cause.getMessage() : e.getMessage();
            }
        }
    }

    private static TestDatabase.Builder builder(EngineKind engine) {
        return TestDatabase.builder()
                .engine(engine)
                .settings(Settings.of(name -> Optional.empty()))
                .locations("classpath:db/front");
    }
}

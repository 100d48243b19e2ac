package dev.palindrome.h2;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.palindrome.WithoutClasses;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever of H2's classes another version may not have, resets and clones work with H2's SQL alone. */
class WithoutTheInsideOfH2IT {

    /** What everybody may use of H2, and of what type a function's argument is. */
    private static final Set<String> DRIVER = Set.of(
            "org.h2.Driver",
            "org.h2.jdbcx.JdbcDataSource",
            "org.h2.tools.SimpleResultSet",
            "org.h2.api.AggregateFunction",
            "org.h2.api.Trigger",
            "org.h2.value.TypeInfo");

    @Test
    void resetsAndClonesWorkWithoutTheInside() throws Exception {
        assertThat(resultWithout(name -> !DRIVER.contains(name))).isEqualTo(EmbeddedRun.EXPECTED_OF_SQL_ALONE);
    }

    @Test
    void withTheInsideTheyKnowMore() throws Exception {
        assertThat(resultWithout(name -> false)).isEqualTo(EmbeddedRun.EXPECTED);
    }

    @ParameterizedTest
    @MethodSource("classesOfTheInside")
    void resetsAndClonesWorkWithoutOneClass(String missing) throws Exception {
        assertThat(resultWithout(missing::equals)).isEqualTo(EmbeddedRun.EXPECTED_OF_SQL_ALONE);
    }

    static Stream<String> classesOfTheInside() {
        Set<String> names = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.palindrome.h2")
                .forEach(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getBaseComponentType().getName())
                        .filter(name -> name.startsWith("org.h2.") && !DRIVER.contains(name))
                        .forEach(names::add));
        assertThat(names).hasSizeGreaterThan(30);
        return names.stream();
    }

    /** Where it was not found out beforehand. */
    @Test
    void aClassThatIsMissingLeavesNoConnectionOpen() throws Exception {
        assertThat(WithoutClasses.run(FailingSnapshot.class, "org.h2.schema.Sequence"::equals))
                .isEqualTo("java.lang.NoClassDefFoundError: org/h2/schema/Sequence; 1 session");
    }

    /** As if nobody had tried this version of H2. */
    private static List<String> resultWithout(Predicate<String> missing) throws Exception {
        return WithoutClasses.run(
                EmbeddedRun.class,
                name -> name.startsWith("org.h2.") && missing.test(name),
                file -> file.endsWith("known-versions.txt"));
    }

    /** Takes a snapshot that cannot be taken, and says what became of it. */
    public static final class FailingSnapshot implements Callable<String> {

        @Override
        public String call() throws SQLException {
            try (H2TestDatabase database = new H2TestDatabase()) {
                return failure(database) + "; "
                        + database.texts("SELECT COUNT(*) || ' session' FROM INFORMATION_SCHEMA.SESSIONS")
                                .get(0);
            }
        }

        private static String failure(H2TestDatabase database) throws SQLException {
            try (H2Snapshot snapshot = H2Snapshot.of(database.name(), database.dataSource())) {
                return "taken: " + snapshot;
            } catch (LinkageError e) {
                return e.toString();
            }
        }
    }
}

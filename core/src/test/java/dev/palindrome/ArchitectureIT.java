package dev.palindrome;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions between packages, and where other people's libraries may be known. */
class ArchitectureIT {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.palindrome");

    /** What each concern may use beside {@link #OPEN_TO_ALL}. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("error", Set.of()),
            entry("text", Set.of()),
            entry("settings", Set.of()),
            entry("progress", Set.of()),
            entry("sql", Set.of()),
            entry("location", Set.of()),
            entry("tsql", Set.of("engine")),
            entry("h2", Set.of("tsql")),
            entry("engine", Set.of()),
            entry("database", Set.of("engine", "tsql", "h2")),
            entry("schema", Set.of("tsql", "h2")),
            entry("migration", Set.of("database", "engine", "tsql")),
            entry("check", Set.of("migration", "tsql")),
            entry("seed", Set.of("schema", "database", "engine", "tsql", "h2")),
            entry("roundtrip", Set.of("migration", "schema", "seed", "database", "engine", "tsql")),
            entry("reset", Set.of("schema", "database", "engine", "h2")),
            entry("production", Set.of("database", "engine", "schema", "seed", "tsql", "h2")),
            entry("report", Set.of("roundtrip", "schema", "migration", "reset", "check", "engine", "tsql")));

    private static final Set<String> OPEN_TO_ALL = Set.of("error", "settings", "text", "progress", "sql", "location");

    /** So that no rule below holds because nothing was read. */
    @Test
    void theClassesAreThere() {
        assertThat(CORE).hasSizeGreaterThan(500);
        assertThat(MAY_USE.keySet())
                .allSatisfy(name -> assertThat(CORE.containPackage("dev.palindrome." + name))
                        .isTrue());
        assertThat(CORE.stream().map(ArchitectureIT::concern).collect(Collectors.toSet()))
                .containsAll(MAY_USE.keySet())
                .allSatisfy(name -> assertThat(name.isEmpty() || MAY_USE.containsKey(name))
                        .as(name)
                        .isTrue());
    }

    /** The rule of the house: what is in a concern's sub-packages is nobody else's business. */
    @Test
    void nobodySeesTheInsideOfAnotherConcern() {
        classes()
                .should(dependOnlyOn("the root packages of other concerns", (from, to) -> isRootPackage(to)))
                .check(CORE);
    }

    @Test
    void concernsKnowOnlyWhatTheyMayKnow() {
        classes()
                .should(dependOnlyOn("what their concern may use", (from, to) -> mayUse(concern(from), concern(to))))
                .check(CORE);
    }

    @Test
    void noCycles() {
        slices().matching("dev.palindrome.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @TestFactory
    Stream<DynamicTest> theInsideOfAConcernHasNoCycles() {
        return MAY_USE.keySet().stream()
                .filter(name -> CORE.stream()
                        .anyMatch(type -> type.getPackageName().startsWith("dev.palindrome." + name + ".")))
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> slices().matching("dev.palindrome." + name + ".(*)..")
                                .should()
                                .beFreeOfCycles()
                                .check(CORE)));
    }

    /** A new line of the log cannot forget that there may be what steers a terminal in a name. */
    @Test
    void logsAreWrittenInOnePlace() {
        assertThat(CORE.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(on ->
                                        on.getTargetClass().getPackageName().startsWith("org.slf4j")))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet()))
                .as("beside them only our Log for Flyway, which makes names visible as well")
                .containsExactlyInAnyOrder("VisibleLog", "TurnedDownLog", "TurnedDown");
    }

    /** A new statement cannot forget that braces in it are no escapes of JDBC's. */
    @Test
    void statementsAreOpenedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.palindrome.sql")
                .should(callMethodsOf(
                        Connection.class, Set.of("createStatement", "prepareStatement", "prepareCall", "nativeSQL")))
                .check(CORE);
        assertThat(CORE.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Connection.class))
                        .filter(call -> call.getName().endsWith("Statement"))
                        .map(call -> call.getOriginOwner().getSimpleName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("SqlRunner", "PreparedSql");
    }

    private static ArchCondition<JavaClass> callMethodsOf(Class<?> owner, Set<String> names) {
        return new ArchCondition<>("call " + names + " of " + owner.getSimpleName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(owner) && names.contains(call.getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    /** A longer list of files is one in which nobody finds anything. */
    @Test
    void noPackageIsCrowded() {
        assertThat(CORE.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .allSatisfy((name, files) -> assertThat(files).isLessThanOrEqualTo(45));
    }

    private static boolean mayUse(String from, String to) {
        return from.isEmpty()
                || OPEN_TO_ALL.contains(to)
                || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean isRootPackage(JavaClass type) {
        return type.getPackageName().split("\\.").length <= 3;
    }

    /** The first name behind {@code dev.palindrome}; empty for the front door. */
    private static String concern(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length < 3 ? "" : names[2];
    }

    private static ArchCondition<JavaClass> dependOnlyOn(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend only on " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("dev.palindrome"))
                        .filter(use -> !concern(use.getTargetClass()).equals(concern(type)))
                        .filter(use -> !allowed.test(type, use.getTargetClass()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> librariesStayWhereTheyAreKnown() {
        return Stream.of(
                        onlyIn("dev.palindrome.engine.container", "org.testcontainers.."),
                        onlyIn("dev.palindrome.engine.container", "com.github.dockerjava.."),
                        onlyIn("dev.palindrome.migration", "org.flywaydb.."),
                        onlyIn("dev.palindrome.seed", "net.datafaker.."),
                        onlyIn("dev.palindrome.seed", "de.siegmar.."),
                        onlyIn("dev.palindrome.production.scan.value", "com.google.i18n.."),
                        onlyIn(
                                Set.of(
                                        "dev.palindrome.seed.condition",
                                        "dev.palindrome.seed.file",
                                        "dev.palindrome.h2.function",
                                        "dev.palindrome.report",
                                        "dev.palindrome.production.json",
                                        "dev.palindrome.production.scan.value"),
                                "tools.jackson.."))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CORE)));
    }

    @Test
    void flywaysInternalsAreNotTouched() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb.core.internal..")
                .check(CORE);
    }

    /** They are in Testcontainers' jar for its own use. */
    @Test
    void whatTestcontainersShadesIsNotTouched() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.testcontainers.shaded..")
                .check(CORE);
    }

    /** H2 is optional, and its inside changes from version to version: one room knows it, all others its driver alone. */
    @Test
    void theInsideOfH2IsKnownInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.palindrome.h2..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are H2's, but not its driver",
                        type -> type.getPackageName().startsWith("org.h2")
                                && !Set.of("org.h2.Driver", "org.h2.jdbcx.JdbcDataSource")
                                        .contains(type.getName())))
                .check(CORE);
    }

    /** But for the commands that GitHub's runner reads there, and for what is run from the command line. */
    @Test
    void nobodyWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE.that(DescribedPredicate.describe(
                "are not the job's log or a main class",
                type -> !type.getSimpleName().equals("JobLog")
                        && !type.getName().equals("dev.palindrome.check.Main"))));
    }

    /** It is a fault. Who catches one does not know whose. */
    @Test
    void nobodyCatchesANullPointerException() {
        assertThat(CORE.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(code -> code.getTryCatchBlocks().stream()
                                .flatMap(block -> block.getCaughtThrowables().stream())
                                .anyMatch(caught -> caught.isEquivalentTo(NullPointerException.class)))
                        .map(JavaCodeUnit::getFullName))
                .isEmpty();
    }

    /** Our own recursion is counted, so that an error names the line. H2's is not ours to count. */
    @Test
    void onlyWhereH2RunsAStatementMayTheStackRunOut() {
        assertThat(CORE.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(on -> on.getTargetClass().isEquivalentTo(StackOverflowError.class))
                                || type.getCodeUnits().stream()
                                        .flatMap(code -> code.getTryCatchBlocks().stream())
                                        .flatMap(block -> block.getCaughtThrowables().stream())
                                        .anyMatch(caught -> caught.isAssignableTo(VirtualMachineError.class)))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("StackLimit", "SqlRunner", "StackGuard");
    }

    @Test
    void namesSayWhatAClassDoes() {
        noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(
                        ".*(Util|Utils|Helper|Manager)"))
                .check(CORE);
    }

    /** Without one, the next rule would not look at a package. */
    @Test
    void packagesHaveAPackageInfo() {
        assertThat(CORE)
                .filteredOn(type -> type.getSimpleName().equals("package-info"))
                .extracting(JavaClass::getPackageName)
                .containsAll(CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
    }

    @Test
    void packagesAreNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .check(CORE);
    }

    private static ArchRule onlyIn(String home, String library) {
        return onlyIn(Set.of(home), library);
    }

    private static ArchRule onlyIn(Set<String> homes, String library) {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are outside " + homes,
                        (JavaClass type) ->
                                homes.stream().noneMatch(home -> (type.getPackageName() + ".").startsWith(home + "."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}

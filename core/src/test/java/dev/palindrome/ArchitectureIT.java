package dev.palindrome;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
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

    /** So that no rule below holds because nothing was read. */
    @Test
    void theClassesAreThere() {
        assertThat(CORE).hasSizeGreaterThan(60);
        assertThat(List.of("engine", "database", "migration", "schema", "seed", "roundtrip", "reset", "report", "tsql"))
                .allSatisfy(name -> assertThat(CORE.containPackage("dev.palindrome." + name))
                        .isTrue());
    }

    @Test
    void packagesKnowOnlyWhatTheyMayKnow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.palindrome..")
                .ensureAllClassesAreContainedInArchitecture()
                .layer("front door")
                .definedBy("dev.palindrome")
                .layer("error")
                .definedBy("dev.palindrome.error")
                .layer("settings")
                .definedBy("dev.palindrome.settings")
                .layer("tsql")
                .definedBy("dev.palindrome.tsql")
                .layer("engine")
                .definedBy("dev.palindrome.engine")
                .layer("database")
                .definedBy("dev.palindrome.database")
                .layer("migration")
                .definedBy("dev.palindrome.migration")
                .layer("schema")
                .definedBy("dev.palindrome.schema")
                .layer("seed")
                .definedBy("dev.palindrome.seed")
                .layer("roundtrip")
                .definedBy("dev.palindrome.roundtrip")
                .layer("reset")
                .definedBy("dev.palindrome.reset")
                .layer("report")
                .definedBy("dev.palindrome.report")
                .whereLayer("front door")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("front door")
                .whereLayer("roundtrip")
                .mayOnlyBeAccessedByLayers("front door", "report")
                .whereLayer("reset")
                .mayOnlyBeAccessedByLayers("front door", "report")
                .whereLayer("migration")
                .mayOnlyBeAccessedByLayers("front door", "roundtrip", "report")
                .whereLayer("seed")
                .mayOnlyBeAccessedByLayers("front door", "roundtrip")
                .whereLayer("schema")
                .mayOnlyBeAccessedByLayers("front door", "seed", "roundtrip", "reset", "report")
                .whereLayer("database")
                .mayOnlyBeAccessedByLayers("front door", "migration", "seed", "roundtrip", "reset")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("front door", "migration", "database", "seed", "roundtrip", "reset")
                .whereLayer("tsql")
                .mayOnlyBeAccessedByLayers("engine", "database", "migration", "schema", "seed")
                .check(CORE);
    }

    /** The layers above say by whom a package may be known, these who may be known by the lowest. */
    @TestFactory
    Stream<DynamicTest> theLowestPackagesKnowHardlyAnybody() {
        return Stream.of(knowsOnly("error"), knowsOnly("settings", "error"), knowsOnly("engine", "error", "settings"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CORE)));
    }

    @Test
    void noCycles() {
        slices().matching("dev.palindrome.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @TestFactory
    Stream<DynamicTest> librariesStayWhereTheyAreKnown() {
        return Stream.of(
                        onlyIn("dev.palindrome.engine", "org.testcontainers.."),
                        onlyIn("dev.palindrome.engine", "com.github.dockerjava.."),
                        onlyIn("dev.palindrome.migration", "org.flywaydb.."),
                        onlyIn("dev.palindrome.seed", "net.datafaker.."),
                        onlyIn("dev.palindrome.seed", "de.siegmar.."),
                        onlyIn("dev.palindrome.seed", "tools.jackson.."))
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

    @Test
    void h2IsOptional() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are not named after H2", type -> !type.getSimpleName().startsWith("H2")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.h2..")
                .check(CORE);
    }

    @Test
    void nobodyWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
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

    private static ArchRule knowsOnly(String name, String... others) {
        Set<String> known = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> "dev.palindrome." + other)
                .collect(Collectors.toSet());
        return noClasses()
                .that()
                .resideInAPackage("dev.palindrome." + name)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are Palindrome's, but not of " + known,
                        type -> type.getPackageName().startsWith("dev.palindrome")
                                && !known.contains(type.getPackageName())));
    }

    private static ArchRule onlyIn(String home, String library) {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are outside " + home,
                        (JavaClass type) -> !type.getPackageName().equals(home)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}

package dev.palindrome.junit5;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

/** What users may see of this module, and what it may see of others. */
class ArchitectureIT {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.palindrome.junit5");

    /** So that no rule below holds because nothing was read. */
    @Test
    void theClassesAreThere() {
        assertThat(MODULE).hasSizeGreaterThan(20);
    }

    @Test
    void onlyTheAnnotationsTheirEnumsAndWhatHostsNeedIsPublic() {
        assertThat(MODULE)
                .filteredOn(type -> type.getPackageName().equals("dev.palindrome.junit5"))
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder(
                        "DatabaseHost",
                        "DatabaseRequest",
                        "HostedDatabase",
                        "KeepDatabase",
                        "Mask",
                        "MigratedDatabase",
                        "MigratedDatabases",
                        "MigrationCheckTest",
                        "OnDatabase",
                        "ResetMode",
                        "RoundTripTest",
                        "Seed",
                        "Seeds");
    }

    @Test
    void theExtensionIsHidden() {
        classes().that().implement(Extension.class).should().bePackagePrivate().check(MODULE);
    }

    @Test
    void noCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.palindrome.junit5.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MODULE);
    }

    /** The rule of the house: what is in the sub-packages of core's concerns is nobody else's business. */
    @Test
    void theInsideOfCoreIsNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are inside a concern of core",
                        type -> type.getPackageName().matches("dev\\.palindrome\\.(?!junit5)\\w+\\..+")))
                .check(MODULE);
    }

    @Test
    void engineAndDatabaseAreReachedThroughTheFrontDoor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.palindrome.database..",
                        "dev.palindrome.tsql..",
                        "org.flywaydb..",
                        "org.h2..",
                        "org.testcontainers..")
                .check(MODULE);
    }

    @Test
    void thePackageIsNullMarked() {
        assertThat(MODULE.get("dev.palindrome.junit5.package-info")
                        .isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .isTrue();
    }

    @Test
    void nobodyWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MODULE);
    }

    /** A data source has to return a java.util.logging.Logger, but nobody may have one of his own. */
    @Test
    void nobodyLogsWithJavaUtilLogging() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MODULE);
    }

    @Test
    void namesSayWhatAClassDoes() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager)")
                .orShould()
                .haveNameMatching(".*(TestCase)")
                .check(MODULE);
    }
}

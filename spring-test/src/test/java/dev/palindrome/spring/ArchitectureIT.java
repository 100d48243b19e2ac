package dev.palindrome.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The only module that knows Spring, and what it may know of the others. */
class ArchitectureIT {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.palindrome");

    @Test
    void theClassesAreThere() {
        assertThat(ALL.containPackage("dev.palindrome.spring")).isTrue();
        assertThat(ALL.containPackage("dev.palindrome.junit5")).isTrue();
        assertThat(ALL).hasSizeGreaterThan(500);
    }

    @Test
    void nobodyElseKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.palindrome.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "dev.palindrome.spring..")
                .check(ALL);
    }

    /** The rule of the house: what is in sub-packages is nobody else's business. */
    @Test
    void onlyRootPackagesAreUsed() {
        noClasses()
                .that()
                .resideInAPackage("dev.palindrome.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.palindrome.*.*..")
                .check(ALL);
    }

    @Test
    void thereIsNothingToCall() {
        assertThat(ALL)
                .filteredOn(type -> type.getPackageName().startsWith("dev.palindrome.spring"))
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getSimpleName)
                .containsExactly("SpringDatabaseHost");
    }
}

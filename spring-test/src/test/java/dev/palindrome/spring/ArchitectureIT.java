package dev.palindrome.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this module may know of the others. That nobody else knows Spring is Maven's to hold: it is on no other's class path. */
class ArchitectureIT {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.palindrome.spring");

    @Test
    void theClassesAreThere() {
        assertThat(MODULE).hasSizeGreaterThan(10);
    }

    /** The rule of the house: what is in sub-packages is nobody else's business. */
    @Test
    void onlyRootPackagesAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.palindrome.*.*..")
                .check(MODULE);
    }

    @Test
    void thereIsNothingToCall() {
        // Both are made by name: by the service loader, and by Hibernate.
        assertThat(MODULE)
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("SpringDatabaseHost", "EmbeddedDialect");
    }
}

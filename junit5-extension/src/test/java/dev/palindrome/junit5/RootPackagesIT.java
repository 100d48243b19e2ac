package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The other half of the house rule: a concern's root package is what users and other concerns call. What is public only
 * because a neighbour in the same concern needs it lives in a sub-package.
 */
class RootPackagesIT {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.palindrome");

    /** No other concern names them, because users do: in seeders and migrations, and where something fails. */
    private static final Set<String> FOR_USERS = Set.of(
            "check.Main",
            "check.MigrationCheckError",
            "database.DatabaseException",
            "engine.EngineUnavailableException",
            "migration.ReversibleMigration",
            "production.DriftAspect",
            "production.ExportException",
            "production.ExportReport",
            "production.MaskContext",
            "production.MaskException",
            "production.MaskFunction",
            "production.MaskReport",
            "production.PersonalColumn",
            "production.PersonalData",
            "production.TableExport",
            "production.SchemaDrift",
            "production.SchemaDriftError",
            "production.SchemaScript",
            "schema.SchemaException",
            "schema.SchemaMismatchError",
            "seed.SeedContext",
            "seed.TableFill");

    /** Other concerns hold them in their hands without naming them: what types say of which they do name. */
    private static final Set<String> HANDED_OUT = Set.of(
            "engine.EmbeddedEngine", // sealed with Engine
            "schema.Identity", // Column.identity()
            "tsql.UntranslatableException", // thrown by TokenReader
            "tsql.ObjectName"); // TokenReader.objectName()

    @Test
    void holdNothingThatOnlyTheirOwnConcernUses() {
        List<JavaClass> roots =
                ALL.stream().filter(RootPackagesIT::isPublicInRoot).toList();

        assertThat(roots).hasSizeGreaterThan(100);
        assertThat(roots)
                .filteredOn(type -> !concern(type).equals("junit5"))
                .filteredOn(type -> !FOR_USERS.contains(name(type)) && !HANDED_OUT.contains(name(type)))
                .filteredOn(type -> type.getDirectDependenciesToSelf().stream()
                        .map(Dependency::getOriginClass)
                        .allMatch(user -> concern(user).equals(concern(type))))
                .extracting(RootPackagesIT::name)
                .isEmpty();
    }

    /** So that the lists name nothing that has gone. */
    @Test
    void theExceptionsAreThere() {
        assertThat(ALL.stream().filter(RootPackagesIT::isPublicInRoot).map(RootPackagesIT::name))
                .containsAll(FOR_USERS)
                .containsAll(HANDED_OUT);
    }

    private static boolean isPublicInRoot(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getPackageName().split("\\.").length == 3;
    }

    private static String concern(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length < 3 ? "" : names[2];
    }

    private static String name(JavaClass type) {
        return concern(type) + "." + type.getSimpleName();
    }
}

package dev.palindrome.migration.catalog;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.script.ScriptFile;
import java.lang.reflect.Modifier;
import java.util.List;
import org.flywaydb.core.api.migration.JavaMigration;

/** Makes Flyway's Java migrations from the class files beside the scripts. */
final class JavaMigrations {

    private JavaMigrations() {}

    /** Of each class one, though locations may overlap. */
    static List<JavaMigration> instances(List<ScriptFile> classFiles, ClassLoader loader) {
        return classFiles.stream()
                .map(JavaMigrations::className)
                .distinct()
                .map(name -> load(name, loader))
                .filter(JavaMigrations::isMigration)
                .map(JavaMigrations::instance)
                .toList();
    }

    static String className(ScriptFile file) {
        String path = file.rootedPath();
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MigrationException("Class " + name + ", which lies beside the migrations, cannot be loaded.", e);
        }
    }

    private static boolean isMigration(Class<?> candidate) {
        return JavaMigration.class.isAssignableFrom(candidate)
                && !candidate.isInterface()
                && !Modifier.isAbstract(candidate.getModifiers())
                && !candidate.isAnonymousClass();
    }

    private static JavaMigration instance(Class<?> migration) {
        try {
            return (JavaMigration) migration.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new MigrationException(
                    "Java migration " + migration.getName()
                            + " cannot be made: it needs a public constructor without parameters, and a name such as"
                            + " V6__Hash_passwords.",
                    e);
        }
    }
}

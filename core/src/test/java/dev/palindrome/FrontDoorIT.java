package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.Approximation;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineUnavailableException;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.AppliedMigration;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.Migrations;
import dev.palindrome.migration.ReversibleMigration;
import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.production.MaskContext;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskFunction;
import dev.palindrome.production.MaskReport;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.Masking;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetReport;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.NotReversibleError;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.RoundTripEvidence;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.RoundTripRun;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaMismatchError;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableOrder;
import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.seed.Seeder;
import dev.palindrome.seed.TableFill;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.DeclaredType;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.datafaker.Faker;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who uses Palindrome meets these types and no others: what they name is the JDK's, theirs, or what users bring. */
class FrontDoorIT {

    private static final List<Class<?>> DOOR = List.of(
            TestDatabase.class,
            TestDatabase.Builder.class,
            PalindromeException.class,
            Settings.class,
            Setting.class,
            EngineKind.class,
            Approximation.class,
            Approximation.Kind.class,
            Approximation.Effect.class,
            EngineUnavailableException.class,
            Migrations.class,
            Migration.class,
            AppliedMigration.class,
            ReversibleMigration.class,
            MigrationException.class,
            ScriptPlace.class,
            SchemaSnapshot.class,
            SchemaDiff.class,
            SchemaException.class,
            SchemaMismatchError.class,
            RoundTripReport.class,
            RoundTrip.class,
            Verdict.class,
            RoundTripRun.class,
            RoundTripEvidence.class,
            RoundTripEvidence.Schemas.class,
            RoundTripOptions.class,
            VersionRows.class,
            DataLoss.class,
            DataLoss.Example.class,
            UndoDraft.class,
            NotReversibleError.class,
            Seeder.class,
            SeedContext.class,
            TableFill.class,
            SeedPlan.class,
            SeedException.class,
            Snapshot.class,
            ResetReport.class,
            ResetStrategy.class,
            ResetException.class,
            OpenTransactionException.class,
            MaskRules.class,
            Masking.class,
            MaskReport.class,
            MaskFunction.class,
            MaskContext.class,
            MaskException.class);

    /** What a schema consists of, for who wants to look into one. */
    private static final Set<Class<?>> SCHEMA = Set.of(
            SchemaObject.class,
            ObjectKind.class,
            Table.class,
            Column.class,
            TableOrder.class,
            DeclaredType.class,
            Difference.class,
            NotCompared.class);

    private static final Set<Class<?>> BROUGHT_BY_USERS = Set.of(Faker.class, Context.class, JavaMigration.class);

    static List<Class<?>> door() {
        return DOOR;
    }

    @ParameterizedTest
    @MethodSource("door")
    void namesNothingOfTheInside(Class<?> type) {
        Stream<Type> named = Stream.concat(
                Stream.concat(Stream.of(type.getGenericInterfaces()), Stream.ofNullable(type.getGenericSuperclass())),
                members(type).flatMap(FrontDoorIT::signature));

        assertThat(named.flatMap(FrontDoorIT::classes))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(isOpen(it)).as(it.getName()).isTrue());
    }

    /** The build compares them with those of the newest release. */
    @Test
    void isWhatReleasesKeep() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));

        assertThat(Stream.concat(DOOR.stream(), SCHEMA.stream())
                        .filter(type -> !type.isMemberClass())
                        .map(type -> "<include>" + type.getName() + "</include>"))
                .allSatisfy(include -> assertThat(pom).contains(include));
    }

    private static boolean isOpen(Class<?> type) {
        return type.isPrimitive()
                || type.getName().startsWith("java")
                || DOOR.contains(type)
                || SCHEMA.contains(type)
                || BROUGHT_BY_USERS.contains(type);
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.<Member[]>of(type.getDeclaredMethods(), type.getDeclaredConstructors(), type.getDeclaredFields())
                .flatMap(Stream::of)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
    }

    private static Stream<Type> signature(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getGenericType());
        }
        Executable executable = (Executable) member;
        Stream<Type> result =
                executable instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.empty();
        return Stream.of(
                        result,
                        Stream.of(executable.getGenericParameterTypes()),
                        Stream.of(executable.getGenericExceptionTypes()))
                .flatMap(types -> types);
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? classes(plain.getComponentType()) : Stream.of(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(classes(generic.getRawType()), all(generic.getActualTypeArguments()));
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.concat(all(wildcard.getUpperBounds()), all(wildcard.getLowerBounds()));
        }
        return type instanceof GenericArrayType array
                ? classes(array.getGenericComponentType())
                : all(((TypeVariable<?>) type).getBounds());
    }

    private static Stream<Class<?>> all(Type[] types) {
        return Stream.of(types).flatMap(FrontDoorIT::classes);
    }
}

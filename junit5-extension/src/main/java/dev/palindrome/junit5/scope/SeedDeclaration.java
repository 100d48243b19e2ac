package dev.palindrome.junit5.scope;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.Seed;
import dev.palindrome.junit5.declaration.UserClass;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.seed.Seeder;
import dev.palindrome.text.VisibleText;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * One {@link Seed} and where it was found.
 *
 * @param annotation what is asked for
 * @param place the class or method that carries it, itself or by way of another annotation
 */
record SeedDeclaration(Seed annotation, String place) {

    /** Refuses what makes no sense, before anything is made. */
    void check() {
        Arrays.stream(annotation.value()).forEach(this::checkSeeder);
        if (withoutSeeders().isEmpty() && annotation.value().length == 0) {
            throw wrong("it says nothing to put in. Name scripts, data, tables to fill or a seeder.");
        }
    }

    private void checkSeeder(Class<? extends Seeder> type) {
        UserClass.whyNot("seeder", type).ifPresent(reason -> {
            throw wrong(reason);
        });
    }

    /** The rows, with seeders of their own at every call. */
    SeedPlan plan() {
        return withoutSeeders()
                .seeders(Arrays.stream(annotation.value()).map(this::seeder).toArray(Seeder[]::new));
    }

    void putInto(TestDatabase database) {
        FailureOrigin.naming(toString(), () -> database.seed(plan()));
    }

    private Seeder seeder(Class<? extends Seeder> type) {
        try {
            return UserClass.instantiate(type);
        } catch (RuntimeException e) {
            throw new SeedException(
                    "%s: the constructor of the seeder %s failed: %s".formatted(this, type.getName(), e.getMessage()),
                    e);
        }
    }

    private SeedPlan withoutSeeders() {
        try {
            return SeedPlan.empty()
                    .scripts(annotation.scripts())
                    .data(annotation.data())
                    .fill(annotation.fill());
        } catch (SeedException e) {
            throw wrong(e.getMessage());
        }
    }

    ClassDatabase choose(ClassScope scope) {
        return new DatabaseChoice(
                        toString(),
                        Optional.of(annotation.database()).filter(name -> !name.isEmpty()),
                        "Set its database to one of these names",
                        ExtensionConfigurationException::new)
                .among(scope);
    }

    private ExtensionConfigurationException wrong(String what) {
        return new ExtensionConfigurationException(VisibleText.lines(this + ": " + what));
    }

    @Override
    public String toString() {
        return "@Seed on " + place;
    }
}

package dev.palindrome.seed.run;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.Seeder;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.sql.SafeErrorMessages;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What to say when a seeder throws something. What a database says may hold values, so its words are left out. */
final class SeederFailure {

    private SeederFailure() {}

    static SeedException of(Class<?> seeder, Exception thrown) {
        Optional<SQLException> refusal = refusal(thrown);
        String reason = thrown instanceof PalindromeException
                ? String.valueOf(thrown.getMessage())
                : refusal.map(bare -> withoutValues(thrown, bare)).orElseGet(thrown::toString);
        Throwable cause = refusal.isPresent() && !(thrown instanceof PalindromeException)
                ? RefusalText.withoutValues(refusal.get())
                : thrown;
        return new SeedException("The %s %s failed: %s".formatted(kind(seeder), name(seeder), reason), cause);
    }

    private static String withoutValues(Exception thrown, SQLException refusal) {
        return "%s (error %d, SQL state %s)%s."
                .formatted(
                        thrown.getClass().getName(),
                        refusal.getErrorCode(),
                        refusal.getSQLState(),
                        SafeErrorMessages.why(refusal));
    }

    private static Optional<SQLException> refusal(Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /** What the class implements for Palindrome: rows of one's own in a round trip come from no seeder. */
    private static String kind(Class<?> type) {
        return Seeder.class.isAssignableFrom(type)
                ? "seeder"
                : Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                        .flatMap(each -> Arrays.stream(each.getInterfaces()))
                        .map(Class::getSimpleName)
                        .findFirst()
                        .orElse("seeder");
    }

    /** The name of a lambda's class says nothing behind the class that it stands in. */
    private static String name(Class<?> seeder) {
        String name = seeder.getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : "(a lambda in %s)".formatted(name.substring(0, lambda));
    }
}

package dev.palindrome.examples;

import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.Seeder;
import java.time.LocalDateTime;

/** Ten users, the first an administrator, and fifty todos that they own in turn, every third of them complete. */
class TodoSeeder implements Seeder {

    private static final int USERS = 10;

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);

    @Override
    public void seed(SeedContext context) {
        context.fill("users", USERS).with("is_admin", (faker, i) -> i == 0);
        context.fill("todos", 50)
                .with("user_id", (faker, i) -> i % USERS + 1)
                .with("priority", (faker, i) -> i % 5 + 1)
                .with("is_completed", (faker, i) -> i % 3 == 0)
                .with("completed_at", (faker, i) -> i % 3 == 0 ? NOON.plusHours(i) : null);
    }
}

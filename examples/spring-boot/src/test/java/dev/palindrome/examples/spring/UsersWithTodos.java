package dev.palindrome.examples.spring;

import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.Seeder;

/** Three users. The first has four todos, the second three, the third two; the last of each is done. */
class UsersWithTodos implements Seeder {

    private static final int[] TODOS = {4, 3, 2};

    @Override
    public void seed(SeedContext seed) {
        seed.fill("users", TODOS.length).with("username", (faker, i) -> "user " + (i + 1));
        for (int user = 0; user < TODOS.length; user++) {
            int id = user + 1;
            int last = TODOS[user] - 1;
            seed.fill("todos", TODOS[user])
                    .with("user_id", faker -> id)
                    .with("completed", (faker, i) -> i == last)
                    .with("due", faker -> null);
        }
    }
}

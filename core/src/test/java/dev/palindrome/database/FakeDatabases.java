package dev.palindrome.database;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes databases without a server.
 *
 * @param maker makes one of its purpose
 */
public record FakeDatabases(Function<String, Database> maker) implements Databases {

    @Override
    public Database create(String purpose, DatabaseOptions options) {
        return maker.apply(purpose);
    }

    @Override
    public Database create(
            String purpose, DatabaseOptions options, Optional<TemplateKey> key, Consumer<Database> fill) {
        throw new UnsupportedOperationException();
    }
}

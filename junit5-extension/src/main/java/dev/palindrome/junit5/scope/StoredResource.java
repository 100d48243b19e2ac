package dev.palindrome.junit5.scope;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What JUnit closes together with the store that it lies in. JUnit 5.12 closes {@code CloseableResource}s only; from 5.13
 * on {@code AutoCloseable} is what it asks for, and it warns about a {@code CloseableResource} that is nothing else.
 */
public interface StoredResource extends AutoCloseable, CloseableResource {

    @Override
    void close();
}

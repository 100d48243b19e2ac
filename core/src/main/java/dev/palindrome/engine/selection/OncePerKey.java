package dev.palindrome.engine.selection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Does something slow once for each key, for all threads. Who comes meanwhile waits; who comes later gets the same result,
 * or the same failure.
 */
final class OncePerKey<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> results = new ConcurrentHashMap<>();
    private final Function<K, V> action;

    OncePerKey(Function<K, V> action) {
        this.action = action;
    }

    V get(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = results.putIfAbsent(key, mine);
        if (first == null) {
            complete(mine, key);
            first = mine;
        }
        return result(first);
    }

    private void complete(CompletableFuture<V> result, K key) {
        try {
            result.complete(action.apply(key));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private static <V> V result(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}

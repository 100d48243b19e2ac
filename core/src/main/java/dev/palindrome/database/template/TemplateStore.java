package dev.palindrome.database.template;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.TemplateMaker.Hold;
import dev.palindrome.text.VisibleLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The templates of this JVM on one engine. The first who wants a database makes it and leaves a template; who wants the same
 * meanwhile waits for it, and who wants another does not. A making that fails leaves nothing, and the next one tries anew.
 * When there is no more room, the template that has not been wanted for longest goes.
 */
public final class TemplateStore {

    private static final VisibleLog LOG = VisibleLog.of(TemplateStore.class);

    private final TemplateMaker maker;
    private final Map<TemplateKey, CompletableFuture<Result>> byKey = new LinkedHashMap<>(16, 0.75f, true);

    public TemplateStore(TemplateMaker maker) {
        this.maker = maker;
    }

    /** What came of a making. */
    private enum Outcome {
        TAKEN,
        IMPOSSIBLE,
        FAILED
    }

    private record Result(Outcome outcome, Optional<Template> template) {}

    /** What the first one gets, and what the others have of it. */
    private record Made(Database database, Result result) {}

    private static final Result FAILED = new Result(Outcome.FAILED, Optional.empty());

    public Database open(Databases databases, TemplateKey key, DatabaseRequest request) {
        while (true) {
            CompletableFuture<Result> mine = new CompletableFuture<>();
            CompletableFuture<Result> first = enter(key, mine);
            if (first == null) {
                return makeFirst(databases, key, request, mine);
            }
            Result result = first.join();
            if (result.outcome() == Outcome.IMPOSSIBLE) {
                return request.make(databases);
            }
            Optional<Database> copy = result.template().flatMap(template -> copy(template, request));
            if (copy.isPresent()) {
                makeRoom();
                return copy.get();
            }
            leave(key, first);
        }
    }

    /** Whatever goes wrong, whoever waits is told. */
    private Database makeFirst(
            Databases databases, TemplateKey key, DatabaseRequest request, CompletableFuture<Result> promise) {
        Result result = FAILED;
        try {
            Made made = makeAlone(databases, key, request);
            result = made.result();
            return made.database();
        } finally {
            if (result.equals(FAILED)) {
                leave(key, promise);
            }
            promise.complete(result);
            makeRoom();
        }
    }

    private Made makeAlone(Databases databases, TemplateKey key, DatabaseRequest request) {
        Hold hold = maker.hold(key);
        @Nullable Database database = null;
        try (hold) {
            Made made = make(databases, key, request);
            database = made.database();
            return made;
        } catch (RuntimeException | Error e) {
            if (database != null) {
                IncompleteDatabase.close(e, database);
            }
            throw e;
        }
    }

    private Made make(Databases databases, TemplateKey key, DatabaseRequest request) {
        Optional<Template> earlier = maker.left(key);
        Optional<Database> copy = earlier.flatMap(template -> copy(template, request));
        if (copy.isPresent()) {
            return new Made(copy.get(), new Result(Outcome.TAKEN, earlier));
        }
        Database database = request.make(databases);
        try {
            Optional<Template> template = maker.take(database, key);
            return new Made(database, new Result(template.isPresent() ? Outcome.TAKEN : Outcome.IMPOSSIBLE, template));
        } catch (RuntimeException | Error e) {
            IncompleteDatabase.close(e, database);
            throw e;
        }
    }

    private static Optional<Database> copy(Template template, DatabaseRequest request) {
        try {
            return Optional.of(template.copy(request.purpose()));
        } catch (DatabaseException e) {
            LOG.warn("A database is made anew, since its template is of no use: {}", e.getMessage());
            template.discard();
            return Optional.empty();
        }
    }

    private @Nullable CompletableFuture<Result> enter(TemplateKey key, CompletableFuture<Result> mine) {
        synchronized (byKey) {
            return byKey.putIfAbsent(key, mine);
        }
    }

    private void leave(TemplateKey key, CompletableFuture<Result> result) {
        synchronized (byKey) {
            byKey.remove(key, result);
        }
    }

    private void makeRoom() {
        List<Template> discarded = new ArrayList<>();
        synchronized (byKey) {
            long weight =
                    byKey.values().stream().mapToLong(TemplateStore::weight).sum();
            Iterator<CompletableFuture<Result>> eldestFirst = byKey.values().iterator();
            while (weight > maker.room() && eldestFirst.hasNext()) {
                CompletableFuture<Result> eldest = eldestFirst.next();
                if (weight(eldest) > 0) {
                    weight -= weight(eldest);
                    eldest.join().template().ifPresent(discarded::add);
                    eldestFirst.remove();
                }
            }
        }
        discarded.forEach(Template::discard);
    }

    private static long weight(CompletableFuture<Result> result) {
        return result.isDone() ? result.join().template().map(Template::weight).orElse(0L) : 0;
    }
}

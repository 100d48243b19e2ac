package dev.palindrome.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** Watches one run of Flyway: what is being migrated, and what has been. */
class Progress implements Callback {

    private final List<MigrationInfo> done = new ArrayList<>();
    private @Nullable MigrationInfo running;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            running = context.getMigrationInfo();
            before(context.getMigrationInfo());
        } else {
            after(context.getMigrationInfo(), context);
            running = null;
            done.add(context.getMigrationInfo());
        }
    }

    @Override
    public String getCallbackName() {
        return getClass().getSimpleName();
    }

    /** Called before each migration. */
    void before(MigrationInfo migration) {}

    /** Called after each migration, inside its transaction. */
    void after(MigrationInfo migration, Context context) {}

    List<MigrationInfo> done() {
        return List.copyOf(done);
    }

    Optional<MigrationInfo> running() {
        return Optional.ofNullable(running);
    }
}

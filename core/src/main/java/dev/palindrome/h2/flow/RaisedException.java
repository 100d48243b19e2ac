package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.text.Causes;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An error that a script raises. */
final class RaisedException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final int severity;
    private final int state;
    private final boolean thrown;
    private final String text;

    /** @param thrown by THROW, which heeds XACT_ABORT; RAISERROR does not */
    RaisedException(int number, int severity, int state, boolean thrown, String text) {
        super("Msg " + number + ": " + text, TsqlError.state(number), number);
        this.severity = severity;
        this.state = state;
        this.thrown = thrown;
        this.text = text;
    }

    static @Nullable RaisedException in(Throwable error) {
        return Causes.first(error, RaisedException.class).orElse(null);
    }

    int severity() {
        return severity;
    }

    int state() {
        return state;
    }

    boolean isThrown() {
        return thrown;
    }

    String text() {
        return text;
    }
}

package dev.palindrome.h2.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;

/** Ends a database whose password somebody has changed: from inside, H2 asks for none. */
public final class EngineShutdown {

    private final Database engine;

    private EngineShutdown(Database engine) {
        this.engine = engine;
    }

    public static EngineShutdown of(Connection connection) throws SQLException {
        return new EngineShutdown(H2Session.of(connection).engine());
    }

    public void run() {
        for (SessionLocal session : engine.getSessions(false)) {
            session.close();
        }
        engine.shutdownImmediately();
    }
}

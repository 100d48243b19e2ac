package dev.palindrome;

import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.util.Optional;

/** Where tests that do without {@link TestDatabase} have their databases from. */
public final class EngineDatabases {

    private EngineDatabases() {}

    /** Whatever this machine sets. */
    public static Databases embedded() {
        return Databases.on(Engines.select(
                new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.of(name -> Optional.empty()))));
    }

    public static Databases sqlServer() {
        return Databases.on(
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system())));
    }
}

package dev.palindrome.roundtrip;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.util.Optional;

@RequiresSqlServer
class SqlServerRoundTripIT extends RoundTripTestCase {

    @Override
    Databases databases() {
        return Databases.on(
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system())));
    }
}

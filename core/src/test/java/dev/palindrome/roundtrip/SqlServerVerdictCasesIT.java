package dev.palindrome.roundtrip;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.ServerFeature;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.util.Optional;

@RequiresSqlServer
class SqlServerVerdictCasesIT extends VerdictCasesTestCase {

    @Override
    Databases databases() {
        return Databases.on(
                Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system())));
    }

    @Override
    void requires(String sql) {
        ServerFeature.requires(databases(), sql);
    }
}

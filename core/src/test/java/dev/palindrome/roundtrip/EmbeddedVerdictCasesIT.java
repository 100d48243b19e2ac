package dev.palindrome.roundtrip;

import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.util.Optional;

class EmbeddedVerdictCasesIT extends VerdictCasesTestCase {

    @Override
    Databases databases() {
        return Databases.on(Engines.select(
                new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.of(name -> Optional.empty()))));
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }
}

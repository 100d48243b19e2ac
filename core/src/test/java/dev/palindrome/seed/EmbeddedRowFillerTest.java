package dev.palindrome.seed;

import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import dev.palindrome.tsql.TranslatedScript;
import java.util.List;
import java.util.Optional;

class EmbeddedRowFillerTest extends RowFillerTestCase {

    @Override
    Databases databases() {
        return Databases.on(Engines.select(
                new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.of(name -> Optional.empty()))));
    }

    @Override
    List<String> statements(String tsql) {
        return TranslatedScript.rewrite("V1__test.sql", tsql).h2Statements();
    }
}

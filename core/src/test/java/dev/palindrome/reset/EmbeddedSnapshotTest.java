package dev.palindrome.reset;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.settings.Settings;
import java.util.Map;
import java.util.Optional;

class EmbeddedSnapshotTest extends SnapshotTestCase {

    @Override
    Database newDatabase() {
        EngineRequest embedded = new EngineRequest(EngineKind.EMBEDDED, Optional.empty(), Settings.system());
        return Databases.on(Engines.select(embedded))
                .create("snapshot", new DatabaseOptions(Optional.empty(), Map.of()));
    }
}

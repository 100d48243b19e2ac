package dev.palindrome.production;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.settings.Settings;

@RequiresSqlServer
class SqlServerPersonalDataIT extends PersonalDataRowsTestCase {

    private static final Settings SYSTEM = Settings.system();

    @Override
    TestDatabase.Builder onEngine() {
        return TestDatabase.builder().engine(EngineKind.SQL_SERVER).settings(SYSTEM);
    }
}

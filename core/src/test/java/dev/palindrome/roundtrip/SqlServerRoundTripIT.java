package dev.palindrome.roundtrip;

import dev.palindrome.EngineDatabases;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.ServerFeature;
import dev.palindrome.database.Databases;

@RequiresSqlServer
class SqlServerRoundTripIT extends RoundTripTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.sqlServer();
    }

    @Override
    void requires(String sql) {
        ServerFeature.requires(databases(), sql);
    }
}

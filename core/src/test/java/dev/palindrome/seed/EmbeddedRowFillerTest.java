package dev.palindrome.seed;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;
import dev.palindrome.tsql.TranslatedScript;
import java.util.List;

class EmbeddedRowFillerTest extends RowFillerTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    List<String> statements(String tsql) {
        return TranslatedScript.rewrite("V1__test.sql", tsql).h2Statements();
    }
}

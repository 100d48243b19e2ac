package dev.palindrome.production;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;

class PersonalDataOnH2Test extends PersonalDataRowsTestCase {

    @Override
    TestDatabase.Builder onEngine() {
        return TestDatabase.builder().engine(EngineKind.EMBEDDED);
    }
}

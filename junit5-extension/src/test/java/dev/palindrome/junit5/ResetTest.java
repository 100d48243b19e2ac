package dev.palindrome.junit5;

import java.util.List;

class ResetTest extends ResetTestCase {

    @Override
    TestCases cases(Class<?>... classes) {
        return TestCases.of(classes);
    }

    @Override
    Ways ways() {
        return new Ways(
                "dbo.orders: 1 row added, identity moved", "connection [0-9]+ of [^ ]+, opened at .+", List.of());
    }

    @Override
    void requires(Feature feature) {}
}

package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SqlServerOrderTest {

    @Test
    void theReferencedBeforeTheReferencing() {
        assertThat(order(List.of(trusted(1, 2), trusted(2, 3)), 1, 2, 3))
                .isEqualTo(new SqlServerOrder(List.of(3, 2, 1), List.of()));
    }

    @Test
    void keysToTablesThatStayAreLeftOn() {
        assertThat(order(List.of(trusted(1, 9)), 1)).isEqualTo(new SqlServerOrder(List.of(1), List.of()));
    }

    @Test
    void keysFromTablesThatStayAreSwitchedOff() {
        assertThat(order(List.of(trusted(9, 1)), 1)).isEqualTo(new SqlServerOrder(List.of(1), List.of(trusted(9, 1))));
    }

    @Test
    void aCircleIsOpenedOnce() {
        assertThat(order(List.of(trusted(1, 2), trusted(2, 1), trusted(3, 2)), 1, 2, 3))
                .isEqualTo(new SqlServerOrder(List.of(1, 2, 3), List.of(trusted(1, 2))));
    }

    @Test
    void aKeyThatRowsMayBreakIsSwitchedOff() {
        SqlServerForeignKey untrusted = new SqlServerForeignKey(1, 1, "fk_1_1", false);
        assertThat(order(List.of(untrusted), 1)).isEqualTo(new SqlServerOrder(List.of(1), List.of(untrusted)));
    }

    private static SqlServerOrder order(List<SqlServerForeignKey> keys, Integer... written) {
        return SqlServerOrder.of(new TreeSet<>(Set.of(written)), keys);
    }

    private static SqlServerForeignKey trusted(int table, int referenced) {
        return new SqlServerForeignKey(table, referenced, "fk_" + table + "_" + referenced, true);
    }
}

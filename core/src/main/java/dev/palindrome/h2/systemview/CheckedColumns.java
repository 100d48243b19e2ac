package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column a check belongs to. A check that names one column belongs to it, wherever it was written; one that names
 * several belongs to the table.
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-check-constraints-transact-sql">
 *     sys.check_constraints</a>
 */
final class CheckedColumns {

    private final H2Rows rows;
    private final Asked asked;
    private final ColumnNumbers numbers;
    private final Map<TableName, Set<Integer>> named = new HashMap<>();
    private boolean read;

    CheckedColumns(H2Rows rows, Asked asked) {
        this.rows = rows;
        this.asked = asked;
        this.numbers = new ColumnNumbers(rows);
    }

    /** Its number; 0 for the table. */
    int column(H2Row check, Recorded recorded) throws SQLException {
        Set<Integer> columns = recorded.is(Fact.DISABLED) ? ofText(check, recorded) : ofEngine(check);
        return columns.size() == 1 ? columns.iterator().next() : 0;
    }

    private Set<Integer> ofEngine(H2Row check) throws SQLException {
        if (!read) {
            for (H2Row row : rows.checkColumns(asked.table())) {
                named.computeIfAbsent(SystemObjects.constraintOf(row), constraint -> new HashSet<>())
                        .add(numbers.of(SystemIndexes.tableOf(row), row.text("COLUMN_NAME")));
            }
            read = true;
        }
        return named.getOrDefault(SystemObjects.constraintOf(check), Set.of());
    }

    /** H2 holds nothing of the condition of one that is off. */
    private Set<Integer> ofText(H2Row check, Recorded recorded) throws SQLException {
        Set<Integer> columns = new HashSet<>();
        List<Token> tokens = Lexer.tokens(recorded.get(Fact.CHECK).orElse(""), 1);
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            if (tokens.get(i).isName() && !called) {
                columns.add(
                        numbers.of(SystemIndexes.tableOf(check), tokens.get(i).value()));
            }
        }
        columns.remove(0);
        return columns;
    }
}

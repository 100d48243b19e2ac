package dev.palindrome.tsql.change;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.tsql.ColumnTypes.Column;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/**
 * Columns that no UPDATE changes, be it that it finds no row: H2 says so of a row alone.
 *
 * @param columns of the table; none where they are not known
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql">UPDATE</a>
 */
public record UpdatedColumns(List<Column> columns) {

    /** @throws UntranslatableException 8102 for an identity, 272 for a ROWVERSION, 271 for a computed column */
    public void require(Token name) {
        for (Column column : columns) {
            if (column.name().equalsIgnoreCase(name.value()) && !column.hidden()) {
                require(column, name);
            }
        }
    }

    private static void require(Column column, Token name) {
        if (!column.identity().isEmpty()) {
            throw UntranslatableException.refused(8102, name, "the identity " + name.value() + " cannot be updated");
        }
        if (DeclaredType.parse(column.type()).isRowversion()) {
            throw UntranslatableException.refused(272, name, "a timestamp cannot be updated");
        }
        if (!column.written()) {
            throw UntranslatableException.refused(
                    271, name, "the computed column " + name.value() + " cannot be updated");
        }
    }
}

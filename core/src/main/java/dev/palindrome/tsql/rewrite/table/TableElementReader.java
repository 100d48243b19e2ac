package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the elements of CREATE TABLE and of ALTER TABLE … ADD. */
public final class TableElementReader {

    private final TokenReader reader;

    private TableElementReader(TokenReader reader) {
        this.reader = reader;
    }

    /** Elements separated by commas, up to the end or to a closing parenthesis. */
    public static List<TableElement> elements(TokenReader reader) {
        TableElementReader elements = new TableElementReader(reader);
        List<TableElement> read = new ArrayList<>();
        do {
            if (reader.seesSymbol(")") && !read.isEmpty()) {
                break;
            }
            read.add(elements.element());
        } while (reader.acceptSymbol(","));
        return read;
    }

    private TableElement element() {
        if (reader.peek().is("CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "DEFAULT")) {
            return tableConstraint();
        }
        if (reader.peek().is("PERIOD") && reader.peek(1).is("FOR")) {
            return PeriodRules.read(reader);
        }
        if (reader.sees("INDEX")) {
            return new TableElement.Index(IndexText.inside(reader, Optional.empty()));
        }
        return new ColumnReader(reader).column();
    }

    private TableElement tableConstraint() {
        Optional<String> name = constraintName();
        if (reader.sees("DEFAULT")) {
            return defaultFor(name);
        }
        return new ConstraintReader(reader, name, Optional.empty()).constraint();
    }

    private Optional<String> constraintName() {
        return reader.accept("CONSTRAINT") ? Optional.of(reader.identifier()) : Optional.empty();
    }

    private TableElement defaultFor(Optional<String> name) {
        reader.expect("DEFAULT");
        List<Token> expression = ExpressionSyntax.value(reader);
        reader.expect("FOR");
        String column = reader.identifier();
        boolean withValues = reader.accept("WITH", "VALUES");
        return new TableElement.DefaultFor(new TableElement.Default(name, expression), column, withValues);
    }
}

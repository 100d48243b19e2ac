package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.UserTypeMark;
import dev.palindrome.tsql.declaration.ColumnCollation;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.declaration.XmlCollection;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import dev.palindrome.tsql.statement.TokensText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one column with everything that may stand behind it in any order. */
final class ColumnReader {

    private final TokenReader reader;
    private final List<TableElement.Constraint> constraints = new ArrayList<>();
    private final List<IndexText> indexes = new ArrayList<>();
    private String name = "";
    private Optional<TableElement.Identity> identity = Optional.empty();
    private Optional<TableElement.Default> defaultValue = Optional.empty();
    private boolean nullable = true;
    private boolean nullableSaid;
    private boolean withValues;
    private Optional<TsqlType> type = Optional.empty();
    private ColumnCollation collation = ColumnCollation.OF_DATABASE;
    private Recorded recorded = Recorded.nothing();

    ColumnReader(TokenReader reader) {
        this.reader = reader;
    }

    TableElement.Column column() {
        name = reader.identifier();
        if (reader.accept("AS")) {
            return computed();
        }
        TsqlType declared = isTimestampWithoutName()
                ? TypeReader.ofColumn(TokenReader.ofName(name))
                : TypeReader.ofColumn(name, reader);
        type = Optional.of(declared);
        if (declared.declared().equals("sysname")
                || DeclaredType.parse(declared.declared()).isRowversion()) {
            nullable = false;
        }
        recorded = recorded.with(Fact.TYPE, declared.declared());
        UserTypeMark.read(reader).ifPresent(alias -> {
            recorded = recorded.with(Fact.USER_TYPE, alias.name());
            nullable = !alias.notNull();
        });
        XmlCollection.read(declared, reader).ifPresent(known -> recorded = recorded.with(Fact.XML_COLLECTION, known));
        while (property()) {
            // the next one
        }
        refuseSparse(declared);
        return column(Optional.of(collation.compared(declared)), List.of(), collation.isCaseSensitive(declared));
    }

    private TableElement.Column computed() {
        int start = reader.position();
        List<Token> expression =
                reader.seesSymbol("(") ? computedExpression() : reader.until(",", "PERSISTED", "CONSTRAINT");
        if (expression.isEmpty()) {
            reader.back(start);
            throw reader.unexpected();
        }
        ExpressionSyntax.requireValue(expression);
        recorded = recorded.with(Fact.COMPUTED, TokensText.of(expression));
        boolean persisted = reader.accept("PERSISTED");
        recorded = recorded.withYes(Fact.PERSISTED, persisted);
        if (persisted && reader.accept("NOT", "NULL")) {
            nullable = false;
        }
        while (constraint(constraintName())) {
            // the next one
        }
        return column(Optional.empty(), expression, false);
    }

    private List<Token> computedExpression() {
        int start = reader.position();
        reader.parenthesised();
        if (reader.atEnd()
                || reader.seesSymbol(",")
                || reader.seesSymbol(")")
                || reader.peek().kind() == Token.Kind.WORD) {
            return reader.since(start);
        }
        reader.until(",", "PERSISTED", "CONSTRAINT");
        return reader.since(start);
    }

    private TableElement.Column column(Optional<TsqlType> compared, List<Token> expression, boolean sensitive) {
        return new TableElement.Column(
                name,
                compared,
                expression,
                expression,
                identity,
                defaultValue,
                nullable,
                nullableSaid,
                withValues,
                sensitive,
                recorded,
                constraints,
                indexes);
    }

    private boolean property() {
        if (reader.accept("NOT", "NULL")) {
            return nullable(false);
        }
        if (reader.accept("NULL")) {
            return nullable(true);
        }
        if (reader.accept("COLLATE")) {
            TsqlType collated = type.orElseThrow(reader::unexpected);
            collation = ColumnCollation.read(reader, collated);
            recorded = collation
                    .name()
                    .map(known -> recorded.with(Fact.COLLATION, known))
                    .orElse(recorded.without(Fact.COLLATION));
            return true;
        }
        if (reader.accept("IDENTITY")) {
            return identity();
        }
        if (reader.accept("ROWGUIDCOL")) {
            recorded = recorded.with(Fact.ROWGUIDCOL, "yes");
            return true;
        }
        if (reader.accept("SPARSE")) {
            recorded = recorded.with(Fact.SPARSE, "yes");
            return true;
        }
        if (reader.accept("MASKED")) {
            recorded = recorded.with(Fact.MASKED, mask(reader));
            return true;
        }
        if (reader.accept("GENERATED")) {
            recorded = PeriodRules.generated(reader, recorded);
            nullable = nullable && nullableSaid;
            return true;
        }
        if (reader.peek().is("FILESTREAM", "COLUMN_SET", "ENCRYPTED")) {
            throw new UntranslatableException(reader.peek().upper());
        }
        if (reader.sees("INDEX")) {
            indexes.add(IndexText.inside(reader, Optional.of(name)));
            return true;
        }
        return constraint(constraintName());
    }

    /** Reads {@code WITH (FUNCTION = 'default()')}. */
    static String mask(TokenReader reader) {
        reader.require("WITH");
        reader.requireSymbol("(");
        reader.require("FUNCTION");
        reader.requireSymbol("=");
        if (reader.peek().kind() != Token.Kind.STRING) {
            throw reader.syntax();
        }
        String function = reader.next().value();
        reader.requireSymbol(")");
        return function;
    }

    /** Its type may be left out: it is the name, then (Microsoft: rowversion-transact-sql). */
    private boolean isTimestampWithoutName() {
        return name.equalsIgnoreCase("timestamp")
                && (reader.atEnd()
                        || reader.seesSymbol(",")
                        || reader.seesSymbol(")")
                        || reader.peek().is("NOT", "NULL"));
    }

    /** Microsoft: use-sparse-columns. */
    private void refuseSparse(TsqlType type) {
        if (recorded.is(Fact.SPARSE)) {
            boolean wrong = !nullable
                    || defaultValue.isPresent()
                    || recorded.is(Fact.ROWGUIDCOL)
                    || type.declared().matches("text|ntext|image|timestamp|geography|geometry");
            if (wrong) {
                throw UntranslatableException.refused(
                        1731,
                        "a sparse column takes NULL, has neither a default nor another property, and " + name
                                + " is not such a one");
            }
        }
    }

    private boolean nullable(boolean is) {
        nullable = is;
        nullableSaid = true;
        return true;
    }

    private boolean identity() {
        String seed = "1";
        String increment = "1";
        if (reader.acceptSymbol("(")) {
            seed = reader.number();
            reader.expectSymbol(",");
            increment = reader.number();
            reader.expectSymbol(")");
        }
        identity = Optional.of(new TableElement.Identity(seed, increment));
        nullable = false;
        recorded = recorded.withYes(Fact.IDENTITY_NOT_FOR_REPLICATION, reader.accept("NOT", "FOR", "REPLICATION"));
        return true;
    }

    private Optional<String> constraintName() {
        return reader.accept("CONSTRAINT") ? Optional.of(reader.identifier()) : Optional.empty();
    }

    private boolean constraint(Optional<String> constraintName) {
        if (reader.accept("DEFAULT")) {
            if (defaultValue.isPresent()) {
                throw UntranslatableException.refused(8148, "the column " + name + " has more than one default");
            }
            defaultValue = Optional.of(new TableElement.Default(constraintName, ExpressionSyntax.value(reader)));
            withValues = reader.accept("WITH", "VALUES");
            return true;
        }
        if (constraintName.isPresent() && (reader.sees("NOT", "NULL") || reader.sees("NULL"))) {
            return property();
        }
        if (!reader.peek().is("PRIMARY", "UNIQUE", "REFERENCES", "FOREIGN", "CHECK")) {
            return end(constraintName);
        }
        constraints.add(new ConstraintReader(reader, constraintName, Optional.of(name)).constraint());
        return true;
    }

    private boolean end(Optional<String> constraintName) {
        if (constraintName.isPresent() || !(reader.atEnd() || reader.seesSymbol(",") || reader.seesSymbol(")"))) {
            throw reader.unexpected();
        }
        return false;
    }
}

package dev.palindrome.tsql.partition;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.PartitionBoundaries;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.declaration.UserTypeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** CREATE PARTITION FUNCTION: its record has the form of the properties of a schema. */
final class PartitionFunctionText {

    /** Microsoft: create-partition-function-transact-sql, input_parameter_type. */
    private static final Set<SqlTypeFamily> NOT_PARTED_BY = EnumSet.of(
            SqlTypeFamily.XML,
            SqlTypeFamily.JSON,
            SqlTypeFamily.VECTOR,
            SqlTypeFamily.HIERARCHY,
            SqlTypeFamily.SPATIAL,
            SqlTypeFamily.ROWVERSION);

    private PartitionFunctionText() {}

    /** From behind {@code CREATE PARTITION FUNCTION}. */
    static String create(TokenReader reader) {
        String name = reader.identifier();
        reader.requireSymbol("(");
        String type = type(reader);
        Optional<String> collation = reader.accept("COLLATE") ? Optional.of(reader.identifier()) : Optional.empty();
        if (reader.seesSymbol(",")) {
            throw UntranslatableException.refused(7703, "a partition function has one parameter");
        }
        reader.requireSymbol(")");
        reader.require("AS");
        reader.require("RANGE");
        boolean right = reader.accept("RIGHT");
        if (!right) {
            reader.accept("LEFT");
        }
        reader.require("FOR");
        reader.require("VALUES");
        PartitionBoundaries boundaries = PartitionBoundaries.of(type, right, literals(reader));
        reader.expectEndOfSyntax();
        Recorded recorded = Recorded.nothing()
                .with(Fact.TYPE, type.toUpperCase(Locale.ROOT))
                .with(Fact.BOUNDARIES, boundaries.text())
                .withSome(Fact.COLLATION, collation.orElse(""));
        return PartitionStatement.call("create", name, recorded.text());
    }

    private static String type(TokenReader reader) {
        if (reader.seesSymbol(")")) {
            throw UntranslatableException.refused(7702, "a partition function has a parameter");
        }
        String declared;
        try {
            declared = TypeReader.ofColumn(reader).declared();
        } catch (UserTypeException own) {
            throw UntranslatableException.refused(
                    7704, "by the type " + own.name().name() + " nothing can be parted");
        }
        DeclaredType type = DeclaredType.parse(declared);
        if (type.isLarge() || type.family().filter(NOT_PARTED_BY::contains).isPresent()) {
            throw UntranslatableException.refused(7704, "by the type " + declared + " nothing can be parted");
        }
        return declared;
    }

    private static List<String> literals(TokenReader reader) {
        List<String> literals = new ArrayList<>();
        reader.requireSymbol("(");
        if (!reader.seesSymbol(")")) {
            do {
                literals.add(PartitionBoundaries.literal(reader));
            } while (reader.acceptSymbol(","));
        }
        reader.requireSymbol(")");
        return literals;
    }
}

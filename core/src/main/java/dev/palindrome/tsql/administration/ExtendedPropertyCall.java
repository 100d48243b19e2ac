package dev.palindrome.tsql.administration;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The three procedures for extended properties (Microsoft: sp-addextendedproperty-transact-sql). */
public final class ExtendedPropertyCall {

    private static final List<String> LEVELS =
            List.of("@level0type", "@level0name", "@level1type", "@level1name", "@level2type", "@level2name");

    private static final Pattern NAME = Pattern.compile("sp_(add|update|drop)extendedproperty");

    /** In bytes, of which a national character takes two. */
    private static final int LONGEST = 7500;

    private ExtendedPropertyCall() {}

    public static boolean isKnown(String procedure) {
        return NAME.matcher(procedure).matches();
    }

    /** From behind the procedure's name. */
    public static List<String> rewrite(String procedure, TokenReader reader) {
        boolean drops = procedure.equals("sp_dropextendedproperty");
        ProcedureArguments arguments = ProcedureArguments.read(
                reader,
                Stream.concat(drops ? Stream.of("@name") : Stream.of("@name", "@value"), LEVELS.stream())
                        .toList());
        String name = arguments.require(procedure, "@name");
        List<String> call = new ArrayList<>();
        call.add(SqlLiteral.h2(NAME.matcher(procedure).replaceFirst("$1")));
        call.add(SqlLiteral.h2(name));
        if (!drops) {
            arguments.token("@value").ifPresent(ExtendedPropertyCall::requireLength);
        }
        call.add(drops ? "NULL" : SqlLiteral.h2OrNull(arguments.text("@value").orElse(null)));
        LEVELS.forEach(
                level -> call.add(SqlLiteral.h2OrNull(arguments.text(level).orElse(null))));
        return List.of(ProcedureCall.of("extended_property", call.toArray(String[]::new)));
    }

    private static void requireLength(Token value) {
        if (value.kind() != Token.Kind.STRING) {
            return;
        }
        int length = value.value().length() * (value.text().startsWith("'") ? 1 : 2);
        if (length > LONGEST) {
            throw UntranslatableException.refused(
                    15097, value, "the value of an extended property has at most 7,500 bytes, and this one " + length);
        }
    }
}

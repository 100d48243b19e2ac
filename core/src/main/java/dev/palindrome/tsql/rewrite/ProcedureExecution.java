package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.administration.ExtendedPropertyCall;
import dev.palindrome.tsql.administration.PrincipalStatement;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.ProcedureName;
import dev.palindrome.tsql.module.ModuleCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The few procedures that the front knows. */
final class ProcedureExecution {

    private static final Set<String> KNOWN = Set.of("sp_rename", "sp_executesql");

    /**
     * Without a trace in rows or schema, with what they take. Who runs a script is alone, and gets every lock; settings of the
     * server and its logins are nobody's, and who asks for the context of the session needs SQL Server.
     */
    private static final Map<String, List<String>> TRACELESS = Map.of(
            "sp_fulltext_database", List.of("@action"),
            "sp_updatestats", List.of("@resample"),
            "sp_set_session_context", List.of("@key", "@value", "@read_only"),
            "sp_configure", List.of("@configname", "@configvalue"),
            "sp_addsrvrolemember", List.of("@loginame", "@rolename"),
            "sp_dropsrvrolemember", List.of("@loginame", "@rolename"),
            "sp_change_users_login", List.of("@action", "@usernamepattern", "@loginname", "@password"),
            "sp_getapplock", List.of("@resource", "@lockmode", "@lockowner", "@locktimeout", "@dbprincipal"),
            "sp_releaseapplock", List.of("@resource", "@lockowner", "@dbprincipal"));

    /** Microsoft: discontinued-database-engine-functionality-in-sql-server. */
    private static final String GONE = "sp_dboption";

    private ProcedureExecution() {}

    /** The literal text of {@code EXEC ('…')} or {@code EXEC sp_executesql N'…'}, or nothing if it is neither. */
    static Optional<String> literalSql(TokenReader reader) {
        int start = reader.position();
        if (reader.acceptSymbol("(")) {
            StringBuilder sql = new StringBuilder();
            do {
                sql.append(string(reader));
            } while (reader.acceptSymbol("+"));
            reader.expectSymbol(")");
            reader.expectEnd();
            return Optional.of(sql.toString());
        }
        boolean wantsResult = acceptResult(reader);
        if (procedure(reader).equals("sp_executesql")) {
            if (wantsResult) {
                throw new UntranslatableException("the result of the procedure sp_executesql");
            }
            if (reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=")) {
                statementParameter(reader);
            }
            String sql = string(reader);
            if (!reader.atEnd()) {
                throw new UntranslatableException("sp_executesql with parameters");
            }
            return Optional.of(sql);
        }
        reader.back(start);
        return Optional.empty();
    }

    /** {@code @stmt =}, or {@code @statement =} as SSMS writes it. */
    private static void statementParameter(TokenReader reader) {
        String parameter = reader.next().text();
        if (!parameter.equalsIgnoreCase("@stmt") && !parameter.equalsIgnoreCase("@statement")) {
            throw new UntranslatableException("the parameter " + parameter);
        }
        reader.expectSymbol("=");
    }

    /** Whether a procedure is called that this class knows; nothing is read. */
    static boolean isKnown(TokenReader reader) {
        int start = reader.position();
        String procedure = reader.peek().isName() ? procedure(reader) : "";
        reader.back(start);
        return isKnown(procedure);
    }

    private static boolean isKnown(String procedure) {
        return KNOWN.contains(procedure)
                || TRACELESS.containsKey(procedure)
                || procedure.equals(GONE)
                || ExtendedPropertyCall.isKnown(procedure)
                || PrincipalStatement.isKnown(procedure)
                || ModuleCall.isKnown(procedure);
    }

    /** Any other procedure. */
    static List<String> call(TokenReader reader) {
        boolean wantsResult = acceptResult(reader);
        String procedure = procedure(reader);
        if (wantsResult && isKnown(procedure)) {
            throw new UntranslatableException("the result of the procedure " + procedure);
        }
        if (PrincipalStatement.isKnown(procedure)) {
            return PrincipalStatement.call(procedure, reader);
        }
        if (ExtendedPropertyCall.isKnown(procedure)) {
            return ExtendedPropertyCall.rewrite(procedure, reader);
        }
        if (ModuleCall.isKnown(procedure)) {
            return ModuleCall.rewrite(procedure, reader);
        }
        if (procedure.equals(GONE)) {
            return List.of(ProcedureCall.of("missing_procedure", SqlLiteral.h2(GONE)));
        }
        List<String> traceless = TRACELESS.get(procedure);
        if (traceless != null) {
            if (!reader.atEnd()) {
                arguments(reader, traceless);
            }
            return List.of();
        }
        if (procedure.equals("sp_msforeachdb")) {
            throw new UntranslatableException("sp_MSforeachdb, which runs in all databases of a server");
        }
        if (!procedure.equals("sp_rename")) {
            throw new UntranslatableException("the procedure " + procedure);
        }
        List<@Nullable String> arguments = arguments(reader, List.of("@objname", "@newname", "@objtype"));
        String object = arguments.get(0);
        String name = arguments.get(1);
        if (object == null || name == null) {
            throw reader.unexpected();
        }
        return List.of(ProcedureCall.of(
                "rename", SqlLiteral.h2(object), SqlLiteral.h2(name), SqlLiteral.h2OrNull(arguments.get(2))));
    }

    private static List<@Nullable String> arguments(TokenReader reader, List<String> names) {
        List<@Nullable String> values = new ArrayList<>();
        names.forEach(name -> values.add(null));
        int position = 0;
        do {
            int at = position++;
            if (reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=")) {
                at = names.indexOf(reader.next().text().toLowerCase(Locale.ROOT));
                reader.next();
            }
            if (at < 0 || at >= names.size()) {
                throw reader.unexpected();
            }
            values.set(at, value(reader));
        } while (reader.acceptSymbol(","));
        reader.expectEnd();
        return values;
    }

    private static @Nullable String value(TokenReader reader) {
        if (reader.accept("NULL")) {
            return null;
        }
        if (reader.peek().isName()) {
            return reader.identifier();
        }
        return reader.peek().kind() == Token.Kind.STRING ? string(reader) : reader.number();
    }

    /** {@code @result =} before the procedure's name. */
    private static boolean acceptResult(TokenReader reader) {
        boolean there =
                reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=");
        if (there) {
            reader.next();
            reader.next();
        }
        return there;
    }

    private static String procedure(TokenReader reader) {
        return ProcedureName.of(reader.nameParts());
    }

    private static String string(TokenReader reader) {
        if (reader.peek().kind() != Token.Kind.STRING) {
            throw reader.unexpected();
        }
        return reader.next().value();
    }
}

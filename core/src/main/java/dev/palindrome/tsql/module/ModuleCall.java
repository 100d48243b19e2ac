package dev.palindrome.tsql.module;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.administration.ProcedureArguments;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** System procedures that are about modules: those that make them compile anew, and sp_settriggerorder. */
public final class ModuleCall {

    private static final Set<String> REFRESHING = Set.of("sp_refreshview", "sp_refreshsqlmodule", "sp_recompile");

    private static final String TRIGGER_ORDER = "sp_settriggerorder";

    private ModuleCall() {}

    public static boolean isKnown(String procedure) {
        return REFRESHING.contains(procedure) || procedure.equals(TRIGGER_ORDER);
    }

    /** From behind the procedure's name. */
    public static List<String> rewrite(String procedure, TokenReader reader) {
        return procedure.equals(TRIGGER_ORDER) ? order(reader) : refresh(procedure, reader);
    }

    private static List<String> refresh(String procedure, TokenReader reader) {
        String name = procedure.equals("sp_refreshview")
                ? "@viewname"
                : procedure.equals("sp_recompile") ? "@objname" : "@name";
        ProcedureArguments arguments =
                ProcedureArguments.read(reader, name.equals("@name") ? List.of(name, "@namespace") : List.of(name));
        if (arguments.text("@namespace").isPresent()) {
            throw new UntranslatableException("sp_refreshsqlmodule of what stands in no schema");
        }
        return List.of(ProcedureCall.of("refresh", SqlLiteral.h2(arguments.require(procedure, name))));
    }

    private static List<String> order(TokenReader reader) {
        ProcedureArguments arguments =
                ProcedureArguments.read(reader, List.of("@triggername", "@order", "@stmttype", "@namespace"));
        String order = upper(arguments.require(TRIGGER_ORDER, "@order"));
        if (!Set.of("FIRST", "LAST", "NONE").contains(order)) {
            throw UntranslatableException.refused(15600, "the order of a trigger is First, Last or None");
        }
        Optional<String> namespace = arguments.text("@namespace").map(ModuleCall::upper);
        if (namespace.filter("SERVER"::equals).isPresent()) {
            throw new UntranslatableException("a trigger of the server");
        }
        return List.of(ProcedureCall.of(
                "order_trigger",
                SqlLiteral.h2(arguments.require(TRIGGER_ORDER, "@triggername")),
                SqlLiteral.h2(order),
                SqlLiteral.h2(upper(arguments.require(TRIGGER_ORDER, "@stmttype"))),
                namespace.isPresent() ? "TRUE" : "FALSE"));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}

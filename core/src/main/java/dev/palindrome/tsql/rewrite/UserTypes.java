package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.administration.ProcedureArguments;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.ProcedureName;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.declaration.UserTypeException;
import dev.palindrome.tsql.rewrite.table.CreateTable;
import dev.palindrome.tsql.rewrite.table.ModuleSettings;
import dev.palindrome.tsql.rewrite.table.SystemName;
import dev.palindrome.tsql.value.StatementValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Types of the user's own (Microsoft: create-type-transact-sql). What an alias stands for is known only where the script
 * runs: a statement that uses one is given to the database as it is, which puts in what it stands for and has it rewritten.
 */
final class UserTypes {

    /** Any type would do: only the statement's grammar is held against it. */
    private static final List<Token> STAND_IN = Lexer.tokens("INT", 1).subList(0, 1);

    private static final Set<Integer> OF_GRAMMAR = Set.of(102, 156);

    private final String script;
    private final Set<String> created = new HashSet<>();
    private final Map<ObjectName, Asked> asked = new LinkedHashMap<>();

    /** Where a type is used first: the line on which it stands, and that of the statement. */
    private record Asked(int line, int ofStatement) {}

    UserTypes(String script) {
        this.script = script;
    }

    /** From behind {@code CREATE TYPE}. */
    List<String> create(TokenReader reader, SystemName systemName, StatementValues values, ModuleSettings settings) {
        ObjectName name = reader.objectName();
        if (reader.accept("EXTERNAL")) {
            throw new UntranslatableException("a type made of an assembly");
        }
        created.add(key(name));
        if (reader.accept("AS")) {
            reader.require("TABLE");
            List<String> create = new CreateTable(systemName, values, settings).rewrite(TableTypeName.of(name), reader);
            return ProcedureCall.behind(List.of(ProcedureCall.of("require_free_type", name.arguments())), create);
        }
        reader.require("FROM");
        TsqlType type = TypeReader.ofColumn(reader);
        boolean notNull = reader.accept("NOT", "NULL");
        if (!notNull) {
            reader.accept("NULL");
        }
        reader.expectEndOfSyntax();
        Recorded recorded = Recorded.nothing()
                .with(Fact.TYPE, type.declared().toUpperCase(Locale.ROOT))
                .withYes(Fact.NOT_NULL, notNull);
        return List.of(ProcedureCall.of("create_type", name.arguments(), SqlLiteral.h2(recorded.text())));
    }

    /** Whether a procedure is called that makes or drops a type as SQL Server 2000 did; nothing is read. */
    static boolean isCall(TokenReader reader) {
        int start = reader.position();
        String procedure = reader.peek().isName() ? ProcedureName.of(reader.nameParts()) : "";
        reader.back(start);
        return procedure.equals("sp_addtype") || procedure.equals("sp_droptype");
    }

    /** {@code sp_addtype 'name', 'varchar(20)', 'NOT NULL'} and {@code sp_droptype 'name'}. */
    List<String> call(TokenReader reader) {
        String procedure = ProcedureName.of(reader.nameParts());
        ProcedureArguments arguments =
                ProcedureArguments.read(reader, List.of("@typename", "@phystype", "@nulltype", "@owner"));
        ObjectName name = new ObjectName(null, arguments.require(procedure, "@typename"));
        if (procedure.equals("sp_droptype")) {
            return List.of(ProcedureCall.of("drop_type", name.arguments(), "FALSE"));
        }
        created.add(key(name));
        TokenReader type = new TokenReader(Lexer.tokens(arguments.require(procedure, "@phystype"), 1));
        String declared = TypeReader.ofColumn(type).declared();
        type.expectEndOfSyntax();
        boolean notNull = arguments
                .text("@nulltype")
                .map(said -> said.strip().toUpperCase(Locale.ROOT))
                .filter(said -> said.equals("NOT NULL") || said.equals("NONULL"))
                .isPresent();
        Recorded recorded = Recorded.nothing()
                .with(Fact.TYPE, declared.toUpperCase(Locale.ROOT))
                .withYes(Fact.NOT_NULL, notNull);
        return List.of(ProcedureCall.of("create_type", name.arguments(), SqlLiteral.h2(recorded.text())));
    }

    /** From behind {@code DROP TYPE}. */
    static List<String> drop(TokenReader reader) {
        boolean ifExists = reader.accept("IF", "EXISTS");
        ObjectName name = reader.objectName();
        reader.expectEndOfSyntax();
        return List.of(ProcedureCall.of("drop_type", name.arguments(), ifExists ? "TRUE" : "FALSE"));
    }

    /**
     * A statement that uses such a type.
     *
     * @param text the batch
     * @param rewriting what is done with a statement whose types are known
     */
    List<String> use(List<Token> statement, int line, String text, Consumer<List<Token>> rewriting) {
        List<UserTypeException> uses = uses(statement, rewriting);
        int start = statement.get(0).start();
        List<String> arguments = new ArrayList<>(List.of(SqlLiteral.h2(script)));
        int done = start;
        for (UserTypeException use : uses) {
            ask(use, line);
            arguments.add(SqlLiteral.h2("\n".repeat(done == start ? line - 1 : 0) + text.substring(done, use.start())));
            arguments.add(
                    SqlLiteral.h2(use.name().schema() == null ? "" : use.name().schema()));
            arguments.add(SqlLiteral.h2(use.name().name()));
            done = use.end();
        }
        int end = statement.get(statement.size() - 1).end();
        arguments.add(SqlLiteral.h2(text.substring(done, end)));
        return List.of(ProcedureCall.of("with_types", arguments.toArray(String[]::new)));
    }

    private List<UserTypeException> uses(List<Token> statement, Consumer<List<Token>> rewriting) {
        List<UserTypeException> uses = new ArrayList<>();
        List<Token> tokens = statement;
        while (true) {
            try {
                rewriting.accept(tokens);
                return uses;
            } catch (UserTypeException use) {
                uses.add(use);
                tokens = with(tokens, use);
            } catch (UntranslatableException e) {
                boolean byRule = e.sqlServerError() > 0 && !OF_GRAMMAR.contains(e.sqlServerError());
                if (!byRule || uses.isEmpty()) {
                    throw e;
                }
                return uses;
            }
        }
    }

    private static List<Token> with(List<Token> tokens, UserTypeException use) {
        List<Token> others = new ArrayList<>();
        for (Token token : tokens) {
            if (token.start() == use.start()) {
                others.addAll(STAND_IN);
            } else if (token.start() < use.start() || token.start() >= use.end()) {
                others.add(token);
            }
        }
        return others;
    }

    /** To be asked before the script begins. */
    Optional<String> question() {
        List<String> arguments = new ArrayList<>();
        asked.forEach((name, use) -> {
            arguments.add(SqlLiteral.h2OrNull(name.schema()));
            arguments.add(SqlLiteral.h2(name.name()));
            arguments.add("'" + use.line() + "'");
            arguments.add("'" + use.ofStatement() + "'");
        });
        return arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(ProcedureCall.of("require_types", arguments.toArray(String[]::new)));
    }

    private void ask(UserTypeException use, int ofStatement) {
        if (!created.contains(key(use.name()))) {
            asked.putIfAbsent(use.name(), new Asked(use.line(), ofStatement));
        }
    }

    private static String key(ObjectName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells of each statement, in their order, whether it is about what is in the database, or about the server around it, the
 * people who may use it, and the files that it lies in: all that a test's database has of its own.
 */
final class StatementEffects {

    /** What a DECLARE without a semicolon behind it may have taken in. */
    private static final String[] MAKING = {
        "EXEC",
        "EXECUTE",
        "INSERT",
        "INTO",
        "UPDATE",
        "DELETE",
        "MERGE",
        "CREATE",
        "ALTER",
        "DROP",
        "TRUNCATE",
        "GRANT",
        "DENY",
        "REVOKE"
    };

    private static final Set<String> OF_LOGINS = Set.of(
            "sp_addlogin",
            "sp_grantlogin",
            "sp_denylogin",
            "sp_revokelogin",
            "sp_droplogin",
            "sp_password",
            "sp_defaultdb",
            "sp_defaultlanguage",
            "sp_addsrvrolemember",
            "sp_dropsrvrolemember",
            "sp_addlinkedsrvlogin",
            "sp_droplinkedsrvlogin");

    private static final Set<String> OF_USERS = Set.of(
            "sp_adduser",
            "sp_dropuser",
            "sp_grantdbaccess",
            "sp_revokedbaccess",
            "sp_change_users_login",
            "sp_changedbowner");

    private static final Set<String> OF_THE_SERVER = Set.of(
            "sp_configure",
            "sp_dboption",
            "sp_dbcmptlevel",
            "sp_db_vardecimal_storage_format",
            "sp_fulltext_database",
            "sp_fulltext_service",
            "sp_addlinkedserver",
            "sp_addserver",
            "sp_dropserver",
            "sp_serveroption",
            "sp_addmessage",
            "sp_dropmessage",
            "sp_altermessage",
            "sp_attach_db",
            "sp_attach_single_file_db",
            "sp_detach_db",
            "sp_renamedb",
            "sp_addumpdevice",
            "sp_dropdevice",
            "sp_procoption",
            "sp_addextendedproc",
            "sp_dropextendedproc");

    private final String script;
    private final OriginalNames names;
    private final OtherPlaces places;

    /** In which of the server's own databases the script is. */
    private Optional<String> elsewhere = Optional.empty();

    /** @param script what messages call it */
    StatementEffects(String script, OriginalNames names) {
        this(script, names, Optional.empty());
    }

    private StatementEffects(String script, OriginalNames names, Optional<String> elsewhere) {
        this.script = script;
        this.names = names;
        this.places = new OtherPlaces(names);
        this.elsewhere = elsewhere;
    }

    /** Of a statement without others in it. */
    Effect next(ScriptStatement statement) {
        TokenReader reader = new TokenReader(statement.tokens());
        if (reader.accept("USE")) {
            String name = reader.peek().value().toLowerCase(Locale.ROOT);
            elsewhere = OriginalNames.OF_THE_SERVER.contains(name) ? Optional.of(name) : Optional.empty();
            return Effect.PASSING;
        }
        Effect effect = of(statement, reader);
        if (!(effect instanceof Effect.Kept)) {
            return effect;
        }
        return elsewhere
                .map(LeftOutKind::in)
                .or(() -> places.in(statement))
                .map(StatementEffects::out)
                .orElseGet(() -> statement.isModule() ? effect : executed(statement));
    }

    /** What is executed out of literals is read as if it stood there. */
    private Effect executed(ScriptStatement statement) {
        for (ExecutedText text : ExecutedText.in(statement.tokens())) {
            List<Effect> effects = effects(text);
            Optional<LeftOutKind> gone = effects.stream()
                    .flatMap(effect -> effect.leftOut().stream())
                    .findFirst();
            if (gone.isPresent()) {
                if (effects.stream().anyMatch(Effect::makes)) {
                    throw refused(text, gone.get());
                }
                return out(gone.get());
            }
        }
        return Effect.KEPT;
    }

    /** Of a text that is executed where the script is now. */
    StatementEffects inside() {
        return new StatementEffects(script, names, elsewhere);
    }

    private List<Effect> effects(ExecutedText text) {
        StatementEffects inside = inside();
        return text.statements().stream()
                .flatMap(ScriptStatement::leaves)
                .map(inside::next)
                .toList();
    }

    /** @throws PalindromeException if a literal of it is a statement about the server */
    void requireHarmless(ScriptStatement statement) {
        for (Token token : statement.tokens()) {
            if (token.kind() == Token.Kind.STRING && isStatement(token.value())) {
                ExecutedText text = ExecutedText.ofPart(token);
                effects(text).stream()
                        .flatMap(effect -> effect.leftOut().stream())
                        .findFirst()
                        .ifPresent(kind -> {
                            throw refused(text, kind);
                        });
            }
        }
    }

    /** A word alone is more often a word than a statement. */
    private static boolean isStatement(String said) {
        TokenReader reader = TokenReader.ofName(said);
        return reader.peek().is("CREATE", "ALTER", "DROP", "EXEC", "EXECUTE")
                || reader.peek().is("BACKUP", "RESTORE") && reader.peek(1).is("DATABASE", "LOG");
    }

    private PalindromeException refused(ExecutedText text, LeftOutKind kind) {
        return new PalindromeException(
                "The schema script %s, line %d: SQL that is put together would make or change what is none of the test's database (%s). Leave it out of the script."
                        .formatted(script, text.line(), kind.one()));
    }

    private Effect of(ScriptStatement statement, TokenReader reader) {
        Token first = reader.next();
        return switch (first.upper()) {
            case "PRINT", "RAISERROR", "CHECKPOINT", "WAITFOR", "RETURN" -> Effect.PASSING;
            case "DECLARE" ->
                statement.tokens().stream().anyMatch(token -> token.is(MAKING)) ? Effect.KEPT : Effect.PASSING;
            case "SELECT" ->
                statement.tokens().stream().anyMatch(token -> token.is("INTO")) ? Effect.KEPT : Effect.PASSING;
            case "SET" -> set(reader);
            case "CREATE", "ALTER", "DROP" -> definition(first, statement, reader);
            case "GRANT", "DENY", "REVOKE" -> permission(statement.tokens());
            case "BACKUP", "RESTORE" -> out(LeftOutKind.BACKUP);
            case "RECONFIGURE", "SHUTDOWN", "KILL" -> out(LeftOutKind.SERVER);
            case "BULK" -> out(LeftOutKind.BULK_INSERT);
            case "DBCC" -> reader.peek().is("CHECKIDENT") ? Effect.KEPT : out(LeftOutKind.verb("DBCC"));
            case "BEGIN" -> reader.sees("CATCH") ? Effect.PASSING : Effect.KEPT;
            default -> SystemCall.of(statement).map(this::call).orElse(Effect.KEPT);
        };
    }

    private static Effect set(TokenReader reader) {
        return reader.peek().kind() == Token.Kind.VARIABLE || reader.peek().is("NOEXEC")
                ? Effect.PASSING
                : Effect.SETTING;
    }

    private Effect definition(Token verb, ScriptStatement statement, TokenReader reader) {
        if (reader.accept("DATABASE")) {
            return database(verb, reader);
        }
        if (reader.accept("LOGIN")) {
            return out(LeftOutKind.LOGIN);
        }
        if (reader.accept("USER")) {
            return verb.is("CREATE") ? user(statement) : ofUser(statement, reader);
        }
        if (verb.is("ALTER") && reader.accept("ROLE")) {
            reader.next();
            boolean member = (reader.accept("ADD", "MEMBER") || reader.accept("DROP", "MEMBER"))
                    && !names.isThere(reader.peek().value());
            return member ? out(LeftOutKind.MEMBER) : Effect.KEPT;
        }
        if (verb.is("ALTER") && reader.accept("AUTHORIZATION")) {
            return owner(statement.tokens());
        }
        return isOfTheServer(statement.tokens(), reader) ? out(LeftOutKind.SERVER) : Effect.KEPT;
    }

    private static Effect user(ScriptStatement statement) {
        return OriginalUser.of(statement.tokens())
                .map(user -> user.hasLogin()
                        ? new Effect.Instead(user.withoutLogin(), Optional.of(LeftOutKind.USERS_LOGIN))
                        : Effect.KEPT)
                .orElseGet(() -> out(LeftOutKind.USER));
    }

    /** Of one that is there; its login and its password are not. */
    private Effect ofUser(ScriptStatement statement, TokenReader reader) {
        reader.accept("IF", "EXISTS");
        boolean login = statement.tokens().stream().skip(3).anyMatch(token -> token.is("LOGIN", "PASSWORD"));
        return names.isThere(reader.peek().value()) && !login ? Effect.KEPT : out(LeftOutKind.USER);
    }

    private Effect database(Token verb, TokenReader reader) {
        if (reader.sees("AUDIT") || reader.sees("ENCRYPTION")) {
            return out(LeftOutKind.SERVER);
        }
        if (reader.accept("SCOPED")) {
            return reader.sees("CONFIGURATION") ? out(LeftOutKind.SCOPED_CONFIGURATION) : Effect.KEPT;
        }
        if (verb.is("ALTER") && reader.sees("CURRENT")) {
            return Effect.KEPT;
        }
        String name = reader.next().value();
        if (verb.is("ALTER") && names.isOwn(name) && reader.accept("SET")) {
            return setting(reader);
        }
        boolean file = reader.sees("ADD")
                || reader.sees("REMOVE")
                || reader.sees("MODIFY", "FILE")
                || reader.sees("MODIFY", "FILEGROUP");
        return out(file ? LeftOutKind.FILE : LeftOutKind.verb(verb.upper() + " DATABASE"));
    }

    /** Tables that are tracked need it (Microsoft: alter-database-transact-sql-set-options). */
    private static Effect setting(TokenReader reader) {
        while (!reader.atEnd() && !reader.sees("WITH")) {
            if (reader.sees("CHANGE_TRACKING")
                    && !reader.peek(1).is("OFF")
                    && !reader.peek(2).is("OFF")) {
                return new Effect.Instead(
                        "ALTER DATABASE CURRENT SET " + written(reader.until(",", "WITH")), Optional.empty());
            }
            reader.until(",", "WITH");
            reader.acceptSymbol(",");
        }
        return out(LeftOutKind.verb("ALTER DATABASE"));
    }

    private static String written(List<Token> tokens) {
        return tokens.stream()
                .map(token -> (token.spaced() ? " " : "") + token.text())
                .collect(Collectors.joining())
                .strip();
    }

    private static boolean isOfTheServer(List<Token> tokens, TokenReader reader) {
        boolean trigger = reader.sees("TRIGGER") || reader.sees("OR", "ALTER", "TRIGGER");
        return trigger && isOnAllServer(tokens)
                || reader.sees("SERVER")
                || reader.sees("CREDENTIAL")
                || reader.sees("ENDPOINT")
                || reader.sees("EVENT", "SESSION")
                || reader.sees("AVAILABILITY", "GROUP")
                || reader.sees("WORKLOAD", "GROUP")
                || reader.sees("RESOURCE")
                || reader.sees("CRYPTOGRAPHIC", "PROVIDER");
    }

    private static boolean isOnAllServer(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size() && !tokens.get(i).is("AS"); i++) {
            if (tokens.get(i).is("ON")
                    && tokens.get(i + 1).is("ALL")
                    && tokens.get(i + 2).is("SERVER")) {
                return true;
            }
        }
        return false;
    }

    private Effect owner(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        if (reader.accept("ALTER", "AUTHORIZATION", "ON", "DATABASE")) {
            return out(LeftOutKind.OWNER);
        }
        Token owner = tokens.get(tokens.size() - 1);
        return owner.is("OWNER") || names.isThere(owner.value()) ? Effect.KEPT : out(LeftOutKind.OWNER);
    }

    private Effect permission(List<Token> tokens) {
        List<Token> grantees = grantees(tokens);
        List<Token> there =
                grantees.stream().filter(token -> names.isThere(token.value())).toList();
        if (there.isEmpty() || isOfTheServer(tokens)) {
            return out(LeftOutKind.PERMISSION);
        }
        if (there.size() == grantees.size()) {
            return Effect.KEPT;
        }
        int from = tokens.indexOf(grantees.get(0));
        int to = tokens.indexOf(grantees.get(grantees.size() - 1)) + 1;
        String some = there.stream().map(Token::text).collect(Collectors.joining(", "));
        return new Effect.Instead(
                (written(tokens.subList(0, from)) + " " + some + " " + written(tokens.subList(to, tokens.size())))
                        .strip(),
                Optional.of(LeftOutKind.PERMISSION));
    }

    /** Whoever has one is a login. */
    private static boolean isOfTheServer(List<Token> permission) {
        return permission.stream()
                .takeWhile(token -> !token.is("ON", "TO", "FROM"))
                .anyMatch(token -> token.is("SERVER"));
    }

    /** Behind TO or FROM, up to what else may stand there. */
    private static List<Token> grantees(List<Token> tokens) {
        int at = 0;
        for (int i = 1; i < tokens.size(); i++) {
            at = tokens.get(i).is("TO", "FROM") ? i + 1 : at;
        }
        return tokens.subList(at, tokens.size()).stream()
                .takeWhile(token -> !token.is("WITH", "AS", "CASCADE"))
                .filter(Token::isName)
                .toList();
    }

    private Effect call(SystemCall call) {
        if (call.isElsewhere()) {
            return out(LeftOutKind.OTHER_SERVER);
        }
        if (!call.database().isEmpty() && !names.isOwn(call.database())) {
            boolean server = OriginalNames.OF_THE_SERVER.contains(call.database());
            return out(server ? LeftOutKind.SERVER : LeftOutKind.in(call.database()));
        }
        if (OF_LOGINS.contains(call.procedure())) {
            return out(LeftOutKind.LOGIN);
        }
        if (OF_USERS.contains(call.procedure())) {
            return out(LeftOutKind.USER);
        }
        if (call.isOneOf("sp_addrolemember", "sp_droprolemember")) {
            return call.arguments().stream().allMatch(names::isThere) ? Effect.KEPT : out(LeftOutKind.MEMBER);
        }
        return OF_THE_SERVER.contains(call.procedure()) || call.procedure().startsWith("xp_")
                ? out(LeftOutKind.SERVER)
                : Effect.KEPT;
    }

    private static Effect out(LeftOutKind kind) {
        return new Effect.LeftOut(kind);
    }
}

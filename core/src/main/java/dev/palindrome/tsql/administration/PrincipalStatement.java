package dev.palindrome.tsql.administration;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Users, roles and logins (Microsoft: create-user-transact-sql, create-role-transact-sql). Logins are the server's, of which
 * there is none: what makes them is read and left.
 */
public final class PrincipalStatement {

    /** What may stand behind CREATE, ALTER and DROP. */
    private static final String[] KINDS = {"USER", "ROLE", "LOGIN", "APPLICATION"};

    private static final String[] LOGIN_OPTIONS = {
        "PASSWORD",
        "OLD_PASSWORD",
        "SID",
        "DEFAULT_DATABASE",
        "DEFAULT_LANGUAGE",
        "CHECK_EXPIRATION",
        "CHECK_POLICY",
        "CREDENTIAL",
        "NAME"
    };

    private static final Set<String> PROCEDURES = Set.of(
            "sp_addrolemember",
            "sp_droprolemember",
            "sp_addrole",
            "sp_droprole",
            "sp_adduser",
            "sp_grantdbaccess",
            "sp_dropuser",
            "sp_revokedbaccess",
            "sp_addlogin",
            "sp_droplogin",
            "sp_grantlogin",
            "sp_defaultdb");

    private final TokenReader reader;

    private PrincipalStatement(TokenReader reader) {
        this.reader = reader;
    }

    /** Whether it is one of these that is created, altered or dropped; nothing is read. */
    public static boolean isNext(TokenReader reader) {
        return reader.peek().is(KINDS) || reader.sees("SERVER", "ROLE");
    }

    /** From behind {@code CREATE}. */
    public static List<String> create(TokenReader reader) {
        PrincipalStatement statement = new PrincipalStatement(reader);
        return switch (statement.kind()) {
            case "USER" -> statement.createUser();
            case "ROLE" -> statement.createRole();
            case "APPLICATION" -> statement.createApplicationRole();
            case "LOGIN" -> statement.ofTheServer(true);
            default -> statement.ofTheServer(false);
        };
    }

    /** From behind {@code ALTER}. */
    public static List<String> alter(TokenReader reader) {
        PrincipalStatement statement = new PrincipalStatement(reader);
        return switch (statement.kind()) {
            case "USER" -> statement.alterUser();
            case "ROLE" -> statement.alterRole();
            case "APPLICATION" -> throw new UntranslatableException("ALTER APPLICATION ROLE");
            case "LOGIN" -> statement.ofTheServer(true);
            default -> statement.ofTheServer(false);
        };
    }

    /** From behind {@code DROP}. */
    public static List<String> drop(TokenReader reader) {
        PrincipalStatement statement = new PrincipalStatement(reader);
        String kind = statement.kind();
        boolean ofTheServer = kind.equals("LOGIN") || kind.equals("SERVER");
        boolean ifExists = !ofTheServer && reader.accept("IF", "EXISTS");
        String name = reader.identifier();
        reader.expectEndOfSyntax();
        return ofTheServer ? List.of() : List.of(drop(kind, name, ifExists));
    }

    private static String drop(String kind, String name, boolean ifExists) {
        return ProcedureCall.of(
                "drop_principal", SqlLiteral.h2(kind), SqlLiteral.h2(name), ifExists ? "TRUE" : "FALSE");
    }

    private String kind() {
        String kind = reader.next().upper();
        if (kind.equals("APPLICATION") || kind.equals("SERVER")) {
            reader.require("ROLE");
        }
        return kind;
    }

    private List<String> createUser() {
        String name = reader.identifier();
        boolean windows = name.contains("\\");
        Optional<String> login = Optional.of(name);
        String authentication = windows ? "WINDOWS" : "INSTANCE";
        if (reader.accept("WITHOUT", "LOGIN")) {
            login = Optional.empty();
            authentication = "NONE";
        } else if (reader.accept("FROM", "EXTERNAL", "PROVIDER")) {
            login = Optional.empty();
            authentication = "EXTERNAL";
        } else if (reader.accept("FOR") || reader.accept("FROM")) {
            if (!reader.accept("LOGIN")) {
                throw new UntranslatableException("a user for " + reader.peek().upper());
            }
            login = Optional.of(reader.identifier());
        }
        boolean external = authentication.equals("EXTERNAL");
        String type = external ? "EXTERNAL_USER" : windows ? "WINDOWS_USER" : "SQL_USER";
        Recorded recorded = Recorded.nothing().with(Fact.VALUE, type);
        if (reader.accept("WITH")) {
            do {
                String option = reader.word().toUpperCase(Locale.ROOT);
                reader.requireSymbol("=");
                if (option.equals("DEFAULT_SCHEMA")) {
                    recorded = withDefaultSchema(recorded);
                } else if (option.equals("PASSWORD")) {
                    reader.next();
                    login = Optional.empty();
                    authentication = "DATABASE";
                } else if (Set.of("SID", "ALLOW_ENCRYPTED_VALUE_MODIFICATIONS", "OBJECT_ID", "TYPE")
                        .contains(option)) {
                    reader.next();
                } else {
                    throw new UntranslatableException("a user WITH " + option);
                }
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
        String details = "(" + authentication
                + login.map(known -> ", LOGIN = " + BracketedName.of(known)).orElse("") + ")";
        return List.of(create("USER", name, recorded.with(Fact.DETAILS, details)));
    }

    private Recorded withDefaultSchema(Recorded recorded) {
        String schema = reader.accept("NULL") ? "dbo" : reader.identifier();
        return schema.equalsIgnoreCase("dbo")
                ? recorded.without(Fact.DEFAULT_SCHEMA)
                : recorded.with(Fact.DEFAULT_SCHEMA, BracketedName.of(schema));
    }

    private static String create(String kind, String name, Recorded recorded) {
        return ProcedureCall.of(
                "create_principal", SqlLiteral.h2(kind), SqlLiteral.h2(name), SqlLiteral.h2(recorded.text()));
    }

    private List<String> createRole() {
        String name = reader.identifier();
        Optional<String> owner = reader.accept("AUTHORIZATION") ? Optional.of(reader.word()) : Optional.empty();
        reader.expectEndOfSyntax();
        return List.of(role(name, owner));
    }

    private static String role(String name, Optional<String> owner) {
        Recorded recorded = Recorded.nothing().with(Fact.VALUE, "DATABASE_ROLE");
        Optional<String> other = owner.filter(known -> !known.equalsIgnoreCase("dbo"));
        return create(
                "ROLE",
                name,
                other.map(known -> recorded.with(Fact.OWNER, BracketedName.of(known)))
                        .orElse(recorded));
    }

    private List<String> createApplicationRole() {
        String name = reader.identifier();
        Recorded recorded = Recorded.nothing().with(Fact.VALUE, "APPLICATION_ROLE");
        reader.require("WITH");
        do {
            Token option = reader.peek();
            reader.require("PASSWORD", "DEFAULT_SCHEMA");
            reader.requireSymbol("=");
            if (option.is("PASSWORD")) {
                reader.next();
            } else {
                recorded = withDefaultSchema(recorded);
            }
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        return List.of(create("ROLE", name, recorded));
    }

    private List<String> alterUser() {
        String name = reader.identifier();
        reader.require("WITH");
        Recorded recorded = Recorded.nothing();
        Optional<String> newName = Optional.empty();
        do {
            String option = reader.word().toUpperCase(Locale.ROOT);
            reader.requireSymbol("=");
            switch (option) {
                case "NAME" -> newName = Optional.of(reader.identifier());
                case "DEFAULT_SCHEMA" -> {
                    String schema = reader.accept("NULL") ? "dbo" : reader.identifier();
                    recorded = recorded.with(Fact.DEFAULT_SCHEMA, BracketedName.of(schema));
                }
                case "LOGIN" ->
                    recorded = recorded.with(
                            Fact.DETAILS, "(INSTANCE, LOGIN = " + BracketedName.of(reader.identifier()) + ")");
                case "PASSWORD", "OLD_PASSWORD" -> reader.next();
                default -> throw new UntranslatableException("a user WITH " + option);
            }
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        return List.of(alter("USER", name, newName, recorded));
    }

    private static String alter(String kind, String name, Optional<String> newName, Recorded recorded) {
        return ProcedureCall.of(
                "alter_principal",
                SqlLiteral.h2(kind),
                SqlLiteral.h2(name),
                SqlLiteral.h2OrNull(newName.orElse(null)),
                SqlLiteral.h2(recorded.text()));
    }

    private List<String> alterRole() {
        String name = reader.identifier();
        if (reader.accept("WITH")) {
            reader.require("NAME");
            reader.requireSymbol("=");
            String newName = reader.identifier();
            reader.expectEndOfSyntax();
            return List.of(alter("ROLE", name, Optional.of(newName), Recorded.nothing()));
        }
        boolean add = reader.peek().is("ADD");
        reader.require("ADD", "DROP");
        reader.require("MEMBER");
        String member = reader.identifier();
        reader.expectEndOfSyntax();
        return List.of(member(name, member, add));
    }

    private static String member(String role, String member, boolean add) {
        return ProcedureCall.of("role_member", SqlLiteral.h2(role), SqlLiteral.h2(member), add ? "TRUE" : "FALSE");
    }

    /** Logins and server roles (Microsoft: create-login-transact-sql, alter-login-transact-sql, alter-server-role-transact-sql). */
    private List<String> ofTheServer(boolean login) {
        reader.identifier();
        if (!login) {
            role();
        } else if (reader.accept("FROM")) {
            source();
        } else if (reader.accept("ADD") || reader.accept("DROP")) {
            reader.require("CREDENTIAL");
            reader.identifier();
        } else if (!reader.accept("ENABLE") && !reader.accept("DISABLE")) {
            options();
        }
        reader.expectEndOfSyntax();
        return List.of();
    }

    private void role() {
        if (reader.accept("AUTHORIZATION")) {
            reader.identifier();
        } else if (reader.accept("WITH")) {
            reader.require("NAME");
            reader.requireSymbol("=");
            reader.identifier();
        } else if (!reader.atEnd()) {
            reader.require("ADD", "DROP");
            reader.require("MEMBER");
            reader.identifier();
        }
    }

    private void source() {
        boolean named = reader.peek().is("CERTIFICATE", "ASYMMETRIC");
        if (reader.accept("EXTERNAL")) {
            reader.require("PROVIDER");
        } else if (reader.accept("ASYMMETRIC")) {
            reader.require("KEY");
        } else {
            reader.require("WINDOWS", "CERTIFICATE");
        }
        if (named) {
            reader.identifier();
        }
        if (!reader.atEnd()) {
            options();
        }
    }

    private void options() {
        reader.require("WITH");
        do {
            if (reader.accept("NO", "CREDENTIAL")) {
                continue;
            }
            option();
        } while (reader.acceptSymbol(","));
    }

    private void option() {
        boolean password = reader.sees("PASSWORD");
        reader.require(LOGIN_OPTIONS);
        reader.requireSymbol("=");
        boolean value = reader.peek().kind() == Token.Kind.STRING
                || reader.peek().kind() == Token.Kind.BINARY
                || reader.peek().isName()
                        && (!reader.peek().isReserved() || reader.peek().is("ON", "OFF"));
        if (!value) {
            throw reader.syntax();
        }
        reader.next();
        while (password && reader.peek().is("HASHED", "MUST_CHANGE", "UNLOCK")) {
            reader.next();
        }
        if (password && reader.sees("OLD_PASSWORD")) {
            option();
        }
    }

    /** {@code ALTER AUTHORIZATION}, from behind it. */
    public static List<String> owner(TokenReader reader) {
        reader.require("ON");
        int start = reader.position();
        StringBuilder words = new StringBuilder(reader.word().toUpperCase(Locale.ROOT));
        while (reader.peek().kind() == Token.Kind.WORD && !reader.peek().is("TO")) {
            words.append(' ').append(reader.next().upper());
        }
        String on = "OBJECT";
        if (reader.acceptSymbol("::")) {
            on = words.toString();
        } else {
            reader.back(start);
        }
        List<String> name = reader.nameParts();
        reader.require("TO");
        boolean ofSchema = reader.accept("SCHEMA", "OWNER");
        String owner = ofSchema ? "" : reader.word();
        reader.expectEndOfSyntax();
        if (on.equals("DATABASE")) {
            return List.of(); // a login, of whom nothing is compared
        }
        if (!Set.of("OBJECT", "SCHEMA", "ROLE", "TYPE").contains(on)) {
            throw new UntranslatableException("the owner of " + on.toLowerCase(Locale.ROOT));
        }
        return List.of(ProcedureCall.of(
                "owner",
                SqlLiteral.h2(on),
                name.size() < 2 ? "NULL" : SqlLiteral.h2(name.get(name.size() - 2)),
                SqlLiteral.h2(name.get(name.size() - 1)),
                SqlLiteral.h2(owner)));
    }

    public static boolean isKnown(String procedure) {
        return PROCEDURES.contains(procedure);
    }

    /** One of the older procedures, from behind its name. */
    public static List<String> call(String procedure, TokenReader reader) {
        return switch (procedure) {
            case "sp_addrolemember", "sp_droprolemember" -> {
                ProcedureArguments arguments = ProcedureArguments.read(reader, List.of("@rolename", "@membername"));
                yield List.of(member(
                        arguments.require(procedure, "@rolename"),
                        arguments.require(procedure, "@membername"),
                        procedure.equals("sp_addrolemember")));
            }
            case "sp_addrole" -> {
                ProcedureArguments arguments = ProcedureArguments.read(reader, List.of("@rolename", "@ownername"));
                yield List.of(role(arguments.require(procedure, "@rolename"), arguments.text("@ownername")));
            }
            case "sp_droprole" ->
                List.of(drop(
                        "ROLE",
                        ProcedureArguments.read(reader, List.of("@rolename")).require(procedure, "@rolename"),
                        false));
            case "sp_dropuser", "sp_revokedbaccess" ->
                List.of(drop(
                        "USER",
                        ProcedureArguments.read(reader, List.of("@name_in_db")).require(procedure, "@name_in_db"),
                        false));
            case "sp_adduser", "sp_grantdbaccess" -> addUser(procedure, reader);
            default -> {
                ProcedureArguments.read(
                        reader, List.of("@loginame", "@passwd", "@defdb", "@deflanguage", "@sid", "@encryptopt"));
                yield List.of();
            }
        };
    }

    private static List<String> addUser(String procedure, TokenReader reader) {
        ProcedureArguments arguments = ProcedureArguments.read(reader, List.of("@loginame", "@name_in_db", "@grpname"));
        String login = arguments.require(procedure, "@loginame");
        String name = arguments.text("@name_in_db").orElse(login);
        Recorded recorded = Recorded.nothing()
                .with(Fact.VALUE, "SQL_USER")
                .with(Fact.DETAILS, "(INSTANCE, LOGIN = " + BracketedName.of(login) + ")");
        String user = create("USER", name, recorded);
        return arguments
                .text("@grpname")
                .map(group -> List.of(user, member(group, name, true)))
                .orElse(List.of(user));
    }
}

package dev.palindrome.tsql.administration;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** GRANT, DENY and REVOKE (Microsoft: grant-transact-sql). */
public final class PermissionStatement {

    private static final Set<String> KNOWN = Set.of(
            "ADMINISTER DATABASE BULK OPERATIONS",
            "ALL",
            "ALTER",
            "ALTER ANY APPLICATION ROLE",
            "ALTER ANY ASSEMBLY",
            "ALTER ANY ASYMMETRIC KEY",
            "ALTER ANY CERTIFICATE",
            "ALTER ANY COLUMN ENCRYPTION KEY",
            "ALTER ANY COLUMN MASTER KEY",
            "ALTER ANY CONTRACT",
            "ALTER ANY DATABASE AUDIT",
            "ALTER ANY DATABASE DDL TRIGGER",
            "ALTER ANY DATABASE EVENT NOTIFICATION",
            "ALTER ANY DATABASE EVENT SESSION",
            "ALTER ANY DATABASE SCOPED CONFIGURATION",
            "ALTER ANY DATASPACE",
            "ALTER ANY EXTERNAL DATA SOURCE",
            "ALTER ANY EXTERNAL FILE FORMAT",
            "ALTER ANY EXTERNAL JOB",
            "ALTER ANY EXTERNAL LANGUAGE",
            "ALTER ANY EXTERNAL LIBRARY",
            "ALTER ANY EXTERNAL STREAM",
            "ALTER ANY FULLTEXT CATALOG",
            "ALTER ANY MASK",
            "ALTER ANY MESSAGE TYPE",
            "ALTER ANY REMOTE SERVICE BINDING",
            "ALTER ANY ROLE",
            "ALTER ANY ROUTE",
            "ALTER ANY SCHEMA",
            "ALTER ANY SECURITY POLICY",
            "ALTER ANY SENSITIVITY CLASSIFICATION",
            "ALTER ANY SERVICE",
            "ALTER ANY SYMMETRIC KEY",
            "ALTER ANY USER",
            "ALTER LEDGER",
            "ALTER LEDGER CONFIGURATION",
            "AUTHENTICATE",
            "BACKUP DATABASE",
            "BACKUP LOG",
            "CHECKPOINT",
            "CONNECT",
            "CONNECT REPLICATION",
            "CONTROL",
            "CREATE AGGREGATE",
            "CREATE ANY DATABASE EVENT SESSION",
            "CREATE ASSEMBLY",
            "CREATE ASYMMETRIC KEY",
            "CREATE CERTIFICATE",
            "CREATE CONTRACT",
            "CREATE DATABASE",
            "CREATE DATABASE DDL EVENT NOTIFICATION",
            "CREATE DEFAULT",
            "CREATE EXTERNAL LANGUAGE",
            "CREATE EXTERNAL LIBRARY",
            "CREATE FULLTEXT CATALOG",
            "CREATE FUNCTION",
            "CREATE MESSAGE TYPE",
            "CREATE PROCEDURE",
            "CREATE QUEUE",
            "CREATE REMOTE SERVICE BINDING",
            "CREATE ROLE",
            "CREATE ROUTE",
            "CREATE RULE",
            "CREATE SCHEMA",
            "CREATE SEQUENCE",
            "CREATE SERVICE",
            "CREATE SYMMETRIC KEY",
            "CREATE SYNONYM",
            "CREATE TABLE",
            "CREATE TYPE",
            "CREATE USER",
            "CREATE VIEW",
            "CREATE XML SCHEMA COLLECTION",
            "DELETE",
            "DROP ANY DATABASE EVENT SESSION",
            "ENABLE LEDGER",
            "EXECUTE",
            "EXECUTE ANY EXTERNAL ENDPOINT",
            "EXECUTE ANY EXTERNAL SCRIPT",
            "EXECUTE EXTERNAL SCRIPT",
            "IMPERSONATE",
            "INSERT",
            "KILL DATABASE CONNECTION",
            "RECEIVE",
            "REFERENCES",
            "SELECT",
            "SEND",
            "SHOWPLAN",
            "SUBSCRIBE QUERY NOTIFICATIONS",
            "TAKE OWNERSHIP",
            "UNMASK",
            "UPDATE",
            "VIEW ANY COLUMN ENCRYPTION KEY DEFINITION",
            "VIEW ANY COLUMN MASTER KEY DEFINITION",
            "VIEW ANY SENSITIVITY CLASSIFICATION",
            "VIEW CHANGE TRACKING",
            "VIEW CRYPTOGRAPHICALLY SECURED DEFINITION",
            "VIEW DATABASE PERFORMANCE STATE",
            "VIEW DATABASE SECURITY AUDIT",
            "VIEW DATABASE SECURITY STATE",
            "VIEW DATABASE STATE",
            "VIEW DEFINITION",
            "VIEW LEDGER CONTENT",
            "VIEW PERFORMANCE DEFINITION",
            "VIEW SECURITY DEFINITION");

    /** Of the server, which no database remembers. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "ALTER TRACE",
            "SHUTDOWN",
            "VIEW SERVER STATE",
            "VIEW ANY DEFINITION",
            "ADMINISTER BULK OPERATIONS",
            "VIEW ANY DATABASE",
            "CONNECT SQL",
            "CONTROL SERVER",
            "CREATE ANY DATABASE",
            "UNSAFE ASSEMBLY",
            "EXTERNAL ACCESS ASSEMBLY");

    private static final Set<String> CLASSES =
            Set.of("OBJECT", "SCHEMA", "TYPE", "ROLE", "USER", "DATABASE", "APPLICATION ROLE");

    private static final Set<String> OF_COLUMNS = Set.of("ALL", "REFERENCES", "SELECT", "UNMASK", "UPDATE");

    /** {@code SELECT}, with the columns that it is about. */
    private record Permission(String name, List<String> columns) {}

    private final TokenReader reader;
    private final List<Permission> permissions = new ArrayList<>();
    private String on = "DATABASE";
    private List<String> name = List.of();
    private List<String> columns = List.of();

    private PermissionStatement(TokenReader reader) {
        this.reader = reader;
    }

    public static List<String> rewrite(TokenReader reader) {
        return new PermissionStatement(reader).rewrite();
    }

    private List<String> rewrite() {
        String verb = reader.next().upper();
        boolean optionOnly = verb.equals("REVOKE") && reader.accept("GRANT", "OPTION", "FOR");
        do {
            permissions.add(permission());
        } while (reader.acceptSymbol(","));
        if (reader.accept("ON")) {
            securable();
        }
        permissions.forEach(this::requireColumnsToBePossible);
        if (verb.equals("REVOKE")) {
            reader.require("FROM", "TO");
        } else {
            reader.require("TO");
        }
        List<String> grantees = new ArrayList<>();
        do {
            grantees.add(reader.word());
        } while (reader.acceptSymbol(","));
        boolean option = verb.equals("GRANT") && reader.accept("WITH", "GRANT", "OPTION");
        if (!verb.equals("GRANT")) {
            reader.accept("CASCADE");
        }
        if (reader.accept("AS") && !reader.word().equalsIgnoreCase("dbo")) {
            throw new UntranslatableException("a permission that somebody else than dbo grants");
        }
        reader.expectEndOfSyntax();
        String state = optionOnly ? "REVOKE_GRANT_OPTION" : option ? "GRANT_WITH_GRANT_OPTION" : verb;
        return grantees.stream().map(grantee -> call(state, grantee)).toList();
    }

    private void requireColumnsToBePossible(Permission permission) {
        boolean possible = on.equals("OBJECT") && OF_COLUMNS.contains(permission.name());
        if (!columnsOf(permission).isEmpty() && !possible) {
            throw UntranslatableException.refused(1020, permission.name() + " is given on no single columns");
        }
    }

    private List<String> columnsOf(Permission permission) {
        return permission.columns().isEmpty() ? columns : permission.columns();
    }

    private Permission permission() {
        Token first = reader.peek();
        List<String> words = new ArrayList<>();
        while (reader.peek().kind() == Token.Kind.WORD && !reader.peek().is("ON", "TO", "FROM")) {
            words.add(reader.next().upper());
        }
        String said = String.join(" ", words);
        String permission = said.equals("EXEC") ? "EXECUTE" : said.equals("ALL PRIVILEGES") ? "ALL" : said;
        if (OF_THE_SERVER.contains(permission)) {
            throw new UntranslatableException("the permission " + permission);
        }
        if (!KNOWN.contains(permission)) {
            if (words.size() > 1) {
                throw new UntranslatableException("the permission " + permission);
            }
            throw UntranslatableException.syntax(first);
        }
        return new Permission(permission, reader.seesSymbol("(") ? columns() : List.of());
    }

    private List<String> columns() {
        List<String> names = new ArrayList<>();
        reader.requireSymbol("(");
        do {
            names.add(reader.identifier());
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return names;
    }

    private void securable() {
        int start = reader.position();
        StringBuilder words = new StringBuilder(reader.word().toUpperCase(Locale.ROOT));
        while (reader.peek().kind() == Token.Kind.WORD && !reader.peek().is("TO", "FROM")) {
            words.append(' ').append(reader.next().upper());
        }
        on = "OBJECT";
        if (reader.acceptSymbol("::")) {
            on = words.toString();
            if (!CLASSES.contains(on)) {
                throw new UntranslatableException("a permission on " + on.toLowerCase(Locale.ROOT));
            }
        } else {
            reader.back(start);
        }
        name = reader.nameParts();
        if (reader.seesSymbol("(")) {
            columns = columns();
        }
    }

    private String call(String state, String grantee) {
        List<String> arguments = new ArrayList<>();
        arguments.add(SqlLiteral.h2(state));
        arguments.add(SqlLiteral.h2(on));
        arguments.add(name.size() < 2 ? "NULL" : SqlLiteral.h2(name.get(name.size() - 2)));
        arguments.add(name.isEmpty() ? "NULL" : SqlLiteral.h2(name.get(name.size() - 1)));
        arguments.add(SqlLiteral.h2(grantee));
        for (Permission permission : permissions) {
            List<String> about = columnsOf(permission);
            for (String column : about.isEmpty() ? List.of("") : about) {
                arguments.add(SqlLiteral.h2(permission.name()));
                arguments.add(SqlLiteral.h2(column));
            }
        }
        return ProcedureCall.of("permission", arguments.toArray(String[]::new));
    }
}

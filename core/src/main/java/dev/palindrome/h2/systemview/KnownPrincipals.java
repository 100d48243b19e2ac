package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Users and roles: those that every database has, and those that scripts have made. Whoever runs a script is dbo
 * (Microsoft: sys-database-principals-transact-sql, sys-database-role-members-transact-sql).
 */
public final class KnownPrincipals {

    private static final String DBO = "dbo";

    private static final String PUBLIC = "public";

    private static final Map<String, Integer> USERS = numbers("dbo", 1, "guest", 2, "INFORMATION_SCHEMA", 3, "sys", 4);

    private static final Map<String, Integer> ROLES = numbers(
            "db_owner", 16384,
            "db_accessadmin", 16385,
            "db_securityadmin", 16386,
            "db_ddladmin", 16387,
            "db_backupoperator", 16389,
            "db_datareader", 16390,
            "db_datawriter", 16391,
            "db_denydatareader", 16392,
            "db_denydatawriter", 16393);

    /** Somebody who is a member of a role. */
    private record Member(String role, String member) {}

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Member> members = new ArrayList<>(List.of(new Member("db_owner", DBO)));

    private KnownPrincipals() {}

    private static Map<String, Integer> numbers(Object... namesAndNumbers) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            numbers.put((String) namesAndNumbers[i], (Integer) namesAndNumbers[i + 1]);
        }
        return numbers;
    }

    static KnownPrincipals of(H2Rows rows) throws SQLException {
        KnownPrincipals known = new KnownPrincipals();
        known.add(PUBLIC, 0, "R", "DATABASE_ROLE");
        USERS.forEach((name, number) -> known.add(name, number, "S", "SQL_USER"));
        ROLES.forEach((name, number) -> known.add(name, number, "R", "DATABASE_ROLE"));
        for (RecordedObject object : rows.recorded(Kind.USER, Kind.ROLE)) {
            known.add(object);
        }
        for (RecordedObject object : rows.recorded(Kind.ROLE, Kind.DATABASE)) {
            for (NamedValue member :
                    NamedValues.parse(object.recorded().get(Fact.MEMBERS)).all()) {
                List<String> name = member.name();
                String role = object.kind() == Kind.ROLE ? object.name() : name.get(0);
                known.members.add(new Member(role, name.get(name.size() - 1)));
            }
        }
        return known;
    }

    /** The one that every server has; those that scripts make belong to no database. */
    static List<SystemRow> logins() {
        Map<String, Object> row = new HashMap<>();
        row.put("name", "sa");
        row.put("loginname", "sa");
        row.put("dbname", "master");
        row.put("language", "us_english");
        row.put("hasaccess", 1);
        row.put("sysadmin", 1);
        for (String none : List.of("denylogin", "isntname", "isntgroup", "isntuser")) {
            row.put(none, 0);
        }
        return List.of(row::get);
    }

    /**
     * Whether a role is one of those that every database has, and that have members.
     *
     * @param name whatever its case
     * @return false for public, whose members are all
     */
    public static boolean isFixedRole(String name) {
        return ROLES.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether every database has such a user or role.
     *
     * @param name whatever its case
     * @return false for what somebody has to make
     */
    public static boolean isFixed(String name) {
        return fixedNumber(name).isPresent();
    }

    static Optional<Integer> fixedNumber(String name) {
        Map<String, Integer> all = new HashMap<>(USERS);
        all.putAll(ROLES);
        all.put(PUBLIC, 0);
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Map<String, Object> add(String name, int number, String type, String description) {
        boolean role = type.equals("R") || type.equals("A");
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("principal_id", number);
        row.put("uid", number);
        row.put("type", type);
        row.put("type_desc", description);
        row.put("is_fixed_role", isFixedRole(name));
        authentication(row, name.equals(DBO) ? "INSTANCE" : "NONE");
        if (role) {
            row.put("owning_principal_id", 1);
        }
        if (name.equals(DBO) || name.equals("guest")) {
            row.put("default_schema_name", name);
        }
        row.put("islogin", role ? 0 : 1);
        row.put("issqluser", type.equals("S") ? 1 : 0);
        row.put("isntname", type.equals("U") ? 1 : 0);
        row.put("isntuser", type.equals("U") ? 1 : 0);
        row.put("isntgroup", 0);
        row.put("issqlrole", type.equals("R") ? 1 : 0);
        row.put("isapprole", type.equals("A") ? 1 : 0);
        row.put("isaliased", 0);
        row.put("hasdbaccess", name.equals(DBO) ? 1 : 0);
        rows.add(row);
        return row;
    }

    private static void authentication(Map<String, Object> row, String type) {
        row.put(
                "authentication_type",
                List.of("NONE", "INSTANCE", "DATABASE", "WINDOWS", "EXTERNAL").indexOf(type));
        row.put("authentication_type_desc", type);
    }

    private void add(RecordedObject object) {
        Recorded recorded = object.recorded();
        String kind = recorded.get(Fact.VALUE).orElse(object.kind() == Kind.USER ? "SQL_USER" : "DATABASE_ROLE");
        String letter = kind.equals("DATABASE_ROLE") ? "R" : kind.equals("WINDOWS_USER") ? "U" : kind.substring(0, 1);
        Map<String, Object> row = add(object.name(), ObjectNumber.ofPrincipal(object.name()), letter, kind);
        if (object.kind() == Kind.USER) {
            String details = recorded.get(Fact.DETAILS).orElse("(NONE)");
            authentication(row, details.substring(1).split("[,)]", 2)[0]);
            row.put("hasdbaccess", 1);
        } else {
            row.put("owning_principal_id", ownerOf(recorded));
        }
        if (!letter.equals("R")) {
            row.put(
                    "default_schema_name",
                    plain(recorded.get(Fact.DEFAULT_SCHEMA)).orElse(DBO));
        }
    }

    /** The number of whoever owns something, who is dbo where nobody says otherwise. */
    static int ownerOf(Recorded recorded) {
        return ObjectNumber.ofPrincipal(ownerName(recorded));
    }

    static String ownerName(Recorded recorded) {
        return plain(recorded.get(Fact.OWNER)).orElse(DBO);
    }

    private static Optional<String> plain(Optional<String> bracketed) {
        return bracketed.map(TableName::parse).map(TableName::name);
    }

    List<SystemRow> rows() {
        List<SystemRow> all = new ArrayList<>();
        rows.forEach(row -> all.add(SystemRow.of(row)));
        return all;
    }

    List<SystemRow> memberRows() {
        List<SystemRow> all = new ArrayList<>();
        for (Member member : members) {
            all.add(SystemRow.of(Map.of(
                    "role_principal_id", ObjectNumber.ofPrincipal(member.role()),
                    "member_principal_id", ObjectNumber.ofPrincipal(member.member()))));
        }
        return all;
    }

    private Optional<Map<String, Object>> find(String column, Object value) {
        return rows.stream()
                .filter(row -> String.valueOf(row.get(column)).equalsIgnoreCase(String.valueOf(value)))
                .findFirst();
    }

    @Nullable Integer number(String name) {
        return find("name", name).map(row -> (Integer) row.get("principal_id")).orElse(null);
    }

    @Nullable String name(int number) {
        return find("principal_id", number).map(row -> (String) row.get("name")).orElse(null);
    }

    /** 1 or 0; null if one of them is missing. Who is a member of a member is one, too. */
    @Nullable Integer isMember(String role, String member) {
        boolean known = number(member) != null
                && find("name", role)
                        .filter(row -> String.valueOf(row.get("type")).equals("R"))
                        .isPresent();
        return !known ? null : isMember(role, member, new TreeSet<>(String.CASE_INSENSITIVE_ORDER)) ? 1 : (Integer) 0;
    }

    private boolean isMember(String role, String member, TreeSet<String> seen) {
        return role.equalsIgnoreCase(PUBLIC)
                || members.stream()
                        .filter(known -> known.member().equalsIgnoreCase(member) && seen.add(known.role()))
                        .anyMatch(known -> known.role().equalsIgnoreCase(role) || isMember(role, known.role(), seen));
    }
}

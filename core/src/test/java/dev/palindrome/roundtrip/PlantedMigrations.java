package dev.palindrome.roundtrip;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random schema, and random migrations of it: some undone well, some with a fault that is known. The same seed makes the
 * same ones.
 */
final class PlantedMigrations {

    /** All is back, wherever columns stand. */
    private static final Set<Verdict> GOOD = EnumSet.of(Verdict.REVERSIBLE, Verdict.COLUMN_ORDER);

    private static final Set<Verdict> LOST = EnumSet.of(Verdict.DATA_LOST);
    private static final Set<Verdict> NOT_RESTORED = EnumSet.of(Verdict.NOT_RESTORED);

    private static final String NOTHING = "PRINT 'as good as before';";

    /**
     * A type of a column.
     *
     * @param declared in T-SQL
     * @param lossy expressions that change some of its values for good; {@code %s} is the column
     */
    private record Type(String declared, List<String> lossy) {}

    private static final List<Type> TYPES = List.of(
            new Type(
                    "NVARCHAR(40)",
                    List.of(
                            "LOWER(%s)",
                            "UPPER(%s)",
                            "LTRIM(%s)",
                            "RTRIM(%s)",
                            "LEFT(%s, 20)",
                            "NULLIF(%s, N'')",
                            "ISNULL(%s, N'')",
                            "REPLACE(%s, N'''', N'')")),
            new Type("VARCHAR(30)", List.of("LOWER(%s)", "LTRIM(RTRIM(%s))", "SUBSTRING(%s, 1, 15)")),
            new Type("INT", List.of("%s %% 1000", "NULLIF(%s, 0)", "ISNULL(%s, 0)", "%s / 10")),
            new Type("DECIMAL(12, 4)", List.of("ROUND(%s, 2)", "NULLIF(%s, 0)")),
            new Type("DATETIME2(7)", List.of("CAST(%s AS DATETIME2(0))", "ISNULL(%s, '2020-01-01')")),
            new Type("BIT", List.of("ISNULL(%s, 0)", "CAST(0 AS BIT)")));

    private final Random random;
    private final Map<String, Map<String, Type>> tables = new LinkedHashMap<>();
    private final List<String> ups = new ArrayList<>();
    private final List<String> downs = new ArrayList<>();
    private final List<Set<Verdict>> expected = new ArrayList<>();

    /** Columns that hold nothing any more that a change could lose. */
    private final Set<String> spent = new HashSet<>();

    private int names;

    PlantedMigrations(long seed, int changes) {
        random = new Random(seed);
        begin();
        while (ups.size() <= changes) {
            change();
        }
    }

    int count() {
        return ups.size();
    }

    String up(int index) {
        return ups.get(index);
    }

    String down(int index) {
        return downs.get(index);
    }

    /** Verdicts of which one is right. */
    Set<Verdict> expected(int index) {
        return expected.get(index);
    }

    private void begin() {
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            String table = "dbo.t" + i;
            Map<String, Type> columns = new LinkedHashMap<>();
            for (int j = 0; j < 2 + random.nextInt(4); j++) {
                columns.put("c" + names++, pick(TYPES));
            }
            tables.put(table, columns);
            up.append("CREATE TABLE ").append(table).append(" (id INT ");
            up.append(random.nextBoolean() ? "IDENTITY(1,1) " : "")
                    .append("NOT NULL CONSTRAINT pk_t")
                    .append(i);
            up.append(" PRIMARY KEY");
            columns.forEach((name, type) -> up.append(", ")
                    .append(name)
                    .append(' ')
                    .append(type.declared())
                    .append(" NULL"));
            up.append(");\n");
            down.append("DROP TABLE ").append(table).append(";\n");
        }
        plant(up.toString(), down.toString(), GOOD);
    }

    private void plant(String up, String down, Set<Verdict> verdicts) {
        ups.add(up);
        downs.add(down);
        expected.add(verdicts);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void change() {
        String table = pick(List.copyOf(tables.keySet()));
        Map<String, Type> columns = tables.get(table);
        if (columns.size() < 2) {
            addColumn(table, columns);
            return;
        }
        String column = pick(List.copyOf(columns.keySet()));
        switch (random.nextInt(9)) {
            case 0 -> addColumn(table, columns);
            case 1 -> dropColumn(table, columns, column);
            case 2, 3 -> changeValues(table, column, columns.get(column));
            case 4 -> renameColumn(table, columns, column);
            case 5 -> addIndex(table, column);
            case 6 -> addRows(table);
            case 7 -> deleteRow(table, columns);
            default -> moveToAnotherTable(table, columns, column);
        }
    }

    private void addColumn(String table, Map<String, Type> columns) {
        String name = "c" + names++;
        Type type = pick(TYPES);
        columns.put(name, type);
        boolean good = random.nextBoolean();
        plant(
                "ALTER TABLE " + table + " ADD " + name + " " + type.declared() + " NULL;",
                good ? "ALTER TABLE " + table + " DROP COLUMN " + name + ";" : NOTHING,
                good ? GOOD : NOT_RESTORED);
    }

    private void dropColumn(String table, Map<String, Type> columns, String column) {
        Type type = columns.remove(column);
        plant(
                "ALTER TABLE " + table + " DROP COLUMN " + column + ";",
                "ALTER TABLE " + table + " ADD " + column + " " + type.declared() + " NULL;",
                LOST);
    }

    private void changeValues(String table, String column, Type type) {
        if (!spent.add(column)) {
            return;
        }
        if (random.nextBoolean()) {
            changeForGood(table, column, type);
        } else {
            changeAndKeep(table, column, type);
        }
    }

    private void changeForGood(String table, String column, Type type) {
        String value = pick(type.lossy()).formatted(column);
        plant("UPDATE " + table + " SET " + column + " = " + value + ";", NOTHING, LOST);
    }

    /** The old values wait in another column. */
    private void changeAndKeep(String table, String column, Type type) {
        String old = "old" + names++;
        boolean good = random.nextBoolean();
        String value = pick(type.lossy()).formatted(column);
        plant(
                "ALTER TABLE " + table + " ADD " + old + " " + type.declared() + " NULL;\nGO\nUPDATE " + table + " SET "
                        + old + " = " + column + ";\nUPDATE " + table + " SET " + column + " = " + value + ";",
                (good ? "UPDATE " + table + " SET " + column + " = " + old + ";\n" : "") + "ALTER TABLE " + table
                        + " DROP COLUMN " + old + ";",
                good ? GOOD : LOST);
        tables.get(table).put(old, type);
        spent.add(old);
    }

    private void renameColumn(String table, Map<String, Type> columns, String column) {
        String name = "c" + names++;
        columns.put(name, columns.remove(column));
        if (spent.contains(column)) {
            spent.add(name);
        }
        boolean good = random.nextBoolean();
        plant(
                "EXEC sp_rename '" + table + "." + column + "', '" + name + "', 'COLUMN';",
                good ? "EXEC sp_rename '" + table + "." + name + "', '" + column + "', 'COLUMN';" : NOTHING,
                good ? GOOD : NOT_RESTORED);
    }

    private void addIndex(String table, String column) {
        String name = "ix" + names++;
        boolean good = random.nextBoolean();
        plant(
                "CREATE INDEX " + name + " ON " + table + " (id, " + column + ");\nDROP INDEX " + name + " ON " + table
                        + ";\nCREATE INDEX " + name + " ON " + table + " (id);",
                good ? "DROP INDEX " + name + " ON " + table + ";" : NOTHING,
                good ? GOOD : NOT_RESTORED);
    }

    /** Of a table of its own: others may have identities. */
    private void addRows(String table) {
        String name = table + "_rows" + names++;
        boolean good = random.nextBoolean();
        plant(
                "IF OBJECT_ID('" + name + "') IS NULL\n    CREATE TABLE " + name
                        + " (id INT NOT NULL CONSTRAINT pk_rows" + names + " PRIMARY KEY);\nGO\nINSERT INTO " + name
                        + " (id) VALUES (-4711);",
                good ? "DROP TABLE " + name + ";" : NOTHING,
                good ? GOOD : NOT_RESTORED);
    }

    /** It may have been the only one with something to lose. */
    private void deleteRow(String table, Map<String, Type> columns) {
        if (spent.add(table)) {
            spent.addAll(columns.keySet());
            plant("DELETE FROM " + table + " WHERE id = (SELECT MAX(id) FROM " + table + ");", NOTHING, LOST);
        }
    }

    private void moveToAnotherTable(String table, Map<String, Type> columns, String column) {
        Type type = columns.remove(column);
        String name = table + "_moved" + names++;
        boolean good = random.nextBoolean();
        plant(
                "CREATE TABLE " + name + " (id INT NOT NULL CONSTRAINT pk_moved" + names + " PRIMARY KEY, v "
                        + type.declared() + " NULL);\nINSERT INTO " + name + " (id, v) SELECT id, " + column + " FROM "
                        + table + ";\nALTER TABLE " + table + " DROP COLUMN " + column + ";",
                "ALTER TABLE " + table + " ADD " + column + " " + type.declared() + " NULL;\nGO\n"
                        + (good
                                ? "UPDATE " + table + " SET " + column + " = (SELECT m.v FROM " + name
                                        + " m WHERE m.id = " + table + ".id);\n"
                                : "")
                        + "DROP TABLE " + name + ";",
                good ? GOOD : LOST);
    }
}

package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.CheckDefinition;
import dev.palindrome.h2.definition.ForeignKeyDefinition;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Constraint;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.HiddenColumn;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CHECK CONSTRAINT and NOCHECK CONSTRAINT. H2 has no constraint that is switched off, so in its place stands one of the same
 * name that every row satisfies: a check says nothing about its columns, a foreign key begins with a column that is always
 * NULL. What depends on it, or it on, stays as it was.
 */
final class ConstraintSwitching {

    /** H2's numbers for rows that a constraint does not take. */
    private static final int NO_PARENT = 23506;

    private static final List<Integer> NO_CHECK = List.of(23513, 23514);

    private final H2Table table;

    ConstraintSwitching(H2Table table) {
        this.table = table;
    }

    void off(List<String> names) throws SQLException {
        for (H2Constraint constraint : meant(names)) {
            if (constraint.recorded().is(Fact.DISABLED)) {
                continue;
            }
            Recorded recorded = constraint.recorded().with(Fact.DISABLED, "yes").with(Fact.NOT_TRUSTED, "yes");
            if (constraint.isCheck()) {
                checkOff(constraint, recorded);
            } else {
                foreignKeyOff(constraint, recorded);
            }
        }
    }

    /** @param verify whether WITH CHECK was written: then the rows are looked at */
    void on(List<String> names, boolean verify) throws SQLException {
        Deque<H2Constraint> done = new ArrayDeque<>();
        for (H2Constraint constraint : meant(names)) {
            boolean trusted = !constraint.recorded().is(Fact.NOT_TRUSTED);
            if (!trusted && (verify || constraint.recorded().is(Fact.DISABLED))) {
                try {
                    switchOn(constraint, verify);
                } catch (SQLException e) {
                    putBack(done, e);
                    throw e;
                }
                done.push(constraint);
            }
        }
    }

    /** As they were before the statement that fails. */
    private void putBack(Deque<H2Constraint> done, SQLException why) {
        for (H2Constraint before : done) {
            try {
                Recorded recorded = before.recorded();
                if (!recorded.is(Fact.DISABLED)) {
                    String body = before.isCheck()
                            ? "CHECK (" + CheckDefinition.condition(before.definition()) + ") NOCHECK"
                            : ForeignKeyDefinition.parse(before.definition()).body(false);
                    before.replace(body, recorded);
                } else if (before.isCheck()) {
                    checkOff(before, recorded);
                } else {
                    foreignKeyOff(before, recorded);
                }
            } catch (SQLException e) {
                why.addSuppressed(e);
            }
        }
    }

    /** No names are all. */
    private List<H2Constraint> meant(List<String> names) throws SQLException {
        List<H2Constraint> all = H2Constraint.of(table);
        if (names.isEmpty()) {
            return all.stream()
                    .filter(constraint -> constraint.isCheck() || constraint.isForeignKey())
                    .toList();
        }
        List<H2Constraint> meant = new ArrayList<>();
        for (String name : names) {
            meant.add(all.stream()
                    .filter(constraint -> constraint.name().equalsIgnoreCase(name) && !constraint.isHidden())
                    .findFirst()
                    .orElseThrow(() -> TsqlError.of(4917, "Constraint '" + name + "' does not exist.")));
        }
        for (H2Constraint constraint : meant) {
            if (!constraint.isCheck() && !constraint.isForeignKey()) {
                throw TsqlError.of(
                        11415,
                        "Object '" + constraint.name() + "' cannot be disabled or enabled. This action applies only to"
                                + " foreign key and check constraints.");
            }
        }
        return meant;
    }

    private void checkOff(H2Constraint check, Recorded recorded) throws SQLException {
        String definition = check.definition();
        String condition = CheckDefinition.condition(definition);
        String nothing = CheckDefinition.columns(definition).stream()
                .map(QuotedName::of)
                .map(column -> "(" + column + " IS NULL OR " + column + " IS NOT NULL)")
                .collect(Collectors.joining(" AND "));
        check.replace(
                "CHECK (" + (nothing.isEmpty() ? "1 = 1" : nothing) + ") NOCHECK",
                recorded.with(Fact.ENGINE_CONDITION, condition));
    }

    private void foreignKeyOff(H2Constraint key, Recorded recorded) throws SQLException {
        ForeignKeyDefinition definition = ForeignKeyDefinition.parse(key.definition());
        String first = definition.columns().get(0);
        String type = table.h2Column(first).orElseThrow().type();
        String hidden = HiddenColumn.add(table, type, "CAST(NULL AS " + type + ")");
        List<String> columns = new ArrayList<>(definition.columns());
        columns.set(0, hidden);
        key.replace(
                new ForeignKeyDefinition(columns, definition.references(), "", "").body(false),
                recorded.with(
                                Fact.KEY,
                                definition.columns().stream()
                                        .map(BracketedName::of)
                                        .collect(Collectors.joining(", ")))
                        .withSome(Fact.ON_DELETE, definition.onDelete())
                        .withSome(Fact.ON_UPDATE, definition.onUpdate()));
    }

    private void switchOn(H2Constraint constraint, boolean verify) throws SQLException {
        Recorded off = constraint.recorded();
        Recorded on = off.without(Fact.DISABLED, Fact.ENGINE_CONDITION, Fact.ON_DELETE, Fact.ON_UPDATE);
        if (verify) {
            on = on.without(Fact.NOT_TRUSTED);
        }
        try {
            if (constraint.isCheck()) {
                String condition = off.is(Fact.DISABLED)
                        ? off.get(Fact.ENGINE_CONDITION).orElseThrow()
                        : CheckDefinition.condition(constraint.definition());
                constraint.replace("CHECK (" + condition + ")" + (verify ? "" : " NOCHECK"), on);
            } else {
                foreignKeyOn(constraint, on.without(Fact.KEY), verify);
            }
        } catch (SQLException e) {
            throw conflict(constraint, e);
        }
    }

    private void foreignKeyOn(H2Constraint key, Recorded on, boolean verify) throws SQLException {
        ForeignKeyDefinition definition = ForeignKeyDefinition.parse(key.definition());
        if (!key.recorded().is(Fact.DISABLED)) {
            key.replace(definition.body(verify), on);
            return;
        }
        List<String> columns = H2TablePart.columns(key.recorded().get(Fact.KEY).orElseThrow());
        ForeignKeyDefinition whole = new ForeignKeyDefinition(
                columns,
                definition.references(),
                key.recorded().get(Fact.ON_DELETE).orElse(""),
                key.recorded().get(Fact.ON_UPDATE).orElse(""));
        key.replace(whole.body(verify), on);
        HiddenColumn.drop(table, definition.columns());
    }

    private SQLException conflict(H2Constraint constraint, SQLException e) {
        boolean rows = e.getErrorCode() == NO_PARENT || NO_CHECK.contains(e.getErrorCode());
        return rows
                ? TsqlError.of(
                        547,
                        "The ALTER TABLE statement conflicted with the " + constraint.kind() + " constraint \""
                                + constraint.name() + "\" of table '" + table.name()
                                + "': it has rows that break it.")
                : e;
    }
}

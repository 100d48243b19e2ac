package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.Difference.Renamed;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.PartMatching;
import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A table, or a view with what belongs to it, that is on both sides and differs. */
final class TableChange {

    private final ObjectPair pair;
    private final ChangeScript script;
    private final PartChanges parts;
    private final ColumnChanges columns;

    TableChange(ObjectPair pair, ChangeScript script, PartChanges parts) {
        this.pair = pair;
        this.script = script;
        this.parts = parts;
        this.columns = new ColumnChanges(pair, script, parts);
    }

    void plan() {
        Predicate<SchemaObject> own = isHistory() ? part -> part.kind() != ObjectKind.COLUMN : part -> true;
        pair.missing().stream().filter(own).forEach(this::missing);
        pair.extra().stream().filter(own).forEach(this::extra);
        pair.changed().stream().filter(changed -> own.test(changed.expected())).forEach(this::changed);
        if (!isMadeAnew()) {
            pair.own().forEach(this::own);
        }
        columns.plan();
    }

    /** Its columns are those of its table, and change along with them. */
    private boolean isHistory() {
        return TemporalVersioning.isHistory(pair.expected()) && TemporalVersioning.isHistory(pair.actual());
    }

    /** With everything that the new one shall have. */
    private boolean isMadeAnew() {
        return isRebuilt() && TableRebuild.obstacle(pair).isEmpty();
    }

    /** Whether a new table takes the place of the old one. */
    boolean isRebuilt() {
        return columns.isRebuilt();
    }

    /** Whether modules that are bound to the table are in the way. */
    boolean touchesColumns() {
        return columns.touchesColumns();
    }

    ObjectPair pair() {
        return pair;
    }

    private void missing(SchemaObject part) {
        if (part.kind() == ObjectKind.COLUMN) {
            columns.add(part);
        } else if (PartStatements.knows(part)) {
            parts.create(pair.expected(), part);
        } else {
            script.byHand(new Missing(pair.expected(), Optional.of(part)));
        }
    }

    private void extra(SchemaObject part) {
        if (part.kind() == ObjectKind.COLUMN) {
            columns.drop(part);
        } else if (PartStatements.knows(part)) {
            parts.drop(pair.actual(), part);
        } else {
            script.byHand(new Extra(pair.actual(), Optional.of(part)));
        }
    }

    private void changed(PartMatching.Pair changed) {
        Optional<Renamed> renaming = pair.renaming(changed.expected());
        if (changed.expected().kind() == ObjectKind.COLUMN) {
            columns.change(changed.expected(), changed.actual(), properties(changed.expected()));
        } else if (renaming.isPresent()) {
            parts.rename(pair.actual(), changed.actual(), changed.expected().simpleName());
        } else if (PartStatements.knows(changed.expected())) {
            parts.drop(pair.actual(), changed.actual());
            parts.create(pair.expected(), changed.expected());
        } else {
            pair.differences(changed.expected()).forEach(script::byHand);
        }
    }

    private List<Changed> properties(SchemaObject part) {
        return pair.differences(part).stream()
                .filter(Changed.class::isInstance)
                .map(Changed.class::cast)
                .toList();
    }

    private void own(Changed changed) {
        String table = "ALTER TABLE " + BracketedName.of(pair.expected().name());
        switch (changed.property()) {
            case COMPRESSION ->
                script.add(
                        ChangePhase.SET_TABLE,
                        table + " REBUILD WITH ("
                                + ConstraintDefinition.compression(
                                        changed.expected().orElse("NONE"))
                                + ")");
            case LOCK_ESCALATION -> new TableOptions(pair.expected(), script).lockEscalation(changed.expected());
            case OWNER -> script.add(ChangePhase.DESCRIBE, OwnerStatement.of(pair.expected(), changed.expected()));
            case CHANGE_TRACKING -> changeTracking(changed.expected(), table);
            case HISTORY_TABLE, PERIOD -> TemporalVersioning.change(pair, changed.property(), script);
            default -> script.byHand(changed);
        }
    }

    private void changeTracking(Optional<String> expected, String alterTable) {
        boolean before = pair.actual().get(Property.CHANGE_TRACKING).isPresent();
        if (before) {
            script.add(ChangePhase.SWITCH_OFF_VERSIONING, alterTable + " DISABLE CHANGE_TRACKING");
        }
        new TableOptions(pair.expected(), script).changeTracking(expected);
    }
}

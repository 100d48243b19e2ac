package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.BoundModules;
import dev.palindrome.h2.procedures.object.FunctionUsers;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is done to a module by its name alone. */
final class NamedModule {

    private static final List<Kind> KINDS = List.of(Kind.PROCEDURE, Kind.FUNCTION, Kind.TRIGGER, Kind.SYNONYM);

    private final H2Table named;
    private final ObjectRecording recording;

    NamedModule(H2Table named) {
        this.named = named;
        this.recording = new ObjectRecording(named.connection());
    }

    static NamedModule named(Connection connection, String name) throws SQLException {
        List<String> parts = TokenReader.ofName(name).nameParts();
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
        return new NamedModule(H2Table.of(connection, schema, parts.get(parts.size() - 1)));
    }

    private Optional<RecordedObject> find() throws SQLException {
        for (Kind kind : KINDS) {
            Optional<RecordedObject> found = recording.find(kind, named.schema(), named.name());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** False if there is no module of that name. Its text keeps the old one, as on SQL Server. */
    boolean rename(String newName) throws SQLException {
        Optional<RecordedObject> module = find();
        if (module.isEmpty()) {
            return false;
        }
        if (module.get().kind() == Kind.TRIGGER) {
            new TriggerRecording(named.connection()).rename(module.get(), newName);
        } else if (!isBound(module.get())) {
            recording.rename(module.get(), newName);
        } else {
            throw TableRenaming.enforced(named.name());
        }
        return true;
    }

    private boolean isBound(RecordedObject module) throws SQLException {
        boolean called =
                module.kind() == Kind.FUNCTION && FunctionUsers.of(named).isPresent();
        return called || !BoundModules.to(named).isEmpty();
    }

    /** A view that waits for what was missing is of use again; of modules nothing changes. */
    void refresh() throws SQLException {
        List<String> types = named.texts(
                "SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?");
        if (types.contains("VIEW")) {
            new ViewReplacing(named).refresh();
        } else if (types.isEmpty() && find().isEmpty()) {
            throw TsqlError.of(15165, "Could not find object '" + named.name() + "' or you do not have permission.");
        }
    }
}

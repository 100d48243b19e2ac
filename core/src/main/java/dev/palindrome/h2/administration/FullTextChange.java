package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.tsql.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement about full-text catalogues, stoplists or indexes. */
final class FullTextChange {

    private final Connection connection;
    private final String action;
    private final @Nullable String[] arguments;

    FullTextChange(Connection connection, String action, @Nullable String[] arguments) {
        this.connection = connection;
        this.action = action;
        this.arguments = arguments;
    }

    void run() throws SQLException {
        if (action.endsWith("index")) {
            index();
            return;
        }
        FullTextCatalogs catalogs = new FullTextCatalogs(connection);
        String name = text(0);
        switch (action) {
            case "create catalog" -> catalogs.create(name, Recorded.parse(text(1)));
            case "alter catalog" -> catalogs.alter(name, text(1));
            case "drop catalog" -> catalogs.drop(name);
            case "create stoplist" -> catalogs.createStoplist(name, text(1));
            case "alter stoplist" -> catalogs.requireStoplist(name);
            default -> catalogs.dropStoplist(name);
        }
    }

    private void index() throws SQLException {
        FullTextIndexes indexes = new FullTextIndexes(H2Table.of(connection, arguments[0], text(1)));
        switch (action) {
            case "create index" -> indexes.create(text(2), text(3), text(4), from(5));
            case "enable index" -> indexes.enable(true);
            case "disable index" -> indexes.enable(false);
            case "set index" -> indexes.set(text(2), text(3));
            case "add to index" -> indexes.add(from(2));
            case "drop from index" -> indexes.drop(from(2));
            case "require index" -> indexes.requireThere();
            default -> indexes.drop();
        }
    }

    private String text(int at) {
        return String.valueOf(arguments[at]);
    }

    private List<String> from(int start) {
        List<String> all = new ArrayList<>();
        for (int i = start; i < arguments.length; i++) {
            all.add(text(i));
        }
        return all;
    }
}

package dev.palindrome.reset;

import java.util.List;

/** Somebody left a transaction open, so that the database cannot be reset without waiting for it. Nothing was changed. */
public final class OpenTransactionException extends ResetException {

    private static final long serialVersionUID = 1L;

    /** {@link List#of} is serializable, whatever the compiler makes of the interface. */
    private final String[] connections;

    /**
     * Makes one.
     *
     * @param database its name
     * @param connections who left a transaction open, at least one
     */
    public OpenTransactionException(String database, List<String> connections) {
        super("%s cannot be reset: a transaction is still open on %s."
                        .formatted(database, String.join(" and on ", connections))
                + " Commit it, roll it back or close the connection before the test ends.");
        this.connections = connections.toArray(String[]::new);
    }

    /**
     * Who left a transaction open.
     *
     * @return a description of each connection, as far as the server tells them apart
     */
    public List<String> connections() {
        return List.of(connections);
    }
}

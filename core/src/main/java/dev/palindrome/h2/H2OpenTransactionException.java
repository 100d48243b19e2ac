package dev.palindrome.h2;

import java.util.List;

/** Somebody has written to an H2 database and not committed. Nothing was changed. */
public final class H2OpenTransactionException extends H2Exception {

    private static final long serialVersionUID = 1L;

    /** {@link List#of} is serializable, whatever the compiler makes of the interface. */
    private final String[] connections;

    /**
     * Names them.
     *
     * @param connections a description of each connection with an open transaction
     */
    public H2OpenTransactionException(List<String> connections) {
        super("A transaction is still open on " + String.join(" and on ", connections) + ".");
        this.connections = connections.toArray(String[]::new);
    }

    /**
     * Who has not committed.
     *
     * @return a description of each connection
     */
    public List<String> connections() {
        return List.of(connections);
    }
}

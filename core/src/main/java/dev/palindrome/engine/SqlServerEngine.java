package dev.palindrome.engine;

import dev.palindrome.engine.selection.ExistingServer;
import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.DriverConnections;
import dev.palindrome.engine.server.ServerConnections;
import dev.palindrome.engine.server.ServerFiles;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.sql.ReusingDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A SQL Server, in a container or already running. Its methods are for {@code dev.palindrome.database}; users meet a
 * {@code TestDatabase} instead.
 */
public final class SqlServerEngine implements Engine {

    private final String description;
    private final SqlServerUrl url;
    private final Credentials credentials;
    private final ServerConnections connections;
    private final ReusingDataSource server;
    private final Optional<Container> container;
    private final boolean outlivesThisJvm;

    private SqlServerEngine(
            String description,
            SqlServerUrl url,
            Credentials credentials,
            ServerConnections connections,
            Optional<Container> container,
            boolean outlivesThisJvm) {
        this.description = description;
        this.url = url;
        this.credentials = credentials;
        this.connections = connections;
        this.server = new ReusingDataSource(connections.reusableTo(url));
        this.container = container;
        this.outlivesThisJvm = outlivesThisJvm;
    }

    /** A server behind somebody's connections. */
    SqlServerEngine(
            String description,
            SqlServerUrl url,
            Credentials credentials,
            ServerConnections connections,
            boolean outlivesThisJvm) {
        this(description, url, credentials, connections, Optional.empty(), outlivesThisJvm);
    }

    /** The same server behind other connections. */
    SqlServerEngine over(ServerConnections others) {
        return new SqlServerEngine(description, url, credentials, others, container, outlivesThisJvm);
    }

    ServerConnections connections() {
        return connections;
    }

    /**
     * A server that somebody else has started.
     *
     * @param server that has answered
     * @return an engine that goes on after this JVM
     */
    public static SqlServerEngine existing(ExistingServer server) {
        return new SqlServerEngine(
                "SQL Server at " + server.url().shown(),
                server.url(),
                server.credentials(),
                new DriverConnections(server.credentials()),
                Optional.empty(),
                true);
    }

    /**
     * A server in a container of Palindrome's.
     *
     * @param image the container's image
     * @param url where it answers
     * @param credentials the administrator's
     * @param files gets files into the container and out of it
     * @param reused whether it goes on after this JVM
     * @return an engine that knows its container
     */
    public static SqlServerEngine inContainer(
            String image, SqlServerUrl url, Credentials credentials, ServerFiles files, boolean reused) {
        Container container = new Container(image, files);
        return new SqlServerEngine(
                "SQL Server in container " + image,
                url,
                credentials,
                new DriverConnections(credentials),
                Optional.of(container),
                reused);
    }

    @Override
    public EngineKind kind() {
        return EngineKind.SQL_SERVER;
    }

    @Override
    public String describe() {
        return description;
    }

    /**
     * Where to connect to one of the server's databases.
     *
     * @param databaseName the database
     * @return a JDBC URL without user and password, but with what else {@code palindrome.url} says, be it secret or not
     */
    public String jdbcUrl(String databaseName) {
        return url.withDatabase(databaseName).text();
    }

    /**
     * The user to connect as.
     *
     * @return a login, or an empty text where the URL says how to do without
     */
    public String username() {
        return credentials.username();
    }

    /**
     * The user's password.
     *
     * @return the password in clear; never log it
     */
    public String password() {
        return credentials.password().value();
    }

    /**
     * Opens connections to one of the server's databases.
     *
     * @param databaseName the database
     * @return a data source that does not pool
     */
    public DataSource dataSource(String databaseName) {
        return connections.to(url.withDatabase(databaseName));
    }

    /**
     * Opens connections to one of the server's databases for those who work on it one after the other: one that was closed
     * is used again.
     *
     * @param databaseName the database
     * @return a data source, to be closed before the database is dropped
     */
    public ReusingDataSource reusingDataSource(String databaseName) {
        return new ReusingDataSource(connections.reusableTo(url.withDatabase(databaseName)));
    }

    /**
     * Opens connections to the server from which databases are made and dropped. One that was closed is used again: this
     * JVM logs in once as long as nobody does such things at the same time.
     *
     * @return a data source for the database that the URL names or else the login's default
     */
    public DataSource dataSource() {
        return server;
    }

    /**
     * The image, where the server runs in a container that Palindrome started.
     *
     * @return empty for a server named by {@code palindrome.url}
     */
    public Optional<String> image() {
        return container.map(Container::image);
    }

    /**
     * Whether the server runs in a container that Palindrome started.
     *
     * @return false for a server named by {@code palindrome.url}
     */
    public boolean isContainer() {
        return container.isPresent();
    }

    /**
     * Whether databases that are not dropped are still there for the next JVM.
     *
     * @return false for a container that goes with this JVM
     */
    public boolean outlivesThisJvm() {
        return outlivesThisJvm;
    }

    /**
     * Takes a file out of the server's container.
     *
     * @param path the file's absolute path in the container
     * @param target where to write, replaced if it is there
     * @throws IOException if the file cannot be read or written
     * @throws IllegalStateException if the server is not in a container
     */
    public void moveFileFromServer(String path, Path target) throws IOException {
        files().moveOut(path, target);
    }

    /**
     * Puts a copy of a file into the server's container, where the server may read it.
     *
     * @param source a file of this machine
     * @param path the copy's absolute path in the container, replaced if it is there
     * @throws IOException if it cannot be copied
     * @throws IllegalStateException if the server is not in a container
     */
    public void copyFileToServer(Path source, String path) throws IOException {
        files().copyIn(source, path);
    }

    /**
     * Removes a file from the server's container.
     *
     * @param path the file's absolute path in the container; it need not be there
     * @throws IOException if it cannot be removed
     * @throws IllegalStateException if the server is not in a container
     */
    public void removeFileFromServer(String path) throws IOException {
        files().remove(path);
    }

    private ServerFiles files() {
        return container
                .orElseThrow(() -> new IllegalStateException(description + " is not in a container of Palindrome's."))
                .files();
    }

    @Override
    public String toString() {
        return description;
    }

    /** What only a server in a container has. */
    private record Container(String image, ServerFiles files) {}
}

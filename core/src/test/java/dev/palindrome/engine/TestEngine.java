package dev.palindrome.engine;

import dev.palindrome.CountingDataSource;
import dev.palindrome.engine.server.Credentials;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.engine.server.ServerConnections;
import dev.palindrome.engine.server.ServerFiles;
import dev.palindrome.engine.server.SqlServerUrl;
import dev.palindrome.sql.ScriptedServer;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

/** Engines over connections that a test listens to. */
public final class TestEngine {

    private TestEngine() {}

    /** A server that answers what it is told to, counted. */
    public static SqlServerEngine on(ScriptedServer server, CountingDataSource counting) {
        SqlServerUrl url = SqlServerUrl.parse("jdbc:sqlserver://scripted").orElseThrow();
        return new SqlServerEngine(
                "SQL Server, scripted",
                url,
                new Credentials("tester", new Secret("")),
                counted(counting, new Scripted(server)),
                true);
    }

    /** One in a container of ours, out of which files come empty. */
    public static SqlServerEngine inContainer(ScriptedServer server) {
        return inContainer(server, new TestServerFiles(), true);
    }

    /** One in a container of ours. */
    public static SqlServerEngine inContainer(ScriptedServer server, ServerFiles files, boolean reused) {
        return SqlServerEngine.inContainer(
                        "mcr.example/mssql:2022",
                        SqlServerUrl.parse("jdbc:sqlserver://scripted").orElseThrow(),
                        new Credentials("sa", new Secret("")),
                        files,
                        reused)
                .over(new Scripted(server));
    }

    /** The same server, counted. */
    public static SqlServerEngine counted(SqlServerEngine engine, CountingDataSource counting) {
        return engine.over(counted(counting, engine.connections()));
    }

    private static ServerConnections counted(CountingDataSource counting, ServerConnections real) {
        return new ServerConnections() {
            @Override
            public DataSource to(SqlServerUrl url) {
                return counting.counted(real.to(url));
            }

            @Override
            public ConnectionPoolDataSource reusableTo(SqlServerUrl url) {
                return counting.counted(real.reusableTo(url));
            }
        };
    }

    /** Whatever database a URL names, it is the same server. */
    private record Scripted(ScriptedServer server) implements ServerConnections {

        @Override
        public DataSource to(SqlServerUrl url) {
            return server.dataSource();
        }

        @Override
        public ConnectionPoolDataSource reusableTo(SqlServerUrl url) {
            return server.reusable();
        }
    }
}

package dev.palindrome.engine.selection;

import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.container.ContainerRequest;
import dev.palindrome.engine.container.ContainerStart;
import dev.palindrome.engine.container.ContainerTry;
import dev.palindrome.engine.container.DockerEnvironment;
import dev.palindrome.engine.container.PasswordFile;
import dev.palindrome.engine.container.RandomPassword;
import dev.palindrome.engine.server.AttemptOutcome;
import dev.palindrome.engine.server.AttemptOutcome.Failed;
import dev.palindrome.engine.server.AttemptOutcome.Had;
import dev.palindrome.engine.server.FailedAttempt;
import dev.palindrome.engine.server.Secret;
import dev.palindrome.text.FirstLine;
import java.sql.SQLException;
import java.util.Optional;

/** The machine that this JVM runs on. */
public final class LocalEnvironment implements EngineEnvironment {

    @Override
    public boolean testcontainersIsPresent() {
        return isPresent("org.testcontainers.mssqlserver.MSSQLServerContainer");
    }

    @Override
    public boolean licenceListed(String image) {
        return DockerEnvironment.licenceListed(image);
    }

    @Override
    public Optional<String> whyDockerDoesNotAnswer() {
        return DockerEnvironment.whyItDoesNotAnswer();
    }

    @Override
    public boolean h2IsPresent() {
        return isPresent("org.h2.Driver");
    }

    private static boolean isPresent(String name) {
        try {
            Class.forName(name, false, LocalEnvironment.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public AttemptOutcome connect(ExistingServer server) {
        SqlServerEngine engine = SqlServerEngine.existing(server);
        try {
            engine.dataSource().getConnection().close();
            return new Had(engine);
        } catch (SQLException e) {
            return new Failed(FailedAttempt.noAnswer(server.url(), FirstLine.of(e)), Optional.of(e));
        }
    }

    @Override
    public AttemptOutcome start(ContainerRequest request) {
        boolean reuse = request.reuse() && DockerEnvironment.allowsReuse();
        Secret password = reuse ? PasswordFile.ofUser().password() : RandomPassword.generate();
        ContainerTry once = new ContainerTry(request.image(), reuse, password);
        return new ContainerStart(request, reuse, System.getProperty("os.arch"), once).start();
    }
}

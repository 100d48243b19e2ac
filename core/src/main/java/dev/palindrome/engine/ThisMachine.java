package dev.palindrome.engine;

import dev.palindrome.engine.Outcome.Failed;
import dev.palindrome.engine.Outcome.Had;
import java.sql.SQLException;
import java.util.Optional;

/** The machine that this JVM runs on. */
final class ThisMachine implements Surroundings {

    @Override
    public boolean licenceListed(String image) {
        return Docker.licenceListed(image);
    }

    @Override
    public Optional<String> whyDockerDoesNotAnswer() {
        return Docker.whyItDoesNotAnswer();
    }

    @Override
    public boolean h2IsPresent() {
        try {
            Class.forName("org.h2.Driver", false, ThisMachine.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public Outcome connect(ExistingServer server) {
        SqlServerEngine engine = SqlServerEngine.existing(server);
        try {
            engine.dataSource().getConnection().close();
            return new Had(engine);
        } catch (SQLException e) {
            return new Failed(Attempt.noAnswer(server.url(), FirstLine.of(e)), Optional.of(e));
        }
    }

    @Override
    public Outcome start(ContainerRequest request) {
        boolean reuse = request.reuse() && Docker.allowsReuse();
        Secret password = reuse ? PasswordFile.ofUser().password() : RandomPassword.generate();
        ContainerTry once = new ContainerTry(request.image(), reuse, password);
        return new ContainerStart(request, reuse, System.getProperty("os.arch"), once).start();
    }
}

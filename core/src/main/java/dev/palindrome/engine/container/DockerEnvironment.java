package dev.palindrome.engine.container;

import dev.palindrome.text.FirstLine;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.LicenseAcceptance;
import org.testcontainers.utility.TestcontainersConfiguration;

/** What Testcontainers knows before a container is started. */
public final class DockerEnvironment {

    private DockerEnvironment() {}

    public static boolean licenceListed(String image) {
        try {
            LicenseAcceptance.assertLicenseAccepted(image);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Testcontainers remembers the answer, be it good or bad. */
    public static Optional<String> whyItDoesNotAnswer() {
        try {
            DockerClientFactory.instance().client();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(FirstLine.of(e) + advice().map("; "::concat).orElse(""));
        }
    }

    private static Optional<String> advice() {
        return TestcontainersVersion.of(DockerClientFactory.class).flatMap(TestcontainersVersion::advice);
    }

    /** Whether the user's {@code ~/.testcontainers.properties} or environment lets containers be used again. */
    public static boolean allowsReuse() {
        return TestcontainersConfiguration.getInstance().environmentSupportsReuse();
    }
}

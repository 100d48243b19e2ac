package dev.palindrome.engine.container;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Testcontainers a user's build has brought: that of the framework they are on, such as Spring Boot 3.5's, as long as
 * they do not say another.
 */
record TestcontainersVersion(String text) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6}+)\\.(\\d{1,6}+)\\.(\\d{1,6}+)(?:\\D.*+)?");

    static Optional<TestcontainersVersion> of(Class<?> ofTestcontainers) {
        return Optional.ofNullable(ofTestcontainers.getPackage().getImplementationVersion())
                .map(TestcontainersVersion::new);
    }

    /**
     * What to do about a Docker that it does not understand: Docker 29 no longer speaks version 1.32 of its API
     * (testcontainers-java, issues 11211 and 11235).
     */
    Optional<String> advice() {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.matches() && speaksTooOldAnApi(matcher.toMatchResult())
                ? Optional.of("Testcontainers " + text + " is too old for Docker 29 and later: set the property"
                        + " testcontainers.version, or whatever your build has for it, to 2.0.5")
                : Optional.empty();
    }

    private static boolean speaksTooOldAnApi(MatchResult numbers) {
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        int patch = Integer.parseInt(numbers.group(3));
        return switch (major) {
            case 1 -> minor < 21 || minor == 21 && patch < 4;
            case 2 -> minor == 0 && patch < 2;
            default -> false;
        };
    }
}

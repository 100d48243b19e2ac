package dev.palindrome.engine.server;

/**
 * An engine that could not be had.
 *
 * @param engine what was tried
 * @param obstacle why it could not be had
 * @param wayOut what a person can do about it
 */
public record FailedAttempt(String engine, String obstacle, String wayOut) {

    public static final FailedAttempt NO_URL = new FailedAttempt(
            "existing server",
            "palindrome.url is not set",
            "set palindrome.url, palindrome.username and palindrome.password to those of a SQL Server that runs");

    public static final FailedAttempt NO_H2 = new FailedAttempt(
            "embedded engine",
            "H2 is not on the class path",
            "add com.h2database:h2 to the test class path, for a preview without SQL Server");

    public static FailedAttempt noAnswer(SqlServerUrl url, String reason) {
        return new FailedAttempt(
                "existing server " + url.shown(),
                "no login (" + reason + ")",
                "start the server, or correct palindrome.url, palindrome.username and palindrome.password; without"
                        + " palindrome.url another engine is looked for");
    }

    public static FailedAttempt noTestcontainers(String image) {
        return container(
                image,
                "Testcontainers is not on the class path",
                "add org.testcontainers:testcontainers-mssqlserver to the test class path, for SQL Server in Docker");
    }

    public static FailedAttempt noLicence(String image) {
        return container(
                image,
                "nobody has accepted the image's licence (https://hub.docker.com/_/microsoft-mssql-server)",
                "accept the licence: set palindrome.accept-license=true, or write the line %s into".formatted(image)
                        + " src/test/resources/container-license-acceptance.txt");
    }

    public static FailedAttempt noDocker(String image, String reason) {
        return container(
                image,
                "Docker does not answer (" + reason + ")",
                "start Docker, or let DOCKER_HOST name one that runs");
    }

    public static FailedAttempt container(String image, String obstacle, String wayOut) {
        return new FailedAttempt("container " + image, obstacle, wayOut);
    }
}

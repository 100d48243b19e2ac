package dev.palindrome.engine;

/**
 * An engine that could not be had.
 *
 * @param engine what was tried
 * @param obstacle why it could not be had
 * @param wayOut what a person can do about it
 */
record Attempt(String engine, String obstacle, String wayOut) {

    static final Attempt NO_URL = new Attempt(
            "existing server",
            "palindrome.url is not set",
            "set palindrome.url, palindrome.username and palindrome.password to those of a SQL Server that runs");

    static final Attempt NO_H2 = new Attempt(
            "embedded engine",
            "H2 is not on the class path",
            "add com.h2database:h2 to the test class path, for a preview without SQL Server");

    static Attempt noAnswer(SqlServerUrl url, String reason) {
        return new Attempt(
                "existing server " + url.shown(),
                "no login (" + reason + ")",
                "start the server, or correct palindrome.url, palindrome.username and palindrome.password; without"
                        + " palindrome.url another engine is looked for");
    }

    static Attempt noLicence(String image) {
        return container(
                image,
                "nobody has accepted the image's licence (https://hub.docker.com/_/microsoft-mssql-server)",
                "accept the licence: set palindrome.accept-license=true, or write the line %s into".formatted(image)
                        + " src/test/resources/container-license-acceptance.txt");
    }

    static Attempt noDocker(String image, String reason) {
        return container(
                image,
                "Docker does not answer (" + reason + ")",
                "start Docker, or let DOCKER_HOST name one that runs");
    }

    static Attempt container(String image, String obstacle, String wayOut) {
        return new Attempt("container " + image, obstacle, wayOut);
    }
}

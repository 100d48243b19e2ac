package dev.palindrome.database.backup;

import java.util.Map;
import java.util.Optional;

/** What versions are called (Microsoft: "Determine the version, edition, and update level of SQL Server"). */
final class SqlServerRelease {

    private static final Map<String, String> YEARS = Map.of(
            "10", "2008", "11", "2012", "12", "2014", "13", "2016", "14", "2017", "15", "2019", "16", "2022", "17",
            "2025");

    private static final int FIRST_IN_A_CONTAINER = 14;

    private SqlServerRelease() {}

    /** @param version such as {@code 16.0.4085} */
    static String of(String version) {
        return Optional.ofNullable(YEARS.get(major(version)))
                .map(year -> "SQL Server %s (%s)".formatted(year, version))
                .orElse("SQL Server " + version);
    }

    /** Microsoft's image of that release. */
    static Optional<String> image(Optional<String> version) {
        return version.map(SqlServerRelease::major)
                .filter(major -> YEARS.containsKey(major) && Integer.parseInt(major) >= FIRST_IN_A_CONTAINER)
                .map(major -> "mcr.microsoft.com/mssql/server:%s-latest".formatted(YEARS.get(major)));
    }

    private static String major(String version) {
        int point = version.indexOf('.');
        return point < 0 ? version : version.substring(0, point);
    }
}

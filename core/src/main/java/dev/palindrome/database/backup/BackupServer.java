package dev.palindrome.database.backup;

import dev.palindrome.sql.RowMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What has to be known of a server before a backup is restored there.
 *
 * @param version its product version, such as {@code 16.0.4085.2}
 * @param databaseVersion the number of the format that it keeps its databases in
 * @param dataFolder where its databases' data goes, with a separator at its end
 * @param logFolder where their logs go, likewise
 * @param backupFolder where it puts backups; empty where it does not tell
 * @param machine the name of the machine that it runs on; of the container, where it runs in one
 */
public record BackupServer(
        String version,
        OptionalLong databaseVersion,
        String dataFolder,
        String logFolder,
        String backupFolder,
        Optional<String> machine) {

    /** Of a NetBIOS name (Microsoft: "Computer Names"). */
    private static final int LONGEST_NAME = 15;

    /** Reads it from the row that {@link BackupStartSql#server} asks for. */
    public static final RowMapper<BackupServer> FROM_ROW = row -> {
        RowByName columns = new RowByName(row);
        String data = withSeparator(columns.text("data_path").orElse(""));
        return new BackupServer(
                columns.text("version").orElse("of an unknown version"),
                columns.number("database_version"),
                data,
                columns.text("log_path").map(BackupServer::withSeparator).orElse(data),
                columns.text("backup_path").orElse(""),
                columns.text("machine"));
    };

    /**
     * Whether it runs on the machine of that name, as far as can be told. The server tells the first label, cut as NetBIOS cuts
     * it (Microsoft: "SERVERPROPERTY", MachineName and ComputerNamePhysicalNetBIOS); this JVM may be told the name with its domain.
     */
    public boolean runsOn(String host) {
        return machine.map(BackupServer::firstLabel)
                .filter(name -> isSame(name, firstLabel(host)))
                .isPresent();
    }

    private static boolean isSame(String name, String other) {
        return name.equals(other) || isCut(name, other) || isCut(other, name);
    }

    private static boolean isCut(String name, String whole) {
        return name.length() == LONGEST_NAME && whole.startsWith(name);
    }

    private static String firstLabel(String host) {
        int dot = host.indexOf('.');
        return (dot < 0 ? host : host.substring(0, dot)).toLowerCase(Locale.ROOT);
    }

    /** The server's separator, which need not be this machine's. */
    private static String withSeparator(String folder) {
        String separator = folder.contains("\\") ? "\\" : "/";
        return folder.endsWith(separator) ? folder : folder + separator;
    }
}

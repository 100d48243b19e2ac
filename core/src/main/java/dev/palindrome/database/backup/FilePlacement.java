package dev.palindrome.database.backup;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a file of a restored database goes.
 *
 * @param logicalName its name within the database
 * @param path its place on the server
 */
public record FilePlacement(String logicalName, String path) {

    /** Each in the server's own folders, under the name of the new database: nothing of the original's paths need exist. */
    public static List<FilePlacement> of(String database, List<BackedUpFile> files, BackupServer server) {
        List<FilePlacement> placements = new ArrayList<>();
        boolean hasPrimary = false;
        for (BackedUpFile file : files) {
            String name = database + "_" + (placements.size() + 1);
            String path = switch (file.kind()) {
                case LOG -> server.logFolder() + name + ".ldf";
                case FOLDER -> server.dataFolder() + name;
                case DATA -> server.dataFolder() + name + (hasPrimary ? ".ndf" : ".mdf");
            };
            hasPrimary |= file.kind() == BackedUpFile.Kind.DATA;
            placements.add(new FilePlacement(file.logicalName(), path));
        }
        return placements;
    }
}

package dev.palindrome.seed.file;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.rows.TableLookup;
import dev.palindrome.sql.TableName;
import dev.palindrome.sql.Transaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads files that are named after tables, in whatever order their foreign keys demand, all of them or none. */
public final class DataFiles {

    private static final Set<String> BCP = Set.of("dat", "bcp", "txt");
    private static final Set<String> BESIDE_BCP = Set.of("fmt", "columns");
    private static final String READABLE = "csv, json, and dat, bcp or txt for bcp character files";

    private final SchemaSnapshot schema;
    private final Map<String, DataFile> byName;

    private DataFiles(SchemaSnapshot schema, List<DataFile> files) {
        this.schema = schema;
        this.byName = files.stream()
                .collect(Collectors.toMap(DataFile::name, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    /**
     * Loads folders one after the other.
     *
     * @param connection its transaction is used; if it commits each statement, there is one for all folders
     * @param folders locations with {@code classpath:} or {@code filesystem:}
     * @throws SeedException if anything is wrong with them; nothing is loaded then
     * @throws SQLException if the connection is broken
     */
    public static void load(Connection connection, SchemaSnapshot schema, List<String> folders) throws SQLException {
        Transaction.run(connection, transaction -> {
            for (String folder : folders) {
                OrderedLoad.of(schema, tableFiles(schema, folder)).run(connection);
            }
        });
    }

    /**
     * Loads one file into a table, whatever the file's name is.
     *
     * @param table as {@link TableName#parse} takes it
     * @param location of the file
     * @throws SeedException if anything is wrong with it; nothing is loaded then
     */
    public static void loadOne(Connection connection, SchemaSnapshot schema, String table, String location)
            throws SQLException {
        DataFile file = DataFolder.file(location);
        Table found = table(schema, table)
                .orElseThrow(() -> DataFileException.of(
                        file,
                        "there is no table %s%s to load it into. Look at its name"
                                .formatted(
                                        TableName.parse(table), TableLookup.question(schema, TableName.parse(table)))));
        DataFiles alone = new DataFiles(schema, besides(file, location));
        OrderedLoad load = OrderedLoad.of(schema, List.of(alone.tableFile(file, found)));
        Transaction.run(connection, transaction -> load.run(connection));
    }

    /** What may lie beside one file of bcp's. */
    private static List<DataFile> besides(DataFile file, String location) {
        if (!BCP.contains(file.extension())) {
            return List.of();
        }
        String folder = location.substring(0, location.length() - file.name().length());
        return DataFolder.files(folder.isEmpty() ? "classpath:" : folder);
    }

    private static List<TableFile> tableFiles(SchemaSnapshot schema, String folder) {
        List<DataFile> files = DataFolder.files(folder).stream()
                .filter(file -> !file.name().startsWith(".") && !file.stem().equalsIgnoreCase("README"))
                .toList();
        DataFiles all = new DataFiles(schema, files);
        Map<Table, TableFile> byTable = new LinkedHashMap<>();
        for (DataFile file : files) {
            all.tableFile(file).ifPresent(found -> {
                TableFile other = byTable.put(found.columns().table(), found);
                if (other != null) {
                    throw DataFileException.of(
                            file,
                            "%s is for the table %s too. Keep one of them"
                                    .formatted(
                                            other.file().place(),
                                            found.columns().table()));
                }
            });
        }
        if (byTable.isEmpty()) {
            throw new SeedException(
                    "There is no data file in %s. Files are named after tables, such as users.csv; read are %s."
                            .formatted(folder, READABLE));
        }
        return new ArrayList<>(byTable.values());
    }

    private Optional<TableFile> tableFile(DataFile file) {
        if (BESIDE_BCP.contains(file.extension())) {
            checkBeside(file);
            return Optional.empty();
        }
        format(file);
        Table table = table(schema, file.stem())
                .orElseThrow(() -> DataFileException.of(
                        file,
                        "there is no table %s%s. Name the file after one, such as users.%s, sales.orders.%s or [my table].%s"
                                .formatted(
                                        TableName.parse(file.stem()),
                                        TableLookup.question(schema, TableName.parse(file.stem())),
                                        file.extension(),
                                        file.extension(),
                                        file.extension())));
        return Optional.of(tableFile(file, table));
    }

    /** A format that nobody uses is a mistake. */
    private void checkBeside(DataFile file) {
        if (BCP.stream().noneMatch(extension -> byName.containsKey(file.stem() + "." + extension))) {
            throw DataFileException.of(
                    file, "there is no %s.dat, .bcp or .txt beside it that it describes".formatted(file.stem()));
        }
    }

    private TableFile tableFile(DataFile file, Table table) {
        return new TableFile(file, new FileColumns(schema, table), format(file));
    }

    private TableFile.Format format(DataFile file) {
        if (file.extension().equals("csv")) {
            return CsvRows::new;
        }
        if (file.extension().equals("json")) {
            return JsonRows::new;
        }
        if (!BCP.contains(file.extension())) {
            throw DataFileException.of(file, "it is none of the kinds that are read: %s".formatted(READABLE));
        }
        return (data, columns) -> new BcpRows(data, fields(data, columns));
    }

    private List<BcpField> fields(DataFile file, FileColumns columns) throws IOException {
        DataFile format = byName.get(file.stem() + ".fmt");
        if (format != null) {
            return BcpFormat.ofFormatFile(format, columns);
        }
        DataFile list = byName.get(file.stem() + ".columns");
        return list == null ? BcpFormat.ofTable(columns) : BcpFormat.ofList(list, columns);
    }

    private static Optional<Table> table(SchemaSnapshot schema, String name) {
        TableName parsed = TableName.parse(name);
        return schema.table(parsed.schema(), parsed.name());
    }
}

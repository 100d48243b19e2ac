package dev.palindrome.production.scan;

import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.scan.ScannedTable.ScannedColumn;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.TableName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema whose columns somebody has labelled: a line such as {@code dbo.users.email nvarchar(255) = email} for each, without
 * the kind where it is not personal. A type of {@code computed} stands for none.
 */
record LabelledSchema(String name, boolean heldOut, List<ScannedTable> tables, Map<String, String> labels) {

    private static final Pattern LINE = Pattern.compile(
            "(?<table>(?:\\[[^\\]]++\\]|[^.\\[]++)\\.(?:\\[[^\\]]++\\]|[^.\\[]++))\\.(?<column>\\[[^\\]]++\\]|[^ \\[]++) "
                    + "(?<type>[^=]+?)(?: = (?<label>.++))?+$");

    static LabelledSchema read(String name) {
        try (InputStream file = Objects.requireNonNull(LabelledSchema.class.getResourceAsStream(name + ".txt"), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parse(name, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledSchema parse(String name, List<String> lines) {
        Map<TableName, List<ScannedColumn>> tables = new LinkedHashMap<>();
        Map<String, String> labels = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException(name + ": " + line);
            }
            TableName table = TableName.parse(parts.group("table"));
            String column = parts.group("column").replaceAll("^\\[|\\]$", "");
            String type = parts.group("type");
            tables.computeIfAbsent(table, any -> new ArrayList<>())
                    .add(new ScannedColumn(
                            column,
                            type.equals("computed") ? Optional.empty() : Optional.of(DeclaredType.parse(type)),
                            false));
            if (parts.group("label") != null) {
                labels.put(
                        table + "." + column,
                        PersonalKind.of(parts.group("label")).toString());
            }
        }
        return new LabelledSchema(
                name,
                lines.stream().anyMatch(line -> line.startsWith("# Held out")),
                tables.entrySet().stream()
                        .map(table -> new ScannedTable(table.getKey(), "", table.getValue()))
                        .toList(),
                labels);
    }

    int columns() {
        return tables.stream().mapToInt(table -> table.columns().size()).sum();
    }

    /** What the scan finds by names alone, by table and column. */
    Map<String, PersonalColumn> found() {
        Map<String, PersonalColumn> found = new LinkedHashMap<>();
        tables.forEach(table -> PersonalDataScan.columns(table, TableSample.none())
                .forEach(column -> found.put(column.table() + "." + column.column(), column)));
        return found;
    }
}

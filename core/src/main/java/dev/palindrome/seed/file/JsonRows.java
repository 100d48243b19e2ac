package dev.palindrome.seed.file;

import dev.palindrome.schema.Column;
import dev.palindrome.seed.bulk.ColumnValues;
import java.io.IOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON array of objects, as FOR JSON writes it: it leaves NULLs out (docs:
 * include-null-values-in-json-include-null-values-option), and bytes are Base64. A column that an object does not name is
 * NULL, or its default where it has one.
 */
final class JsonRows implements FileRows {

    private static final JsonFactory JSON = new JsonFactory();

    private final DataFile file;
    private final FileText text;
    private final FileColumns table;
    private final JsonParser parser;
    private final List<Column> all;
    private final List<ColumnValues> conversions;
    private final BitSet always = new BitSet();
    private final Map<String, Integer> byName = new HashMap<>();
    private final BitSet named = new BitSet();
    private @Nullable Object[] row = new @Nullable Object[0];
    private BitSet chosen = new BitSet();
    private List<Column> columns = List.of();
    private long line = 1;

    JsonRows(DataFile file, FileColumns table) throws IOException {
        this.file = file;
        this.text = new FileText(file);
        this.table = table;
        this.all = table.all();
        this.conversions = all.stream().map(ColumnValues::of).toList();
        for (int i = 0; i < all.size(); i++) {
            always.set(i, FileColumns.isGiven(all.get(i)) && !isLeftToTheServer(all.get(i)));
        }
        this.parser = JSON.createParser(ObjectReadContext.empty(), text.reader());
        if (token() != JsonToken.START_ARRAY) {
            throw unreadable("an array of objects is wanted, such as [{\"id\": 1}]");
        }
    }

    private static boolean isLeftToTheServer(Column column) {
        return column.defaultValue().isPresent() || column.identity().isPresent();
    }

    @Override
    public boolean next() throws IOException {
        JsonToken token = token();
        if (token == JsonToken.END_ARRAY) {
            if (token() != null) {
                throw unreadable("something comes behind the array");
            }
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw unreadable("an object is wanted here");
        }
        line = place().getLineNr();
        row = new @Nullable Object[all.size()];
        named.clear();
        while (token() == JsonToken.PROPERTY_NAME) {
            property(parser.currentName());
        }
        choose();
        return true;
    }

    private void property(String name) throws IOException {
        long at = place().getLineNr();
        int index = index(name, at);
        Column column = all.get(index);
        if (named.get(index)) {
            throw DataFileException.at(file, at, column.name(), "the object names the column twice. Keep one");
        }
        named.set(index);
        token();
        row[index] = FileColumns.value(conversions.get(index), column, given(column), file, at);
    }

    private int index(String name, long at) {
        Integer known = byName.get(name);
        if (known == null) {
            known = all.indexOf(table.named(name, file, at));
            byName.put(name, known);
        }
        return known;
    }

    private @Nullable Object given(Column column) throws IOException {
        try {
            return switch (parser.currentToken()) {
                case VALUE_NULL -> null;
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
                case VALUE_STRING -> text(column, parser.getString());
                default ->
                    throw DataFileException.at(
                            file,
                            place().getLineNr(),
                            column.name(),
                            "an object or array is no value of a column. Write it as a text, in double quotes");
            };
        } catch (JacksonException e) {
            throw unreadable("it is no JSON here");
        }
    }

    private static Object text(Column column, String text) {
        boolean binary = column.type()
                .filter(type -> type.name().matches("BINARY|VARBINARY|IMAGE"))
                .isPresent();
        if (binary && !text.startsWith("0x")) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
        return text;
    }

    private @Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw unreadable("it is no JSON here");
        }
    }

    private TokenStreamLocation place() {
        return parser.currentTokenLocation();
    }

    private DataFileException unreadable(String what) {
        TokenStreamLocation place = parser.currentLocation();
        return DataFileException.at(
                file,
                place.getLineNr(),
                what + ", at character " + place.getColumnNr() + " of the line. Mend the file");
    }

    /** Those without a default always, so that objects that leave NULLs out have the same. */
    private void choose() {
        named.or(always);
        if (columns.isEmpty() || !named.equals(chosen)) {
            chosen = (BitSet) named.clone();
            columns = chosen.stream().mapToObj(all::get).toList();
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Object[] values() {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        int at = 0;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            values[at++] = row[i];
        }
        return values;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public FileText text() {
        return text;
    }
}

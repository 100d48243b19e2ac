package dev.palindrome.tsql.declaration;

import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.Optional;

/**
 * What stands behind the columns of CREATE TABLE (Microsoft: create-table-transact-sql).
 *
 * @param recorded where the rows are and how they are compressed, which means nothing to H2
 * @param versioning whether a history is kept of them
 */
public record TableStorage(Recorded recorded, Optional<SystemVersioning> versioning) {

    private static final String[] COMPRESSIONS = {"NONE", "ROW", "PAGE"};

    /** What makes another kind of table. */
    private static final String[] OTHER_TABLES = {
        "MEMORY_OPTIMIZED",
        "DURABILITY",
        "LEDGER",
        "DATA_DELETION",
        "REMOTE_DATA_ARCHIVE",
        "XML_COMPRESSION",
        "FILETABLE_DIRECTORY",
        "FILETABLE_COLLATE_FILENAME",
        "FILETABLE_PRIMARY_KEY_CONSTRAINT_NAME",
        "FILETABLE_STREAMID_UNIQUE_CONSTRAINT_NAME",
        "FILETABLE_FULLPATH_UNIQUE_CONSTRAINT_NAME",
        "DISTRIBUTION",
        "CLUSTERED",
        "HEAP"
    };

    /** Reads to the end of CREATE TABLE. */
    public static TableStorage read(TokenReader reader) {
        if (reader.accept("AS")) {
            throw new UntranslatableException("a table AS " + reader.peek().upper());
        }
        Recorded recorded = Recorded.nothing();
        if (reader.accept("ON")) {
            recorded = with(
                    recorded,
                    Fact.DATA_SPACE,
                    Optional.of(DataSpace.read(reader)).filter(place -> !place.equals(DataSpace.PRIMARY)));
        }
        if (reader.accept("TEXTIMAGE_ON")) {
            if (recorded.get(Fact.DATA_SPACE).flatMap(DataSpace::column).isPresent()) {
                throw UntranslatableException.refused(1707, "a partitioned table has no TEXTIMAGE_ON");
            }
            recorded = with(recorded, Fact.TEXTIMAGE_ON, DataSpace.fileGroup(reader));
        }
        if (reader.sees("FILESTREAM_ON")) {
            throw new UntranslatableException("FILESTREAM_ON");
        }
        TableStorage storage = new TableStorage(recorded, Optional.empty());
        return reader.accept("WITH") ? storage.withOptions(reader) : storage;
    }

    private static Recorded with(Recorded recorded, Fact fact, Optional<String> value) {
        return value.map(known -> recorded.with(fact, known)).orElse(recorded);
    }

    /** Reads {@code (DATA_COMPRESSION = PAGE, SYSTEM_VERSIONING = ON)}. */
    private TableStorage withOptions(TokenReader reader) {
        TableStorage storage = this;
        PartitionCompression parts = new PartitionCompression();
        reader.requireSymbol("(");
        do {
            storage = storage.withOption(reader, parts);
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return storage;
    }

    private TableStorage withOption(TokenReader reader, PartitionCompression parts) {
        if (reader.peek().is(OTHER_TABLES)) {
            throw new UntranslatableException("a table with " + reader.peek().upper());
        }
        Token option = reader.peek();
        reader.require("DATA_COMPRESSION", "SYSTEM_VERSIONING");
        if (option.is("DATA_COMPRESSION")) {
            Optional<String> whole = compression(reader, parts);
            Optional<String> how =
                    parts.isEmpty() ? whole : Optional.of(parts.text()).filter(text -> !text.isEmpty());
            return new TableStorage(with(recorded, Fact.COMPRESSION, how), versioning);
        }
        if (versioning.isPresent()) {
            throw UntranslatableException.refused(13512, option, "SYSTEM_VERSIONING is said twice");
        }
        return new TableStorage(recorded, SystemVersioning.read(reader));
    }

    /** Reads {@code = PAGE}; nothing where rows are not compressed. */
    public static Optional<String> compression(TokenReader reader) {
        PartitionCompression parts = new PartitionCompression();
        Optional<String> compression = compression(reader, parts);
        if (!parts.isEmpty()) {
            throw new UntranslatableException("the compression of a partition");
        }
        return compression;
    }

    private static Optional<String> compression(TokenReader reader, PartitionCompression parts) {
        reader.requireSymbol("=");
        if (reader.peek().is("COLUMNSTORE", "COLUMNSTORE_ARCHIVE")) {
            throw new UntranslatableException(reader.peek().upper());
        }
        Token how = reader.peek();
        reader.require(COMPRESSIONS);
        parts.read(reader, how.upper());
        return how.is("NONE") ? Optional.empty() : Optional.of(how.upper());
    }
}

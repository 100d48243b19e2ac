package dev.palindrome.tsql.declaration;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the parts of a table or index are compressed, each in its own way: {@code (PAGE ON PARTITIONS (1, 3))}. */
public final class PartitionCompression {

    private final Map<String, TreeSet<Integer>> partitions = new TreeMap<>();

    /** Reads {@code ON PARTITIONS (1, 3 TO 5)}, if it comes next, behind the way of compression. */
    public boolean read(TokenReader reader, String how) {
        if (!reader.accept("ON", "PARTITIONS")) {
            return false;
        }
        reader.requireSymbol("(");
        do {
            int first = number(reader);
            int last = reader.accept("TO") ? number(reader) : first;
            if (last < first) {
                throw UntranslatableException.refused(7728, "the range of partitions " + first + " TO " + last);
            }
            for (int partition = first; partition <= last; partition++) {
                add(how, partition);
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return true;
    }

    private static int number(TokenReader reader) {
        if (reader.peek().kind() != Token.Kind.NUMBER) {
            throw reader.syntax();
        }
        String number = reader.number();
        if (!number.matches("[1-9][0-9]{0,4}")) {
            throw UntranslatableException.refused(7722, "there is no partition " + number);
        }
        return Integer.parseInt(number);
    }

    private void add(String how, int partition) {
        if (partitions.values().stream().anyMatch(known -> known.contains(partition))) {
            throw UntranslatableException.refused(
                    7711, "DATA_COMPRESSION is given twice for the partition " + partition);
        }
        partitions.computeIfAbsent(how, first -> new TreeSet<>()).add(partition);
    }

    public boolean isEmpty() {
        return partitions.isEmpty();
    }

    /** As the catalogue tells it; empty where nothing is compressed. */
    public String text() {
        String text = partitions.entrySet().stream()
                .filter(known -> !known.getKey().equals("NONE"))
                .map(known -> known.getKey() + " ON PARTITIONS ("
                        + known.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : "(" + text + ")";
    }
}

package dev.palindrome;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Hears what anybody logs at any level, prints, throws and writes into a folder, and looks for a planted value in it. */
public final class LeakSearch implements AutoCloseable {

    private final String planted;
    private final Path folder;
    private final List<String> said = new ArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Level level;

    /**
     * Begins to listen.
     *
     * @param planted in small letters
     * @param folder of files; may be missing
     */
    public LeakSearch(String planted, Path folder) {
        this.planted = planted;
        this.folder = folder;
        this.level = root().getLevel();
        root().setLevel(Level.TRACE);
        logged.start();
        root().addAppender(logged);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Takes in what was said elsewhere. */
    public void hear(String text) {
        said.add(text);
    }

    /** Takes in what a failure says, with its causes and what it suppresses, as JUnit's XML has it. */
    public void hear(Throwable failure) {
        said.add(whole(failure));
    }

    /** What was printed. */
    public String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Where the planted value is. */
    public List<String> found() throws IOException {
        List<String> places = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(logged.list)) {
            boolean inText = isIn(event.getFormattedMessage());
            boolean inError =
                    event.getThrowableProxy() instanceof ThrowableProxy proxy && isIn(whole(proxy.getThrowable()));
            if (inText || inError) {
                places.add("log");
            }
        }
        if (isIn(printed())) {
            places.add("print");
        }
        said.stream()
                .filter(this::isIn)
                .forEach(text -> places.add(
                        "thrown: " + text.lines().filter(this::isIn).findFirst().orElseThrow()));
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    if (isIn(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                        places.add(file.getFileName().toString());
                    }
                }
            }
        }
        return places;
    }

    private boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(planted);
    }

    private static String whole(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        for (Throwable each = failure; each != null; each = each.getCause()) {
            text.append(each.getMessage()).append(String.valueOf(each.getLocalizedMessage()));
            if (each instanceof SQLException sql && sql.getNextException() != null) {
                sql.getNextException().printStackTrace(new PrintWriter(text));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        root().detachAppender(logged);
        root().setLevel(level);
        System.setOut(out);
        System.setErr(err);
    }
}

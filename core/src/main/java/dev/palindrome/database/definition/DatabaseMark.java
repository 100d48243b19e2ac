package dev.palindrome.database.definition;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who made a database, and when. It is an extended property of the database, so that a later run can tell what an earlier
 * one left behind from what is somebody else's.
 */
public record DatabaseMark(String host, long process, Instant made) {

    /** The extended property's name. */
    public static final String PROPERTY = "palindrome";

    private static final Pattern TEXT = Pattern.compile("^host=(.*); process=(\\d{1,18}); made=(\\S+)");

    /** A mark has whole seconds, and so have some systems' processes. */
    private static final Duration INACCURACY = Duration.ofSeconds(2);

    public static DatabaseMark ofThisJvm() {
        return new DatabaseMark(
                ThisHost.NAME, ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Reads a mark, or empty where it is none of ours. */
    public static Optional<DatabaseMark> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DatabaseMark(
                    matcher.group(1), Long.parseLong(matcher.group(2)), Instant.parse(matcher.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the JVM that made it is still there, as far as can be told from here: a process of this host with its number,
     * which is not younger than the mark. A number may have been given to another process since.
     */
    public boolean isOfLivingProcess() {
        return host.equals(ThisHost.NAME)
                && ProcessHandle.of(process)
                        .filter(ProcessHandle::isAlive)
                        .filter(found -> found.info()
                                .startInstant()
                                .filter(start -> start.isAfter(made.plus(INACCURACY)))
                                .isEmpty())
                        .isPresent();
    }

    public String text() {
        return "host=%s; process=%d; made=%s".formatted(host, process, made);
    }

    /** Asked for once: on a machine whose name does not resolve, the answer takes seconds. */
    private static final class ThisHost {

        static final String NAME = name();

        private static String name() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "unknown";
            }
        }
    }
}

package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.BackupLocation;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.backup.BackupServer;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.engine.TestEngine;
import dev.palindrome.engine.server.ServerFiles;
import dev.palindrome.sql.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of copies: there are people's rows in them. */
class SqlServerBackupPlaceTest {

    private static final BackupServer SERVER =
            new BackupServer("16.0", OptionalLong.empty(), "/data/", "/data/", "", Optional.of("db-host"));

    @TempDir
    private Path folder;

    private final List<String> done = new ArrayList<>();
    private final List<Runnable> atTheEnd = new ArrayList<>();
    private boolean isFull;

    @Test
    void aCopyThatOutlivesThisJvmGoesWithIt() throws IOException {
        String path = placeIn(true).of(backup("prod.bak"), SERVER).path();
        assertThat(done).containsExactly("copy prod.bak");

        atTheEnd.forEach(Runnable::run);

        assertThat(done).containsExactly("copy prod.bak", "remove " + path);
    }

    /** A JVM that ends while copying has it in its list already. */
    @Test
    void itsRemovalIsSeenToBeforeItIsMade() throws IOException {
        List<Integer> foreseen = new ArrayList<>();
        SqlServerBackupPlace place = new SqlServerBackupPlace(
                container(true, (source, path) -> foreseen.add(atTheEnd.size())), atTheEnd::add);

        place.of(backup("prod.bak"), SERVER);

        assertThat(foreseen).containsExactly(1);
    }

    @Test
    void whatGoesWithTheContainerIsLeftThere() throws IOException {
        placeIn(false).of(backup("prod.bak"), SERVER);

        assertThat(atTheEnd).isEmpty();
    }

    /** The end has nothing to do any more, and another attempt is seen to as well. */
    @Test
    void aCopyThatFailedLeavesNothingBehind() throws IOException {
        SqlServerBackupPlace place = placeIn(true);
        BackupLocation backup = backup("prod.bak");
        isFull = true;

        assertThatThrownBy(() -> place.of(backup, SERVER))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("no space left on device");

        assertThat(done).hasSize(2);
        assertThat(done.get(0)).isEqualTo("copy prod.bak");
        assertThat(done.get(1)).matches("remove /var/opt/mssql/data/palindrome_start_\\w+\\.bak");
        atTheEnd.forEach(Runnable::run);
        assertThat(done).hasSize(2);

        isFull = false;
        place.of(backup, SERVER);
        atTheEnd.forEach(Runnable::run);

        assertThat(done).hasSize(4).endsWith("copy prod.bak", done.get(1));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverWantsAnotherFileDoesNotWait() throws Exception {
        CountDownLatch smallIsThere = new CountDownLatch(1);
        CountDownLatch largeHasBegun = new CountDownLatch(1);
        SqlServerBackupPlace place = new SqlServerBackupPlace(
                container(true, (source, path) -> {
                    if (source.endsWith("large.bak")) {
                        largeHasBegun.countDown();
                        await(smallIsThere);
                    }
                }),
                atTheEnd::add);
        BackupLocation large = backup("large.bak");
        BackupLocation small = backup("small.bak");

        CompletableFuture<?> copying = CompletableFuture.supplyAsync(() -> place.of(large, SERVER));
        await(largeHasBegun);
        place.of(small, SERVER);
        smallIsThere.countDown();

        assertThat(copying.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nothing came");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private SqlServerBackupPlace placeIn(boolean isReused) {
        return new SqlServerBackupPlace(
                container(isReused, (source, path) -> {
                    done.add("copy " + source.getFileName());
                    if (isFull) {
                        throw new IOException("no space left on device");
                    }
                }),
                atTheEnd::add);
    }

    private interface Copying {
        void copy(Path source, String path) throws IOException;
    }

    private SqlServerEngine container(boolean isReused, Copying copying) {
        ServerFiles files = new ServerFiles() {
            @Override
            public void copyIn(Path source, String path) throws IOException {
                copying.copy(source, path);
            }

            @Override
            public void moveOut(String path, Path target) throws IOException {
                throw new IOException("nothing comes out");
            }

            @Override
            public void remove(String path) {
                done.add("remove " + path);
            }
        };
        return TestEngine.inContainer(new ScriptedServer(), files, isReused);
    }

    private BackupLocation backup(String name) throws IOException {
        return new BackupLocation(
                Files.writeString(folder.resolve(name), "TAPE " + name).toString());
    }
}

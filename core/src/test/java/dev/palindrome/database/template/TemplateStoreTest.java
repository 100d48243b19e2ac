package dev.palindrome.database.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.FakeDatabase;
import dev.palindrome.database.FakeDatabases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.TemplateMaker.Hold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TemplateStoreTest {

    private static final TemplateKey KEY = new TemplateKey("family", "content", false);

    private static final Runnable NOTHING = () -> {};

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final FakeMaker maker = new FakeMaker();
    private final TemplateStore store = new TemplateStore(maker);

    @Test
    void theFirstIsMadeAndTheOthersAreCloned() {
        open("first", KEY);
        open("second", KEY);
        open("third", KEY);
        assertThat(said)
                .containsExactly(
                        "create first",
                        "fill first",
                        "take first",
                        "copy of first for second",
                        "copy of first for third");
    }

    @Test
    void anotherKeyIsMadeAnew() {
        open("first", KEY);
        open("other", new TemplateKey("family", "changed", false));
        assertThat(said)
                .containsExactly(
                        "create first", "fill first", "take first", "create other", "fill other", "take other");
    }

    @Test
    void aFailureIsNotKept() {
        Consumer<Database> failing = database -> {
            throw new IllegalStateException("wrong");
        };
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> store.open(
                            new FakeDatabases(this::made),
                            KEY,
                            new DatabaseRequest("bad", DatabaseOptions.DEFAULT, failing)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("wrong");
        }
        open("good", KEY);
        assertThat(said)
                .containsExactly(
                        "create bad", "close bad", "create bad", "close bad", "create good", "fill good", "take good");
    }

    @Test
    void whereTakingATemplateFailsNothingStaysAndTheNextOneTriesAnew() {
        maker.atTaking = failing("taking");
        assertThatThrownBy(() -> open("bad", KEY)).hasMessage("taking");
        maker.atTaking = NOTHING;
        open("good", KEY);
        assertThat(said)
                .containsExactly(
                        "create bad", "fill bad", "take bad", "close bad", "create good", "fill good", "take good");
    }

    @Test
    void whereThePlaceCannotBeTakenOrGivenBackNobodyWaitsForEver() {
        maker.atHolding = failing("holding");
        assertThatThrownBy(() -> open("bad", KEY)).hasMessage("holding");
        maker.atHolding = NOTHING;
        maker.hold = () -> {
            throw new IllegalStateException("giving back");
        };
        assertThatThrownBy(() -> open("worse", KEY)).hasMessage("giving back");
        maker.hold = Hold.ALONE;
        open("good", KEY);
        assertThat(said)
                .containsExactly(
                        "create worse",
                        "fill worse",
                        "take worse",
                        "close worse",
                        "create good",
                        "fill good",
                        "take good");
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new IllegalStateException(message);
        };
    }

    @Test
    void whereNoTemplateCanBeTakenEveryoneMakesHisOwn() {
        maker.able = false;
        open("first", KEY);
        open("second", KEY);
        assertThat(said).containsExactly("create first", "fill first", "take first", "create second", "fill second");
    }

    @Test
    void aTemplateThatIsOfNoUseIsReplaced() {
        open("first", KEY);
        maker.broken = true;
        open("second", KEY);
        maker.broken = false;
        open("third", KEY);
        assertThat(said)
                .containsExactly(
                        "create first",
                        "fill first",
                        "take first",
                        "discard first",
                        "create second",
                        "fill second",
                        "take second",
                        "copy of second for third");
    }

    @Test
    void whatAnEarlierRunLeftIsCloned() {
        maker.left = Optional.of(new FakeTemplate("earlier"));
        open("first", KEY);
        assertThat(said).containsExactly("copy of earlier for first");
    }

    @Test
    void whenThereIsNoRoomTheOneNotWantedForLongestGoes() {
        TemplateKey second = new TemplateKey("family", "second", false);
        open("first", KEY);
        open("second", second);
        open("again", KEY);
        said.clear();
        open("third", new TemplateKey("family", "third", false));
        open("first once more", KEY);
        assertThat(said)
                .containsExactly(
                        "create third",
                        "fill third",
                        "take third",
                        "discard second",
                        "copy of first for first once more");
    }

    @Test
    void whoComesMeanwhileWaitsAndWhoWantsSomethingElseDoesNot() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Database> first = CompletableFuture.supplyAsync(() -> store.open(
                new FakeDatabases(this::made), KEY, new DatabaseRequest("first", DatabaseOptions.DEFAULT, database -> {
                    begun.countDown();
                    await(goOn);
                })));
        begun.await();
        CompletableFuture<Database> waiting = CompletableFuture.supplyAsync(() -> open("waiting", KEY));
        open("other", new TemplateKey("family", "other", false));
        assertThat(waiting).isNotCompleted();
        goOn.countDown();
        assertThat(List.of(first.join().name(), waiting.join().name())).containsExactly("first", "waiting");
        assertThat(said)
                .containsExactly(
                        "create first",
                        "create other",
                        "fill other",
                        "take other",
                        "take first",
                        "copy of first for waiting");
    }

    private Database open(String purpose, TemplateKey key) {
        return store.open(
                new FakeDatabases(this::made),
                key,
                new DatabaseRequest(purpose, DatabaseOptions.DEFAULT, database -> said.add("fill " + database.name())));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class FakeMaker implements TemplateMaker {

        private boolean able = true;
        private Runnable atTaking = NOTHING;
        private Runnable atHolding = NOTHING;
        private Hold hold = Hold.ALONE;
        private boolean broken;
        private Optional<Template> left = Optional.empty();

        @Override
        public Optional<Template> take(Database filled, TemplateKey key) {
            said.add("take " + filled.name());
            atTaking.run();
            return able ? Optional.of(new FakeTemplate(filled.name())) : Optional.empty();
        }

        @Override
        public Optional<Template> left(TemplateKey key) {
            return left;
        }

        @Override
        public Hold hold(TemplateKey key) {
            atHolding.run();
            return hold;
        }

        @Override
        public long room() {
            return 2;
        }
    }

    private final class FakeTemplate implements Template {

        private final String original;

        FakeTemplate(String original) {
            this.original = original;
        }

        @Override
        public Database copy(String purpose) {
            if (maker.broken) {
                throw new DatabaseException("broken", new IllegalStateException());
            }
            said.add("copy of " + original + " for " + purpose);
            return new SaidDatabase(purpose);
        }

        @Override
        public long weight() {
            return 1;
        }

        @Override
        public void discard() {
            said.add("discard " + original);
        }
    }

    private Database made(String purpose) {
        said.add("create " + purpose);
        return new SaidDatabase(purpose);
    }

    private final class SaidDatabase extends FakeDatabase {

        SaidDatabase(String name) {
            super(name);
        }

        @Override
        public void close() {
            said.add("close " + name());
        }
    }
}

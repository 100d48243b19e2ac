package dev.palindrome.seed;

import dev.palindrome.seed.run.FillRequest;
import dev.palindrome.seed.run.SeedFingerprint;
import dev.palindrome.seed.run.SeedStep;
import dev.palindrome.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What to seed, in which order: what {@code @Seed} says, for tests without JUnit. Immutable.
 *
 * <pre>{@code
 * SeedPlan plan = SeedPlan.empty().data("classpath:seed").fill("orders:50");
 * TestDatabase database = TestDatabase.builder().seed(plan).start();
 * }</pre>
 *
 * <p>Each step is done wholly or not at all.
 */
public final class SeedPlan {

    private static final SeedPlan EMPTY = new SeedPlan(List.of(), OptionalLong.empty());

    private final List<SeedStep> steps;
    private final OptionalLong randomSeed;

    private SeedPlan(List<SeedStep> steps, OptionalLong randomSeed) {
        this.steps = List.copyOf(steps);
        this.randomSeed = randomSeed;
    }

    /**
     * A plan to do nothing.
     *
     * @return the beginning of every plan
     */
    public static SeedPlan empty() {
        return EMPTY;
    }

    /**
     * This plan, and then SQL scripts.
     *
     * @param locations {@code classpath:} or {@code filesystem:}
     * @return a longer plan
     */
    public SeedPlan scripts(String... locations) {
        return and(Stream.of(locations).map(SeedStep.Script::new));
    }

    /**
     * This plan, and then folders of files that are named after tables.
     *
     * @param locations {@code classpath:} or {@code filesystem:}
     * @return a longer plan
     */
    public SeedPlan data(String... locations) {
        return and(Stream.of(locations).map(SeedStep.Data::new));
    }

    /**
     * This plan, and then generated rows. The tables are filled in the order of their foreign keys.
     *
     * @param tables such as {@code users:10}
     * @return a longer plan
     * @throws SeedException if one is not of this form
     */
    public SeedPlan fill(String... tables) {
        List<FillRequest> requests = Stream.of(tables).map(FillRequest::parse).toList();
        return requests.isEmpty() ? this : and(Stream.of(new SeedStep.Fill(requests)));
    }

    /**
     * This plan, and then seeders.
     *
     * @param seeders in their order
     * @return a longer plan
     */
    public SeedPlan seeders(Seeder... seeders) {
        return and(Stream.of(seeders).map(SeedStep.Code::new));
    }

    /**
     * This plan, and then another.
     *
     * @param later what comes after this
     * @return both
     */
    public SeedPlan and(SeedPlan later) {
        return and(later.steps.stream());
    }

    private SeedPlan and(Stream<? extends SeedStep> more) {
        List<SeedStep> all = new ArrayList<>(steps);
        more.forEach(all::add);
        return new SeedPlan(all, randomSeed);
    }

    /**
     * The same plan, made certain of its random seed.
     *
     * @param settings where {@code palindrome.random-seed} is looked up
     * @return a plan whose {@link #fingerprint} tells one random seed from another
     */
    public SeedPlan seededBy(Settings settings) {
        return new SeedPlan(steps, OptionalLong.of(RandomSeed.of(settings)));
    }

    /**
     * Whether there is nothing to do.
     *
     * @return true for a plan without steps
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * What tells this plan's rows from those of others in the same JVM: a SHA-256 of script texts, data files, fills,
     * seeders' classes, and the random seed.
     *
     * @return missing where that cannot be told, because a seeder is a lambda, an anonymous class, or has fields
     */
    public Optional<String> fingerprint() {
        return SeedFingerprint.of(steps, randomSeed);
    }

    /**
     * Whether the {@link #fingerprint} holds in other JVMs, too. Where seeders run it does not: they may read files, or
     * anything else that has changed in the meantime.
     *
     * @return false for a plan with seeders
     */
    public boolean isTheSameInEveryRun() {
        return steps.stream().noneMatch(SeedStep.Code.class::isInstance);
    }

    List<SeedStep> steps() {
        return steps;
    }

    OptionalLong randomSeed() {
        return randomSeed;
    }
}

package dev.palindrome.seed;

import dev.palindrome.seed.run.FillRequest;
import dev.palindrome.seed.run.SeedStep;
import java.util.ArrayList;
import java.util.List;
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

    private static final SeedPlan EMPTY = new SeedPlan(List.of());

    private final List<SeedStep> steps;

    private SeedPlan(List<SeedStep> steps) {
        this.steps = List.copyOf(steps);
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
        return new SeedPlan(all);
    }

    /**
     * Whether there is nothing to do.
     *
     * @return true for a plan without steps
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    List<SeedStep> steps() {
        return steps;
    }
}

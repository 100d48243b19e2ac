package dev.palindrome.seed.run;

import dev.palindrome.seed.Seeder;
import java.util.List;
import java.util.stream.Collectors;

/** A part of a plan. As text it says what goes on. */
public sealed interface SeedStep {

    /** A SQL script. */
    record Script(String location) implements SeedStep {
        @Override
        public String toString() {
            return "Seeding by " + location;
        }
    }

    /** A folder of files named after tables. */
    record Data(String location) implements SeedStep {
        @Override
        public String toString() {
            return "Loading " + location;
        }
    }

    /** Generated rows. */
    record Fill(List<FillRequest> tables) implements SeedStep {
        @Override
        public String toString() {
            return "Filling " + tables.stream().map(FillRequest::table).collect(Collectors.joining(", "));
        }
    }

    /** The user's own code. */
    record Code(Seeder seeder) implements SeedStep {
        @Override
        public String toString() {
            return "Seeding by "
                    + (seeder.getClass().isHidden()
                            ? "a lambda"
                            : seeder.getClass().getSimpleName());
        }
    }
}

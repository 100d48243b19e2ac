package dev.palindrome.seed.run;

import dev.palindrome.seed.Seeder;
import java.util.List;

/** A part of a plan. */
public sealed interface SeedStep {

    /** A SQL script. */
    record Script(String location) implements SeedStep {}

    /** A folder of files named after tables. */
    record Data(String location) implements SeedStep {}

    /** Generated rows. */
    record Fill(List<FillRequest> tables) implements SeedStep {}

    /** The user's own code. */
    record Code(Seeder seeder) implements SeedStep {}
}

package dev.palindrome;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.production.MaskReport;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.Masking;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.Fingerprint;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.text.VisibleText;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * What becomes of personal data in databases of a test.
 *
 * @param rules which columns become what
 * @param settings asked for the key
 */
record MaskedData(MaskRules rules, Settings settings) {

    private static final VisibleLog LOG = VisibleLog.of(MaskedData.class);

    /**
     * Refuses a backup of which nobody says what becomes of the people in it.
     *
     * @param backup as it was named
     * @throws PalindromeException if there are no rules, and no setting that does without
     */
    static void requireRules(String backup, MaskRules rules, Settings settings) {
        if (rules.isEmpty() && !settings.isOn(Setting.ALLOW_UNMASKED)) {
            throw new PalindromeException(
                    "The backup %s is not restored: nobody says what becomes of personal data in it, and tests would see whatever people have entered. Write rules, one a line, such as users.email = email, and give them by @Mask on the class or its package, or by mask(MaskRules) on the builder; columns that may stay get keep <reason>. Where nobody's data is in it, or it was masked before, set %s=true."
                            .formatted(VisibleText.line(backup), Setting.ALLOW_UNMASKED));
        }
    }

    /** Masks a database that has been migrated. */
    void mask(Database database) {
        if (!rules.isEmpty()) {
            mask(database, rules);
        }
    }

    private void mask(Database database, MaskRules known) {
        Masking masking = Masking.of(database.dataSource(), known);
        MaskReport report = settings.find(Setting.MASK_KEY)
                .map(masking::keyed)
                .orElse(masking)
                .mask();
        LOG.info("{}: {}", database.name(), report);
    }

    /** The key of a database that is masked. */
    TemplateKey of(TemplateKey unmasked) {
        return rules.isEmpty() ? unmasked : new TemplateKey(with(unmasked.family()), with(unmasked.content()), false);
    }

    private String with(String hash) {
        return new Fingerprint()
                .add("unmasked", hash)
                .add("rules", rules.digest())
                .add("key", settings.find(Setting.MASK_KEY).orElse(""))
                .hex();
    }

    /** Makes databases that are masked as soon as they hold what they begin with. */
    Databases on(Databases databases) {
        return rules.isEmpty() ? databases : new FromTheStart(this, databases);
    }

    /**
     * For round trips, which have no other moment: migrations go down from there, too.
     *
     * @param data what becomes of it
     * @param databases makes them
     */
    private record FromTheStart(MaskedData data, Databases databases) implements Databases {

        @Override
        public Database create(String purpose, DatabaseOptions options) {
            Database database = databases.create(purpose, options);
            try {
                mask(database, options);
            } catch (RuntimeException | Error e) {
                try (database) {
                    throw e;
                }
            }
            return database;
        }

        @Override
        public Database create(
                String purpose, DatabaseOptions options, Optional<TemplateKey> key, Consumer<Database> fill) {
            return databases.create(purpose, options, key.map(data::of), database -> {
                mask(database, options);
                fill.accept(database);
            });
        }

        private void mask(Database database, DatabaseOptions options) {
            if (options.start().isSomething()) {
                DataSource source = database.dataSource();
                MaskRules known = data.rules().in(SchemaSnapshot.of(source));
                if (!known.isEmpty()) {
                    data.mask(database, known);
                }
            }
        }
    }
}

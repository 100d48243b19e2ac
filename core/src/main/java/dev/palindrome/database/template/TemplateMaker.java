package dev.palindrome.database.template;

import dev.palindrome.database.Database;
import dev.palindrome.database.TemplateKey;
import java.util.Optional;

/** Takes templates on one engine. */
public interface TemplateMaker {

    /** Takes a template of a database that is filled and that nobody uses yet; empty where this engine cannot. */
    Optional<Template> take(Database filled, TemplateKey key);

    /** A template that an earlier run has left. */
    Optional<Template> left(TemplateKey key);

    /** Keeps other JVMs from making the same template meanwhile, where they could see it. */
    Hold hold(TemplateKey key);

    /** How much all templates of this JVM together may weigh. */
    long room();

    /** A place that only one takes at a time. */
    interface Hold extends AutoCloseable {

        /** Nobody else is there. */
        Hold ALONE = () -> {};

        @Override
        void close();
    }
}

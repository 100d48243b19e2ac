package dev.palindrome.roundtrip.script;

/**
 * What holds wherever the migrations run on this engine and with these settings.
 *
 * @param scriptsSayAll whether scripts mention whatever they touch
 * @param defaultSchema the schema of the migrations' history
 */
public record RunConditions(boolean scriptsSayAll, String defaultSchema) {}

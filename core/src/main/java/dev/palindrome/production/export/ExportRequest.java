package dev.palindrome.production.export;

import dev.palindrome.production.mask.MaskRule;
import dev.palindrome.production.mask.value.MaskKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is exported, and to where.
 *
 * @param tables the chosen ones, at least one
 * @param masking missing where somebody has said that values may be written as they are
 * @param folder for the files
 * @param replaces whether files that are not known to be an export's may be replaced
 */
public record ExportRequest(List<ChosenTable> tables, Optional<Masking> masking, Path folder, boolean replaces) {

    /**
     * How values are masked.
     *
     * @param rules in their order
     * @param key what replacements follow from
     */
    public record Masking(List<MaskRule> rules, MaskKey key) {}
}

package dev.palindrome.production.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What is exported, and to where.
 *
 * @param tables the chosen ones, at least one
 * @param folder for the files
 * @param replaces whether files that are not known to be an export's may be replaced
 */
public record ExportRequest(List<ChosenTable> tables, Path folder, boolean replaces) {}

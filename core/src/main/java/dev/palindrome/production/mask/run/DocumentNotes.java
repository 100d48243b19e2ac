package dev.palindrome.production.mask.run;

import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskRule;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.MaskedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What masking has found out about rules for members of documents. */
final class DocumentNotes {

    private final List<DocumentMapping> documents;

    private DocumentNotes(List<DocumentMapping> documents) {
        this.documents = documents;
    }

    /** Of targets that have changed. */
    static DocumentNotes of(List<Target> targets) {
        Set<DocumentMapping> all = new LinkedHashSet<>();
        targets.forEach(
                target -> target.columns().forEach(column -> column.document().ifPresent(all::add)));
        return new DocumentNotes(List.copyOf(all));
    }

    /** The same without columns of which no document was seen: tables may be left out. */
    List<String> ofDocuments() {
        List<String> notes = new ArrayList<>(new DocumentNotes(documents.stream()
                        .filter(DocumentMapping::holdsDocuments)
                        .toList())
                .notes());
        passedBy().forEach((column, reason) -> notes.add(column + ": " + reason));
        return notes;
    }

    /** Rules that have named no value in any of their columns. */
    List<String> notes() {
        Set<MaskRule> named = documents.stream()
                .flatMap(mapping -> mapping.column().members().stream()
                        .filter(member -> !mapping.unnamed().contains(member)))
                .map(MaskedColumn::rule)
                .collect(Collectors.toSet());
        List<String> notes = new ArrayList<>();
        for (DocumentMapping mapping : documents) {
            for (MaskedColumn member : mapping.unnamed()) {
                if (!named.contains(member.rule())) {
                    notes.add("%s: %s is in no row of %s"
                            .formatted(
                                    member.rule().place(), member.rule().path().orElseThrow(), mapping));
                }
            }
        }
        return notes;
    }

    /** Columns whose texts no wildcard has changed, because none is JSON, and why. */
    Map<String, String> passedBy() {
        return documents.stream()
                .filter(DocumentMapping::isPassedBy)
                .collect(Collectors.toMap(
                        DocumentMapping::toString,
                        mapping -> "no text in it is JSON, and %s is about members"
                                .formatted(mapping.column().rule().place()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** A plan without columns that hold no documents. */
    MaskPlan without(MaskPlan plan) {
        List<MaskedColumn> empty = documents.stream()
                .filter(mapping -> !mapping.holdsDocuments() && !mapping.isByName())
                .map(DocumentMapping::column)
                .toList();
        return new MaskPlan(
                plan.tables().stream()
                        .map(table -> new MaskedTable(
                                table.table(),
                                table.columns().stream()
                                        .filter(column -> empty.stream().noneMatch(each -> each == column))
                                        .toList()))
                        .toList(),
                plan.notes());
    }
}

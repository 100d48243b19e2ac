package dev.palindrome.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page in Markdown, read. */
final class Page {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final Pattern SPACE = Pattern.compile("\\s++");

    private final String name;
    private final Node document;
    private final Map<Node, Heading> headings = new IdentityHashMap<>();
    private final List<Section> sections = new ArrayList<>();

    private Page(String name, Node document) {
        this.name = name;
        this.document = document;
    }

    /**
     * Reads one.
     *
     * @param name its path in the repository, with slashes
     */
    static Page read(Path repository, String name) throws IOException {
        Page page = new Page(name, PARSER.parse(Files.readString(repository.resolve(name))));
        page.divide();
        return page;
    }

    /** Headings stand nowhere but at the top level. */
    private void divide() {
        Anchors anchors = new Anchors();
        Heading heading = new Heading(1, name, "");
        StringBuilder text = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Heading found) {
                sections.add(new Section(heading, text.toString()));
                String words = words(found);
                heading = new Heading(found.getLevel(), words, anchors.next(words));
                headings.put(found, heading);
                text.setLength(0);
            } else {
                text.append(words(node)).append(' ');
            }
        }
        sections.add(new Section(heading, text.toString()));
        sections.remove(0);
        if (sections.isEmpty()) {
            throw new IllegalStateException(name + " has no heading");
        }
    }

    /** Without marks, without where links lead, without comments. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock block) {
                words.append(block.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }

            @Override
            protected void visitChildren(Node parent) {
                super.visitChildren(parent);
                // Cells of tables are blocks as well, of the extension's.
                if (parent instanceof Block || parent instanceof CustomNode) {
                    words.append(' ');
                }
            }
        });
        return SPACE.matcher(words).replaceAll(" ").strip();
    }

    String name() {
        return name;
    }

    String title() {
        return sections.get(0).heading().text();
    }

    /** Where it is on the site. */
    String address() {
        return name.replaceFirst("README\\.md$", "index.md").replaceFirst("\\.md$", ".html");
    }

    /** Up to the site's root: nothing, or {@code ../} once for each folder. */
    String root() {
        return "../".repeat((int) name.chars().filter(letter -> letter == '/').count());
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    boolean hasAnchor(String anchor) {
        return sections.stream().anyMatch(section -> section.heading().anchor().equals(anchor));
    }

    /** Where its links lead, as they are written, in their order. */
    List<String> links() {
        return linkNodes().stream().map(Link::getDestination).toList();
    }

    /** Those of them that stand in lists: an overview is one. */
    List<String> listed() {
        return linkNodes().stream()
                .filter(Page::isInList)
                .map(Link::getDestination)
                .toList();
    }

    private static boolean isInList(Node node) {
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ListItem) {
                return true;
            }
        }
        return false;
    }

    private List<Link> linkNodes() {
        List<Link> found = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(link);
                visitChildren(link);
            }
        });
        return found;
    }

    /** Its text as HTML, its links changed. */
    String html(UnaryOperator<String> link) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    Heading heading = headings.get(node);
                    if (heading != null) {
                        attributes.put("id", heading.anchor());
                    } else if (node instanceof Link to) {
                        attributes.put("href", link.apply(to.getDestination()));
                    }
                })
                .build()
                .render(document);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.palindrome.site;

import java.util.List;

/** The list of all pages, with the headings of the one that is open. */
final class Navigation {

    private Navigation() {}

    static String of(List<Page> pages, Page open) {
        StringBuilder list = new StringBuilder("<ul>\n");
        for (Page page : pages) {
            boolean isOpen = page.equals(open);
            // Below an overview of their own.
            boolean isInner = page.name().indexOf('/') != page.name().lastIndexOf('/')
                    && !page.name().endsWith("README.md");
            list.append("<li%s><a href=\"%s%s\"%s>%s</a>"
                    .formatted(
                            isInner ? " class=\"inner\"" : "",
                            open.root(),
                            page.address(),
                            isOpen ? " aria-current=\"page\"" : "",
                            Html.escape(page.title())));
            if (isOpen) {
                list.append(headings(page));
            }
            list.append("</li>\n");
        }
        return list.append("</ul>").toString();
    }

    private static String headings(Page page) {
        StringBuilder list = new StringBuilder();
        for (Section section : page.sections()) {
            if (section.heading().level() == 2) {
                list.append("<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(
                                section.heading().anchor(),
                                Html.escape(section.heading().text())));
            }
        }
        return list.isEmpty() ? "" : "<ul>\n" + list + "</ul>";
    }
}

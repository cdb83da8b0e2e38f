package org.conductregister.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The links to the pages of a list.
 *
 * @param from the number of the first on this page, from 1; 0 where there is none
 * @param to the number of the last on this page
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 * @param links to the first, the last and the pages around this one; a link without an address stands for pages left out
 */
public record Pagination(
        long total,
        long from,
        long to,
        @Nullable String previous,
        @Nullable String next,
        List<Link> links) {

    /**
     * A link to one page.
     *
     * @param number of the page, from 1
     */
    public record Link(int number, @Nullable String address, boolean current) {}

    /**
     * The links from one page to those around it.
     *
     * @param page from 0
     * @param size of a page
     * @param address of a page, by its number from 0
     */
    public static Pagination of(long total, int page, int size, IntFunction<String> address) {
        int pages = (int) Math.min(Integer.MAX_VALUE, (total + size - 1) / size);
        long from = total == 0 ? 0 : Math.min(total, (long) page * size + 1);
        var links = new ArrayList<Link>();
        int last = -1;
        for (int each = 0; each < pages; each = after(each, page, pages)) {
            if (each > last + 1) {
                links.add(new Link(0, null, false));
            }
            links.add(new Link(each + 1, address.apply(each), each == page));
            last = each;
        }
        return new Pagination(
                total,
                from,
                Math.min(total, (long) (page + 1) * size),
                page > 0 && pages > 0 ? address.apply(Math.min(page, pages) - 1) : null,
                page + 1 < pages ? address.apply(page + 1) : null,
                links);
    }

    /** The next page that has a link: around this one, and the last. */
    private static int after(int each, int page, int pages) {
        int next = Math.max(each + 1, Math.min(page - 1, pages - 1));
        return next > page + 1 ? Math.max(next, pages - 1) : next;
    }

    public boolean isNeeded() {
        return links.size() > 1;
    }
}

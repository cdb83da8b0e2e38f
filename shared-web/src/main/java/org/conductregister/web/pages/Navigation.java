package org.conductregister.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.conductregister.web.RequestedPath;
import org.conductregister.web.access.Visitor;
import org.springframework.stereotype.Component;

/** The links of the navigation, to pages of both services. A user sees the links that they may open. */
@Component("navigation")
public class Navigation {

    private static final List<Place> PLACES = List.of(
            new Place("Overview", "/", "/statistics"),
            new Place("Cases", "/cases"),
            new Place("Worklist", "/worklist"),
            new Place("Report an allegation", "/report"),
            new Place("Officers", "/officers"),
            new Place("Recommendations", "/recommendations"),
            new Place("Audit", "/audit"),
            new Place("Operations", "/operations"),
            new Place("Imports", "/imports"),
            new Place("Code lists", "/code-lists"),
            new Place("Personal data", "/personal-data"),
            new Place("Users", "/users"),
            new Place("Help", "/help"));

    private final Visitor visitor;
    private final HttpServletRequest request;

    Navigation(Visitor visitor, HttpServletRequest request) {
        this.visitor = visitor;
        this.request = request;
    }

    /**
     * One link of the navigation.
     *
     * @param current whether the visitor is at it, or at a page below it
     */
    public record Item(String text, String path, boolean current) {}

    public List<Item> items() {
        if (!visitor.isSignedIn()) {
            return List.of();
        }
        var at = RequestedPath.of(request);
        var here = PLACES.stream()
                .filter(place -> place.has(at))
                .max(Comparator.comparingInt(place -> place.path().length()));
        return PLACES.stream()
                .filter(place -> visitor.mayGet(place.path()))
                .map(place -> new Item(
                        place.text(), place.path(), here.filter(place::equals).isPresent()))
                .toList();
    }

    /** @param alsoUnder another path whose pages belong to it */
    private record Place(String text, String path, String alsoUnder) {

        Place(String text, String path) {
            this(text, path, path);
        }

        boolean has(String at) {
            return at.equals(path) || at.equals(alsoUnder) || at.startsWith(alsoUnder + "/");
        }
    }
}

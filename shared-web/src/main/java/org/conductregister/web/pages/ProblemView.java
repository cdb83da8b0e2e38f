package org.conductregister.web.pages;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders the template {@code problem}, also where no controller was reached. */
final class ProblemView implements ProblemPage {

    private final ThymeleafViewResolver views;

    ProblemView(ThymeleafViewResolver views) {
        this.views = views;
    }

    @Override
    public void show(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            requireNonNull(views.resolveViewName("problem", Locale.UK), "a template of that name is there")
                    .render(model(problem, response), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // as the interface of views declares
            throw new IllegalStateException("The page of a problem cannot be made", e);
        }
    }

    private static Map<String, ?> model(Problem problem, HttpServletResponse response) {
        return Map.of(
                "problem",
                problem,
                "heading",
                heading(problem),
                "reading",
                isReading(problem),
                "secondsLeft",
                Optional.ofNullable(response.getHeader(HttpHeaders.RETRY_AFTER)).orElse(""));
    }

    /** Whether it only takes a while until the page can be shown. */
    private static boolean isReading(Problem problem) {
        return problem.code().equals("VIEW_BEHIND");
    }

    private static String heading(Problem problem) {
        int status = problem.status();
        return switch (status) {
            case 403 -> "You may not do that";
            case 404 -> "Page not found";
            case 405 -> "That is not possible here";
            case 503 -> isReading(problem) ? "The register is reading" : "The register cannot do that at present";
            case 507 -> "The register has no room left";
            default -> status >= 500 ? "Something failed inside the register" : "The address cannot be understood";
        };
    }
}

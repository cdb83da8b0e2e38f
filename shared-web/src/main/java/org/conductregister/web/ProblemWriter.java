package org.conductregister.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem from a filter, where no controller is reached: as a page for a browser, as a document for a program.
 */
public final class ProblemWriter {

    private final JsonMapper json;
    private final ObjectProvider<ProblemPage> page;

    public ProblemWriter(JsonMapper json, ObjectProvider<ProblemPage> page) {
        this.json = json;
        this.page = page;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        if (PageRequest.is(request)) {
            page.getObject().show(problem, request, response);
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}

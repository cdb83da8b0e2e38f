package org.conductregister.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Renders a problem as a page: the words of the document in the layout of the pages. */
public interface ProblemPage {

    /** Writes the page; the status is set already. */
    void show(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException;
}

package org.conductregister.web.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.conductregister.web.Problem;
import org.conductregister.web.RequestProblems;
import org.springframework.http.MediaType;

/**
 * Answers a request that Tomcat refuses before the application sees it, such as a request line that is not HTTP, with a
 * problem document. Public because Tomcat makes it by its class name.
 */
public final class MalformedRequestValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = RequestProblems.byStatus(response.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(UTF_8);
        try {
            // Fixed words without quotes or control characters, so there is nothing to escape
            response.getReporter().write("""
                    {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(
                            problem.type(), problem.title(), problem.status(), problem.detail(), problem.code()));
            response.finishResponse();
        } catch (IOException callerLeft) {
            container.getLogger().debug("The caller left before the refusal was written", callerLeft);
        }
    }
}

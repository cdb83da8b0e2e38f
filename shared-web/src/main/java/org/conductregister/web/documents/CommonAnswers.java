package org.conductregister.web.documents;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.platform.people.Role;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.LogProblems;
import org.conductregister.web.Problem;
import org.conductregister.web.access.CallPermissions;
import org.conductregister.web.load.ReadPlacesFilter;
import org.conductregister.web.requests.HostNameFilter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Writes into the API document what all calls have in common: who may call, and how they refuse. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class CommonAnswers implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        ProblemSchemas.addTo(api.getComponents());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod named, Operation operation) {
        HttpMethod method = HttpMethod.valueOf(named.name());
        Set<Role> roles = CallPermissions.rolesFor(method, path);
        DescribedCall call = DescribedCall.of(operation);
        call.refuses(
                HttpStatus.BAD_REQUEST,
                Map.of(
                        "PARAMETER_INVALID",
                        "A parameter is missing, unknown or repeated, or has a value that it cannot have; `errors`"
                                + " names each."));
        call.refuses(HttpStatus.MISDIRECTED_REQUEST, code(HostNameFilter.HOST_UNKNOWN));
        call.refuses(HttpStatus.UNAUTHORIZED, code(CommonProblems.UNAUTHENTICATED));
        call.refuses(
                HttpStatus.TOO_MANY_REQUESTS,
                Map.of(
                        "TOO_MANY_ATTEMPTS",
                        "Too many passwords were wrong; `Retry-After` says when the next is looked at."));
        call.refuses(HttpStatus.NOT_ACCEPTABLE, List.of("NOT_ACCEPTABLE"));
        call.refuses(HttpStatus.INTERNAL_SERVER_ERROR, List.of("INTERNAL_ERROR"));
        if (roles.size() < Role.values().length) {
            call.refuses(HttpStatus.FORBIDDEN, code(CommonProblems.FORBIDDEN));
        }
        List<Problem> ofLog = method == HttpMethod.GET ? LogProblems.ofReading() : LogProblems.ofWriting();
        ofLog.forEach(problem -> call.refuses(HttpStatus.valueOf(problem.status()), code(problem)));
        if (method == HttpMethod.GET) {
            call.refuses(HttpStatus.SERVICE_UNAVAILABLE, code(ReadPlacesFilter.TOO_MANY_READS));
        } else {
            call.refuses(
                    HttpStatus.FORBIDDEN,
                    Map.of("CROSS_SITE_REQUEST", "A page of another site cannot change anything here."));
        }
        if (operation.getRequestBody() != null) {
            call.refuses(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Map.of("TOO_MANY_BODIES", "Too many requests are being sent at once."));
            call.refuses(HttpStatus.BAD_REQUEST, List.of("BODY_MISSING"));
            call.refuses(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    List.of("UNSUPPORTED_MEDIA_TYPE", "CONTENT_ENCODING_UNSUPPORTED"));
        }
        sayWhoMay(operation, roles);
    }

    private static void sayWhoMay(Operation operation, Set<Role> roles) {
        List<String> names = roles.stream().map(Role::name).sorted().toList();
        String may = roles.size() == Role.values().length
                ? "Any user may call it."
                : "Users with the role %s may call it.".formatted(String.join(" or ", names));
        operation.setDescription(operation.getDescription() + "\n\n" + may);
        operation.addExtension("x-roles", names);
    }

    private static Map<String, String> code(Problem problem) {
        return Map.of(problem.code(), problem.detail());
    }
}

package org.conductregister.web.documents;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The schema of {@link org.conductregister.web.Problem}, with a sentence for each property. */
final class ProblemSchemas {

    static final String PROBLEM = "Problem";
    static final String ITEM = "ProblemItem";

    private ProblemSchemas() {}

    static void addTo(Components components) {
        components.addSchemas(PROBLEM, problem());
        components.addSchemas(ITEM, item());
    }

    static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema()
                .description("A refusal or failure (RFC 9457).")
                .addProperty("type", text("A URI of the kind of problem; `about:blank` where the status says it."))
                .addProperty("title", text("The phrase of the status."))
                .addProperty("status", new IntegerSchema().format("int32").description("The status of the answer."))
                .addProperty("detail", text("What is wrong, in a sentence for a person. It may be reworded."))
                .addProperty("code", text("A stable word to decide by, such as `CASE_NOT_OPENED`."))
                .addProperty(
                        "caseId",
                        text(
                                "The case that stands against it, as the one that has a reference already; left out where none"
                                        + " does."))
                .addProperty("officerId", text("The officer whose number stands against it; left out where none does."))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new Schema<>().$ref(ITEM))
                                .description("The parts of the request that are wrong; left out where no part is."));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    static Schema<?> item() {
        Schema<?> item = new ObjectSchema()
                .description("What is wrong with one part of the request.")
                .addProperty("pointer", text("A JSON pointer into the body."))
                .addProperty("line", new IntegerSchema().format("int64").description("The line of the file, from 1."))
                .addProperty("parameter", text("The name of the parameter."))
                .addProperty("code", text("A stable word, as in the problem itself."))
                .addProperty("detail", text("What is wrong, in words."));
        item.setRequired(List.of("detail"));
        return item;
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}

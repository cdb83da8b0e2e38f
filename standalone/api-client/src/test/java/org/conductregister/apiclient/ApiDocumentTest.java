package org.conductregister.apiclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that the client is generated from, read by the parser that most generators read with. */
class ApiDocumentTest {

    static final Path FILE = Path.of(System.getProperty("api.document"));

    @Test
    void theParserHasNothingToSayAboutIt() throws IOException {
        var options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);

        var read = new OpenAPIV3Parser().readContents(Files.readString(FILE), null, options);

        assertThat(read.getMessages()).isNullOrEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(20);
        assertThat(read.getOpenAPI().getComponents().getSchemas()).containsKeys("CaseOpened", "Problem", "Group");
    }
}

package org.conductregister.query.tabular.http;

import static org.conductregister.query.tabular.http.RequestedFormat.PARAMETER;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Map;
import org.conductregister.query.tabular.TableFormat;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has tables written, and says in the API document which calls have them. */
@Configuration(proxyBeanMethods = false)
class TabularConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Tabular.class);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new TabularConverter());
    }

    @Bean
    OperationCustomizer formatsOfTables() {
        return (operation, method) -> RequestedFormat.has(method) ? describe(operation) : operation;
    }

    private static Operation describe(Operation operation) {
        operation.addParametersItem(new QueryParameter()
                .name(PARAMETER)
                .schema(words())
                .description("The format of the answer, where the Accept header does not say it: a table, as a file."
                        + " csv is headed by lines that begin with #; as text/csv by Accept it has none."));
        var content = operation.getResponses().values().iterator().next().getContent();
        var json = content.get(APPLICATION_JSON_VALUE);
        content.clear();
        content.addMediaType(APPLICATION_JSON_VALUE, json);
        content.addMediaType(
                TableFormat.CSV_TYPE,
                new MediaType()
                        .schema(new StringSchema()
                                .description(
                                        "The same as a table: a header of names, nested names with dots. Text that begins"
                                                + " with = + - @ or ' has an apostrophe before it.")));
        content.addMediaType(
                TableFormat.CSVW_TYPE,
                new MediaType().schema(new ObjectSchema().description("What the CSV is, as CSV on the Web.")));
        content.addMediaType(TableFormat.XLSX_TYPE, new MediaType().schema(new BinarySchema()));
        content.addMediaType(TableFormat.ODS_TYPE, new MediaType().schema(new BinarySchema()));
        DescribedCall.of(operation)
                .refuses(
                        HttpStatus.BAD_REQUEST,
                        Map.of("TABLE_TOO_LONG", "The table has more rows than a sheet of a workbook; ask for csv."));
        return operation;
    }

    private static Schema<?> words() {
        var schema = new StringSchema();
        schema.setEnum(RequestedFormat.words());
        return schema;
    }
}

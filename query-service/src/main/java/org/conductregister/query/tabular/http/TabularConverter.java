package org.conductregister.query.tabular.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.TableFormat;
import org.conductregister.query.tabular.TableWriter;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes tables in all formats but JSON. A row at a time, on the thread of the request. */
final class TabularConverter implements HttpMessageConverter<Tabular<?>> {

    private static final List<MediaType> TYPES =
            List.of(TableFormat.CSV.type(), TableFormat.CSVW.type(), TableFormat.XLSX.type(), TableFormat.ODS.type());

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type == Tabular.class
                && (mediaType == null || TYPES.stream().anyMatch(each -> each.isCompatibleWith(mediaType)));
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return TYPES;
    }

    @Override
    public Tabular<?> read(Class<? extends Tabular<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Tables are only written", input);
    }

    @Override
    public void write(Tabular<?> tabular, @Nullable MediaType mediaType, HttpOutputMessage output) throws IOException {
        var format = TYPES.stream()
                .filter(type -> mediaType != null && type.equalsTypeAndSubtype(mediaType))
                .findFirst()
                .map(TabularConverter::format)
                .orElse(TableFormat.CSV);
        var table = tabular.table().get();
        if (!TableWriter.fits(table, format)) {
            throw tooLong(table).exception();
        }
        boolean named = isNamed();
        var headers = output.getHeaders();
        headers.setContentType(type(format));
        if (format == TableFormat.CSV) {
            headers.add(
                    HttpHeaders.LINK,
                    "<%s>; rel=\"describedby\"; type=\"%s\""
                            .formatted(table.heading().addressAs(TableFormat.CSVW), TableFormat.CSVW_TYPE));
        }
        if (named || format == TableFormat.XLSX || format == TableFormat.ODS) {
            headers.setContentDisposition(ContentDisposition.attachment()
                    .filename(file(table, format))
                    .build());
        }
        TableWriter.write(table, format, named, output.getBody());
        output.getBody().flush();
    }

    private static TableFormat format(MediaType type) {
        for (var format : TableFormat.values()) {
            if (format.type().equals(type)) {
                return format;
            }
        }
        throw new IllegalArgumentException(type.toString());
    }

    private static MediaType type(TableFormat format) {
        return format == TableFormat.CSV
                ? MediaType.parseMediaType("text/csv;charset=UTF-8;header=present")
                : format.type();
    }

    private static String file(DataTable table, TableFormat format) {
        return table.heading().file() + (format == TableFormat.CSVW ? ".csv-metadata.json" : "." + format.word());
    }

    private static boolean isNamed() {
        var attributes = (ServletRequestAttributes) requireNonNull(RequestContextHolder.getRequestAttributes());
        return RequestedFormat.isNamed(attributes.getRequest());
    }

    private static Problem tooLong(DataTable table) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "TABLE_TOO_LONG",
                "The table has %,d rows, and a sheet of a workbook no more than %,d; ask for csv."
                        .formatted(table.rowCount(), TableWriter.MOST_ROWS_OF_A_SHEET));
    }
}

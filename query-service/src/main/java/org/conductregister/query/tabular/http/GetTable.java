package org.conductregister.query.tabular.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.conductregister.query.tabular.TableFormat;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Maps GET to a method that returns {@link Tabular}, in all formats of tables; JSON where the request accepts any. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        method = RequestMethod.GET,
        produces = {
            MediaType.APPLICATION_JSON_VALUE,
            MediaType.APPLICATION_PROBLEM_JSON_VALUE, // generated clients may ask for that alone
            TableFormat.CSV_TYPE,
            TableFormat.CSVW_TYPE,
            TableFormat.XLSX_TYPE,
            TableFormat.ODS_TYPE
        })
public @interface GetTable {

    /** The paths, from the controller's own on. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value() default {};
}

package org.conductregister.query.statistics.admission;

import java.util.Map;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    private static final String CODE = "TOO_MANY_QUESTIONS";

    @Bean
    RequestPlaces requestPlaces() {
        return new RequestPlaces(new Admission(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));
    }

    @Bean
    @Primary
    AdmittedStatistics admittedStatistics(StatisticsView view, RequestPlaces places) {
        return new AdmittedStatistics(view, view, places);
    }

    @Bean
    WebMvcConfigurer placesGivenBack(RequestPlaces places) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(places);
            }
        };
    }

    @Bean
    OpenApiCustomizer refusalsOfLargeQuestions() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (path.startsWith("/api/v1/statistics") && item.getGet() != null) {
                DescribedCall.of(item.getGet())
                        .refuses(
                                HttpStatus.TOO_MANY_REQUESTS,
                                Map.of(CODE, "Some large questions of the user's are being answered."))
                        .refuses(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                Map.of(CODE, "Many large questions are being answered."));
            }
        });
    }

    @RestControllerAdvice
    static class Problems {

        private static final String SECONDS = "3";

        @ExceptionHandler
        ResponseEntity<Object> tooMany(TooManyQuestionsException e) {
            var problem = switch (e.whose()) {
                case OF_ONE ->
                    Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            CODE,
                            "%d large questions of yours are being answered; ask again once one of them is."
                                    .formatted(Admission.MOST_OF_ONE_USER));
                case OF_ALL ->
                    Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            CODE,
                            "Too many large questions are being answered; ask again in some seconds.");
            };
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.RETRY_AFTER, SECONDS)
                    .body(problem);
        }
    }
}

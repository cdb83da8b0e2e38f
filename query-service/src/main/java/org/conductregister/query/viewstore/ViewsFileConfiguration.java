package org.conductregister.query.viewstore;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@InViewsFile
class ViewsFileConfiguration {

    @Bean
    ViewsFile viewsFile(@Value("${" + ViewsFile.PROPERTY + "}") Path file) {
        return new ViewsFile(file);
    }

    /** Down while nothing can be read from the file; what is damaged is rebuilt, and says so under the views. */
    @Bean
    HealthIndicator viewStoreHealthIndicator(ViewsFile views) {
        return new AbstractHealthIndicator("The file of the views cannot be read") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                views.requireReadable();
                health.up();
            }
        };
    }
}

package org.conductregister.web.pages;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/**
 * Styles, scripts and images. Ours have the digest of their content in their address, those from WebJars the version of
 * the jar, so a browser may keep them for a year. The modules of one {@link AssetFolder} import one another by relative
 * addresses, so they share one digest: a change of any of them changes the addresses of all.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
    private static final String MOJ = "ministryofjustice__frontend";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var jars = new WebJarVersionLocator();
        // Where the styles of MoJ Frontend look for their icons
        registry.addResourceHandler("/assets/images/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/%s/%s/moj/assets/images/"
                        .formatted(MOJ, jars.version(MOJ)))
                .setCacheControl(A_DAY);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(versions(AssetFolder.all()));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver(jars));
    }

    private static VersionResourceResolver versions(List<AssetFolder> folders) {
        var versions = new VersionResourceResolver().addContentVersionStrategy("/**");
        folders.forEach(folder -> versions.addFixedVersionStrategy(folder.digest(), "/" + folder.name() + "/**"));
        return versions;
    }
}

package org.conductregister.query.search;

import java.nio.file.Path;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.projections.RecordedEntries;
import org.conductregister.query.search.index.SearchView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    /**
     * The view that follows the log and answers searches.
     *
     * @param directory where it is kept from one start to the next; where none is given it is in memory
     */
    @Bean(destroyMethod = "close")
    SearchView searchView(RecordedEntries entries, ListedCodes lists, @Value("${register.search:}") String directory) {
        return SearchView.open(directory.isBlank() ? null : Path.of(directory), entries, lists);
    }
}

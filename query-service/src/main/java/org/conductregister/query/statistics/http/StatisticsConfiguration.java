package org.conductregister.query.statistics.http;

import java.nio.file.Path;
import org.conductregister.eventstore.EventLog;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.checkpoint.Heading;
import org.conductregister.query.statistics.view.StatisticsView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    /**
     * Both the view that follows the log and the engine that answers.
     *
     * @param directory where it is kept from one start to the next; where none is given it is made of the whole log
     */
    @Bean
    StatisticsView statistics(EventLog log, ListsAsKnown lists, @Value("${register.checkpoints:}") String directory) {
        var view = new StatisticsView(
                directory.isBlank()
                        ? null
                        : new CheckpointFile(Path.of(directory).resolve("statistics")),
                lists);
        view.readCheckpoint(heading -> isIn(log, heading));
        return view;
    }

    private static boolean isIn(EventLog log, Heading heading) {
        log.reportKept("The checkpoint of the statistics", heading.position());
        return log.from(heading.position(), 1)
                .anyMatch(event -> event.entryId().equals(heading.entryId())
                        && event.recordedAt().equals(heading.recordedAt()));
    }
}

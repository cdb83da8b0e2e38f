package org.conductregister.eventstore.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the commits that pass through a data source, and can have its say before each. */
final class CommitCountingDataSource {

    interface BeforeCommit {
        void run() throws SQLException;
    }

    final AtomicInteger commits = new AtomicInteger();
    volatile BeforeCommit beforeCommit = () -> {};

    DataSource watch(DataSource dataSource) {
        return proxy(
                DataSource.class,
                dataSource,
                (method, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, (ignored, same) -> same)
                        : result);
    }

    private interface Wrapping {
        Object wrap(Method method, Object result);
    }

    private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getName().equals("commit")) {
                        beforeCommit.run();
                        commits.incrementAndGet();
                    }
                    try {
                        return wrapping.wrap(method, method.invoke(target, values));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

package kz.senim.server;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Tells which SQL statements a use case takes, so that a test can claim that their number does not
 * grow with the rows. Only the thread that asks is listened to; a batch is one statement.
 */
public final class SqlCount {

  private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

  private SqlCount() {}

  /** What is counted. */
  @FunctionalInterface
  public interface UseCase {
    void run() throws Exception;
  }

  /** The statements that the use case makes, in order; those of the session itself are left out. */
  public static List<String> of(UseCase useCase) throws Exception {
    List<String> statements = new ArrayList<>();
    HEARD.set(statements);
    try {
      useCase.run();
    } finally {
      HEARD.remove();
    }
    return statements;
  }

  /** Puts itself between the application and its database. */
  @TestConfiguration
  static class Listening {

    @Bean
    static BeanPostProcessor listeningDataSource() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source
              ? ProxyDataSourceBuilder.create(source).listener(new Listener()).build()
              : bean;
        }
      };
    }
  }

  private static final class Listener implements QueryExecutionListener {

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      List<String> heard = HEARD.get();
      if (heard != null) {
        queries.stream()
            .map(QueryInfo::getQuery)
            .distinct()
            .filter(sql -> !sql.contains("SPRING_SESSION"))
            .forEach(heard::add);
      }
    }
  }
}

package kz.senim.server.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How the server is run.
 *
 * @param dataMinFree what must stay free on the disk of the data folder
 */
@ConfigurationProperties("senim")
record OperationsSettings(DataSize dataMinFree, Shutdown shutdown) {

  /**
   * How it stops.
   *
   * @param delay how long it goes on as before after it has said that it is not ready, so that a
   *     balancer notices
   */
  record Shutdown(Duration delay) {}
}

package kz.senim.server.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * When the server stops it first says that it is not ready, and goes on as before for a while: so
 * that a balancer sends nobody any more. Then what runs is finished, which Spring Boot sees to.
 */
@Component
class Farewell implements ApplicationListener<ContextClosedEvent>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

  private final ApplicationContext application;
  private final OperationsSettings settings;

  Farewell(ApplicationContext application, OperationsSettings settings) {
    this.application = application;
    this.settings = settings;
  }

  /** Before anything else hears of the end. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    // The management port has a context of its own.
    if (!event.getApplicationContext().equals(application)) {
      return;
    }
    AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
    LOG.info("stopping: no new requests; those that run are finished");
    try {
      Thread.sleep(settings.shutdown().delay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

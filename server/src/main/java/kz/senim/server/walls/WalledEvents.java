package kz.senim.server.walls;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.stereotype.Component;

/** Events on their way are kept by the application itself, whoever caused them. */
@Component
class WalledEvents implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventPublicationRepository events
        ? Scope.system(EventPublicationRepository.class, events)
        : bean;
  }
}

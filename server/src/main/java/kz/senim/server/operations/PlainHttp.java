package kz.senim.server.operations;

import java.net.InetAddress;
import kz.senim.server.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns at the start of a server that others reach, and of which no https address is known. */
@Component
class PlainHttp {

  private static final Logger LOG = LoggerFactory.getLogger(PlainHttp.class);

  private final InetAddress address;
  private final String baseUrl;

  PlainHttp(@Value("${server.address}") InetAddress address, ServerSettings settings) {
    this.address = address;
    this.baseUrl = settings.baseUrl();
  }

  @EventListener(ApplicationReadyEvent.class)
  void warn() {
    if (!address.isLoopbackAddress() && !baseUrl.startsWith("https://")) {
      LOG.warn(
          "plain HTTP at {}, which others reach: passwords can be read on the way. Put TLS before it"
              + " and set senim.base-url to its https:// address",
          address.getHostAddress());
    }
  }
}

package kz.senim.server.notices;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices go out by mail; the server itself is named by {@code spring.mail.host}.
 *
 * @param from the sender's address
 */
@ConfigurationProperties("senim.mail")
record MailSettings(@DefaultValue("senim@localhost") String from) {}

package kz.senim.server.duties;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calendar programs fetch deadlines.
 *
 * @param secretAddresses whether an address that holds the secret opens the feed too, for programs
 *     that cannot give a name and a password
 */
@ConfigurationProperties("senim.feeds")
record FeedSettings(@DefaultValue("false") boolean secretAddresses) {}

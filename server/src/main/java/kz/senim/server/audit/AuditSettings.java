package kz.senim.server.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the audit log goes besides.
 *
 * @param syslog {@code host:port} of a collector that speaks syslog over TLS; empty for none
 * @param syslogCa a PEM file with the authorities that vouch for it; empty for those of the JDK
 */
@ConfigurationProperties("senim.audit")
record AuditSettings(String syslog, String syslogCa) {}

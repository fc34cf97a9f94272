package kz.senim.server.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether files are scanned.
 *
 * @param clamav where clamd listens: {@code host:port} or the path of its socket; empty when files
 *     are not scanned
 */
@ConfigurationProperties("senim")
record ScanSettings(String clamav) {}

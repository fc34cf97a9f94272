package kz.senim.server.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A content that is stored.
 *
 * @param sha256 in hexadecimal: its name
 * @param size in bytes
 * @param mediaType what its first bytes and its name say it is
 * @param fileName as its owner calls it
 * @param scan what scanned it and found nothing; null when it was not scanned
 */
public record Content(
    String sha256, long size, String mediaType, String fileName, @Nullable String scan) {}

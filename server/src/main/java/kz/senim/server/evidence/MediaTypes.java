package kz.senim.server.evidence;

import java.util.Set;
import org.apache.tika.Tika;

/**
 * What a file is, by its first bytes and its name. Only types that a browser does not run are told;
 * everything else is mere bytes.
 */
final class MediaTypes {

  static final String BYTES = "application/octet-stream";

  /** As {@code <type>/} or whole. Neither HTML, nor SVG, nor XML, nor a script. */
  private static final Set<String> SAFE =
      Set.of(
          "application/pdf",
          "application/zip",
          "application/gzip",
          "application/x-7z-compressed",
          "application/x-rar-compressed",
          "application/json",
          "application/msword",
          "application/rtf",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "message/rfc822",
          "text/plain",
          "text/csv",
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/bmp",
          "image/tiff",
          "image/webp",
          "image/heic",
          "audio/mpeg",
          "video/mp4");

  private final Tika tika = new Tika();

  /**
   * @param head the first bytes
   */
  String of(byte[] head, String name) {
    String found = tika.detect(head, name);
    if (SAFE.contains(found)) {
      return found;
    }
    // Logs, settings and source text have types of many names; as plain text none of them runs.
    return found.startsWith("text/") ? "text/plain" : BYTES;
  }
}

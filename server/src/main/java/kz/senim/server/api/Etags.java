package kz.senim.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entity tags: the hash of what is answered. What can be changed has no words in a language. */
@Component
final class Etags {

  private static final int BYTES = 16;

  private final JsonMapper json;

  Etags(JsonMapper json) {
    this.json = json;
  }

  String of(Object body) {
    return "\""
        + HexFormat.of().formatHex(Arrays.copyOf(sha256(json.writeValueAsBytes(body)), BYTES))
        + "\"";
  }

  /** Whether a list of tags, as in If-Match and If-None-Match, has this one. */
  static boolean matches(@Nullable String header, String tag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .map(one -> one.startsWith("W/") ? one.substring(2) : one)
            .anyMatch(one -> one.equals("*") || one.equals(tag));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SHA-256 of a text, in hexadecimal. */
  static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}

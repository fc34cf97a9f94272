package kz.senim.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based identifiers (RFC 9562, version 5), so that the same report has the same ones. */
final class Uuids {

  private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private Uuids() {}

  static String of(String... parts) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      sha1.update(("senim:" + String.join("\u001f", parts)).getBytes(StandardCharsets.UTF_8));
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
      long most = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
      long least = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
      return new UUID(most, least).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

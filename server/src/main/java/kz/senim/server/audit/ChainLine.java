package kz.senim.server.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as a line of JSON, from which its hash can be computed again without a database.
 *
 * @param previous the hash before it, in hexadecimal
 * @param hash its own
 */
record ChainLine(
    long position,
    long id,
    String at,
    @Nullable UUID account,
    String person,
    @Nullable UUID organization,
    String action,
    String subject,
    String detail,
    String address,
    boolean allowed,
    String previous,
    String hash) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HexFormat HEX = HexFormat.of();

  static String write(ChainEntry e, byte[] previous, byte[] hash) {
    return JSON.writeValueAsString(
        new ChainLine(
            e.position(),
            e.id(),
            e.at().toString(),
            e.account(),
            e.person(),
            e.organization(),
            e.action(),
            e.subject(),
            e.detail(),
            e.address(),
            e.allowed(),
            HEX.formatHex(previous),
            HEX.formatHex(hash)));
  }

  /**
   * @throws IllegalArgumentException when the text is no such line
   */
  static ChainLine read(String text) {
    try {
      return JSON.readValue(text, ChainLine.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e);
    }
  }

  ChainEntry entry() {
    return new ChainEntry(
        position,
        id,
        Instant.parse(at),
        account,
        person,
        organization,
        action,
        subject,
        detail,
        address,
        allowed);
  }
}

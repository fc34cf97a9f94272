package kz.senim.server.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Formats in which other systems take over the log, an entry a line. */
enum AuditFormat {
  /** JSON Lines with the log's own names. */
  JSONL("application/jsonl"),
  /** ArcSight Common Event Format, version 0. */
  CEF("text/plain"),
  /** Open Cybersecurity Schema Framework 1.5: Authentication and API Activity, as JSON Lines. */
  OCSF("application/jsonl");

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String OCSF_VERSION = "1.5.0";
  private static final int AUTHENTICATION = 3002;
  private static final int API_ACTIVITY = 6003;
  private static final int OTHER = 99;

  /** What OCSF takes for an address: ASCII alone. */
  private static final Pattern OCSF_EMAIL =
      Pattern.compile("[a-zA-Z0-9!#$%&'*+\\-/=?^_`{|}~.]+@[a-zA-Z0-9-]+\\.[a-zA-Z0-9.-]+");

  /** How long a message of CEF is at most; a custom string may have 4,000 signs. */
  private static final int CEF_MESSAGE = 1023;

  private final String mediaType;

  AuditFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** The word in addresses and options, and the end of a file's name. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable AuditFormat of(String word) {
    for (AuditFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    return null;
  }

  /**
   * An entry as it is given away.
   *
   * @param position its place in the chain; null when that is not told
   */
  record Entry(
      @Nullable Long position,
      long id,
      Instant at,
      @Nullable UUID account,
      String person,
      @Nullable UUID organization,
      String action,
      String subject,
      String detail,
      String address,
      boolean allowed) {

    static Entry of(ChainEntry e) {
      return new Entry(
          e.position(),
          e.id(),
          e.at(),
          e.account(),
          e.person(),
          e.organization(),
          e.action(),
          e.subject(),
          e.detail(),
          e.address(),
          e.allowed());
    }
  }

  /** Without the end of the line. */
  String line(Entry entry) {
    return switch (this) {
      case JSONL -> JSON.writeValueAsString(entry);
      case CEF -> cef(entry);
      case OCSF -> JSON.writeValueAsString(ocsf(entry));
    };
  }

  private static String cef(Entry e) {
    StringBuilder line = new StringBuilder("CEF:0|Senim|Senim|1|");
    line.append(header(e.action())).append('|').append(header(e.action())).append('|');
    line.append(e.allowed() ? 3 : 6).append('|');
    extension(line, "rt", Long.toString(e.at().toEpochMilli()));
    extension(line, "externalId", Long.toString(e.id()));
    extension(line, "outcome", e.allowed() ? "success" : "failure");
    extension(line, "suser", e.person());
    extension(line, "suid", e.account() == null ? "" : e.account().toString());
    // In version 0 src is IPv4 alone.
    if (e.address().contains(":")) {
      labelled(line, "c6a2", "Source IPv6 Address", e.address());
    } else {
      extension(line, "src", e.address());
    }
    extension(line, "msg", e.detail().substring(0, Math.min(CEF_MESSAGE, e.detail().length())));
    labelled(line, "cs1", "organization", e.organization() == null ? "" : "" + e.organization());
    labelled(line, "cs2", "subject", e.subject());
    if (e.detail().length() > CEF_MESSAGE) {
      labelled(line, "cs3", "detail", e.detail());
    }
    labelled(line, "cn1", "position", e.position() == null ? "" : "" + e.position());
    return line.toString().stripTrailing();
  }

  /** A field whose meaning stands in another. */
  private static void labelled(StringBuilder line, String key, String label, String value) {
    if (!value.isEmpty()) {
      extension(line, key + "Label", label);
      extension(line, key, value);
    }
  }

  private static String header(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("[\\r\\n]+", " ");
  }

  private static void extension(StringBuilder line, String key, String value) {
    if (!value.isEmpty()) {
      line.append(key)
          .append('=')
          .append(
              value
                  .replace("\\", "\\\\")
                  .replace("=", "\\=")
                  .replace("\r", "\\r")
                  .replace("\n", "\\n"))
          .append(' ');
    }
  }

  private static Map<String, Object> ocsf(Entry e) {
    boolean entrance = e.action().startsWith("session.");
    int kind = entrance ? AUTHENTICATION : API_ACTIVITY;
    int activity = entrance ? entrance(e.action()) : activity(e.action());
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("version", OCSF_VERSION);
    metadata.put("product", Map.of("name", "Senim", "vendor_name", "Senim"));
    metadata.put("log_name", "audit");
    metadata.put("uid", Long.toString(e.id()));
    if (e.position() != null) {
      metadata.put("sequence", e.position());
    }
    if (e.organization() != null) {
      metadata.put("tenant_uid", e.organization().toString());
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("category_uid", kind / 1000);
    event.put("class_uid", kind);
    event.put("activity_id", activity);
    if (activity == OTHER) {
      event.put("activity_name", e.action());
    }
    event.put("type_uid", kind * 100L + activity);
    event.put("time", e.at().toEpochMilli());
    event.put("severity_id", e.allowed() ? 1 : 3);
    event.put("status_id", e.allowed() ? 1 : 2);
    event.put("status", e.allowed() ? "Success" : "Failure");
    event.put("metadata", metadata);
    event.put("actor", Map.of("user", user(e)));
    if (entrance) {
      event.put("user", whose(e));
      event.put("service", Map.of("name", "Senim"));
    } else {
      event.put("api", Map.of("operation", e.action(), "service", Map.of("name", "Senim")));
      if (!e.subject().isEmpty()) {
        event.put("resources", List.of(Map.of("name", e.subject())));
      }
    }
    event.put(
        "src_endpoint",
        e.address().isEmpty() ? Map.of("name", "server") : Map.of("ip", e.address()));
    event.put("message", e.detail().isEmpty() ? e.action() : e.action() + ": " + e.detail());
    return event;
  }

  /** Who did it; a user has a name there at the least. */
  private static Map<String, Object> user(Entry e) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("name", e.person().isEmpty() ? "unknown" : e.person());
    if (e.account() != null) {
      user.put("uid", e.account().toString());
    }
    if (OCSF_EMAIL.matcher(e.person()).matches()) {
      user.put("email_addr", e.person());
    }
    return user;
  }

  /** Whose session: an administrator ends those of others. */
  private static Map<String, Object> whose(Entry e) {
    String account = e.subject().startsWith("account ") ? e.subject().substring(8) : "";
    return account.isEmpty() || account.equals(String.valueOf(e.account()))
        ? user(e)
        : Map.of("uid", account);
  }

  /** Logon, logoff or other. */
  private static int entrance(String action) {
    return switch (action) {
      case "session.begin" -> 1;
      case "session.end" -> 2;
      default -> OTHER;
    };
  }

  /** Create, read, update, delete or other, as OCSF counts them. */
  private static int activity(String action) {
    return switch (action.substring(action.indexOf('.') + 1)) {
      case "add", "grant", "invite", "start", "link", "import", "record", "assign" -> 1;
      case "read", "export", "result", "download", "print" -> 2;
      case "archive", "remove", "withdraw", "unlink", "disable", "cancel" -> 4;
      case "change", "describe", "supersede", "password", "name", "enable", "restore" -> 3;
      default -> OTHER;
    };
  }
}

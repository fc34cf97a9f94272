package kz.senim.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes to other systems is as their schemas want it, for each action that there is. */
class AuditFormatTest {

  private static final Instant AT = Instant.parse("2026-11-29T20:30:00.123456Z");
  private static final UUID ACCOUNT = new UUID(1, 2);
  private static final UUID ORGANIZATION = new UUID(3, 4);

  /**
   * Of OCSF 1.5.0 (github.com/ocsf/ocsf-schema, tag 1.5.0: events/base_event, events/iam,
   * events/iam/authentication, events/application/api_activity and objects/…): the names that an
   * object may have, with "!" those that it must.
   */
  private static final Map<String, Set<String>> OBJECTS =
      Map.of(
          "metadata",
          Set.of("version!", "product!", "log_name", "uid", "sequence", "tenant_uid"),
          "product",
          Set.of("name", "vendor_name", "uid", "version"),
          "actor",
          Set.of("user", "session", "app_name"),
          "user",
          Set.of("name", "uid", "email_addr", "type_id", "org"),
          "service",
          Set.of("name", "uid", "version"),
          "api",
          Set.of("operation!", "service", "request", "response"),
          "resources",
          Set.of("name", "uid", "type", "owner", "namespace"),
          "src_endpoint",
          Set.of("ip", "name", "hostname", "uid", "port"));

  private static final Set<String> EVENT =
      Set.of(
          "category_uid!",
          "class_uid!",
          "activity_id!",
          "type_uid!",
          "time!",
          "severity_id!",
          "metadata!",
          "activity_name",
          "status_id",
          "status",
          "message",
          "actor",
          "src_endpoint");

  /** Objects of which at least one of these names must be there; of _entity: name or uid. */
  private static final Map<String, List<String>> ONE_OF =
      Map.of(
          "product", List.of("name", "uid"),
          "actor", List.of("user", "session", "app_name"),
          "user", List.of("account", "name", "uid"),
          "service", List.of("name", "uid"),
          "resources", List.of("name", "uid"),
          "src_endpoint", List.of("ip", "uid", "name", "hostname"));

  private static AuditFormat.Entry entry(
      boolean known, String action, String subject, String detail, String address, boolean yes) {
    return new AuditFormat.Entry(
        known ? 7L : null,
        41,
        AT,
        known ? ACCOUNT : null,
        known ? "a@example.kz" : "",
        known ? ORGANIZATION : null,
        action,
        subject,
        detail,
        address,
        yes);
  }

  /** Each action that has a name, by somebody known, by nobody, and on another's account. */
  private static List<AuditFormat.Entry> entries() throws IOException {
    List<AuditFormat.Entry> entries = new ArrayList<>();
    List<String> actions = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/i18n"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".en.properties")).toList()) {
        Properties texts = new Properties();
        texts.load(new StringReader(Files.readString(file)));
        texts.stringPropertyNames().stream()
            .filter(key -> key.startsWith("audit.action."))
            .forEach(key -> actions.add(key.substring("audit.action.".length())));
      }
    }
    assertThat(actions).hasSizeGreaterThan(60).contains("session.begin", "session.end");
    for (String action : actions) {
      entries.add(entry(true, action, "thing 1", "why", "10.0.0.7", true));
      entries.add(entry(false, action, "", "", "", false));
      entries.add(
          entry(true, action, "account " + new UUID(5, 6), "", "2001:db8:0:0:0:0:0:1", true));
    }
    return entries;
  }

  @Test
  void every_event_is_as_ocsf_describes_its_class() throws IOException {
    for (AuditFormat.Entry entry : entries()) {
      String line = AuditFormat.OCSF.line(entry);
      JsonNode event = JsonMapper.shared().readTree(line);
      int kind = event.get("class_uid").asInt();
      int activity = event.get("activity_id").asInt();
      assertThat(event.get("category_uid").asInt()).as(line).isEqualTo(kind == 3002 ? 3 : 6);
      assertThat(event.get("type_uid").asLong()).isEqualTo(kind * 100L + activity);
      assertThat(event.get("time").asLong()).isEqualTo(1_795_984_200_123L);
      assertThat(event.get("severity_id").asInt()).isBetween(0, 6);
      assertThat(event.get("status").asString())
          .isEqualTo(event.get("status_id").asInt() == 1 ? "Success" : "Failure");
      assertThat(event.get("metadata").get("version").asString()).isEqualTo("1.5.0");
      List<Integer> activities =
          kind == 3002 ? List.of(0, 1, 2, 3, 4, 5, 6, 99) : List.of(0, 1, 2, 3, 4, 99);
      assertThat(activities).contains(activity);
      assertThat(event.has("activity_name")).as(line).isEqualTo(activity == 99);
      List<String> names = new ArrayList<>(EVENT);
      if (kind == 3002) {
        names.addAll(List.of("user!", "service!")); // service or dst_endpoint
      } else {
        assertThat(kind).isEqualTo(6003);
        names.removeAll(List.of("actor", "src_endpoint"));
        names.addAll(List.of("actor!", "api!", "src_endpoint!", "resources"));
      }
      shape(line, event, names);
      objects(line, event);
    }
  }

  private static void objects(String line, JsonNode parent) {
    for (Map.Entry<String, JsonNode> field : parent.properties()) {
      List<JsonNode> found = new ArrayList<>();
      (field.getValue().isArray() ? field.getValue() : List.of(field.getValue()))
          .forEach(found::add);
      for (JsonNode one : found) {
        if (one.isObject()) {
          assertThat(OBJECTS).as(line).containsKey(field.getKey());
          shape(line, one, OBJECTS.get(field.getKey()));
          List<String> needed = ONE_OF.getOrDefault(field.getKey(), List.of());
          assertThat(needed.isEmpty() || needed.stream().anyMatch(one::has))
              .as("one of %s in %s of %s", needed, field.getKey(), line)
              .isTrue();
          objects(line, one);
        } else if (one.isString()) {
          assertThat(one.asString()).as(field.getKey() + " of " + line).isNotEmpty();
        }
      }
    }
  }

  private static void shape(String line, JsonNode object, Iterable<String> names) {
    List<String> allowed = new ArrayList<>();
    for (String name : names) {
      allowed.add(name.replace("!", ""));
      assertThat(!name.endsWith("!") || object.has(name.replace("!", "")))
          .as("%s in %s", name, line)
          .isTrue();
    }
    assertThat(allowed).as(line).containsAll(object.propertyNames());
  }

  @Test
  void ocsf_tells_whose_session_an_administrator_ended_and_takes_only_its_own_addresses() {
    JsonNode end =
        JsonMapper.shared()
            .readTree(
                AuditFormat.OCSF.line(
                    entry(
                        true, "session.end", "account " + new UUID(5, 6), "2", "10.0.0.7", true)));
    assertThat(end.get("actor").get("user").get("uid").asString()).isEqualTo("" + ACCOUNT);
    assertThat(end.get("user").get("uid").asString()).isEqualTo("" + new UUID(5, 6));
    assertThat(end.get("type_uid").asInt()).isEqualTo(300202);
    assertThat(end.get("metadata").get("tenant_uid").asString()).isEqualTo("" + ORGANIZATION);
    for (String person : List.of("асқар@example.kz", "root", "a b@example.kz", "a@localhost")) {
      String line =
          AuditFormat.OCSF.line(
              new AuditFormat.Entry(
                  null, 1, AT, null, person, null, "session.begin", "account", "", "", false));
      assertThat(line).contains(person).doesNotContain("email_addr");
    }
  }

  /**
   * Of ArcSight's dictionary of extensions for version 0: the keys used, and how long a value is at
   * most; 0: a number or an address.
   */
  private static final Map<String, Integer> KEYS =
      Map.ofEntries(
          Map.entry("rt", 0),
          Map.entry("externalId", 40),
          Map.entry("outcome", 63),
          Map.entry("suser", 1023),
          Map.entry("suid", 1023),
          Map.entry("src", 0),
          Map.entry("c6a2", 0),
          Map.entry("c6a2Label", 1023),
          Map.entry("msg", 1023),
          Map.entry("cs1", 4000),
          Map.entry("cs1Label", 1023),
          Map.entry("cs2", 4000),
          Map.entry("cs2Label", 1023),
          Map.entry("cs3", 4000),
          Map.entry("cs3Label", 1023),
          Map.entry("cn1", 0),
          Map.entry("cn1Label", 1023));

  /** As a reader of the format does: seven bars that nothing escapes, then keys and values. */
  private static Map<String, String> cef(AuditFormat.Entry entry) {
    String line = AuditFormat.CEF.line(entry);
    assertThat(line).doesNotContain("\n", "\r");
    String[] parts = line.split("(?<!\\\\)\\|", 8);
    assertThat(parts).as(line).hasSize(8);
    assertThat(parts[0]).isEqualTo("CEF:0");
    assertThat(Integer.parseInt(parts[6])).isBetween(0, 10);
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher key = Pattern.compile("(?:^| )(\\w+)=").matcher(parts[7]);
    int from = 0;
    String name = "";
    while (key.find()) {
      if (!name.isEmpty()) {
        fields.put(name, parts[7].substring(from, key.start()));
      }
      assertThat(fields).as(line).doesNotContainKey(key.group(1));
      name = key.group(1);
      from = key.end();
    }
    fields.put(name, parts[7].substring(from));
    fields.replaceAll(
        (any, value) ->
            value
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\=", "=")
                .replace("\\\\", "\\"));
    return fields;
  }

  @Test
  void every_line_of_cef_has_only_keys_of_its_dictionary_with_values_as_long_as_they_may_be()
      throws IOException {
    List<AuditFormat.Entry> all = new ArrayList<>(entries());
    all.add(entry(true, "fact.record", "x".repeat(2000), "y".repeat(2000), "10.0.0.7", true));
    for (AuditFormat.Entry entry : all) {
      cef(entry)
          .forEach(
              (key, value) -> {
                assertThat(KEYS).containsKey(key);
                int longest = KEYS.get(key);
                assertThat(value).isNotEmpty();
                assertThat(longest == 0 ? value.matches("[0-9a-f.:]+") : value.length() <= longest)
                    .as(key + "=" + value)
                    .isTrue();
              });
    }
    assertThat(cef(all.getLast())).containsEntry("cs3", "y".repeat(2000));
  }

  @Test
  void what_would_break_a_line_of_cef_is_escaped_and_no_text_makes_a_field() {
    AuditFormat.Entry hostile =
        new AuditFormat.Entry(
            null,
            1,
            AT,
            null,
            "a|b suser=root",
            null,
            "x\\|y\nz",
            "a=b outcome=success",
            "one\ntwo=\r2 | rt=1",
            "",
            false);
    assertThat(AuditFormat.CEF.line(hostile))
        .startsWith("CEF:0|Senim|Senim|1|x\\\\\\|y z|x\\\\\\|y z|6|rt=1795984200123 ");
    Map<String, String> fields =
        cef(
            new AuditFormat.Entry(
                null,
                1,
                AT,
                null,
                hostile.person(),
                null,
                "x",
                hostile.subject(),
                hostile.detail(),
                "",
                false));
    assertThat(fields)
        .containsEntry("suser", "a|b suser=root")
        .containsEntry("cs2", "a=b outcome=success")
        .containsEntry("msg", "one\ntwo=\r2 | rt=1")
        .containsEntry("outcome", "failure")
        .containsEntry("rt", "1795984200123");
  }

  @Test
  void an_address_of_the_sixth_version_has_a_field_of_its_own_in_cef() {
    assertThat(cef(entry(true, "fact.record", "a", "b", "2001:db8:0:0:0:0:0:1", true)))
        .containsEntry("c6a2", "2001:db8:0:0:0:0:0:1")
        .containsEntry("c6a2Label", "Source IPv6 Address")
        .doesNotContainKey("src");
    assertThat(cef(entry(true, "fact.record", "a", "b", "10.0.0.7", true)))
        .containsEntry("src", "10.0.0.7");
  }
}

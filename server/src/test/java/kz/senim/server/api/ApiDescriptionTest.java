package kz.senim.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.senim.core.decision.IdentificationNumber;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API does what its description says: each operation is asked over real HTTP, and each answer's
 * status, content type and body compared with the description.
 */
class ApiDescriptionTest extends ServerTest {

  private static final Path KEPT = Path.of("../docs/openapi.json");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @LocalServerPort private int port;
  @Autowired private Tokens tokens;

  private final Set<String> asked = new TreeSet<>();
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private JsonNode document;
  private String token;

  private JsonNode document() throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/openapi.json"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Renewed with {@code -Dsenim.renew-openapi}; a change of the API is to be seen in review. */
  @Test
  void the_description_is_the_one_that_is_kept() throws Exception {
    String now = JSON.writeValueAsString(document()) + "\n";
    if (System.getProperty("senim.renew-openapi") != null) {
      Files.writeString(KEPT, now);
    }
    assertThat(now)
        .as(
            "docs/openapi.json; renew it with -DargLine=-Dsenim.renew-openapi=yes and look at the"
                + " change")
        .isEqualTo(Files.readString(KEPT));
    assertThat(document().get("openapi").asString()).startsWith("3.1");
  }

  @Test
  void every_operation_says_what_it_is_and_what_it_needs() throws Exception {
    document()
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      String id = operation.get("operationId").asString();
                      assertThat(
                              operation.path("summary").asString("")
                                  + operation.path("description").asString(""))
                          .as(id)
                          .isNotBlank();
                      assertThat(operation.get("security").get(0).has("token")).as(id).isTrue();
                      operation
                          .path("parameters")
                          .forEach(
                              parameter ->
                                  assertThat(parameter.get("name").asString())
                                      .as(id)
                                      .isNotEqualTo("caller"));
                    }));
  }

  @Test
  void every_operation_answers_as_its_description_says() throws Exception {
    document = document();
    UUID owner = person();
    UUID organization = organization(owner, Role.OWNER);
    accounts.grant(owner, organization, Role.SECURITY_OFFICER);
    UUID object = example(owner, organization, "clinic-chain");
    token = TestTokens.all(tokens, owner);
    String org = "organization=" + organization;
    String of = "object=" + object;

    ok("organization.organizations");
    ok("organization.organization", org);
    ok("organization.objects", org, "?limit=1");
    ok("organization.object", of);
    created("organization.addOrganization", "{\"name\": \"New\", \"bin\": \"" + bin() + "\"}");
    JsonNode second = created("organization.addObject", "{\"name\": \"Second\"}", org);
    String secondId = "object=" + second.get("id").asString();
    changed("organization.object", "organization.archive", "{\"reason\": \"Old\"}", secondId);

    ok("passport.json", of);
    JsonNode yaml = ok("passport.yaml", of);
    assertThat(yaml.asString()).contains("passport: 1");
    created("passport.add", yaml.asString(), "type=application/yaml", org);
    changed("passport.json", "passport.complete", yaml.asString(), "type=application/yaml", of);

    ok("fact.kinds");
    ok("fact.list", of, "?knownAt=2030-01-01T00:00:00Z");
    String fact = "fact=logs.retention";
    ok("fact.fact", of, fact);
    changed(
        "fact.fact",
        "fact.tell",
        "{\"value\": \"P3Y\", \"source\": \"document\", \"reference\": \"Order 5\"}",
        of,
        fact);
    changed("fact.fact", "fact.takeBack", null, of, fact);

    ok("assessment.assessment", of);
    ok("assessment.requirements", of);
    ok("assessment.requirements", of, "?outcome=not-met&limit=5");
    ok("assessment.requirement", of, "requirement=ur-38-4-retention");
    check(
        "assessment.assess",
        200,
        send("assessment.assess", yaml.asString(), null, "type=application/yaml"));

    JsonNode piece =
        created(
            "evidence.add",
            "hello",
            "type=application/octet-stream",
            org,
            "?fileName=a.txt&kind=configuration&requirement=ur-38-4-retention&object=" + object);
    String evidence = "evidence=" + piece.get("id").asString();
    ok("evidence.list", org);
    ok("evidence.piece", org, evidence);
    created(
        "evidence.supersede",
        "hello again",
        "type=application/octet-stream",
        org,
        evidence,
        "?fileName=b.txt");
    ok("evidence.content", org, evidence, "version=2");
    created("proof.link", "{\"requirements\": [\"ur-38-4-documented\"]}", org, evidence);
    changed(
        "evidence.piece",
        "proof.unlink",
        null,
        org,
        evidence,
        "link=" + piece.get("links").get(0).get("id").asLong());
    ok("proof.proofs", of, "requirement=ur-38-4-retention");
    changed(
        "evidence.piece",
        "evidence.change",
        "{\"kind\": \"configuration\", \"title\": \"Settings\", \"validUntil\": \"2099-01-01\"}",
        org,
        evidence);
    ok("evidence.list", org, "?state=valid&kind=configuration");
    changed("evidence.piece", "evidence.archive", "{\"reason\": \"Old\"}", org, evidence);

    JsonNode made =
        created(
            "remedy.assign",
            "{\"task\": \"Keep them\", \"owner\": \"" + owner + "\", \"due\": \"2099-01-01\"}",
            of,
            "requirement=ur-38-4-retention");
    String remedy = "remedy=" + made.get("id").asString();
    ok("remedy.list", "?status=open");
    ok("remedy.remedy", remedy);
    ok("remedy.members", org);
    changed(
        "remedy.remedy",
        "remedy.change",
        "{\"task\": \"Keep all\", \"owner\": \"" + owner + "\", \"due\": \"2098-01-01\"}",
        remedy);
    changed("remedy.remedy", "remedy.done", "{}", remedy);
    changed("remedy.remedy", "remedy.reopen", "{\"note\": \"Again\"}", remedy);
    ok("remedy.history", remedy);
    String attested =
        assessments
            .assess(viewer(owner, organization, Role.OWNER), object, java.time.LocalDate.now())
            .assessment()
            .decisions()
            .stream()
            .map(decision -> decision.requirement())
            .filter(requirement -> requirement.attestedBy() != null)
            .findFirst()
            .orElseThrow()
            .id();
    created(
        "attestation.attest",
        "{\"conforms\": true, \"by\": \"A. Somebody\"}",
        of,
        "requirement=" + attested);

    ok("attestation.get", of, "requirement=" + attested);
    ok("standing.list", org);
    ok("standing.trend", of);
    ok("changes.changes", of, "?from=2026-01-01");
    ok("question.next", of);
    created("question.decline", "{\"fact\": \"logs.retention\"}", of);
    changed("question.putAside", "question.askAgain", null, of);
    ok("question.putAside", of);

    staffAndDocuments(org);
    office("document", "{\"level\": 4, \"title\": \"Rules\"}", "{\"title\": \"Rules 2\"}", org);
    office(
        "asset",
        "{\"code\": \"A-1\", \"name\": \"Server\", \"kind\": \"hardware\"}",
        "{\"code\": \"A-1\", \"name\": \"Server 2\", \"kind\": \"hardware\", \"integrity\": 3}",
        org);
    office(
        "risk",
        "{\"title\": \"Fire\", \"threat\": \"Fire\", \"likelihood\": 2, \"impact\": 4}",
        "{\"title\": \"Flood\", \"threat\": \"Water\"}",
        org);
    treatment(org);

    ok("duty.duties", "?organization=" + organization);
    ok("law.acts");
    ok("law.act", "act=P1600000832");
    ok("law.provisions", "act=P1600000832", "?limit=200");
    ok("law.provision", "act=P1600000832", "?place=38/4");
    ok("law.requirements", "?act=P1600000832&limit=200");
    ok("law.requirement", "requirement=ur-38-4-retention");
    ok("search.search", "?q=logs");
    ok("audit.own", org);
    UUID administrator =
        accounts.create("admin" + UUID.randomUUID() + "@example.kz", "Administrator", true);
    token = TestTokens.all(tokens, administrator);
    ok("audit.all", "?limit=5");

    Set<String> all = new TreeSet<>();
    document
        .get("paths")
        .forEach(path -> path.forEach(one -> all.add(one.get("operationId").asString())));
    assertThat(asked).as("operations that were asked").isEqualTo(all);
  }

  private void staffAndDocuments(String org) throws Exception {
    String person = "{\"name\": \"A. Somebody\", \"post\": \"Engineer\", \"duty\": \"security\"}";
    JsonNode somebody = created("staff.add", person, org);
    String member = "member=" + somebody.get("id").asString();
    changed("staff.get", "staff.change", person.replace("Engineer", "Head"), org, member);
    changed("staff.register", "staff.complete", "{\"complete\": true}", org);
    ok("staff.register", org);
    ok("staff.get", org, member);
    JsonNode course =
        created(
            "training.add",
            "{\"kind\": \"security-course\", \"title\": \"A course\", \"finished\":"
                + " \"2026-01-01\"}",
            org,
            member);
    String training = "training=" + course.get("id").asString();
    ok("training.list", org, member);
    ok("training.get", org, member, training);
    changed("training.get", "training.archive", "{\"reason\": \"Twice\"}", org, member, training);
    JsonNode rules = created("document.add", "{\"level\": 3, \"title\": \"Others\"}", org);
    String document = "document=" + rules.get("id").asString();
    created(
        "review.add",
        "{\"reviewed\": \"2026-01-01\", \"result\": \"No change needed\"}",
        org,
        document);
    ok("review.list", org, document);
    created(
        "acquaintance.add",
        "{\"acquainted\": \"2026-01-01\", \"members\": [\"" + member.substring(7) + "\"]}",
        org,
        document);
    ok("acquaintance.list", org, document);
    ok("staff.documents", org, member);
    ok("catalogue.lines", org);
    ok("staff.list", org);
    changed("staff.get", "staff.archive", "{\"reason\": \"Twice\"}", org, member);
  }

  private void treatment(String org) throws Exception {
    String risk =
        "risk="
            + created("risk.add", "{\"title\": \"Theft\", \"threat\": \"Thieves\"}", org)
                .get("id")
                .asString();
    JsonNode server =
        created(
            "asset.add", "{\"code\": \"A-2\", \"name\": \"Server\", \"kind\": \"hardware\"}", org);
    String asset = server.get("id").asString();
    ok("asset.list", org, "?kind=hardware&lacks=class&q=serv");
    ok("asset.counts", org);
    created("concern.add", "{\"assets\": [\"" + asset + "\"]}", org, risk);
    ok("concern.list", org, risk);
    changed("risk.get", "concern.release", null, org, risk, "asset=" + asset);
    JsonNode alarm =
        created(
            "measure.add",
            "{\"text\": \"An alarm\", \"requirement\": \"ur-38-4-retention\", \"owner\": \"A\","
                + " \"due\": \"2099-01-01\"}",
            org,
            risk);
    String measure = "measure=" + alarm.get("id").asString();
    ok("measure.list", org, risk);
    changed("measure.get", "measure.done", null, org, risk, measure);
    changed("measure.get", "measure.archive", "{\"reason\": \"Old\"}", org, risk, measure);
    ok("measure.get", org, risk, measure);
    changed("riskMethod.get", "riskMethod.change", "{\"procedure\": true, \"acceptable\": 4}", org);
    ok("riskMethod.get", org);
  }

  private void office(String name, String fresh, String other, String org) throws Exception {
    JsonNode made = created(name + ".add", fresh, org);
    String id = name + "=" + made.get("id").asString();
    ok(name + ".list", org);
    ok(name + ".get", org, id);
    changed(name + ".get", name + ".change", other, org, id);
    changed(name + ".get", name + ".archive", "{\"reason\": \"Old\"}", org, id);
  }

  /** Asks, and asks again without a token, which is refused as described. */
  private JsonNode ok(String id, String... with) throws Exception {
    HttpResponse<String> response = send(id, null, null, with);
    JsonNode body = check(id, 200, response);
    String tag = response.headers().firstValue("ETag").orElse(null);
    assertThat(tag).as(id).isNotNull();
    String kept = token;
    token = "none";
    check(id, 401, send(id, null, null, with));
    token = kept;
    if (java.util.Arrays.asList(with).isEmpty() && !id.startsWith("search")) {
      check(id, 400, send(id, null, null, "?asOf=never"));
    }
    return body;
  }

  private JsonNode created(String id, String body, String... with) throws Exception {
    HttpResponse<String> response = send(id, body, null, with);
    assertThat(response.headers().firstValue("Location")).as(id).isPresent();
    return check(id, 201, response);
  }

  /** Reads the thing, changes it in the state that was read, and fails to do so twice. */
  private void changed(String read, String id, @Nullable String body, String... with)
      throws Exception {
    String tag = send(read, null, null, with).headers().firstValue("ETag").orElseThrow();
    check(id, 428, send(id, body, null, with));
    check(id, 412, send(id, body, "\"another\"", with));
    check(id, 200, send(id, body, tag, with));
  }

  private record Found(String method, String path, JsonNode operation) {}

  private Found find(String id) {
    for (var path : document.get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (method.getValue().get("operationId").asString().equals(id)) {
          return new Found(
              method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue());
        }
      }
    }
    throw new AssertionError("no operation " + id);
  }

  private HttpResponse<String> send(
      String id, @Nullable String body, @Nullable String match, String... with) throws Exception {
    Found found = find(id);
    Map<String, String> values = new LinkedHashMap<>();
    String query = "";
    for (String one : with) {
      if (one.startsWith("?")) {
        query = one;
      } else {
        values.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
      }
    }
    String path = found.path();
    for (var value : values.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    String type = values.getOrDefault("type", "application/json");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + query))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "kk")
            .method(
                found.method(),
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", type);
      JsonNode described = found.operation().path("requestBody").path("content").path(type);
      assertThat(described.isMissingNode()).as(id + " takes " + type).isFalse();
      if (type.equals("application/json")) {
        conforms(id + ": its body", described.get("schema"), body);
      }
    }
    if (match != null) {
      request.header("If-Match", match);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode check(String id, int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(id + ": " + response.body()).isEqualTo(status);
    asked.add(id);
    JsonNode described = find(id).operation().get("responses").get(Integer.toString(status));
    assertThat(described).as(id + " describes " + status).isNotNull();
    String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode content = described.path("content").path(type);
    assertThat(content.isMissingNode()).as(id + " describes " + status + " " + type).isFalse();
    if (!type.endsWith("json")) {
      return JSON.getNodeFactory().stringNode(response.body());
    }
    conforms(id + ": its answer", content.get("schema"), response.body());
    return JSON.readTree(response.body());
  }

  private void conforms(String what, JsonNode schema, String body) {
    ObjectNode whole = (ObjectNode) schema.deepCopy();
    whole.set("components", document.get("components"));
    assertThat(schemas.getSchema(whole).validate(body, InputFormat.JSON)).as(what).isEmpty();
  }

  private String bin() {
    String number;
    do {
      number = Long.toString(100_000_000_000L + (long) (Math.random() * 899_999_999_999L));
    } while (!IdentificationNumber.isValid(number) || objects.findByBin(number).isPresent());
    return number;
  }
}

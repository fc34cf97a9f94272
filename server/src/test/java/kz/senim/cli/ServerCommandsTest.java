package kz.senim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.tokens.TestTokens;
import kz.senim.server.tokens.Tokens;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** The commands that ask a server, against a real one. */
class ServerCommandsTest extends ServerTest {

  @TempDir private Path folder;
  @LocalServerPort private int port;
  @Autowired private Tokens tokens;
  @Autowired private JdbcClient db;

  private UUID organization;
  private UUID object;
  private Path token;

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void world() throws Exception {
    UUID owner = person();
    organization = organization(owner, Role.OWNER);
    object = example(owner, organization, "clinic-chain");
    token = Files.writeString(folder.resolve("token"), TestTokens.all(tokens, owner) + "\n");
  }

  private Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of(args));
    if (!all.contains("--server")) {
      all.addAll(List.of("--server", "http://localhost:" + port));
    }
    if (!all.contains("--token-file")) {
      all.addAll(List.of("--token-file", token.toString()));
    }
    all.addAll(List.of("--lang", "en"));
    int code = command.execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void an_object_is_assessed_where_it_is_kept() {
    Ran ran = run("assess", object.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("not met  ").contains("38(4)");
    Ran past = run("assess", object.toString(), "--as-of", "2020-01-01", "--format", "json");
    assertThat(past.out()).contains("\"asOf\":\"2020-01-01\"");
    assertThat(run("assess", object.toString(), "--fail-on", "not-met").code()).isEqualTo(1);
  }

  @Test
  void a_passport_is_assessed_and_not_kept() {
    Ran ran = run("assess", "../examples/clinic-chain.yaml", "--all");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("  met  ".strip());
    assertThat(objects.list(organization)).hasSize(1);
  }

  @Test
  void evidence_is_sent_and_proves_what_is_said() throws Exception {
    Path file = folder.resolve("журнал.txt");
    byte[] bytes = new byte[20 << 20];
    new java.util.Random(1).nextBytes(bytes);
    Files.write(file, bytes);
    Ran ran =
        run(
            "evidence",
            "push",
            file.toString(),
            "--object",
            object.toString(),
            "--requirement",
            "ur-38-4-retention",
            "--kind",
            "configuration",
            "--valid-until",
            "2099-01-01");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("100 % of 20 MiB");
    UUID id = UUID.fromString(ran.out().strip());
    var kept =
        db.sql(
                """
                select v.size, v.file_name, v.valid_until::text as until, l.requirement, l.object_id::text as of
                from evidence_versions v join evidence_links l on l.evidence_id = v.evidence_id
                where v.evidence_id = ?
                """)
            .param(id)
            .query()
            .singleRow();
    assertThat(kept)
        .containsEntry("size", (long) bytes.length)
        .containsEntry("file_name", "журнал.txt")
        .containsEntry("until", "2099-01-01")
        .containsEntry("requirement", "ur-38-4-retention")
        .containsEntry("of", object.toString());
  }

  @Test
  void what_is_wrong_is_said_with_what_would_be_right() throws Exception {
    Ran kind =
        run(
            "evidence",
            "push",
            Files.writeString(folder.resolve("a.txt"), "a").toString(),
            "--object",
            object.toString(),
            "--kind",
            "nothing");
    assertThat(kind.code()).isEqualTo(2);
    assertThat(kind.err()).contains("the server says 400").contains("kind: ");
    assertThat(run("assess", UUID.randomUUID().toString()).err()).contains("404");
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "passport: 2\nfacts: {a: b}\n");
    assertThat(run("assess", wrong.toString()).err()).contains("unknown fact 'a'");
    assertThat(run("assess", "x.yaml").err()).contains("there is no file 'x.yaml'");
    Path none = Files.writeString(folder.resolve("none"), "senim_nothing");
    Ran refused = run("assess", object.toString(), "--token-file", none.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("401");
    assertThat(run("assess", object.toString(), "--server", "http://localhost:1").err())
        .contains("nobody answers");
  }

  @Test
  void a_token_goes_to_another_machine_by_https_alone() {
    for (String server :
        List.of(
            "http://senim.example.kz",
            "http://10.0.0.1:8080",
            "http://127.0.0.1.example.kz",
            "http://localhost.example.kz",
            "http://localhost@senim.example.kz",
            "ftp://localhost",
            "senim.example.kz")) {
      Ran ran = run("assess", object.toString(), "--server", server);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err())
          .as(server)
          .contains(
              "--server takes an address that begins with https://; with http:// the token would"
                  + " travel in the open, so that only reaches this machine");
    }
    // This machine may be reached plainly, and one that speaks no TLS is told as that.
    assertThat(run("assess", object.toString(), "--server", "http://127.0.0.1:" + port).code())
        .isZero();
    Ran ran = run("assess", object.toString(), "--server", "https://localhost:" + port);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("no safe connection to https://localhost:" + port);
  }
}

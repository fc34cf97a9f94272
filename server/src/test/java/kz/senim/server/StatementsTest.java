package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.senim.server.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every request of {@code access-matrix.csv}, in an organisation with two things of each sort and
 * in one with twelve: both take the same SQL statements, and as many as {@code statements.csv}
 * says. What changes something is undone.
 */
class StatementsTest extends ServerTest {

  private static final Path FILE = Path.of("src/test/resources/statements.csv");
  private static final Path MEASURED = Path.of("target/statements.csv");
  private static final int FEW = 2;
  private static final int MANY = 12;

  @Autowired private JdbcClient db;
  @Autowired private ServerSettings settings;
  @Autowired private TransactionTemplate transaction;

  @Test
  void every_use_case_takes_as_many_statements_however_many_rows_there_are() throws Exception {
    World few = new World(FEW);
    World many = new World(MANY);
    Set<String> lines = new LinkedHashSet<>(List.of("method,path,form,statements"));
    List<String> grown = new ArrayList<>();
    for (MatrixRow row : MatrixRow.all()) {
      List<String> small = statements(row, few);
      List<String> large = statements(row, many);
      if (small.size() != large.size()) {
        grown.add(
            "%s %s %s: %d and %d%n  %s"
                .formatted(
                    row.method(),
                    row.path(),
                    row.form(),
                    small.size(),
                    large.size(),
                    String.join("\n  ", repeated(small, large))));
      }
      lines.add(String.join(",", row.method(), row.path(), row.form(), "" + small.size()));
    }
    Files.write(MEASURED, lines);
    assertThat(grown).as("statements with " + FEW + " things and with " + MANY).isEmpty();
    assertThat(lines)
        .as("when it is right so, copy server/" + MEASURED + " to server/" + FILE)
        .containsExactlyElementsOf(Files.readAllLines(FILE));
  }

  /** As the owner, or as the administrator where only they may; the first time is for warming. */
  private List<String> statements(MatrixRow row, World world) throws Exception {
    UUID who =
        row.answers().get(MatrixRow.PEOPLE.indexOf("owner")).equals("403")
            ? world.other(row)
            : world.owner;
    ask(row, world, who);
    return SqlCount.of(() -> ask(row, world, who));
  }

  private void ask(MatrixRow row, World world, UUID who) {
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          try {
            web.perform(
                row.request(world.values)
                    .with(as(who))
                    .with(form())
                    .with(
                        from -> {
                          from.setRemoteAddr("10.2.0.2");
                          return from;
                        }));
          } catch (Exception e) {
            throw new IllegalStateException(row.toString(), e);
          }
        });
  }

  /** What the larger world took more often. */
  private static List<String> repeated(List<String> small, List<String> large) {
    Map<String, Integer> counts = new HashMap<>();
    small.forEach(sql -> counts.merge(shape(sql), -1, Integer::sum));
    large.forEach(sql -> counts.merge(shape(sql), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() != 0)
        .map(count -> count.getValue() + " × " + count.getKey())
        .toList();
  }

  /** Without the length of its lists. */
  private static String shape(String sql) {
    return sql.replaceAll("\\s+", " ").replaceAll("\\?(, \\?)+", "?…");
  }

  /**
   * Organisations of one owner: the first has so many things of each sort, the others an object.
   */
  private final class World {

    private final UUID owner = person();
    private final UUID officer = person();
    private final UUID administrator =
        accounts.create("statements" + UUID.randomUUID() + "@example.kz", "Admin", true);
    private final Map<String, String> values = new HashMap<>();

    World(int many) throws IOException {
      UUID organization = organization(owner, Role.OWNER);
      accounts.grant(officer, organization, Role.SECURITY_OFFICER);
      for (int i = many; i > 0; i--) {
        UUID object = example(owner, organization, "state-system-class-1");
        UUID account = person();
        accounts.grant(account, organization, Role.AUDITOR);
        values.putAll(MatrixThings.in(db, settings.data(), organization, object, owner, i));
        values.put("object", object.toString());
        values.put("account", account.toString());
        example(owner, organization(owner, Role.OWNER), "clinic-chain");
      }
      values.put("organization", organization.toString());
      values.put("owner", owner.toString());
      values.put("link", accounts.newLink(UUID.fromString(values.get("account"))));
      values.put(
          "attested",
          book.requirements().stream()
              .filter(requirement -> requirement.attestedBy() != null)
              .findFirst()
              .orElseThrow()
              .id());
      db.sql("update organizations set name = ? where id = ?")
          .params(organization.toString(), organization)
          .update();
    }

    /** One who may, where the owner may not. */
    private UUID other(MatrixRow row) {
      return row.answers().get(MatrixRow.PEOPLE.indexOf("officer")).equals("ok")
          ? officer
          : administrator;
    }
  }
}

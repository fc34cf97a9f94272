package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import kz.senim.server.ServerTest;
import kz.senim.server.SqlCount;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

class EvidencePagesTest extends ServerTest {

  private static final String LOGS = "ur-38-4-retention";

  @Autowired private Evidence evidence;
  @Autowired private Links links;
  @Autowired private JdbcClient db;
  private UUID owner;
  private UUID organization;
  private UUID object;
  private Viewer viewer;
  private String base;

  @BeforeEach
  void an_owner_with_an_object() throws Exception {
    owner = person();
    organization = organization(owner, Role.OWNER);
    viewer = viewer(owner, organization, Role.OWNER);
    object = example(owner, organization, "regional-internet-resource");
    base = "/organizations/" + organization + "/evidence";
  }

  @Test
  void several_files_become_as_many_pieces() throws Exception {
    web.perform(
            multipart(base)
                .file(file("Приказ № 5.pdf", "%PDF-1.7 a"))
                .file(file("log.txt", "b"))
                .param("kind", "approval-act")
                .param("validUntil", "2030-05-01")
                .with(as(owner))
                .with(form()))
        .andExpect(redirectedUrl(base + "?added=2"));
    page(base, "en")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Приказ № 5.pdf")))
        .andExpect(content().string(containsString("until 2030-05-01")))
        .andExpect(content().string(containsString("2 pieces")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|order.pdf: the name says PDF, but the content is text. Choose the right file, or give",
        "ru|order.pdf: по имени это PDF, а содержимое — текст. Выберите нужный файл или дайте ему",
        "kk|order.pdf: атауы бойынша бұл — PDF, ал мазмұны — мәтін. Дұрыс файлды таңдаңыз немесе"
      })
  void a_file_that_is_not_what_its_name_says_is_told_with_what_would_be_right(
      String lang, String told) throws Exception {
    web.perform(
            multipart(base)
                .file(file("order.pdf", "not at all"))
                .file(file("log.txt", "b"))
                .param("kind", "approval-act")
                .header("Accept-Language", lang)
                .with(as(owner))
                .with(form()))
        .andExpect(content().string(containsString(told)))
        .andExpect(content().string(containsString(": .txt, .csv")));
    assertThat(
            evidence
                .list(organization, new Evidence.Filter("", "", "", 0), LocalDate.now())
                .total())
        .isZero();
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_and_nothing_is_kept() throws Exception {
    web.perform(
            multipart(base)
                .file(new MockMultipartFile("files", "", null, new byte[0]))
                .param("kind", "hearsay")
                .param("validFrom", "2030-01-01")
                .param("validUntil", "2029-01-01")
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Choose a file.")))
        .andExpect(content().string(containsString("Choose the kind of evidence.")))
        .andExpect(content().string(containsString("The last day lies before the first.")));
    assertThat(list("").total()).isZero();
  }

  @Test
  void a_download_is_a_file_to_save_and_stands_in_the_audit_log() throws Exception {
    UUID piece = upload("Саясат «А».html", "<script>alert(1)</script>");
    web.perform(get(base + "/" + piece + "/versions/1").with(as(owner)))
        .andExpect(status().isOk())
        .andExpect(content().string("<script>alert(1)</script>"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox;")))
        .andExpect(header().string("Content-Disposition", containsString("attachment;")))
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    containsString("filename*=UTF-8''%D0%A1%D0%B0%D1%8F%D1%81%D0%B0%D1%82")))
        .andExpect(header().string("Content-Type", not(containsString("html"))));
    assertThat(
            db.sql("select account_id from audit_log where action = ? and subject = ?")
                .params("evidence.read", "evidence " + piece)
                .query(UUID.class)
                .list())
        .containsExactly(owner);
  }

  @Test
  void part_of_a_file_can_be_asked_for() throws Exception {
    UUID piece = upload("log.txt", "0123456789");
    web.perform(
            get(base + "/" + piece + "/versions/1").with(as(owner)).header("Range", "bytes=3-5"))
        .andExpect(status().isPartialContent())
        .andExpect(content().string("345"));
  }

  @Test
  void a_new_version_counts_from_its_first_day_and_leaves_the_older_to_be_read() throws Exception {
    UUID piece = upload("policy-1.pdf", "%PDF-1.7 one");
    LocalDate next = today().plusDays(10);
    web.perform(
            multipart(base + "/" + piece + "/versions")
                .file(file("policy-2.pdf", "%PDF-1.7 two"))
                .param("validFrom", next.toString())
                .with(as(owner))
                .with(form()))
        .andExpect(redirectedUrl(base + "/" + piece));
    assertThat(evidence.piece(viewer, organization, piece, today()).version()).isEqualTo(1);
    assertThat(evidence.piece(viewer, organization, piece, next).version()).isEqualTo(2);
    web.perform(get(base + "/" + piece + "/versions/1").with(as(owner)))
        .andExpect(content().string("%PDF-1.7 one"));
    page(base + "/" + piece, "en").andExpect(content().string(containsString("policy-2.pdf")));
  }

  @Test
  void what_expires_within_thirty_days_is_told_and_what_has_expired_too() throws Exception {
    add("soon", today().plusDays(30));
    add("later", today().plusDays(31));
    add("over", today().minusDays(1));
    assertThat(evidence.ends(organization, today())).isEqualTo(new Evidence.Ends(1, 1));
    assertThat(titles("expiring")).containsExactly("soon");
    assertThat(titles("expired")).containsExactly("over");
    assertThat(titles("valid")).containsExactly("later");
    page(base, "en")
        .andExpect(content().string(containsString("1 piece has expired")))
        .andExpect(content().string(containsString("1 piece expires within 30 days")));
  }

  @Test
  void validity_is_asked_of_the_day_chosen() throws Exception {
    add("over", today().minusDays(1));
    MockHttpSession session = new MockHttpSession();
    web.perform(
        post("/preferences/as-of")
            .session(session)
            .with(as(owner))
            .with(form())
            .param("day", today().minusDays(100).toString())
            .param("back", "/"));
    web.perform(get(base).session(session).with(as(owner)).header("Accept-Language", "en"))
        .andExpect(content().string(not(containsString("has expired"))));
  }

  @Test
  void words_are_found_in_any_case_of_the_kazakh_alphabet() throws Exception {
    add("Ақпараттық ҚАУІПСІЗДІК саясаты", null);
    add("Order", null);
    assertThat(
            evidence
                .list(organization, new Evidence.Filter("", "", "қауіпсіздік", 0), today())
                .pieces())
        .extracting(Piece::title)
        .containsExactly("Ақпараттық ҚАУІПСІЗДІК саясаты");
  }

  @Test
  void one_piece_serves_many_requirements_of_one_object_or_of_all() throws Exception {
    UUID piece = upload("logs.txt", "x");
    web.perform(
            post(base + "/" + piece + "/links")
                .with(as(owner))
                .with(form())
                .param("requirements", LOGS, "ur-14-9")
                .param("object", ""))
        .andExpect(redirectedUrl(base + "/" + piece));
    UUID other = objects.add(viewer, organization, "Another object", null);
    assertThat(links.proofs(organization, object, LOGS, today())).hasSize(1);
    assertThat(links.proofs(organization, other, LOGS, today())).hasSize(1);
    links.add(viewer, organization, List.of(piece), List.of("ur-15"), object);
    assertThat(links.proofs(organization, object, "ur-15", today())).hasSize(1);
    assertThat(links.proofs(organization, other, "ur-15", today())).isEmpty();
    assertThat(evidence.piece(viewer, organization, piece, today()).serves()).isEqualTo(3);
  }

  @Test
  void a_link_can_be_taken_away() throws Exception {
    UUID piece = upload("logs.txt", "x");
    links.add(viewer, organization, List.of(piece), List.of(LOGS), object);
    links.add(viewer, organization, List.of(piece), List.of(LOGS), object); // says nothing new
    Link link = links.of(evidence.piece(viewer, organization, piece, today())).getFirst();
    web.perform(
            post(base + "/" + piece + "/links/" + link.id() + "/remove")
                .with(as(owner))
                .with(form()))
        .andExpect(redirectedUrl(base + "/" + piece));
    assertThat(links.proofs(organization, object, LOGS, today())).isEmpty();
  }

  @Test
  void an_archived_piece_says_why_and_proves_nothing() throws Exception {
    UUID piece = upload("logs.txt", "x");
    links.add(viewer, organization, List.of(piece), List.of(LOGS), object);
    web.perform(
            post(base + "/" + piece + "/archive")
                .with(as(owner))
                .with(form())
                .param("reason", "Replaced by the order"))
        .andExpect(redirectedUrl(base + "/" + piece));
    page(base + "/" + piece, "en")
        .andExpect(content().string(containsString("Replaced by the order")));
    assertThat(links.proofs(organization, object, LOGS, today())).isEmpty();
    assertThat(list("").total()).isZero();
    assertThat(titles("archived")).containsExactly("logs");
  }

  @Test
  void nobody_else_learns_of_a_piece_by_guessing_its_address() throws Exception {
    UUID piece = upload("secret.txt", "x");
    UUID stranger = person();
    UUID theirs = organization(stranger, Role.OWNER);
    UUID administrator = accounts.create("a" + UUID.randomUUID() + "@example.kz", "A", true);
    for (UUID other : new UUID[] {stranger, administrator}) {
      for (UUID through : new UUID[] {organization, theirs}) {
        if (through.equals(theirs) && other.equals(administrator)) {
          continue;
        }
        String guessed = "/organizations/" + through + "/evidence/" + piece;
        web.perform(get(guessed).with(as(other))).andExpect(status().isNotFound());
        web.perform(get(guessed + "/versions/1").with(as(other))).andExpect(status().isNotFound());
      }
      web.perform(get(base).with(as(other))).andExpect(status().isNotFound());
    }
    web.perform(
            post("/organizations/" + theirs + "/evidence/" + piece + "/links")
                .with(as(stranger))
                .with(form())
                .param("requirements", LOGS))
        .andExpect(status().isNotFound());
    web.perform(
            multipart(base)
                .file(file("x.txt", "x"))
                .param("kind", "log-sample")
                .with(as(stranger))
                .with(form()))
        .andExpect(status().isNotFound());
    UUID own = upload("own.txt", "own");
    UUID theirObject = objects.add(viewer(stranger, theirs, Role.OWNER), theirs, "Theirs", null);
    web.perform(
            post(base + "/" + own + "/links")
                .with(as(owner))
                .with(form())
                .param("requirements", LOGS)
                .param("object", theirObject.toString()))
        .andExpect(status().isNotFound());
  }

  @Test
  void an_auditor_reads_and_downloads_and_adds_nothing() throws Exception {
    UUID piece = upload("log.txt", "x");
    UUID auditor = person();
    accounts.grant(auditor, organization, Role.AUDITOR);
    web.perform(get(base).with(as(auditor)).header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("type=\"file\""))));
    web.perform(get(base + "/" + piece).with(as(auditor)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("method=\"post\" action=\"" + base))));
    web.perform(get(base + "/" + piece + "/versions/1").with(as(auditor)))
        .andExpect(status().isOk());
    for (String where : new String[] {base, base + "/" + piece + "/versions"}) {
      web.perform(
              multipart(where)
                  .file(file("x.txt", "x"))
                  .param("kind", "log-sample")
                  .with(as(auditor))
                  .with(form()))
          .andExpect(status().isForbidden());
    }
    web.perform(
            post(base + "/" + piece + "/archive")
                .with(as(auditor))
                .with(form())
                .param("reason", "x"))
        .andExpect(status().isForbidden());
    assertThat(list("").total()).isEqualTo(1);
  }

  @Test
  void files_of_strangers_are_not_even_read() throws Exception {
    // Even with the form's token, where one without files would be let to the sign-in.
    web.perform(multipart("/sign-in").file(file("x.txt", "x")).with(form()))
        .andExpect(status().isForbidden());
  }

  @Test
  void pages_take_the_same_statements_however_much_evidence_there_is() throws Exception {
    UUID piece = upload("log.txt", "x");
    links.add(viewer, organization, List.of(piece), List.of(LOGS), object);
    List<String> few = SqlCount.of(() -> page(base, "en"));
    List<String> fewOfPiece = SqlCount.of(() -> page(base + "/" + piece, "en"));
    for (int i = 0; i < 30; i++) {
      UUID more = add("piece " + i, today().plusDays(i));
      links.add(viewer, organization, List.of(more), List.of(LOGS, "ur-14-9"), null);
    }
    links.add(viewer, organization, List.of(piece), List.of("ur-14-9", "ur-15"), null);
    assertThat(SqlCount.of(() -> page(base, "en"))).hasSameSizeAs(few).hasSizeBetween(1, 6);
    assertThat(SqlCount.of(() -> page(base + "/" + piece, "en")))
        .hasSameSizeAs(fewOfPiece)
        .hasSizeBetween(1, 8);
  }

  @Test
  void pages_open_in_each_language() throws Exception {
    UUID piece = upload("log.txt", "x");
    for (String lang : new String[] {"kk", "ru", "en"}) {
      for (String path : new String[] {base, base + "/" + piece}) {
        page(path, lang)
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")));
      }
    }
  }

  private ResultActions page(String path, String lang) throws Exception {
    return web.perform(get(path).with(as(owner)).header("Accept-Language", lang));
  }

  private static MockMultipartFile file(String name, String text) {
    return new MockMultipartFile("files", name, null, text.getBytes(UTF_8));
  }

  private UUID upload(String name, String text) throws Exception {
    web.perform(
            multipart(base)
                .file(file(name, text))
                .param("kind", "log-sample")
                .with(as(owner))
                .with(form()))
        .andExpect(redirectedUrl(base + "?added=1"));
    return evidence
        .list(organization, new Evidence.Filter("", "", "", 0), today())
        .pieces()
        .stream()
        .filter(piece -> piece.fileName().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private UUID add(String title, LocalDate until) {
    return evidence
        .add(
            viewer,
            organization,
            new Description("log-sample", title, null, until, ""),
            List.of(new Content("0".repeat(64), 1, "text/plain", title + ".txt", null)))
        .getFirst();
  }

  private Evidence.Page list(String state) {
    return evidence.list(organization, new Evidence.Filter("", state, "", 0), today());
  }

  private List<String> titles(String state) {
    return list(state).pieces().stream().map(Piece::title).toList();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Almaty"));
  }
}

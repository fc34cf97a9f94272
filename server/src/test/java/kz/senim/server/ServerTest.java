package kz.senim.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kz.senim.core.decision.Passport;
import kz.senim.core.decision.PassportReader;
import kz.senim.core.law.LawBook;
import kz.senim.core.source.SourceFile;
import kz.senim.server.objects.Assessments;
import kz.senim.server.objects.Objects;
import kz.senim.server.people.AccountPrincipal;
import kz.senim.server.people.Accounts;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/**
 * A test against the real application with its real database. All such tests share one; each makes
 * its own people and organisations, so that they do not see each other's.
 */
@SpringBootTest(
    classes = ServerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import(SqlCount.Listening.class)
@ExtendWith(BeyondTheWalls.class)
public abstract class ServerTest {

  private static final Path DATA = temporary();
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  @Autowired protected MockMvc web;
  @Autowired protected Accounts accounts;
  @Autowired protected Objects objects;
  @Autowired protected Assessments assessments;
  @Autowired protected LawBook book;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("senim.data", DATA::toString);
    // Webhooks go to receivers on this machine.
    registry.add("senim.hooks.allow", () -> "127.0.0.1");
    registry.add("senim.hooks.patience", () -> "2s");
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("senim-test");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      List<Path> all = new ArrayList<>(files.toList());
      java.util.Collections.reverse(all);
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The operating system clears its temporary folder.
    }
  }

  /** A person who has an account and, for now, no role anywhere. */
  protected UUID person() {
    return accounts.create("p" + NEXT.getAndIncrement() + "@example.kz", "A person", false);
  }

  /** What the person may do, as the application will find. */
  protected Viewer viewer(UUID account, UUID organization, Role role) {
    return new Viewer(
        account, "A person", "p@example.kz", false, Map.of(organization, Set.of(role)));
  }

  /** A new organisation in which the person has the role. */
  protected UUID organization(UUID account, Role role) {
    UUID id =
        objects.addOrganization(
            new Viewer(account, "", "", false, Map.of()),
            "Organisation " + NEXT.getAndIncrement(),
            null);
    accounts.grant(account, id, role);
    return id;
  }

  /** An object of the organisation with all that an example passport tells. */
  protected UUID example(UUID account, UUID organization, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("../examples", name + ".yaml"));
    Passport passport = PassportReader.read(book, new SourceFile(name + ".yaml", bytes));
    return assessments.register(viewer(account, organization, Role.OWNER), organization, passport);
  }

  /** Makes a request as the person, both factors shown. */
  protected static RequestPostProcessor as(UUID account) {
    AccountPrincipal principal = new AccountPrincipal(account, account.toString(), null);
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            principal,
            null,
            List.of(
                FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY),
                FactorGrantedAuthority.fromAuthority("FACTOR_TOTP"))));
  }

  /** Makes a request as the person between the password and the second factor. */
  protected static RequestPostProcessor withPasswordOnly(UUID account) {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(account, account.toString(), null),
            null,
            List.of(
                FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
  }

  /** The session of whoever opened the one-time link with that code. */
  protected MockHttpSession withLink(String code) throws Exception {
    MockHttpSession session = new MockHttpSession();
    web.perform(
            MockMvcRequestBuilders.post("/setup").session(session).with(form()).param("code", code))
        .andExpect(MockMvcResultMatchers.redirectedUrl("/setup"));
    return session;
  }

  /** With the token that forms carry. */
  protected static RequestPostProcessor form() {
    return SecurityMockMvcRequestPostProcessors.csrf();
  }
}

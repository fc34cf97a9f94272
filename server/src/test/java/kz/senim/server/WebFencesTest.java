package kz.senim.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ways in which web applications are broken into, and which this one has not got at all. */
class WebFencesTest {

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("kz.senim.server");

  private static final Path RESOURCES = Path.of("src/main/resources");

  @Test
  void no_process_is_started_from_a_request() {
    none("java\\.lang\\.(ProcessBuilder|Runtime\\$?)", "(start|exec)", Set.of());
  }

  @Test
  void no_text_becomes_code_and_nothing_is_looked_up_by_a_name_from_outside() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("javax.script..")
                .or(resideInAPackage("javax.naming.."))
                .or(resideInAPackage("javax.xml.xpath.."))
                .or(resideInAPackage("org.springframework.expression..")))
        .check(SERVER);
    none("java\\.lang\\.invoke\\..*|java\\.lang\\.Class", "(defineClass|forName)", Set.of());
  }

  @Test
  void objects_are_brought_to_life_from_bytes_only_behind_the_filter_of_sessions() {
    none(
        "java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder|.*ConfigurableObjectInputStream",
        "(readObject|<init>)",
        Set.of("SessionConfiguration"));
  }

  @Test
  void nobody_connects_to_another_machine_but_those_who_are_named_here() {
    noClasses()
        // The provider, the collector of the audit log, the receivers of webhooks, the virus
        // scanner, a start that asks itself, and a command that asks whether the database beside it
        // works.
        .that(
            notNamed(
                Set.of(
                    "SingleSignOn",
                    "SyslogSender",
                    "SyslogFeed",
                    "Sender",
                    "Scanner",
                    "Serve",
                    "CommandDatabase")))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|URLConnection|HttpURLConnection|DatagramSocket)"
                + "|java\\.nio\\.channels\\..*SocketChannel"
                + "|java\\.net\\.http\\.HttpClient|javax\\.net\\..*Socket.*"
                + "|org\\.springframework\\.web\\.client\\.Rest.*")
        .check(SERVER);
  }

  @Test
  void chance_is_drawn_where_nobody_can_foretell_it() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kz.senim.server.demo..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
        .check(SERVER);
    none("java\\.lang\\.Math", "random", Set.of());
  }

  @Test
  void no_broken_or_unauthenticated_algorithm_is_named() throws IOException {
    assertThat(
            found(
                Path.of("src/main/java"),
                ".java",
                "\"(MD2|MD5|SHA-?1|DES|DESede|RC4|Blowfish)\\b|/ECB/|/CBC/|PKCS1Padding"))
        .allMatch(line -> line.contains("BreachedPasswords")); // lists of them name SHA-1
  }

  /** But for the styles of mail, of which programs that show it take no other. */
  @Test
  void templates_escape_all_they_show_and_hold_no_script_or_style() throws IOException {
    assertThat(
            found(
                RESOURCES.resolve("templates"),
                ".html",
                "th:utext|\\[\\(|th:inline|__\\$\\{|\\son[a-z]+=|\\sstyle=|<script(?![^>]*\\bth:src=)|javascript:"))
        .allMatch(line -> line.contains("notices/mail.html") && line.contains(" style=\""));
  }

  @Test
  void scripts_write_no_markup_run_no_text_and_keep_nothing() throws IOException {
    assertThat(
            found(
                RESOURCES.resolve("static"),
                ".js",
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
                    + "|localStorage|sessionStorage|indexedDB|document\\.cookie|postMessage|'message'|__proto__"))
        .isEmpty();
  }

  @Test
  void fields_of_passwords_hide_them_and_let_managers_fill_them_in() throws IOException {
    List<String> fields = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Pattern input = Pattern.compile("<input[^>]*\\bname=\"(password|old|again)\"[^>]*>");
    for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
      Matcher each = input.matcher(Files.readString(file));
      while (each.find()) {
        fields.add(each.group());
        if (!each.group().contains("type=\"password\"")
            || !each.group().matches("(?s).*autocomplete=\"(current|new)-password\".*")) {
          wrong.add(file + ": " + each.group());
        }
      }
    }
    assertThat(fields).hasSizeGreaterThan(4);
    assertThat(wrong).isEmpty();
  }

  /** Nobody calls such a method of such a class, but the classes named. */
  private static void none(String owner, String method, Set<String> but) {
    noClasses()
        .that(notNamed(but))
        .should()
        .callCodeUnitWhere(
            new DescribedPredicate<JavaCall<?>>(owner + "." + method) {
              @Override
              public boolean test(JavaCall<?> call) {
                return call.getTargetOwner().getName().matches(owner)
                    && call.getName().matches(method);
              }
            })
        .check(SERVER);
  }

  private static DescribedPredicate<JavaClass> notNamed(Set<String> names) {
    return DescribedPredicate.describe(
        "are not " + names,
        type ->
            !names.contains(type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "")));
  }

  private static List<String> found(Path folder, String ending, String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    List<String> found = new ArrayList<>();
    for (Path file : files(folder, ending)) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (wanted.matcher(line).find()) {
          found.add(file + ":" + number + ": " + line.strip());
        }
      }
    }
    return found;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}

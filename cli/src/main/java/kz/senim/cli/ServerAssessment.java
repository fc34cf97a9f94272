package kz.senim.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.senim.core.decision.Outcome;
import kz.senim.core.text.Lang;
import kz.senim.exchange.Words;
import org.jspecify.annotations.Nullable;

/** An assessment as a server makes it: of an object that it keeps, or of a passport. */
final class ServerAssessment {

  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final String name;
  private final Map<String, Object> assessment;
  private final List<Map<String, Object>> requirements;
  private final String json;

  private ServerAssessment(
      String name,
      Map<String, Object> assessment,
      List<Map<String, Object>> requirements,
      String json) {
    this.name = name;
    this.assessment = assessment;
    this.requirements = requirements;
    this.json = json;
  }

  /**
   * @param what the identifier of an object, or the file of a passport
   * @param day null for the server's today
   */
  static ServerAssessment ask(Server server, Path what, @Nullable LocalDate day)
      throws IOException {
    String asOf = day == null ? "" : "asOf=" + day;
    if (!what.toString().matches(UUID)) {
      byte[] passport = Files.readAllBytes(what);
      Server.Answer answer =
          server.post(
              "/assessments?" + asOf,
              "application/yaml",
              () -> HttpRequest.BodyPublishers.ofByteArray(passport),
              null);
      return new ServerAssessment(
          answer.text("name"),
          Server.object(answer.fields().get("assessment")),
          answer.list("requirements"),
          answer.text());
    }
    String path = "/objects/" + what;
    Server.Answer whole = server.get(path + "/assessment?" + asOf);
    List<Map<String, Object>> all = new ArrayList<>();
    String next = "";
    do {
      Server.Answer part = server.get(path + "/assessment/requirements?limit=200&" + asOf + next);
      all.addAll(part.list("items"));
      next = part.fields().containsKey("next") ? "&after=" + part.text("next") : "";
    } while (!next.isEmpty());
    return new ServerAssessment(server.get(path).text("name"), whole.fields(), all, whole.text());
  }

  boolean has(Set<Outcome> outcomes) {
    return requirements.stream()
        .anyMatch(one -> outcomes.stream().anyMatch(o -> o.word().equals(one.get("outcome"))));
  }

  /** As the server sent it: of an object the whole, without the requirements by themselves. */
  String json() {
    return json + System.lineSeparator();
  }

  /** What is not met and not decided, each with its place; all that binds when asked for. */
  String text(boolean all, Lang lang) {
    StringBuilder text = new StringBuilder();
    text.append(name).append(" · ").append(assessment.get("asOf")).append('\n');
    List<String> counts = new ArrayList<>();
    Server.object(assessment.get("summary"))
        .forEach((outcome, count) -> counts.add(word(outcome, lang) + ": " + count));
    text.append(String.join(", ", counts)).append("\n\n");
    for (Map<String, Object> one : requirements) {
      String outcome = String.valueOf(one.get("outcome"));
      if (!all && outcome.equals(Outcome.MET.word())) {
        continue;
      }
      text.append(word(outcome, lang))
          .append("  ")
          .append(one.get("citation"))
          .append("  ")
          .append(one.get("statement"))
          .append("  (")
          .append(one.get("requirement"))
          .append(")\n");
      if (one.get("missing") instanceof List<?> missing && !missing.isEmpty()) {
        text.append("    ? ")
            .append(String.join(", ", missing.stream().map(Object::toString).toList()))
            .append('\n');
      }
    }
    return text.toString();
  }

  /** The server's word for an outcome as people say it. */
  private static String word(String outcome, Lang lang) {
    for (Outcome known : Outcome.values()) {
      if (known.word().equals(outcome)) {
        return Words.outcome(known).in(lang);
      }
    }
    return outcome;
  }
}

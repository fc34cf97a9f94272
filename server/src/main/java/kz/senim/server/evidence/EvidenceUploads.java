package kz.senim.server.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Vocabulary;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Problem;
import kz.senim.server.api.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what the API is sent of evidence: what is said of a piece, and its file. */
@Component
class EvidenceUploads {

  private final Evidence evidence;
  private final Contents contents;
  private final LawBook book;

  EvidenceUploads(Evidence evidence, Contents contents, LawBook book) {
    this.evidence = evidence;
    this.contents = contents;
    this.book = book;
  }

  /** What parameters say. */
  Description said(
      String kind,
      @Nullable String title,
      @Nullable String from,
      @Nullable String until,
      @Nullable String remark) {
    Map<String, String> form = new HashMap<>();
    form.put("kind", kind);
    put(form, "title", title);
    put(form, "validFrom", from);
    put(form, "validUntil", until);
    put(form, "remark", remark);
    return read(form, "");
  }

  /** What a body says. */
  Description said(EvidenceApi.PieceFields body) {
    return read(Fields.of(body).toSingleValueMap(), "/");
  }

  /** As the form of the page says it, so that the same rules judge it. */
  private Description read(Map<String, String> form, String root) {
    EvidenceForm read = new EvidenceForm(form);
    Description said = read.description(book);
    Mistakes mistakes = new Mistakes();
    read.mistakes()
        .forEach(
            key ->
                mistakes.add(
                    root + (key.equals("evidence.bad-kind") ? "kind" : "validUntil"),
                    key,
                    "api.fix"));
    mistakes.refuse();
    return said;
  }

  List<String> kinds() {
    return book.vocabulary().evidence().stream().map(Vocabulary.Evidence::id).toList();
  }

  private static void put(Map<String, String> form, String name, @Nullable String value) {
    if (value != null) {
      form.put(name, value);
    }
  }

  /** Stores the body as it arrives, before any transaction begins. */
  Content stored(UUID organization, HttpServletRequest body, String fileName) throws IOException {
    if (body.getContentLengthLong() > Contents.LONGEST) {
      evidence.refused(organization, List.of(fileName + ": too large"));
      throw new Refusal(Problem.TOO_LARGE);
    }
    try {
      return contents.store(body.getInputStream(), fileName);
    } catch (Contents.Refused e) {
      evidence.refused(organization, List.of(fileName + ": " + e.getMessage()));
      throw new Mistakes().add("", e.key(), "api.fix").refusal();
    } catch (Contents.Misnamed e) {
      evidence.refused(organization, List.of(fileName + ": " + e.getMessage()));
      throw new Mistakes()
          .add("fileName", e.mismatch().key(), "api.fix", e.mismatch().arguments())
          .refusal();
    } catch (Contents.Unfit e) {
      evidence.refused(organization, List.of(fileName + ": " + e.getMessage()));
      if (body.getContentLengthLong() == 0) {
        throw new Mistakes().add("", "evidence.empty-file", "api.fix").refusal();
      }
      throw new Refusal(Problem.TOO_LARGE);
    }
  }
}

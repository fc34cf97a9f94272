package kz.senim.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.senim.core.law.LawBook;
import kz.senim.core.law.Vocabulary;
import kz.senim.core.text.Lang;
import kz.senim.server.web.IcuMessages;
import kz.senim.server.web.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** What a person says of a piece and sends with it, or what is wrong with that, all at once. */
final class EvidenceForm {

  private static final int LONGEST = 300;

  private final Map<String, String> form;
  private final List<String> mistakes = new ArrayList<>();
  private final List<Endings.Mismatch> misnamed = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  EvidenceForm(Map<String, String> form) {
    this.form = form;
  }

  /** Whether nothing can be kept as it was sent. */
  boolean isWrong() {
    return !mistakes.isEmpty() || !misnamed.isEmpty();
  }

  /** Keys of messages without arguments. */
  List<String> mistakes() {
    return mistakes;
  }

  /** Hands all that is wrong to the page. */
  void tell(Model model, IcuMessages messages, Lang lang) {
    model.addAttribute("mistakes", mistakes);
    model.addAttribute(
        "mistakeTexts",
        misnamed.stream().map(one -> messages.get(lang, one.key(), one.arguments())).toList());
  }

  /** What was let not in: the file and what is wrong with it; for the audit log. */
  List<String> refusals() {
    return refusals;
  }

  /** What is said; of use only when there is no mistake. */
  Description description(LawBook book) {
    String kind = text("kind");
    if (book.vocabulary().evidence().stream()
        .map(Vocabulary.Evidence::id)
        .noneMatch(kind::equals)) {
      mistakes.add("evidence.bad-kind");
    }
    LocalDate from = day("validFrom");
    LocalDate until = day("validUntil");
    if (from != null && until != null && until.isBefore(from)) {
      mistakes.add("evidence.bad-interval");
    }
    return new Description(kind, text("title"), from, until, text("remark"));
  }

  /** The files that were chosen: a field left empty arrives as one without a name. */
  List<MultipartFile> chosen(List<MultipartFile> files) {
    List<MultipartFile> chosen =
        files.stream()
            .filter(file -> file.getOriginalFilename() != null)
            .filter(file -> !String.valueOf(file.getOriginalFilename()).isBlank())
            .toList();
    if (chosen.isEmpty()) {
      mistakes.add("evidence.no-file");
    }
    return chosen;
  }

  /** Stores the files, unless something is wrong already; one that is unfit is a mistake. */
  List<Content> store(Contents contents, List<MultipartFile> files) throws IOException {
    List<Content> stored = new ArrayList<>();
    if (!mistakes.isEmpty()) {
      return stored;
    }
    for (MultipartFile file : files) {
      try (InputStream in = file.getInputStream()) {
        stored.add(contents.store(in, String.valueOf(file.getOriginalFilename())));
      } catch (Contents.Refused e) {
        mistakes.add(e.key());
        refusals.add(file.getOriginalFilename() + ": " + e.getMessage());
      } catch (Contents.Misnamed e) {
        misnamed.add(e.mismatch());
        refusals.add(file.getOriginalFilename() + ": " + e.getMessage());
      } catch (Contents.Unfit e) {
        mistakes.add(file.isEmpty() ? "evidence.empty-file" : "evidence.too-large");
        refusals.add(file.getOriginalFilename() + ": " + e.getMessage());
      }
    }
    return stored;
  }

  private @Nullable LocalDate day(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return TypedDay.parse(text);
    } catch (DateTimeException e) {
      mistakes.add("evidence.bad-day");
      return null;
    }
  }

  private String text(String name) {
    String text = form.getOrDefault(name, "").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}

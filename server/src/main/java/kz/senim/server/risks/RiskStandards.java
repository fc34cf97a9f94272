package kz.senim.server.risks;

import java.util.List;
import kz.senim.core.law.Fact;
import kz.senim.core.law.LawBook;
import org.springframework.stereotype.Component;

/** The standards by which risks may be assessed: the options of the law book's question. */
@Component
class RiskStandards {

  private static final String STANDARD = "risk.methodologyStandard";

  private final LawBook book;

  RiskStandards(LawBook book) {
    this.book = book;
  }

  /** None when the law book does not have the question. */
  List<Fact.Option> all() {
    int index = book.factIndex(STANDARD);
    return index < 0 ? List.of() : book.facts().get(index).options();
  }

  List<String> ids() {
    return all().stream().map(Fact.Option::id).toList();
  }
}

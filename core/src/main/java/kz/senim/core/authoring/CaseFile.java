package kz.senim.core.authoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.senim.core.source.Node;
import kz.senim.core.source.Position;

/** The test cases of one file: facts that all share, and the cases. */
record CaseFile(String file, Map<String, Node> given, List<Case> cases) {

  /**
   * @param facts facts as written, by id; a null scalar takes a given fact away
   * @param attested the judgements of persons, by requirement
   * @param expect the outcome word expected, by requirement
   */
  record Case(
      String name,
      LocalDate asOf,
      Map<String, Node> facts,
      Map<String, Node> attested,
      Map<String, Expected> expect,
      Position at) {}

  record Expected(String outcome, Position at) {}
}

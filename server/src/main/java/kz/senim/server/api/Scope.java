package kz.senim.server.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token may be good for; what its owner may do bounds it besides. */
public enum Scope {
  /** Organisations, objects, facts, assessments, duties, search. */
  OBJECTS_READ,
  OBJECTS_WRITE,
  EVIDENCE_READ,
  EVIDENCE_WRITE,
  REMEDIES_READ,
  REMEDIES_WRITE,
  /** To tell that a person judged a requirement. */
  ATTESTATIONS_WRITE,
  /** Documents on information security, staff, assets, risks. */
  OFFICE_READ,
  OFFICE_WRITE,
  AUDIT_READ;

  /** As it is written in tokens and in the description, such as {@code objects:read}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** As messages call it, such as {@code objects-read}. */
  public String key() {
    return word().replace(':', '-');
  }

  public boolean writes() {
    return name().endsWith("WRITE");
  }

  public static Optional<Scope> find(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}

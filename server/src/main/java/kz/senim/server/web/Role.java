package kz.senim.server.web;

/** What a person is in an organisation. */
public enum Role {
  /** Describes and answers for its systems. */
  OWNER("owner"),
  /** Answers for information security. */
  SECURITY_OFFICER("security-officer"),
  /** Reads everything, changes nothing. */
  AUDITOR("auditor");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word used for it in the database and in messages. */
  public String word() {
    return word;
  }

  public static Role of(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no role " + word);
  }

  /** Whether the role changes anything. */
  public boolean writes() {
    return this != AUDITOR;
  }
}

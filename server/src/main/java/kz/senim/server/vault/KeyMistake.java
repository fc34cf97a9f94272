package kz.senim.server.vault;

import kz.senim.server.Refused;

/** A key is missing, wrong or unreadable: what is wrong, and what would be right. */
public final class KeyMistake extends Refused {

  private static final long serialVersionUID = 1;

  private final String remedy;

  public KeyMistake(String wrong, String remedy) {
    super(wrong);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  @Override
  public String reason() {
    return getMessage() + " " + remedy;
  }
}

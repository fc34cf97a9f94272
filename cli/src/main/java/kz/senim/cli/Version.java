package kz.senim.cli;

import kz.senim.book.Books;
import picocli.CommandLine.IVersionProvider;

/** Says which Senim this is, and which edition of the law book it carries. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"senim 0.1.0", "law book " + Books.shipped().fingerprint()};
  }
}

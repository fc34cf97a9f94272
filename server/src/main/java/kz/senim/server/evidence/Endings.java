package kz.senim.server.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file is what the ending of its name says. Endings that are not known say nothing, and a
 * text may hold anything but what is plainly something else.
 */
final class Endings {

  private Endings() {}

  /** What a content can be told to be, with the endings that say so; the narrower come first. */
  private enum Form {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg jpeg"),
    GIF("image/gif", "gif"),
    BMP("image/bmp", "bmp"),
    TIFF("image/tiff", "tif tiff"),
    WEBP("image/webp", "webp"),
    HEIC("image/heif image/heic", "heic heif"),
    OLE("application/x-tika-msoffice", "doc xls ppt msg"),
    ZIP("application/zip application/x-tika-ooxml", "zip docx docm xlsx xlsm pptx odt ods odp"),
    GZIP("application/gzip", "gz tgz"),
    SEVEN_ZIP("application/x-7z-compressed", "7z"),
    RAR("application/x-rar-compressed", "rar"),
    MP3("audio/mpeg", "mp3"),
    MP4("application/mp4 video/quicktime", "mp4 mov"),
    PROGRAM("application/x-msdownload application/x-elf application/java-vm", "exe dll"),
    RTF("application/rtf", "rtf"),
    TEXT("text/plain", "txt csv tsv log md json yaml yml xml html htm ini conf eml");

    private final String types;
    private final String endings;

    Form(String types, String endings) {
      this.types = types;
      this.endings = endings;
    }

    boolean isOf(MediaType type) {
      return MediaType.set(types.split(" ", -1)).stream()
          .anyMatch(one -> TYPES.isInstanceOf(type, one));
    }

    List<String> endings() {
      return List.of(endings.split(" ", -1));
    }

    boolean isText() {
      return this == TEXT || this == RTF;
    }
  }

  private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

  private static final Tika TIKA = new Tika();

  /**
   * The name says another thing than the content.
   *
   * @param name of the file
   * @param says the ending in capitals
   * @param is what the content is: {@code text}, {@code program} or an abbreviation; empty when
   *     that cannot be told
   * @param right the endings that would be right; empty with {@code is}
   */
  record Mismatch(String name, String says, String is, String right) {

    /** The key of the message that says so, with {@link #arguments}. */
    String key() {
      return is.isEmpty() ? "evidence.misnamed-unknown" : "evidence.misnamed";
    }

    Object[] arguments() {
      return new Object[] {name, says, is, right};
    }
  }

  /**
   * @param head the first bytes
   * @return null when name and content agree, or the name says nothing
   */
  static @Nullable Mismatch check(byte[] head, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Set<Form> said = said(ending);
    if (said.isEmpty() || !name.contains(".")) {
      return null;
    }
    Form found = form(head);
    if (said.contains(found == null ? Form.TEXT : found)) {
      // What cannot be told may be a text in whatever signs.
      return null;
    }
    String says = ending.toUpperCase(Locale.ROOT);
    if (found == null) {
      return new Mismatch(name, says, "", "");
    }
    String is =
        switch (found) {
          case TEXT, PROGRAM -> found.name().toLowerCase(Locale.ROOT);
          case SEVEN_ZIP -> "7Z";
          case OLE -> "Microsoft Office 97–2003";
          default -> found.name();
        };
    List<String> right = new ArrayList<>();
    found.endings().forEach(one -> right.add("." + one));
    return new Mismatch(name, says, is, String.join(", ", right));
  }

  private static Set<Form> said(String ending) {
    Set<Form> said = EnumSet.noneOf(Form.class);
    Arrays.stream(Form.values()).filter(form -> form.endings().contains(ending)).forEach(said::add);
    switch (ending) {
      // Word writes either into the older ending; what has a password is wrapped in the older form.
      case "doc" -> said.add(Form.RTF);
      case "docx", "docm", "xlsx", "xlsm", "pptx" -> said.add(Form.OLE);
      default -> {}
    }
    return said;
  }

  /** Null for what cannot be told. */
  private static @Nullable Form form(byte[] head) {
    MediaType type = MediaType.parse(TIKA.detect(head));
    for (Form form : Form.values()) {
      if (form.isOf(type)) {
        // Two letters make a program, so a text may begin as one; but it has no zeros.
        return form.isText() || form == Form.PDF || hasZero(head) ? form : Form.TEXT;
      }
    }
    return null;
  }

  private static boolean hasZero(byte[] head) {
    for (byte one : head) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}

package kz.senim.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** An iCalendar file of all-day events (RFC 5545). */
final class Ics {

  private final StringBuilder out =
      new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Senim//EN\r\n");

  /**
   * @param uid unique within Senim and the same for the same event
   * @param stamp the day on which it was worked out
   */
  Ics event(String uid, LocalDate stamp, LocalDate day, String summary, String description) {
    out.append("BEGIN:VEVENT\r\n");
    line("UID:" + uid + "@senim");
    line("DTSTAMP:" + basic(stamp) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + basic(day));
    line("SUMMARY:" + escaped(summary));
    if (!description.isEmpty()) {
      line("DESCRIPTION:" + escaped(description));
    }
    out.append("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    return this;
  }

  String end() {
    return out + "END:VCALENDAR\r\n";
  }

  private static String basic(LocalDate day) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** Lines are at most 75 octets; a longer one goes on after a space (RFC 5545, 3.1). */
  private void line(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int width = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (octets + width > 74) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(c);
      octets += width;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }
}

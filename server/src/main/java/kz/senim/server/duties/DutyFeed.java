package kz.senim.server.duties;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.senim.core.law.LawBook;
import kz.senim.core.text.CitationText;
import kz.senim.core.text.Lang;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.web.IcuMessages;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Deadlines as an iCalendar file (RFC 5545): all-day events with two reminders each. */
final class DutyFeed {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  /** At nine in the morning, a week before and the day before; an all-day event begins at 0:00. */
  private static final List<Duration> REMINDERS =
      List.of(Duration.ofHours(9 - 7 * 24), Duration.ofHours(9 - 24));

  private static final Duration REFRESHED = Duration.ofHours(6);

  private final IcuMessages messages;
  private final LawBook book;
  private final String baseUrl;
  private final Lang lang;

  DutyFeed(IcuMessages messages, LawBook book, String baseUrl, Lang lang) {
    this.messages = messages;
    this.book = book;
    this.baseUrl = baseUrl;
    this.lang = lang;
  }

  /**
   * @param today the day on which the deadlines were worked out
   */
  String write(List<Deadline> deadlines, LocalDate today) {
    List<VEvent> events = new ArrayList<>();
    for (Deadline deadline : deadlines) {
      LocalDate due = deadline.due();
      if (due != null) {
        events.add(event(deadline, due, today));
      }
    }
    PropertyList head =
        new PropertyList(
            List.of(
                new ProdId("-//Senim//" + lang.code().toUpperCase(Locale.ROOT)),
                ImmutableVersion.VERSION_2_0,
                new XProperty("X-WR-CALNAME", messages.get(lang, "duties.feed.name")),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESHED)));
    StringWriter out = new StringWriter();
    try {
      // Unchecked: a calendar in which nothing is due yet has no component, and programs read it.
      new CalendarOutputter(false).output(new Calendar(head, new ComponentList<>(events)), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private VEvent event(Deadline deadline, LocalDate due, LocalDate today) {
    String statement = deadline.requirement().statement().in(lang);
    String cite = CitationText.in(book.provisionOf(deadline.requirement()).citation(), lang);
    List<VAlarm> alarms =
        REMINDERS.stream()
            .map(
                before ->
                    new VAlarm(
                        new PropertyList(
                            List.of(
                                ImmutableAction.DISPLAY,
                                new Trigger(before),
                                new Description(statement)))))
            .toList();
    return new VEvent(
        new PropertyList(
            List.of(
                new Uid(deadline.key() + "@senim"),
                // What is worked out on one day is the same whenever on that day it is asked for.
                new DtStamp(today.atStartOfDay(ZONE).toInstant()),
                new DtStart<>(due),
                new Summary(
                    (deadline.overdue() ? messages.get(lang, "duties.overdue") + ": " : "")
                        + statement),
                new Description(description(deadline, cite)),
                new Url(URI.create(baseUrl + deadline.link())),
                ImmutableTransp.TRANSPARENT)),
        new ComponentList<>(alarms));
  }

  private String description(Deadline deadline, String cite) {
    StringBuilder out = new StringBuilder(cite).append('\n').append(deadline.where());
    if (deadline.shared()) {
      out.append(": ")
          .append(
              String.join(
                  ", ", deadline.objects().stream().map(InformatizationObject::name).toList()));
    }
    String rhythm = deadline.rhythm(lang);
    if (rhythm != null) {
      out.append('\n')
          .append(
              messages.get(lang, deadline.recurring() ? "duties.every" : "duties.within", rhythm));
    }
    return out.toString();
  }
}

package kz.senim.server.remedies;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.web.TypedDay;
import org.jspecify.annotations.Nullable;

/** A plan as a person typed it, or what is wrong with it, all at once. */
final class RemedyForm {

  private static final int LONGEST = 2000;

  private RemedyForm() {}

  /**
   * @param plan null when something is wrong
   * @param mistakes keys of messages
   */
  record Read(@Nullable Plan plan, List<String> mistakes) {}

  /**
   * @param members who can answer for it
   * @param earliest the first day that can be its day
   */
  static Read read(Map<String, String> form, List<Remedies.Member> members, LocalDate earliest) {
    List<String> mistakes = new ArrayList<>();
    String task = form.getOrDefault("task", "").strip();
    if (task.isEmpty() || task.length() > LONGEST) {
      mistakes.add("remedies.bad-task");
    }
    String chosen = form.getOrDefault("owner", "");
    UUID owner =
        members.stream()
            .map(Remedies.Member::id)
            .filter(id -> id.toString().equals(chosen))
            .findFirst()
            .orElse(null);
    if (owner == null) {
      mistakes.add("remedies.bad-owner");
    }
    LocalDate due = null;
    try {
      due = TypedDay.parse(form.getOrDefault("due", ""));
      if (due.isBefore(earliest) || due.getYear() > 2100) {
        mistakes.add("remedies.past-day");
      }
    } catch (DateTimeException e) {
      mistakes.add("remedies.bad-day");
    }
    return owner == null || due == null || !mistakes.isEmpty()
        ? new Read(null, mistakes)
        : new Read(new Plan(task, owner, due), mistakes);
  }

  /** A day that has gone by can stay, and cannot be chosen anew. */
  static LocalDate earliest(Remedy remedy, LocalDate today) {
    return remedy.due().isBefore(today) ? remedy.due() : today;
  }
}

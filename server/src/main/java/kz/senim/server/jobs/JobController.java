package kz.senim.server.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Downloads;
import kz.senim.server.web.NotFound;
import kz.senim.server.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own jobs: how far they are, what came of them. */
@Controller
class JobController {

  private static final int SHOWN = 100;

  private final Jobs jobs;
  private final Audit audit;

  JobController(Jobs jobs, Audit audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  @GetMapping("/jobs")
  String list(@ModelAttribute Viewer viewer, Model model) {
    model.addAttribute("jobs", jobs.list(viewer, SHOWN));
    return "jobs/jobs";
  }

  @GetMapping("/jobs/{id}")
  String job(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    model.addAttribute("job", jobs.get(viewer, id));
    return "jobs/job";
  }

  /** Only what changes, for a page that asks again and again. */
  @GetMapping("/jobs/{id}/progress")
  String progress(@PathVariable UUID id, @ModelAttribute Viewer viewer, Model model) {
    model.addAttribute("job", jobs.get(viewer, id));
    return "jobs/job :: progress";
  }

  @PostMapping("/jobs/{id}/cancel")
  String cancel(@PathVariable UUID id, @ModelAttribute Viewer viewer) {
    jobs.cancel(viewer, id);
    return "redirect:/jobs/" + id;
  }

  @GetMapping("/jobs/{id}/result")
  void result(@PathVariable UUID id, @ModelAttribute Viewer viewer, HttpServletResponse response)
      throws IOException {
    Job job = jobs.get(viewer, id);
    String name = job.resultName();
    if (name == null) {
      throw new NotFound();
    }
    try (SeekableByteChannel file = jobs.open(job)) {
      audit.record(job.organization(), "job.result", "job " + id, name);
      response.setContentType(
          job.resultType() == null ? "application/octet-stream" : job.resultType());
      response.setContentLengthLong(file.size());
      Downloads.headers(name, response::setHeader);
      Channels.newInputStream(file).transferTo(response.getOutputStream());
    } catch (NoSuchFileException e) {
      throw new NotFound();
    }
  }
}

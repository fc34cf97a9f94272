package kz.senim.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.ServerTest;
import kz.senim.server.audit.Audit;
import kz.senim.server.web.Role;
import kz.senim.server.web.Viewers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class JobsTest extends ServerTest {

  @Autowired private Jobs jobs;
  @Autowired private JobStore store;
  @Autowired private JdbcClient db;
  @Autowired private Viewers viewers;
  @Autowired private Audit audit;
  @Autowired private Clock clock;
  @Autowired private ServerSettings settings;
  @Autowired private JobFiles files;
  @Autowired private JobFilesPlace place;
  @Autowired private DataSource source;
  @Autowired private PlatformTransactionManager transactions;
  private Slow slow;
  private Jobs ofTest;
  private UUID owner;
  private UUID organization;

  /** Does three steps and waits after the second until it is let go. */
  static final class Slow implements JobKind {

    private final Viewers viewers;
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private UUID account = new UUID(0, 0);
    private boolean broken;

    Slow(Viewers viewers) {
      this.viewers = viewers;
    }

    @Override
    public String word() {
      return "slow";
    }

    @Override
    public void run(Job job, JobProgress progress) throws Exception {
      account = viewers.get().account();
      for (int i = job.done(); i < 3; i++) {
        if (i == 2) {
          reached.countDown();
          go.await(60, TimeUnit.SECONDS);
        }
        progress.step(i + 1, "step " + (i + 1));
      }
      try (OutputStream out = progress.open()) {
        out.write("what came of it".getBytes(StandardCharsets.UTF_8));
        if (broken) {
          throw new IllegalStateException("in the middle of the file");
        }
      }
      progress.result("result.txt", "text/plain");
    }
  }

  @BeforeEach
  void an_owner() {
    owner = person();
    organization = organization(owner, Role.OWNER);
    slow = new Slow(viewers);
    ofTest = server(slow);
  }

  @AfterEach
  void nothing_runs_on() {
    slow.go.countDown();
    ofTest.close();
  }

  /** One more server on the database, which does only jobs of this test. */
  private Jobs server(JobKind kind) {
    Jobs server =
        new Jobs(
            "job-of-" + organization,
            store,
            List.of(kind),
            audit,
            clock,
            files,
            new JobSettings(2, Duration.ofSeconds(2)),
            source,
            transactions);
    server.open();
    return server;
  }

  private UUID start(Jobs jobs, String kind) {
    return jobs.start(
        viewer(owner, organization, Role.OWNER),
        organization,
        kind,
        Lang.RU,
        "T",
        "2026-11-23 csv",
        3);
  }

  private Job ended(UUID id) throws InterruptedException {
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    Job job = store.find(id).orElseThrow();
    while (job.open() && Instant.now().isBefore(patience)) {
      Thread.sleep(20);
      job = store.find(id).orElseThrow();
    }
    return job;
  }

  @Test
  void progress_is_kept_where_a_reload_and_a_restart_find_it() throws Exception {
    UUID id = start(ofTest, "slow");
    assertThat(slow.reached.await(60, TimeUnit.SECONDS)).isTrue();
    Job kept = store.find(id).orElseThrow();
    assertThat(kept.state()).isEqualTo(Job.State.RUNNING);
    assertThat(kept.done()).isEqualTo(2);
    assertThat(kept.message()).isEqualTo("step 2");
    assertThat(kept.percent()).isEqualTo(66);
    slow.go.countDown();
    Job job = ended(id);
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(job.resultName()).isEqualTo("result.txt");
    assertThat(slow.account).isEqualTo(owner);
  }

  @Test
  void what_a_restart_interrupted_is_taken_up_where_it_was() throws Exception {
    slow.go.countDown();
    UUID id = interrupted(1);
    Job job = ended(id);
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(job.attempts()).isEqualTo(2);
  }

  @Test
  void what_was_interrupted_too_often_is_given_up_and_says_why() throws Exception {
    UUID id = interrupted(Jobs.ATTEMPTS);
    Job job = ended(id);
    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.failure()).isEqualTo("jobs.failed.restarts");
  }

  /** As the database looks after the server was killed in the middle. */
  private UUID interrupted(int attempts) {
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into jobs (id, kind, organization_id, owner, lang, title, input, state, done,
              total, attempts, created_at, started_at)
            values (?, 'slow', ?, ?, 'ru', 'T', '', 'running', 2, 3, ?, now(), now())
            """)
        .params(id, organization, owner, attempts)
        .update();
    db.sql(
            """
            insert into job_executions (task_name, task_instance, execution_time, picked, picked_by,
              last_heartbeat, version)
            values (?, ?, now(), true, 'a server that died', now() - interval '10 seconds', 1)
            """)
        .params("job-of-" + organization, id.toString())
        .update();
    return id;
  }

  @Test
  void of_two_servers_one_does_a_job() throws Exception {
    Slow other = new Slow(viewers);
    Jobs second = server(other);
    try {
      List<UUID> ids = new ArrayList<>();
      slow.go.countDown();
      other.go.countDown();
      for (int i = 0; i < 20; i++) {
        ids.add(start(i % 2 == 0 ? ofTest : second, "slow"));
      }
      for (UUID id : ids) {
        Job job = ended(id);
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.attempts()).isEqualTo(1);
      }
    } finally {
      second.close();
    }
  }

  @Test
  void who_was_taken_for_dead_and_lives_does_no_further_step() throws Exception {
    UUID id = start(ofTest, "slow");
    assertThat(slow.reached.await(60, TimeUnit.SECONDS)).isTrue();
    Job taken = store.begin(id).orElseThrow();
    assertThat(taken.attempts()).isEqualTo(2);
    slow.go.countDown();
    ofTest.close();
    Job job = store.find(id).orElseThrow();
    assertThat(job.done()).isEqualTo(2);
    assertThat(job.state()).isEqualTo(Job.State.RUNNING);
    store.end(id, 2, Job.State.DONE, "by the other", null);
    assertThat(store.find(id).orElseThrow().message()).isEqualTo("by the other");
  }

  @Test
  void a_server_that_stops_puts_its_job_back() throws Exception {
    UUID id = start(ofTest, "slow");
    assertThat(slow.reached.await(60, TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(ofTest::close);
    while (!Thread.State.TIMED_WAITING.equals(closing.getState())
        && !Thread.State.WAITING.equals(closing.getState())) {
      Thread.sleep(10);
    }
    slow.go.countDown();
    closing.join();
    assertThat(store.find(id).orElseThrow().open()).isTrue();
    Slow other = new Slow(viewers);
    other.go.countDown();
    Jobs second = server(other);
    try {
      assertThat(ended(id).state()).isEqualTo(Job.State.DONE);
      assertThat(store.find(id).orElseThrow().attempts()).isEqualTo(2);
    } finally {
      second.close();
    }
  }

  @Test
  void a_job_stops_at_the_step_after_it_was_cancelled() throws Exception {
    UUID id = start(ofTest, "slow");
    assertThat(slow.reached.await(60, TimeUnit.SECONDS)).isTrue();
    ofTest.cancel(viewer(owner, organization, Role.OWNER), id);
    assertThat(store.find(id).orElseThrow().state()).isEqualTo(Job.State.RUNNING);
    slow.go.countDown();
    assertThat(ended(id).state()).isEqualTo(Job.State.CANCELLED);
  }

  @Test
  void a_job_whose_owner_lost_the_role_fails_and_says_so() throws Exception {
    db.sql("delete from memberships where account_id = ?").param(owner).update();
    Job job = ended(start(jobs, "report-pack"));
    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.failure()).isEqualTo("jobs.failed.forbidden");
  }

  @Test
  void the_reports_of_all_objects_come_as_one_archive() throws Exception {
    example(owner, organization, "regional-internet-resource");
    example(owner, organization, "clinic-chain");
    example(owner, organization, "clinic-chain");
    String address =
        web.perform(
                post("/organizations/" + organization + "/reports")
                    .with(as(owner))
                    .with(form())
                    .param("format", "csv", "passport")
                    .param("lang", "kk"))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(address).startsWith("/jobs/");
    Job job = ended(UUID.fromString(address.substring("/jobs/".length())));
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    byte[] zip =
        web.perform(get(address + "/result").with(as(owner)))
            .andExpect(header().string("Content-Type", "application/zip"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<String> names = new ArrayList<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        assertThat(in.readAllBytes()).isNotEmpty();
      }
    }
    assertThat(names).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void a_pack_without_a_form_is_told() throws Exception {
    example(owner, organization, "clinic-chain");
    web.perform(
            post("/organizations/" + organization + "/reports")
                .with(as(owner))
                .with(form())
                .header("Accept-Language", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Choose at least one form")));
  }

  @Test
  void a_job_is_its_owners_alone() throws Exception {
    UUID id = start(jobs, "unknown");
    Job job = ended(id);
    assertThat(job.failure()).isEqualTo("jobs.failed.kind");
    UUID colleague = person();
    accounts.grant(colleague, organization, Role.OWNER);
    for (String path : new String[] {"", "/progress", "/result"}) {
      web.perform(get("/jobs/" + id + path).with(as(colleague))).andExpect(status().isNotFound());
    }
    web.perform(post("/jobs/" + id + "/cancel").with(as(colleague)).with(form()))
        .andExpect(status().isNotFound());
    web.perform(get("/jobs").with(as(colleague)))
        .andExpect(content().string(not(containsString(id.toString()))));
  }

  @Test
  void the_pages_of_jobs_open_in_each_language_and_stop_asking_at_the_end() throws Exception {
    UUID id =
        jobs.start(
            viewer(owner, organization, Role.OWNER),
            organization,
            "report-pack",
            Lang.RU,
            "T",
            "2026-11-23 csv",
            0);
    ended(id);
    for (String lang : new String[] {"kk", "ru", "en"}) {
      web.perform(get("/jobs").with(as(owner)).header("Accept-Language", lang))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString(id.toString())));
      web.perform(get("/jobs/" + id).with(as(owner)).header("Accept-Language", lang))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("hx-trigger"))));
    }
  }

  private Path onDisk(String name) {
    return settings.data().resolve("jobs").resolve(name);
  }

  private String downloaded(UUID id) throws Exception {
    return web.perform(get("/jobs/" + id + "/result").with(as(owner)))
        .andExpect(status().isOk())
        .andExpect(header().longValue("Content-Length", "what came of it".length()))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void the_file_lies_encrypted_and_comes_as_it_was_written() throws Exception {
    slow.go.countDown();
    UUID id = start(ofTest, "slow");
    assertThat(ended(id).resultSize()).isEqualTo("what came of it".length());
    assertThat(Files.readString(onDisk(id + ".1"), StandardCharsets.ISO_8859_1))
        .startsWith("SENIM")
        .doesNotContain("came of it");
    assertThat(downloaded(id)).isEqualTo("what came of it");
  }

  @Test
  void a_job_that_breaks_while_it_writes_leaves_no_file() throws Exception {
    slow.broken = true;
    slow.go.countDown();
    UUID id = start(ofTest, "slow");
    assertThat(ended(id).failure()).isEqualTo("jobs.failed.broken");
    try (var all = Files.list(settings.data().resolve("jobs"))) {
      assertThat(all.filter(file -> file.getFileName().toString().startsWith(id.toString())))
          .isEmpty();
    }
  }

  @Test
  void what_an_older_program_left_plain_is_read_and_then_encrypted() throws Exception {
    UUID id = UUID.randomUUID();
    db.sql(
            """
            insert into jobs (id, kind, organization_id, owner, lang, title, input, state, done,
              total, attempts, created_at, ended_at, result_name, result_type, result_size)
            values (?, 'slow', ?, ?, 'ru', 'T', '', 'done', 3, 3, 1, now(), now(), 'r.txt', 'text/plain', 15)
            """)
        .params(id, organization, owner)
        .update();
    Path file = onDisk(id + ".1");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "what came of it");
    assertThat(downloaded(id)).isEqualTo("what came of it");
    encryptAll();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("SENIM");
    assertThat(downloaded(id)).isEqualTo("what came of it");

    // From now on something plain in its place is not taken for it.
    Files.writeString(file, "what comes of it");
    Job job = store.find(id).orElseThrow();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> jobs.open(job))
        .isInstanceOf(kz.senim.server.vault.Damaged.class);
    Files.delete(file);
    web.perform(get("/jobs/" + id + "/result").with(as(owner))).andExpect(status().isNotFound());
  }

  private void encryptAll() throws IOException {
    String after = "";
    while (after != null) {
      after = place.renew(after).last();
    }
  }
}

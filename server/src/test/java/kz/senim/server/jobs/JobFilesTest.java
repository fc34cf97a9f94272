package kz.senim.server.jobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.senim.core.text.Lang;
import kz.senim.server.ServerSettings;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {

  /** Longer than the segments in which it is encrypted. */
  private static final String REPORT = "the fire wall is open; ".repeat(10_000);

  private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

  private final TestVault keys = new TestVault();
  private final Job job = job(1);

  @TempDir private Path data = Path.of("");
  private JobFiles files = new JobFiles(settings(data), keys.vault());

  @BeforeEach
  void a_folder() {
    files = new JobFiles(settings(data), keys.vault());
  }

  private static ServerSettings settings(Path data) {
    return new ServerSettings(data, "", null, null, null, null, false, "");
  }

  private static Job job(int attempt) {
    return new Job(
        UUID.randomUUID(),
        "report-pack",
        UUID.randomUUID(),
        UUID.randomUUID(),
        Lang.EN,
        "T",
        "",
        Job.State.RUNNING,
        0,
        1,
        "",
        null,
        attempt,
        false,
        null,
        null,
        null,
        DAY,
        null);
  }

  private List<Path> onDisk() throws IOException {
    try (var all = Files.list(data.resolve("jobs"))) {
      return all.toList();
    }
  }

  private Path only() throws IOException {
    assertThat(onDisk()).hasSize(1);
    return onDisk().getFirst();
  }

  private void keep(Job of) throws IOException {
    JobFiles.Writing writing = files.writing(of);
    try (OutputStream out = writing.open()) {
      out.write(REPORT.getBytes(UTF_8));
    }
    assertThat(writing.keep()).isEqualTo(REPORT.length());
  }

  private String read(Job of) throws IOException {
    try (SeekableByteChannel file = files.open(of, true)) {
      assertThat(file.size()).isEqualTo(REPORT.length());
      return new String(Channels.newInputStream(file).readAllBytes(), UTF_8);
    }
  }

  @Test
  void nothing_of_a_result_is_readable_on_the_disk_not_even_while_it_is_written()
      throws IOException {
    JobFiles.Writing writing = files.writing(job);
    try (OutputStream out = writing.open()) {
      out.write(REPORT.getBytes(UTF_8));
      out.flush();
      assertThat(Files.size(only())).isGreaterThan(100_000);
      assertThat(Files.readString(only(), ISO_8859_1)).doesNotContain("fire wall");
      assertThatThrownBy(() -> files.open(job, true)).isInstanceOf(NoSuchFileException.class);
      assertThat(files.names()).isEmpty();
    }
    assertThat(writing.keep()).isEqualTo(REPORT.length());
    assertThat(Files.readString(only(), ISO_8859_1)).doesNotContain("fire wall");
    assertThat(read(job)).isEqualTo(REPORT);
  }

  @Test
  void a_file_in_the_place_of_another_does_not_open_nor_does_a_changed_or_plain_one()
      throws IOException {
    keep(job);
    Path file = only();
    Job other = job(1);
    Path place = file.resolveSibling(other.id() + ".1");
    Files.copy(file, place);
    assertThatThrownBy(() -> files.open(other, true)).isInstanceOf(Damaged.class);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> read(job)).isInstanceOf(IOException.class);
    Files.writeString(file, REPORT);
    assertThatThrownBy(() -> files.open(job, true)).isInstanceOf(Damaged.class);
  }

  @Test
  void what_is_not_kept_is_gone_and_what_a_dead_server_left_is_swept() throws IOException {
    JobFiles.Writing writing = files.writing(job);
    writing.open().close();
    writing.forget();
    assertThat(onDisk()).isEmpty();

    files.writing(job).open().close();
    keep(job(2));
    files.forget(Instant.now().minusSeconds(600));
    assertThat(onDisk()).hasSize(2);
    files.forget(Instant.now().plusSeconds(600));
    assertThat(onDisk()).isEmpty();
  }

  @Test
  void after_a_rotation_it_is_encrypted_anew_and_grows_no_younger() throws IOException {
    keep(job);
    Files.setLastModifiedTime(only(), FileTime.from(DAY));
    String name = only().getFileName().toString();
    assertThat(files.renew(name)).isFalse();
    byte[] before = Files.readAllBytes(only());
    keys.rotate();
    assertThat(files.renew(name)).isTrue();
    assertThat(Files.readAllBytes(only())).isNotEqualTo(before);
    assertThat(files.renew(name)).isFalse();
    assertThat(read(job)).isEqualTo(REPORT);
    assertThat(Files.getLastModifiedTime(only()).toInstant()).isEqualTo(DAY);
  }

  @Test
  void what_was_plain_is_encrypted_and_grows_no_younger() throws IOException {
    Path file = Files.createDirectories(data.resolve("jobs")).resolve(job.id() + ".1");
    Files.writeString(file, REPORT);
    Files.setLastModifiedTime(file, FileTime.from(DAY));
    try (SeekableByteChannel plain = files.open(job, false)) {
      assertThat(plain.size()).isEqualTo(REPORT.length());
    }
    assertThat(files.renew(file.getFileName().toString())).isTrue();
    assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("fire wall");
    assertThat(read(job)).isEqualTo(REPORT);
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(DAY);
  }
}

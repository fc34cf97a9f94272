package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.senim.server.ServerSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path data;
  private Contents contents;

  @BeforeEach
  void a_folder() throws IOException {
    contents = contents();
  }

  private Contents contents() throws IOException {
    return new Contents(
        new ServerSettings(data, "", null, null, null, null, false, ""), Clock.systemUTC());
  }

  @Test
  void two_hundred_megabytes_pass_through_less_than_two_of_memory() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    contents.store(new Generated(MEGABYTE), "warm.bin");
    long before = threads.getCurrentThreadAllocatedBytes();
    Content stored = contents.store(new Generated(200 * MEGABYTE), "large.bin");
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(stored.size()).isEqualTo(200 * MEGABYTE);
    assertThat(Files.size(contents.path(stored.sha256()))).isEqualTo(200 * MEGABYTE);
    assertThat(allocated).isLessThan(2 * MEGABYTE);
  }

  @Test
  void a_content_lies_under_its_sha_256_and_is_read_by_its_owner_alone() throws IOException {
    Content stored = contents.store(new ByteArrayInputStream("abc".getBytes(UTF_8)), "abc.txt");
    assertThat(stored.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Path file =
        data.resolve("evidence/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(file).hasContent("abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void the_same_content_is_one_file_whatever_it_is_called() throws IOException {
    Content first = contents.store(new Generated(MEGABYTE), "first.bin");
    FileTime written = Files.getLastModifiedTime(contents.path(first.sha256()));
    Content second = contents.store(new Generated(MEGABYTE), "second.bin");
    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(files()).hasSize(1);
    assertThat(Files.getLastModifiedTime(contents.path(first.sha256()))).isEqualTo(written);
  }

  @Test
  void a_stream_that_breaks_leaves_nothing() throws IOException {
    InputStream breaks =
        new Generated(MEGABYTE) {
          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            if (n < 0) {
              throw new IOException("the connection is gone");
            }
            return n;
          }
        };
    assertThatThrownBy(() -> contents.store(breaks, "half.bin")).hasMessageContaining("gone");
    assertThat(files()).isEmpty();
  }

  @Test
  void more_than_a_gigabyte_and_nothing_at_all_are_refused_and_leave_nothing() throws IOException {
    assertThatThrownBy(() -> contents.store(new Generated(Contents.LONGEST + 1), "long.bin"))
        .isInstanceOf(Contents.Unfit.class);
    assertThatThrownBy(() -> contents.store(new Generated(0), "empty.bin"))
        .isInstanceOf(Contents.Unfit.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void what_a_crash_left_behind_is_swept_a_day_later() throws IOException {
    Path old = Files.createFile(data.resolve("evidence/incoming/old.part"));
    Path young = Files.createFile(data.resolve("evidence/incoming/young.part"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    contents();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void a_type_is_told_by_the_first_bytes_and_none_that_a_browser_runs() throws IOException {
    assertThat(type("report.pdf", "%PDF-1.7\n")).isEqualTo("application/pdf");
    assertThat(type("settings.conf", "key = value\n")).isEqualTo("text/plain");
    assertThat(type("picture.png", "<html><script>alert(1)</script></html>"))
        .isNotEqualTo("text/html");
    assertThat(type("page.html", "<!doctype html><html><body>x</body></html>"))
        .isEqualTo("text/plain");
    assertThat(type("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"))
        .isEqualTo(MediaTypes.BYTES);
  }

  @Test
  void a_file_name_is_only_a_name() throws IOException {
    assertThat(name("..\\..\\etc/passwd")).isEqualTo("passwd");
    assertThat(name("order\r\nSet-Cookie: x.pdf")).isEqualTo("orderSet-Cookie: x.pdf");
    assertThat(name("Бұйрық № 5.pdf")).isEqualTo("Бұйрық № 5.pdf");
    assertThat(name("")).isEqualTo("file");
  }

  private String type(String name, String text) throws IOException {
    return contents.store(new ByteArrayInputStream(text.getBytes(UTF_8)), name).mediaType();
  }

  private String name(String name) throws IOException {
    return contents.store(new ByteArrayInputStream("x".getBytes(UTF_8)), name).fileName();
  }

  /** All that is kept, half-written or whole. */
  private List<Path> files() throws IOException {
    try (var all = Files.walk(data)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** So many bytes, made up as they are read. */
  private static class Generated extends InputStream {

    private final long size;
    private long read;

    Generated(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return read < size ? (int) (read++ & 0x7f) : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (read >= size) {
        return -1;
      }
      int n = (int) Math.min(length, size - read);
      for (int i = 0; i < n; i++) {
        bytes[from + i] = (byte) (read++ & 0x7f);
      }
      return n;
    }
  }
}

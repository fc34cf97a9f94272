package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kz.senim.server.ServerSettings;
import kz.senim.server.vault.Damaged;
import kz.senim.server.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path data;
  private final TestVault keys = new TestVault();
  private Contents contents;

  @BeforeEach
  void a_folder() throws IOException {
    contents = contents();
  }

  private Contents contents() throws IOException {
    return contents("");
  }

  /**
   * @param database its address; empty for one of our own
   */
  private Contents contents(String database) throws IOException {
    return new Contents(
        new ServerSettings(data, database, null, null, null, null, false, ""),
        keys.vault(),
        new Scanner(new ScanSettings("")),
        Clock.systemUTC());
  }

  @Test
  void two_hundred_megabytes_pass_encrypted_through_less_than_eight_of_memory() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    contents.store(new Generated(MEGABYTE), "warm.bin");
    long before = threads.getCurrentThreadAllocatedBytes();
    Content stored = contents.store(new Generated(200 * MEGABYTE), "large.bin");
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(stored.size()).isEqualTo(200 * MEGABYTE);
    try (SeekableByteChannel read = contents.open(stored.sha256())) {
      assertThat(read.size()).isEqualTo(200 * MEGABYTE);
    }
    assertThat(allocated).isLessThan(8 * MEGABYTE);
  }

  @Test
  void a_content_lies_encrypted_under_its_sha_256_and_is_read_by_its_owner_alone()
      throws IOException {
    Content stored = contents.store(new ByteArrayInputStream("abc".getBytes(UTF_8)), "abc.txt");
    assertThat(stored.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Path file =
        data.resolve("evidence/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Files.readString(file, ISO_8859_1)).startsWith("SENIM").doesNotContain("abc");
    assertThat(read(stored)).asString().isEqualTo("abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatever_byte_is_changed_at_rest_is_found_at_reading() throws IOException {
    Content stored = contents.store(new Generated(200_000), "log.bin");
    Path file = contents.path(stored.sha256());
    byte[] whole = Files.readAllBytes(file);
    for (int place : new int[] {0, 6, 8, 20, 80, 100, 70_000, 150_000, whole.length - 1}) {
      byte[] changed = whole.clone();
      changed[place] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> read(stored)).as("byte %s", place).isInstanceOf(IOException.class);
    }
    for (int length : new int[] {0, 7, 70, 100, 65_536, 131_072, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(stored)).as("%s bytes", length).isInstanceOf(IOException.class);
    }
    Files.write(file, whole);
    assertThat(read(stored)).hasSize(200_000);
  }

  @Test
  void a_content_in_the_place_of_another_is_found_at_reading() throws IOException {
    Content one = contents.store(new Generated(1000), "one.bin");
    Content two = contents.store(new Generated(2000), "two.bin");
    Files.copy(
        contents.path(one.sha256()),
        contents.path(two.sha256()),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> read(two)).isInstanceOf(Damaged.class);
    contents.store(new Generated(2000), "again.bin"); // brings the right one back
    assertThat(read(two)).hasSize(2000);
  }

  @Test
  void a_content_is_read_from_any_place() throws IOException {
    Content stored = contents.store(new Generated(300_000), "log.bin");
    byte[] whole = read(stored);
    for (long from : new long[] {0, 1, 65_000, 65_536, 131_071, 299_999}) {
      try (SeekableByteChannel channel = contents.open(stored.sha256())) {
        channel.position(from);
        byte[] rest = Channels.newInputStream(channel).readAllBytes();
        assertThat(rest).isEqualTo(Arrays.copyOfRange(whole, (int) from, whole.length));
      }
    }
  }

  @Test
  void a_content_from_before_contents_were_encrypted_is_read_and_checked() throws IOException {
    Content stored = contents.store(new Generated(100_000), "log.bin");
    byte[] plain = read(stored);
    Files.write(contents.path(stored.sha256()), plain);
    assertThat(read(stored)).isEqualTo(plain);
    plain[50_000] ^= 1;
    Files.write(contents.path(stored.sha256()), plain);
    assertThatThrownBy(() -> read(stored)).isInstanceOf(Damaged.class);
  }

  private byte[] read(Content content) throws IOException {
    try (SeekableByteChannel channel = contents.open(content.sha256())) {
      return Channels.newInputStream(channel).readAllBytes();
    }
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
  void what_a_crash_left_behind_is_swept_at_the_start_or_with_other_servers_a_day_later()
      throws IOException {
    Path old = Files.createFile(data.resolve("evidence/incoming/old.part"));
    Path young = Files.createFile(data.resolve("evidence/incoming/young.part"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    contents("jdbc:postgresql://shared/senim");
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    contents();
    assertThat(young).doesNotExist();
  }

  @Test
  void a_type_is_told_by_the_first_bytes_and_none_that_a_browser_runs() throws IOException {
    assertThat(type("report.pdf", "%PDF-1.7\n")).isEqualTo("application/pdf");
    assertThat(type("settings.conf", "key = value\n")).isEqualTo("text/plain");
    assertThat(type("picture", "<html><script>alert(1)</script></html>")).isNotEqualTo("text/html");
    assertThat(type("page.html", "<!doctype html><html><body>x</body></html>"))
        .isEqualTo("text/plain");
    assertThat(type("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"))
        .isEqualTo(MediaTypes.BYTES);
  }

  @Test
  void a_content_that_is_not_what_its_name_says_is_not_kept() throws IOException {
    assertThatThrownBy(() -> type("picture.png", "<html><script>alert(1)</script></html>"))
        .isInstanceOf(Contents.Misnamed.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void a_file_name_is_only_a_name() throws IOException {
    assertThat(name("..\\..\\etc/passwd")).isEqualTo("passwd");
    assertThat(name("order\r\nSet-Cookie: x.txt")).isEqualTo("orderSet-Cookie: x.txt");
    assertThat(name("Бұйрық № 5.txt")).isEqualTo("Бұйрық № 5.txt");
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

package kz.senim.server.siege;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code bench/run crash}. */
class CrashTest {

  private static final int PORT = 8128;

  @TempDir private Path data;

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void what_was_acknowledged_outlives_the_kill_of_application_and_database() throws Exception {
    Crash crash = Crash.small(1, PORT, data);
    crash.call();
    assertThat(crash.faults()).isEmpty();
    assertThat(crash.checked()).isGreaterThan(20);
  }
}

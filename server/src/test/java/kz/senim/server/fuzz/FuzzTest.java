package kz.senim.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given to a parser, it reads it or says what is wrong, soon. */
class FuzzTest {

  private static final int MUTANTS = 150;
  private static final Duration SOON = Duration.ofSeconds(20);

  /** What means something to one parser or another. */
  private static final String SIGNS = "\"'{}[]:,;\n\t<>&%*-0";

  static List<String> targets() {
    return List.copyOf(Fuzz.targets().keySet());
  }

  @Test
  void each_target_has_seeds() {
    assertThat(Seeds.all().keySet()).isEqualTo(Fuzz.targets().keySet());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_parser_neither_crashes_nor_hangs(String name) throws Exception {
    Fuzz.Target target = Fuzz.targets().get(name);
    List<byte[]> seeds = Seeds.all().get(name);
    Random random = new Random(832);
    for (byte[] seed : seeds) {
      target.read(seed);
    }
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(seeds.get(i % seeds.size()), random);
      try {
        assertTimeoutPreemptively(SOON, () -> target.read(mutant));
      } catch (Exception | StackOverflowError e) {
        throw new AssertionError(
            name + " fails on " + Base64.getEncoder().encodeToString(mutant), e);
      }
    }
  }

  /** The seed with a few places changed, taken out, doubled or cut off. */
  private static byte[] mutant(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times && bytes.length > 1; i++) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> {
              bytes[at] = (byte) random.nextInt();
              yield bytes;
            }
            case 1 -> joined(bytes, at, at + length);
            case 2 -> joined(bytes, at + length, at);
            case 3 -> {
              bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
              yield bytes;
            }
            default -> random.nextInt(8) == 0 ? java.util.Arrays.copyOf(bytes, at) : bytes;
          };
    }
    return bytes;
  }

  /** The first so many bytes and then those from a place on: a hole, or something twice. */
  private static byte[] joined(byte[] bytes, int first, int from) {
    byte[] joined = java.util.Arrays.copyOf(bytes, first + bytes.length - from);
    System.arraycopy(bytes, from, joined, first, bytes.length - from);
    return joined;
  }
}

package kz.senim.core.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import kz.senim.core.MiniLaw;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CompiledBookTest {

  private static final byte[] BYTES = CompiledBook.write(MiniLaw.book());

  @Test
  void what_is_written_reads_back_the_same() {
    LawBook book = MiniLaw.book();
    LawBook read = CompiledBook.read(BYTES);
    assertThat(read.requirements()).isEqualTo(book.requirements());
    assertThat(read.provisions()).isEqualTo(book.provisions());
    assertThat(read.parameters()).isEqualTo(book.parameters());
    assertThat(read.vocabulary()).isEqualTo(book.vocabulary());
    assertThat(read.acts()).isEqualTo(book.acts());
    assertThat(read.fingerprint()).isEqualTo(book.fingerprint());
    assertThat(CompiledBook.write(read)).isEqualTo(BYTES);
  }

  @Test
  void a_file_of_another_version_is_refused() {
    byte[] other = BYTES.clone();
    other[3] ^= 1;
    assertThatThrownBy(() -> CompiledBook.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another version");
  }

  @Property
  void a_file_cut_short_is_refused(@ForAll @IntRange(min = 0, max = 4000) int length) {
    byte[] cut = Arrays.copyOf(BYTES, Math.min(length, BYTES.length - 1));
    assertThatThrownBy(() -> CompiledBook.read(cut)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void a_damaged_file_is_refused(@ForAll int place, @ForAll @IntRange(min = 1, max = 255) int by) {
    byte[] damaged = BYTES.clone();
    damaged[Math.floorMod(place, damaged.length)] ^= (byte) by;
    assertThatThrownBy(() -> CompiledBook.read(damaged))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

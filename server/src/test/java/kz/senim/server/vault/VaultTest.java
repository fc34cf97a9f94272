package kz.senim.server.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VaultTest {

  private final TestVault keys = new TestVault();
  private final Vault vault = keys.vault();

  @Test
  void a_secret_opens_in_its_own_place_alone() throws IOException {
    byte[] sealed = vault.seal("secret".getBytes(UTF_8), "accounts.totp_secret/1");
    assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
    assertThat(vault.open(sealed, "accounts.totp_secret/1")).asString().isEqualTo("secret");
    assertThatThrownBy(() -> vault.open(sealed, "accounts.totp_secret/2"))
        .isInstanceOf(Damaged.class);
    for (int i = 6; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 4;
      assertThatThrownBy(() -> vault.open(changed, "accounts.totp_secret/1"))
          .isInstanceOf(Damaged.class);
    }
  }

  @Test
  void what_was_sealed_before_a_rotation_opens_and_is_known_to_be_old() throws IOException {
    byte[] sealed = vault.seal(new byte[] {7}, "place");
    assertThat(vault.isNewest(sealed)).isTrue();
    keys.rotate();
    assertThat(vault.isNewest(sealed)).isFalse();
    assertThat(vault.open(sealed, "place")).containsExactly(7);
    assertThat(vault.isNewest(vault.seal(new byte[] {7}, "place"))).isTrue();
  }

  @Test
  void a_secret_from_before_secrets_were_sealed_is_read_as_it_is() throws IOException {
    byte[] plain = "12345678901234567890".getBytes(UTF_8);
    assertThat(vault.open(plain, "place")).isEqualTo(plain);
    assertThat(vault.isNewest(plain)).isFalse();
  }

  @Test
  void a_stream_opens_for_its_purpose_alone_and_whole_alone() throws IOException {
    byte[] content = new byte[150_000];
    Arrays.fill(content, (byte) 'x');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = vault.sealing(bytes, "backup 1")) {
      out.write(content);
    }
    byte[] sealed = bytes.toByteArray();
    assertThat(read(sealed, "backup 1")).isEqualTo(content);
    assertThatThrownBy(() -> read(sealed, "backup 2")).isInstanceOf(Damaged.class);
    for (int length : new int[] {0, 7, 90, 65_536, 131_072, sealed.length - 1}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(sealed, length), "backup 1"))
          .as("%s bytes", length)
          .isInstanceOf(IOException.class);
    }
    sealed[100_000] ^= 1;
    assertThatThrownBy(() -> read(sealed, "backup 1")).isInstanceOf(IOException.class);
  }

  private byte[] read(byte[] sealed, String purpose) throws IOException {
    try (InputStream in = vault.opening(new ByteArrayInputStream(sealed), purpose)) {
      return in.readAllBytes();
    }
  }
}

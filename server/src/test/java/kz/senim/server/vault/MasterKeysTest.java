package kz.senim.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir private Path data;

  @Test
  void a_new_key_is_in_a_file_of_its_owner_alone_and_is_never_overwritten() throws Exception {
    Path file = data.resolve("keys/master.key");
    MasterKey made = MasterKeys.make(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKeys.ofFile(file).id()).isEqualTo(made.id());
    assertThatThrownBy(() -> MasterKeys.make(file))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("is there already");
    assertThat(made.toString()).doesNotContain(Files.readString(file).strip());
  }

  @Test
  void the_same_key_is_the_same_by_file_and_by_environment() throws Exception {
    Path file = Files.writeString(data.resolve("key"), KEY + "\n");
    MasterKey byFile = MasterKeys.find(settings("", file.toString(), ""), data);
    MasterKey byEnvironment = MasterKeys.find(settings(KEY, "", ""), data);
    assertThat(byFile.id()).isEqualTo(byEnvironment.id());
    byte[] wrapped = byFile.aead().encrypt(new byte[] {1, 2, 3}, new byte[0]);
    assertThat(byEnvironment.aead().decrypt(wrapped, new byte[0])).containsExactly(1, 2, 3);
  }

  @Test
  void what_is_wrong_with_a_key_is_said_with_what_would_be_right() {
    mistake(settings("not base64 !!", "", ""), "is not base64", "openssl rand -base64 32");
    mistake(settings("QUJD", "", ""), "3 bytes long, not 32", "openssl rand -base64 32");
    mistake(settings("", data + "/none", ""), "/none, is not there", "SENIM_KEY_FILE");
    mistake(settings("", "", data + "/none"), "SENIM_KEY_PKCS11 names, cannot be", "library = ");
    mistake(
        settings(KEY, data + "/none", ""),
        "more than once: SENIM_KEY, SENIM_KEY_FILE",
        "remove the others");
  }

  @Test
  void a_token_that_cannot_be_used_is_said_to_be_so() throws Exception {
    Path configuration =
        Files.writeString(
            data.resolve("token.cfg"), "name = none\nlibrary = /no/such/library.so\n");
    mistake(
        settings("", "", configuration.toString()), "cannot be used", "Check library and slot in");
  }

  private void mistake(VaultSettings settings, String wrong, String right) {
    assertThatThrownBy(() -> MasterKeys.find(settings, data))
        .isInstanceOfSatisfying(
            KeyMistake.class,
            mistake -> {
              assertThat(mistake).hasMessageContaining(wrong);
              assertThat(mistake.reason().toString()).contains(right);
            });
  }

  private static VaultSettings settings(String key, String file, String token) {
    return new VaultSettings(key, file, token, "1234", "senim");
  }
}

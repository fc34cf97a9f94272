package kz.senim.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class DatabaseLoginTest {

  @Test
  void a_password_that_follows_from_a_persons_is_stretched() {
    DatabaseLogin owner = new DatabaseLogin("jdbc:postgresql:senim", "senim", "Құпия сөз 12");
    // Another library's PBKDF2 with HMAC-SHA-512 and as many rounds as are advised.
    PKCS5S2ParametersGenerator other = new PKCS5S2ParametersGenerator(new SHA512Digest());
    other.init(
        "Құпия сөз 12".getBytes(StandardCharsets.UTF_8),
        "senim senim_app".getBytes(StandardCharsets.UTF_8),
        210_000);
    byte[] expected = ((KeyParameter) other.generateDerivedParameters(256)).getKey();
    DatabaseLogin app = owner.stretched("senim_app");
    assertThat(app.password()).isEqualTo(HexFormat.of().formatHex(expected));
    assertThat(app.user()).isEqualTo("senim_app");
    assertThat(owner.stretched("other_app").password()).isNotEqualTo(app.password());
    assertThat(app).asString().doesNotContain(app.password());
  }
}

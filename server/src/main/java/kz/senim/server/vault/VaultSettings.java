package kz.senim.server.vault;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key comes from; at most one of the first three. Without any it is the file
 * {@code master.key} in the data folder.
 *
 * @param key the key itself: 32 bytes as base64; empty for none
 * @param keyFile a file that holds it as base64; empty for none
 * @param keyPkcs11 the configuration file of a PKCS#11 token, as the JDK's SunPKCS11 reads it;
 *     empty for none
 * @param keyPkcs11Pin the token's PIN
 * @param keyPkcs11Label the label of the AES key in the token
 */
@ConfigurationProperties("senim")
public record VaultSettings(
    String key, String keyFile, String keyPkcs11, String keyPkcs11Pin, String keyPkcs11Label) {

  /** What the environment says, for commands. */
  public static VaultSettings of(Map<String, String> environment) {
    return new VaultSettings(
        environment.getOrDefault("SENIM_KEY", ""),
        environment.getOrDefault("SENIM_KEY_FILE", ""),
        environment.getOrDefault("SENIM_KEY_PKCS11", ""),
        environment.getOrDefault("SENIM_KEY_PKCS11_PIN", ""),
        environment.getOrDefault("SENIM_KEY_PKCS11_LABEL", "senim"));
  }

  @Override
  public String toString() {
    return "VaultSettings"; // holds secrets
  }
}

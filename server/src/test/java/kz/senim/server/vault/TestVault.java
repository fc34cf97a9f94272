package kz.senim.server.vault;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vault with keys of its own, in memory. */
public final class TestVault {

  private final AtomicReference<Keyset> keys = new AtomicReference<>();
  private final Vault vault = new Vault(keys::get, () -> {});

  public TestVault() {
    MasterKeys.of(java.util.Base64.getEncoder().encodeToString(new byte[32]), "test");
    keys.set(Keyset.first());
  }

  /** The vault of a server on the folder, whose database is at hand. */
  public static Vault of(Path data, JdbcClient db) throws GeneralSecurityException {
    Keyset keys =
        new KeysetStore(db)
            .find()
            .orElseThrow()
            .unwrap(MasterKeys.find(VaultSettings.of(Map.of()), data));
    return new Vault(() -> keys, () -> {});
  }

  public Vault vault() {
    return vault;
  }

  public void rotate() {
    keys.set(keys.get().rotated());
  }
}

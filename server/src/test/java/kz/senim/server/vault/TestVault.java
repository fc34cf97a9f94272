package kz.senim.server.vault;

import java.util.concurrent.atomic.AtomicReference;

/** A vault with keys of its own, in memory. */
public final class TestVault {

  private final AtomicReference<Keyset> keys = new AtomicReference<>();
  private final Vault vault = new Vault(keys::get, () -> {});

  public TestVault() {
    MasterKeys.of(java.util.Base64.getEncoder().encodeToString(new byte[32]), "test");
    keys.set(Keyset.first());
  }

  public Vault vault() {
    return vault;
  }

  public void rotate() {
    keys.set(keys.get().rotated());
  }
}

package kz.senim.server.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** The data keys: AES-256-GCM. The newest seals; the older ones still open. */
final class Keyset {

  private static final byte[] WRAPPED = "senim data keys".getBytes(StandardCharsets.US_ASCII);

  private final KeysetHandle handle;
  private final Aead aead;

  private Keyset(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  static Keyset first() {
    try {
      return new Keyset(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With one key more, which seals from now on. */
  Keyset rotated() {
    try {
      return new Keyset(
          KeysetHandle.newBuilder(handle)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] wrapped(MasterKey master) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        handle, master.aead(), WRAPPED, RegistryConfiguration.get());
  }

  static Keyset unwrap(byte[] wrapped, MasterKey master) throws GeneralSecurityException {
    return new Keyset(
        TinkProtoKeysetFormat.parseEncryptedKeyset(
            wrapped, master.aead(), WRAPPED, RegistryConfiguration.get()));
  }

  Aead aead() {
    return aead;
  }

  int size() {
    return handle.size();
  }

  /** The key that seals. */
  String newest() {
    return name(handle.getPrimary().getId());
  }

  /** The key under which something is sealed, whether it is in this set or not. */
  static String keyOf(ByteBuffer sealed) {
    // Tink's prefix: a one, and the key's number.
    return name(sealed.getInt(sealed.position() + 1));
  }

  boolean has(String key) {
    for (int i = 0; i < handle.size(); i++) {
      if (name(handle.getAt(i).getId()).equals(key)) {
        return true;
      }
    }
    return false;
  }

  private static String name(int id) {
    return HexFormat.of().toHexDigits(id);
  }
}

package kz.senim.server.vault;

import com.google.crypto.tink.Aead;

/**
 * The key that wraps the data keys, and the keys of backups. It is never stored by Senim beside
 * what it protects, except as the file that the first start makes.
 *
 * @param id tells one from another; not secret
 * @param source where it came from, for people
 * @param aead AES-256-GCM with it
 */
public record MasterKey(String id, String source, Aead aead) {

  @Override
  public String toString() {
    return source + " (" + id + ")";
  }
}

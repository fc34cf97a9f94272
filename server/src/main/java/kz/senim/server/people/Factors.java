package kz.senim.server.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys of an account. */
@Component
class Factors {

  private final PublicKeyCredentialUserEntityRepository users;
  private final UserCredentialRepository credentials;

  Factors(PublicKeyCredentialUserEntityRepository users, UserCredentialRepository credentials) {
    this.users = users;
    this.credentials = credentials;
  }

  /** A passkey, as its person sees it. */
  public record Passkey(String id, String label, Instant created, @Nullable Instant lastUsed) {}

  List<Passkey> passkeys(Account account) {
    PublicKeyCredentialUserEntity user = users.findByUsername(account.email());
    if (user == null) {
      return List.of();
    }
    return credentials.findByUserId(user.getId()).stream()
        .map(
            record ->
                new Passkey(
                    record.getCredentialId().toBase64UrlString(),
                    String.valueOf(record.getLabel()),
                    record.getCreated(),
                    record.getLastUsed()))
        .sorted(Comparator.comparing(Passkey::created))
        .toList();
  }

  /** False when it is none of theirs. */
  boolean remove(Account account, String passkey) {
    if (passkeys(account).stream().noneMatch(known -> known.id().equals(passkey))) {
      return false;
    }
    CredentialRecord record = credentials.findByCredentialId(Bytes.fromBase64(passkey));
    if (record == null) {
      return false;
    }
    credentials.delete(record.getCredentialId());
    return true;
  }
}

package kz.senim.server.people;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.senim.server.ServerSettings;
import kz.senim.server.audit.Audit;
import kz.senim.server.walls.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Passkeys. One always asks for the finger, the face or the device's code: so it is two factors by
 * itself, what one has and what one is or knows.
 */
@Configuration
class Passkeys {

  private final Set<String> origins = ConcurrentHashMap.newKeySet();
  private final URI base;

  Passkeys(ServerSettings settings) {
    base = URI.create(settings.baseUrl());
    origins.add(origin(base.getScheme(), base.getHost(), base.getPort()));
  }

  private static String origin(String scheme, String host, int port) {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  /** On this computer itself the port may be any that was free. */
  @EventListener
  void started(WebServerInitializedEvent event) {
    if ("localhost".equals(base.getHost())) {
      origins.add(origin("http", "localhost", event.getWebServer().getPort()));
    }
  }

  @Bean
  PublicKeyCredentialUserEntityRepository passkeyUsers(JdbcOperations db) {
    return Scope.system(
        PublicKeyCredentialUserEntityRepository.class,
        new JdbcPublicKeyCredentialUserEntityRepository(db));
  }

  @Bean
  UserCredentialRepository passkeyRepository(
      JdbcOperations db, Audit audit, ObjectProvider<Sessions> sessions) {
    return new Audited(
        Scope.system(UserCredentialRepository.class, new JdbcUserCredentialRepository(db)),
        audit,
        sessions);
  }

  @Bean
  WebAuthnRelyingPartyOperations relyingParty(
      PublicKeyCredentialUserEntityRepository users, UserCredentialRepository passkeys) {
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            users,
            passkeys,
            PublicKeyCredentialRpEntity.builder().id(base.getHost()).name("Senim").build(),
            origins);
    operations.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }

  /** Notes in the audit log which passkeys come and go; with a new one other sessions end. */
  private record Audited(
      UserCredentialRepository passkeys, Audit audit, ObjectProvider<Sessions> sessions)
      implements UserCredentialRepository {

    @Override
    public void delete(Bytes id) {
      passkeys.delete(id);
      audit.record(null, "account.passkey-removed", "passkey " + id.toBase64UrlString(), "");
    }

    @Override
    public void save(CredentialRecord passkey) {
      boolean fresh = passkeys.findByCredentialId(passkey.getCredentialId()) == null;
      passkeys.save(passkey);
      if (fresh) {
        audit.record(
            null,
            "account.passkey-added",
            "passkey " + passkey.getCredentialId().toBase64UrlString(),
            passkey.getLabel());
        endOtherSessions();
      }
    }

    private void endOtherSessions() {
      Authentication current = SecurityContextHolder.getContext().getAuthentication();
      if (current != null
          && RequestContextHolder.getRequestAttributes()
              instanceof ServletRequestAttributes attributes) {
        HttpSession here = attributes.getRequest().getSession(false);
        sessions.getObject().endAll(current.getName(), here == null ? null : here.getId());
      }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
      return passkeys.findByCredentialId(id);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
      return passkeys.findByUserId(user);
    }
  }
}

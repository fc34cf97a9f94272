package kz.senim.server.vault;

import java.security.GeneralSecurityException;
import java.time.Clock;
import kz.senim.server.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the vault at the start, or refuses to start. */
@Configuration
class VaultConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

  @Bean
  KeysetStore keysetStore(JdbcClient db) {
    return new KeysetStore(db);
  }

  /** Made in the data folder only where nothing was ever sealed. */
  @Bean
  MasterKey masterKey(VaultSettings settings, ServerSettings server, KeysetStore store) {
    if (MasterKeys.none(settings, server.data())) {
      String known = store.find().map(KeysetStore.Stored::master).orElse(null);
      if (known != null) {
        throw new KeyMistake(
            KeySay.NO_MASTER.with(known, MasterKeys.defaultFile(server.data())),
            KeySay.GIVE_THAT.with());
      }
      MasterKey made = MasterKeys.make(MasterKeys.defaultFile(server.data()));
      LOG.info(
          "made the master key {}: keep a copy of it apart from this folder and from backups",
          made.source());
      return made;
    }
    return MasterKeys.find(settings, server.data());
  }

  @Bean
  CurrentKeyset currentKeyset(KeysetStore store, MasterKey master, Clock clock)
      throws GeneralSecurityException {
    if (store.find().isEmpty()) {
      store.first(Keyset.first(), master, clock.instant());
    }
    return new CurrentKeyset(store, master);
  }

  @Bean
  Vault vault(CurrentKeyset keys) {
    return new Vault(keys, keys::reload);
  }
}

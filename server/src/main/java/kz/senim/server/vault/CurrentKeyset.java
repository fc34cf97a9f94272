package kz.senim.server.vault;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** The data keys as they are in the database, at most half a minute ago. */
final class CurrentKeyset implements Supplier<Keyset> {

  /** By then every node seals under a key that was made. */
  static final Duration KNOWN_TO_ALL = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(CurrentKeyset.class);

  private final KeysetStore store;
  private final MasterKey master;
  private volatile Loaded loaded;

  private record Loaded(int version, Keyset keyset) {}

  CurrentKeyset(KeysetStore store, MasterKey master) {
    this.store = store;
    this.master = master;
    this.loaded = load();
  }

  private Loaded load() {
    KeysetStore.Stored stored = store.find().orElseThrow();
    return new Loaded(stored.version(), stored.unwrap(master));
  }

  @Override
  public Keyset get() {
    return loaded.keyset();
  }

  @Scheduled(fixedDelay = 30_000)
  void reload() {
    KeysetStore.Stored stored = store.find().orElseThrow();
    if (stored.version() == loaded.version()) {
      return;
    }
    try {
      loaded = new Loaded(stored.version(), stored.unwrap(master));
    } catch (KeyMistake e) {
      // After a rewrap: the data keys are those it has, until somebody rotates them.
      LOG.error("{} Then restart.", e.getMessage());
    }
  }
}

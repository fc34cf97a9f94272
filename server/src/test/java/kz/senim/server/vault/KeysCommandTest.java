package kz.senim.server.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kz.senim.server.ServerSettings;
import kz.senim.server.ServerTest;
import kz.senim.server.evidence.Content;
import kz.senim.server.evidence.Contents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

class KeysCommandTest extends ServerTest {

  private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

  @Value("${senim.data}")
  private Path data;

  @TempDir private Path folder;
  @Autowired private JdbcClient db;
  @Autowired private Contents contents;
  @Autowired private Renewals renewals;
  @Autowired private CurrentKeyset current;
  @Autowired private KeysetStore store;
  @Autowired private Vault vault;

  @Test
  void what_was_stored_plain_is_sealed_at_the_start() throws Exception {
    UUID account = person();
    byte[] secret = "12345678901234567890".getBytes(UTF_8);
    db.sql("update accounts set totp_secret = ? where id = ?").params(secret, account).update();
    String text = "a log of " + account;
    Content content = contents.store(new ByteArrayInputStream(text.getBytes(UTF_8)), "a.log");
    Files.writeString(file(content), text);
    db.sql("delete from vault_renewals").update();
    renewals.renew();
    assertThat(Files.readAllBytes(file(content))).startsWith('S', 'E', 'N', 'I', 'M', 1);
    assertThat(read(content)).isEqualTo(text);
    assertThat(stored(account)).isNotEqualTo(secret);
    assertThat(vault.open(stored(account), "accounts.totp_secret/" + account)).isEqualTo(secret);
  }

  @Test
  void after_a_rotation_everything_is_sealed_anew_and_a_stop_in_between_does_no_harm()
      throws Exception {
    UUID account = person();
    accounts.setTotpSecret(account, new byte[20]);
    List<Content> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String text = "content " + i + " of " + account;
      many.add(contents.store(new ByteArrayInputStream(text.getBytes(UTF_8)), i + ".log"));
    }
    byte[] sealed = Files.readAllBytes(file(many.getFirst()));
    String before = vault.newest();
    assertThat(keys(Map.of(), "rotate")).contains("the data key is now");
    current.reload();
    assertThat(vault.newest()).isNotEqualTo(before);
    // As if a stop came when half the folder was done.
    db.sql("insert into vault_renewals (place, data_key, after) values ('evidence', ?, '7')")
        .param(vault.newest())
        .update();
    db.sql("update vault_renewals set after = '' where data_key = ?")
        .param(vault.newest())
        .update();
    renewals.renew();
    assertThat(vault.isNewest(stored(account))).isTrue();
    for (int i = 0; i < many.size(); i++) {
      assertThat(read(many.get(i))).isEqualTo("content " + i + " of " + account);
    }
    assertThat(Files.readAllBytes(file(many.getFirst()))).isNotEqualTo(sealed);
    assertThat(keys(Map.of(), "show")).contains(vault.newest()).contains("evidence", "all done");
    renewals.round(); // has nothing to do
  }

  @Test
  void the_master_key_is_changed_while_the_server_runs_and_the_old_one_fits_no_more()
      throws Exception {
    Path next = folder.resolve("next.key");
    keys(Map.of(), "new", next.toString());
    assertThat(keys(Map.of(), "rewrap", "--to-file", next.toString())).contains(next.toString());
    assertThat(keys(Map.of(), "show")).contains("does not fit this database", "Give Senim");
    assertThatThrownBy(
            () -> new CurrentKeyset(store, MasterKeys.ofFile(data.resolve("master.key"))))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("does not fit this database");
    current.reload(); // goes on with what it has
    assertThat(vault.seal(new byte[1], "x")).isNotEmpty();
    assertThat(
            keys(
                Map.of("SENIM_KEY_FILE", next.toString()),
                "rewrap",
                "--to-file",
                data.resolve("master.key").toString()))
        .contains("now wrapped by");
    assertThat(new CurrentKeyset(store, MasterKeys.ofFile(data.resolve("master.key"))).get())
        .isNotNull();
  }

  @Test
  void a_start_without_the_key_of_the_database_is_refused() {
    VaultSettings none = new VaultSettings("", "", "", "", "senim");
    ServerSettings server = new ServerSettings(folder, "", null, null, null, null, false, "");
    assertThatThrownBy(() -> new VaultConfiguration().masterKey(none, server, store))
        .isInstanceOf(KeyMistake.class)
        .hasMessageContaining("There is no master key")
        .hasMessageContaining(folder.resolve("master.key").toString());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_token_keeps_the_master_key_and_wraps_by_itself() throws Exception {
    boolean there = Files.exists(SOFTHSM);
    if (!there) {
      System.err.println("senim: softhsm2 is not installed: the PKCS#11 key was not tried");
    }
    assumeTrue(there);
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Path softhsm =
        Files.writeString(
            folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
    byte[] secret = SecureRandom.getSeed(32);
    for (int i = 0; i < secret.length; i++) {
      secret[i] |= 1; // the tool below takes a key only up to a byte that is zero
    }
    Path key = Files.write(folder.resolve("aes.key"), secret);
    Map<String, String> token =
        Map.of("SOFTHSM2_CONF", softhsm.toString(), "SENIM_KEY_PKCS11_PIN", "1234");
    run(token, "softhsm2-util --init-token --free --label senim --pin 1234 --so-pin 5678");
    run(
        token,
        "softhsm2-util --import " + key + " --aes --token senim --label senim --id 01 --pin 1234");
    Path configuration =
        Files.writeString(
            folder.resolve("token.cfg"),
            "name = softhsm\nlibrary = " + SOFTHSM + "\nslotListIndex = 0\n");
    String java =
        ProcessHandle.current().info().command().orElseThrow()
            + " -cp "
            + System.getProperty("java.class.path")
            + " kz.senim.server.vault.KeysCommand ";
    String to = " --data " + data;
    assertThat(run(token, java + "rewrap --to-pkcs11 " + configuration + to))
        .contains("now wrapped by PKCS#11 token");
    try {
      Map<String, String> by =
          Map.of(
              "SOFTHSM2_CONF",
              softhsm.toString(),
              "SENIM_KEY_PKCS11",
              configuration.toString(),
              "SENIM_KEY_PKCS11_PIN",
              "1234");
      assertThat(run(by, java + "show" + to)).contains("master key    PKCS#11 token");
      Map<String, String> wrong = new HashMap<>(by);
      wrong.put("SENIM_KEY_PKCS11_PIN", "9999");
      assertThat(run(wrong, java + "show" + to)).contains("cannot be used", "PIN");
      Map<String, String> other = new HashMap<>(by);
      other.put("SENIM_KEY_PKCS11_LABEL", "other");
      assertThat(run(other, java + "show" + to)).contains("has no AES key with the label other");
      assertThat(run(by, java + "rewrap --to-file " + data.resolve("master.key") + to))
          .contains("now wrapped by");
    } finally {
      assertThat(keys(Map.of(), "show")).contains("master key    " + data);
    }
  }

  private String keys(Map<String, String> environment, String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line = KeysCommand.command(environment);
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    line.execute(all.toArray(String[]::new));
    return said.toString();
  }

  private static String run(Map<String, String> environment, String command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command.split(" ")).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private Path file(Content content) {
    return data.resolve("evidence")
        .resolve(content.sha256().substring(0, 2))
        .resolve(content.sha256().substring(2));
  }

  private String read(Content content) throws Exception {
    try (SeekableByteChannel channel = contents.open(content.sha256())) {
      return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
    }
  }

  private byte[] stored(UUID account) {
    return db.sql("select totp_secret from accounts where id = ?")
        .param(account)
        .query(byte[].class)
        .single();
  }
}

package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded database keeps what it has acknowledged. */
class DurabilityTest extends ServerTest {

  @Autowired private JdbcClient db;

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void a_commit_is_on_the_disk_before_it_is_acknowledged(String setting) {
    assertThat(db.sql("select current_setting(?)").param(setting).query(String.class).single())
        .isEqualTo("on");
  }
}

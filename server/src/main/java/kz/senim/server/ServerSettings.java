package kz.senim.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator can set, by property or environment variable.
 *
 * @param data where database and evidence are kept
 * @param dbUrl the JDBC address of a PostgreSQL; empty for one of our own
 * @param dbUser the role that the application works with; it cannot go round row-level security
 * @param dbOwnerUser the role that owns the tables and migrates them; empty when {@code dbUser} is
 *     it, and may make the other
 * @param demo whether an empty database is filled with invented organisations
 * @param baseUrl the address under which people reach the application, for links in mail
 */
@ConfigurationProperties("senim")
public record ServerSettings(
    Path data,
    String dbUrl,
    @Nullable String dbUser,
    @Nullable String dbPassword,
    @Nullable String dbOwnerUser,
    @Nullable String dbOwnerPassword,
    boolean demo,
    String baseUrl) {}

package kz.senim.server.hooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Where messages may go: nobody who can subscribe shall reach through us what stands behind our
 * walls. Private and special addresses are refused unless the operator allows them; plain HTTP only
 * reaches this machine.
 */
@Component
class Targets {

  private static final List<Block> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Block::of)
          .toList();

  private final List<String> hosts;
  private final List<Block> blocks;
  private final List<String> only;

  Targets(Settings settings) {
    List<String> allowed =
        settings.allow().stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
    this.blocks = allowed.stream().filter(Targets::isAddress).map(Block::of).toList();
    this.hosts = allowed.stream().filter(one -> !isAddress(one)).toList();
    this.only = settings.hosts().stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * @param allow hosts, addresses and blocks (10.1.0.0/16) that may be reached although private
   * @param hosts that alone may be reached, also as {@code *.example.kz}; empty for all
   * @param patience how long a receiver may take to answer; less than half a minute
   */
  @ConfigurationProperties("senim.hooks")
  record Settings(
      @DefaultValue List<String> allow,
      @DefaultValue List<String> hosts,
      @DefaultValue("15s") Duration patience) {}

  /** It may not be sent there; the message is the key of a text. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String key) {
      super(key);
    }
  }

  /** As a person typed it, without asking who has that name. */
  static URI read(String text) throws Refused {
    try {
      URI url = new URI(text.strip());
      if (url.getHost() != null
          && url.getUserInfo() == null
          && url.getFragment() == null
          && text.length() <= 2000
          && ("https".equalsIgnoreCase(url.getScheme())
              || "http".equalsIgnoreCase(url.getScheme()))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new Refused("hooks.bad-url");
  }

  /**
   * Asks who has the name, and whether each of the addresses may be reached. The answer is kept by
   * the virtual machine for half a minute, so that the connection made next goes to no other.
   *
   * @throws Refused when any may not
   */
  void check(URI url) throws Refused {
    String host = url.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    if (!only.isEmpty() && only.stream().noneMatch(one -> names(one, host))) {
      throw new Refused("hooks.not-allowed");
    }
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new Refused("hooks.unknown-host");
    }
    for (InetAddress address : addresses) {
      if (!hosts.contains(host) && isIn(SPECIAL, address) && !isIn(blocks, address)) {
        throw new Refused("hooks.private-address");
      }
      if ("http".equalsIgnoreCase(url.getScheme()) && !address.isLoopbackAddress()) {
        throw new Refused("hooks.bad-url");
      }
    }
  }

  /** Whether the pattern names the host; {@code *.} stands for one name before it or several. */
  private static boolean names(String pattern, String host) {
    return pattern.startsWith("*.")
        ? host.endsWith(pattern.substring(1)) && host.length() >= pattern.length()
        : host.equals(pattern);
  }

  private static boolean isIn(List<Block> blocks, InetAddress address) {
    return blocks.stream().anyMatch(block -> block.has(address));
  }

  private static boolean isAddress(String text) {
    return text.matches("[0-9.]+(/\\d+)?") || text.contains(":");
  }

  /** Addresses that begin alike. */
  private record Block(InetAddress first, int bits) {

    /** From {@code 10.0.0.0/8}, or an address by itself. */
    static Block of(String text) {
      String[] parts = text.split("/", 2);
      try {
        InetAddress first = InetAddress.getByName(parts[0]); // a literal: nobody is asked
        int all = first.getAddress().length * 8;
        return new Block(
            first, parts.length == 1 ? all : Math.min(all, Integer.parseInt(parts[1])));
      } catch (UnknownHostException | NumberFormatException e) {
        throw new IllegalArgumentException("no block of addresses: " + text, e);
      }
    }

    boolean has(InetAddress address) {
      byte[] own = first.getAddress();
      byte[] other = address.getAddress();
      if (own.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}

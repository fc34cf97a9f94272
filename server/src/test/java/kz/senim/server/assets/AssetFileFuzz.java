package kz.senim.server.assets;

import java.util.Map;
import kz.senim.core.text.Lang;
import kz.senim.server.fuzz.Fuzz;

/** Files of assets, whatever they are, given to a fuzzer. */
public final class AssetFileFuzz {

  private static final AssetWords WORDS = new AssetWords(Fuzz.texts());

  private AssetFileFuzz() {}

  public static void read(byte[] bytes) {
    AssetFile.read(bytes, WORDS, Map.of(), Lang.RU);
  }
}

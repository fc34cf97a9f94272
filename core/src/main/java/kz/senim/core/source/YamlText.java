package kz.senim.core.source;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes YAML for people and programs of others. */
public final class YamlText {

  private YamlText() {}

  /**
   * A JSON document of our own as YAML in block style, in the same order.
   *
   * @param json any JSON text, which is YAML 1.2 as well
   */
  public static String block(String json) {
    LoadSettings all = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    DumpSettings block =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(120).build();
    return new Dump(block).dumpToString(new Load(all).loadFromString(json));
  }
}

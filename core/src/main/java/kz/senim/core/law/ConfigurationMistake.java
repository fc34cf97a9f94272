package kz.senim.core.law;

import kz.senim.core.text.Localized;
import kz.senim.core.text.Wording;

/** What can be wrong with the configuration of a deployment. */
enum ConfigurationMistake implements Wording {
  NO_ACT(
      "there is no act '{0}' in the law book that could be adopted{1}",
      "в своде норм нет акта «{0}», который можно принять{1}",
      "нормалар жинағында қабылдауға болатын «{0}» актісі жоқ{1}"),
  A_DRAFT(
      "'{0}' is a draft; only a repealed act can be adopted",
      "«{0}» — проект; принять можно только акт, утративший силу",
      "«{0}» – жоба; тек күшін жойған актіні қабылдауға болады"),
  IN_FORCE(
      "'{0}' is in force; only a repealed act needs to be adopted",
      "«{0}» действует; принимать нужно только акт, утративший силу",
      "«{0}» қолданыста; тек күшін жойған актіні қабылдау керек"),
  STILL_LAW(
      "'{0}' was law until {1}; it is adopted from then on",
      "«{0}» действовал до {1}; принять его можно с этого дня",
      "«{0}» {1} күніне дейін қолданыста болған; оны сол күннен бастап қабылдауға болады"),
  TWICE(
      "'{0}' is adopted twice; keep one of them",
      "«{0}» принят дважды; оставьте одно", "«{0}» екі рет қабылданған; біреуін қалдырыңыз");

  private final Localized text;

  ConfigurationMistake(String en, String ru, String kk) {
    text = new Localized(en, ru, kk);
  }

  @Override
  public Localized text() {
    return text;
  }
}

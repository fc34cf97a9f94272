package kz.senim.server.assets;

import java.util.List;
import java.util.UUID;
import kz.senim.server.objects.InformatizationObject;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a person typed of an asset. */
@Component
class AssetForms {

  private final Assets assets;
  private final Objects objects;

  AssetForms(Assets assets, Objects objects) {
    this.assets = assets;
    this.objects = objects;
  }

  /**
   * What was typed; of use only when the form has no mistake.
   *
   * @param before the asset as it is; null for a new one
   */
  AssetEntry entry(Form form, UUID organization, @Nullable Asset before) {
    String code = form.mustText("code", AssetEntry.LONGEST_CODE);
    Asset same = assets.byCode(organization, List.of(code)).get(code);
    if (same != null && (before == null || !same.id().equals(before.id()))) {
      form.wrong("code-taken");
    }
    String kind = form.choice("kind", Asset.KINDS);
    UUID object = AssetController.id(form.text("object", AssetEntry.LONGEST));
    if (object != null
        && objects.list(organization).stream()
            .map(InformatizationObject::id)
            .noneMatch(object::equals)) {
      form.wrong("object");
    }
    return new AssetEntry(
        0,
        code,
        form.mustText("name", AssetEntry.LONGEST),
        kind == null ? "other" : kind,
        form.text("version", AssetEntry.LONGEST),
        form.text("supplier", AssetEntry.LONGEST),
        form.text("place", AssetEntry.LONGEST),
        object,
        form.number("confidentiality", 1, 3),
        form.number("integrity", 1, 3),
        form.number("availability", 1, 3),
        form.text("marking", AssetEntry.LONGEST),
        form.text("owner", AssetEntry.LONGEST),
        form.text("responsibility", AssetEntry.LONGEST));
  }
}

package kz.senim.server.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.senim.server.web.Formats;
import kz.senim.server.web.IcuMessages;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A report on paper: tagged for screen readers (PDF/UA-1), made to be kept (PDF/A-2a), with fonts
 * embedded that have all Kazakh letters. The page is the template {@code reports/print}.
 */
@Component
class PdfReport {

  private static final String FAMILY = "Golos Text";
  private static final Map<String, Integer> FONTS =
      Map.of("Regular", 400, "SemiBold", 600, "Bold", 700);

  private final ITemplateEngine templates;
  private final IcuMessages messages;
  private final Formats formats;

  PdfReport(ITemplateEngine templates, IcuMessages messages, Formats formats) {
    this.templates = templates;
    this.messages = messages;
    this.formats = formats;
    XRLog.setLoggingEnabled(false);
  }

  void write(Print print, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    FONTS.forEach(
        (name, weight) ->
            builder.useFont(() -> font(name), FAMILY, weight, FontStyle.NORMAL, true));
    try (BatikSVGDrawer pictures = new BatikSVGDrawer()) {
      builder
          .withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html(print))), "about:blank")
          .useSVGDrawer(pictures)
          .usePdfUaAccessibility(true)
          .usePdfAConformance(PdfAConformance.PDFA_2_A)
          .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
          .withProducer("Senim")
          // The page holds all that it needs; whatever a name could smuggle in is not fetched.
          .useExternalResourceAccessControl(
              (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
          .toStream(out)
          .run();
    }
  }

  private String html(Print print) {
    Context context = new Context(Locale.of(print.lang().code()));
    context.setVariable("p", print);
    context.setVariable("fmt", formats);
    // "Page {0} of {1}", cut where the numbers stand: only the printer knows them.
    context.setVariable(
        "page", List.of(messages.get(print.lang(), "reports.page", "|", "|").split("\\|", -1)));
    return XmlText.clean(templates.process("reports/print", context));
  }

  private static InputStream font(String name) {
    try {
      return new ClassPathResource("report-fonts/GolosText-" + name + ".ttf").getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
